// SPDX-License-Identifier: GPL-3.0-or-later
// Loads against the server that misbehaves on demand: it tells what arrived.
#include "core/transfer/loadrunner.h"
#include "tests/support/faultyserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace transfer;

class TestLoadRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<support::FaultyServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
    }
    void cleanup() { m_server.reset(); }

    void endsAfterATime()
    {
        LoadPlan plan = planFor(QStringLiteral("/delay?ms=50&id=late"));
        plan.uploads = 100'000;
        plan.connections = 2;
        plan.noneAfter = std::chrono::milliseconds(300);
        LoadRunner load;
        const LoadResult result = run(load, plan);
        QVERIFY(!result.isCancelled); // what was under way came to its end
        QVERIFY(result.done > 0 && result.done < plan.uploads);
        QCOMPARE(result.attempts(), result.done);
        QVERIFY(result.elapsed >= plan.noneAfter);
        QCOMPARE(m_server->stats(QStringLiteral("late")).answered, result.done);
        QVERIFY(result.lag.count() > 0);
    }

    void stallsEndIt_data()
    {
        QTest::addColumn<bool>("endsStalled");
        QTest::newRow("ends") << true;
        QTest::newRow("goes on") << false;
    }

    void stallsEndIt()
    {
        QFETCH(const bool, endsStalled);
        LoadPlan plan = planFor(QStringLiteral("/never?id=stuck"));
        plan.target.endpoint.transport.stallTimeout = std::chrono::milliseconds(1'000);
        plan.uploads = 8;
        plan.endsStalled = endsStalled;
        LoadRunner load;
        const LoadResult result = run(load, plan);
        QCOMPARE(result.done, 0);
        QCOMPARE(result.errors, (std::map<base::ErrorKind, int>{{base::ErrorKind::Stalled, result.failed}}));
        QCOMPARE(result.failed, endsStalled ? plan.connections : plan.uploads);
    }

    void failuresAreCountedByKind()
    {
        LoadPlan plan = planFor(QStringLiteral("/never?id=never"));
        plan.target.endpoint.transport.totalTimeout = std::chrono::milliseconds(100);
        plan.uploads = 6;
        LoadRunner load(2);
        const LoadResult result = run(load, plan);
        QCOMPARE(result.failed, 6);
        QCOMPARE(result.errors, (std::map<base::ErrorKind, int>{{base::ErrorKind::Timeout, 6}}));
        QCOMPARE(result.total.count(), quint64(0));
    }

    void openLoopMakesWhatWasPlanned_data()
    {
        QTest::addColumn<int>("lanes");
        QTest::newRow("one lane") << 1;
        QTest::newRow("three lanes") << 3;
    }

    void openLoopMakesWhatWasPlanned()
    {
        QFETCH(int, lanes);
        LoadPlan plan = planFor(QStringLiteral("/ok?id=a"));
        plan.uploads = 40;
        plan.connections = 100;
        plan.perSecond = 200;
        plan.keepAlive = true;
        LoadRunner load(lanes);
        QSignalSpy progress(&load, &LoadRunner::progressed);
        const LoadResult result = run(load, plan);
        QCOMPARE(result.done, 40);
        QCOMPARE(result.arrivals.perSecond, 200.0);
        QCOMPARE(result.arrivals.due, 40);
        QCOMPARE(result.arrivals.begun, 40);
        QCOMPARE(result.arrivals.waited + result.arrivals.dropped, 0);
        QCOMPARE(result.total.count(), quint64(40));
        QCOMPARE(result.service.count(), quint64(40));
        QVERIFY(result.total.max() >= result.service.max());
        // However fast the server is, the last one is not due sooner.
        QVERIFY(result.elapsed >= std::chrono::milliseconds(195));
        QCOMPARE(m_server->stats(QStringLiteral("a")).requests, 40);
        const auto last = progress.last().first().value<transfer::LoadProgress>();
        QCOMPARE(last.attempts, 40);
        QCOMPARE(last.planned, 40);
        QCOMPARE(last.traffic.bytes, result.bytes);
        QCOMPARE(last.traffic.inFlight, 0);
    }

    // One at once, 50 ms each: the last of twenty is due after 190 ms, and begun after 950.
    void openLoopCountsWhatWaits()
    {
        LoadPlan plan = planFor(QStringLiteral("/delay?ms=50&id=late"));
        plan.uploads = 20;
        plan.connections = 1;
        plan.perSecond = 100;
        plan.keepAlive = true;
        LoadRunner load;
        const LoadResult result = run(load, plan);
        QCOMPARE(result.done, 20);
        QCOMPARE(result.arrivals.mostAtOnce, 1);
        QCOMPARE(m_server->stats().peak, 1);
        QVERIFY(result.arrivals.waited >= 15);
        QVERIFY(result.arrivals.longestLine >= 10);
        QVERIFY(result.arrivals.late >= 18);
        QVERIFY(result.total.max() >= 760'000 + 50'000);
        QVERIFY(result.total.mean() > result.service.mean() + 300'000);
        QVERIFY(result.arrivals.endedPerSecond < 50); // it cannot end more than 20
    }

    void openLoopEndsAfterATime()
    {
        LoadPlan plan = planFor(QStringLiteral("/never?id=never"));
        plan.target.endpoint.transport.totalTimeout = std::chrono::milliseconds(200);
        plan.uploads = 100'000;
        plan.connections = 2;
        plan.perSecond = 100;
        plan.noneAfter = std::chrono::milliseconds(500);
        LoadRunner load(2);
        const LoadResult result = run(load, plan);
        QVERIFY(!result.isCancelled);
        QCOMPARE(result.arrivals.due, 50);
        QCOMPARE(result.arrivals.begun + result.arrivals.dropped, 50);
        QVERIFY(result.arrivals.dropped > 0);
        QCOMPARE(result.failed, result.arrivals.begun);
        QCOMPARE(result.attempts(), result.failed);
    }

    void openLoopMayBeCancelled()
    {
        LoadPlan plan = planFor(QStringLiteral("/never?id=a"));
        plan.uploads = 1'000;
        plan.perSecond = 1'000;
        LoadRunner load(2);
        QSignalSpy finished(&load, &LoadRunner::finished);
        load.start(plan);
        QTRY_COMPARE(m_server->stats(QStringLiteral("a")).requests, plan.connections);
        load.cancel();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(finished.first().first().value<LoadResult>().isCancelled);
        // And a closed loop follows.
        plan = planFor(QStringLiteral("/ok?id=b"));
        const LoadResult next = run(load, plan);
        QCOMPARE(next.done, plan.uploads);
        QVERIFY(!next.arrivals.isOpenLoop());
        QCOMPARE(next.service.count(), quint64(0));
    }

    void makesWhatWasPlanned_data()
    {
        QTest::addColumn<int>("lanes");
        QTest::addColumn<int>("connections");
        QTest::addColumn<bool>("keepAlive");
        QTest::newRow("one after another") << 1 << 1 << false;
        QTest::newRow("four at once") << 1 << 4 << false;
        QTest::newRow("kept alive") << 1 << 4 << true;
        QTest::newRow("two lanes") << 2 << 7 << true;
        QTest::newRow("more lanes than connections") << 3 << 1 << true;
        QTest::newRow("more connections than uploads") << 1 << 100 << false;
    }

    void makesWhatWasPlanned()
    {
        QFETCH(int, lanes);
        QFETCH(int, connections);
        QFETCH(bool, keepAlive);
        LoadPlan plan = planFor(QStringLiteral("/ok?id=a"));
        plan.uploads = 40;
        plan.connections = connections;
        plan.keepAlive = keepAlive;
        LoadRunner load(lanes);
        QSignalSpy progress(&load, &LoadRunner::progressed);
        const LoadResult result = run(load, plan);
        QCOMPARE(result.done, 40);
        QCOMPARE(result.attempts(), 40);
        QCOMPARE(result.firstError.kind, base::ErrorKind::None);
        QCOMPARE(result.statuses.at(201), 40);
        QCOMPARE(result.total.count(), quint64(40));
        QVERIFY(result.total.quantile(0.5) >= result.firstByte.quantile(0.5));
        QVERIFY(!result.isCancelled);
        const support::UploadStats seen = m_server->stats(QStringLiteral("a"));
        QCOMPARE(seen.requests, 40);
        QCOMPARE(seen.complete, 40);
        QCOMPARE(seen.fileBytes, 40 * plan.bytes);
        QCOMPARE(seen.received, result.bytes);
        const int most = std::min(connections, 40);
        const int connectionsSeen = m_server->stats().connections;
        QVERIFY2(keepAlive ? connectionsSeen <= most : connectionsSeen == 40,
                 qPrintable(QString::number(connectionsSeen)));
        QVERIFY(m_server->stats().peak <= most);
        QVERIFY(!progress.isEmpty());
        const auto last = progress.last().first().value<transfer::LoadProgress>();
        QCOMPARE(last.attempts, 40);
        QCOMPARE(last.planned, 40);
        QCOMPARE(last.traffic.bytes, result.bytes);
        QCOMPARE(last.traffic.inFlight, 0);
        QTRY_COMPARE(m_server->stats().open, 0); // whoever measures next finds no connection of ours
    }

    void refusalsAreCounted_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("too large") << 413;
        QTest::newRow("to a login page") << 302;
    }

    void refusalsAreCounted()
    {
        QFETCH(int, status);
        LoadPlan plan = planFor(QStringLiteral("/early?status=%1&text=no&id=a").arg(status));
        plan.uploads = 6;
        LoadRunner load;
        const LoadResult result = run(load, plan);
        QCOMPARE(result.done, 0);
        QCOMPARE(result.refused, 6);
        QCOMPARE(result.statuses.at(status), 6);
        QCOMPARE(result.firstError.kind, base::ErrorKind::HttpStatus);
        QCOMPARE(result.firstError.httpStatus, status);
    }

    void earlyYesIsAnAnswer() // of a handler that does not read what it is sent
    {
        LoadPlan plan = planFor(QStringLiteral("/early?status=200&text=yes&pause=100&id=a"));
        plan.uploads = 3;
        plan.bytes = 16 * 1024 * 1024;
        LoadRunner load;
        const LoadResult result = run(load, plan);
        QCOMPARE(result.done, 3);
        QVERIFY(result.bytes < plan.uploads * plan.bytes);
    }

    void deadServerIsAFailure()
    {
        LoadPlan plan = planFor(QStringLiteral("/ok"));
        plan.uploads = 5;
        m_server->stop();
        LoadRunner load;
        const LoadResult result = run(load, plan);
        QCOMPARE(result.failed, 5);
        QCOMPARE(result.done, 0);
        QCOMPARE(result.firstError.kind, base::ErrorKind::ConnectionRefused);
    }

    void missingFileIsAFailure()
    {
        LoadPlan plan = planFor(QStringLiteral("/ok?id=a"));
        plan.files = {QStringLiteral("/nonexistent")};
        plan.uploads = 3;
        LoadRunner load;
        const LoadResult result = run(load, plan);
        QCOMPARE(result.failed, 3);
        QCOMPARE(result.firstError.kind, base::ErrorKind::FileMissing);
        QCOMPARE(m_server->stats(QStringLiteral("a")).requests, 0);
    }

    void filesAreSent()
    {
        const QTemporaryDir folder;
        LoadPlan plan = planFor(QStringLiteral("/ok?id=a"));
        for (int i = 1; i <= 3; ++i) {
            QFile file(folder.filePath(QString::number(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(i * 1'000, 'x'));
            plan.files.append(file.fileName());
        }
        plan.uploads = 6;
        LoadRunner load;
        QCOMPARE(run(load, plan).done, 6);
        QCOMPARE(m_server->stats(QStringLiteral("a")).fileBytes, 2 * 6'000);
    }

    void abortsArriveAsPlanned_data()
    {
        QTest::addColumn<CutAt>("at");
        QTest::addColumn<CutBy>("by");
        for (const auto &[by, byName] : {std::pair(CutBy::Reset, "reset"), std::pair(CutBy::Fin, "fin")}) {
            QTest::addRow("after the head, %s", byName) << CutAt::AfterHead << by;
            QTest::addRow("half, %s", byName) << CutAt::Half << by;
            QTest::addRow("before the end, %s", byName) << CutAt::BeforeEnd << by;
        }
    }

    void abortsArriveAsPlanned()
    {
        QFETCH(CutAt, at);
        QFETCH(CutBy, by);
        LoadPlan plan = planFor(QStringLiteral("/ok?id=a"));
        plan.bytes = 200'000;
        plan.uploads = 8;
        plan.cutAt = at;
        plan.cutBy = by;
        LoadRunner load;
        const LoadResult result = run(load, plan);
        QCOMPARE(result.cut, 8);
        QCOMPARE(result.attempts(), 8);
        QCOMPARE(result.firstError.kind, base::ErrorKind::None);
        QTRY_COMPARE(m_server->stats().open, 0);
        const support::UploadStats seen = m_server->stats(QStringLiteral("a"));
        QCOMPARE(seen.requests, 8);
        QCOMPARE(seen.complete, 0);
        const qint64 each = seen.received / 8;
        switch (at) {
        case CutAt::AfterHead:
            QCOMPARE(seen.received, 0);
            break;
        case CutAt::Half:
            QVERIFY2(each >= 100'000 && each < 101'000, qPrintable(QString::number(each)));
            break;
        default:
            QVERIFY2(each >= 200'000 && each < 201'000, qPrintable(QString::number(each)));
        }
    }

    void aResetWaitsForWhatWasSent()
    {
        // More than the kernels hold, to a server that takes its time: what is on the way would be thrown away.
        LoadPlan plan = planFor(QStringLiteral("/slow?rate=40000000&id=a"));
        plan.bytes = 16'000'000;
        plan.uploads = 2;
        plan.cutAt = CutAt::BeforeEnd;
        plan.cutBy = CutBy::Reset;
        LoadRunner load;
        QCOMPARE(run(load, plan).cut, 2);
        QTRY_COMPARE(m_server->stats().open, 0);
        QVERIFY(m_server->stats(QStringLiteral("a")).received >= 2 * plan.bytes);
    }

    void leavesBeforeTheAnswer()
    {
        LoadPlan plan = planFor(QStringLiteral("/never?id=a"));
        plan.uploads = 4;
        plan.cutAt = CutAt::BeforeAnswer;
        plan.cutBy = transfer::CutBy::Fin; // a reset may throw away what the server has not read yet
        LoadRunner load;
        QCOMPARE(run(load, plan).cut, 4);
        QTRY_COMPARE(m_server->stats(QStringLiteral("a")).complete, 4);
    }

    void cancelEndsSoon()
    {
        LoadPlan plan = planFor(QStringLiteral("/never?id=a"));
        plan.uploads = 1'000;
        LoadRunner load(2);
        QSignalSpy finished(&load, &LoadRunner::finished);
        load.start(plan);
        QVERIFY(load.isRunning());
        QTRY_COMPARE(m_server->stats(QStringLiteral("a")).requests, plan.connections);
        load.cancel();
        load.cancel();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(finished.first().first().value<LoadResult>().isCancelled);
        QVERIFY(!load.isRunning());
        // And can be used again.
        plan = planFor(QStringLiteral("/ok?id=b"));
        QCOMPARE(run(load, plan).done, plan.uploads);
    }

    void mayBeDestroyedWhileRunning()
    {
        auto load = std::make_unique<LoadRunner>(2);
        LoadPlan plan = planFor(QStringLiteral("/never?id=a"));
        plan.uploads = 1'000;
        load->start(plan);
        QTRY_COMPARE(m_server->stats(QStringLiteral("a")).requests, plan.connections);
        load.reset();
        QTRY_COMPARE(m_server->stats().open, 0);
    }

private:
    [[nodiscard]] LoadPlan planFor(const QString &path) const
    {
        LoadPlan plan;
        plan.target.endpoint.url = m_server->url(path);
        plan.bytes = 10'000;
        return plan;
    }

    static LoadResult run(LoadRunner &load, const LoadPlan &plan)
    {
        QSignalSpy finished(&load, &LoadRunner::finished);
        load.start(plan);
        if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 60'000))
            return {};
        return finished.first().first().value<LoadResult>();
    }

    std::unique_ptr<support::FaultyServer> m_server;
};

QTEST_GUILESS_MAIN(TestLoadRunner)
#include "tst_loadrunner.moc"
