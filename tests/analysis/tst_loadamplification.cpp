// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/loadamplification.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace analysis;

namespace {

constexpr double threshold = 512;

/// Rounds of so many uploads, of which a share fails; growth per upload and per failed attempt, and by how many bytes a
/// floor is off, in turn up and down.
LevelRounds level(double connections, double uploads, double perDone, double failedShare = 0,
                  double perFailed = 0, double noise = 0)
{
    LevelRounds at{connections, {}};
    for (int i = 0; i < 4; ++i) {
        const double failed = uploads * failedShare, done = uploads - failed;
        const double off = i % 2 == 0 ? noise : -noise;
        at.rounds.push_back({done, failed, done * perDone + failed * perFailed + off});
    }
    return at;
}

constexpr double body = 65'536;

} // namespace

class TestLoadAmplification final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatEachUploadLeaves_data()
    {
        QTest::addColumn<std::vector<LevelRounds>>("levels");
        QTest::addColumn<bool>("isLeft");
        using Levels = std::vector<LevelRounds>;
        constexpr double kept = 8'192;
        QTest::newRow("nothing measured") << Levels{} << false;
        QTest::newRow("the same at every level")
            << Levels{level(1, 20, kept, 0, 0, 3'000), level(10, 200, kept, 0, 0, 3'000),
                      level(50, 1'000, kept, 0, 0, 3'000)}
            << true;
        QTest::newRow("one level alone") << Levels{level(10, 200, kept, 0, 0, 3'000)} << true;
        QTest::newRow("a stable server's floors scatter")
            << Levels{level(1, 20, 0, 0, 0, 5'000), level(10, 200, 0, 0, 0, 5'000)} << false;
        QTest::newRow("a stable server's floors creep")
            << Levels{level(1, 20, 148, 0, 0, 3'000), level(50, 1'000, 148, 0, 0, 3'000)} << false;
        QTest::newRow("a cache that is full before the last level")
            << Levels{level(1, 20, kept, 0, 0, 3'000), level(50, 1'000, 0, 0, 0, 3'000)} << false;
        QTest::newRow("rounds that do not agree")
            << Levels{level(1, 20, kept, 0, 0, 400'000), level(50, 1'000, kept, 0, 0, 20'000'000)} << false;
        LevelRounds untold = level(1, 20, kept);
        for (LoadRound &round : untold.rounds)
            round.grown = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("not told") << Levels{untold} << false;
        QTest::newRow("not told at one level") << Levels{untold, level(10, 200, kept, 0, 0, 3'000)} << true;
    }

    void whatEachUploadLeaves()
    {
        QFETCH(std::vector<LevelRounds>, levels);
        const std::optional<double> left = judgeLoadAmplification(levels, threshold, 4'096).leftByEach;
        QTEST(left.has_value(), "isLeft");
        if (left)
            QVERIFY2(std::abs(*left - 8'192) < 300, qPrintable(QString::number(*left)));
    }

    // A floor may be off by its resolution, however well few rounds agree.
    void fewUploadsTellLittle()
    {
        const std::vector<LevelRounds> levels{level(1, 2, 700), level(2, 4, 700)};
        QVERIFY(judgeLoadAmplification(levels, threshold).leftByEach);
        QVERIFY(!judgeLoadAmplification(levels, threshold, 4'096).leftByEach);
    }

    void outcomes_data()
    {
        QTest::addColumn<std::vector<LevelRounds>>("levels");
        QTest::addColumn<Amplified>("byConcurrency");
        QTest::addColumn<Amplified>("byRetries");
        QTest::addColumn<Amplified>("overall");
        using Levels = std::vector<LevelRounds>;
        constexpr auto present = Amplified::Present, absent = Amplified::Absent, unknown = Amplified::Unknown;
        QTest::newRow("nothing") << Levels{} << unknown << unknown << unknown;
        QTest::newRow("one level") << Levels{level(1, 20, 0)} << unknown << absent << unknown;
        QTest::newRow("stable") << Levels{level(1, 20, 0, 0, 0, 500), level(200, 4000, 0, 0, 0, 5000)}
                                << absent << absent << absent;
        QTest::newRow("leaks the same at every level")
            << Levels{level(1, 20, body, 0, 0, 500), level(50, 400, body, 0, 0, 500)} << absent << absent
            << absent;
        QTest::newRow("leaks more with more at once")
            << Levels{level(1, 20, 1000, 0, 0, 500), level(50, 400, 4000, 0, 0, 500)} << present << absent
            << present;
        QTest::newRow("leaks only with many at once")
            << Levels{level(1, 20, 0, 0, 0, 500), level(50, 400, 0, 0, 0, 500),
                      level(200, 4000, 0, 0.9, body, 5000)}
            << present << present << present;
        QTest::newRow("fails without leaving anything")
            << Levels{level(1, 20, 0, 0, 0, 500), level(200, 4000, 0, 0.9, 0, 5000)} << absent << absent
            << absent;
        QTest::newRow("failed attempts leave no more than others")
            << Levels{level(1, 20, body, 0, 0, 500), level(200, 400, body, 0.5, body, 500)} << absent
            << present << present;
        QTest::newRow("few uploads, noisy floors, but nothing with many")
            << Levels{level(1, 20, 0, 0, 0, 40'000), level(200, 4000, 0, 0, 0, 5000)} << absent << absent
            << absent;
        QTest::newRow("noise everywhere")
            << Levels{level(1, 20, 0, 0, 0, 40'000), level(10, 20, 2000, 0, 0, 80'000)} << unknown << absent
            << unknown;
        QTest::newRow("failures at every level")
            << Levels{level(1, 20, 0, 0.2, body, 500), level(10, 200, 0, 0.2, body, 500)} << absent << unknown
            << unknown;
        LevelRounds silent = level(1, 20, 0);
        for (LoadRound &round : silent.rounds)
            round.grown = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("not told") << Levels{silent, silent} << unknown << unknown << unknown;
        QTest::newRow("not told at the lowest level")
            << Levels{silent, level(10, 200, 0, 0, 0, 500), level(50, 400, body, 0, 0, 500)} << present
            << absent << present;
    }

    void outcomes()
    {
        QFETCH(std::vector<LevelRounds>, levels);
        const LoadAmplification found = judgeLoadAmplification(levels, threshold);
        QTEST(found.byConcurrency, "byConcurrency");
        QTEST(found.byRetries, "byRetries");
        QTEST(found.overall(), "overall");
    }

    void theHighestLevelThatShowsItIsTold()
    {
        const std::vector<LevelRounds> levels{level(1, 20, 0, 0, 0, 500), level(10, 200, body, 0, 0, 500),
                                              level(50, 400, 0, 0, 0, 500)};
        const LoadAmplification found = judgeLoadAmplification(levels, threshold);
        QCOMPARE(found.lowConnections, 1.0);
        QCOMPARE(found.highConnections, 10.0);
        QCOMPARE(found.high->perUpload, body);
    }

    void whatAFailedAttemptLeavesIsExact()
    {
        // 1000 bytes of each upload that is taken, which only the first level shows, and 65,536 of each failed one.
        const std::vector<LevelRounds> levels{level(1, 20, 1000), level(50, 400, 1000, 0.25, body)};
        const LoadAmplification found = judgeLoadAmplification(levels, threshold);
        QCOMPARE(found.failed, 400.0);
        QCOMPARE(found.perFailed->perUpload, body);
        QCOMPARE(found.byRetries, Amplified::Present);
    }
};

QTEST_GUILESS_MAIN(TestLoadAmplification)
#include "tst_loadamplification.moc"
