// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/privatehost.h"

#include "core/net/endpoint.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace net {
namespace {

constexpr std::array privateNetworks{"10.0.0.0/8",     "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10",
                                     "169.254.0.0/16", "fc00::/7",      "fe80::/10"};
constexpr std::array privateNames{".localhost", ".test", ".local", ".home.arpa", ".internal"};

bool isPrivateAddress(QHostAddress address)
{
    bool isMapped = false;
    const quint32 v4 = address.toIPv4Address(&isMapped); // ::ffff:192.168.0.1 is one, too
    if (isMapped)
        address.setAddress(v4);
    address.setScopeId({});
    return address.isLoopback() || std::ranges::any_of(privateNetworks, [&address](const char *network) {
               return address.isInSubnet(QHostAddress::parseSubnet(QLatin1StringView(network)));
           });
}

} // namespace

bool isPrivateHost(const QString &host)
{
    if (isLoopback(host))
        return true;
    const QHostAddress address(host);
    if (!address.isNull())
        return isPrivateAddress(address);
    QString name = host.toLower();
    if (name.endsWith(u'.')) // the root's dot
        name.chop(1);
    if (name.isEmpty())
        return false;
    return !name.contains(u'.') || std::ranges::any_of(privateNames, [&name](const char *ending) {
        return name.endsWith(QLatin1StringView(ending));
    });
}

} // namespace net
