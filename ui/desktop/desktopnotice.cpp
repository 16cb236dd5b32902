// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/desktopnotice.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QVariantMap>

namespace ui {

namespace {

// Names of the specification.
constexpr QLatin1StringView service("org.freedesktop.Notifications");
constexpr QLatin1StringView path("/org/freedesktop/Notifications");
constexpr QLatin1StringView clicked("default");
constexpr int byTheDesktop = -1; // how long it is shown

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

DesktopNotice::DesktopNotice(const QDBusConnection &sessionBus, const QString &desktopFile, QObject *parent)
    : QObject(parent)
    , m_bus(sessionBus)
    , m_desktopFile(desktopFile)
{
    m_bus.connect(QString(), path, service, QStringLiteral("ActionInvoked"), this,
                  SLOT(onInvoked(uint, QString)));
    m_bus.connect(QString(), path, service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint)));
}

void DesktopNotice::show(const QString &title, const QString &text)
{
    QDBusMessage notify = call(QStringLiteral("Notify"));
    notify << QGuiApplication::applicationDisplayName() << m_id << m_desktopFile << title
           << text.toHtmlEscaped() // the body is markup, the title is not
           << QStringList{clicked, tr("Show Tidemark")}
           << QVariantMap{{QStringLiteral("desktop-entry"), m_desktopFile},
                          {QStringLiteral("category"), QStringLiteral("transfer.complete")}}
           << byTheDesktop;
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(notify), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<uint> id = *answer;
        if (id.isValid())
            m_id = id.value();
        answer->deleteLater();
    });
}

void DesktopNotice::withdraw()
{
    if (m_id == 0)
        return;
    m_bus.send(call(QStringLiteral("CloseNotification")) << m_id);
    m_id = 0;
}

void DesktopNotice::onInvoked(uint id, const QString &action)
{
    if (id == m_id && id != 0 && action == clicked)
        Q_EMIT activated();
}

void DesktopNotice::onClosed(uint id)
{
    if (id == m_id)
        m_id = 0;
}

} // namespace ui
