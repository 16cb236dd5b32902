// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/endpoint.h"
#include "core/net/tlsfailure.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace net {

/// Why a server is not trusted: one GET of the endpoint's origin, without credentials, whose answer does not matter.
/// An upload's error has the same in words; this has it for a window that offers to trust the certificate.
///
/// Thread: that of its manager. Ownership: the caller's; destroying a running one is silent.
/// `finished` fires once per start(), from the event loop; starting anew forgets the one before.
class TlsInspection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TlsInspection)

public:
    explicit TlsInspection(QNetworkAccessManager &manager, QObject *parent = nullptr);
    ~TlsInspection() override;

    void start(const Endpoint &endpoint);

Q_SIGNALS:
    /// Problem None: it was not TLS that failed, or nothing did.
    void finished(const net::TlsFailure &failure);

private:
    QNetworkAccessManager &m_manager;
    std::unique_ptr<QNetworkReply> m_reply;
};

} // namespace net
