// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/timeline/ink.h"
#include "tests/ui/timeline/panelfixture.h"
#include "ui/common/theme.h"
#include "ui/timeline/readingmodel.h"
#include "ui/timeline/readingtable.h"
#include "ui/timeline/timelineactions.h"
#include "ui/timeline/timelinedata.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <cmath>

using metrics::Role;
using session::MarkKind;
using ui::ReadingModel;
using ui::ReadingRow;
using ui::ReadingRows;
using ui::ReadingValue;
using ui::TimelineData;

namespace {

constexpr double mib = 1024.0 * 1024;
constexpr qint64 start = scenario::start;

/// `second` and a heap in MiB; NaN: the scrape was missed.
void addTick(TimelineData &timeline, double second, double heap,
             const QString &reason = QStringLiteral("connection refused"))
{
    session::ScrapeTick tick;
    tick.timeMs = start + std::llround(second * 1000);
    tick.ok = !std::isnan(heap);
    tick.reading.timeMs = tick.timeMs;
    tick.reading.set(Role::HeapLive, heap * mib);
    tick.reading.set(Role::Threads, 9);
    if (!tick.ok)
        tick.reason = reason;
    timeline.addTick(tick);
}

constexpr double missed = std::numeric_limits<double>::quiet_NaN();

/// "3 12.00 9 | 2 no reading: … | …": seconds, heap, threads or remark, newest first.
QString printed(const std::vector<ReadingRow> &rows)
{
    QStringList lines;
    for (const ReadingRow &row : rows) {
        QStringList words{QString::number((row.timeMs - start) / 1000)};
        if (!row.isGap)
            words << QString::number(row.value(ReadingValue::Heap) / mib)
                  << QString::number(row.value(ReadingValue::Threads));
        if (!row.remark.isEmpty())
            words << row.remark;
        lines << words.join(QLatin1Char(' '));
    }
    return lines.join(QStringLiteral(" | "));
}

ReadingRows rowsOf(const TimelineData &timeline, int from, int to, size_t most = 100)
{
    return readingRows(timeline, {start + from * 1000LL, start + to * 1000LL}, most);
}

} // namespace

/// The timeline as numbers in a table.
class TestReadingTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp, ui::ThemeMode::Light); }

    void rowsAreNewestFirst()
    {
        TimelineData timeline;
        for (int second = 0; second < 5; ++second)
            addTick(timeline, second, 10 + second);
        QCOMPARE(printed(rowsOf(timeline, 1, 3).rows), QStringLiteral("3 13 9 | 2 12 9 | 1 11 9"));
        QVERIFY(rowsOf(timeline, 50, 60).rows.empty());
        const ReadingRows two = rowsOf(timeline, 0, 10, 2);
        QCOMPARE(printed(two.rows), QStringLiteral("4 14 9 | 3 13 9"));
        QCOMPARE(two.leftOut, 3);
    }

    void holesSayWhy()
    {
        TimelineData timeline;
        addTick(timeline, 0, 10);
        addTick(timeline, 1, missed);
        addTick(timeline, 2, missed);
        addTick(timeline, 3, 12);
        addTick(timeline, 4, missed, QStringLiteral("no answer in time"));
        QCOMPARE(printed(rowsOf(timeline, 0, 9).rows),
                 QStringLiteral(
                     "4 no reading: no answer in time | 3 12 9 | 1 no reading: connection refused | 0 10 9"));
    }

    void marksStandAtTheirMoments()
    {
        TimelineData timeline;
        for (int second = 0; second < 3; ++second)
            addTick(timeline, second, 10);
        timeline.addMark({start + 1'400, MarkKind::Note, QStringLiteral("before\tthe fix")});
        timeline.addMark({start + 1'600, MarkKind::Restarted, {}});
        QCOMPARE(printed(rowsOf(timeline, 0, 9).rows),
                 QStringLiteral("2 10 9 | 1 10 9 before\tthe fix; The server restarted | 0 10 9"));
    }

    void activityIsBesideReadings()
    {
        TimelineData timeline;
        for (int second = 0; second < 8; ++second) {
            if (second == 2 || second == 3)
                timeline.addActivity({start + second * 1000LL, 100 * mib, 4});
            if (second == 4)
                timeline.addActivity({start + second * 1000LL, 0, 0});
            addTick(timeline, second + 0.01, 10);
        }
        QStringList rates;
        for (const ReadingRow &row : rowsOf(timeline, 0, 9).rows)
            rates << QString::number(row.value(ReadingValue::Rate) / mib) + u'/'
                    + QString::number(row.value(ReadingValue::InFlight));
        QCOMPARE(rates.join(u' '), QStringLiteral("0/0 0/0 0/0 0/0 100/4 100/4 0/0 0/0"));
    }

    void activityAloneHasRowsToo()
    {
        TimelineData timeline;
        timeline.addActivity({start + 1000, 100 * mib, 4});
        timeline.addActivity({start + 2000, 0, 0});
        const ReadingRows rows = rowsOf(timeline, 0, 9);
        QCOMPARE(rows.rows.size(), size_t{2});
        QVERIFY(!rows.rows[0].isGap);
        QCOMPARE(rows.rows[1].value(ReadingValue::InFlight), 4.0);
    }

    void modelKeepsItsPlaceWhileRowsComeAndGo()
    {
        TimelineData timeline;
        ReadingModel model;
        const QAbstractItemModelTester tester(&model);
        for (int second = 0; second < 10; ++second)
            addTick(timeline, second, 10 + second);
        model.setRows(rowsOf(timeline, 0, 9).rows);
        const QPersistentModelIndex seven = model.index(2, 1);
        QCOMPARE(seven.data().toString(), QStringLiteral("17.00"));
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        for (int second = 10; second < 15; ++second)
            addTick(timeline, second, second == 12 ? missed : 10 + second);
        model.setRows(rowsOf(timeline, 5, 14).rows);
        QCOMPARE(reset.size(), 0);
        QVERIFY(seven.isValid());
        QCOMPARE(seven.row(), 7);
        QCOMPARE(seven.data().toString(), QStringLiteral("17.00"));
        QCOMPARE(model.rowCount(), 10);
        // A note on a row that is there already.
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        timeline.addMark({start + 7'100, MarkKind::Note, QStringLiteral("here")});
        model.setRows(rowsOf(timeline, 5, 14).rows);
        QCOMPARE(changed.size(), 1);
        // Back in time: all are other ones.
        model.setRows(rowsOf(timeline, 0, 3).rows);
        QCOMPARE(model.rowCount(), 4);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void cellsAreReadAndSpoken()
    {
        TimelineData timeline;
        addTick(timeline, 0, 10.5);
        addTick(timeline, 1, missed);
        ReadingModel model;
        model.setRows(rowsOf(timeline, 0, 9).rows);
        QStringList headers;
        for (int column = 0; column < model.columnCount(); ++column)
            headers << model.headerData(column, Qt::Horizontal).toString();
        QCOMPARE(
            headers.join(QStringLiteral(", ")),
            QStringLiteral("Time, Heap (MiB), RSS (MiB), Goroutines, Threads, Descriptors, Rate (MiB/s), In "
                           "flight, Remarks"));
        QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("10.50"));
        QCOMPARE(model.index(1, 4).data().toString(), QStringLiteral("9"));
        QCOMPARE(model.index(1, 3).data().toString(), QStringLiteral("—"));
        QCOMPARE(model.index(1, 3).data(Qt::AccessibleTextRole).toString(), QStringLiteral("not reported"));
        QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("no reading: connection refused"));
        QCOMPARE(model.index(0, ReadingModel::Remark).data().toString(),
                 QStringLiteral("no reading: connection refused"));
    }

    void textIsTabSeparated()
    {
        TimelineData timeline;
        addTick(timeline, 0, 10.5);
        timeline.addMark({start + 100, MarkKind::Note, QStringLiteral("a\tb\nc")});
        ReadingModel model;
        model.setRows(rowsOf(timeline, 0, 9).rows);
        const QStringList lines = model.asText({0}).split(u'\n');
        QCOMPARE(lines.size(), 3); // headers, one row, and the end of its line
        QVERIFY(lines[0].startsWith(QStringLiteral("Time\tHeap (MiB)\t")));
        const QStringList cells = lines[1].split(u'\t');
        QCOMPARE(cells.size(), int(ReadingModel::ColumnCount));
        QCOMPARE(cells[1], QStringLiteral("10.50"));
        QCOMPARE(cells[2], QString());
        QCOMPARE(cells.last(), QStringLiteral("a b c"));
    }

    void keySwapsChartsAndTable()
    {
        PanelFixture f;
        f.panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&f.panel));
        f.view->setFocus();
        QTest::keySequence(f.view, QKeySequence(QStringLiteral("Ctrl+Alt+R")));
        auto *table = f.panel.findChild<ui::ReadingTable *>();
        QVERIFY(table->isVisible());
        QVERIFY(!f.view->isVisible());
        QVERIFY(table->view().hasFocus());
        QCOMPARE(table->view().model()->rowCount(), 301 - 0);
        const QString spoken = QAccessible::queryAccessibleInterface(table->findChild<QTableView *>())
                                   ->text(QAccessible::Description);
        QVERIFY2(spoken.contains(QStringLiteral("newest first: 301 row")), qPrintable(spoken));
        const int drawn = f.view->refreshes();
        f.window.pan(-60'000);
        QTRY_VERIFY(table->view().model()->rowCount() < 301);
        QCOMPARE(f.view->refreshes(), drawn); // and charts that nobody sees are not drawn
        f.panel.actions().asTable->trigger();
        QVERIFY(f.view->isVisible());
        QVERIFY(f.view->hasFocus());
        QCOMPARE(f.frame().time.ms(f.frame().time.right()) / 1000, f.window.toMs() / 1000);
    }

    void tableIsCopiedByKey()
    {
        PanelFixture f;
        f.panel.actions().asTable->trigger();
        f.panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&f.panel));
        auto *view = f.panel.findChild<QTableView *>();
        view->setFocus();
        view->selectRow(2);
        QTest::keySequence(view, QKeySequence(QKeySequence::Copy));
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 2);
        view->clearSelection();
        f.panel.actions().copy->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 302);
        QTest::keyClick(view, Qt::Key_Tab); // and nobody is caught in it
        QVERIFY(!view->hasFocus());
    }

    void chartsAreCopiedAsAPicture()
    {
        PanelFixture f;
        f.hover(f.x(90));
        f.panel.actions().copy->trigger();
        const QImage image = QGuiApplication::clipboard()->image();
        QVERIFY(image.width() > f.view->width());
        QVERIFY(image.height() > f.view->height());
        const auto has = [&image](const QColor &color) {
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (ink::isLike(image.pixelColor(x, y), color))
                        return true;
                }
            }
            return false;
        };
        QVERIFY(has(ui::lightColors().heap));
        QVERIFY(has(ui::lightColors().rss));
    }

    void emptyTableSaysSo()
    {
        ui::TimeWindow window;
        ui::TimeSelection selection;
        ui::TimelinePanel panel(window, selection);
        panel.actions().asTable->trigger();
        panel.show();
        const auto *table = panel.findChild<ui::ReadingTable *>();
        const QString caption = table->findChild<QLabel *>()->text();
        QVERIFY2(caption.startsWith(QStringLiteral("Nothing is known")), qPrintable(caption));
    }

    void escClearsTheRangeFromTheTableToo()
    {
        PanelFixture f;
        f.selectSeconds(60, 150);
        f.panel.actions().asTable->trigger();
        QTest::keyClick(f.panel.findChild<QTableView *>(), Qt::Key_Escape);
        QVERIFY(!f.selection.range());
    }

private:
    std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(TestReadingTable)
#include "tst_readingtable.moc"
