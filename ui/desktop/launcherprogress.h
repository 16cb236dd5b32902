// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QString>

namespace ui {

/// Progress at the program's icon in task bars and docks that know the launcher API of Unity: KDE's, Ubuntu's, Dash to Dock,
/// Plank (https://wiki.ubuntu.com/Unity/LauncherAPI). A signal on the session bus that nobody has to hear.
///
/// Thread: GUI. Destruction hides it.
class LauncherProgress final
{
    Q_DISABLE_COPY_MOVE(LauncherProgress)

public:
    /// `desktopFile`: the name of the program's desktop entry without its ending.
    LauncherProgress(const QDBusConnection &sessionBus, const QString &desktopFile);
    ~LauncherProgress();

    /// `share` of 0 to 1; told in steps of a hundredth.
    void show(double share);
    void hide();

private:
    void tell(double share, bool isVisible);

    QDBusConnection m_bus;
    QString m_uri;
    int m_told = -1; ///< Hundredths; -1: it is hidden.
};

} // namespace ui
