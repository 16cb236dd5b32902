// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace ui {

/// A notification of the desktop's own, for a person who looks elsewhere (Desktop Notifications Specification 1.2,
/// org.freedesktop.Notifications). There is one at a time: a later one takes the place of the earlier. Where nobody shows
/// notifications nothing happens.
///
/// Thread: GUI. Never waits for an answer. Destruction leaves what is shown to the desktop.
class DesktopNotice final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopNotice)

public:
    DesktopNotice(const QDBusConnection &sessionBus, const QString &desktopFile, QObject *parent = nullptr);

    /// Plain texts.
    void show(const QString &title, const QString &text);
    /// It is out of date.
    void withdraw();

Q_SIGNALS:
    /// The person clicked it.
    void activated();

private Q_SLOTS:
    void onInvoked(uint id, const QString &action);
    void onClosed(uint id);

private:
    QDBusConnection m_bus;
    QString m_desktopFile;
    uint m_id = 0; ///< 0: none is shown.
};

} // namespace ui
