// SPDX-License-Identifier: GPL-3.0-or-later
// Where pages end and how wide columns are, on numbers alone.
#include "ui/paper/paperbreaks.h"
#include "ui/paper/papercolumns.h"

#include <QTest>

#include <numeric>

using ui::paper::ColumnNeed;
using ui::paper::PaperPage;
using ui::paper::Piece;

namespace {

/// One piece a word, each ten high: "h" stays with the next, "r" is a row whose table's head is the span from 0 to 10.
std::vector<Piece> pieces(const QString &text)
{
    std::vector<Piece> all;
    for (const QString &word : text.split(u' ')) {
        const qreal top = static_cast<qreal>(all.size()) * 10;
        Piece piece{.top = top, .bottom = top + 10, .staysWithNext = word.contains(u'h')};
        if (word.contains(u'r')) {
            piece.isInTable = true;
            piece.head = {0, 10};
        }
        all.push_back(piece);
    }
    return all;
}

/// "3 2" : three pieces on the first page, two on the second; "+" marks a page with its table's head again.
QString pagesText(const std::vector<PaperPage> &pages)
{
    QStringList words;
    for (const PaperPage &page : pages)
        words += QString::number(page.body.height() / 10)
            + (page.head.height() > 0 ? QStringLiteral("+") : QString());
    return words.join(u' ');
}

} // namespace

class TestPaperBreaks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qreal>("height");
        QTest::addColumn<QString>("pages");
        QTest::newRow("all fits") << "l l l l" << 40.0 << "4";
        QTest::newRow("full pages first") << "l l l l l l" << 40.0 << "4 2";
        QTest::newRow("a heading goes with its text") << "l l l h l l" << 40.0 << "3 3";
        QTest::newRow("so do several") << "l l h h l l l" << 40.0 << "2 4 1";
        QTest::newRow("a last page is not nearly empty")
            << "l l l l l l l l l l l l l l l l l l l l l" << 200.0 << "16 5";
        QTest::newRow("a table's head takes room again") << "h r r r r r" << 40.0 << "4 2+";
        QTest::newRow("headings without end are parted") << "h h h h h" << 30.0 << "3 2";
        QTest::newRow("what is higher than a page is alone") << "l l" << 5.0 << "1 1";
    }

    void pagesEnd()
    {
        QFETCH(const QString, text);
        QFETCH(const qreal, height);
        QTEST(pagesText(ui::paper::pagesOf(pieces(text), height)), "pages");
    }

    void nothingIsAPage() { QCOMPARE(ui::paper::pagesOf({}, 100).size(), std::size_t(1)); }

    void widthsAreShared_data()
    {
        QTest::addColumn<std::vector<ColumnNeed>>("needs");
        QTest::addColumn<std::vector<qreal>>("widths");
        using Needs = std::vector<ColumnNeed>;
        using Widths = std::vector<qreal>;
        QTest::newRow("room for all") << Needs{{10, 20, 20}, {10, 30, 30}} << Widths{40, 60};
        QTest::newRow("what is left is shared")
            << Needs{{10, 50, 50}, {10, 60, 60}, {40, 40, 40}} << Widths{30, 30, 40};
        QTest::newRow("the longer lines get more")
            << Needs{{10, 20, 20}, {10, 40, 40}, {60, 60, 60}} << Widths{15, 25, 60};
        QTest::newRow("one long line counts little")
            << Needs{{10, 90, 20}, {10, 90, 30}} << Widths{10 + 80 / 3.0, 10 + 160 / 3.0};
        QTest::newRow("endless lines leave some") << Needs{{10, 40, 40}, {10, 9000, 9000}} << Widths{40, 60};
        QTest::newRow("words are not broken") << Needs{{70, 90, 90}, {20, 90, 90}} << Widths{70, 30};
    }

    void widthsAreShared()
    {
        QFETCH(const std::vector<ColumnNeed>, needs);
        QFETCH(const std::vector<qreal>, widths);
        const std::vector<qreal> shared = ui::paper::sharedWidths(needs, 100);
        QCOMPARE(shared.size(), widths.size());
        for (std::size_t i = 0; i < widths.size(); ++i)
            QCOMPARE(shared[i], widths[i]);
        QCOMPARE(std::accumulate(shared.begin(), shared.end(), 0.0), 100.0);
    }
};

Q_DECLARE_METATYPE(std::vector<ColumnNeed>)
Q_DECLARE_METATYPE(std::vector<qreal>)

QTEST_GUILESS_MAIN(TestPaperBreaks)
#include "tst_paperbreaks.moc"
