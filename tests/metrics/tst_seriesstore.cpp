// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/seriesstore.h"
#include "tests/metrics/samplesfromtext.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using kit::printed;
using kit::samplesFromText;
using kit::textEpochMs;
using metrics::Bucket;
using metrics::Reading;
using metrics::Role;
using metrics::SeriesStore;

class TestSeriesStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyStoreAnswers();
    void points_data();
    void points();
    void timeNeverGoesBack();
    void valuesThatAreNoNumbers();
    void rolesComeAndGo();
    void longHistoryGetsCoarser();
    void theLastHourAndDayAreWhole();
    void holesInTheCoarserTiers_data();
    void holesInTheCoarserTiers();
    void sparseReadingsAreNotHoles();
    void longOutageIsOneGap();
    void memoryIsBounded();
    void decimated_data();
    void decimated();
    void decimationKeepsExtremesAndSums();
    void scrollingKeepsColumns();
    void oddWindowsAreSafe();
    void copiesAreIndependent();
    void parts_data();
    void parts();
    void partOfAnOldHistoryKeepsPeaks();
};

static constexpr qint64 forever = std::numeric_limits<qint64>::max();

static qint64 at(double seconds)
{
    return textEpochMs + qRound64(seconds * 1'000);
}

static Reading reading(double seconds, double heap)
{
    Reading value;
    value.timeMs = at(seconds);
    value.set(Role::HeapLive, heap);
    return value;
}

/// One reading a second: the second's number.
static SeriesStore counting(int seconds)
{
    SeriesStore store;
    for (int i = 0; i < seconds; ++i)
        store.append(reading(i, i));
    return store;
}

void TestSeriesStore::emptyStoreAnswers()
{
    SeriesStore store;
    QVERIFY(store.appendGap(at(0)));
    QVERIFY(store.isEmpty());
    QVERIFY(!store.has(Role::HeapLive));
    QCOMPARE(store.firstMs(), 0);
    QCOMPARE(store.lastMs(), 0);
    QVERIFY(std::isnan(store.latest(Role::HeapLive)));
    QVERIFY(store.points(Role::HeapLive, 0, forever).empty());
    QVERIFY(store.decimated(Role::HeapLive, 0, at(10), 100).empty());
}

void TestSeriesStore::points_data()
{
    QTest::addColumn<QString>("samples");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<QString>("expected");

    const QString five = QStringLiteral("0s 1 | 1s 2 | 2s 3 | 3s 4 | 4s 5");
    QTest::newRow("all") << five << 0. << 4. << five;
    QTest::newRow("one more on either side") << five << 2. << 2. << QStringLiteral("1s 2 | 2s 3 | 3s 4");
    QTest::newRow("between two points") << five << 2.2 << 2.8 << QStringLiteral("2s 3 | 3s 4");
    QTest::newRow("before all") << five << -9. << -5. << QStringLiteral("0s 1");
    QTest::newRow("behind all") << five << 7. << 9. << QStringLiteral("4s 5");
    QTest::newRow("backwards") << five << 3. << 1. << QString();
    QTest::newRow("exact large values")
        << QStringLiteral("0s 1.70000000012MB") << 0. << 1. << QStringLiteral("0s 1700000.00012");
    QTest::newRow("gap") << QStringLiteral("0s 1 | gap | 2s 3") << 0. << 9.
                         << QStringLiteral("0s 1 | 1s gap | 2s 3");
    QTest::newRow("a run of gaps is one") << QStringLiteral("0s 1 | gap | gap | 9s gap | 10s 3") << 0. << 99.
                                          << QStringLiteral("0s 1 | 1s gap | 10s 3");
    QTest::newRow("gap at the end") << QStringLiteral("0s 1 | 5s gap") << 0. << 9.
                                    << QStringLiteral("0s 1 | 5s gap");
    QTest::newRow("gap before the first reading")
        << QStringLiteral("0s gap | 1s 3") << 0. << 9. << QStringLiteral("1s 3");
    QTest::newRow("two at the same time")
        << QStringLiteral("1s 3 | 1s 4") << 0. << 9. << QStringLiteral("1s 3 | 1s 4");
}

void TestSeriesStore::points()
{
    QFETCH(QString, samples);
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(QString, expected);
    const SeriesStore store = samplesFromText(samples);
    QCOMPARE(printed(store.points(Role::HeapLive, at(from), at(to))), expected);
    QVERIFY(store.points(Role::Rss, at(from), at(to)).empty());
}

void TestSeriesStore::timeNeverGoesBack()
{
    SeriesStore store = samplesFromText(QStringLiteral("10s 1"));
    QVERIFY(!store.append(reading(9.999, 2)));
    QVERIFY(!store.appendGap(at(9)));
    QCOMPARE(store.latest(Role::HeapLive), 1);
    QVERIFY(store.appendGap(at(20)));
    QVERIFY(!store.append(reading(19, 3)));
    QVERIFY(std::isnan(store.latest(Role::HeapLive)));
    QCOMPARE(store.firstMs(), at(10));
    QCOMPARE(store.lastMs(), at(20));
    QVERIFY(store.append(reading(20, 3)));
    QCOMPARE(store.latest(Role::HeapLive), 3);
    store.clear();
    QVERIFY(store.isEmpty());
    QVERIFY(store.append(reading(1, 4)));
    QCOMPARE(printed(store.points(Role::HeapLive, 0, forever)), QStringLiteral("1s 4"));
}

void TestSeriesStore::valuesThatAreNoNumbers()
{
    SeriesStore store = samplesFromText(QStringLiteral("0s 1"));
    QVERIFY(store.append(reading(1, std::numeric_limits<double>::infinity())));
    QVERIFY(store.append(reading(2, 1e300))); // larger than any float
    QVERIFY(store.append(reading(3, -1e300)));
    const auto points = store.points(Role::HeapLive, at(0), at(9));
    QCOMPARE(printed(points), QStringLiteral("0s 1 | 1s gap | 2s 1e+300 | 3s -1e+300"));
    QVERIFY(std::isfinite(points[2].max));
    QVERIFY(std::isfinite(points[3].min));
}

void TestSeriesStore::rolesComeAndGo()
{
    SeriesStore store;
    for (int i = 0; i < 5; ++i) {
        Reading both = reading(i, i);
        if (i == 2 || i == 3)
            both.set(Role::Rss, 100 + i);
        store.append(both);
    }
    QCOMPARE(printed(store.points(Role::HeapLive, at(0), at(9))),
             QStringLiteral("0s 0 | 1s 1 | 2s 2 | 3s 3 | 4s 4"));
    QCOMPARE(printed(store.points(Role::Rss, at(0), at(9))),
             QStringLiteral("0s gap | 2s 102 | 3s 103 | 4s gap"));
    QVERIFY(store.has(Role::Rss));
    QVERIFY(std::isnan(store.latest(Role::Rss)));
    QCOMPARE(store.latest(Role::HeapLive), 4);
}

void TestSeriesStore::longHistoryGetsCoarser()
{
    const SeriesStore store = counting(3'721);
    // The first reading is no longer in the finest tier.
    const auto all = store.points(Role::HeapLive, at(0), forever);
    QCOMPARE(all.size(), size_t(373));
    QCOMPARE(printed({all[0], all[1], all[372]}),
             QStringLiteral("0s 0..9 mean 4.5 x10 | 10s 10..19 mean 14.5 x10 | 3720s 3720"));
    // The rest of it is.
    QCOMPARE(store.points(Role::HeapLive, at(1), forever).size(), size_t(3'720));
    QCOMPARE(store.firstMs(), at(0));

    const SeriesStore days = counting(24 * 3'600 + 610);
    const auto coarsest = days.points(Role::HeapLive, at(0), forever);
    QCOMPARE(coarsest.size(), size_t(726));
    QCOMPARE(printed({coarsest[1]}), QStringLiteral("120s 120..239 mean 179.5 x120"));
    QCOMPARE(days.points(Role::HeapLive, at(10), forever).size(), size_t(8'700));
}

void TestSeriesStore::theLastHourAndDayAreWhole()
{
    const SeriesStore store = counting(2 * 24 * 3'600);
    const qint64 now = store.lastMs();
    // One more on the left.
    QCOMPARE(store.points(Role::HeapLive, now - 3'600'000, now).size(), size_t(3'602));
    QCOMPARE(store.points(Role::HeapLive, now - 24 * 3'600'000, now).size(), size_t(8'641));
}

void TestSeriesStore::holesInTheCoarserTiers_data()
{
    QTest::addColumn<double>("begin");
    QTest::addColumn<double>("end");
    QTest::addColumn<QString>("expected");

    QTest::newRow("inside one bucket") << 11. << 16.
                                       << QStringLiteral("0s 0..9 mean 4.5 x10 | 10s 10..19 mean 16 x5 | "
                                                         "20s 20..29 mean 24.5 x10");
    QTest::newRow("across two buckets, narrow")
        << 16. << 23.
        << QStringLiteral("0s 0..9 mean 4.5 x10 | 10s 10..15 mean 12.5 x6 | "
                          "20s 23..29 mean 26 x7");
    QTest::newRow("as wide as a bucket")
        << 12. << 22.
        << QStringLiteral("0s 0..9 mean 4.5 x10 | 10s 10..11 mean 10.5 x2 | 12s gap | "
                          "22s 22..29 mean 25.5 x8");
    QTest::newRow("over a whole bucket") << 10. << 20.
                                         << QStringLiteral("0s 0..9 mean 4.5 x10 | 10s gap | "
                                                           "20s 20..29 mean 24.5 x10");
}

void TestSeriesStore::holesInTheCoarserTiers()
{
    QFETCH(double, begin);
    QFETCH(double, end);
    QFETCH(QString, expected);
    SeriesStore store;
    for (int i = 0; i < 3'800; ++i) {
        if (i >= begin && i < end)
            QVERIFY(store.appendGap(at(i)));
        else
            QVERIFY(store.append(reading(i, i)));
    }
    auto points = store.points(Role::HeapLive, at(0), at(29));
    points.pop_back(); // the one behind the window
    QCOMPARE(printed(points), expected);
}

void TestSeriesStore::sparseReadingsAreNotHoles()
{
    SeriesStore store;
    for (int i = 0; i < 4'000; ++i)
        store.append(reading(i * 30, i));
    const auto points = store.points(Role::HeapLive, at(0), at(90));
    QCOMPARE(printed(points), QStringLiteral("0s 0 | 30s 1 | 60s 2 | 90s 3 | 120s 4"));
}

void TestSeriesStore::longOutageIsOneGap()
{
    SeriesStore store = counting(3'700);
    for (int i = 3'700; i < 20'000; ++i)
        QVERIFY(store.appendGap(at(i)));
    QVERIFY(store.append(reading(20'000, 7)));
    // It did not push the history out.
    QCOMPARE(printed(store.points(Role::HeapLive, at(3'698.5), forever)),
             QStringLiteral("3698s 3698 | 3699s 3699 | 3700s gap | 20000s 7"));
    QCOMPARE(store.points(Role::HeapLive, at(0), forever).size(), size_t(3'702));
}

void TestSeriesStore::memoryIsBounded()
{
    SeriesStore store;
    constexpr int days = 20;
    for (int i = 0; i < days * 8'640; ++i)
        store.append(reading(i * 10, i));
    QCOMPARE(store.points(Role::HeapLive, 0, forever).size(), size_t(14 * 720 + 30));
    QCOMPARE(store.firstMs(), at((days - 14) * 86'400. - 3'600));
    QCOMPARE(store.lastMs(), at(days * 86'400. - 10));
    const auto last = store.points(Role::HeapLive, store.firstMs(), forever).back();
    QCOMPARE(printed({last}), QStringLiteral("1727880s 172788..172799 mean 172793.5 x12"));
    // Times ascend through the place where the ring wraps.
    const auto all = store.points(Role::HeapLive, 0, forever);
    QVERIFY(std::is_sorted(all.begin(), all.end(),
                           [](const Bucket &a, const Bucket &b) { return a.timeMs < b.timeMs; }));
}

void TestSeriesStore::decimated_data()
{
    QTest::addColumn<QString>("samples");
    QTest::addColumn<double>("to");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("expected");

    // Columns are to / (columns - 1) and 1 ms wide, chosen here so that they begin where the samples do.
    QTest::newRow("fewer points than columns")
        << QStringLiteral("0s 1 | 1s 2 | 2s 3") << 2. << 1'000 << QStringLiteral("0s 1 | 1s 2 | 2s 3");
    QTest::newRow("columns of 2 s") << QStringLiteral("0s 1 | 1s 5 | 2s 3 | 3s 4 | 4s 9 | 5s 8") << 5.997 << 4
                                    << QStringLiteral(
                                           "0s 1..5 mean 3 x2 | 2s 3..4 mean 3.5 x2 | 4s 8..9 mean 8.5 x2");
    QTest::newRow("two columns") << QStringLiteral("0s 1 | 1s 5 | 2s 3 | 3s 4") << 2.999 << 2
                                 << QStringLiteral("0s 1..5 mean 3 x3 | 3s 4");
    QTest::newRow("one column") << QStringLiteral("0s 1 | 1s 5 | 2s 3") << 2.999 << 1
                                << QStringLiteral("0s 1..5 mean 3 x3");
    QTest::newRow("a wide hole") << QStringLiteral("0s 1 | 1s 2 | 2s gap | 8s 3 | 9s 4") << 9.9 << 100
                                 << QStringLiteral("0s 1 | 1s 2 | 2s gap | 8s 3 | 9s 4");
    QTest::newRow("a hole that has no column of its own")
        << QStringLiteral("0s 1 | 1s 2 | 2s gap | 3s 3 | 4s 4") << 9.999 << 2
        << QStringLiteral("0s 1..4 mean 2.5 x4");
    QTest::newRow("a hole that begins behind points of its column")
        << QStringLiteral("0s 1 | 0.1s 2 | 0.2s gap | 5s 3") << 8.991 << 10
        << QStringLiteral("0s 1..2 mean 1.5 x2 | 1s gap | 5s 3");
    QTest::newRow("a hole at the end")
        << QStringLiteral("0s 1 | 1s 2 | 2s gap") << 9. << 100 << QStringLiteral("0s 1 | 1s 2 | 2s gap");
    QTest::newRow("one more on the right")
        << QStringLiteral("0s 1 | 1s 2 | 9s 3 | 10s 4") << 2. << 100 << QStringLiteral("0s 1 | 1s 2 | 9s 3");
    QTest::newRow("nothing asked") << QStringLiteral("0s 1") << 9. << 0 << QString();
}

void TestSeriesStore::decimated()
{
    QFETCH(QString, samples);
    QFETCH(double, to);
    QFETCH(int, columns);
    QFETCH(QString, expected);
    const SeriesStore store = samplesFromText(samples);
    QCOMPARE(printed(store.decimated(Role::HeapLive, at(0), at(to), columns)), expected);
    QVERIFY(store.decimated(Role::Rss, at(0), at(to), columns).empty());
}

void TestSeriesStore::decimationKeepsExtremesAndSums()
{
    std::mt19937 random(20260101);
    std::uniform_int_distribution<int> value(-1'000, 1'000);
    std::uniform_int_distribution<int> step(0, 2'000);
    std::uniform_int_distribution<int> dice(0, 99);
    SeriesStore store;
    qint64 timeMs = textEpochMs;
    for (int i = 0; i < 3'000; ++i) {
        timeMs += step(random);
        if (dice(random) < 3) {
            QVERIFY(store.appendGap(timeMs));
            continue;
        }
        Reading one;
        one.timeMs = timeMs;
        one.set(Role::HeapLive, value(random));
        QVERIFY(store.append(one));
    }
    for (const int columns : {1, 2, 3, 7, 100, 1'200, 100'000}) {
        for (int i = 0; i < 20; ++i) {
            const qint64 from = textEpochMs + step(random) * 700;
            const qint64 to = from + step(random) * 700;
            const auto points = store.points(Role::HeapLive, from, to);
            const auto picture = store.decimated(Role::HeapLive, from, to, columns);
            // Gaps lie in columns of their own, and one bucket may stand on either side.
            QVERIFY(picture.size() <= static_cast<size_t>(columns) + 2);
            QVERIFY(std::is_sorted(picture.begin(), picture.end(),
                                   [](const Bucket &a, const Bucket &b) { return a.timeMs < b.timeMs; }));
            const auto total = [](const std::vector<Bucket> &buckets) {
                Bucket sum{0, 1e9F, -1e9F, 0, 0};
                for (const Bucket &bucket : buckets) {
                    if (bucket.isGap())
                        continue;
                    sum.min = std::min(sum.min, bucket.min);
                    sum.max = std::max(sum.max, bucket.max);
                    sum.sum += bucket.sum;
                    sum.count += bucket.count;
                }
                return printed({sum});
            };
            QCOMPARE(total(picture), total(points));
        }
    }
}

void TestSeriesStore::scrollingKeepsColumns()
{
    std::mt19937 random(7);
    SeriesStore store;
    for (int i = 0; i < 3'000; ++i)
        store.append(reading(i, random() % 1'000));
    const auto before = store.decimated(Role::HeapLive, at(1'000), at(2'000), 100);
    const auto after = store.decimated(Role::HeapLive, at(1'003), at(2'003), 100);
    // Whatever lies well inside both pictures is the same, to the bit.
    const auto inside = [](const std::vector<Bucket> &picture) {
        std::vector<Bucket> middle;
        for (const Bucket &bucket : picture) {
            if (bucket.timeMs > at(1'030) && bucket.timeMs < at(1'970))
                middle.push_back(bucket);
        }
        return middle;
    };
    QVERIFY(inside(before).size() > 80);
    QCOMPARE(printed(inside(after)), printed(inside(before)));
}

void TestSeriesStore::oddWindowsAreSafe()
{
    const SeriesStore store = counting(100);
    QVERIFY(!store.decimated(Role::HeapLive, 0, at(200), 1'200).empty());
    QVERIFY(!store.decimated(Role::HeapLive, std::numeric_limits<qint64>::min(), forever, 1'200).empty());
    QVERIFY(!store.decimated(Role::HeapLive, at(5), at(5), 1'200).empty());
    QVERIFY(store.decimated(Role::HeapLive, at(5), at(4), 1'200).empty());
    QVERIFY(store.decimated(Role::HeapLive, at(0), at(9), -1).empty());
    QCOMPARE(store.points(Role::HeapLive, std::numeric_limits<qint64>::min(), forever).size(), size_t(100));
}

void TestSeriesStore::copiesAreIndependent()
{
    SeriesStore store = samplesFromText(QStringLiteral("0s 1 | 1s 2"));
    SeriesStore copy = store;
    store.append(reading(2, 3));
    QCOMPARE(printed(copy.points(Role::HeapLive, 0, forever)), QStringLiteral("0s 1 | 1s 2"));
    copy = store;
    QCOMPARE(printed(copy.points(Role::HeapLive, 0, forever)), QStringLiteral("0s 1 | 1s 2 | 2s 3"));
    const SeriesStore moved = std::move(copy);
    QCOMPARE(moved.latest(Role::HeapLive), 3);
    copy = moved;
    QCOMPARE(copy.latest(Role::HeapLive), 3);
}

void TestSeriesStore::parts_data()
{
    QTest::addColumn<QString>("samples");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<QString>("expected");

    const QString five = QStringLiteral("0s 1 | 1s 2 | 2s 3 | 3s 4 | 4s 5");
    QTest::newRow("all") << five << 0. << 4. << five;
    QTest::newRow("both ends within") << five << 1. << 3. << QStringLiteral("1s 2 | 2s 3 | 3s 4");
    QTest::newRow("nothing") << five << 2.2 << 2.8 << QString();
    QTest::newRow("before all") << five << -9. << -5. << QString();
    QTest::newRow("a hole") << QStringLiteral("0s 1 | 1s gap | 5s 3") << 0. << 9.
                            << QStringLiteral("0s 1 | 1s gap | 5s 3");
    QTest::newRow("from within a hole")
        << QStringLiteral("0s 1 | 1s gap | 5s 3") << 2. << 9. << QStringLiteral("5s 3");
    QTest::newRow("into a hole") << QStringLiteral("0s 1 | 1s gap | 5s 3") << 0. << 3.
                                 << QStringLiteral("0s 1 | 1s gap");
}

void TestSeriesStore::parts()
{
    QFETCH(QString, samples);
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(QString, expected);
    const SeriesStore part = samplesFromText(samples).part(at(from), at(to));
    QCOMPARE(printed(part.points(Role::HeapLive, 0, forever)), expected);
    QCOMPARE(part.has(Role::HeapLive), !expected.isEmpty());
    QCOMPARE(part.isEmpty(), expected.isEmpty());
    QVERIFY(!part.has(Role::Rss));
    if (!expected.isEmpty())
        QVERIFY(part.firstMs() >= at(from) && part.lastMs() <= at(to));
}

void TestSeriesStore::partOfAnOldHistoryKeepsPeaks()
{
    const SeriesStore store = counting(3 * 3'600);
    // The readings of the first hour are buckets of ten seconds by now.
    const SeriesStore part = store.part(at(600), at(659));
    QCOMPARE(printed(part.points(Role::HeapLive, 0, forever)),
             printed(store.points(Role::HeapLive, at(601), at(649))));
    QCOMPARE(part.points(Role::HeapLive, 0, forever).back().max, 659.F);
    QCOMPARE(part.latest(Role::HeapLive), 654.5);
    QCOMPARE(part.firstMs(), at(600));
    QVERIFY(!part.decimated(Role::HeapLive, at(600), at(660), 50).empty());
    // Of the last hour, readings.
    QCOMPARE(store.part(at(10'000), at(10'009)).points(Role::HeapLive, 0, forever).size(), size_t{10});
}

QTEST_GUILESS_MAIN(TestSeriesStore)
#include "tst_seriesstore.moc"
