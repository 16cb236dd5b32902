// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/routewatch.h"

#include "core/net/endpoint.h"

#include <QHostAddress>
#include <QNetworkInterface>

#include <array>
#include <cerrno>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace net {
namespace {

using namespace std::chrono_literals;

constexpr auto calmTime = 200ms; // a change is told in several messages
constexpr quint16 anyPort = 9;

// Connecting a datagram socket looks the route up and sends nothing.
bool canConnect(const sockaddr *address, socklen_t size)
{
    const int socket = ::socket(address->sa_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return false; // that family is not there at all
    const bool isReachable = ::connect(socket, address, size) == 0
        || (errno != ENETUNREACH && errno != EHOSTUNREACH && errno != EADDRNOTAVAIL && errno != ENETDOWN);
    ::close(socket);
    return isReachable;
}

bool hasRouteTo(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in target{};
        target.sin_family = AF_INET;
        target.sin_port = htons(anyPort);
        target.sin_addr.s_addr = htonl(address.toIPv4Address());
        return canConnect(reinterpret_cast<const sockaddr *>(&target), sizeof target);
    }
    if (address.isLinkLocal()) // its route is the interface's
        return true;
    sockaddr_in6 target{};
    target.sin6_family = AF_INET6;
    target.sin6_port = htons(anyPort);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::copy_n(bytes.c, sizeof bytes.c, target.sin6_addr.s6_addr);
    return canConnect(reinterpret_cast<const sockaddr *>(&target), sizeof target);
}

bool isOnSomeNetwork()
{
    const QList<QNetworkInterface> all = QNetworkInterface::allInterfaces();
    return std::ranges::any_of(all, [](const QNetworkInterface &interface) {
        const auto flags = interface.flags();
        if (!flags.testFlags(QNetworkInterface::IsUp | QNetworkInterface::IsRunning)
            || flags.testFlag(QNetworkInterface::IsLoopBack))
            return false;
        const QList<QNetworkAddressEntry> entries = interface.addressEntries();
        return std::ranges::any_of(
            entries, [](const QNetworkAddressEntry &entry) { return !entry.ip().isLinkLocal(); });
    });
}

} // namespace

bool hasRouteTo(const QString &host)
{
    if (isLoopback(host))
        return true;
    const QHostAddress address(host);
    return address.isNull() ? isOnSomeNetwork() : hasRouteTo(address);
}

RouteWatch::RouteWatch(QObject *parent)
    : QObject(parent)
    , m_socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE))
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(calmTime);
    connect(&m_calm, &QTimer::timeout, this, &RouteWatch::changed);
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups
        = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR | RTMGRP_IPV4_ROUTE | RTMGRP_IPV6_ROUTE;
    if (m_socket < 0 || ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &RouteWatch::drain);
}

RouteWatch::~RouteWatch()
{
    m_notifier.reset();
    if (m_socket >= 0)
        ::close(m_socket);
}

// What exactly has changed is of no interest; nor that some of it was lost (ENOBUFS).
void RouteWatch::drain()
{
    std::array<char, 16 * 1024> message;
    while (::recv(m_socket, message.data(), message.size(), 0) > 0 || errno == ENOBUFS || errno == EINTR) { }
    m_calm.start();
}

} // namespace net
