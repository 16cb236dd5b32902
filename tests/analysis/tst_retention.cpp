// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/retention.h"

#include <QTest>

#include <cmath>

using analysis::Rate;
using analysis::Retention;
using analysis::RoundGrowth;
using analysis::SameFile;

namespace {

constexpr double kib = 1024;
constexpr double mib = 1024 * 1024;

/// Six rounds at each of two sizes in turn; growth = fixed + share · size, ± scatter per round.
std::vector<RoundGrowth> rounds(double fixed, double share, double scatter, double large = mib)
{
    std::vector<RoundGrowth> result;
    for (int i = 0; i < 12; ++i) {
        const double size = i % 2 == 0 ? large / 4 : large;
        result.push_back({20, 20 * (fixed + share * size) + (i / 2 % 2 == 0 ? scatter : -scatter), size});
    }
    return result;
}

} // namespace

class TestRetention final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rate();
    void classes_data();
    void classes();
    void unclear();
    void sameFile_data();
    void sameFile();
};

// 100, 110, 120 per 10 uploads: mean 11, sd 1, error 1 / sqrt(3), t(.99, 2) = 6.964557.
void TestRetention::rate()
{
    const std::vector<RoundGrowth> three = {{10, 100, 0}, {10, 110, 0}, {10, 120, 0}};
    const auto rate = analysis::rateOf(three);
    QVERIFY(rate);
    QCOMPARE(rate->perUpload, 11.0);
    QCOMPARE(rate->standardError, 1 / std::sqrt(3.0));
    QCOMPARE(rate->degrees, 2.0);
    QVERIFY(std::abs(rate->bounds(0.99).high - (11 + 6.964557 / std::sqrt(3.0))) < 1e-5);
    QVERIFY(!analysis::rateOf(std::span(three).first(1)));
    const std::vector<RoundGrowth> holes = {{10, 100, 0}, {0, 0, 0}, {10, std::nan(""), 0}};
    QVERIFY(!analysis::rateOf(holes));
}

void TestRetention::classes_data()
{
    QTest::addColumn<double>("fixed");
    QTest::addColumn<double>("share");
    QTest::addColumn<double>("scatter"); // bytes per round
    QTest::addColumn<Retention>("retention");
    QTest::addColumn<int>("copies");
    QTest::newRow("read-all keeps the body") << 200.0 << 1.06 << 4 * kib << Retention::KeepsBody << 1;
    QTest::newRow("buffer grown ahead") << 200.0 << 1.74 << 4 * kib << Retention::KeepsBody << 2;
    QTest::newRow("three copies") << 0.0 << 3.3 << 4 * kib << Retention::KeepsBody << 3;
    QTest::newRow("a tenth of it") << 1000.0 << 0.1 << 4 * kib << Retention::KeepsPart << 0;
    QTest::newRow("request context") << 1024.0 << 0.0 << 4 * kib << Retention::FixedBytes << 0;
    QTest::newRow("noisy context") << 64 * kib << 0.0 << 12 * kib << Retention::FixedBytes << 0;
    QTest::newRow("nothing") << 40.0 << 0.0 << 4 * kib << Retention::Nothing << 0;
}

void TestRetention::classes()
{
    QFETCH(double, fixed);
    QFETCH(double, share);
    QFETCH(double, scatter);
    const auto result = analysis::classifyRetention(rounds(fixed, share, scatter), 512);
    QTEST(result.retention, "retention");
    QTEST(result.copies, "copies");
    QVERIFY(result.shareBounds.contains(share));
    QVERIFY(std::abs(result.share - share) < 0.01 + 0.01 * share);
    QVERIFY(std::abs(result.fixedBytes - fixed) < 1 + scatter / 20);
}

void TestRetention::unclear()
{
    QCOMPARE(analysis::classifyRetention({}, 512).retention, Retention::Unclear);
    QCOMPARE(analysis::classifyRetention(rounds(0, 1.06, 0, 0), 512).retention, Retention::Unclear);
    auto oneSize = rounds(0, 1.06, 0);
    for (RoundGrowth &round : oneSize)
        round.bodyBytes = mib;
    QCOMPARE(analysis::classifyRetention(oneSize, 512).retention, Retention::Unclear);
    // ± 12 MiB per round of 20: any share between none and the whole.
    QCOMPARE(analysis::classifyRetention(rounds(0, 0.3, 12 * mib), 512).retention, Retention::Unclear);
}

void TestRetention::sameFile_data()
{
    QTest::addColumn<double>("different");
    QTest::addColumn<double>("same");
    QTest::addColumn<double>("error");
    QTest::addColumn<SameFile>("outcome");
    QTest::newRow("table keyed by name") << mib << 50.0 << 100.0 << SameFile::Keyed;
    QTest::newRow("small entries keyed by name") << 2500.0 << 148.0 << 100.0 << SameFile::Keyed;
    QTest::newRow("list of requests") << mib << 1.01 * mib << 100.0 << SameFile::PerRequest;
    QTest::newRow("neither") << 40.0 << 30.0 << 50.0 << SameFile::Nothing;
    QTest::newRow("only the same grows: odd") << 40.0 << 3000.0 << 50.0 << SameFile::Unclear;
    QTest::newRow("a third") << 3000.0 << 1000.0 << 50.0 << SameFile::Unclear;
    QTest::newRow("noise") << 3000.0 << 100.0 << 2000.0 << SameFile::Unclear;
}

void TestRetention::sameFile()
{
    QFETCH(double, different);
    QFETCH(double, same);
    QFETCH(double, error);
    const SameFile judged = analysis::judgeSameFile(Rate{different, error, 9}, Rate{same, error, 3}, 512);
    QTEST(judged, "outcome");
}

QTEST_APPLESS_MAIN(TestRetention)
#include "tst_retention.moc"
