// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desktop/fakedesktop.h"

#include <array>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

/// logind's manager, as far as locks go.
class FakeLogin final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    explicit FakeLogin(FakeDesktop &desktop)
        : QObject(&desktop)
        , m_desktop(desktop)
    {
    }

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why,
                                    const QString &mode)
    {
        if (m_desktop.m_refuses) {
            ++m_desktop.refusals;
            sendErrorReply(QDBusError::AccessDenied, QStringLiteral("not allowed"));
            return QDBusUnixFileDescriptor();
        }
        m_desktop.locks << QStringList{what, who, why, mode}.join(u'|');
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        if (m_desktop.m_end >= 0)
            ::close(m_desktop.m_end);
        m_desktop.m_end = ends[0];
        const QDBusUnixFileDescriptor lock(ends[1]); // a copy
        ::close(ends[1]);
        return lock;
    }

private:
    FakeDesktop &m_desktop;
};

FakeDesktop::FakeDesktop(const QString &bus)
    : m_bus(QDBusConnection::connectToBus(bus, QStringLiteral("desktop")))
{
    const bool isThere = m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"))
        && m_bus.registerService(QStringLiteral("org.freedesktop.login1"))
        && m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                                QDBusConnection::ExportAllSlots)
        && m_bus.registerObject(QStringLiteral("/org/freedesktop/login1"), new FakeLogin(*this),
                                QDBusConnection::ExportAllSlots)
        && m_bus.connect(QString(), QString(), QStringLiteral("com.canonical.Unity.LauncherEntry"),
                         QStringLiteral("Update"), this, SLOT(onUpdate(QString, QVariantMap)));
    if (!isThere)
        qFatal("no desktop: %s", qPrintable(m_bus.lastError().message()));
}

FakeDesktop::~FakeDesktop()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    if (m_end >= 0)
        ::close(m_end);
}

uint FakeDesktop::Notify(const QString &program, uint replaces, const QString &icon, const QString &title,
                         const QString &text, const QStringList &actions, const QVariantMap &hints,
                         int timeout)
{
    Q_UNUSED(hints)
    Q_UNUSED(timeout)
    notifications.append({program, replaces, icon, title, text, actions});
    return replaces != 0 ? replaces : static_cast<uint>(notifications.size()) + 40;
}

void FakeDesktop::CloseNotification(uint id)
{
    closed.append(id);
}

void FakeDesktop::onUpdate(const QString &uri, const QVariantMap &properties)
{
    if (uri == QStringLiteral("application://tidemark.desktop"))
        progress.append(properties);
}

void FakeDesktop::click(uint id)
{
    send(QStringLiteral("ActionInvoked"), {id, QStringLiteral("default")});
}

void FakeDesktop::close(uint id)
{
    send(QStringLiteral("NotificationClosed"), {id, 2U});
}

void FakeDesktop::send(const QString &signal, const QVariantList &arguments)
{
    QDBusMessage message
        = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/Notifications"),
                                     QStringLiteral("org.freedesktop.Notifications"), signal);
    message.setArguments(arguments);
    m_bus.send(message);
}

bool FakeDesktop::isKeptAwake()
{
    pollfd end{m_end, POLLIN, 0};
    return m_end >= 0 && ::poll(&end, 1, 0) == 0;
}

#include "fakedesktop.moc"
