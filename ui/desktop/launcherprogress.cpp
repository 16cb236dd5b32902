// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/launcherprogress.h"

#include <QDBusMessage>
#include <QVariantMap>

#include <algorithm>

namespace ui {

LauncherProgress::LauncherProgress(const QDBusConnection &sessionBus, const QString &desktopFile)
    : m_bus(sessionBus)
    , m_uri(QStringLiteral("application://%1.desktop").arg(desktopFile))
{
}

LauncherProgress::~LauncherProgress()
{
    hide();
}

void LauncherProgress::show(double share)
{
    const int hundredths = static_cast<int>(std::clamp(share, 0.0, 1.0) * 100);
    if (hundredths == m_told)
        return;
    m_told = hundredths;
    tell(hundredths / 100.0, true);
}

void LauncherProgress::hide()
{
    if (m_told < 0)
        return;
    m_told = -1;
    tell(0, false);
}

void LauncherProgress::tell(double share, bool isVisible)
{
    // Docks listen to every path; only the address of the entry tells programs apart.
    QDBusMessage update = QDBusMessage::createSignal(QStringLiteral("/com/canonical/unity/launcherentry/1"),
                                                     QStringLiteral("com.canonical.Unity.LauncherEntry"),
                                                     QStringLiteral("Update"));
    update << m_uri
           << QVariantMap{{QStringLiteral("progress"), share},
                          {QStringLiteral("progress-visible"), isVisible}};
    m_bus.send(update);
}

} // namespace ui
