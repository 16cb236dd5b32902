// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/idle.h"

#include <QTest>

using analysis::IdleOutcome;
using analysis::Outcome;

class TestIdle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shares_data();
    void shares();
    void nothingGrew();
    void verdicts_data();
    void verdicts();
    void uploadsAfterTheRounds_data();
    void uploadsAfterTheRounds();
    void growsWithTime();
    void lookingOn_data();
    void lookingOn();
    void laterPhases();
    void earlierPhases();
    void allUploads_data();
    void allUploads();
    void moreRounds_data();
    void moreRounds();
};

void TestIdle::allUploads_data()
{
    QTest::addColumn<double>("uploads"); // 400 of them are the rounds', which grew by 800,000
    QTest::addColumn<double>("grown");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("as before") << 9'600.0 << 19.2e6 << Outcome::Leaks;
    QTest::newRow("more slowly") << 9'600.0 << 9.8e6 << Outcome::Leaks;
    QTest::newRow("a table that is full") << 9'600.0 << 2.2e6 << Outcome::Inconclusive;
    QTest::newRow("no more were made") << 400.0 << 0.79e6 << Outcome::Leaks;
    QTest::newRow("not told") << 9'600.0 << qQNaN() << Outcome::Leaks;
}

void TestIdle::allUploads()
{
    QFETCH(const double, uploads);
    QFETCH(const double, grown);
    analysis::ResourceVerdict leak;
    leak.outcome = leak.leaning = Outcome::Leaks;
    leak.perUpload = 2'000;
    leak.threshold = 512;
    leak.noise = 2'000;
    const analysis::ResourceVerdict after = analysis::afterAllUploads(leak, grown, uploads);
    QTEST(after.outcome, "outcome");
    QCOMPARE(after.reason == analysis::Reason::StillSlowing, after.outcome == Outcome::Inconclusive);
    leak.outcome = Outcome::Stable;
    QCOMPARE(analysis::afterAllUploads(leak, grown, uploads).outcome, Outcome::Stable);
}

void TestIdle::moreRounds_data()
{
    QTest::addColumn<QList<double>>("grown"); // in rounds of 20 uploads; 20,000 are expected of each
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("as before") << QList<double>{20'500, 19'000, 20'000} << Outcome::Leaks;
    QTest::newRow("a pool was emptied in between")
        << QList<double>{20'000, -31'000, 20'500} << Outcome::Leaks;
    QTest::newRow("more slowly") << QList<double>{11'000, 12'000, 11'500} << Outcome::Leaks;
    QTest::newRow("no more") << QList<double>{0, 400, -300} << Outcome::Inconclusive;
    QTest::newRow("filled in the first one") << QList<double>{14'000, 0, 0} << Outcome::Inconclusive;
    QTest::newRow("too few to tell") << QList<double>{0, 0} << Outcome::Leaks;
    QTest::newRow("not told") << QList<double>{0, qQNaN(), 0} << Outcome::Leaks;
}

void TestIdle::moreRounds()
{
    QFETCH(const QList<double>, grown);
    analysis::ResourceVerdict leak;
    leak.outcome = leak.leaning = Outcome::Leaks;
    leak.perUpload = 1'000;
    leak.noise = 2'000;
    analysis::FloorSeries rounds{{0, 5e6}};
    for (const double more : grown)
        rounds.push_back({rounds.back().uploads + 20, rounds.back().value + more});
    const analysis::ResourceVerdict after = analysis::afterMoreRounds(leak, rounds);
    QTEST(after.outcome, "outcome");
    QCOMPARE(after.reason == analysis::Reason::StillSlowing, after.outcome == Outcome::Inconclusive);
    leak.noise = 25'000; // which explains that
    QCOMPARE(analysis::afterMoreRounds(leak, rounds).outcome, Outcome::Leaks);
    leak.outcome = Outcome::Stable;
    QCOMPARE(analysis::afterMoreRounds(leak, rounds).outcome, Outcome::Stable);
}

void TestIdle::laterPhases()
{
    analysis::ResourceVerdict leak;
    leak.outcome = leak.leaning = Outcome::Leaks;
    leak.reason = analysis::Reason::Steady;
    leak.unit = analysis::Unit::Pieces;
    leak.grown = 200;
    const auto after = [&](std::initializer_list<double> floors) {
        return analysis::afterLaterFloors(leak, std::vector<double>(floors)).reason;
    };
    using analysis::Reason;
    QCOMPARE(after({205, 221, 237}), Reason::Steady); // other uploads leave more of it
    QCOMPARE(after({205, 160, 170}), Reason::Steady);
    QCOMPARE(after({205, 221, 40}), Reason::FallsBack);
    QCOMPARE(after({205, 400, 210}), Reason::FallsBack); // a table that is purged now and then
    QCOMPARE(after({}), Reason::Steady);
    leak.unit = analysis::Unit::Bytes; // of a heap that may hold garbage meanwhile
    leak.threshold = 1;
    QCOMPARE(after({205, 400, 210}), Reason::Steady);
    leak.reading = analysis::Reading::GoExact;
    QCOMPARE(after({205, 400, 210}), Reason::FallsBack);
    leak.outcome = Outcome::Stable;
    QCOMPARE(after({205, 0}), Reason::Steady);
}

// Of 32 that other uploads left: how much of it may be what comes and goes.
void TestIdle::earlierPhases()
{
    analysis::ResourceVerdict leak;
    leak.outcome = leak.leaning = Outcome::Leaks;
    leak.reason = analysis::Reason::Steady;
    leak.unit = analysis::Unit::Pieces;
    leak.grown = 32;
    const auto after = [&leak](std::initializer_list<double> floors) {
        return analysis::afterEarlierFloors(leak, std::vector<double>(floors)).reason;
    };
    using analysis::Reason;
    QCOMPARE(after({10, 50, 90, 130, 20, 60}), Reason::FallsBack); // a batch of a hundred and more
    QCOMPARE(after({10, 32, 10, 11}), Reason::FallsBack); // a batch of 22
    QCOMPARE(after({10, 25, 10, 11}), Reason::Steady); // one of 15 would have been given back by now
    QCOMPARE(after({10, 11, 9, 10}), Reason::Steady);
    QCOMPARE(after({10, 50, 90, 130}), Reason::Steady); // nothing was ever given back
    QCOMPARE(after({}), Reason::Steady);
    leak.outcome = Outcome::Stable;
    QCOMPARE(after({130, 0}), Reason::Steady);
}

void TestIdle::lookingOn_data()
{
    QTest::addColumn<QList<double>>("floors"); // of what had grown by 1000 to 5000
    QTest::addColumn<double>("share");
    QTest::addColumn<bool>("mayFall");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<analysis::Reason>("reason");
    using enum Outcome;
    using Floors = QList<double>;
    using analysis::Reason;
    QTest::newRow("stays") << Floors{5000, 5010, 4990, 5000} << 1.0 << false << Leaks << Reason::Steady;
    QTest::newRow("goes on as before")
        << Floors{5000, 6000, 7000, 8000} << 1.0 << false << Inconclusive << Reason::GrowsIdle;
    QTest::newRow("goes on for a short look")
        << Floors{5000, 5300, 5600} << 0.25 << false << Inconclusive << Reason::GrowsIdle;
    QTest::newRow("falls and rises again")
        << Floors{5000, 1000, 1000, 3500, 5000} << 1.0 << true << Inconclusive << Reason::GrowsIdle;
    QTest::newRow("is given back") << Floors{5000, 4000, 2000, 1000} << 1.0 << false << Inconclusive
                                   << Reason::FallsBack;
    QTest::newRow("is given back, which is judged elsewhere")
        << Floors{5000, 4000, 2000, 1000} << 1.0 << true << Leaks << Reason::Steady;
    QTest::newRow("a quarter comes back")
        << Floors{5000, 4000, 4000} << 1.0 << false << Leaks << Reason::Steady;
    QTest::newRow("is worked off slowly")
        << Floors{5000, 4750, 4500, 4250, 4000} << 1.0 << false << Inconclusive << Reason::FallsBack;
    QTest::newRow("nobody looked") << Floors() << 1.0 << false << Leaks << Reason::Steady;
}

void TestIdle::lookingOn()
{
    QFETCH(QList<double>, floors);
    QFETCH(double, share);
    QFETCH(bool, mayFall);
    analysis::ResourceVerdict verdict;
    verdict.outcome = verdict.leaning = Outcome::Leaks;
    verdict.reason = analysis::Reason::Steady;
    verdict.unit = analysis::Unit::Pieces;
    verdict.baseline = 1000;
    verdict.grown = 4000;
    const std::vector<double> values(floors.begin(), floors.end());
    const auto after = analysis::afterLookingOn(verdict, values, share, mayFall);
    QTEST(after.outcome, "outcome");
    QTEST(after.reason, "reason");
    verdict.outcome = Outcome::Stable; // what is none stays none
    QCOMPARE(analysis::afterLookingOn(verdict, values, share, mayFall).outcome, Outcome::Stable);
}

void TestIdle::shares_data()
{
    QTest::addColumn<double>("idle"); // start 100, end 200
    QTest::addColumn<IdleOutcome>("outcome");
    QTest::addColumn<double>("share");
    QTest::newRow("all back") << 100.0 << IdleOutcome::ReleasedLate << 1.0;
    QTest::newRow("below the start") << 90.0 << IdleOutcome::ReleasedLate << 1.1;
    QTest::newRow("just enough") << 120.0 << IdleOutcome::ReleasedLate << 0.8;
    QTest::newRow("half") << 150.0 << IdleOutcome::Partly << 0.5;
    QTest::newRow("a fifth") << 180.0 << IdleOutcome::Partly << 0.2;
    QTest::newRow("kept") << 199.0 << IdleOutcome::Kept << 0.01;
    QTest::newRow("grew on") << 250.0 << IdleOutcome::Kept << -0.5;
}

void TestIdle::shares()
{
    QFETCH(double, idle);
    const auto judgement = analysis::judgeIdle(100, 200, idle);
    QVERIFY(judgement);
    QTEST(judgement->outcome, "outcome");
    QTEST(judgement->returnedShare, "share");
}

void TestIdle::nothingGrew()
{
    QVERIFY(!analysis::judgeIdle(200, 200, 100));
    QVERIFY(!analysis::judgeIdle(200, 100, 100));
    analysis::ResourceVerdict verdict;
    verdict.outcome = Outcome::Stable;
    QVERIFY(!analysis::afterIdle(verdict, 0, 0).returnedShare);
}

void TestIdle::verdicts_data()
{
    QTest::addColumn<Outcome>("before");
    QTest::addColumn<double>("idle");
    QTest::addColumn<Outcome>("after");
    QTest::newRow("leak kept") << Outcome::Leaks << 200.0 << Outcome::Leaks;
    QTest::newRow("leak given back in part") << Outcome::Leaks << 150.0 << Outcome::Leaks;
    QTest::newRow("leak given back") << Outcome::Leaks << 101.0 << Outcome::ReleasedLate;
    QTest::newRow("plateau given back") << Outcome::Stable << 101.0 << Outcome::Stable;
    QTest::newRow("unclear given back") << Outcome::Inconclusive << 101.0 << Outcome::Inconclusive;
}

void TestIdle::verdicts()
{
    QFETCH(Outcome, before);
    QFETCH(double, idle);
    analysis::ResourceVerdict verdict;
    verdict.outcome = before;
    verdict.baseline = 100;
    verdict.grown = 100;
    const analysis::ResourceVerdict probed = analysis::afterIdle(verdict, 200, idle);
    QTEST(probed.outcome, "after");
    QCOMPARE(probed.returnedShare.value_or(-9), (200 - idle) / 100);
}

void TestIdle::uploadsAfterTheRounds_data()
{
    QTest::addColumn<double>("before");
    QTest::addColumn<double>("idle");
    QTest::addColumn<double>("made");
    QTest::addColumn<Outcome>("after");
    // The rounds left 100 on top of 100; then came twenty times as many uploads.
    QTest::newRow("a leak goes on") << 2'200.0 << 2'200.0 << 21.0 << Outcome::Leaks;
    QTest::newRow("all given back, but what a map keeps")
        << 2'200.0 << 188.0 << 21.0 << Outcome::ReleasedLate;
    QTest::newRow("a cache that was full soon") << 300.0 << 300.0 << 21.0 << Outcome::Leaks;
    QTest::newRow("something else went, the leak stayed") << 5'200.0 << 200.0 << 1.0 << Outcome::Leaks;
    QTest::newRow("given back before the wait") << 101.0 << 101.0 << 21.0 << Outcome::ReleasedLate;
}

void TestIdle::uploadsAfterTheRounds()
{
    QFETCH(double, before);
    QFETCH(double, idle);
    QFETCH(double, made);
    analysis::ResourceVerdict verdict;
    verdict.outcome = Outcome::Leaks;
    verdict.baseline = verdict.grown = 100;
    QTEST(analysis::afterIdle(verdict, before, idle, made).outcome, "after");
}

void TestIdle::growsWithTime()
{
    analysis::ResourceVerdict verdict;
    verdict.outcome = Outcome::Leaks;
    verdict.baseline = verdict.grown = 100;
    constexpr double pace = 700; // the wait is seven times as long as the rounds were
    QCOMPARE(analysis::afterIdle(verdict, 200, 205, 1, pace).outcome, Outcome::Leaks);
    const analysis::ResourceVerdict other = analysis::afterIdle(verdict, 200, 880, 1, pace);
    QCOMPARE(other.outcome, Outcome::Inconclusive);
    QCOMPARE(other.reason, analysis::Reason::GrowsIdle);
    QCOMPARE(analysis::afterIdle(verdict, 200, 880).outcome,
             Outcome::Leaks); // not known how long either took
}

QTEST_APPLESS_MAIN(TestIdle)
#include "tst_idle.moc"
