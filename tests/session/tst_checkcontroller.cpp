// SPDX-License-Identifier: GPL-3.0-or-later
// When a check of a session begins and ends. The network never answers: what a check finds is tested elsewhere.
#include "core/base/fakeclock.h"
#include "core/session/checkcontroller.h"
#include "tests/transfer/scriptedmanager.h"

#include <QSignalSpy>
#include <QTest>

using experiment::CheckPlan;
using experiment::CheckResult;
using experiment::Interruption;
using session::CheckController;

class TestCheckController final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_manager = std::make_unique<testing::ScriptedManager>();
        m_controller = std::make_unique<CheckController>(*m_manager, m_clock);
        m_plan.uploads.target.endpoint.url = QUrl(QStringLiteral("http://127.0.0.1:9/upload"));
        m_plan.watch.url = QUrl(QStringLiteral("http://127.0.0.1:9/"));
    }
    void cleanup()
    {
        m_controller.reset();
        m_manager.reset();
    }

    void uploadsAreHeldFirst()
    {
        QSignalSpy held(m_controller.get(), &CheckController::held);
        m_controller->start(m_plan);
        QCOMPARE(held, QList<QVariantList>{{true}});
        QVERIFY(m_controller->isBusy());
        m_controller->setUploadsRunning(true);
        QVERIFY(m_manager->replies.isEmpty()); // It waits.
        m_controller->setUploadsRunning(false);
        QTRY_VERIFY(!m_manager->replies.isEmpty());
    }

    void cancelledWhileWaiting()
    {
        QSignalSpy held(m_controller.get(), &CheckController::held);
        QSignalSpy finished(m_controller.get(), &CheckController::finished);
        m_controller->start(m_plan);
        m_controller->cancel();
        QCOMPARE(finished.size(), 0); // From the event loop, never from within the call.
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(held, (QList<QVariantList>{{true}, {false}}));
        const auto result = finished.first().first().value<CheckResult>();
        QCOMPARE(result.interruption, Interruption::Cancelled);
        QCOMPARE(result.verdict.outcome, analysis::Outcome::Inconclusive);
        QCOMPARE(result.plan.uploads.target, m_plan.uploads.target);
        m_controller->setUploadsRunning(false); // Too late to begin.
        QVERIFY(!m_controller->isBusy());
    }

    void cancelledWhileRunning()
    {
        QSignalSpy held(m_controller.get(), &CheckController::held);
        QSignalSpy finished(m_controller.get(), &CheckController::finished);
        m_controller->start(m_plan);
        m_controller->setUploadsRunning(false);
        m_controller->cancel();
        m_controller->cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<CheckResult>().interruption, Interruption::Cancelled);
        QCOMPARE(held.last(), QVariantList{false});
        QVERIFY(!m_controller->isBusy());
        m_controller->start(m_plan); // And again.
        m_controller->setUploadsRunning(false);
        m_controller->cancel();
        QTRY_COMPARE(finished.size(), 2);
    }

    void oneAtATime()
    {
        QSignalSpy held(m_controller.get(), &CheckController::held);
        m_controller->start(m_plan);
        m_controller->start(m_plan);
        m_controller->setUploadsRunning(false);
        m_controller->start(m_plan);
        QCOMPARE(held.size(), 1);
    }

    void progressIsTold()
    {
        QSignalSpy progressed(m_controller.get(), &CheckController::progressed);
        m_controller->start(m_plan);
        m_clock.advance(std::chrono::milliseconds(1));
        QCOMPARE(progressed.size(), 1);
        QCOMPARE(progressed.first().first().value<experiment::CheckProgress>().phase,
                 experiment::CheckPhase::Probe);
    }

    void nothingIsSaidOfWhatDidNotRun()
    {
        QSignalSpy finished(m_controller.get(), &CheckController::finished);
        m_controller->cancel();
        m_controller->countRequest();
        m_controller->setUploadsRunning(false);
        QTest::qWait(0);
        QCOMPARE(finished.size(), 0);
        QVERIFY(m_manager->replies.isEmpty());
    }

    void destroyedWhileRunning()
    {
        QSignalSpy finished(m_controller.get(), &CheckController::finished);
        m_controller->start(m_plan);
        m_controller->setUploadsRunning(false);
        m_controller.reset();
        QTest::qWait(0);
        QCOMPARE(finished.size(), 0);
    }

private:
    std::unique_ptr<testing::ScriptedManager> m_manager;
    base::FakeClock m_clock;
    CheckPlan m_plan;
    std::unique_ptr<CheckController> m_controller;
};

QTEST_GUILESS_MAIN(TestCheckController)
#include "tst_checkcontroller.moc"
