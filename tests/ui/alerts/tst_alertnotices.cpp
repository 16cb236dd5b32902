// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "tests/support/privatebus.h"
#include "tests/ui/desktop/fakedesktop.h"
#include "ui/alerts/alertnotices.h"

#include <QApplication>
#include <QTest>
#include <QWidget>

using namespace std::chrono_literals;
using analysis::AlertPriority;
using session::Alert;

namespace {

Alert alert(const char *title, AlertPriority priority)
{
    return {QString::fromLatin1(title).toLower(),
            QString::fromLatin1(title),
            priority,
            analysis::AlertComparison::Above,
            analysis::AlertUnit::Count,
            10,
            12,
            1'000,
            0};
}

} // namespace

/// Which alerts the desktop is told of, over a bus of this test's own.
class TestAlertNotices : public QObject
{
    Q_OBJECT

public:
    explicit TestAlertNotices(const QString &bus)
        : m_address(bus)
    {
    }

private Q_SLOTS:
    void init()
    {
        m_desktop = std::make_unique<FakeDesktop>(m_address);
        m_window = std::make_unique<QWidget>();
        m_other = std::make_unique<QWidget>();
        m_clock = std::make_unique<base::FakeClock>();
        m_notices = std::make_unique<ui::AlertNotices>(*m_window, *m_clock);
        m_window->show();
        lookElsewhere();
    }
    void cleanup()
    {
        m_notices.reset();
        m_clock.reset();
        m_other.reset();
        m_window.reset();
        m_desktop.reset();
    }

    void urgentOnesAreTold()
    {
        m_notices->tell(alert("Pauses", AlertPriority::P2));
        QTRY_COMPARE(shown().size(), 1);
        QCOMPARE(shown().constLast().title, QStringLiteral("1 alert: P2 Pauses"));
        QCOMPARE(shown().constLast().text, QStringLiteral("P2 Pauses: 12 &gt; 10"));
        settle();
        m_notices->tell(alert("Errors", AlertPriority::P1));
        QTRY_COMPARE(shown().size(), 2);
        QCOMPARE(shown().constLast().title, QStringLiteral("2 alerts, first P1 Errors"));
        QCOMPARE(shown().constLast().text, QStringLiteral("P1 Errors: 12 &gt; 10\nP2 Pauses: 12 &gt; 10"));
        QCOMPARE(shown().constLast().replaces, 41U); // one for all of them
    }

    void othersAreNot_data()
    {
        QTest::addColumn<AlertPriority>("priority");
        QTest::addColumn<bool>("isLookedAt");
        QTest::addColumn<bool>("isEnabled");
        QTest::newRow("good to know") << AlertPriority::P3 << false << true;
        QTest::newRow("the window is in front") << AlertPriority::P1 << true << true;
        QTest::newRow("not wanted") << AlertPriority::P1 << false << false;
    }

    void othersAreNot()
    {
        QFETCH(const AlertPriority, priority);
        QFETCH(const bool, isLookedAt);
        QFETCH(const bool, isEnabled);
        if (isLookedAt)
            lookAtWindow();
        m_notices->setEnabled(isEnabled);
        m_notices->tell(alert("Errors", priority));
        settle();
        QVERIFY(shown().isEmpty());
        // One that is to be told comes, so that the silence was no accident.
        lookElsewhere();
        m_notices->setEnabled(true);
        m_notices->tell(alert("Others", AlertPriority::P1));
        QTRY_COMPARE(shown().size(), 1);
        QCOMPARE(shown().constLast().title, QStringLiteral("1 alert: P1 Others"));
    }

    void oneThatFlapsIsToldOnceAMinute()
    {
        m_notices->tell(alert("Errors", AlertPriority::P1));
        QTRY_COMPARE(shown().size(), 1);
        settle();
        m_clock->advance(59s);
        m_notices->tell(alert("Errors", AlertPriority::P1));
        settle();
        QCOMPARE(shown().size(), 1);
        m_clock->advance(1s);
        m_notices->tell(alert("Errors", AlertPriority::P1));
        QTRY_COMPARE(shown().size(), 2);
        QCOMPARE(shown().constLast().title, QStringLiteral("1 alert: P1 Errors")); // the same one
    }

    void lookingIsSeeing()
    {
        m_notices->tell(alert("Errors", AlertPriority::P1));
        QTRY_COMPARE(shown().size(), 1);
        settle();
        m_window->hide();
        m_desktop->click(41);
        QTRY_VERIFY(m_window->isActiveWindow());
        QTRY_COMPARE(m_desktop->closed, QList<uint>{41});
        lookElsewhere();
        m_notices->tell(alert("Pauses", AlertPriority::P2));
        QTRY_COMPARE(shown().size(), 2);
        QCOMPARE(shown().constLast().title, QStringLiteral("1 alert: P2 Pauses"));
    }

private:
    [[nodiscard]] const QList<Notification> &shown() const { return m_desktop->notifications; }
    /// What is under way over the bus arrives.
    static void settle() { QTest::qWait(300); }
    void lookAtWindow()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void lookElsewhere()
    {
        m_other->show();
        m_other->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_other.get()));
    }

    QString m_address;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<QWidget> m_other;
    std::unique_ptr<base::FakeClock> m_clock;
    std::unique_ptr<ui::AlertNotices> m_notices;
};

int main(int argc, char **argv)
{
    support::PrivateBus bus;
    if (!bus.start())
        qFatal("no bus: %s", qPrintable(bus.failure()));
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toLatin1());
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tidemark"));
    QGuiApplication::setDesktopFileName(QStringLiteral("tidemark"));
    TestAlertNotices test(bus.address());
    return QTest::qExec(&test, argc, argv);
}

#include "tst_alertnotices.moc"
