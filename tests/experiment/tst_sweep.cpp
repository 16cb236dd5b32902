// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps of real servers whose truth is known, and of servers that refuse, go away or change meanwhile.
#include "core/base/clock.h"
#include "core/experiment/sweep.h"
#include "core/net/curlaccessmanager.h"
#include "tests/support/faultyserver.h"
#include "tests/support/specimenserver.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace experiment;
using analysis::Amplified;
using analysis::Bottleneck;
using analysis::Resource;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 200'000;

const ResourceAmplification *find(const SweepResult &result, Resource resource)
{
    const auto found = std::ranges::find(result.amplifications, resource, &ResourceAmplification::resource);
    return found == result.amplifications.end() ? nullptr : &*found;
}

} // namespace

class TestSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<support::SpecimenServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
    }
    void cleanup() { m_server.reset(); }

    // Four at work, 20 ms each: 60 at once wait 300 ms, and are given up after 160.
    void stormIsFound()
    {
        SweepPlan plan = planFor(QStringLiteral("/upload/retry-storm?pool=4"));
        plan.levels = {4, 60};
        plan.perConnection = 10;
        const SweepResult result = run(plan);
        QVERIFY2(result.stop == SweepStop::None || result.stop == SweepStop::ErrorRate,
                 qPrintable(toKey(result.stop)));
        QCOMPARE(result.levels.size(), std::size_t(2));
        const SweepLevel &few = result.levels[0], &many = result.levels[1];
        QCOMPARE(few.load.attempts(), 40);
        QCOMPARE(many.load.attempts(), 600);
        QVERIFY(many.timeouts() > 0);
        QCOMPARE(many.timeouts(), many.load.statuses.at(504));
        QCOMPARE(many.load.done + many.timeouts(), 600);
        QVERIFY(few.timeoutShare() < many.timeoutShare());
        QVERIFY(result.scaling.collapsedAt == std::size_t(1));
        QCOMPARE(result.scaling.bottleneck, Bottleneck::Server);
        QCOMPARE(result.amplified(), Amplified::Present);
        const ResourceAmplification *heap = find(result, Resource::Heap);
        QVERIFY(heap);
        // Where much else runs, another share fails in every round, and what each attempt leaves scatters; what a failed one
        // leaves does not.
        QCOMPARE(heap->judged.overall(), Amplified::Present);
        QVERIFY(heap->judged.byConcurrency != Amplified::Absent);
        QVERIFY(many.perUpload(Resource::Heap) > 16 * 1024);
        QVERIFY(many.perUpload(Resource::Goroutines) > 0.2);
        QVERIFY(many.peaks.readings > 0 && many.peaks.heap > 0 && many.peaks.rss > many.peaks.heap / 2);
        QVERIFY(many.bytesPerInFlight() > 0);
        QVERIFY(many.peaks.goroutines > few.peaks.goroutines);
    }

    // What is left after each level is what the server truly keeps.
    void whatIsLeftIsTrue()
    {
        SweepPlan plan = planFor(QStringLiteral("/upload/read-all"));
        plan.levels = {1, 8};
        const SweepResult result = run(plan);
        QCOMPARE(result.levels.size(), std::size_t(2));
        const double kept
            = m_server->metric("specimen_retained_memory_bytes{form=\"leaking\",specimen=\"read-all\"}")
                  .value_or(0);
        const double truth = kept
            / static_cast<double>(m_server->uploads(QStringLiteral("read-all"), QStringLiteral("leaking")));
        for (const SweepLevel &level : result.levels) {
            const double found = level.perUpload(Resource::Heap);
            QVERIFY2(std::abs(found - truth) < 0.1 * truth,
                     qPrintable(QStringLiteral("%1 for %2").arg(found).arg(truth)));
        }
        // It leaks, but not more with more at once, and nothing failed.
        QCOMPARE(result.amplified(), Amplified::Absent);
        const ResourceAmplification *heap = find(result, Resource::Heap);
        QVERIFY(heap);
        QCOMPARE(heap->judged.compared.outcome, analysis::Amplifies::Same);
        // And that it leaks is not kept back.
        QCOMPARE(result.left(), std::vector{Resource::Heap});
        QVERIFY(std::abs(*heap->judged.leftByEach - truth) < 0.1 * truth);
        QCOMPARE(result.outcome(), SweepOutcome::Leaves);
        QCOMPARE(result.attempts, m_server->uploads(QStringLiteral("read-all"), QStringLiteral("leaking")));
        QVERIFY(result.attempts <= plan.mostUploads());
    }

    void cureIsTold()
    {
        SweepPlan plan = planFor(QStringLiteral("/upload/retry-storm/cured?pool=4"));
        plan.levels = {4, 60};
        plan.perConnection = 5;
        plan.leastTime = 1s; // 20 in turn are over too soon to compare with
        const SweepResult result = run(plan);
        QCOMPARE(result.stop, SweepStop::None);
        QCOMPARE(result.levels.size(), std::size_t(2));
        QCOMPARE(result.levels[1].failed(), 0);
        QCOMPARE(result.levels[1].load.done, 300);
        QVERIFY(!result.scaling.collapsedAt);
        // It takes turns: more at once only wait longer. Of a machine that other tests keep busy that is not known.
        const bool isFull = std::ranges::any_of(
            result.levels, [](const SweepLevel &level) { return analysis::isMachineFull(level.point()); });
        QCOMPARE(result.scaling.bottleneck, isFull ? Bottleneck::Machine : Bottleneck::Server);
        const ResourceAmplification *heap = find(result, Resource::Heap);
        QVERIFY(heap);
        QVERIFY2(result.amplified() == Amplified::Absent,
                 qPrintable(QStringLiteral("heap: %1 and %2 per upload")
                                .arg(result.levels[0].perUpload(Resource::Heap))
                                .arg(result.levels[1].perUpload(Resource::Heap))));
        QVERIFY(result.left().empty());
        QVERIFY(!result.stoppedAt && result.survived().size() == 2);
    }

    // A level of 20 uploads is over in milliseconds, which tell nothing.
    void fastServersAreMeasuredForLonger()
    {
        SweepPlan plan = planFor(QStringLiteral("/upload/read-all/cured"));
        plan.levels = {1};
        plan.leastTime = 600ms;
        make();
        double whole = 0;
        bool fellBack = false;
        connect(m_sweep.get(), &Sweep::progressed, this, [&](const SweepProgress &progress) {
            fellBack = fellBack || progress.whole() < whole;
            whole = progress.whole();
        });
        m_sweep->start(plan);
        const SweepResult result = waitForResult();
        QCOMPARE(result.levels.size(), std::size_t(1));
        const SweepLevel &level = result.levels[0];
        QVERIFY(level.load.attempts() >= 20);
        QVERIFY(level.load.elapsed >= 600ms || level.load.attempts() == SweepPlan::mostForTime);
        QVERIFY(level.point().isTelling);
        QVERIFY(!level.isCutShort && !fellBack);
        // They are all accounted for, and within what was told before.
        QCOMPARE(level.load.total.count(), static_cast<quint64>(level.load.attempts()));
        QCOMPARE(level.rounds.front().done, level.load.done);
        QCOMPARE(result.attempts, m_server->uploads(QStringLiteral("read-all"), QStringLiteral("cured")));
        QVERIFY(result.attempts <= plan.mostUploads(result.bodyBytes));
    }

    void aNumberThatIsNamedIsExact()
    {
        SweepPlan plan = planFor(QStringLiteral("/upload/read-all/cured"));
        plan.levels = {1, 2};
        const SweepResult result = run(plan);
        QCOMPARE(result.levels.size(), std::size_t(2));
        QCOMPARE(result.levels[0].load.attempts(), 20);
        QCOMPARE(result.levels[1].load.attempts(), 40);
    }

    void timeoutsOfOurOwnCount()
    {
        SweepPlan plan = planFor(QStringLiteral("/upload/retry-storm/cured?pool=1"));
        plan.uploads.target.endpoint.transport.totalTimeout = 600ms;
        plan.levels = {2, 60}; // 1.2 s for all of them in turn
        plan.perConnection = 2;
        const SweepResult result = run(plan);
        QCOMPARE(result.levels.size(), std::size_t(2));
        const SweepLevel &many = result.levels[1];
        QVERIFY(many.load.errors.at(base::ErrorKind::Timeout) > 0);
        QVERIFY(many.timeouts() >= many.load.errors.at(base::ErrorKind::Timeout));
        QVERIFY(many.timeoutShare() > 0 && many.timeoutShare() <= 1);
        // What got no answer has no latency.
        QCOMPARE(many.load.total.count(),
                 static_cast<quint64>(many.load.attempts() - many.load.errors.at(base::ErrorKind::Timeout)));
    }

    void tooManyErrorsEndIt()
    {
        support::FaultyServer busy;
        QVERIFY2(busy.start(), qPrintable(busy.failure()));
        SweepPlan plan;
        plan.uploads.target.endpoint.url = busy.url(QStringLiteral("/busy?above=4&ms=5"));
        plan.uploads.target.endpoint.transport.totalTimeout = 20s;
        plan.uploads.bytes = 1024;
        plan.watch.url = busy.url(QStringLiteral("/"));
        plan.levels = {2, 40, 50};
        const SweepResult result = run(plan);
        QCOMPARE(result.stop, SweepStop::ErrorRate);
        QCOMPARE(result.levels.size(), std::size_t(2)); // not the third
        QCOMPARE(result.levels[0].failed(), 0);
        QVERIFY(result.levels[1].load.statuses.at(503) > 400);
        QCOMPARE(result.levels[1].timeouts(), 0); // a refusal is no timeout
        QVERIFY(result.scaling.collapsedAt == std::size_t(1));
        // It shows no metrics: what it keeps is not known.
        QVERIFY(!result.found.found());
        QCOMPARE(result.amplified(), Amplified::Unknown);
        QVERIFY(std::isnan(result.levels[1].peaks.heap) && std::isnan(result.levels[1].bytesPerInFlight()));
        QVERIFY(std::isnan(result.levels[1].perUpload(Resource::Heap)));
    }

    void refusedUploadsAreSaid()
    {
        const SweepResult result = run(planFor(QStringLiteral("/upload/no-such-specimen")));
        QCOMPARE(result.stop, SweepStop::NotTaken);
        QCOMPARE(result.error.httpStatus, 404);
        QVERIFY(result.levels.empty());
    }

    void nothingListensIsSaid()
    {
        const SweepPlan plan = planFor(QStringLiteral("/upload/read-all"));
        m_server->stop();
        const SweepResult result = run(plan);
        QCOMPARE(result.stop, SweepStop::ServerDown);
        QCOMPARE(result.error.kind, base::ErrorKind::ConnectionRefused);
        QVERIFY(result.levels.empty());
    }

    void killedServerEndsIt()
    {
        SweepPlan plan = planFor(QStringLiteral("/upload/read-all"));
        plan.levels = {1, 4, 8};
        QVERIFY(startAndWaitForLevel(plan, 2));
        m_server->stop();
        const SweepResult result = waitForResult();
        QCOMPARE(result.stop, SweepStop::ServerDown);
        QVERIFY(!result.levels.empty() && result.levels.size() <= 2); // what is known so far
        QVERIFY(result.stoppedAt && result.stoppedAt->connections == 4);
        QCOMPARE(result.survived().size(), std::size_t(1)); // not what it did until it went
        QVERIFY(!result.scaling.collapsedAt);
        QCOMPARE(result.outcome(), SweepOutcome::Failed);
    }

    void restartedServerEndsIt()
    {
        SweepPlan plan = planFor(QStringLiteral("/upload/read-all"));
        plan.levels = {1, 4, 8};
        const QString port = QString::number(m_server->url(QString()).port());
        QVERIFY(startAndWaitForLevel(plan, 2));
        m_server->stop();
        QVERIFY2(m_server->start({QStringLiteral("--port"), port}), qPrintable(m_server->failure()));
        const SweepResult result = waitForResult();
        QCOMPARE(result.stop, SweepStop::Restarted);
        QVERIFY(!result.levels.empty() && result.levels.size() <= 2);
    }

    void cancelKeepsWhatIsKnown()
    {
        SweepPlan plan = planFor(QStringLiteral("/upload/read-all/cured"));
        plan.levels = {1, 4, 8};
        QVERIFY(startAndWaitForLevel(plan, 2));
        m_sweep->cancel();
        const SweepResult result = waitForResult();
        QCOMPARE(result.stop, SweepStop::Cancelled);
        QVERIFY(!result.levels.empty());
        QCOMPARE(result.levels[0].load.done, 20);
        QVERIFY(!m_sweep->isRunning());
    }

    void levelsMayLastATime()
    {
        SweepPlan plan = planFor(QStringLiteral("/upload/read-all/cured"));
        plan.levels = {2};
        plan.levelTime = 300ms;
        const SweepResult result = run(plan);
        QCOMPARE(result.stop, SweepStop::None);
        QCOMPARE(result.levels.size(), std::size_t(1));
        const SweepLevel &level = result.levels[0];
        QVERIFY(level.load.attempts() > 0 && level.load.attempts() < plan.uploadsAt({2}));
        QVERIFY(level.load.elapsed >= 300ms);
        QVERIFY(!level.isCutShort); // that was asked for
        QVERIFY(!level.load.isCancelled);
        QCOMPARE(result.amplified(), Amplified::Unknown); // one level cannot be compared
    }

    void noLevelLastsForEver()
    {
        SweepPlan plan = planFor(QStringLiteral("/upload/retry-storm?pool=1"));
        plan.levels = {2};
        plan.perConnection = 10'000; // 200 s
        plan.longestLevel = 400ms;
        const SweepResult result = run(plan);
        QCOMPARE(result.levels.size(), std::size_t(1));
        QVERIFY(result.levels[0].isCutShort);
        QVERIFY(result.levels[0].load.attempts() > 0 && result.levels[0].load.attempts() < 20'000);
    }

    // Uploads of fixed times: how many there are is known before, and the server has as many.
    void openLoopsBeginWhatIsDue()
    {
        SweepPlan plan = planFor(QStringLiteral("/upload/read-all/cured"));
        plan.rates = {20, 40};
        plan.levelTime = 1s;
        QCOMPARE(plan.uploadsAt({plan.mostAtOnce, 40}), 40);
        const SweepResult result = run(plan);
        // A machine that is very busy cannot begin them in time, and says so.
        QVERIFY2(result.stop == SweepStop::None || result.stop == SweepStop::Client
                     || result.stop == SweepStop::NotKeptUp,
                 qPrintable(toKey(result.stop)));
        QVERIFY(!result.levels.empty());
        for (const SweepLevel &level : result.levels) {
            const transfer::Arrivals &arrivals = level.load.arrivals;
            QCOMPARE(arrivals.due, static_cast<int>(level.intendedPerSecond()));
            QCOMPARE(arrivals.begun, arrivals.due);
            QCOMPARE(level.load.done, arrivals.due);
            QCOMPARE(level.load.total.count(), static_cast<quint64>(arrivals.due));
            QVERIFY(level.connections >= 1 && level.connections <= arrivals.due);
            QVERIFY(!level.isCutShort);
            QCOMPARE(level.size(), level.intendedPerSecond());
            QCOMPARE(level.rounds.size(), std::size_t(1 + SweepPlan::rounds));
            QVERIFY(std::isfinite(level.perUpload(Resource::Heap)));
        }
        QCOMPARE(result.levels[0].intendedPerSecond(), 20.0);
        QCOMPARE(result.attempts, m_server->uploads(QStringLiteral("read-all"), QStringLiteral("cured")));
        QVERIFY(result.attempts <= plan.mostUploads());
    }

    // Two at once, 50 ms each, are 40 a second: of 100 that arrive most wait, and that is what their time is.
    void openLoopsCountTheLine()
    {
        support::FaultyServer late;
        QVERIFY2(late.start(), qPrintable(late.failure()));
        SweepPlan plan;
        plan.uploads.target.endpoint.url = late.url(QStringLiteral("/delay?ms=50&id=late"));
        plan.uploads.target.endpoint.transport.totalTimeout = 20s;
        plan.uploads.bytes = 1024;
        plan.watch.url = late.url(QStringLiteral("/"));
        plan.rates = {100, 200};
        plan.perConnection = 1;
        plan.mostAtOnce = 2;
        const SweepResult result = run(plan);
        QVERIFY2(result.stop == SweepStop::NotKeptUp || result.stop == SweepStop::Client,
                 qPrintable(toKey(result.stop)));
        QCOMPARE(result.levels.size(), std::size_t(1)); // more would only wait
        const SweepLevel &level = result.levels.front();
        QCOMPARE(level.load.done, 100);
        QCOMPARE(level.connections, 2);
        QVERIFY(level.load.arrivals.waited > 50);
        QVERIFY(level.load.arrivals.endedPerSecond < 80);
        QVERIFY(level.load.total.quantile(0.5) > 4 * level.load.service.quantile(0.5));
        QVERIFY(level.load.arrivals.lateShare() > 0.5);
        const bool isClient = analysis::clientLimit(level.point()) != analysis::ClientLimit::None;
        // Other tests may keep the machine busy.
        QCOMPARE(result.scaling.bottleneck,
                 analysis::isMachineFull(level.point()) ? Bottleneck::Machine
                     : isClient                         ? Bottleneck::Client
                                                        : Bottleneck::Server);
        QCOMPARE(result.scaling.collapsedAt.has_value(), !isClient);
    }

    void limitersAreNoBusyClient()
    {
        support::FaultyServer strict;
        QVERIFY2(strict.start(), qPrintable(strict.failure()));
        SweepPlan plan;
        // The two rounds of the warm-up use most of it up.
        plan.uploads.target.endpoint.url = strict.url(QStringLiteral("/limit?quota=30&ms=600000&code=429"));
        plan.uploads.target.endpoint.transport.totalTimeout = 20s;
        plan.uploads.bytes = 1024;
        plan.watch.url = strict.url(QStringLiteral("/"));
        plan.levels = {1, 8};
        plan.perConnection = 50;
        plan.errorLimit = 1;
        const SweepResult result = run(plan);
        QCOMPARE(result.stop, SweepStop::None);
        QCOMPARE(result.levels.size(), std::size_t(2));
        QCOMPARE(result.levels[0].load.statuses.at(429), 50);
        QCOMPARE(result.scaling.bottleneck, Bottleneck::Server);
        QVERIFY(result.scaling.isLimiter);
        QCOMPARE(result.scaling.limitedAt, std::size_t(0));
    }

    void mayBeDestroyedAnywhere_data()
    {
        QTest::addColumn<int>("afterSignals");
        for (const int signals : {0, 1, 2, 5, 9, 20})
            QTest::addRow("after %d signals", signals) << signals;
    }

    void mayBeDestroyedAnywhere()
    {
        QFETCH(int, afterSignals);
        make();
        QSignalSpy progress(m_sweep.get(), &Sweep::progressed);
        SweepPlan plan = planFor(QStringLiteral("/upload/read-all/cured"));
        m_sweep->start(plan);
        QTRY_VERIFY_WITH_TIMEOUT(progress.size() >= afterSignals, patience);
        m_sweep.reset();
        QTest::qWait(50); // nothing speaks from the grave
        m_manager.reset();
    }

private:
    [[nodiscard]] SweepPlan planFor(const QString &path) const
    {
        SweepPlan plan;
        plan.uploads.target.endpoint.url = m_server->url(path);
        plan.uploads.target.endpoint.transport.totalTimeout = 20s;
        plan.uploads.bytes = 64 * 1024;
        plan.watch.url = m_server->url(QStringLiteral("/"));
        plan.leastTime = 0ms; // as many as are named
        return plan;
    }

    void make()
    {
        m_sweep.reset();
        m_manager = std::make_unique<net::CurlAccessManager>();
        m_sweep = std::make_unique<Sweep>(*m_manager, m_clock);
        m_finished = std::make_unique<QSignalSpy>(m_sweep.get(), &Sweep::finished);
    }

    SweepResult run(const SweepPlan &plan)
    {
        make();
        m_sweep->start(plan);
        return waitForResult();
    }

    SweepResult waitForResult()
    {
        if (!QTest::qWaitFor([this] { return !m_finished->isEmpty(); }, patience)) {
            qWarning("the sweep did not end");
            return {};
        }
        return m_finished->first().first().value<SweepResult>();
    }

    /// Until that level is being measured, from 1.
    bool startAndWaitForLevel(const SweepPlan &plan, int level)
    {
        make();
        bool isThere = false;
        connect(m_sweep.get(), &Sweep::progressed, this, [&isThere, level](const SweepProgress &progress) {
            isThere = isThere || (progress.level == level && progress.phase == SweepPhase::Load);
        });
        m_sweep->start(plan);
        const bool came = QTest::qWaitFor([&isThere] { return isThere; }, patience);
        disconnect(m_sweep.get(), &Sweep::progressed, this, nullptr);
        return came;
    }

    std::unique_ptr<support::SpecimenServer> m_server;
    base::SystemClock m_clock;
    std::unique_ptr<net::CurlAccessManager> m_manager;
    std::unique_ptr<Sweep> m_sweep;
    std::unique_ptr<QSignalSpy> m_finished;
};

QTEST_GUILESS_MAIN(TestSweep)
#include "tst_sweep.moc"
