// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QTemporaryDir>
#include <QUrl>

namespace support {

/// nginx as it stands before many services: it limits the body by itself, and buffers what it passes on.
/// POST /upload is answered 201 "stored" once the whole body was read, 413 with nginx's own page if it is
/// larger than the limit. PUT below /dav/ stores the body, below /static/ it is not allowed. One process, on a free port of loopback, everything in a temporary folder.
class NginxServer final
{
    Q_DISABLE_COPY_MOVE(NginxServer)

public:
    /// How it speaks TLS.
    struct Tls
    {
        QString certificate{}; ///< PEM, with intermediates behind it if there are.
        QString key{};
        QString clientAuthority{}; ///< Demands a client certificate signed by this one; empty: none.
        QString versions = QStringLiteral("TLSv1.2 TLSv1.3"); ///< As in ssl_protocols.
    };

    NginxServer() = default;

    /// `bodyLimit` as in client_max_body_size.
    bool start(const QString &bodyLimit = QStringLiteral("1m"));
    /// Whether it keeps a request's body until it is whole, as nginx does by itself (proxy_request_buffering).
    enum class Bodies { Kept, HandedOn };
    /// Stands before that service, which is sent all that is not in another folder of its own; bodies of any size.
    bool startBefore(const QUrl &service, Bodies bodies = Bodies::Kept);
    /// The same, by https.
    bool startTls(const Tls &tls);
    void stop() { m_process.kill(); }

    /// Where it keeps what was PUT to /dav/ under that name.
    [[nodiscard]] QString stored(const QString &name) const;
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/upload")) const;
    [[nodiscard]] QString failure() const { return m_failure; }

private:
    bool startOn(quint16 port, const QString &bodyLimit);

    QTemporaryDir m_folder;
    ChildProcess m_process;
    QString m_failure;
    quint16 m_port = 0;
    quint16 m_readyPort = 0; ///< Plain, to see when it is ready.
    QByteArray m_service; ///< Directives of a service that it stands before; empty: its own.
    QByteArray m_tls; ///< Directives; empty: plain.
};

} // namespace support
