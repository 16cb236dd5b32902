// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privatebus.h"
#include "tests/ui/desktop/fakedesktop.h"
#include "ui/desktop/sleeplock.h"

#include <QCoreApplication>
#include <QTest>

/// What keeps the computer awake, over a bus of this test's own.
class TestSleepLock : public QObject
{
    Q_OBJECT

public:
    explicit TestSleepLock(const QString &bus)
        : m_address(bus)
    {
    }

private Q_SLOTS:
    void init() { m_desktop = std::make_unique<FakeDesktop>(m_address); }
    void cleanup() { m_desktop.reset(); }

    void lockLastsUntilReleased()
    {
        ui::SleepLock lock(bus());
        lock.hold(QStringLiteral("a reason"));
        lock.hold(QStringLiteral("a reason")); // asked for, and not yet answered
        QTRY_VERIFY(lock.isHeld());
        lock.hold(QStringLiteral("another"));
        QVERIFY(m_desktop->isKeptAwake());
        QCOMPARE(m_desktop->locks, QStringList{QStringLiteral("sleep:idle|tidemark|a reason|block")});
        lock.release();
        QVERIFY(!lock.isHeld());
        QTRY_VERIFY(!m_desktop->isKeptAwake());
    }

    void lockGoesWithItsObject()
    {
        {
            ui::SleepLock lock(bus());
            lock.hold(QStringLiteral("a reason"));
            QTRY_VERIFY(lock.isHeld());
        }
        QTRY_VERIFY(!m_desktop->isKeptAwake());
    }

    void lockReleasedBeforeTheAnswerIsNotKept()
    {
        ui::SleepLock lock(bus());
        lock.hold(QStringLiteral("a reason"));
        lock.release();
        QTRY_COMPARE(m_desktop->locks.size(), 1);
        QTRY_VERIFY(!m_desktop->isKeptAwake());
        QVERIFY(!lock.isHeld());
        lock.hold(QStringLiteral("a reason"));
        QTRY_VERIFY(lock.isHeld());
    }

    void refusedLockIsNotAskedForUntilReleased()
    {
        m_desktop->refuseLocks();
        ui::SleepLock lock(bus());
        lock.hold(QStringLiteral("a reason"));
        QTRY_COMPARE(m_desktop->refusals, 1);
        QTest::qWait(200); // the answer has to arrive
        QVERIFY(!lock.isHeld());
        m_desktop.reset();
        m_desktop = std::make_unique<FakeDesktop>(m_address);
        lock.hold(QStringLiteral("a reason"));
        QTest::qWait(200);
        QVERIFY(!lock.isHeld());
        QCOMPARE(m_desktop->locks, QStringList());
        lock.release();
        lock.hold(QStringLiteral("a reason"));
        QTRY_VERIFY(lock.isHeld());
    }

private:
    static QDBusConnection bus() { return QDBusConnection::systemBus(); }

    QString m_address;
    std::unique_ptr<FakeDesktop> m_desktop;
};

int main(int argc, char **argv)
{
    support::PrivateBus bus;
    if (!bus.start())
        qFatal("no bus: %s", qPrintable(bus.failure()));
    // Before anybody asks for it: it is made once.
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address().toLatin1());
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tidemark"));
    TestSleepLock test(bus.address());
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sleeplock.moc"
