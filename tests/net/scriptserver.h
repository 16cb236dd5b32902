// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

/// A loopback server in the test's own thread that does exactly what a test scripts: no HTTP of its own, so
/// that the bytes on the wire are the test's on both sides.
class ScriptServer final : public QTcpServer
{
    Q_OBJECT

public:
    struct Exchange
    {
        QTcpSocket &socket;
        int connection = 0; ///< 0 for the first accepted one, 1 for the next …
        QByteArray received; ///< Everything of this connection since the last call of answered().
        bool isAnswered = false;

        [[nodiscard]] bool hasHead() const { return received.contains("\r\n\r\n"); }
        [[nodiscard]] QByteArray head() const { return received.left(received.indexOf("\r\n\r\n") + 4); }
        [[nodiscard]] QByteArray body() const { return received.mid(received.indexOf("\r\n\r\n") + 4); }
        /// Head and, by its Content-Length, the whole body have arrived.
        [[nodiscard]] bool isWhole() const;
        /// The next request of the connection begins.
        void answer(const QByteArray &bytes);
        void close();
        void reset(); ///< RST instead of FIN.
    };
    using Script = std::function<void(Exchange &)>;

    /// Called whenever bytes have arrived.
    explicit ScriptServer(Script script);

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] int connections() const { return m_connections; }
    /// Every whole request that was answered, head and body.
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }

    /// Answers every whole request with this.
    [[nodiscard]] static Script always(const QByteArray &answer);
    [[nodiscard]] static QByteArray ok(const QByteArray &body = "fine", const QByteArray &headers = {});

private:
    Script m_script;
    QList<QByteArray> m_requests;
    int m_connections = 0;
};
