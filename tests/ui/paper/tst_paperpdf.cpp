// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as PDF, read back by poppler. What a real run's look like is tested in tests/cli.
#include "core/report/markdowntext.h"
#include "core/report/report.h"
#include "tests/report/samplesnapshot.h"
#include "tests/support/documents.h"
#include "ui/paper/paperpdf.h"

#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <set>

using namespace support;

class TestPaperPdf final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chartsAreText()
    {
        const QString pdf = written(report::sessionPaper(sample::upload()));
        const QString text = textOfPdf(pdf);
        // A chart's title, a tick, and the label at a line's end.
        for (const char *word : {"Memory", "time of day in UTC", "heap "})
            QVERIFY2(text.contains(QLatin1StringView(word)), qPrintable(text));
        QCOMPARE(picturesIn(pdf), 0);
        QCOMPARE(fontsOutside(pdf), QStringList());
    }

    void everyPageSaysWhatItIsAbout()
    {
        const QString pdf = written(report::sessionPaper(sample::many(1000)));
        const std::vector<PrintedWord> words = wordsOfPdf(pdf);
        QVERIFY(!words.empty());
        const int pages = words.back().page + 1;
        QVERIFY(pages > 5);
        const QString text = textOfPdf(pdf);
        QCOMPARE(text.count(QStringLiteral("≋ Tidemark Upload report")), pages);
        QCOMPARE(text.count(QStringLiteral("Sizes are binary")), pages);
        QVERIFY(text.contains(QStringLiteral("%1 / %1").arg(pages)));
        // Heads return: the table of uploads is on all pages but, perhaps, the last.
        QVERIFY(text.count(QStringLiteral("answer or reason")) >= pages - 1);
    }

    void lastPageIsNotNearlyEmpty_data()
    {
        QTest::addColumn<bool>("isTable");
        QTest::newRow("notes") << false;
        QTest::newRow("a table") << true;
    }

    /// Of the shortest reports that take a second page, which would hold a line or two: some more came with them.
    void lastPageIsNotNearlyEmpty()
    {
        QFETCH(const bool, isTable);
        int one = 10, two = 160; // lines on one page, and on two
        while (two - one > 1) {
            const int middle = (one + two) / 2;
            (wordsOfPdf(written(ofLines(middle, isTable))).back().page == 0 ? one : two) = middle;
        }
        QVERIFY(two < 160);
        for (int lines = two; lines < two + 4; ++lines) {
            const std::vector<PrintedWord> words = wordsOfPdf(written(ofLines(lines, isTable)));
            QCOMPARE(words.back().page, 1);
            QStringList first, last;
            for (const PrintedWord &word : words) {
                if (word.text.startsWith(QLatin1StringView("line-")))
                    (word.page == 0 ? first : last) += word.text;
            }
            QVERIFY2(last.size() >= 4, qPrintable(last.join(u' ')));
            QCOMPARE(first.size() + last.size(), lines); // none is cut off between them
            QCOMPARE(last.constLast(), QStringLiteral("line-%1").arg(lines));
            QCOMPARE(first.constLast(), QStringLiteral("line-%1").arg(first.size()));
        }
    }

    /// However far down a page they would be.
    void headingsStayWithWhatFollows()
    {
        int onSecond = 0;
        for (int lines = 26; lines < 46; ++lines) {
            report::Paper paper = ofLines(lines, false);
            paper.text.details
                += report::markdownTable({{QStringLiteral("What")}}, {{QStringLiteral("a row")}});
            paper.text.details += QStringLiteral("\n**caption-of** a table\n")
                + report::markdownTable({{QStringLiteral("head-of")}, {QStringLiteral("How")}},
                                        {{QStringLiteral("first-row"), QStringLiteral("1")},
                                         {QStringLiteral("second-row"), QStringLiteral("2")}});
            paper.text.conditions = {QStringLiteral("condition-1"), QStringLiteral("condition-2")};
            const std::vector<PrintedWord> words = wordsOfPdf(written(paper));
            for (const auto &[above, below] :
                 {std::pair("caption-of", "head-of"), std::pair("head-of", "first-row"),
                  std::pair("Conditions", "condition-1"), std::pair("condition-1", "condition-2")})
                QVERIFY2(pageOf(words, above) == pageOf(words, below),
                         qPrintable(QStringLiteral("%1 lines: %2").arg(lines).arg(QLatin1StringView(above))));
            QCOMPARE(std::ranges::count(words, QStringLiteral("caption-of"), &PrintedWord::text), 1);
            onSecond += pageOf(words, "Conditions");
        }
        QVERIFY2(onSecond > 0 && onSecond < 20, "no page ends near them");
    }

    void rowsAreNotParted()
    {
        const QString words = QStringLiteral(" word-%1").repeated(60);
        QList<QStringList> rows;
        for (int i = 0; i < 40; ++i)
            rows.append({QStringLiteral("row-%1").arg(i),
                         QString(words).replace(QStringLiteral("%1"), QString::number(i))});
        report::Paper paper;
        paper.text.opening = QStringLiteral("### A headline\n\n");
        paper.text.details = report::markdownTable({{QStringLiteral("What")}, {QStringLiteral("How")}}, rows);
        QMap<QString, int> pages;
        int found = 0;
        for (const PrintedWord &word : wordsOfPdf(written(paper))) {
            if (!word.text.startsWith(QLatin1StringView("word-")))
                continue;
            ++found;
            QCOMPARE(pages.value(word.text, word.page), word.page);
            pages[word.text] = word.page;
        }
        QCOMPARE(found, 40 * 60);
        QVERIFY(pages.value(QStringLiteral("word-39")) > 1);
    }

    /// Higher than a page: there is no other way.
    void aRowHigherThanAPageIsWhole()
    {
        report::Paper paper;
        paper.text.details
            = report::markdownTable({{QStringLiteral("What")}, {QStringLiteral("How")}},
                                    {{QStringLiteral("row"), QStringLiteral(" word").repeated(3000)}});
        const QString text = textOfPdf(written(paper));
        QVERIFY2(text.count(QStringLiteral("word")) >= 3000,
                 qPrintable(QString::number(text.count(QStringLiteral("word")))));
    }

    /// One over several pages has each of its words once.
    void paragraphsGoOn()
    {
        report::Paper paper;
        for (int i = 0; i < 2500; ++i)
            paper.text.details += QStringLiteral("word-%1 ").arg(i);
        QStringList words, expected = paper.text.details.split(u' ', Qt::SkipEmptyParts);
        int page = 0;
        for (const PrintedWord &word : wordsOfPdf(written(paper))) {
            if (word.text.startsWith(QLatin1StringView("word-")))
                words += word.text;
            page = word.page;
        }
        QVERIFY(page > 0);
        QCOMPARE(words, expected);
    }

    void columnsShareTheWidth()
    {
        const QString resource = QStringLiteral("process memory outside the heap, aborted");
        report::Paper paper;
        paper.text.details = report::markdownTable(
            {{QStringLiteral("Resource, per upload")},
             {QStringLiteral("Before"), report::Cells::Numbers},
             {QStringLiteral("After"), report::Cells::Numbers},
             {QStringLiteral("Difference (98 % interval)"), report::Cells::Numbers},
             {QStringLiteral("Change")}},
            {{resource, QStringLiteral("below 136 KiB"), QStringLiteral("below 128 KiB"),
              QStringLiteral("−2.95 KiB (−10.5 KiB to 7.05 KiB)"), QStringLiteral("= no difference")},
             {QStringLiteral("heap objects"), QStringLiteral("+0.89"), QStringLiteral("below 1.00"),
              QStringLiteral("−0.89 (−2.57 to 1.02)"),
              QStringLiteral(
                  "? unknown: inconclusive before: varies too much: only 1.75 per upload would be seen")}});
        std::set<qreal> lines;
        for (const PrintedWord &word : wordsOfPdf(written(paper))) {
            const bool isOfOther = word.text == QLatin1StringView("heap"); // "heap objects", below
            if (resource.contains(word.text) && !isOfOther && word.box.left() < word.paper.width() / 2)
                lines.insert(word.box.top());
        }
        QVERIFY2(!lines.empty() && lines.size() <= 2, qPrintable(QString::number(lines.size())));
    }

    /// A line too many for one page is no page of its own while charts can be a little smaller.
    void chartsGiveWay()
    {
        report::Paper paper = report::sessionPaper(sample::upload());
        paper.text = {QStringLiteral("### A headline\n\n"), {}, {}};
        const auto pages = [&](int lines) {
            paper.text.details = ofLines(lines, false).text.details;
            return wordsOfPdf(written(paper)).back().page + 1;
        };
        const auto chartWidth = [&](int lines) {
            paper.text.details = ofLines(lines, false).text.details;
            qreal right = 0;
            for (const PrintedWord &word : wordsOfPdf(written(paper))) {
                if (word.text == QLatin1StringView("heap"))
                    right = std::max(right, word.box.left());
            }
            return right;
        };
        int lines = 1;
        const qreal full = chartWidth(lines);
        while (lines < 40 && chartWidth(lines) == full && pages(lines) == 1)
            ++lines;
        QVERIFY2(chartWidth(lines) < full, "they never were smaller");
        QCOMPARE(pages(lines), 1);
    }

    void nothingIsMarkup()
    {
        const QString text = textOfPdf(written(report::sessionPaper(sample::hostile())));
        QVERIFY2(text.contains(QStringLiteral("<script>")), qPrintable(text)); // as it was written
    }

    void emptyPaperIsAPage()
    {
        const QString text = textOfPdf(written({})).remove(u' ');
        QVERIFY2(text.contains(QStringLiteral("1/1")), qPrintable(text));
    }

    void brokenChartsTakeNoRoom()
    {
        report::Paper paper = report::sessionPaper(sample::watch());
        paper.charts = {{QStringLiteral("caption"), QByteArray("<svg")}};
        QVERIFY(textOfPdf(written(paper)).contains(QStringLiteral("caption")));
    }

    void otherThreadsDrawTheSame()
    {
        const report::Paper paper = report::sessionPaper(sample::upload());
        QByteArray drawn;
        const std::unique_ptr<QThread> thread(QThread::create([&] { drawn = ui::paper::toPdf(paper); }));
        thread->start();
        QVERIFY(thread->wait());
        QVERIFY(drawn.startsWith("%PDF-"));
        QCOMPARE(textOfPdf(kept(drawn)), textOfPdf(written(paper)));
    }

private:
    static report::Paper ofLines(int count, bool isTable)
    {
        QList<QStringList> rows;
        QString lines;
        for (int i = 1; i <= count; ++i) {
            const QString line = QStringLiteral("line-%1").arg(i);
            rows.append({line, QStringLiteral("as said")});
            lines += line + QStringLiteral("\n\n");
        }
        report::Paper paper;
        paper.text.opening = QStringLiteral("### A headline\n\n");
        paper.text.details = isTable
            ? report::markdownTable({{QStringLiteral("What")}, {QStringLiteral("How")}}, rows)
            : lines;
        return paper;
    }

    /// -1: not there.
    static int pageOf(const std::vector<PrintedWord> &words, const char *text)
    {
        const auto it = std::ranges::find(words, QLatin1StringView(text), &PrintedWord::text);
        return it == words.end() ? -1 : it->page;
    }

    /// The PDF as a file, whose name it gives.
    QString kept(const QByteArray &pdf)
    {
        const QString name = m_folder.filePath(QStringLiteral("%1.pdf").arg(++m_files));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            QTest::qFail("the PDF could not be kept", __FILE__, __LINE__);
        return name;
    }
    QString written(const report::Paper &paper) { return kept(ui::paper::toPdf(paper)); }

    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_MAIN(TestPaperPdf)
#include "tst_paperpdf.moc"
