// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/alertwording.h"
#include "core/report/markdowntext.h"
#include "core/report/report.h"
#include "core/report/wording.h"
#include "tests/report/samplesnapshot.h"

#include <QTest>

using session::SessionSnapshot;

class TestReportMarkdown final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheOthersSay();
    void failuresAndLevelsAreTables();
    void alertsAreATable();
    void everyRowHasAsManyCells_data();
    void everyRowHasAsManyCells();
    void wordsStayWords_data();
    void wordsStayWords();
    void hostileTextIsNoMarkup();
    void aWatchHasNoFailures();
};

namespace {

QString markdown(const SessionSnapshot &snapshot)
{
    return QString::fromUtf8(report::toMarkdown(snapshot));
}

SessionSnapshot alarmed()
{
    SessionSnapshot snapshot = sample::upload();
    const analysis::AlertRule rule = analysis::defaultAlertRules().constFirst();
    snapshot.alertRules = {{rule, true}};
    snapshot.alerts = {{rule.id, rule.title, rule.priority, rule.comparison, analysis::AlertUnit::Share, 0.05,
                        0.5, sample::startMs, 0}};
    return snapshot;
}

/// Cells of a table's line: what stands between bars that are not escaped.
qsizetype cellsIn(const QString &line)
{
    QString bars = line;
    bars.replace(QStringLiteral("\\|"), QString());
    return bars.count(u'|') - 1;
}

} // namespace

void TestReportMarkdown::saysWhatTheOthersSay()
{
    const SessionSnapshot snapshot = sample::upload();
    const QString text = markdown(snapshot);
    const report::Summary summary = report::summarize(snapshot);
    QVERIFY2(text.startsWith(QStringLiteral("### ")
                             + report::markdownWords(report::uploadsSentence(snapshot, summary)) + u'\n'),
             qPrintable(text));
    QVERIFY(
        text.contains(QStringLiteral("- ") + report::markdownWords(report::memorySentence(summary)) + u'\n'));
    QVERIFY(text.contains(QStringLiteral("- ") + report::markdownWords(report::growthNote(summary)) + u'\n'));
    QVERIFY(!text.contains(QStringLiteral("lert"))); // there were no rules
    QVERIFY(text.trimmed().endsWith(QStringLiteral("Tidemark 0.1.0")));
}

void TestReportMarkdown::failuresAndLevelsAreTables()
{
    const QString text = markdown(sample::upload());
    QVERIFY2(text.contains(QStringLiteral("| 2 | disk-image.iso | Request body too large: limit 4 GiB |")),
             qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("| The server | before | peak | after | change | per upload "
                                         "|\n|---|---:|---:|---:|---:|---:|\n| Heap live | ")));
    QVERIFY(text.contains(QStringLiteral("\n| Goroutines | ")));
}

void TestReportMarkdown::alertsAreATable()
{
    const QString text = markdown(alarmed());
    QVERIFY(text.contains(QStringLiteral("- 1 alert was raised, P1; it was not over at the end.\n")));
    QVERIFY(text.contains(QStringLiteral(
        "| Share of 5xx answers | P1 | 50 % | \\> 5 % | 2026-11-23T10:41:00.000Z | not yet |\n")));
    SessionSnapshot quiet = alarmed();
    quiet.alerts.clear();
    quiet.alertRules[0].isJudged = false;
    QVERIFY(markdown(quiet).contains(QStringLiteral("- No alert was raised.\n- Not judged, because too "
                                                    "little was known for it: Share of 5xx answers.\n")));
    SessionSnapshot many = alarmed();
    many.alerts = QList<session::Alert>(60, many.alerts.constFirst());
    QCOMPARE(markdown(many).count(QStringLiteral("| not yet |")), 50);
    QVERIFY(markdown(many).contains(QStringLiteral("\nAnd 10 more; the JSON lists all.\n")));
}

void TestReportMarkdown::everyRowHasAsManyCells_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("upload") << 0;
    QTest::newRow("watch") << 1;
    QTest::newRow("hostile") << 2;
    QTest::newRow("alerts") << 3;
    QTest::newRow("many") << 4;
}

void TestReportMarkdown::everyRowHasAsManyCells()
{
    QFETCH(const int, which);
    const SessionSnapshot snapshot = which == 0 ? sample::upload()
        : which == 1                            ? sample::watch()
        : which == 2                            ? sample::hostile()
        : which == 3                            ? alarmed()
                                                : sample::many(1000);
    qsizetype cells = 0;
    int tables = 0;
    for (const QString &line : markdown(snapshot).split(u'\n')) {
        if (!line.startsWith(u'|')) {
            cells = 0;
            continue;
        }
        if (cells == 0) {
            cells = cellsIn(line);
            ++tables;
        }
        QVERIFY2(cellsIn(line) == cells, qPrintable(line));
    }
    QVERIFY(tables > 0);
}

void TestReportMarkdown::wordsStayWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QStringLiteral("10.2 MiB (in 3 s)") << QStringLiteral("10.2 MiB (in 3 s)");
    QTest::newRow("a cell's end") << QStringLiteral("a|b") << QStringLiteral("a\\|b");
    QTest::newRow("emphasis and code")
        << QStringLiteral("*a* _b_ `c`") << QStringLiteral("\\*a\\* \\_b\\_ \\`c\\`");
    QTest::newRow("links and HTML") << QStringLiteral("[x](y)<b>&lt;")
                                    << QStringLiteral("\\[x\\](y)\\<b\\>\\&lt;");
    QTest::newRow("escapes") << QStringLiteral("\\|") << QStringLiteral("\\\\\\|");
    QTest::newRow("lines") << QStringLiteral("a\n# b") << QStringLiteral("a \\# b");
}

void TestReportMarkdown::wordsStayWords()
{
    QFETCH(const QString, text);
    QTEST(report::markdownWords(text), "expected");
}

void TestReportMarkdown::hostileTextIsNoMarkup()
{
    SessionSnapshot snapshot = sample::hostile();
    snapshot.alerts = alarmed().alerts;
    snapshot.alerts[0].title = QStringLiteral("</td><script>| x |");
    QString text = markdown(snapshot);
    text.remove(QStringLiteral("\\<")); // those that mean themselves
    QVERIFY(!text.contains(u'<'));
    QVERIFY(text.contains(QStringLiteral("script")));
    QVERIFY(!text.contains(QStringLiteral("hunter2")));
    QVERIFY(!text.contains(QStringLiteral("s3cr3t")));
    QVERIFY(!text.contains(QChar(0x1b)));
}

void TestReportMarkdown::aWatchHasNoFailures()
{
    const QString text = markdown(sample::watch());
    QVERIFY(text.startsWith(QStringLiteral("### Watched ")));
    QVERIFY(!text.contains(QStringLiteral("Why uploads failed")));
    QVERIFY(text.contains(QStringLiteral("| The server | before | peak | after | change |\n")));
}

QTEST_APPLESS_MAIN(TestReportMarkdown)
#include "tst_reportmarkdown.moc"
