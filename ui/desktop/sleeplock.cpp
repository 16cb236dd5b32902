// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sleeplock.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace ui {

SleepLock::SleepLock(const QDBusConnection &systemBus, QObject *parent)
    : QObject(parent)
    , m_bus(systemBus)
{
}

void SleepLock::hold(const QString &why)
{
    if (m_question || m_isRefused || isHeld())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    // "idle" for what suspends by itself after a while, "sleep" for what does so without asking for idleness.
    call << QStringLiteral("sleep:idle") << QCoreApplication::applicationName() << why
         << QStringLiteral("block");
    m_question = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(m_question, &QDBusPendingCallWatcher::finished, this, &SleepLock::onAnswer);
}

void SleepLock::onAnswer(QDBusPendingCallWatcher *answer)
{
    answer->deleteLater();
    // Released meanwhile: the descriptor goes with the answer.
    if (answer != m_question)
        return;
    m_question = nullptr;
    const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *answer;
    if (reply.isValid())
        m_lock = reply.value();
    m_isRefused = !isHeld();
}

void SleepLock::release()
{
    m_question = nullptr;
    m_lock = {};
    m_isRefused = false;
}

} // namespace ui
