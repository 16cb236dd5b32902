// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/servers/rawsocket.h"

#include "tests/support/rawhttp.h"

#include <cerrno>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {
constexpr int patience = 20'000;
}

RawSocket::RawSocket(const QUrl &url)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(url.port()));
    ::inet_pton(AF_INET, url.host().toLatin1().constData(), &address.sin_addr);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("cannot connect to %s", qPrintable(url.toString()));
}

RawSocket::~RawSocket()
{
    ::close(m_descriptor);
}

bool RawSocket::send(const QByteArray &bytes)
{
    if (::send(m_descriptor, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL)
        == bytes.size())
        return true;
    m_ending = Ending::Reset; // the kernel tells it once, and may have told it here
    return false;
}

qsizetype RawSocket::sendUntilFull(const QByteArray &bytes, int milliseconds) const
{
    qsizetype sent = 0;
    pollfd waiting{m_descriptor, POLLOUT, 0};
    while (sent < bytes.size() && ::poll(&waiting, 1, milliseconds) == 1) {
        const ssize_t n = ::send(m_descriptor, bytes.constData() + sent,
                                 static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n < 0)
            break;
        sent += n;
    }
    return sent;
}

bool RawSocket::receiveSome(QByteArray &bytes, int milliseconds)
{
    pollfd waiting{m_descriptor, POLLIN, 0};
    if (::poll(&waiting, 1, milliseconds) != 1)
        return false;
    char buffer[65536];
    const ssize_t n = ::recv(m_descriptor, buffer, sizeof buffer, 0);
    if (n <= 0) {
        if (m_ending == Ending::Open)
            m_ending = n == 0 ? Ending::Orderly : Ending::Reset;
        return false;
    }
    bytes.append(buffer, n);
    return true;
}

QByteArray RawSocket::receive(int milliseconds)
{
    QByteArray bytes;
    while (receiveSome(bytes, milliseconds)) { }
    return bytes;
}

QByteArray RawSocket::receiveAtMost(qsizetype count)
{
    QByteArray bytes;
    while (bytes.size() < count && receiveSome(bytes, patience)) { }
    return bytes;
}

QByteArray RawSocket::receiveAnswer()
{
    QByteArray bytes;
    for (;;) {
        const support::RawAnswer answer = support::parseAnswer(bytes);
        if (answer.status != 0 && answer.body.size() >= answer.header("Content-Length").toLongLong())
            return bytes;
        if (!receiveSome(bytes, patience))
            return bytes;
    }
}
