// SPDX-License-Identifier: GPL-3.0-or-later
// Quick checks of real servers whose truth is known, and of servers that go away or change meanwhile.
#include "core/base/clock.h"
#include "core/experiment/leakcheck.h"
#include "core/net/curlaccessmanager.h"
#include "tests/support/faultyserver.h"
#include "tests/support/specimenserver.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace experiment;
using analysis::Outcome;
using analysis::Resource;

namespace {

constexpr int patience = 120'000;

const analysis::ResourceVerdict *find(const std::vector<analysis::ResourceVerdict> &verdicts,
                                      Resource resource)
{
    const auto found = std::ranges::find(verdicts, resource, &analysis::ResourceVerdict::resource);
    return found == verdicts.end() ? nullptr : &*found;
}

} // namespace

class TestLeakCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<support::SpecimenServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
    }
    void cleanup() { m_server.reset(); }

    void leakIsFound()
    {
        const CheckResult result = run(planFor(QStringLiteral("/upload/read-all")));
        QCOMPARE(result.interruption, Interruption::None);
        QCOMPARE(result.verdict.outcome, Outcome::Leaks);
        QVERIFY(!result.verdict.confirmed); // nobody waited for a late release
        QVERIFY(result.verdict.leading.has_value());
        QCOMPARE(result.verdict.leading->resource, Resource::Heap);
        const double kept
            = m_server->metric("specimen_retained_memory_bytes{form=\"leaking\",specimen=\"read-all\"}")
                  .value_or(0);
        const double truth = kept
            / static_cast<double>(m_server->uploads(QStringLiteral("read-all"), QStringLiteral("leaking")));
        const double found = *result.verdict.leading->perUpload;
        QVERIFY2(std::abs(found - truth) < 0.05 * truth,
                 qPrintable(QStringLiteral("%1 for %2").arg(found).arg(truth)));
        QVERIFY(result.guilt.has_value());
        const pprof::Suspect *guilty = result.guilt->attribution.guilty();
        QVERIFY(guilty);
        QCOMPARE(guilty->guilty().function, QStringLiteral("main.readAll"));
        QVERIFY(guilty->guilty().file.endsWith(QStringLiteral("read_all.go")));
        QVERIFY(result.rounds.size() >= 11);
    }

    void curedIsNoLeak()
    {
        const CheckResult result = run(planFor(QStringLiteral("/upload/read-all/cured")));
        QCOMPARE(result.interruption, Interruption::None);
        // On a machine that does much else the floors may be too noisy for a verdict; a false alarm they never are.
        QVERIFY2(result.verdict.outcome != Outcome::Leaks, qPrintable(toKey(result.verdict.outcome)));
        const analysis::ResourceVerdict *heap = find(result.resources, Resource::Heap);
        QVERIFY(heap && heap->perUpload && std::abs(*heap->perUpload) < 4'096);
        QVERIFY(!result.guilt);
        // Eight rounds of 16; of two in each the answer may have come first. That the server refuses those which are
        // wrong on purpose is no failure.
        QVERIFY2(result.abortedUploads >= 8 * 14 && result.abortedUploads <= 8 * 16,
                 qPrintable(QString::number(result.abortedUploads)));
        QCOMPARE(result.failedUploads, 0);
    }

    void goroutinesAreNamed()
    {
        CheckPlan plan = planFor(QStringLiteral("/upload/pipe-goroutine"));
        plan.aborts = false;
        const CheckResult result = run(plan);
        QCOMPARE(result.verdict.outcome, Outcome::Leaks);
        QCOMPARE(result.verdict.leading->resource, Resource::Goroutines);
        QVERIFY(std::abs(*result.verdict.leading->perUpload - 1) < 0.05);
        QVERIFY(result.guilt && result.guilt->attribution.guilty());
        QVERIFY(result.guilt->attribution.guilty()->guilty().function.startsWith(
            QStringLiteral("main.pipeGoroutine")));
    }

    void filesOnTheDiskAreFound()
    {
        CheckPlan plan = planFor(QStringLiteral("/upload/temp-files"));
        plan.aborts = false;
        plan.pid = m_server->pid();
        const QString tmp
            = QJsonDocument::fromJson(m_server->line()).object().value(QStringLiteral("tmp")).toString();
        QVERIFY(!tmp.isEmpty());
        plan.folders = {tmp};
        const CheckResult result = run(plan);
        QCOMPARE(result.verdict.outcome, Outcome::Leaks);
        QCOMPARE(result.verdict.leading->resource, Resource::TempFiles);
        QVERIFY(std::abs(*result.verdict.leading->perUpload - 1) < 0.05);
        const analysis::ResourceVerdict *heap = find(result.resources, Resource::Heap);
        QVERIFY(heap && heap->outcome != Outcome::Leaks);
    }

    void nothingToWatchIsSaid()
    {
        support::FaultyServer bare;
        QVERIFY2(bare.start(), qPrintable(bare.failure()));
        CheckPlan plan;
        plan.uploads.target.endpoint.url = bare.url(QStringLiteral("/ok"));
        plan.watch.url = bare.url(QStringLiteral("/"));
        const CheckResult result = run(plan);
        QCOMPARE(result.interruption, Interruption::NoMetrics);
        QCOMPARE(result.verdict.outcome, Outcome::Inconclusive);
        QCOMPARE(result.uploads, 0);
    }

    void refusedUploadsAreSaid()
    {
        const CheckResult result = run(planFor(QStringLiteral("/upload/no-such-specimen")));
        QCOMPARE(result.interruption, Interruption::UploadsFailed);
        QCOMPARE(result.verdict.outcome, Outcome::Inconclusive);
        QCOMPARE(result.error.httpStatus, 404);
    }

    void killedServerEndsIt()
    {
        QVERIFY(startAndWaitForRounds(planFor(QStringLiteral("/upload/read-all"))));
        m_server->stop();
        const CheckResult result = waitForResult();
        QCOMPARE(result.verdict.outcome, Outcome::Inconclusive);
        QVERIFY2(result.interruption == Interruption::Gone
                     || result.interruption == Interruption::ReadingFailed, // its last answer broke off
                 qPrintable(toKey(result.interruption)));
        QVERIFY(result.rounds.size() >= 3); // what is known so far
    }

    void restartedServerEndsIt()
    {
        QVERIFY(startAndWaitForRounds(planFor(QStringLiteral("/upload/read-all"))));
        QVERIFY(!m_left.empty());
        QVERIFY(std::ranges::all_of(m_left, [](auto left) { return left.count() >= 0; }));
        const QString port = QString::number(m_server->url(QString()).port());
        int floors = 0;
        connect(m_check.get(), &LeakCheck::progressed, this, [&floors](const CheckProgress &progress) {
            floors = std::max(floors, static_cast<int>(progress.floors.size()));
        });
        m_server->stop();
        QVERIFY2(m_server->start({QStringLiteral("--port"), port}), qPrintable(m_server->failure()));
        const int before = floors;
        const CheckResult result = waitForResult();
        QCOMPARE(result.interruption, Interruption::Restarted);
        QCOMPARE(result.verdict.outcome, Outcome::Inconclusive);
        QVERIFY(!result.guilt);
        QVERIFY(result.rounds.size() >= 3); // what is known so far
        QVERIFY(static_cast<int>(result.rounds.size()) <= std::max(before, 3) + 1); // it ended at once
    }

    void otherTrafficEndsIt()
    {
        // Few in every round, and many in all: what they leave would be put on our uploads' account.
        net::CurlAccessManager somebody;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] {
            QNetworkReply *reply
                = somebody.get(QNetworkRequest(m_server->url(QStringLiteral("/debug/vars"))));
            connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
        });
        timer.start(50);
        const CheckResult result = run(planFor(QStringLiteral("/upload/read-all")));
        QCOMPARE(result.interruption, Interruption::ForeignTraffic);
        QCOMPARE(result.verdict.outcome, Outcome::Inconclusive);
        QVERIFY(!result.rounds.empty() || !result.blanks.empty() || !result.warmUp.empty());
    }

    void onlyALongWaitConfirms_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("confirms");
        QTest::newRow("none") << 0 << false;
        QTest::newRow("a minute, as late releases take") << 60 << false;
        QTest::newRow("just too short") << 74 << false;
        QTest::newRow("the default") << 75 << true;
        QTest::newRow("thorough") << 310 << true;
    }

    void onlyALongWaitConfirms()
    {
        QFETCH(int, seconds);
        QTEST((IdleProbe{std::chrono::seconds(seconds), 0}.confirms()), "confirms");
    }

    void shortWaitConfirmsNothing()
    {
        CheckPlan plan = planFor(QStringLiteral("/upload/read-all"));
        plan.speed = CheckPlan::Speed::Standard;
        plan.aborts = false;
        plan.idle = std::chrono::seconds(1);
        const CheckResult result = run(plan);
        QCOMPARE(result.interruption, Interruption::None);
        QCOMPARE(result.verdict.outcome, Outcome::Leaks);
        QVERIFY(result.idle.has_value());
        QVERIFY(result.idle->returnedShare < 0.2);
        QVERIFY(!result.verdict.confirmed);
    }

    void cancelKeepsWhatIsKnown()
    {
        QVERIFY(startAndWaitForRounds(planFor(QStringLiteral("/upload/read-all"))));
        m_check->cancel();
        const CheckResult result = waitForResult();
        QCOMPARE(result.interruption, Interruption::Cancelled);
        QCOMPARE(result.verdict.outcome, Outcome::Inconclusive);
        QVERIFY(result.rounds.size() >= 3);
        QVERIFY(!result.resources.empty());
        QVERIFY(result.uploads >= 60);
    }

    void mayBeDestroyedAnywhere_data()
    {
        QTest::addColumn<int>("afterSignals");
        for (const int signals : {0, 1, 2, 5, 9, 20, 33})
            QTest::addRow("after %d signals", signals) << signals;
    }

    void mayBeDestroyedAnywhere()
    {
        QFETCH(int, afterSignals);
        make();
        QSignalSpy progress(m_check.get(), &LeakCheck::progressed);
        m_check->start(planFor(QStringLiteral("/upload/read-all/cured")));
        QTRY_VERIFY_WITH_TIMEOUT(progress.size() >= afterSignals, patience);
        m_check.reset();
        QTest::qWait(50); // nothing speaks from the grave
        m_manager.reset();
    }

private:
    [[nodiscard]] CheckPlan planFor(const QString &path) const
    {
        CheckPlan plan;
        plan.uploads.target.endpoint.url = m_server->url(path);
        plan.uploads.bytes = 256 * 1024;
        plan.watch.url = m_server->url(QStringLiteral("/"));
        plan.speed = CheckPlan::Speed::Quick;
        return plan;
    }

    void make()
    {
        m_check.reset();
        m_manager = std::make_unique<net::CurlAccessManager>();
        m_check = std::make_unique<LeakCheck>(*m_manager, m_clock);
        m_finished = std::make_unique<QSignalSpy>(m_check.get(), &LeakCheck::finished);
        m_left.clear();
        connect(m_check.get(), &LeakCheck::progressed, this, [this](const CheckProgress &progress) {
            if (progress.phase == experiment::CheckPhase::Rounds && progress.phaseLeft)
                m_left.push_back(*progress.phaseLeft);
        });
    }

    CheckResult run(const CheckPlan &plan)
    {
        make();
        m_check->start(plan);
        return waitForResult();
    }

    CheckResult waitForResult()
    {
        if (!QTest::qWaitFor([this] { return !m_finished->isEmpty(); }, patience)) {
            qWarning("the check did not end");
            return {};
        }
        return m_finished->first().first().value<CheckResult>();
    }

    bool startAndWaitForRounds(const CheckPlan &plan)
    {
        make();
        bool isThere = false;
        connect(m_check.get(), &LeakCheck::progressed, this, [&isThere](const CheckProgress &progress) {
            isThere = isThere || progress.floors.size() >= 3;
        });
        m_check->start(plan);
        const bool came = QTest::qWaitFor([&isThere] { return isThere; }, patience);
        disconnect(m_check.get(), &LeakCheck::progressed, this, nullptr);
        return came;
    }

    std::unique_ptr<support::SpecimenServer> m_server;
    base::SystemClock m_clock;
    std::unique_ptr<net::CurlAccessManager> m_manager;
    std::unique_ptr<LeakCheck> m_check;
    std::unique_ptr<QSignalSpy> m_finished;
    std::vector<std::chrono::milliseconds> m_left; ///< As told during the rounds.
};

QTEST_GUILESS_MAIN(TestLeakCheck)
#include "tst_leakcheck.moc"
