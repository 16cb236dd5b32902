// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/analysis/simulation.h"

#include <QTest>

using analysis::LookPolicy;
using simulation::Noise;
using simulation::Rates;
using simulation::Server;

Q_DECLARE_METATYPE(simulation::Noise)

namespace {

constexpr int runs = 150;
constexpr std::uint64_t seed = 20261124;

analysis::Threshold goHeap()
{
    return analysis::thresholdFor(analysis::Resource::Heap, analysis::Reading::GoExact, 1 << 20);
}

analysis::Threshold processSize()
{
    return analysis::thresholdFor(analysis::Resource::Rss, analysis::Reading::GoExact, 1 << 20);
}

/// Go's forced floors: δk = 3 σ.
constexpr double quiet = 3413;
/// A bad process size: δk = 0.5 σ.
constexpr double loud = 655'360;

} // namespace

/// Simulated servers whose truth is known; the whole table is printed by `rates`. Margins are about three
/// standard errors of the shares measured over 700 runs (see judgebytes.h).
class TestRates final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFalseAlarm_data();
    void noFalseAlarm();
    void leaksAreFound_data();
    void leaksAreFound();
    void boundedCaches_data();
    void boundedCaches();
    void loudServers_data();
    void loudServers();
    void counts_data();
    void counts();
};

void TestRates::noFalseAlarm_data()
{
    QTest::addColumn<Noise>("noise");
    QTest::addColumn<double>("leastStable"); // share
    QTest::newRow("independent") << Noise::Independent << 0.97;
    QTest::newRow("AR(.5)") << Noise::Autoregressive << 0.97;
    QTest::newRow("random walk") << Noise::RandomWalk << 0.97;
    QTest::newRow("warm-up") << Noise::WarmUp << 0.97;
    QTest::newRow("one step") << Noise::OneStep << 0.88;
    QTest::newRow("two steps") << Noise::TwoSteps << 0.77;
    QTest::newRow("late fall") << Noise::LateFall << 0.9;
    QTest::newRow("outliers") << Noise::Outliers << 0.96;
    QTest::newRow("Go toggle") << Noise::GoToggle << 0.97;
    QTest::newRow("doubling table") << Noise::Doubling << 0.97;
}

void TestRates::noFalseAlarm()
{
    QFETCH(Noise, noise);
    QFETCH(double, leastStable);
    const Rates clean
        = simulation::ratesOf({.sigma = quiet, .noise = noise}, goHeap(), LookPolicy::quick(), runs, seed);
    QCOMPARE(clean.leaks, 0.0);
    QVERIFY2(clean.stable >= leastStable, qPrintable(QString::number(clean.stable)));
    const Rates creeping = simulation::ratesOf({.leak = 148, .sigma = quiet, .noise = noise}, goHeap(),
                                               LookPolicy::quick(), runs, seed);
    QCOMPARE(creeping.leaks, 0.0);
    const Rates size = simulation::ratesOf({.sigma = loud, .noise = noise}, processSize(),
                                           LookPolicy::standard(), runs, seed);
    QVERIFY2(size.leaks <= 0.01, qPrintable(QString::number(size.leaks)));
}

void TestRates::leaksAreFound_data()
{
    QTest::addColumn<Noise>("noise");
    QTest::addColumn<double>("multiple"); // of δ
    QTest::addColumn<double>("leastFound");
    QTest::addColumn<double>("leastCovered");
    QTest::addColumn<double>("leastWithin5"); // per cent of the truth
    QTest::newRow("independent, 1.5") << Noise::Independent << 1.5 << 0.93 << 0.97 << 0.93;
    QTest::newRow("independent, 2000") << Noise::Independent << 2000.0 << 1.0 << 0.97 << 1.0;
    QTest::newRow("AR(.5), 1.5") << Noise::Autoregressive << 1.5 << 0.9 << 0.95 << 0.9;
    QTest::newRow("AR(.5), 3") << Noise::Autoregressive << 3.0 << 0.97 << 0.95 << 0.9;
    QTest::newRow("random walk, 3") << Noise::RandomWalk << 3.0 << 0.97 << 0.88 << 0.7;
    QTest::newRow("one step, 3") << Noise::OneStep << 3.0 << 0.78 << 0.95 << 0.85;
    QTest::newRow("one step, 2000") << Noise::OneStep << 2000.0 << 1.0 << 0.97 << 1.0;
    QTest::newRow("late fall, 2") << Noise::LateFall << 2.0 << 0.9 << 0.9 << 0.5;
    QTest::newRow("outliers, 3") << Noise::Outliers << 3.0 << 0.93 << 0.97 << 0.93;
    QTest::newRow("Go toggle, 1.5") << Noise::GoToggle << 1.5 << 0.96 << 0.97 << 0.95;
    QTest::newRow("Go toggle, 20") << Noise::GoToggle << 20.0 << 1.0 << 0.97 << 1.0;
    QTest::newRow("Go toggle, 2000") << Noise::GoToggle << 2000.0 << 1.0 << 0.97 << 1.0;
    QTest::newRow("doubling table, 20") << Noise::Doubling << 20.0 << 1.0 << 0.97 << 1.0;
}

void TestRates::leaksAreFound()
{
    QFETCH(Noise, noise);
    QFETCH(double, multiple);
    QFETCH(double, leastFound);
    QFETCH(double, leastCovered);
    QFETCH(double, leastWithin5);
    const Server server{.leak = multiple * 512, .sigma = quiet, .noise = noise};
    const Rates rates = simulation::ratesOf(server, goHeap(), LookPolicy::quick(), runs, seed);
    QVERIFY2(rates.leaks >= leastFound, qPrintable(QString::number(rates.leaks)));
    QVERIFY2(rates.covered >= leastCovered, qPrintable(QString::number(rates.covered)));
    QVERIFY2(rates.within5 >= leastWithin5, qPrintable(QString::number(rates.within5)));
    QVERIFY2(rates.stable <= 0.01, qPrintable(QString::number(rates.stable)));
}

void TestRates::boundedCaches_data()
{
    QTest::addColumn<int>("bodies"); // of 1 MiB
    QTest::addColumn<double>("leaks");
    for (const int bodies : {16, 50, 64, 100, 150, 200, 230})
        QTest::addRow("%d", bodies) << bodies << 0.0;
    // Past the last upload of the first look it cannot be told from a leak: the verdict says for how long it
    // grew.
    for (const int bodies : {256, 1000})
        QTest::addRow("%d, the honest limit", bodies) << bodies << 1.0;
}

void TestRates::boundedCaches()
{
    QFETCH(int, bodies);
    const Server server{.sigma = quiet, .cacheBodies = static_cast<double>(bodies), .bodyBytes = 1 << 20};
    const Rates rates = simulation::ratesOf(server, goHeap(), LookPolicy::standard(), 40, seed);
    QTEST(rates.leaks, "leaks");
}

void TestRates::loudServers_data()
{
    QTest::addColumn<Noise>("noise");
    QTest::addColumn<double>("leastFound");
    QTest::newRow("independent") << Noise::Independent << 0.9;
    QTest::newRow("AR(.5)") << Noise::Autoregressive << 0.86;
    QTest::newRow("random walk") << Noise::RandomWalk << 0.72;
}

void TestRates::loudServers()
{
    QFETCH(Noise, noise);
    QFETCH(double, leastFound);
    const Server server{.leak = 3 * 16'384, .sigma = loud, .noise = noise};
    const Rates rates = simulation::ratesOf(server, processSize(), LookPolicy::standard(), runs, seed);
    QVERIFY2(rates.leaks >= leastFound, qPrintable(QString::number(rates.leaks)));
    QVERIFY2(rates.stable <= 0.04, qPrintable(QString::number(rates.stable)));
}

void TestRates::counts_data()
{
    QTest::addColumn<double>("leak"); // pieces per upload
    QTest::addColumn<double>("sigma");
    QTest::addColumn<double>("least"); // share of leaks
    QTest::addColumn<double>("most");
    QTest::newRow("clean, calm") << 0.0 << 0.5 << 0.0 << 0.0;
    QTest::newRow("clean, lively") << 0.0 << 3.0 << 0.0 << 0.0;
    QTest::newRow("one per upload") << 1.0 << 3.0 << 1.0 << 1.0;
    QTest::newRow("one in two") << 0.5 << 1.0 << 0.99 << 1.0;
    QTest::newRow("one in ten, calm") << 0.1 << 0.3 << 0.95 << 1.0;
}

void TestRates::counts()
{
    QFETCH(double, leak);
    QFETCH(double, sigma);
    QFETCH(double, least);
    QFETCH(double, most);
    const double leaks = simulation::countLeakShare(leak, sigma, LookPolicy::quick(), 300, seed);
    QVERIFY2(leaks >= least && leaks <= most, qPrintable(QString::number(leaks)));
}

QTEST_APPLESS_MAIN(TestRates)
#include "tst_rates.moc"
