// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/scriptserver.h"

#include <QTcpSocket>

#include <memory>
#include <sys/socket.h>

bool ScriptServer::Exchange::isWhole() const
{
    if (!hasHead())
        return false;
    const QByteArray lower = head().toLower();
    if (lower.contains("transfer-encoding: chunked"))
        return received.endsWith("0\r\n\r\n");
    const qsizetype at = lower.indexOf("content-length:");
    if (at < 0)
        return true;
    const qsizetype end = lower.indexOf('\r', at);
    return body().size() >= lower.mid(at + 15, end - at - 15).trimmed().toLongLong();
}

void ScriptServer::Exchange::answer(const QByteArray &bytes)
{
    socket.write(bytes);
    isAnswered = true;
}

void ScriptServer::Exchange::close()
{
    socket.disconnectFromHost();
}

void ScriptServer::Exchange::reset()
{
    socket.flush();
    const linger option{1, 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &option, sizeof option);
    socket.abort();
}

ScriptServer::ScriptServer(Script script)
    : m_script(std::move(script))
{
    setListenBacklogSize(512); // 50 by default: the kernel would reset the rest of a burst
    setMaxPendingConnections(512);
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            auto exchange = std::make_shared<Exchange>(Exchange{*socket, m_connections++, {}, false});
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, exchange] {
                exchange->received += socket->readAll();
                m_script(*exchange);
                if (exchange->isAnswered) {
                    m_requests.append(std::exchange(exchange->received, {}));
                    exchange->isAnswered = false;
                }
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

QUrl ScriptServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
}

ScriptServer::Script ScriptServer::always(const QByteArray &answer)
{
    return [answer](Exchange &exchange) {
        if (exchange.isWhole())
            exchange.answer(answer);
    };
}

QByteArray ScriptServer::ok(const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n"
        + body;
}
