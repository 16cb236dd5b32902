// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of run in every format, as the programs read them that people open them with: a browser, a reader of PDF, a CI
// server's schema, a spreadsheet's parser.
#include "tests/cli/cli.h"
#include "tests/support/auditee.h"
#include "tests/support/documents.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace support;

namespace {

// Of HTML reports on paper, in points: the page's margin, and within it what a card keeps free.
constexpr double margin = 34;
constexpr double padding = 10;

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ');
}

/// Without blanks: on paper a line may end wherever there is room for no more.
QString plain(QString text)
{
    static const QRegularExpression blanks(QStringLiteral("[\\s\u00a0\u00ad]+"));
    // Which of several characters a sign of a font stands for is lost in a PDF: radicals look as their characters do.
    return text.normalized(QString::NormalizationForm_KC).remove(blanks);
}

/// The last word in the last column's head of each table.
QStringList lastHeads(const QString &html)
{
    static const QRegularExpression head(QStringLiteral("([^<> ]+)</th></tr></thead>"));
    QStringList heads;
    for (const QRegularExpressionMatch &match : head.globalMatch(html))
        heads += match.captured(1);
    return heads;
}

} // namespace

class TestCliFormats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void htmlHoldsOnPaper_data() { everyKind(); }
    void htmlHoldsOnPaper();
    void pdfIsWhole_data() { everyKind(); }
    void pdfIsWhole();
    void junitFollowsTheSchema_data() { everyKind(); }
    void junitFollowsTheSchema();
    void csvIsOneTable_data() { everyKind(); }
    void csvIsOneTable();
    void markdownIsTables_data() { everyKind(); }
    void markdownIsTables();
    void jsonIsOneObject_data() { everyKind(); }
    void jsonIsOneObject();
    void foreignNamesArrive();
    void reportFilesAreTheSame();
    void pdfWithoutItsProgramIsOneError();

private:
    void everyKind();
    void run(const QString &kind, const QStringList &arguments);
    QString report(const QString &format);
    QString sentence() const { return m_sentences.value(QString::fromUtf8(QTest::currentDataTag())); }

    TestFiles m_files;
    SpecimenServer m_server;
    Auditee m_auditee;
    Cli m_cli;
    QString m_folder; ///< Where the reports are; kept for looking at them where the environment names one.
    QMap<QString, QString> m_runs; ///< By kind: how report calls it. "compare" is none of the history.
    QMap<QString, QString> m_sentences;
};

void TestCliFormats::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    QVERIFY2(m_auditee.start(), qPrintable(m_auditee.failure()));
    m_folder = qEnvironmentVariable("TIDEMARK_REPORTS", m_files.makeFolder(QStringLiteral("reports")));
    QVERIFY(QDir().mkpath(m_folder));
    const QString files = m_files.makeFolder(QStringLiteral("sent"));
    for (const char *name : {"照片 2026.raw", "🌊 tide, \"high\".bin", "_under*score*_|bar.txt"})
        m_files.makeFile(QStringLiteral("sent/") + QString::fromUtf8(name), 300'000);
    for (int i = 0; i < 60; ++i)
        m_files.makeFile(QStringLiteral("sent/part %1.bin").arg(i), 100'000);
    const QString leaking = m_server.url(QStringLiteral("/upload/read-all")).toString();
    const QString cured = m_server.url(QStringLiteral("/upload/read-all/cured")).toString();
    run(QStringLiteral("upload"),
        words("upload --limit-rate 4M --interval 100ms --pid")
            + QStringList{QString::number(m_server.pid()), QStringLiteral("--to"), leaking, files});
    run(QStringLiteral("watch"),
        words("watch --for 2s --interval 100ms --watch")
            + QStringList{m_server.url(QStringLiteral("/")).toString()});
    run(QStringLiteral("cured"), words("check --quick --no-aborts --size 16K --to") + QStringList{cured});
    run(QStringLiteral("check"), words("check --quick --size 16K --to") + QStringList{leaking});
    run(QStringLiteral("sweep"),
        words("sweep --levels 4,16,40 --requests 10 --to")
            + QStringList{m_server.url(QStringLiteral("/upload/retry-storm?pool=4")).toString()});
    run(QStringLiteral("audit"),
        words("audit --only boundary,empty-file,tls,field-missing,path-traversal --to")
            + QStringList{m_auditee.url(QStringLiteral("lenient")).toString()});
    const CliResult compared
        = m_cli.run({QStringLiteral("compare"), m_runs[QStringLiteral("check")],
                     m_runs[QStringLiteral("cured")], QStringLiteral("--json"), QStringLiteral("-")});
    m_sentences.insert(QStringLiteral("compare"), compared.json()[QStringLiteral("sentence")].toString());
}

void TestCliFormats::everyKind()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"upload", "watch", "check", "sweep", "audit", "compare"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestCliFormats::run(const QString &kind, const QStringList &arguments)
{
    const CliResult result = m_cli.run(arguments);
    QVERIFY2(result.exitCode == 0 || result.exitCode == 1 || result.exitCode == 4, result.told());
    const QString said = QString::fromUtf8(result.out);
    m_sentences.insert(kind, said.left(said.indexOf(u'\n')));
    m_runs.insert(kind, QString::number(m_runs.size() + 1));
}

/// The report of the row's kind: the file's name.
QString TestCliFormats::report(const QString &format)
{
    const QString kind = QString::fromUtf8(QTest::currentDataTag());
    const QString ending = format == QLatin1StringView("junit") ? QStringLiteral("xml") : format;
    const QString file = QStringLiteral("%1/%2.%3").arg(m_folder, kind, ending);
    if (kind == QLatin1StringView("compare")) {
        m_cli.run({QStringLiteral("compare"), m_runs[QStringLiteral("check")],
                   m_runs[QStringLiteral("cured")], QStringLiteral("--report"), file});
        return file;
    }
    const CliResult result = m_cli.run({QStringLiteral("report"), m_runs[kind], QStringLiteral("--format"),
                                        format, QStringLiteral("--out"), file});
    if (result.exitCode != 0)
        QTest::qFail(result.told(), __FILE__, __LINE__);
    return file;
}

void TestCliFormats::htmlHoldsOnPaper()
{
    const QString html = report(QStringLiteral("html"));
    const PrintedPage page = printedByBrowser(html, html + QStringLiteral(".pdf"));
    QVERIFY2(page.complaints.isEmpty(), page.complaints.constData());
    const QString text = plain(textOfPdf(page.pdf));
    QVERIFY2(text.contains(plain(QStringLiteral("Sizes are binary: 1 MiB is 1,048,576 bytes."))),
             qPrintable(text));
    QVERIFY2(plain(QString::fromUtf8(TestFiles::content(html))).contains(plain(sentence().toHtmlEscaped())),
             qPrintable(sentence()));
    const QStringList heads = lastHeads(QString::fromUtf8(TestFiles::content(html)));
    const std::vector<PrintedWord> printed = wordsOfPdf(page.pdf);
    QVERIFY(!printed.empty());
    for (const PrintedWord &word : printed) {
        const QByteArray told = word.text.toUtf8() + " on page " + QByteArray::number(word.page + 1);
        // Beyond the last column's head a table would stand out of its card.
        const double edge = margin + (heads.contains(word.text) ? padding : 0);
        QVERIFY2(word.box.left() >= margin - 1 && word.box.right() <= word.paper.width() - edge + 1,
                 told.constData());
        QVERIFY2(word.box.height() >= 6, told.constData()); // a browser shrinks what is too wide
    }
}

void TestCliFormats::pdfIsWhole()
{
    const QString pdf = report(QStringLiteral("pdf"));
    const QString text = plain(textOfPdf(pdf));
    QVERIFY2(text.contains(plain(sentence())), qPrintable(sentence() + u'\n' + text));
    for (const char *part :
         {"Tidemark 0.1.0. Sizes are binary: 1 MiB is 1,048,576 bytes. Times are UTC.", "1 / "})
        QVERIFY2(text.contains(plain(QString::fromUtf8(part))), qPrintable(text));
    QCOMPARE(fontsOutside(pdf), QStringList());
    QCOMPARE(picturesIn(pdf), 0);
    for (const PrintedWord &word : wordsOfPdf(pdf)) {
        const bool isInside = word.box.left() >= 40 && word.box.right() <= word.paper.width() - 40
            && word.box.bottom() <= word.paper.height() - 40;
        QVERIFY2(isInside, qPrintable(word.text));
        QCOMPARE(word.paper.toSize(), QSize(595, 842)); // A4
    }
}

void TestCliFormats::junitFollowsTheSchema()
{
    QFETCH(const QString, kind);
    if (kind == QLatin1StringView("watch")) {
        const CliResult result
            = m_cli.run({QStringLiteral("report"), m_runs[kind], QStringLiteral("--format"),
                         QStringLiteral("junit"), QStringLiteral("--out"), QStringLiteral("-")});
        QCOMPARE(result.exitCode, 3);
        QVERIFY2(result.err.contains("html, pdf, md, csv and json it has"), result.told());
        return;
    }
    const QByteArray complaints = schemaComplaints(report(QStringLiteral("junit")),
                                                   QStringLiteral(TIDEMARK_TEST_DATA "/junit/junit.xsd"));
    QVERIFY2(complaints.isEmpty(), complaints.constData());
}

/// As csv.DictReader has them: no row has more cells or fewer than the head, and no column holds what another one is for.
void TestCliFormats::csvIsOneTable()
{
    QFETCH(const QString, kind);
    const QString file = report(QStringLiteral("csv"));
    const QStringList columns = csvRows(file).front();
    QCOMPARE(QSet<QString>(columns.begin(), columns.end()).size(),
             columns.size()); // each has a name of its own
    const std::vector<QVariantMap> rows = csvRecords(file);
    QVERIFY(!rows.empty());
    const QMap<QString, QStringList> tables{
        {QStringLiteral("upload"), {QStringLiteral("upload"), QStringLiteral("reading")}},
        {QStringLiteral("watch"), {QStringLiteral("reading")}},
        {QStringLiteral("check"), {QStringLiteral("resource"), QStringLiteral("round")}}};
    QSet<QString> found;
    for (const QVariantMap &row : rows) {
        QCOMPARE(row.size(), columns.size());
        for (const QVariant &cell : row)
            QCOMPARE(cell.typeId(), int(QMetaType::QString)); // null: too short a row; a list: too long
        const auto at
            = [&row](const char *column) { return row.value(QLatin1StringView(column)).toString(); };
        const QString table = at("table");
        found += table;
        if (table == QLatin1StringView("resource")) {
            const QStringList verdicts{QStringLiteral("leaks"), QStringLiteral("stable"),
                                       QStringLiteral("inconclusive"), QStringLiteral("released-late"),
                                       QStringLiteral("gc-closed")};
            QVERIFY2(verdicts.contains(at("verdict")) && at("round_of").isEmpty(), qPrintable(at("verdict")));
        } else if (table == QLatin1StringView("round")) {
            QVERIFY(at("resource").isEmpty() && at("verdict").isEmpty() && !at("round_of").isEmpty());
            QVERIFY2(at("heap_bytes").toDouble() > 1000, qPrintable(at("heap_bytes")));
        } else if (table == QLatin1StringView("upload")) {
            QVERIFY(!at("file").isEmpty() && at("time").isEmpty());
        } else if (table == QLatin1StringView("reading")) {
            QVERIFY(at("file").isEmpty() && at("unixSeconds").toDouble() > 1e9);
        }
    }
    const QStringList expected = tables.value(kind);
    if (!expected.isEmpty())
        QCOMPARE(found, QSet<QString>(expected.begin(), expected.end()));
}

void TestCliFormats::markdownIsTables()
{
    const QString text = QString::fromUtf8(TestFiles::content(report(QStringLiteral("md"))));
    QVERIFY2(text.startsWith(QStringLiteral("### ")), qPrintable(text));
    QVERIFY2(QString(text).remove(u'\\').contains(sentence()), qPrintable(sentence() + u'\n' + text));
    QVERIFY2(text.contains(QStringLiteral("Tidemark 0.1.0")), qPrintable(text));
    qsizetype cells = 0;
    int tables = 0;
    for (QString line : text.split(u'\n')) {
        if (!line.startsWith(u'|')) {
            cells = 0;
            continue;
        }
        const qsizetype bars = line.remove(QStringLiteral("\\|")).count(u'|');
        tables += cells == 0;
        cells = cells == 0 ? bars : cells;
        QVERIFY2(bars == cells, qPrintable(line));
    }
    QVERIFY(tables > 0);
}

void TestCliFormats::jsonIsOneObject()
{
    QFETCH(const QString, kind);
    QCOMPARE(jsonFile(report(QStringLiteral("json")))[QStringLiteral("command")].toString(), kind);
}

void TestCliFormats::foreignNamesArrive()
{
    const auto uploaded = [this](const char *ending) {
        return QStringLiteral("%1/upload.%2").arg(m_folder, QLatin1StringView(ending));
    };
    const QString pdf = plain(textOfPdf(uploaded("pdf")));
    for (const char *name : {"照片 2026.raw", "tide, \"high\".bin", "_under*score*_|bar.txt"})
        QVERIFY2(pdf.contains(plain(QString::fromUtf8(name))), qPrintable(pdf));
    QStringList files;
    for (const QVariantMap &row : csvRecords(uploaded("csv")))
        files += row.value(QStringLiteral("file")).toString().section(u'/', -1);
    QVERIFY2(files.contains(QString::fromUtf8("🌊 tide, \"high\".bin")), qPrintable(files.join(u'\n')));
}

void TestCliFormats::reportFilesAreTheSame()
{
    for (const char *ending : {"html", "csv", "md"}) {
        const QString file = m_files.path(QStringLiteral("at once.") + QLatin1StringView(ending));
        const CliResult result = m_cli.run(words("audit --only tls,field-missing --to")
                                           + QStringList{m_auditee.url(QStringLiteral("lenient")).toString(),
                                                         QStringLiteral("--report"), file});
        QVERIFY2(result.exitCode == 0 || result.exitCode == 1, result.told());
        const CliResult kept
            = m_cli.run({QStringLiteral("report"), QStringLiteral("last"), QStringLiteral("--format"),
                         QLatin1StringView(ending), QStringLiteral("--out"), QStringLiteral("-")});
        QCOMPARE(kept.out, TestFiles::content(file));
    }
}

void TestCliFormats::pdfWithoutItsProgramIsOneError()
{
    Cli cli;
    cli.setEnvironment(QStringLiteral("TIDEMARK_PDF"), QStringLiteral("/no/such/program"));
    const QString file = m_files.path(QStringLiteral("none.pdf"));
    const CliResult result
        = cli.run(words("check --quick --to")
                  + QStringList{m_server.url(QStringLiteral("/upload/read-all/cured")).toString(),
                                QStringLiteral("--report"), file});
    QVERIFY2(result.exitCode == 3 && result.out.isEmpty(), result.told());
    QVERIFY2(result.err.contains("tidemark-pdf, which makes PDFs, was not found at /no/such/program")
                 && result.err.count('\n') == 1,
             result.told());
    QVERIFY(!QFile::exists(file));
}

QTEST_GUILESS_MAIN(TestCliFormats)
#include "tst_cli_formats.moc"
