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
