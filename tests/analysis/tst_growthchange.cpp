// SPDX-License-Identifier: GPL-3.0-or-later
// What has become of a growth, and how often chance alone is taken for a change.
#include "core/analysis/growthchange.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace analysis;

namespace {

Growth growing(double perUpload, double error)
{
    return {Outcome::Leaks, perUpload, perUpload - error, perUpload + error, 512, 500};
}

Growth resting()
{
    return {Outcome::Stable, 3, -100, 110, 512, 480};
}

Growth unknown()
{
    return {Outcome::Inconclusive, 300, -900, 1500, 512, 2000};
}

} // namespace

Q_DECLARE_METATYPE(Growth)
Q_DECLARE_METATYPE(Change)

class TestGrowthChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_data()
    {
        QTest::addColumn<Growth>("before");
        QTest::addColumn<Growth>("after");
        QTest::addColumn<Change>("change");
        const Growth leak = growing(73'700, 400);
        Growth late = resting(), closed = growing(1, 0.01);
        late.outcome = Outcome::ReleasedLate;
        closed.outcome = Outcome::GcClosed;
        const Growth open{Outcome::Stable, 0, -0.01, 0.01, 0.2, 0.2};
        const Growth coarse{Outcome::Stable, 200, -2000, 3000, 4096, 5000};
        QTest::newRow("cured") << leak << resting() << Change::Fixed;
        QTest::newRow("given back late now") << leak << late << Change::Fixed;
        QTest::newRow("left to the collector no more") << closed << open << Change::Fixed;
        QTest::newRow("small, by a bound below it") << growing(741, 200) << resting() << Change::Fixed;
        QTest::newRow("small, and coarsely measured after") << growing(741, 200) << coarse << Change::Unknown;
        QTest::newRow("small, and coarsely measured before")
            << coarse << growing(741, 200) << Change::Unknown;
        QTest::newRow("large, and coarsely measured after") << leak << coarse << Change::Fixed;
        QTest::newRow("appears") << resting() << leak << Change::New;
        QTest::newRow("halved") << leak << growing(36'000, 400) << Change::Better;
        QTest::newRow("doubled") << leak << growing(147'000, 400) << Change::Worse;
        QTest::newRow("within what is promised") << leak << growing(76'000, 400) << Change::None;
        QTest::newRow("within the intervals") << growing(4000, 900) << growing(5000, 900) << Change::None;
        QTest::newRow("within the threshold") << growing(1500, 10) << growing(1900, 10) << Change::None;
        QTest::newRow("stable twice") << resting() << resting() << Change::None;
        QTest::newRow("not known before") << unknown() << leak << Change::Unknown;
        QTest::newRow("not known after") << leak << unknown() << Change::Unknown;
        QTest::newRow("not watched") << leak << Growth() << Change::Unknown;
    }

    void changes()
    {
        QFETCH(Growth, before);
        QFETCH(Growth, after);
        QFETCH(Change, change);
        QCOMPARE(toKey(compare(before, after).change), toKey(change));
    }

    void whatRestsIsBoundedByWhatWasShown()
    {
        QCOMPARE(resting().bound(), std::optional(110.0)); // not by the 480 that would be seen
        Growth ended = resting(); // grew at first, then stopped: its interval is that of the whole
        ended.high = 3000;
        QCOMPARE(ended.bound(), std::optional(512.0));
        Growth untold{Outcome::Stable, {}, {}, {}, 0, {}};
        QVERIFY(!untold.bound());
        untold.high = 7;
        QCOMPARE(untold.bound(), std::optional(7.0));
        QVERIFY(!growing(741, 10).bound() && !unknown().bound());
    }

    void boundsOfTheDifference()
    {
        // Asymmetric on purpose: MOVER's lower bound is made of the later run's lower and the earlier run's upper half.
        const Growth before{Outcome::Leaks, 100, 96, 103, 1, {}};
        const Growth after{Outcome::Leaks, 200, 196, 212, 1, {}};
        const GrowthChange change = compare(before, after);
        QCOMPARE(*change.by, 100.0);
        QCOMPARE(*change.low, 95.0); // 100 - hypot(4, 3)
        QVERIFY(std::abs(*change.high - (100 + std::hypot(12.0, 4.0))) < 1e-9);
        QVERIFY(!compare(before, Growth()).by);
    }

    // 98 % intervals of both runs give one of about 98 % of the difference.
    void truthLiesWithin()
    {
        std::mt19937 random(1); // NOLINT(cert-msc51-cpp): repeatable
        std::normal_distribution<double> error(0, 300);
        constexpr int runs = 20'000;
        constexpr double half = 2.326 * 300; // one-sided 99 %
        int within = 0, alarms = 0;
        for (int i = 0; i < runs; ++i) {
            const Growth before = growing(5000 + error(random), half);
            const Growth after = growing(7000 + error(random), half);
            const Growth same = growing(5000 + error(random), half);
            const GrowthChange change = compare(before, after);
            within += *change.low <= 2000 && 2000 <= *change.high;
            alarms += compare(before, same).change != Change::None;
        }
        QVERIFY2(within >= 0.975 * runs && within <= 0.985 * runs, qPrintable(QString::number(within)));
        QVERIFY2(alarms <= 0.025 * runs, qPrintable(QString::number(alarms)));
    }
};

QTEST_APPLESS_MAIN(TestGrowthChange)
#include "tst_growthchange.moc"
