// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/hostscope.h"

#include <algorithm>

namespace net {
namespace {

bool isPrivate(const QHostAddress &address)
{
    static const std::pair<QHostAddress, int> networks[]{
        {QHostAddress(QStringLiteral("10.0.0.0")), 8},     {QHostAddress(QStringLiteral("172.16.0.0")), 12},
        {QHostAddress(QStringLiteral("192.168.0.0")), 16}, {QHostAddress(QStringLiteral("169.254.0.0")), 16},
        {QHostAddress(QStringLiteral("100.64.0.0")), 10},  {QHostAddress(QStringLiteral("fc00::")), 7},
        {QHostAddress(QStringLiteral("fe80::")), 10},
    };
    return std::ranges::any_of(networks, [&address](const auto &network) {
        return address.isInSubnet(network.first, network.second);
    });
}

} // namespace

HostScope scopeOf(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    const QHostAddress plain = isV4 ? QHostAddress(v4) : address;
    if (plain.isLoopback())
        return HostScope::Loopback;
    return isPrivate(plain) ? HostScope::Private : HostScope::Public;
}

HostScope scopeOf(const QList<QHostAddress> &addresses)
{
    if (addresses.isEmpty())
        return HostScope::Public;
    HostScope widest = HostScope::Loopback;
    for (const QHostAddress &address : addresses)
        widest = std::max(widest, scopeOf(address));
    return widest;
}

} // namespace net
