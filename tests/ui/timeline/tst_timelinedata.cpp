// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/activitylog.h"
#include "ui/timeline/bandlist.h"
#include "ui/timeline/curve.h"
#include "ui/timeline/rangetiles.h"
#include "ui/timeline/tilealerts.h"
#include "ui/timeline/tiletext.h"
#include "ui/timeline/timelinedata.h"

#include <QTest>

#include <cmath>
#include <limits>

using metrics::Bucket;
using metrics::Role;
using transfer::UploadId;
using transfer::UploadState;
using ui::BandList;
using Trend = analysis::GrowthTrend;

class TestTimelineData final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bands_data();
    void bands();
    void bandsAreBounded();
    void spanOfAnUpload();
    void activityIsZeroBetweenSpans();
    void activityKeepsTheExtremesOfAColumn();
    void activityIsBounded();
    void trendInWords_data();
    void trendInWords();
    void bandsCountFinishedUploadsOnce();
    void historyCountsAcceptedUploadsOnce();
    void tilesOfARangeShareTheGrowthAsReportsDo();
    void restartOfSomethingElseIsNone();
    void historyReadsCollections();
    void restartForgetsGrowth();
    void tilesSayWhatIsKnown();
    void alertsFindTheirTile_data();
    void alertsFindTheirTile();
    void theMostUrgentAlertTints();
    void curveBreaksAtGaps();
    void curveShowsBothEndsOfABucket();
    void dashesAreTiedToTime();
    void crossHairReads_data();
    void crossHairReads();
    void scaleMovesByWholePixels();
};

static transfer::UploadRecord record(quint64 id, UploadState state, qint64 started, qint64 finished = 0)
{
    transfer::UploadRecord r;
    r.id = UploadId{id};
    r.state = state;
    r.startedAtMs = started;
    r.finishedAtMs = finished;
    return r;
}

/// "1:0-500" is a finished upload, "2:700-" a running one; times in ms from 10,000.
static BandList bandsFrom(const QString &script)
{
    BandList list;
    const QStringList steps = script.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &step : steps) {
        const quint64 id = step.section(QLatin1Char(':'), 0, 0).toULongLong();
        const QString span = step.section(QLatin1Char(':'), 1);
        const qint64 from = 10'000 + span.section(QLatin1Char('-'), 0, 0).toLongLong();
        const QString to = span.section(QLatin1Char('-'), 1);
        list.add(to.isEmpty() ? record(id, UploadState::Sending, from)
                              : record(id, UploadState::Done, from, 10'000 + to.toLongLong()));
    }
    return list;
}

static QString printed(const std::vector<ui::UploadBand> &bands)
{
    QStringList texts;
    for (const ui::UploadBand &band : bands) {
        QStringList ids;
        for (const UploadId id : band.ids)
            ids << QString::number(id.value);
        texts << QStringLiteral("%1-%2[%3]")
                     .arg(band.fromMs - 10'000)
                     .arg(band.toMs - 10'000)
                     .arg(ids.join(QLatin1Char(',')));
    }
    return texts.join(QLatin1Char(' '));
}

void TestTimelineData::bands_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *script, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(script) << QString::fromLatin1(expected);
    };
    // Now is 9000.
    row("none", "", "");
    row("one", "1:0-500", "0-500[1]");
    row("running reaches to now", "1:4000-", "4000-9000[1]");
    row("running, then finished", "1:4000- 1:4000-6000", "4000-6000[1]");
    row("apart", "1:0-500 2:1500-1900", "0-500[1] 1500-1900[2]");
    row("less than a second apart", "1:0-500 2:1499-1900", "0-1900[1,2]");
    row("overlapping", "1:0-500 2:300-1900", "0-1900[1,2]");
    row("within another", "1:0-5000 2:300-1900", "0-5000[1,2]");
    row("told in any order", "3:6000-6500 1:0-500 2:3000-3500", "0-500[1] 3000-3500[2] 6000-6500[3]");
    row("one bridges two", "1:0-500 3:4000-4500 2:400-4100", "0-4500[1,2,3]");
    row("told twice", "1:0-500 1:0-500", "0-500[1]");
    row("tried again later", "1:0-500 1:4000-4400", "0-500[1] 4000-4400[1]");
    row("running joins what just ended", "1:0-8500 2:8600-", "0-9000[1,2]");
    row("running joins many", "1:0-500 2:3000-3500 3:100-", "0-9000[1,2,3]");
}

void TestTimelineData::bands()
{
    QFETCH(QString, script);
    QTEST(printed(bandsFrom(script).bands(0, 100'000, 19'000)), "expected");
}

void TestTimelineData::bandsAreBounded()
{
    BandList list;
    constexpr qint64 many = 10'100;
    for (qint64 i = 0; i < many; ++i)
        QVERIFY(list.add(
            record(static_cast<quint64>(i + 1), UploadState::Done, 1 + i * 5000, 1 + i * 5000 + 100)));
    const auto all = list.bands(0, many * 5000, many * 5000);
    QCOMPARE(all.size(), BandList::mostBands);
    QCOMPARE(all.back().ids.back(), UploadId{many});
    QCOMPARE(list.spanOf(UploadId{1}, 0), (std::pair<qint64, qint64>{0, 0}));

    BandList endless;
    constexpr quint64 uploads = 200'010;
    for (quint64 i = 1; i <= uploads; ++i)
        endless.add(record(i, UploadState::Done, static_cast<qint64>(i), static_cast<qint64>(i) + 1));
    const auto one = endless.bands(0, 1'000'000, 1'000'000);
    QCOMPARE(one.size(), size_t{1});
    QCOMPARE(one[0].fromMs, 1);
    QVERIFY(one[0].ids.size() <= BandList::mostIds);
    QCOMPARE(one[0].ids.back(), UploadId{uploads});
}

void TestTimelineData::spanOfAnUpload()
{
    const BandList list = bandsFrom(QStringLiteral("1:0-500 2:7000-"));
    QCOMPARE(list.spanOf(UploadId{1}, 19'000), (std::pair<qint64, qint64>{10'000, 10'500}));
    QCOMPARE(list.spanOf(UploadId{2}, 19'000), (std::pair<qint64, qint64>{17'000, 19'000}));
    QCOMPARE(list.spanOf(UploadId{3}, 19'000), (std::pair<qint64, qint64>{0, 0}));
}

static QString printed(const std::vector<Bucket> &buckets)
{
    QStringList texts;
    for (const Bucket &bucket : buckets) {
        const QString value = bucket.min < bucket.max
            ? QStringLiteral("%1..%2").arg(double(bucket.min)).arg(double(bucket.max))
            : QString::number(double(bucket.min));
        texts << QString::number(bucket.timeMs) + QLatin1Char('=') + value;
    }
    return texts.join(QLatin1Char(' '));
}

void TestTimelineData::activityIsZeroBetweenSpans()
{
    ui::ActivityLog log;
    log.add({5000, 100, 2});
    log.add({6000, 120, 2});
    log.add({7000, 0, 0});
    log.add({12'000, 90, 1});
    QCOMPARE(printed(log.decimated(&ui::ActivityLog::rate, 0, 20'000, 20'000, 1000, 20'000)),
             QStringLiteral(
                 "1000=0 1001=0 4000=0 5000=100 6000=120 7000=0 7001=0 11000=0 12000=90 12001=0 20000=0"));
    QCOMPARE(log.latest().inFlight, 1);
    QVERIFY(ui::ActivityLog().decimated(&ui::ActivityLog::rate, 0, 20'000, 100, 0, 0).empty());
}

void TestTimelineData::activityKeepsTheExtremesOfAColumn()
{
    ui::ActivityLog log;
    for (int i = 0; i < 10; ++i)
        log.add({1000 * (i + 1), i == 4 ? 500.0 : i == 6 ? 3.0 : 100.0, 1});
    QCOMPARE(printed(log.decimated(&ui::ActivityLog::rate, 0, 10'001, 1, 1000, 10'000)),
             QStringLiteral("1000=3..500"));
    QCOMPARE(printed(log.decimated(&ui::ActivityLog::rate, 4000, 9999, 1, 1000, 10'000)),
             QStringLiteral("3000=100 4000=3..500 10000=100"));
}

void TestTimelineData::activityIsBounded()
{
    ui::ActivityLog log;
    const auto most = static_cast<qint64>(ui::ActivityLog::mostEntries);
    for (qint64 i = 0; i < most + 10; ++i)
        log.add({i * 1000 + 1, 1, 1});
    log.add({5, 1, 1}); // the clock was set back
    QCOMPARE(log.latest().timeMs, (most + 9) * 1000 + 1);
    const auto points
        = log.decimated(&ui::ActivityLog::rate, 0, most * 1000 + 20'000, 1'000'000, 1, most * 1000);
    QVERIFY(points.size() <= ui::ActivityLog::mostEntries + 4);
}

void TestTimelineData::trendInWords_data()
{
    QTest::addColumn<Trend>("trend");
    QTest::addColumn<bool>("isBytes");
    QTest::addColumn<QString>("expected");
    using Kind = Trend::Kind;
    constexpr double mib = 1024.0 * 1024;
    QTest::newRow("unknown") << Trend{} << true << QString();
    QTest::newRow("steady") << Trend{Kind::Steady, 0, 0, 0} << true << QStringLiteral("steady");
    QTest::newRow("bytes") << Trend{Kind::PerUpload, 1.02 * mib, 200 * mib, 0} << true
                           << QStringLiteral(
                                  "▲ 1.02 MiB per upload so far|▲ 1.02 MiB per upload|▲ 1.02 MiB/upload");
    QTest::newRow("count") << Trend{Kind::PerUpload, 0.98765, 200, 0} << false
                           << QStringLiteral("▲ 0.99 per upload so far|▲ 0.99 per upload|▲ 0.99/upload");
    QTest::newRow("levelled") << Trend{Kind::Levelled, 1, 12 * mib, 0} << true
                              << QStringLiteral("grew by 12.0 MiB, level now|+12.0 MiB, level now|level now");
    QTest::newRow("rising") << Trend{Kind::OverTime, 0, 12 * mib, 120'000} << true
                            << QStringLiteral("▲ 12.0 MiB in 2 min|▲ 12.0 MiB");
    QTest::newRow("falling") << Trend{Kind::OverTime, 0, -40, 61'000} << false
                             << QStringLiteral("▼ 40 in 1 min|▼ 40");
}

void TestTimelineData::trendInWords()
{
    QFETCH(Trend, trend);
    QFETCH(bool, isBytes);
    QTEST(ui::trendTexts(trend, isBytes ? ui::ValueUnit::Bytes : ui::ValueUnit::Count).join(QLatin1Char('|')),
          "expected");
}

void TestTimelineData::bandsCountFinishedUploadsOnce()
{
    BandList bands;
    QVERIFY(!bands.add(record(1, UploadState::Sending, 1000)));
    QVERIFY(bands.add(record(1, UploadState::Failed, 1000, 2000)));
    QVERIFY(!bands.add(record(2, UploadState::Waiting, 0)));
    QVERIFY(!bands.add(record(1, UploadState::Failed, 1000, 2000)));
    QVERIFY(
        bands.add(record(1, UploadState::Done, 3000, 4000))); // tried again: another upload for the server

    ui::TimelineData timeline;
    timeline.addUploads({{record(1, UploadState::Done, 3000, 4000)}, {}});
    QCOMPARE(timeline.nowMs(), 4000);
    timeline.clear();
    QVERIFY(timeline.isEmpty() && timeline.bands().isEmpty());
}

static session::ScrapeTick tick(qint64 timeMs, std::initializer_list<std::pair<Role, double>> values)
{
    session::ScrapeTick result;
    result.ok = true;
    result.timeMs = timeMs;
    result.reading.timeMs = timeMs;
    for (const auto &[role, value] : values)
        result.reading.set(role, value);
    return result;
}

void TestTimelineData::historyCountsAcceptedUploadsOnce()
{
    ui::TimelineData timeline;
    const auto acceptedIn = [&timeline](qint64 from, qint64 to) {
        return timeline.uploadsAccepted({from, to});
    };
    timeline.addUploads(
        {{record(1, UploadState::Failed, 1000, 2000), record(2, UploadState::Cancelled, 1000, 2000),
          record(3, UploadState::Done, 1000, 2000), record(4, UploadState::Done, 1000, 2000)},
         {}});
    timeline.addUploads({{record(3, UploadState::Done, 1000, 2000)}, {}}); // told again
    QCOMPARE(acceptedIn(0, 9000), 2);
    timeline.addUploads({{record(2, UploadState::Done, 1000, 2500)}, {}}); // its answer had been read already
    QCOMPARE(acceptedIn(0, 9000), 3);
    timeline.addUploads({{record(1, UploadState::Done, 3000, 4000)}, {}}); // tried again
    QCOMPARE(acceptedIn(0, 9000), 4);
    QCOMPARE(acceptedIn(2000, 2000), 2);
    QCOMPARE(acceptedIn(2001, 4000), 2);
    QCOMPARE(acceptedIn(4001, 9000), 0);
    timeline.clear();
    QCOMPARE(acceptedIn(0, 9000), 0);
}

void TestTimelineData::tilesOfARangeShareTheGrowthAsReportsDo()
{
    constexpr double mib = 1024.0 * 1024;
    ui::TimelineData timeline;
    timeline.addTick(tick(1000, {{Role::Rss, 100 * mib}}));
    timeline.addUploads(
        {{record(1, UploadState::Done, 1100, 1500), record(2, UploadState::Done, 1100, 3000),
          record(3, UploadState::Failed, 1100, 1600), record(4, UploadState::Cancelled, 1100, 1700),
          record(5, UploadState::Done, 1100, 5500)},
         {}});
    timeline.addTick(tick(5000, {{Role::Rss, 140 * mib}}));
    const auto rss = [&timeline](qint64 from, qint64 to) {
        return ui::rangeTileTexts(timeline, metrics::Runtime::Go, {from, to})[1];
    };
    QCOMPARE(rss(500, 6000).details.first(), QStringLiteral("+40.0 MiB in it · +20.0 MiB per upload"));
    QVERIFY2(rss(500, 6000).tip.contains(QStringLiteral("\n2 upload")), qPrintable(rss(500, 6000).tip));

    timeline.addMark({4000, session::MarkKind::Restarted, {}, QStringLiteral("database")});
    QCOMPARE(rss(500, 6000).details.first(), QStringLiteral("+40.0 MiB in it · +20.0 MiB per upload"));
    timeline.addMark({1000, session::MarkKind::Restarted, {}}); // the first reading is of the new process
    QCOMPARE(rss(500, 6000).details.first(), QStringLiteral("+40.0 MiB in it · +20.0 MiB per upload"));
    timeline.addMark({5000, session::MarkKind::Restarted, {}});
    QCOMPARE(rss(500, 6000).details.first(), QStringLiteral("the server restarted in it"));

    timeline.clear();
    timeline.addTick(tick(1000, {{Role::Rss, 100 * mib}}));
    timeline.addUploads({{record(1, UploadState::Done, 1100, 1500)}, {}});
    timeline.addMark({2000, session::MarkKind::ExperimentBegan, {}});
    timeline.addTick(tick(5000, {{Role::Rss, 140 * mib}}));
    QCOMPARE(rss(500, 6000).details.first(),
             QStringLiteral("+40.0 MiB in it")); // not all of it is that upload's
}

void TestTimelineData::restartOfSomethingElseIsNone()
{
    ui::TimelineData timeline;
    for (int i = 0; i < 40; ++i) {
        timeline.addUploads(
            {{record(static_cast<quint64>(i + 1), UploadState::Done, i * 1000 + 1, i * 1000 + 500)}, {}});
        timeline.addTick(tick(i * 1000 + 600, {{Role::Rss, (100.0 + i) * 1024 * 1024}}));
    }
    timeline.addMark({50'000, session::MarkKind::Restarted, {}, QStringLiteral("database")});
    QCOMPARE(timeline.trend(Role::Rss).kind, Trend::Kind::PerUpload);
}

void TestTimelineData::historyReadsCollections()
{
    ui::TimelineData timeline;
    QVERIFY(std::isnan(timeline.gc().cycles()));
    timeline.addTick(tick(1000, {{Role::GcCount, 10}, {Role::GcPauseTotal, 0.5}}));
    QVERIFY(std::isnan(timeline.gc().lastPause())); // what was before is not ours to tell
    timeline.addTick(tick(2000, {{Role::GcCount, 10}, {Role::GcPauseTotal, 0.5}}));
    timeline.addTick(tick(3000, {{Role::GcCount, 12}, {Role::GcPauseTotal, 0.504}}));
    QCOMPARE(timeline.gc().cycles(), 12.0);
    QVERIFY(qAbs(timeline.gc().lastPause() - 0.002) < 1e-9);
    timeline.addTick(tick(4000, {{Role::GcCount, 13}, {Role::GcPauseTotal, 0.505}}));
    QVERIFY(qAbs(timeline.gc().lastPause() - 0.001) < 1e-9);
    const auto tile = [&timeline] { return ui::tileTexts(timeline, metrics::Runtime::Go)[4]; };
    QCOMPARE(tile().details.first(), QStringLiteral("13 cycles")); // the largest mean is not the longest
    QCOMPARE(timeline.gcMoments(0, 5000, 500).size(), size_t{2});
    timeline.addTick(
        tick(5000, {{Role::GcCount, 14}, {Role::GcPauseTotal, 0.506}, {Role::GcPauseMax, 0.003}}));
    QCOMPARE(tile().details.first(), QStringLiteral("14 cycles · longest 3.0 ms"));
    timeline.addMark({6000, session::MarkKind::Restarted, {}});
    timeline.addTick(tick(6000, {{Role::GcCount, 2}, {Role::GcPauseTotal, 0.1}, {Role::GcPauseMax, 0.05}}));
    QCOMPARE(tile().value, QStringLiteral("—"));
    QCOMPARE(tile().details.first(), QStringLiteral("2 cycles"));
}

void TestTimelineData::restartForgetsGrowth()
{
    ui::TimelineData timeline;
    for (int i = 0; i < 40; ++i) {
        timeline.addUploads(
            {{record(static_cast<quint64>(i + 1), UploadState::Done, i * 1000 + 1, i * 1000 + 500)}, {}});
        timeline.addTick(tick(i * 1000 + 600, {{Role::Rss, (100.0 + i) * 1024 * 1024}}));
    }
    QCOMPARE(timeline.trend(Role::Rss).kind, Trend::Kind::PerUpload);
    timeline.addMark({50'000, session::MarkKind::Restarted, QString()});
    QCOMPARE(timeline.trend(Role::Rss).kind, Trend::Kind::Unknown);
}

void TestTimelineData::tilesSayWhatIsKnown()
{
    ui::TimelineData timeline;
    const auto spoken = [&timeline](metrics::Runtime runtime) {
        QStringList texts;
        for (const ui::TileText &text : ui::tileTexts(timeline, runtime))
            texts << text.spoken();
        return texts.join(QStringLiteral(" | "));
    };
    QCOMPARE(spoken(metrics::Runtime::Go),
             QStringLiteral("Heap live: — | RSS: — | Goroutines: — | Descriptors: — | GC: —"));
    for (int i = 1; i <= 12; ++i) {
        timeline.addTick(tick(i * 1000,
                              {{Role::Rss, 210.8 * 1024 * 1024},
                               {Role::Threads, 9},
                               {Role::Descriptors, 14},
                               {Role::DescriptorLimit, 20'000},
                               {Role::GcCount, 40}}));
    }
    QCOMPARE(spoken(metrics::Runtime::Python),
             QStringLiteral("Heap live: —, not reported | RSS: 211 MiB, steady | Threads: 9, steady | "
                            "Descriptors: 14, steady · limit 20,000 | GC: —, 40 cycles"));
    timeline.addTick(tick(13'000, {{Role::Descriptors, 18'000}, {Role::DescriptorLimit, 20'000}}));
    const ui::TileText descriptors = ui::tileTexts(timeline, metrics::Runtime::Python)[3];
    QCOMPARE(descriptors.tone, ui::Tone::Dim); // whether that is too many, the rules of the alerts say
    QVERIFY2(descriptors.details.first().endsWith(QStringLiteral(" · limit 20,000")),
             qPrintable(descriptors.details.first()));
    timeline.addTick(tick(14'000, {{Role::Descriptors, 18'000}, {Role::DescriptorLimit, 0}}));
    const ui::TileText unlimited = ui::tileTexts(timeline, metrics::Runtime::Python)[3];
    QVERIFY(!unlimited.details.join(u'|').contains(QStringLiteral("limit")));
    session::ScrapeTick missed;
    missed.timeMs = 15'000;
    missed.reason = QStringLiteral("connection refused");
    timeline.addTick(missed);
    QVERIFY2(!spoken(metrics::Runtime::Python).contains(QStringLiteral("steady")),
             qPrintable(spoken(metrics::Runtime::Python)));
}

void TestTimelineData::alertsFindTheirTile_data()
{
    using analysis::AlertSignal;
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("hasRss");
    QTest::addColumn<QString>("tile");
    const auto row = [](const char *name, AlertSignal signal, bool hasRss, const char *tile) {
        QTest::newRow(name) << static_cast<int>(signal) << hasRss << QString::fromLatin1(tile);
    };
    row("goroutines", AlertSignal::Goroutines, true, "Goroutines");
    row("descriptors", AlertSignal::DescriptorUse, true, "Descriptors");
    row("pauses", AlertSignal::GcPause, true, "GC");
    row("growth", AlertSignal::FloorGrowth, true, "Heap live");
    row("time left, of the process", AlertSignal::MemoryEta, true, "RSS");
    row("time left, of the heap alone", AlertSignal::MemoryEta, false, "Heap live");
    row("of uploads", AlertSignal::ServerErrors, true, "");
    row("of pools", AlertSignal::PoolUse, true, "");
}

void TestTimelineData::alertsFindTheirTile()
{
    QFETCH(const int, signal);
    QFETCH(const bool, hasRss);
    QFETCH(const QString, tile);
    ui::TimelineData timeline;
    timeline.addTick(tick(1000,
                          {{Role::HeapLive, 5e6},
                           {Role::Rss, hasRss ? 9e6 : std::numeric_limits<double>::quiet_NaN()},
                           {Role::Goroutines, 9},
                           {Role::Descriptors, 14},
                           {Role::GcCount, 40},
                           {Role::GcPauseMax, 0.1}}));
    std::vector<ui::TileText> tiles = ui::tileTexts(timeline, metrics::Runtime::Go);
    tiles[4].value = QStringLiteral("1 ms"); // of the last pause, which is told by other means
    ui::addAlerts(tiles,
                  {{static_cast<analysis::AlertSignal>(signal), analysis::AlertPriority::P1,
                    QStringLiteral("P1 Something")}});
    QStringList told;
    for (const ui::TileText &text : tiles) {
        if (text.alerts.isEmpty())
            continue;
        told += text.title;
        QCOMPARE(text.alerts, QStringList(QStringLiteral("P1 Something")));
        QCOMPARE(text.alertTone, ui::Tone::Bad);
    }
    QCOMPARE(told.join(u','), tile);
}

void TestTimelineData::theMostUrgentAlertTints()
{
    ui::TimelineData timeline;
    timeline.addTick(tick(1000, {{Role::HeapLive, 5e6}}));
    std::vector<ui::TileText> tiles = ui::tileTexts(timeline, metrics::Runtime::Go);
    using analysis::AlertPriority, analysis::AlertSignal;
    ui::addAlerts(tiles,
                  {{AlertSignal::FloorGrowth, AlertPriority::P3, QStringLiteral("P3 Growth")},
                   {AlertSignal::MemoryEta, AlertPriority::P2, QStringLiteral("P2 Time left")}});
    QCOMPARE(tiles[0].alerts, (QStringList{QStringLiteral("P2 Time left"), QStringLiteral("P3 Growth")}));
    QCOMPARE(tiles[0].alertTone, ui::Tone::Warn);
}

static Bucket at(qint64 timeMs, float min, float max)
{
    return {timeMs, min, max, static_cast<double>(min) + static_cast<double>(max), 2};
}

static Bucket gapAt(qint64 timeMs)
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    return {timeMs, nan, nan, 0, 0};
}

static const ui::TimeScale second100 = ui::TimeScale::over(0, 100, 0, 100'000); // a pixel is a second
static const ui::ValueScale percent{100, 100, 100};

void TestTimelineData::curveBreaksAtGaps()
{
    const auto runs = ui::curveRuns({at(0, 1, 1), at(1000, 2, 2), gapAt(2000), at(5000, 3, 3), gapAt(6000),
                                     gapAt(7000), at(8000, 4, 4), at(9000, 5, 5)},
                                    second100, percent);
    QCOMPARE(runs.size(), size_t{3});
    QCOMPARE(runs[0], (QPolygonF{{0, 99}, {1, 98}}));
    QCOMPARE(runs[1], (QPolygonF{{5, 97}}));
    QCOMPARE(runs[2], (QPolygonF{{8, 96}, {9, 95}}));
    QVERIFY(ui::curveRuns({}, second100, percent).empty());
    QVERIFY(ui::curveRuns({gapAt(0)}, second100, percent).empty());
}

void TestTimelineData::curveShowsBothEndsOfABucket()
{
    const auto runs = ui::curveRuns({at(0, 10, 10), at(1000, 5, 50), at(2000, 20, 45)}, second100, percent);
    // From a low line up; from the top of the second on to the near end of the third.
    QCOMPARE(runs[0], (QPolygonF{{0, 90}, {1, 95}, {1, 50}, {2, 55}, {2, 80}}));
}

void TestTimelineData::dashesAreTiedToTime()
{
    const auto linesFor = [](qint64 fromMs) {
        const ui::TimeScale scale = ui::TimeScale::over(0, 100, fromMs, fromMs + 100'000);
        QStringList inked;
        for (const QLineF &line : ui::dashes({{QPointF(0, 10), QPointF(100, 10)}}, scale)) {
            if (line.x1() > 1 && line.x2() < 99)
                inked << QString::number(scale.ms(line.x1())) + QLatin1Char('-')
                        + QString::number(scale.ms(line.x2()));
        }
        return inked;
    };
    const QStringList first = linesFor(700'000);
    const QStringList later = linesFor(703'000);
    QVERIFY(first.size() > 10);
    QCOMPARE(first.mid(2, 8), later.mid(later.indexOf(first[2]), 8));
    // A steep step has ink too.
    QVERIFY(!ui::dashes({{QPointF(5, 90), QPointF(5, 10)}}, second100).isEmpty());
}

void TestTimelineData::crossHairReads_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<double>("expected"); // -1: nothing is known
    QTest::newRow("on a reading") << qint64{1000} << 2.0;
    QTest::newRow("nearer to the next") << qint64{1600} << 3.0;
    QTest::newRow("nearer to the last") << qint64{1400} << 2.0;
    QTest::newRow("in a gap") << qint64{3500} << -1.0;
    QTest::newRow("after the gap") << qint64{9000} << 4.0;
    QTest::newRow("before everything") << qint64{-9000} << -1.0;
    QTest::newRow("just after the last") << qint64{11'000} << 5.0;
    QTest::newRow("long after the last") << qint64{20'000} << -1.0;
}

void TestTimelineData::crossHairReads()
{
    QFETCH(qint64, ms);
    const std::vector<Bucket> buckets{at(0, 1, 1), at(1000, 2, 2), at(2000, 3, 3),
                                      gapAt(3000), at(9000, 4, 4), at(10'000, 5, 5)};
    const Bucket *bucket = ui::bucketAt(buckets, ms, 100);
    QTEST(bucket ? bucket->mean() : -1, "expected");
    QCOMPARE(ui::bucketAt({}, ms, 100), nullptr);
}

void TestTimelineData::scaleMovesByWholePixels()
{
    const qint64 now = 1'763'980'800'000;
    const ui::TimeScale before = ui::TimeScale::over(88, 937, now - 300'000, now);
    for (int second = 1; second < 30; ++second) {
        const ui::TimeScale after
            = ui::TimeScale::over(88, 937, now - 300'000 + second * 1000, now + second * 1000);
        const double moved = before.x(now) - after.x(now);
        QVERIFY(qAbs(moved - std::round(moved)) < 1e-3);
        QVERIFY(after.x(now + second * 1000) <= after.right() + 1e-6);
        QVERIFY(after.x(now + second * 1000) > after.right() - 1.001);
        QCOMPARE(after.ms(after.x(now)), now);
    }
}

QTEST_GUILESS_MAIN(TestTimelineData)
#include "tst_timelinedata.moc"
