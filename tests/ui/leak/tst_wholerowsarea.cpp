// SPDX-License-Identifier: GPL-3.0-or-later
// The verdict card with less room than it wants: it ends with a whole row, leaves no strip empty, and scrolls to the rest.
#include "tests/ui/leak/checkexamples.h"
#include "ui/common/theme.h"
#include "ui/common/wholerowsarea.h"
#include "ui/leak/leakpage.h"

#include <QLabel>
#include <QScrollBar>
#include <QTest>

using namespace ui;
using experiment::CheckResult;

namespace {
using Example = CheckResult (*)();
/// A row of the table and the gap above it.
constexpr int tallestRow = 40;
/// Of a page with room for all of its set-up: below that the page scrolls, and not the card.
constexpr int lowest = 400;
} // namespace

Q_DECLARE_METATYPE(Example)

class TestWholeRowsArea : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }

    void endsWithAWholeRow_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<Example>("example");
        for (int height = lowest; height < 650; height += 17) {
            QTest::addRow("stable, %d high", height) << height << Example(&examples::stable);
            QTest::addRow("leaks, %d high", height) << height << Example(&examples::leaking);
            QTest::addRow("inconclusive, %d high", height) << height << Example(&examples::noisy);
        }
    }

    void endsWithAWholeRow()
    {
        QFETCH(int, height);
        QFETCH(Example, example);
        show(QSize(1100, height), example());
        QStringList cut;
        const bool isWhole = QTest::qWaitFor(
            [&] {
                cut = cutRows();
                return cut.isEmpty() && emptyStrip() <= tallestRow;
            },
            1000);
        QVERIFY2(isWhole,
                 qPrintable(QStringLiteral("%1 empty; cut: %2").arg(emptyStrip()).arg(cut.join(u'\n'))));
    }

    /// Long notes are what stood below the fold, and left all their height empty.
    void longNotesBeginAboveTheFold()
    {
        CheckResult result = examples::leaking();
        result.profileError = {base::ErrorKind::Malformed, QStringLiteral("word ").repeated(80), 0, {}};
        result.guilt.reset();
        show(QSize(1100, lowest), result);
        QTRY_VERIFY2(emptyStrip() <= tallestRow, qPrintable(QString::number(emptyStrip())));
        QVERIFY(area().verticalScrollBar()->maximum() > 0);
    }

    void theRestIsScrolledTo()
    {
        show(QSize(1100, lowest), examples::leaking());
        QTRY_VERIFY(area().verticalScrollBar()->maximum() > 0);
        area().verticalScrollBar()->setValue(area().verticalScrollBar()->maximum());
        const QLabel *last = labels().constLast();
        for (const QLabel *label : labels()) {
            if (endOf(*label) > endOf(*last))
                last = label;
        }
        QVERIFY(endOf(*last) <= area().viewport()->height());
    }

    void whileItScrollsItAsksForNoMoreThanItHasTo()
    {
        show(QSize(1100, lowest), examples::leaking());
        QCOMPARE(area().sizeHint().height(), area().minimumSizeHint().height());
    }

    void nothingIsLeftEmptyWhereAllFits()
    {
        show(QSize(1100, 900), examples::stable());
        QTRY_COMPARE(emptyStrip(), 0);
        QCOMPARE(area().verticalScrollBar()->maximum(), 0);
    }

    void theCardGrowsWhereThePageScrolls_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("three columns, low") << 1100;
        QTest::newRow("two columns") << 728; // The window's minimum.
        QTest::newRow("one column") << 360;
    }

    void theCardGrowsWhereThePageScrolls()
    {
        QFETCH(int, width);
        show(QSize(width, 300), examples::noisy());
        m_page->setServer(QUrl(QStringLiteral("http://other.example/"))); // Whose it is takes room, too.
        QTRY_COMPARE(emptyStrip(), 0);
        QTRY_COMPARE(area().verticalScrollBar()->maximum(), 0);
    }

private:
    void show(const QSize &size, const CheckResult &result)
    {
        m_page = std::make_unique<LeakPage>();
        m_page->resize(size);
        m_page->setServer(result.plan.uploads.target.endpoint.url);
        m_page->show();
        m_page->showResult(result);
        QCoreApplication::processEvents();
    }

    [[nodiscard]] WholeRowsArea &area() const { return *m_page->findChild<WholeRowsArea *>(); }
    [[nodiscard]] int emptyStrip() const
    {
        return area().contentsRect().height() - area().viewport()->height();
    }

    [[nodiscard]] QList<QLabel *> labels() const
    {
        QList<QLabel *> visible;
        for (QLabel *label : area().widget()->findChildren<QLabel *>()) {
            if (label->isVisible())
                visible.append(label);
        }
        return visible;
    }

    [[nodiscard]] int topOf(const QLabel &label) const
    {
        return label.mapTo(area().viewport(), QPoint(0, 0)).y();
    }
    [[nodiscard]] int endOf(const QLabel &label) const { return topOf(label) + label.height(); }

    /// What the lower edge goes through: one-line texts anywhere, wrapped ones elsewhere than between two lines.
    [[nodiscard]] QStringList cutRows() const
    {
        QStringList cut;
        const int end = area().viewport()->height();
        for (const QLabel *label : labels()) {
            if (topOf(*label) >= end || endOf(*label) <= end)
                continue;
            const double lines
                = (end - topOf(*label)) / std::ceil(QFontMetricsF(label->font()).lineSpacing());
            if (!label->wordWrap() || std::abs(lines - std::round(lines)) > 0.15)
                cut.append(label->text());
        }
        return cut;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<LeakPage> m_page;
};

QTEST_MAIN(TestWholeRowsArea)
#include "tst_wholerowsarea.moc"
