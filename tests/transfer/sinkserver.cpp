// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/transfer/sinkserver.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace testing {
namespace {

constexpr int pollMs = 20;
constexpr qsizetype blockSize = 256 * 1024;

bool isReady(int socket, short events)
{
    pollfd entry{socket, events, 0};
    return ::poll(&entry, 1, pollMs) > 0;
}

qint64 contentLength(const QByteArray &head)
{
    const QByteArray lower = head.toLower();
    const qsizetype at = lower.indexOf("\r\ncontent-length:");
    if (at < 0)
        return 0;
    const qsizetype begin = at + 17;
    return lower.sliced(begin, lower.indexOf("\r\n", begin) - begin).trimmed().toLongLong();
}

} // namespace

SinkServer::SinkServer()
    : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto *any = reinterpret_cast<const sockaddr *>(&address);
    if (::bind(m_listener, any, sizeof address) != 0 || ::listen(m_listener, 256) != 0)
        qFatal("no port to listen on");
    m_acceptor = std::jthread([this] { acceptAll(); });
}

SinkServer::~SinkServer()
{
    m_isStopping = true;
    release();
    m_acceptor.join();
    m_threads.clear();
    ::close(m_listener);
}

// Whoever asks has set the members; serve() is to see them.
QUrl SinkServer::url() const
{
    const std::lock_guard lock(m_mutex);
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    return QUrl(QStringLiteral("http://127.0.0.1:%1/upload").arg(ntohs(address.sin_port)));
}

QByteArray SinkServer::lastHead() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastHead;
}

void SinkServer::release()
{
    const std::lock_guard lock(m_mutex);
    m_isReleased = true;
    m_released.notify_all();
}

void SinkServer::hold()
{
    std::unique_lock lock(m_mutex);
    ++m_holding;
    m_released.wait(lock, [this] { return m_isReleased; });
    --m_holding;
}

void SinkServer::acceptAll()
{
    while (!m_isStopping) {
        if (!isReady(m_listener, POLLIN))
            continue;
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        ++m_connections;
        ++m_open;
        m_threads.emplace_back([this, socket] {
            serve(socket);
            ::close(socket);
            --m_open;
        });
    }
}

void SinkServer::serve(int socket)
{
    {
        const std::lock_guard lock(m_mutex); // see url()
    }
    QByteArray buffer;
    while (serveOne(socket, buffer) && !closeAfterAnswer) { }
}

bool SinkServer::serveOne(int socket, QByteArray &buffer)
{
    QByteArray block(blockSize, Qt::Uninitialized);
    qsizetype end = -1;
    while ((end = buffer.indexOf("\r\n\r\n")) < 0) {
        const qint64 bytes = receive(socket, block.data(), block.size());
        if (bytes <= 0)
            return false;
        buffer += block.first(bytes);
    }
    const QByteArray head = buffer.first(end + 4);
    buffer.remove(0, end + 4);
    {
        const std::lock_guard lock(m_mutex);
        m_lastHead = head;
        m_mostAtOnce = std::max<int>(m_mostAtOnce, ++m_inside);
    }
    ++m_requests;

    const qint64 length = contentLength(head);
    qint64 taken = 0;
    bool isWhole = true;
    const auto take = [&](QByteArrayView data) {
        taken += data.size();
        if (onBody)
            onBody(data);
        if (holdReadingAfter >= 0 && taken >= holdReadingAfter)
            hold();
    };
    if (!buffer.isEmpty())
        take(std::exchange(buffer, {}));
    while (taken < length && isWhole) {
        const qint64 bytes = receive(socket, block.data(), std::min<qint64>(block.size(), length - taken));
        isWhole = bytes > 0;
        if (isWhole)
            take(QByteArrayView(block).first(bytes));
    }
    if (isWhole && holdAnswer)
        hold();
    --m_inside;
    if (!isWhole || !send(socket, answer))
        return false;
    ++m_answered;
    while (answerForEver && send(socket, QByteArray(4096, 'x'))) { }
    return !answerForEver;
}

qint64 SinkServer::receive(int socket, char *data, qint64 size) const
{
    while (!m_isStopping) {
        if (!isReady(socket, POLLIN))
            continue;
        const ssize_t bytes = ::recv(socket, data, static_cast<size_t>(size), 0);
        if (bytes >= 0 || errno != EINTR)
            return bytes;
    }
    return -1;
}

bool SinkServer::send(int socket, QByteArrayView data) const
{
    while (!data.isEmpty() && !m_isStopping) {
        if (!isReady(socket, POLLOUT))
            continue;
        const ssize_t bytes
            = ::send(socket, data.data(), static_cast<size_t>(data.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (bytes < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        if (bytes > 0)
            data = data.sliced(bytes);
    }
    return data.isEmpty();
}

} // namespace testing
