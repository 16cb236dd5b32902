// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <atomic>
#include <list>
#include <mutex>
#include <thread>

namespace support {

/// Stands on a port of loopback before a server behind a local socket, and counts what clients send. The address stays
/// when that server is killed and started again; while it is away connections are accepted and closed. Holds little, so
/// that what was counted and is lost with the server is little, too.
///
/// Thread: has its own, one a connection; call it from any.
class Relay final
{
    Q_DISABLE_COPY_MOVE(Relay)

public:
    explicit Relay(const QString &localSocket);
    ~Relay();

    /// `path` begins with a slash.
    [[nodiscard]] QUrl url(const QString &path) const;
    /// What clients have sent, heads included.
    [[nodiscard]] qint64 bytesSent() const { return m_sent; }

private:
    void acceptAll();
    void carry(int client);
    [[nodiscard]] int connectBehind() const;
    void relay(int client, int server);

    const QByteArray m_path;
    int m_listener = -1;
    std::atomic<bool> m_isStopping = false;
    std::atomic<qint64> m_sent = 0;
    std::list<std::jthread> m_threads;
    std::jthread m_acceptor;
};

} // namespace support
