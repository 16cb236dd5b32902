// SPDX-License-Identifier: GPL-3.0-or-later
// What PDFs are made of: charts without style sheets, and the way to the program that draws them.
#include "core/report/paper.h"
#include "core/report/papersvg.h"
#include "core/report/report.h"
#include "tests/report/samplesnapshot.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace report;

class TestPaper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAreAttributes()
    {
        const QByteArray svg = paperSvg(
            "<svg viewBox='0 0 10 10' role='img' aria-label='x'><text class='title' x='1' y='2'>Memory</text>"
            "<text class='tick end' x='1' y='2'>5</text><path class='line heap' d='M0 0L1 1'/>"
            "<g class='mark restarted'><path class='flag' d='M0 0'/></g></svg>");
        QVERIFY2(svg.startsWith("<svg viewBox=\"0 0 10 10\" xmlns=\"http://www.w3.org/2000/svg\">"),
                 svg.constData());
        QVERIFY2(svg.contains("font-weight=\"600\" text-anchor=\"start\" fill=\"#1a1f26\">Memory</text>"),
                 svg.constData());
        QVERIFY2(svg.contains("text-anchor=\"end\" fill=\"#566170\">5</text>"), svg.constData());
        QVERIFY2(svg.contains("d=\"M0 0L1 1\" fill=\"none\" stroke=\"#0072b2\""), svg.constData());
        QVERIFY2(svg.contains("d=\"M0 0\" fill=\"#b83a06\""), svg.constData());
        QVERIFY2(!svg.contains("class=") && !svg.contains("role=") && !svg.contains("aria-"),
                 svg.constData());
    }

    void whatWaitsToBePointedAtIsLeftOut()
    {
        const QByteArray svg = paperSvg(
            "<svg><title>t</title><desc>d</desc><text class='hint'>point</text>"
            "<g class='column'><rect x='1'/><text>42 MiB</text></g><path class='base' d='M1 1'/></svg>");
        for (const char *gone : {"<title", "<desc", "point", "column", "42 MiB", "<rect"})
            QVERIFY2(!svg.contains(gone), gone);
        QVERIFY2(svg.contains("<path d=\"M1 1\""), svg.constData());
    }

    void clippedRectanglesAreCut()
    {
        const QByteArray svg
            = paperSvg("<svg><clipPath id='plots'><rect x='0' y='10' width='100' height='20'/>"
                       "<rect x='0' y='50' width='100' height='20'/></clipPath>"
                       "<g clip-path='url(#plots)'><rect class='band' x='40' y='0' width='80'"
                       " height='100'/></g></svg>");
        QCOMPARE(svg.count("<rect"), 2);
        QVERIFY2(svg.contains("x=\"40.0\" y=\"10.0\" width=\"60.0\" height=\"20.0\" fill=\"#e3f1f0\""),
                 svg.constData());
        QVERIFY2(svg.contains("x=\"40.0\" y=\"50.0\" width=\"60.0\" height=\"20.0\""), svg.constData());
        QVERIFY2(!svg.contains("clip"), svg.constData());
    }

    void brokenSvgIsNone() { QCOMPARE(paperSvg("<svg><path></svg>"), QByteArray()); }

    void sessionsHaveWordsChartsAndUploads()
    {
        const Paper paper = sessionPaper(sample::upload());
        QCOMPARE(paper.head.kind, QStringLiteral("Upload report"));
        QCOMPARE(paper.charts.size(), 1);
        QXmlStreamReader xml(paper.charts.first().svg);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(paper.text.opening.startsWith(QStringLiteral("### ")));
        QVERIFY2(paper.text.details.contains(QStringLiteral("| disk-image.iso | ")),
                 qPrintable(paper.text.details));
        const QString many = sessionPaper(sample::many(1000)).text.details;
        QVERIFY(many.contains(QStringLiteral("\n500 more are not listed here")));
    }

    void jsonBringsAllOfIt()
    {
        Paper paper = sessionPaper(sample::upload());
        paper.badges = {{Tone::Bad, QStringLiteral("leaks")}, {Tone::Same, QStringLiteral("no difference")}};
        const base::Result<Paper> read = paperFromJson(paperToJson(paper));
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
        QCOMPARE(paperToJson(*read), paperToJson(paper));
        QCOMPARE(read->badges, paper.badges);
        QCOMPARE(read->head.startedAtMs, paper.head.startedAtMs);
        QCOMPARE(read->charts.first().svg, paper.charts.first().svg);
        QCOMPARE(read->text.conditions, paper.text.conditions);
    }

    void whatIsNoPaperIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("another report") << QByteArray(R"({"schema":"tidemark.check/1"})");
        QTest::newRow("wrong type") << QByteArray(R"({"schema":"tidemark.paper/1","details":1})");
        QTest::newRow("wrong chart") << QByteArray(R"({"schema":"tidemark.paper/1","charts":[7]})");
    }

    void whatIsNoPaperIsRefused()
    {
        QFETCH(const QByteArray, json);
        const base::Result<Paper> read = paperFromJson(json);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().kind, base::ErrorKind::Malformed);
    }
};

QTEST_APPLESS_MAIN(TestPaper)
#include "tst_paper.moc"
