// SPDX-License-Identifier: GPL-3.0-or-later
// Leak check, sweep and audit through a session, of real servers whose truth is known.
#include "core/base/clock.h"
#include "core/net/curlaccessmanager.h"
#include "core/session/session.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using session::Session;

class TestSessionExperiments final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { session::registerMetaTypes(); }
    void init()
    {
        m_server = std::make_unique<support::SpecimenServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        m_manager = std::make_unique<net::CurlAccessManager>();
        m_session = std::make_unique<Session>(*m_manager, m_clock);
    }
    void cleanup()
    {
        m_session.reset();
        m_manager.reset();
        m_server.reset();
    }

    void aSweepMeasuresItsLevels()
    {
        QSignalSpy progressed(m_session.get(), &Session::sweepProgressed);
        QSignalSpy finished(m_session.get(), &Session::sweepFinished);
        m_session->startSweep(sweepPlan());
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
        const auto result = finished.first().first().value<experiment::SweepResult>();
        QCOMPARE(result.stop, experiment::SweepStop::None);
        QCOMPARE(result.levels.size(), std::size_t(2));
        QCOMPARE(result.levels[1].load.done, 20);
        QVERIFY(result.found.found());
        QVERIFY(!progressed.isEmpty());
        QCOMPARE(m_server->uploads(QStringLiteral("read-all"), QStringLiteral("cured")), result.attempts);
    }

    void anAuditMakesItsChecks()
    {
        experiment::AuditPlan plan;
        plan.target.endpoint.url = m_server->url(QStringLiteral("/upload/body-limit"));
        plan.watch.url = m_server->url(QStringLiteral("/"));
        plan.only = {QStringLiteral("field-missing"), QStringLiteral("boundary")};
        plan.bounds.body = 1024 * 1024;
        QSignalSpy progressed(m_session.get(), &Session::auditProgressed);
        QSignalSpy finished(m_session.get(), &Session::auditFinished);
        m_session->startAudit(plan);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
        const auto result = finished.first().first().value<experiment::AuditResult>();
        QCOMPARE(result.end, experiment::AuditEnd::Whole);
        QCOMPARE(static_cast<int>(result.findings.size()), static_cast<int>(plan.only.size()));
        QVERIFY(!progressed.isEmpty());
    }

    void uploadsWaitUntilItIsOver()
    {
        QSignalSpy finished(m_session.get(), &Session::sweepFinished);
        transfer::UploadTarget target;
        target.endpoint.url = m_server->url(QStringLiteral("/upload/read-all/cured"));
        m_session->setTarget(target);
        qint64 done = 0;
        qint64 doneAtTheEnd = -1;
        connect(m_session.get(), &Session::uploadsChanged, this,
                [&](const session::UploadBatch &batch) { done = batch.totals.done; });
        connect(m_session.get(), &Session::sweepFinished, this, [&] { doneAtTheEnd = done; });
        m_session->startSweep(sweepPlan());
        m_session->addPaths({m_files.makeFile(QStringLiteral("later.bin"), 1'000)});
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
        QCOMPARE(doneAtTheEnd, 0);
        QTRY_COMPARE_WITH_TIMEOUT(done, 1, patience);
    }

    // Which of them is under way makes no difference to who wants another one.
    void oneAtATime()
    {
        QSignalSpy swept(m_session.get(), &Session::sweepFinished);
        QSignalSpy checked(m_session.get(), &Session::checkFinished);
        QSignalSpy audited(m_session.get(), &Session::auditFinished);
        m_session->startSweep(sweepPlan());
        m_session->startCheck({});
        m_session->startAudit({});
        m_session->cancelExperiment();
        QTRY_COMPARE_WITH_TIMEOUT(swept.size(), 1, patience);
        QCOMPARE(swept.first().first().value<experiment::SweepResult>().stop,
                 experiment::SweepStop::Cancelled);
        QTest::qWait(0);
        QCOMPARE(checked.size() + audited.size(), 0);
    }

    void destroyedWhileSweeping()
    {
        bool isLoading = false;
        connect(m_session.get(), &Session::sweepProgressed, this, [&](const experiment::SweepProgress &now) {
            isLoading = isLoading || now.phase == experiment::SweepPhase::Load;
        });
        experiment::SweepPlan plan = sweepPlan();
        plan.levelTime = 60s;
        m_session->startSweep(plan);
        QTRY_VERIFY_WITH_TIMEOUT(isLoading, patience);
        m_session.reset();
        QVERIFY(m_server->uploads(QStringLiteral("read-all"), QStringLiteral("cured")) > 0);
    }

private:
    static constexpr int patience = 120'000;

    experiment::SweepPlan sweepPlan() const
    {
        experiment::SweepPlan plan;
        plan.uploads.target.endpoint.url = m_server->url(QStringLiteral("/upload/read-all/cured"));
        plan.uploads.target.endpoint.transport.totalTimeout = 30s;
        plan.uploads.bytes = 4 * 1024;
        plan.watch.url = m_server->url(QStringLiteral("/"));
        plan.levels = {1, 4};
        plan.perConnection = 5;
        plan.leastTime = 0ms; // so many, and no more
        return plan;
    }

    base::SystemClock m_clock;
    support::TestFiles m_files;
    std::unique_ptr<support::SpecimenServer> m_server;
    std::unique_ptr<net::CurlAccessManager> m_manager;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(TestSessionExperiments)
#include "tst_sessionexperiments.moc"
