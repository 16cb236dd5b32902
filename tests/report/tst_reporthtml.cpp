// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/format.h"
#include "core/report/htmlstyle.h"
#include "core/report/report.h"
#include "core/report/summary.h"
#include "tests/report/htmltree.h"
#include "tests/report/samplesnapshot.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using session::SessionSnapshot;

class TestReportHtml final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWellFormed_data();
    void isWellFormed();
    void isAccessible_data() { isWellFormed_data(); }
    void isAccessible();
    void loadsAndRunsNothing_data() { isWellFormed_data(); }
    void loadsAndRunsNothing();
    void numbersAreTheSnapshots();
    void headlineSaysWhatHappened();
    void growthIsNoVerdict();
    void everyBandIsDrawn();
    void thousandsOfBandsBecomeFew();
    void holeSplitsEveryLine();
    void singleReadingBetweenHolesIsDrawn();
    void rateIsDrawnInSteps();
    void marksAreFlags();
    void columnsCarryTheReadings();
    void columnsTileTheChart();
    void oneAxisForAllPanels();
    void failedUploadsComeFirst();
    void foreignTextStaysText();
    void noSecretIsShown();
    void longTableIsFoldedAway();
    void hundredThousandUploadsStayReadable();
    void longSessionKeepsItsPeak();
    void withoutAnythingItStillSaysSo();
    void missingMetricsAreExplained();
    void contrastIsEnough_data();
    void contrastIsEnough();
};

namespace {

std::unique_ptr<HtmlNode> treeOf(const SessionSnapshot &snapshot)
{
    QString problem;
    auto tree = HtmlNode::parse(report::toHtml(snapshot), problem);
    if (!tree)
        qWarning().noquote() << problem;
    return tree;
}

/// The path of one line of the chart.
QString pathOf(const HtmlNode &tree, const QString &style)
{
    for (const HtmlNode *path : tree.all(QStringLiteral("path"), QStringLiteral("line"))) {
        if (path->hasClass(style))
            return path->attributes.value(QStringLiteral("d"));
    }
    return {};
}

double attribute(const HtmlNode &node, const char *name)
{
    return node.attributes.value(QLatin1String(name)).toDouble();
}

metrics::Reading heapReading(qint64 timeMs, double value)
{
    metrics::Reading reading;
    reading.timeMs = timeMs;
    reading.set(metrics::Role::HeapLive, value);
    return reading;
}

} // namespace

void TestReportHtml::isWellFormed_data()
{
    QTest::addColumn<SessionSnapshot>("snapshot");
    QTest::newRow("upload") << sample::upload();
    QTest::newRow("watch") << sample::watch();
    QTest::newRow("hostile") << sample::hostile();
    QTest::newRow("many") << sample::many(1'000);
    QTest::newRow("long") << sample::longSession(3);
    QTest::newRow("empty") << SessionSnapshot();
}

void TestReportHtml::isWellFormed()
{
    QFETCH(SessionSnapshot, snapshot);
    const QByteArray html = report::toHtml(snapshot);
    QString problem;
    QVERIFY2(HtmlNode::parse(html, problem), qPrintable(problem));
    QVERIFY(html.startsWith("<!DOCTYPE html>\n"));
    // HTML knows no self-closing elements but the void ones and those of SVG.
    static const QRegularExpression selfClosing(QStringLiteral("<(\\w+)[^<>]*/>"));
    auto matches = selfClosing.globalMatch(QString::fromUtf8(html));
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        QVERIFY2(QStringLiteral("meta rect line path circle").split(QLatin1Char(' ')).contains(name),
                 qPrintable(name));
    }
}

void TestReportHtml::isAccessible()
{
    QFETCH(SessionSnapshot, snapshot);
    const auto tree = treeOf(snapshot);
    QVERIFY(tree);
    QCOMPARE(tree->attributes.value(QStringLiteral("lang")), QStringLiteral("en"));
    QCOMPARE(tree->all(QStringLiteral("h1")).size(), size_t(1));
    QCOMPARE(tree->all(QStringLiteral("main")).size(), size_t(1));
    QVERIFY(!tree->first(QStringLiteral("head")).first(QStringLiteral("title")).text.isEmpty());
    for (const HtmlNode *header : tree->all(QStringLiteral("th"))) {
        const QString scope = header->attributes.value(QStringLiteral("scope"));
        QVERIFY(scope == QLatin1String("col") || scope == QLatin1String("row"));
        QVERIFY(!header->text.isEmpty());
    }
    for (const HtmlNode *svg : tree->all(QStringLiteral("svg"))) {
        QCOMPARE(svg->attributes.value(QStringLiteral("role")), QStringLiteral("img"));
        const QStringList labels
            = svg->attributes.value(QStringLiteral("aria-labelledby")).split(QLatin1Char(' '));
        QCOMPARE(labels,
                 (QStringList{svg->first(QStringLiteral("title")).attributes.value(QStringLiteral("id")),
                              svg->first(QStringLiteral("desc")).attributes.value(QStringLiteral("id"))}));
        QVERIFY(svg->first(QStringLiteral("desc")).text.size() > 1);
    }
    QStringList ids;
    for (const HtmlNode *node : tree->everything()) {
        const QString id = node->attributes.value(QStringLiteral("id"));
        QVERIFY2(id.isEmpty() || !ids.contains(id), qPrintable(id));
        ids << id;
    }
}

void TestReportHtml::loadsAndRunsNothing()
{
    QFETCH(SessionSnapshot, snapshot);
    const auto tree = treeOf(snapshot);
    QVERIFY(tree);
    static const QStringList allowed
        = QStringLiteral(
              "html head meta title style body header main footer section div p span b i bdi h1 h2 h3 small "
              "time data dl dt dd table thead tbody tr th td code details summary svg desc clipPath g rect "
              "line path circle text tspan")
              .split(QLatin1Char(' '));
    for (const HtmlNode *node : tree->everything()) {
        QVERIFY2(allowed.contains(node->name), qPrintable(node->name));
        for (auto it = node->attributes.begin(); it != node->attributes.end(); ++it) {
            QVERIFY2(!it.key().startsWith(QLatin1String("on")), qPrintable(it.key()));
            QVERIFY2(!QStringLiteral("href src srcset style action data")
                          .split(QLatin1Char(' '))
                          .contains(it.key()),
                     qPrintable(it.key()));
        }
    }
    const QString style = tree->first(QStringLiteral("style")).text;
    QVERIFY(!style.contains(QLatin1String("url(")));
    QVERIFY(!style.contains(QLatin1String("@import")));
    QVERIFY(!style.contains(QLatin1String("//")));
    const HtmlNode &policy = *tree->all(QStringLiteral("meta"))[1];
    QVERIFY(
        policy.attributes.value(QStringLiteral("content")).startsWith(QLatin1String("default-src 'none'")));
}

void TestReportHtml::numbersAreTheSnapshots()
{
    const SessionSnapshot snapshot = sample::upload();
    const report::Summary summary = report::summarize(snapshot);
    const auto tree = treeOf(snapshot);
    QVERIFY(tree);
    int tiles = 0;
    for (const metrics::Role role : {metrics::Role::HeapLive, metrics::Role::Rss, metrics::Role::Goroutines,
                                     metrics::Role::Threads, metrics::Role::Descriptors}) {
        const HtmlNode &tile = tree->first(QStringLiteral("section"), metrics::toKey(role));
        const report::RoleSummary *expected = summary.find(role);
        QVERIFY(expected);
        const auto data = tile.all(QStringLiteral("data"));
        QVERIFY(data.size() >= 3);
        QCOMPARE(attribute(*data[0], "value"), expected->after);
        QCOMPARE(attribute(*data[1], "value"), expected->before);
        QCOMPARE(attribute(*data[2], "value"), expected->peak);
        ++tiles;
    }
    QCOMPARE(tiles, 5);
    const HtmlNode &heap = tree->first(QStringLiteral("section"), QStringLiteral("heap"));
    QCOMPARE(heap.first(QStringLiteral("data")).text,
             base::formatBytes(summary.find(metrics::Role::HeapLive)->after));
    // And the heap's are the store's own first and last, which nothing has rounded.
    QCOMPARE(summary.find(metrics::Role::HeapLive)->after, snapshot.series.latest(metrics::Role::HeapLive));
}

void TestReportHtml::headlineSaysWhatHappened()
{
    const auto tree = treeOf(sample::upload());
    QVERIFY(tree);
    // No line ends between a number and its unit.
    QVERIFY(tree->first(QStringLiteral("h1")).text.contains(QStringLiteral("210\u00a0MiB in 1:44\u00a0min")));
    QCOMPARE(QString(tree->first(QStringLiteral("h1")).text).replace(QChar(0xa0), QLatin1Char(' ')),
             QStringLiteral(
                 "21 of 24 files uploaded to http://127.0.0.1:8080/upload/read-all: 210 MiB in 1:44 min "
                 "(2.03 MiB/s); 3 failed."));
    QCOMPARE(QString(tree->first(QStringLiteral("p"), QStringLiteral("lead")).text)
                 .replace(QChar(0xa0), QLatin1Char(' ')),
             QStringLiteral("The server’s heap went from 12.9 MiB to 258 MiB: +11.7 MiB per upload."));
}

void TestReportHtml::growthIsNoVerdict()
{
    const auto tree = treeOf(sample::upload());
    QVERIFY(tree);
    QVERIFY(tree->first(QStringLiteral("p"), QStringLiteral("note"))
                .text.contains(QLatin1String("not a leak verdict")));
    QVERIFY(!tree->first(QStringLiteral("main")).text.contains(QLatin1String("leaks")));
}

void TestReportHtml::everyBandIsDrawn()
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

void TestReportHtml::thousandsOfBandsBecomeFew()
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

void TestReportHtml::holeSplitsEveryLine()
{
    const auto tree = treeOf(sample::upload());
    QVERIFY(tree);
    for (const char *style : {"heap", "heapGoal", "rss", "goroutines", "threads", "descriptors"}) {
        const QString path = pathOf(*tree, QLatin1String(style));
        QVERIFY2(path.count(QLatin1Char('M')) == 2, style);
    }
    QCOMPARE(pathOf(*tree, QStringLiteral("rate")).count(QLatin1Char('M')), 1);
}

void TestReportHtml::singleReadingBetweenHolesIsDrawn()
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

void TestReportHtml::rateIsDrawnInSteps()
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
             (QStringList{QStringLiteral("68"), QStringLiteral("152.6"), QStringLiteral("152.6"),
                          QStringLiteral("238"), QStringLiteral("238"), QStringLiteral("321.8"),
                          QStringLiteral("321.8"), QStringLiteral("914")}));
    QCOMPARE(y[0], y[1]);
    QCOMPARE(y[2], y[3]);
    QVERIFY(y[2].toDouble() < y[0].toDouble());
    for (qsizetype i = 4; i < 8; ++i)
        QCOMPARE(y[i], y[7]);
}

void TestReportHtml::marksAreFlags()
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

void TestReportHtml::columnsCarryTheReadings()
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

void TestReportHtml::columnsTileTheChart()
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

void TestReportHtml::oneAxisForAllPanels()
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

void TestReportHtml::failedUploadsComeFirst()
{
    const auto tree = treeOf(sample::upload());
    QVERIFY(tree);
    QStringList names;
    for (const HtmlNode *row : tree->all(QStringLiteral("th"))) {
        if (row->attributes.value(QStringLiteral("scope")) == QLatin1String("row"))
            names << row->text;
    }
    QCOMPARE(names.mid(0, 4),
             (QStringList{QStringLiteral("disk-image.iso"), QStringLiteral("backup.tar"),
                          QStringLiteral("2026/holiday-4k.mov"), QStringLiteral("photo-raw-0031.dng")}));
    const HtmlNode &why = tree->first(QStringLiteral("div"), QStringLiteral("why"));
    QCOMPARE(why.all(QStringLiteral("section")).size(), size_t(2));
    QVERIFY(why.all(QStringLiteral("section"))[0]->text.contains(
        QLatin1String("413 Content Too Large2 files, 13.2 GiB")));
    QVERIFY(why.all(QStringLiteral("section"))[1]->text.contains(QLatin1String("Connection broken")));
}

void TestReportHtml::foreignTextStaysText()
{
    const auto tree = treeOf(sample::hostile());
    QVERIFY(tree);
    QVERIFY(tree->all(QStringLiteral("script")).empty());
    QVERIFY(tree->all(QStringLiteral("img")).empty());
    // It is all there, as words.
    QVERIFY(tree->text.contains(
        QLatin1String("</td></script><script>alert(1)</script><img src=x onerror=alert(2)>&amp;\"'`")));
    // Nothing reorders or controls: the name shows what it is.
    static const QRegularExpression forbidden(QStringLiteral(
        "[\\x{00}-\\x{09}\\x{0b}-\\x{1f}\\x{7f}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"));
    QVERIFY(!QString::fromUtf8(report::toHtml(sample::hostile())).contains(forbidden));
    QVERIFY(tree->text.contains(QStringLiteral("=cmd|' /C calc'!A0\ufffdgpj.exe\u241b[2J  \u2400.txt")));
}

void TestReportHtml::noSecretIsShown()
{
    for (const report::Format format : {report::Format::Html, report::Format::Json, report::Format::Csv}) {
        const QByteArray document = report::render(sample::hostile(), format);
        QVERIFY(!document.contains("hunter2"));
        QVERIFY(!document.contains("s3cr3t"));
        QVERIFY(document.contains("127.0.0.1") || format == report::Format::Csv);
    }
    QVERIFY(!report::summaryText(sample::hostile()).contains(QLatin1String("hunter2")));
    QVERIFY(!report::summaryText(sample::hostile()).contains(QLatin1String("s3cr3t")));
}

void TestReportHtml::longTableIsFoldedAway()
{
    const auto few = treeOf(sample::many(200));
    QVERIFY(few && few->all(QStringLiteral("details")).empty());
    const auto tree = treeOf(sample::many(1'000));
    QVERIFY(tree);
    const auto details = tree->all(QStringLiteral("details"));
    QCOMPARE(details.size(), size_t(1));
    QCOMPARE(details[0]->first(QStringLiteral("summary")).text, QStringLiteral("800 more"));
    QVERIFY(!details[0]->attributes.contains(QStringLiteral("open")));
    QCOMPARE(details[0]->all(QStringLiteral("tr")).size(), size_t(801));
    QCOMPARE(tree->all(QStringLiteral("tr")).size(), size_t(1'002));
}

void TestReportHtml::hundredThousandUploadsStayReadable()
{
    const SessionSnapshot snapshot = sample::many(100'000);
    const QByteArray html = report::toHtml(snapshot);
    QVERIFY2(html.size() < 4 * 1024 * 1024, qPrintable(QString::number(html.size())));
    const auto tree = treeOf(snapshot);
    QVERIFY(tree);
    QVERIFY(
        tree->first(QStringLiteral("h1")).text.startsWith(QLatin1String("99,000 of 100,000 files uploaded")));
    QCOMPARE(tree->first(QStringLiteral("summary")).text, QStringLiteral("9,800 more"));
    QVERIFY(tree->text.contains(QLatin1String("90,000 more are not listed here")));
    QVERIFY(report::toJson(snapshot).count("\"state\":\"done\"") == 99'000);
}

void TestReportHtml::longSessionKeepsItsPeak()
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

void TestReportHtml::withoutAnythingItStillSaysSo()
{
    const auto tree = treeOf(SessionSnapshot());
    QVERIFY(tree);
    QCOMPARE(tree->first(QStringLiteral("h1")).text, QStringLiteral("Nothing was uploaded."));
    QVERIFY(tree->all(QStringLiteral("svg")).empty());
    QVERIFY(tree->text.contains(QStringLiteral("The server’s memory was not watched.")));
    QVERIFY(!tree->text.contains(QLatin1String("1970")));
}

void TestReportHtml::missingMetricsAreExplained()
{
    SessionSnapshot snapshot = sample::upload();
    snapshot.series.clear();
    snapshot.discovery.sources.clear();
    const auto tree = treeOf(snapshot);
    QVERIFY(tree);
    QVERIFY(tree->text.contains(QLatin1String("No address answered with metrics.")));
    QVERIFY(tree->text.contains(QLatin1String("http.Handle(\"/metrics\", promhttp.Handler())")));
    QVERIFY(tree->text.contains(QLatin1String("404 Not Found")));
    // What the uploads did is drawn all the same.
    QVERIFY(!pathOf(*tree, QStringLiteral("rate")).isEmpty());
}

namespace {

/// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QString &hex)
{
    double sum = 0;
    static constexpr std::array weights{0.2126, 0.7152, 0.0722};
    for (size_t i = 0; i < 3; ++i) {
        const double c = hex.mid(1 + 2 * qsizetype(i), 2).toInt(nullptr, 16) / 255.0;
        sum += weights[i] * (c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double contrast(const QString &a, const QString &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QMap<QString, QString> palette(bool dark)
{
    const QString css = QString::fromUtf8(report::htmlStyle());
    const qsizetype split = css.indexOf(QLatin1String("prefers-color-scheme:dark"));
    const QString part = dark ? css.mid(split) : css.left(split);
    static const QRegularExpression variable(QStringLiteral("--([a-z-]+):(#[0-9a-f]{6})"));
    QMap<QString, QString> colors;
    auto matches = variable.globalMatch(part);
    while (matches.hasNext()) {
        const auto match = matches.next();
        colors.insert(match.captured(1), match.captured(2));
    }
    return colors;
}

} // namespace

void TestReportHtml::contrastIsEnough_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ground");
    QTest::addColumn<double>("least");
    const QStringList onSurface = QStringLiteral("text dim accent bad good heap-text rss-text goal-text "
                                                 "goroutines-text threads-text files-text rate-text")
                                      .split(QLatin1Char(' '));
    for (const bool dark : {false, true}) {
        const char *theme = dark ? "dark" : "light";
        for (const QString &text : onSurface)
            QTest::addRow("%s: %s on surface", theme, qPrintable(text))
                << dark << text << QStringLiteral("surface") << 4.5;
        for (const char *text : {"text", "dim"})
            QTest::addRow("%s: %s on bg", theme, text)
                << dark << QString::fromLatin1(text) << QStringLiteral("bg") << 4.5;
        QTest::addRow("%s: bad on badbg", theme)
            << dark << QStringLiteral("bad") << QStringLiteral("badbg") << 4.5;
        QTest::addRow("%s: good on goodbg", theme)
            << dark << QStringLiteral("good") << QStringLiteral("goodbg") << 4.5;
        QTest::addRow("%s: dim on grid", theme)
            << dark << QStringLiteral("dim") << QStringLiteral("grid") << 4.5;
        // Lines are graphics: 3 is asked of them (WCAG 1.4.11); amber on white is the palette's known exception.
        for (const char *line : {"heap", "goroutines", "threads", "files", "rate", "goal"})
            QTest::addRow("%s: line %s on band", theme, line)
                << dark << QString::fromLatin1(line) << QStringLiteral("band") << 3.0;
    }
}

void TestReportHtml::contrastIsEnough()
{
    QFETCH(bool, dark);
    QFETCH(QString, text);
    QFETCH(QString, ground);
    QFETCH(double, least);
    const auto colors = palette(dark);
    QVERIFY(colors.contains(text) && colors.contains(ground));
    const double found = contrast(colors[text], colors[ground]);
    QVERIFY2(found >= least, qPrintable(QString::number(found)));
}

QTEST_GUILESS_MAIN(TestReportHtml)
#include "tst_reporthtml.moc"
