// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>

#include <map>
#include <memory>

namespace net {

class CurlEngine;

/// A QNetworkAccessManager whose http and https requests are moved by libcurl. Drop-in: get(), post(request,
/// multiPart) and the rest work as Qt documents them and return a CurlReply.
///
/// Why not Qt's own engine: it never looks at an answer before the whole body is sent, so that an early 413
/// is lost; it sends a POST again by itself when a connection breaks; it moves 16 KiB a wake-up; it allows
/// six connections a host (all as of Qt 6.4). Honoured are the redirect policy, cookie jar, proxy(),
/// transferTimeout (as a stall limit), Http2AllowedAttribute - off unless set - and `transportAttribute`
/// (see net::TransportOptions) for everything Qt's request cannot say, TLS among it: QSslConfiguration is
/// ignored. Answers are asked for as they are, without content encoding, so that watching a server does not
/// make it compress.
///
/// Thread: one, with an event loop. Ownership: replies are children of the manager until the caller takes
/// them, as with Qt's own; they must not outlive it.
class CurlAccessManager final : public QNetworkAccessManager
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CurlAccessManager)

public:
    explicit CurlAccessManager(QObject *parent = nullptr);
    ~CurlAccessManager() override;

    /// `manager`.post(request, body) or put(), for whoever makes thousands of them: where `manager` is a
    /// CurlAccessManager, its own signals (finished, encrypted, …) do not tell of the reply, for which Qt would make
    /// several connections by name each time. A manager that is none hears of BodyDevice::contentType() by a header.
    [[nodiscard]] static QNetworkReply *send(QNetworkAccessManager &manager, Operation operation,
                                             const QNetworkRequest &request, QIODevice *body);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoingData = nullptr) override;

private:
    [[nodiscard]] CurlEngine &engineFor(const QNetworkRequest &request);

    std::unique_ptr<CurlEngine> m_engine;
    /// One for each certificate that is trusted by exception. libcurl reuses a connection where the options are the same,
    /// but those of two exceptions are, and our callback is none of them: so such connections are kept apart.
    std::map<QByteArray, std::unique_ptr<CurlEngine>> m_exceptions;
};

} // namespace net
