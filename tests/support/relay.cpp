// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/relay.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace support {

namespace {

constexpr int held = 64 * 1024; // in each direction, and in each of the kernel's buffers
constexpr int pollMs = 100;

/// One direction of a connection.
struct Pipe
{
    int from;
    int to;
    std::array<char, held> data;
    ssize_t begin = 0;
    ssize_t end = 0;
    bool isOver = false;

    [[nodiscard]] bool isEmpty() const { return begin == end; }
    [[nodiscard]] bool wantsInput() const { return isEmpty() && !isOver; }

    /// Bytes taken; -1: the connection is broken.
    ssize_t take()
    {
        const ssize_t bytes = ::recv(from, data.data(), data.size(), MSG_DONTWAIT);
        if (bytes < 0)
            return errno == EAGAIN ? 0 : -1;
        isOver = bytes == 0;
        if (isOver)
            ::shutdown(to, SHUT_WR);
        begin = 0;
        end = bytes;
        return bytes;
    }
    bool give()
    {
        const ssize_t bytes
            = ::send(to, data.data() + begin, static_cast<size_t>(end - begin), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (bytes > 0)
            begin += bytes;
        return bytes > 0 || errno == EAGAIN;
    }
};

} // namespace

Relay::Relay(const QString &localSocket)
    : m_path(QFile::encodeName(localSocket))
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    ::setsockopt(m_listener, SOL_SOCKET, SO_RCVBUF, &held, sizeof held);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0
        || ::listen(m_listener, 64) != 0)
        qFatal("no relay: %s", std::strerror(errno));
    m_acceptor = std::jthread([this] { acceptAll(); });
}

Relay::~Relay()
{
    m_isStopping = true;
    m_acceptor.join();
    m_threads.clear(); // waits for them
    ::close(m_listener);
}

QUrl Relay::url(const QString &path) const
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(ntohs(address.sin_port)).arg(path));
}

void Relay::acceptAll()
{
    while (!m_isStopping) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, pollMs) <= 0)
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0)
            m_threads.emplace_back([this, client] { carry(client); });
    }
}

int Relay::connectBehind() const
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (m_path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        qFatal("%s is too long for a socket", m_path.constData());
    std::memcpy(address.sun_path, m_path.constData(), static_cast<size_t>(m_path.size()));
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::setsockopt(server, SOL_SOCKET, SO_SNDBUF, &held, sizeof held);
    if (::connect(server, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        return server;
    ::close(server);
    return -1;
}

void Relay::carry(int client)
{
    const int server = connectBehind();
    if (server >= 0) {
        relay(client, server);
        ::close(server);
    }
    ::close(client);
}

void Relay::relay(int client, int server)
{
    Pipe up{client, server, {}};
    Pipe down{server, client, {}};
    while (!m_isStopping && !(down.isOver && down.isEmpty())) {
        const auto events = [](const Pipe &in, const Pipe &out) {
            return static_cast<short>((in.wantsInput() ? POLLIN : 0) | (out.isEmpty() ? 0 : POLLOUT));
        };
        std::array<pollfd, 2> ends{pollfd{client, events(up, down), 0}, pollfd{server, events(down, up), 0}};
        // An end that nothing is wanted of would only say that it is over, again and again.
        for (pollfd &end : ends)
            end.fd = end.events == 0 ? -1 : end.fd;
        ::poll(ends.data(), ends.size(), pollMs);
        if (up.wantsInput() && ends[0].revents != 0) {
            const ssize_t bytes = up.take();
            if (bytes < 0)
                return;
            m_sent += bytes;
        }
        if (down.wantsInput() && ends[1].revents != 0 && down.take() < 0)
            return;
        if ((!up.isEmpty() && !up.give()) || (!down.isEmpty() && !down.give()))
            return;
    }
}

} // namespace support
