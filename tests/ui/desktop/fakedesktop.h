// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QVariantMap>

/// What a notification said.
struct Notification
{
    QString program;
    uint replaces = 0;
    QString icon;
    QString title;
    QString text;
    QStringList actions;
};

/// Stands in for the desktop on one bus: org.freedesktop.Notifications, logind's Inhibit and a dock that hears of progress.
class FakeDesktop final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    explicit FakeDesktop(const QString &bus);
    ~FakeDesktop() override;

    /// The person clicks it.
    void click(uint id);
    void close(uint id);
    /// Whoever asks for locks from now on is told no.
    void refuseLocks() { m_refuses = true; }
    /// Whether a lock was taken that nobody has let go of.
    [[nodiscard]] bool isKeptAwake();

    QList<Notification> notifications;
    QList<uint> closed;
    QStringList locks; ///< "what|who|why|mode"
    int refusals = 0; ///< Of locks.
    QList<QVariantMap> progress; ///< Of application://tidemark.desktop.

public Q_SLOTS:
    uint Notify(const QString &program, uint replaces, const QString &icon, const QString &title,
                const QString &text, const QStringList &actions, const QVariantMap &hints, int timeout);
    void CloseNotification(uint id);
    void onUpdate(const QString &uri, const QVariantMap &properties);

private:
    friend class FakeLogin;
    void send(const QString &signal, const QVariantList &arguments);

    QDBusConnection m_bus;
    int m_end = -1; ///< Ours of the last lock's pipe: it is over when the other one is closed everywhere.
    bool m_refuses = false;
};
