// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"
#include "tests/report/readback.h"
#include "tests/report/samplesnapshot.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using readback::attribute;
using readback::pathOf;
using readback::treeOf;
using session::SessionSnapshot;

namespace {

metrics::Reading heapReading(qint64 timeMs, double value)
{
    metrics::Reading reading;
    reading.timeMs = timeMs;
    reading.set(metrics::Role::HeapLive, value);
    return reading;
}

} // namespace

/// What is drawn of the readings, the uploads and the marks.
class TestReportHtmlChart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBandIsDrawn();
    void thousandsOfBandsBecomeFew();
    void holeSplitsEveryLine();
    void singleReadingBetweenHolesIsDrawn();
    void rateIsDrawnInSteps();
    void marksAreFlags();
    void columnsCarryTheReadings();
    void columnsTileTheChart();
    void oneAxisForAllPanels();
    void longSessionKeepsItsPeak();
};

void TestReportHtmlChart::everyBandIsDrawn()
{
    const SessionSnapshot snapshot = sample::upload();
    const auto tree = treeOf(snapshot);
    QVERIFY(tree);
    const auto bands = tree->all(QStringLiteral("rect"), QStringLiteral("band"));
    QCOMPARE(qsizetype(bands.size()), snapshot.timeline.bands().size());
    QCOMPARE(bands.size(), size_t(5));
    for (size_t i = 1; i < bands.size(); ++i)
        QVERIFY(attribute(*bands[i - 1], "x") + attribute(*bands[i - 1], "width")
                < attribute(*bands[i], "x"));
}

void TestReportHtmlChart::thousandsOfBandsBecomeFew()
{
    SessionSnapshot snapshot = sample::upload();
    for (qint64 i = 0; i < 9'000; ++i) {
        snapshot.timeline.uploadBegan(sample::startMs + 300'000 + i * 2'000);
        snapshot.timeline.uploadEnded(sample::startMs + 300'500 + i * 2'000);
    }
    const auto tree = treeOf(snapshot);
    QVERIFY(tree);
    const auto bands = tree->all(QStringLiteral("rect"), QStringLiteral("band"));
    QVERIFY(bands.size() > 1 && bands.size() <= 1001);
    const HtmlNode &last = *bands.back();
    const double right = attribute(tree->first(QStringLiteral("line"), QStringLiteral("grid")), "x2");
    QVERIFY(std::abs(attribute(last, "x") + attribute(last, "width") - right) < 1.5);
}

void TestReportHtmlChart::holeSplitsEveryLine()
{
    const auto tree = treeOf(sample::upload());
    QVERIFY(tree);
    for (const char *style : {"heap", "heapGoal", "rss", "goroutines", "threads", "descriptors"}) {
        const QString path = pathOf(*tree, QLatin1String(style));
        QVERIFY2(path.count(QLatin1Char('M')) == 2, style);
    }
    QCOMPARE(pathOf(*tree, QStringLiteral("rate")).count(QLatin1Char('M')), 1);
}

void TestReportHtmlChart::singleReadingBetweenHolesIsDrawn()
{
    SessionSnapshot snapshot;
    snapshot.series.append(heapReading(sample::startMs, 1e6));
    snapshot.series.append(heapReading(sample::startMs + 1000, 2e6));
    snapshot.series.appendGap(sample::startMs + 2000);
    snapshot.series.append(heapReading(sample::startMs + 3000, 3e6));
    snapshot.series.appendGap(sample::startMs + 4000);
    snapshot.series.append(heapReading(sample::startMs + 5000, 1e6));
    snapshot.series.append(heapReading(sample::startMs + 6000, 1e6));
    const auto tree = treeOf(snapshot);
    QVERIFY(tree);
    const QString path = pathOf(*tree, QStringLiteral("heap"));
    QCOMPARE(path.count(QLatin1Char('M')), 3);
    static const QRegularExpression dot(QStringLiteral("M[0-9. ]+h0M"));
    QVERIFY2(path.contains(dot), qPrintable(path));
}

void TestReportHtmlChart::rateIsDrawnInSteps()
{
    SessionSnapshot snapshot;
    snapshot.timeline.uploadBegan(sample::startMs);
    snapshot.timeline.addActivity({sample::startMs + 1'000, 1'000, 1});
    snapshot.timeline.addActivity({sample::startMs + 2'010, 2'000, 1}); // a beat is rarely exact
    snapshot.timeline.addActivity({sample::startMs + 3'000, 0, 0});
    snapshot.timeline.uploadEnded(sample::startMs + 10'000);
    const auto tree = treeOf(snapshot);
    QVERIFY(tree);
    // A second at half height, one at full height, then the ground; the plot is 846 wide.
    static const QRegularExpression number(QStringLiteral("[MLh ]+"));
    const QStringList path = pathOf(*tree, QStringLiteral("rate")).split(number, Qt::SkipEmptyParts);
    QStringList x;
    QStringList y;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (i == 2)
            continue; // h0
        ((i < 2 ? i : i - 1) % 2 ? y : x) << path[i];
    }
    QCOMPARE(x,
             (QStringList{QStringLiteral("68"), QStringLiteral("150.8"), QStringLiteral("150.8"),
                          QStringLiteral("234.4"), QStringLiteral("234.4"), QStringLiteral("316.4"),
                          QStringLiteral("316.4"), QStringLiteral("896")}));
    QCOMPARE(y[0], y[1]);
    QCOMPARE(y[2], y[3]);
    QVERIFY(y[2].toDouble() < y[0].toDouble());
    for (qsizetype i = 4; i < 8; ++i)
        QCOMPARE(y[i], y[7]);
}

void TestReportHtmlChart::marksAreFlags()
{
    const SessionSnapshot snapshot = sample::upload();
    const auto tree = treeOf(snapshot);
    QVERIFY(tree);
    const auto marks = tree->all(QStringLiteral("g"), QStringLiteral("mark"));
    QCOMPARE(qsizetype(marks.size()), snapshot.timeline.marks().size());
    QCOMPARE(marks[3]->first(QStringLiteral("title")).text,
             QStringLiteral("10:44:05 note: nightly batch over"));
    QCOMPARE(marks[3]->first(QStringLiteral("text")).text, QStringLiteral("nightly batch over"));
}

void TestReportHtmlChart::columnsCarryTheReadings()
{
    SessionSnapshot snapshot;
    snapshot.series.append(heapReading(sample::startMs, 1024 * 1024));
    snapshot.series.append(heapReading(sample::startMs + 1000, 2 * 1024 * 1024));
    snapshot.series.appendGap(sample::startMs + 2000);
    const auto tree = treeOf(snapshot);
    QVERIFY(tree);
    const auto columns = tree->all(QStringLiteral("g"), QStringLiteral("column"));
    QCOMPARE(columns.size(), size_t(3));
    QCOMPARE(columns[0]->first(QStringLiteral("title")).text, QStringLiteral("10:41:00\nheap 1.00 MiB"));
    QCOMPARE(columns[1]->first(QStringLiteral("title")).text, QStringLiteral("10:41:01\nheap 2.00 MiB"));
    QCOMPARE(columns[2]->first(QStringLiteral("title")).text, QStringLiteral("10:41:02\nno reading"));
    QCOMPARE(columns[1]->first(QStringLiteral("text")).text, QStringLiteral("10:41:01  heap 2.00 MiB"));
    QCOMPARE(columns[1]->all(QStringLiteral("circle")).size(), size_t(1));
    QVERIFY(columns[2]->all(QStringLiteral("circle")).empty());
}

void TestReportHtmlChart::columnsTileTheChart()
{
    const auto tree = treeOf(sample::upload());
    QVERIFY(tree);
    const auto columns = tree->all(QStringLiteral("g"), QStringLiteral("column"));
    QVERIFY(columns.size() > 100);
    const HtmlNode &grid = tree->first(QStringLiteral("line"), QStringLiteral("grid"));
    double at = attribute(grid, "x1");
    for (const HtmlNode *column : columns) {
        const HtmlNode &rect = column->first(QStringLiteral("rect"));
        QVERIFY(std::abs(attribute(rect, "x") - at) < 0.25);
        at = attribute(rect, "x") + attribute(rect, "width");
    }
    QVERIFY(std::abs(at - attribute(grid, "x2")) < 0.25);
}

void TestReportHtmlChart::oneAxisForAllPanels()
{
    const auto tree = treeOf(sample::upload());
    QVERIFY(tree);
    QCOMPARE(tree->all(QStringLiteral("svg")).size(), size_t(1));
    QStringList titles;
    for (const HtmlNode *title : tree->all(QStringLiteral("text"), QStringLiteral("title")))
        titles << title->text;
    QCOMPARE(titles,
             (QStringList{QStringLiteral("Memory"), QStringLiteral("Goroutines and threads"),
                          QStringLiteral("Open descriptors"), QStringLiteral("Upload rate")}));
    QStringList times;
    for (const HtmlNode *tick : tree->all(QStringLiteral("text"), QStringLiteral("middle")))
        times << tick->text;
    QCOMPARE(times.first(), QStringLiteral("10:41:30"));
    QCOMPARE(times.last(), QStringLiteral("2026-11-23, time of day in UTC"));
    QStringList labels;
    for (const HtmlNode *label : tree->all(QStringLiteral("text"), QStringLiteral("label")))
        labels << label->text;
    QVERIFY(labels.contains(QStringLiteral("heap 258 MiB")));
    QVERIFY(labels.contains(QStringLiteral("threads 11")));
}

void TestReportHtmlChart::longSessionKeepsItsPeak()
{
    const SessionSnapshot snapshot = sample::longSession(5);
    const QByteArray html = report::toHtml(snapshot);
    QVERIFY2(html.size() < 400 * 1024, qPrintable(QString::number(html.size())));
    const auto tree = treeOf(snapshot);
    QVERIFY(tree);
    const auto data
        = tree->first(QStringLiteral("section"), QStringLiteral("heap")).all(QStringLiteral("data"));
    QCOMPARE(attribute(*data[2], "value"), 512.0 * 1024 * 1024);
    // The range of its bucket is drawn, though the mean hides it.
    QVERIFY(!tree->all(QStringLiteral("path"), QStringLiteral("range")).empty());
}

QTEST_GUILESS_MAIN(TestReportHtmlChart)
#include "tst_reporthtml_chart.moc"
