// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

class QDBusPendingCallWatcher;

namespace ui {

/// Keeps the computer from suspending itself, where logind runs (https://systemd.io/INHIBITOR_LOCKS/). The lock is a file
/// descriptor, so it ends with the program, however that ends. Where nobody answers, or the answer is no, nothing happens:
/// a computer that cannot be asked is not a fault of the uploads.
///
/// Thread: GUI. Never waits for an answer. Destruction releases.
class SleepLock final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SleepLock)

public:
    explicit SleepLock(const QDBusConnection &systemBus, QObject *parent = nullptr);

    /// `why` is what a person reads who asks what keeps the computer awake. Nothing new while it is held, nor after it was
    /// refused, until it is released.
    void hold(const QString &why);
    void release();
    /// Whether the computer has agreed.
    [[nodiscard]] bool isHeld() const { return m_lock.isValid(); }

private:
    void onAnswer(QDBusPendingCallWatcher *answer);

    QDBusConnection m_bus;
    QDBusPendingCallWatcher *m_question = nullptr; ///< While the answer to the last hold() is awaited.
    QDBusUnixFileDescriptor m_lock;
    bool m_isRefused = false; ///< Since the last release().
};

} // namespace ui
