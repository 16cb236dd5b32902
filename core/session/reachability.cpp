// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/reachability.h"

#include <QNetworkInformation>

namespace session {

Reachability::Reachability(QObject *parent)
    : QObject(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            &Reachability::update);
    update();
}

void Reachability::update()
{
    // "Local" and "site" are enough for a server of the same network.
    const bool isOnline
        = QNetworkInformation::instance()->reachability() != QNetworkInformation::Reachability::Disconnected;
    if (std::exchange(m_isOnline, isOnline) != isOnline)
        Q_EMIT changed(isOnline);
}

} // namespace session
