// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace testing {

/// A small HTTP/1.1 server on 127.0.0.1, one thread a connection, that swallows uploads and can be held
/// anywhere. Members are set before url() is asked for.
class SinkServer final
{
public:
    SinkServer();
    ~SinkServer();
    SinkServer(const SinkServer &) = delete;
    SinkServer &operator=(const SinkServer &) = delete;

    QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nstored";
    qint64 holdReadingAfter = -1; ///< Body bytes after which reading waits for release().
    bool holdAnswer = false; ///< The whole body is read, the answer waits for release().
    bool answerForEver = false; ///< `answer` is followed by an endless text.
    bool closeAfterAnswer = false;
    std::function<void(QByteArrayView)> onBody; ///< In the connection's thread.

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] bool isHolding() const { return m_holding > 0; }
    void release();
    [[nodiscard]] int requests() const { return m_requests; } ///< Heads received.
    [[nodiscard]] int answered() const { return m_answered; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int mostAtOnce() const { return m_mostAtOnce; }
    [[nodiscard]] int open() const { return m_open; }
    [[nodiscard]] QByteArray lastHead() const;

private:
    void acceptAll();
    void serve(int socket);
    bool serveOne(int socket, QByteArray &buffer);
    [[nodiscard]] qint64 receive(int socket, char *data, qint64 size) const;
    bool send(int socket, QByteArrayView data) const;
    void hold();

    int m_listener = -1;
    std::atomic<bool> m_isStopping = false;
    std::atomic<int> m_holding = 0, m_requests = 0, m_answered = 0, m_connections = 0, m_inside = 0,
                     m_mostAtOnce = 0, m_open = 0;
    mutable std::mutex m_mutex;
    std::condition_variable m_released;
    bool m_isReleased = false;
    QByteArray m_lastHead;
    std::list<std::jthread> m_threads;
    std::jthread m_acceptor;
};

} // namespace testing
