// SPDX-License-Identifier: GPL-3.0-or-later
// When an experiment of a session begins and ends. What one finds is tested elsewhere.
#include "core/base/fakeclock.h"
#include "core/experiment/audit.h"
#include "core/experiment/leakcheck.h"
#include "core/experiment/sweep.h"
#include "core/session/experimentseat.h"
#include "tests/transfer/scriptedmanager.h"

#include <QTcpServer>
#include <QTest>

using namespace std::chrono_literals;
using session::ExperimentRun;
using session::ExperimentSeat;
using session::RunOf;

namespace {

/// Writes down what is asked of it, and ends when the test says so, or is cancelled.
class ScriptedRun final : public ExperimentRun
{
public:
    explicit ScriptedRun(QStringList &log)
        : m_log(log)
    {
    }

    void begin() override
    {
        m_log << QStringLiteral("begin");
        m_isBegun = true;
        endIfCancelled();
    }
    void cancel() override
    {
        m_log << QStringLiteral("cancel");
        m_isCancelled = true;
        endIfCancelled();
    }
    void tellProgress() const override { m_log << QStringLiteral("progress"); }
    void tellResult() const override { m_log << QStringLiteral("result"); }
    void countRequest() override { m_log << QStringLiteral("request"); }
    void end()
    {
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT finished(); }, Qt::QueuedConnection);
    }

private:
    void endIfCancelled()
    {
        if (m_isBegun && m_isCancelled && !std::exchange(m_isOver, true))
            end();
    }

    QStringList &m_log;
    bool m_isBegun = false;
    bool m_isCancelled = false;
    bool m_isOver = false;
};

} // namespace

class TestExperimentSeat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_log.clear();
        m_seat = std::make_unique<ExperimentSeat>(m_clock);
        connect(m_seat.get(), &ExperimentSeat::held, this,
                [this](bool on) { m_log << (on ? QStringLiteral("held") : QStringLiteral("free")); });
    }
    void cleanup() { m_seat.reset(); }

    void uploadsAreHeldFirst()
    {
        start();
        QCOMPARE(log(), QStringLiteral("held"));
        QVERIFY(m_seat->isBusy());
        m_seat->setUploadsRunning(true);
        QCOMPARE(log(), QStringLiteral("held")); // It waits.
        m_seat->setUploadsRunning(false);
        m_seat->setUploadsRunning(false);
        QCOMPARE(log(), QStringLiteral("held begin"));
    }

    void endsWithItsResult()
    {
        ScriptedRun *run = start();
        m_seat->setUploadsRunning(false);
        pass();
        m_log.clear();
        Q_EMIT run->progressed(); // What is known last is told before the result.
        run->end();
        QTRY_VERIFY(!m_seat->isBusy());
        QCOMPARE(log(), QStringLiteral("progress free result"));
        start(); // And again.
        QCOMPARE(log(), QStringLiteral("progress free result held"));
    }

    void progressIsThrottled()
    {
        ScriptedRun *run = start();
        m_seat->setUploadsRunning(false);
        pass();
        QCOMPARE(log(), QStringLiteral("held begin progress"));
        for (int i = 0; i < 50; ++i) {
            Q_EMIT run->progressed();
            pass(10ms);
        }
        QCOMPARE(m_log.count(QStringLiteral("progress")), 1 + 6); // At once, and then every 100 ms.
    }

    void cancelledWhileWaiting()
    {
        start();
        m_seat->setUploadsRunning(true);
        m_seat->cancel();
        QVERIFY2(m_log.count(QStringLiteral("result")) == 0, "from the event loop, not from within the call");
        QTRY_VERIFY(!m_seat->isBusy());
        QCOMPARE(log(), QStringLiteral("held cancel begin progress free result"));
        m_seat->setUploadsRunning(false); // Too late to begin.
        QCOMPARE(m_log.last(), QStringLiteral("result"));
    }

    void cancelledWhileRunning()
    {
        start();
        m_seat->setUploadsRunning(false);
        m_seat->cancel();
        m_seat->cancel();
        QTRY_VERIFY(!m_seat->isBusy());
        QCOMPARE(log(), QStringLiteral("held begin cancel cancel progress free result"));
    }

    void oneAtATime()
    {
        start();
        start();
        m_seat->setUploadsRunning(false);
        start();
        QCOMPARE(log(), QStringLiteral("held begin"));
    }

    void requestsAreCountedWhileItRuns()
    {
        m_seat->countRequest();
        start();
        m_seat->countRequest();
        m_seat->setUploadsRunning(false);
        m_seat->countRequest();
        QCOMPARE(log(), QStringLiteral("held begin request"));
    }

    void nothingIsSaidOfWhatDidNotRun()
    {
        m_seat->cancel();
        m_seat->setUploadsRunning(false);
        QTest::qWait(0);
        QCOMPARE(log(), QString());
    }

    void destroyedWhileRunning()
    {
        start()->end();
        m_seat->setUploadsRunning(false);
        m_seat.reset();
        QTest::qWait(0);
        QCOMPARE(log(), QStringLiteral("held begin"));
    }

    // Whoever listens never answers.
    void everyKindRunsAndIsCancelled_data()
    {
        QTest::addColumn<bool>("waits");
        QTest::newRow("while it waits") << true;
        QTest::newRow("while it runs") << false;
    }

    void everyKindRunsAndIsCancelled()
    {
        QFETCH(bool, waits);
        experiment::CheckPlan check;
        prepare(check.uploads.target, check.watch);
        const auto checked = cancelled<experiment::LeakCheck>(check, waits);
        QCOMPARE(checked.interruption, experiment::Interruption::Cancelled);
        QCOMPARE(checked.verdict.outcome, analysis::Outcome::Inconclusive);
        QCOMPARE(checked.plan.uploads.target, check.uploads.target);

        experiment::SweepPlan sweep;
        prepare(sweep.uploads.target, sweep.watch);
        const auto swept = cancelled<experiment::Sweep>(sweep, waits);
        QCOMPARE(swept.stop, experiment::SweepStop::Cancelled);
        QVERIFY(swept.levels.empty());
        QCOMPARE(swept.plan.uploads.target, sweep.uploads.target);

        experiment::AuditPlan audit;
        prepare(audit.target, audit.watch);
        const auto audited = cancelled<experiment::Audit>(audit, waits);
        QCOMPARE(audited.end, experiment::AuditEnd::Cancelled);
        QVERIFY(!audited.findings.empty());
        QCOMPARE(audited.count(experiment::AuditOutcome::Unknown), static_cast<int>(audited.findings.size()));
    }

private:
    ScriptedRun *start()
    {
        auto run = std::make_unique<ScriptedRun>(m_log);
        ScriptedRun *const started = run.get();
        m_seat->start(std::move(run));
        return started;
    }

    void pass(std::chrono::milliseconds time = 100ms)
    {
        m_clock.advance(time);
        QTest::qWait(0);
    }

    [[nodiscard]] QString log() const { return m_log.join(u' '); }

    void prepare(transfer::UploadTarget &target, net::Endpoint &watch)
    {
        if (!m_silent.isListening() && !m_silent.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        watch.url = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_silent.serverPort()));
        target.endpoint.url = watch.url.resolved(QUrl(QStringLiteral("upload")));
    }

    /// What it says in the end; nothing was asked of the network if it was cancelled while it waited.
    template <typename Experiment>
    typename Experiment::Result cancelled(const typename Experiment::Plan &plan, bool waits)
    {
        testing::ScriptedManager manager;
        using Run = RunOf<Experiment>;
        int progressed = 0;
        std::optional<typename Run::Result> result;
        m_seat->start(std::make_unique<Run>(
            manager, m_clock, plan,
            typename Run::Listeners{[&](const typename Run::Progress &) { ++progressed; },
                                    [&](const typename Run::Result &told) { result = told; }}));
        if (!waits)
            m_seat->setUploadsRunning(false);
        pass();
        m_seat->cancel();
        [&] {
            QTRY_VERIFY(result);
            QVERIFY(progressed > 0);
            QVERIFY(!m_seat->isBusy());
            QCOMPARE(waits && !manager.replies.isEmpty(), false);
        }();
        QTest::qWait(0); // The run is gone before the manager.
        return result.value_or(typename Run::Result());
    }

    base::FakeClock m_clock;
    QTcpServer m_silent;
    QStringList m_log;
    std::unique_ptr<ExperimentSeat> m_seat;
};

QTEST_GUILESS_MAIN(TestExperimentSeat)
#include "tst_experimentseat.moc"
