// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "core/net/curlaccessmanager.h"
#include "core/session/session.h"
#include "tests/support/privatebus.h"
#include "tests/ui/desktop/fakedesktop.h"
#include "ui/desktop/desktopnotice.h"
#include "ui/desktop/launcherprogress.h"
#include "ui/mainwindow/desktopconnection.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace std::chrono_literals;

/// What the desktop is told, over a bus of this test's own.
class TestDesktop : public QObject
{
    Q_OBJECT

public:
    explicit TestDesktop(const QString &bus)
        : m_address(bus)
    {
    }

private Q_SLOTS:
    void init() { m_desktop = std::make_unique<FakeDesktop>(m_address); }
    void cleanup() { m_desktop.reset(); }

    void progressIsToldInHundredths()
    {
        {
            ui::LauncherProgress progress(bus(), QStringLiteral("tidemark"));
            progress.show(0.251);
            progress.show(0.259);
            progress.show(0.26);
            progress.show(7);
        }
        QTRY_COMPARE(m_desktop->progress.size(), 4);
        const auto share = [this](int i) { return m_desktop->progress[i].value(QStringLiteral("progress")); };
        QCOMPARE(share(0), 0.25);
        QCOMPARE(share(1), 0.26);
        QCOMPARE(share(2), 1.0);
        QCOMPARE(m_desktop->progress[2].value(QStringLiteral("progress-visible")), true);
        QCOMPARE(m_desktop->progress[3].value(QStringLiteral("progress-visible")), false);
    }

    void noticeIsOneAndClickable()
    {
        ui::DesktopNotice notice(bus(), QStringLiteral("tidemark"), QStringLiteral("transfer.complete"));
        QSignalSpy activated(&notice, &ui::DesktopNotice::activated);
        notice.show(QStringLiteral("<Title>"), QStringLiteral("3 < 4 & more"));
        QTRY_COMPARE(m_desktop->notifications.size(), 1);
        QTest::qWait(300); // its number has to arrive
        const Notification first = m_desktop->notifications.first();
        QCOMPARE(first.title, QStringLiteral("<Title>"));
        QCOMPARE(first.text, QStringLiteral("3 &lt; 4 &amp; more"));
        QCOMPARE(first.icon, QStringLiteral("tidemark"));
        QCOMPARE(first.replaces, 0U);
        QCOMPARE(first.actions.value(0), QStringLiteral("default"));

        m_desktop->click(7); // somebody else's
        m_desktop->click(41);
        QTRY_COMPARE(activated.size(), 1);
        notice.show(QStringLiteral("Second"), {});
        QTRY_COMPARE(m_desktop->notifications.size(), 2);
        QCOMPARE(m_desktop->notifications.last().replaces, 41U);
        m_desktop->close(41);
        QTest::qWait(300);
        notice.withdraw();
        notice.show(QStringLiteral("Third"), {});
        QTRY_COMPARE(m_desktop->notifications.size(), 3);
        QCOMPARE(m_desktop->notifications.last().replaces, 0U);
        QTest::qWait(300);
        notice.withdraw();
        QTRY_COMPARE(m_desktop->closed, QList<uint>{43});
        QCOMPARE(activated.size(), 1);
    }

    void noticesBeforeTheFirstHasItsNumberAreOne()
    {
        ui::DesktopNotice notice(bus(), QStringLiteral("tidemark"), QStringLiteral("network.error"));
        for (const char *title : {"First", "Second", "Third"})
            notice.show(QString::fromLatin1(title), {});
        QTRY_COMPARE(m_desktop->notifications.size(), 2);
        QCOMPARE(m_desktop->notifications.last().title, QStringLiteral("Third"));
        QCOMPARE(m_desktop->notifications.last().replaces, 41U);
        QTest::qWait(300); // its number has to arrive
        QCOMPARE(m_desktop->notifications.size(), 2);
        notice.show(QStringLiteral("Fourth"), {});
        notice.withdraw(); // is not known to the desktop yet by a number that we know
        QTRY_COMPARE(m_desktop->notifications.size(), 3);
        QTRY_VERIFY(m_desktop->closed.contains(41U));
        QTest::qWait(300);
        QCOMPARE(m_desktop->closed.last(), 41U);
    }

    void longRunIsToldToWhoLooksElsewhere_data()
    {
        QTest::addColumn<std::chrono::seconds>("length");
        QTest::addColumn<bool>("isLookedAt");
        QTest::addColumn<QString>("text");
        QTest::newRow("long") << 40s << false << QStringLiteral("2 done, 1 failed · 200 B in 40.0 s");
        QTest::newRow("short") << 20s << false << QString();
        QTest::newRow("looked at") << 40s << true << QString();
    }

    void longRunIsToldToWhoLooksElsewhere()
    {
        QFETCH(std::chrono::seconds, length);
        QFETCH(bool, isLookedAt);
        QFETCH(QString, text);
        Scene scene;
        if (isLookedAt) {
            scene.window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(scene.window.get()));
        }
        scene.tell(2, 1, 0, 0);
        QTRY_VERIFY(m_desktop->isKeptAwake());
        scene.clock.advance(length);
        scene.tell(0, 1, 1, 1);
        QTRY_COMPARE(shown(), true);
        scene.tell(0, 0, 2, 1);
        QTRY_VERIFY(!m_desktop->isKeptAwake());
        QTRY_COMPARE(shown(), false);
        if (text.isEmpty()) {
            QTest::qWait(300);
            QVERIFY(m_desktop->notifications.isEmpty());
            return;
        }
        QTRY_COMPARE(m_desktop->notifications.size(), 1);
        QCOMPARE(m_desktop->notifications.first().text, text);
        scene.window->hide();
        QTest::qWait(300); // its number has to arrive
        m_desktop->click(41);
        QTRY_VERIFY(scene.window->isActiveWindow());
        QTRY_COMPARE(m_desktop->closed, QList<uint>{41}); // it has been seen
    }

    void queueAtRestLetsTheComputerSleep()
    {
        Scene scene;
        scene.tell(2, 1, 0, 0);
        QTRY_VERIFY(m_desktop->isKeptAwake());
        scene.tell(3, 0, 0, 0); // paused, or waiting for the next attempt
        scene.clock.advance(110s);
        QTest::qWait(50);
        QVERIFY(m_desktop->isKeptAwake());
        scene.clock.advance(11s);
        QTRY_VERIFY(!m_desktop->isKeptAwake());
        scene.tell(2, 1, 0, 0);
        QTRY_VERIFY(m_desktop->isKeptAwake());
        QCOMPARE(m_desktop->locks.size(), 2);
    }

    void nothingIsAskedBeforeAnythingRuns()
    {
        Scene scene;
        scene.tell(3, 0, 0, 0);
        scene.tell(0, 0, 0, 3);
        QTest::qWait(100);
        QVERIFY(m_desktop->locks.isEmpty());
        QVERIFY(m_desktop->progress.isEmpty());
        QVERIFY(m_desktop->notifications.isEmpty());
    }

private:
    /// A window whose session tells what it is made to tell.
    struct Scene
    {
        Scene()
            : session(manager, clock)
            , window(std::make_unique<QWidget>())
        {
            new ui::DesktopConnection(session, clock, *window);
            window->show();
            other.show();
            other.activateWindow();
            if (!QTest::qWaitForWindowActive(&other))
                qWarning("the other window is not active");
        }
        void tell(qint64 waiting, qint64 running, qint64 done, qint64 failed)
        {
            session::UploadBatch batch;
            batch.totals.waiting = waiting;
            batch.totals.running = running;
            batch.totals.done = done;
            batch.totals.failed = failed;
            batch.totals.files = waiting + running + done + failed;
            batch.totals.bytes = batch.totals.files * 100;
            batch.totals.bytesDone = done * 100;
            Q_EMIT session.uploadsChanged(batch);
            QCoreApplication::processEvents();
        }

        net::CurlAccessManager manager;
        base::FakeClock clock;
        session::Session session;
        QWidget other;
        std::unique_ptr<QWidget> window;
    };

    /// Whether the icon shows progress; nothing: it was told nothing.
    [[nodiscard]] QVariant shown() const
    {
        return m_desktop->progress.isEmpty()
            ? QVariant()
            : m_desktop->progress.last().value(QStringLiteral("progress-visible"));
    }
    static QDBusConnection bus() { return QDBusConnection::sessionBus(); }

    QString m_address;
    std::unique_ptr<FakeDesktop> m_desktop;
};

int main(int argc, char **argv)
{
    support::PrivateBus bus;
    if (!bus.start())
        qFatal("no bus: %s", qPrintable(bus.failure()));
    // Before anybody asks for them: they are made once.
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toLatin1());
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address().toLatin1());
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tidemark"));
    QGuiApplication::setDesktopFileName(QStringLiteral("tidemark"));
    session::registerMetaTypes();
    TestDesktop test(bus.address());
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desktop.moc"
