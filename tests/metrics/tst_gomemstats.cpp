// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/expvar.h"
#include "core/metrics/gomemstats.h"

#include <QTest>

#include <cmath>

using metrics::GoMemStats;

class TestGoMemStats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldOfTheTrailer();
    void everyFieldOfExpvar();
    void trailers_data();
    void trailers();
    void lastTrailerCounts();
};

static QByteArray recorded(const char *name)
{
    QFile file(QStringLiteral(TIDEMARK_TEST_DATA "/metrics/") + QString::fromUtf8(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s in tests/data/metrics", name);
    return file.readAll();
}

void TestGoMemStats::everyFieldOfTheTrailer()
{
    const auto stats = metrics::parseHeapTrailer(recorded("go.heap.txt"));
    QVERIFY(stats);
    QCOMPARE(stats->heapAlloc, 12165952);
    QCOMPARE(stats->heapInuse, 13082624);
    QCOMPARE(stats->heapReleased, 3252224);
    QCOMPARE(stats->heapObjects, 3612);
    QCOMPARE(stats->sys, 27637000);
    QCOMPARE(stats->nextGc, 21716504);
    QCOMPARE(stats->numGc, 4);
    QCOMPARE(stats->numForcedGc, 2);
    QCOMPARE(stats->pauseMaxSeconds, 0.000324098);
    QVERIFY(std::isnan(stats->pauseTotalSeconds));
}

void TestGoMemStats::everyFieldOfExpvar()
{
    const auto vars = metrics::parseExpvar(recorded("go.expvar.json"));
    QVERIFY(vars);
    QCOMPARE(vars->goroutines, 6);
    QCOMPARE(vars->memStats.heapAlloc, 12101264);
    QCOMPARE(vars->memStats.heapInuse, 13041664);
    QCOMPARE(vars->memStats.heapReleased, 3260416);
    QCOMPARE(vars->memStats.heapObjects, 3246);
    QCOMPARE(vars->memStats.sys, 27637000);
    QCOMPARE(vars->memStats.nextGc, 21716504);
    QCOMPARE(vars->memStats.numGc, 4);
    QCOMPARE(vars->memStats.numForcedGc, 2);
    QCOMPARE(vars->memStats.pauseTotalSeconds, 0.000692773);
    QCOMPARE(vars->memStats.pauseMaxSeconds, 0.000324098);
}

void TestGoMemStats::trailers_data()
{
    QTest::addColumn<QByteArray>("trailer");
    QTest::addColumn<bool>("ok");

    QTest::newRow("least") << QByteArray("# runtime.MemStats\n# HeapAlloc = 1\n# NumGC = 2\n") << true;
    QTest::newRow("lines that mean nothing") << QByteArray(
        "# runtime.MemStats\n\nx\n# \n# = 3\n#  = 3\n# HeapAlloc = 1\n# New = {}\n# NumGC = 2\n")
                                             << true;
    QTest::newRow("pauses that are no list")
        << QByteArray("# runtime.MemStats\n# HeapAlloc = 1\n# PauseNs = none\n# NumGC = 2\n") << true;
    QTest::newRow("no trailer") << QByteArray("heap profile: 1\n") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("heading only") << QByteArray("# runtime.MemStats\n") << false;
    QTest::newRow("no heap") << QByteArray("# runtime.MemStats\n# NumGC = 2\n") << false;
    QTest::newRow("heap is a word") << QByteArray("# runtime.MemStats\n# HeapAlloc = much\n# NumGC = 2\n")
                                    << false;
    QTest::newRow("cut in the last number")
        << QByteArray("# runtime.MemStats\n# HeapAlloc = 1\n# NumGC = 2") << false;
}

void TestGoMemStats::trailers()
{
    QFETCH(QByteArray, trailer);
    QFETCH(bool, ok);
    const auto stats = metrics::parseHeapTrailer(trailer);
    QCOMPARE(stats.ok(), ok);
    if (ok) {
        QCOMPARE(stats->heapAlloc, 1);
        QCOMPARE(stats->numGc, 2);
    } else {
        QCOMPARE(stats.error().kind, base::ErrorKind::Malformed);
    }
}

void TestGoMemStats::lastTrailerCounts()
{
    const QByteArray fake("# runtime.MemStats\n# HeapAlloc = 666\n# NumGC = 666\n");
    const QByteArray page = fake + recorded("go.heap.txt");
    const auto stats = metrics::parseHeapTrailer(page);
    QVERIFY(stats);
    QCOMPARE(stats->heapAlloc, 12165952);
}

QTEST_GUILESS_MAIN(TestGoMemStats)
#include "tst_gomemstats.moc"
