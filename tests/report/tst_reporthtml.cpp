// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/format.h"
#include "core/report/htmlstyle.h"
#include "core/report/report.h"
#include "core/report/summary.h"
#include "tests/report/readback.h"
#include "tests/report/samplesnapshot.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using readback::attribute;
using readback::pathOf;
using readback::treeOf;
using session::SessionSnapshot;

/// The page, its words and its tables; the chart in it is tested in tst_reporthtml_chart.
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
    void withoutACollectionThereIsNoLongestPause();
    void headlineSaysWhatHappened();
    void growthIsNoVerdict();
    void failedUploadsComeFirst();
    void foreignTextStaysText();
    void noSecretIsShown();
    void longTableIsFoldedAway();
    void hundredThousandUploadsStayReadable();
    void withoutAnythingItStillSaysSo();
    void missingMetricsAreExplained();
    void contrastIsEnough_data();
    void contrastIsEnough();
};

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

void TestReportHtml::withoutACollectionThereIsNoLongestPause()
{
    using metrics::Role;
    for (const int collections : {0, 2}) {
        SessionSnapshot snapshot;
        for (int i = 0; i < 3; ++i) {
            metrics::Reading reading;
            reading.timeMs = sample::startMs + i * 1000;
            reading.set(Role::HeapLive, 1e6);
            reading.set(Role::GcCount, i < 2 ? 7 : 7 + collections);
            reading.set(Role::GcPauseMax, 0.0072); // of the time before, perhaps
            snapshot.series.append(reading);
        }
        const auto tree = treeOf(snapshot);
        QVERIFY(tree);
        const QString text = QString(tree->text).replace(QChar(0xa0), QLatin1Char(' '));
        QCOMPARE(text.contains(QStringLiteral("7.2 ms")), collections > 0);
    }
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
