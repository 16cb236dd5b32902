// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

#include <optional>

namespace ui {

/// A notification of the desktop's own, for a person who looks elsewhere (Desktop Notifications Specification 1.2,
/// org.freedesktop.Notifications). There is one at a time: a later one takes the place of the earlier. Where nobody shows
/// notifications nothing happens.
///
/// Thread: GUI. Never waits for an answer: what is to be shown while the desktop has not yet told the number of the one before
/// follows when it has. Destruction leaves what is shown to the desktop.
class DesktopNotice final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopNotice)

public:
    /// `category` is one of the specification's, "transfer.complete".
    DesktopNotice(const QDBusConnection &sessionBus, const QString &desktopFile, const QString &category,
                  QObject *parent = nullptr);

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
    struct Texts
    {
        QString title;
        QString text;
    };
    void send(const Texts &texts);
    void onAnswer(uint id);

    QDBusConnection m_bus;
    QString m_desktopFile;
    QString m_category;
    uint m_id = 0; ///< 0: none is shown.
    bool m_isAsking = false; ///< The number of the last one is not known yet.
    std::optional<Texts> m_next; ///< To be shown then.
    bool m_isOutdated = false; ///< To be withdrawn then.
};

} // namespace ui
