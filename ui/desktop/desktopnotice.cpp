// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/desktopnotice.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QVariantMap>

#include <utility>

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

DesktopNotice::DesktopNotice(const QDBusConnection &sessionBus, const QString &desktopFile,
                             const QString &category, QObject *parent)
    : QObject(parent)
    , m_bus(sessionBus)
    , m_desktopFile(desktopFile)
    , m_category(category)
{
    m_bus.connect(QString(), path, service, QStringLiteral("ActionInvoked"), this,
                  SLOT(onInvoked(uint, QString)));
    m_bus.connect(QString(), path, service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint)));
}

void DesktopNotice::show(const QString &title, const QString &text)
{
    m_isOutdated = false;
    if (m_isAsking)
        m_next = {title, text};
    else
        send({title, text});
}

void DesktopNotice::send(const Texts &texts)
{
    QDBusMessage notify = call(QStringLiteral("Notify"));
    notify << QGuiApplication::applicationDisplayName() << m_id << m_desktopFile << texts.title
           << texts.text.toHtmlEscaped() // the body is markup, the title is not
           << QStringList{clicked, tr("Show Tidemark")}
           << QVariantMap{{QStringLiteral("desktop-entry"), m_desktopFile},
                          {QStringLiteral("category"), m_category}}
           << byTheDesktop;
    m_isAsking = true;
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(notify), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<uint> id = *answer;
        answer->deleteLater();
        onAnswer(id.isValid() ? id.value() : 0);
    });
}

void DesktopNotice::onAnswer(uint id)
{
    m_isAsking = false;
    m_id = id;
    if (m_next)
        send(*std::exchange(m_next, std::nullopt));
    else if (std::exchange(m_isOutdated, false))
        withdraw();
}

void DesktopNotice::withdraw()
{
    m_next.reset();
    m_isOutdated = m_isAsking;
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
