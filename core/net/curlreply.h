// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/curltransfer.h"
#include "core/net/endpoint.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace net {

class CurlEngine;

/// A QNetworkReply whose bytes are moved by libcurl. Made by CurlAccessManager; use it as any QNetworkReply:
///
///     QNetworkReply *reply = manager.post(request, multiPart);
///     multiPart->setParent(reply);
///     connect(reply, &QNetworkReply::finished, this, [reply] { … reply->deleteLater(); });
///
/// What you can rely on
/// - `finished` fires exactly once, from the event loop - or from within abort(), as Qt's own replies do.
///   `errorOccurred`, if at all, once just before it. Destroying a running reply, in a slot of its own signals too, is
///   silent and stops the transfer.
/// - The server's final answer wins: a status and text that arrived are delivered even when the server stopped reading
///   the body and reset the connection. `metaDataChanged` tells of the status as soon as the head is there. Interim
///   answers (1xx) are never taken for final.
/// - A body is sent once. It is sent again only after a 307 or 308, only where TransportOptions::resendBodyOnRedirect
///   and the redirect policy allow it, and never because a connection broke. Under UserVerifiedRedirectPolicy it waits
///   for redirectAllowed().
/// - `uploadProgress` counts bytes given to the kernel, at most ten times a second plus once for the last byte of a body
///   whose size is known; it never goes back, except that a redirect that is followed starts it anew. All sent is not
///   finished.
/// - A body that ends before its announced size breaks the exchange; nothing is padded.
///
/// What the request may hold, beside Qt's usual attributes: net::transportAttribute (endpoint.h), a
/// net::TransportOptions with limits, proxy, credentials and TLS. ignoreSslErrors() and QSslConfiguration do nothing.
///
/// What it holds when finished, beside Qt's usual attributes (status, reason, redirection target, encryption)
/// - net::phaseTimingsAttribute (phasetimings.h): a net::PhaseTimings of the last hop.
/// - net::sentCookiesAttribute (requesthead.h): those of the jar that were sent.
/// - net::tlsFailureAttribute (tlsfailure.h), where TLS was what failed: a net::TlsFailure with the chain.
/// - its typed error, with more than QNetworkReply::error() can say: net::errorOf() (networkerror.h). Kind None only for
///   a 2xx, or for a 3xx under the manual redirect policy.
///
/// Thread: its manager's. The body device and the request's transport must live there too.
class CurlReply final : public QNetworkReply, private CurlTransfer::Listener
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CurlReply)

public:
    CurlReply(QNetworkAccessManager &manager, CurlEngine &engine, QNetworkAccessManager::Operation operation,
              const QNetworkRequest &request, QIODevice *body);
    ~CurlReply() override;

    /// Idempotent. Ends with Cancelled; emits errorOccurred and finished before it returns, unless finished
    /// already.
    void abort() override;
    void close() override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool isSequential() const override { return true; }
    /// 0 (the default): the whole answer is buffered, up to TransportOptions::maxAnswerBytes.
    void setReadBufferSize(qint64 size) override;

    /// Bytes of the request on their way: read from the body, but not acknowledged by the server's host yet. What is
    /// acknowledged the server can still read after abort(), even where TransportOptions::resetOnClose throws the rest
    /// away. 0 once finished.
    [[nodiscard]] qint64 undeliveredBytes() const;

protected:
    qint64 readData(char *data, qint64 maxSize) override;

private:
    void onProgress(qint64 sent, qint64 total) override;
    void onData(QByteArray data) override;
    void onDone(const base::Error &error) override;
    [[nodiscard]] bool wantsData(qint64 pending) const override;
    void onStarved() override;

    [[nodiscard]] base::Error refusal() const;
    [[nodiscard]] std::shared_ptr<TlsTrace> traceFor(const QUrl &target) const;
    [[nodiscard]] base::Error refusedCertificate(TlsProblem problem);
    [[nodiscard]] base::Error refusedStatus() const;
    [[nodiscard]] bool hasProxyUser() const;
    void startHop();
    [[nodiscard]] bool followRedirect();
    void startAgain();
    void publishHead();
    void storeCookies();
    void finish(const base::Error &error);

    QNetworkAccessManager &m_manager;
    std::unique_ptr<CurlTransfer> m_transfer;
    SharedTransport m_transport;
    RequestBody m_body;
    QIODevice *m_device = nullptr; ///< Of m_body, until onStarved() listens to it.
    QByteArray m_buffer;
    qsizetype m_bufferRead = 0; ///< Bytes of m_buffer that were read already.
    qint64 m_received = 0;
    QByteArray m_page; ///< The beginning of a 400's text.
    QElapsedTimer m_sinceBegin;
    int m_hops = 0;
    bool m_mayAuthenticate = true;
    bool m_isHeadPublished = false;
};

} // namespace net
