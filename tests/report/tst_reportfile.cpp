// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/writefile.h"
#include "core/report/report.h"
#include "tests/report/samplesnapshot.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorKind;
using report::Format;

/// Formats by name, and CSV, which is read back by a reader of RFC 4180.
class TestReportFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatByFile_data();
    void formatByFile();
    void formatByName_data();
    void formatByName();
    void renderIsTheFormats();
    void csvReadsBack();
    void csvUnknownIsEmpty();
    void csvQuotes();
    void csvIsNoFormula_data();
    void csvIsNoFormula();
    void csvHidesNothing_data();
    void csvHidesNothing();
    void csvOfBucketsHasTheirPeaks();
    void keptForLooking();

private:
    QTemporaryDir m_folder;
};

namespace {

using Rows = QList<QStringList>;

/// Strict: CRLF ends a row, quotes only around whole cells.
Rows rowsOf(const QByteArray &csv)
{
    Rows rows{{}};
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != QLatin1Char('"'))
                cell += c;
            else if (text.mid(i + 1, 1) == QLatin1String("\""))
                cell += text[++i];
            else
                quoted = false;
        } else if (c == QLatin1Char('"') && cell.isEmpty()) {
            quoted = true;
        } else if (c == QLatin1Char(',')) {
            rows.last() << cell;
            cell.clear();
        } else if (c == QLatin1Char('\r') && text.mid(i + 1, 1) == QLatin1String("\n")) {
            ++i;
            rows.last() << cell;
            cell.clear();
            rows << QStringList();
        } else {
            cell += c;
        }
    }
    rows.removeLast();
    return rows;
}

/// The value of a column of one row, by the header's name.
QString cell(const Rows &rows, qsizetype header, qsizetype row, const char *name)
{
    return rows[row].value(rows[header].indexOf(QLatin1String(name)));
}

} // namespace

void TestReportFile::formatByFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("format");
    QTest::newRow("html") << QStringLiteral("a.html") << int(Format::Html);
    QTest::newRow("htm") << QStringLiteral("/tmp/x.y/a.HTM") << int(Format::Html);
    QTest::newRow("json") << QStringLiteral("a.b.json") << int(Format::Json);
    QTest::newRow("csv") << QStringLiteral("report.CSV") << int(Format::Csv);
    QTest::newRow("md") << QStringLiteral("issue.md") << int(Format::Markdown);
    QTest::newRow("pdf") << QStringLiteral("a.pdf") << int(Format::Paper);
    QTest::newRow("xml") << QStringLiteral("suite.xml") << int(Format::JUnit);
    QTest::newRow("doc") << QStringLiteral("a.doc") << -1;
    QTest::newRow("no ending") << QStringLiteral("report") << -1;
    QTest::newRow("ending of the folder") << QStringLiteral("x.html/report") << -1;
}

void TestReportFile::formatByFile()
{
    QFETCH(QString, name);
    QFETCH(int, format);
    const auto result = report::formatForFile(name);
    QCOMPARE(result.ok() ? int(*result) : -1, format);
    if (!result) {
        QCOMPARE(result.error().kind, ErrorKind::Malformed);
        QVERIFY(result.error().message.startsWith(QLatin1String("unknown report format")));
    }
}

void TestReportFile::formatByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("format");
    QTest::newRow("html") << QStringLiteral("html") << int(Format::Html);
    QTest::newRow("json") << QStringLiteral("JSON") << int(Format::Json);
    QTest::newRow("csv") << QStringLiteral("csv") << int(Format::Csv);
    QTest::newRow("junit") << QStringLiteral("junit") << int(Format::JUnit);
    QTest::newRow("md") << QStringLiteral("md") << int(Format::Markdown);
    QTest::newRow("pdf") << QStringLiteral("pdf") << int(Format::Paper);
    QTest::newRow("doc") << QStringLiteral("doc") << -1;
    QTest::newRow("nothing") << QString() << -1;
}

void TestReportFile::formatByName()
{
    QFETCH(QString, name);
    QFETCH(int, format);
    const auto result = report::formatForName(name);
    QCOMPARE(result.ok() ? int(*result) : -1, format);
}

void TestReportFile::renderIsTheFormats()
{
    const auto snapshot = sample::watch();
    QCOMPARE(report::render(snapshot, Format::Html), report::toHtml(snapshot));
    QCOMPARE(report::render(snapshot, Format::Json), report::toJson(snapshot));
    QCOMPARE(report::render(snapshot, Format::Csv), report::toCsv(snapshot));
    QCOMPARE(report::render(snapshot, Format::Markdown), report::toMarkdown(snapshot));
}

void TestReportFile::csvReadsBack()
{
    const auto snapshot = sample::upload();
    const Rows rows = rowsOf(report::toCsv(snapshot));
    QCOMPARE(rows[0].join(QLatin1Char(',')),
             QStringLiteral(
                 "table,file,bytes,state,httpStatus,serverMessage,attempts,errorKind,errorMessage,startedAt,"
                 "finishedAt,bytesPerSecond,dnsSeconds,connectSeconds,tlsSeconds,sentSeconds,"
                 "firstByteSeconds,totalSeconds,time,unixSeconds,heapBytes,heapGoalBytes,rssBytes,goroutines,"
                 "threads,descriptors,descriptorLimit,gcCount,gcPauseTotalSeconds,gcPauseMaxSeconds,"
                 "cpuTotalSeconds,startTimeSeconds"));
    for (qsizetype i = 0; i < 24; ++i) {
        const transfer::UploadRecord &record = snapshot.uploads[i];
        QCOMPARE(cell(rows, 0, i + 1, "table"), QStringLiteral("upload"));
        QCOMPARE(cell(rows, 0, i + 1, "file"), record.path);
        QCOMPARE(cell(rows, 0, i + 1, "bytes").toLongLong(), record.bytes);
        QCOMPARE(cell(rows, 0, i + 1, "serverMessage"), record.serverMessage);
        QCOMPARE(cell(rows, 0, i + 1, "totalSeconds").toDouble(), double(record.timings.total.count()) / 1e6);
    }
    QCOMPARE(cell(rows, 0, 4, "errorKind"), QStringLiteral("http-status"));
    QCOMPARE(cell(rows, 0, 25, "table"), QStringLiteral("reading"));
    QCOMPARE(cell(rows, 0, 25, "file"), QString());
    QCOMPARE(cell(rows, 0, 25, "time"), QStringLiteral("2026-11-23T10:41:00.400Z"));
    QCOMPARE(cell(rows, 0, 25, "unixSeconds"), QStringLiteral("1795430460.4"));
    QCOMPARE(cell(rows, 0, rows.size() - 1, "heapBytes").toDouble(),
             snapshot.series.latest(metrics::Role::HeapLive));
    QCOMPARE(rows.size(), 25 + 234 + 1); // 234 readings and the row that begins the hole
    for (const QStringList &row : rows)
        QCOMPARE(row.size(), rows[0].size());
}

void TestReportFile::csvUnknownIsEmpty()
{
    session::SessionSnapshot snapshot;
    transfer::UploadRecord record;
    record.path = QStringLiteral("/data/x");
    snapshot.uploads << record;
    metrics::Reading reading;
    reading.timeMs = sample::startMs;
    reading.set(metrics::Role::Rss, 5);
    snapshot.series.append(reading);
    snapshot.series.appendGap(sample::startMs + 1000);
    const QByteArray csv = report::toCsv(snapshot);
    QVERIFY(csv.contains(
        ",totalSeconds,time,unixSeconds,rssBytes\r\nupload,/data/x,,waiting,,,0,,,,,,,,,,,,,,\r\n"));
    QVERIFY(csv.endsWith("\r\nreading,,,,,,,,,,,,,,,,,,2026-11-23T10:41:00.000Z,1795430460,5\r\n"
                         "reading,,,,,,,,,,,,,,,,,,2026-11-23T10:41:01.000Z,1795430461,\r\n"));
}

void TestReportFile::csvQuotes()
{
    session::SessionSnapshot snapshot;
    transfer::UploadRecord record;
    record.path = QStringLiteral("/data/a,\"b\"\nc\r\n.bin");
    record.serverMessage = QStringLiteral("\"");
    snapshot.uploads << record;
    const QByteArray csv = report::toCsv(snapshot);
    QVERIFY(csv.contains("\"/data/a,\"\"b\"\"\nc\r\n.bin\""));
    const Rows rows = rowsOf(csv);
    QCOMPARE(cell(rows, 0, 1, "file"), record.path);
    QCOMPARE(cell(rows, 0, 1, "serverMessage"), record.serverMessage);
    QVERIFY(!QByteArray(csv).replace("\r\n", "").replace("\"/data/a,\"\"b\"\"\nc.bin\"", "").contains('\n'));
}

void TestReportFile::csvIsNoFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("guarded");
    QTest::newRow("equals") << QStringLiteral("=1+1") << true;
    QTest::newRow("plus") << QStringLiteral("+1") << true;
    QTest::newRow("minus") << QStringLiteral("-rf") << true;
    QTest::newRow("at") << QStringLiteral("@SUM(A1)") << true;
    QTest::newRow("what is not seen first") << QStringLiteral("\u2007=1") << true;
    QTest::newRow("carriage return") << QStringLiteral("\r=1") << true;
    QTest::newRow("blank first") << QStringLiteral("  =1") << true;
    QTest::newRow("full width") << QStringLiteral("\uff1d1") << true;
    QTest::newRow("name") << QStringLiteral("photo=1.raw") << false;
    QTest::newRow("number") << QStringLiteral("413") << false;
    QTest::newRow("empty") << QString() << false;
}

void TestReportFile::csvIsNoFormula()
{
    QFETCH(QString, text);
    QFETCH(bool, guarded);
    session::SessionSnapshot snapshot;
    transfer::UploadRecord record;
    record.path = text;
    record.serverMessage = text;
    record.error.message = text;
    snapshot.uploads << record;
    const Rows rows = rowsOf(report::toCsv(snapshot));
    const QString expected = guarded ? QString(QLatin1Char('\'') + text) : text;
    for (const char *column : {"file", "serverMessage", "errorMessage"})
        QCOMPARE(cell(rows, 0, 1, column), expected);
}

void TestReportFile::csvHidesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a name that reads otherwise")
        << QStringLiteral("photo\u202egpj.exe") << QStringLiteral("photo\ufffdgpj.exe");
    QTest::newRow("isolates") << QStringLiteral("\u2066a\u2067b\u2068c\u2069")
                              << QStringLiteral("\ufffda\ufffdb\ufffdc\ufffd");
    QTest::newRow("embeddings") << QStringLiteral("\u202a\u202b\u202c\u202d")
                                << QStringLiteral("\ufffd\ufffd\ufffd\ufffd");
    QTest::newRow("a terminal's colours")
        << QStringLiteral("\u001b[31mred") << QStringLiteral("\u241b[31mred");
    QTest::newRow("backspaces") << QStringLiteral("413\u0008\u0008\u007f")
                                << QStringLiteral("413\u2408\u2408\u2421");
    QTest::newRow("of C1") << QStringLiteral("a\u0090b\u009fc") << QStringLiteral("a\ufffdb\ufffdc");
    QTest::newRow("a next line of C1") << QStringLiteral("a\u0085b") << QStringLiteral("a b");
    QTest::newRow("a tab before a formula") << QStringLiteral("\t=1") << QStringLiteral("' =1");
    QTest::newRow("lines stay lines")
        << QStringLiteral("a\u202e\nb\r\n\u0007c") << QStringLiteral("a\ufffd\nb\r\n\u2407c");
    QTest::newRow("what people write")
        << QStringLiteral("Grüße, \U0001F30A “混”") << QStringLiteral("Grüße, \U0001F30A “混”");
}

void TestReportFile::csvHidesNothing()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    session::SessionSnapshot snapshot;
    transfer::UploadRecord record;
    record.path = text;
    record.serverMessage = text;
    record.error.message = text;
    snapshot.uploads << record;
    const Rows rows = rowsOf(report::toCsv(snapshot));
    QCOMPARE(rows[1].size(), rows[0].size());
    for (const char *column : {"file", "serverMessage", "errorMessage"})
        QCOMPARE(cell(rows, 0, 1, column), shown);
}

void TestReportFile::csvOfBucketsHasTheirPeaks()
{
    const Rows rows = rowsOf(report::toCsv(sample::longSession(2)));
    QVERIFY(rows[0].join(u',').endsWith(
        QStringLiteral(",time,unixSeconds,heapBytes,heapBytesMax,rssBytes,rssBytesMax")));
    QCOMPARE(cell(rows, 0, 8, "heapBytesMax").toDouble(), 512.0 * 1024 * 1024);
    QVERIFY(cell(rows, 0, 8, "heapBytes").toDouble() < 100.0 * 1024 * 1024);
}

/// Every sample in every format; TIDEMARK_KEEP_REPORTS names a folder to leave them in, for looking at.
void TestReportFile::keptForLooking()
{
    const QString kept = qEnvironmentVariable("TIDEMARK_KEEP_REPORTS");
    const QDir folder(kept.isEmpty() ? m_folder.filePath(QStringLiteral("kept")) : kept);
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    const QMap<QString, session::SessionSnapshot> samples{
        {QStringLiteral("upload"), sample::upload()},     {QStringLiteral("watch"), sample::watch()},
        {QStringLiteral("many"), sample::many(1'000)},    {QStringLiteral("hostile"), sample::hostile()},
        {QStringLiteral("long"), sample::longSession(5)},
    };
    for (auto it = samples.begin(); it != samples.end(); ++it) {
        for (const char *ending : {"html", "json", "csv"}) {
            const QString name = folder.filePath(it.key() + QLatin1Char('.') + QLatin1String(ending));
            const auto format = report::formatForFile(name);
            QVERIFY(format.ok());
            QVERIFY(base::writeFile(name, report::render(*it, *format)).ok());
            QVERIFY(QFileInfo(name).size() > 1000);
        }
    }
}

QTEST_GUILESS_MAIN(TestReportFile)
#include "tst_reportfile.moc"
