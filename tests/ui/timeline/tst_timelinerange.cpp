// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/timeline/ink.h"
#include "tests/ui/timeline/panelfixture.h"
#include "ui/common/theme.h"
#include "ui/timeline/tile.h"
#include "ui/timeline/timelineactions.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cmath>

using base::TimeRange;
using ui::ChartFrame;

namespace {

/// Seconds since the scenario began.
QString printed(const std::optional<TimeRange> &range)
{
    const auto second
        = [](qint64 ms) { return QString::number(std::lround(double(ms - scenario::start) / 1000)); };
    return range ? second(range->fromMs) + QStringLiteral("..") + second(range->toMs)
                 : QStringLiteral("none");
}

} // namespace

/// A range of time on the timeline: how it is selected, seen, heard and cleared, and what the tiles say of it.
class TestTimelineRange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp, ui::ThemeMode::Light); }

    void shiftAndDraggingSelect_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("expected");
        QTest::newRow("to the right") << 60 << 150 << QStringLiteral("60..150");
        QTest::newRow("to the left") << 150 << 60 << QStringLiteral("60..150");
        QTest::newRow("beyond the present") << 250 << 340 << QStringLiteral("250..300");
    }

    void shiftAndDraggingSelect()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        const PanelFixture f;
        const QSignalSpy changed(&f.selection, &ui::TimeSelection::changed);
        const QSignalSpy clicked(&f.panel, &ui::TimelinePanel::bandClicked);
        f.selectSeconds(from, to);
        QTEST(printed(f.selection.range()), "expected");
        QCOMPARE(changed.size(), 1); // what keeps to it is not asked for each pixel
        QCOMPARE(clicked.size(), 0);
        QVERIFY(f.window.isFollowing());
    }

    void aTremblingClickSelectsNothing()
    {
        const PanelFixture f;
        f.selectSeconds(60, 150);
        f.mouse(QEvent::MouseButtonPress, {f.x(200), 60}, Qt::LeftButton, Qt::ShiftModifier);
        f.mouse(QEvent::MouseMove, {f.x(200) + 2, 60}, Qt::LeftButton, Qt::ShiftModifier);
        f.mouse(QEvent::MouseButtonRelease, {f.x(200) + 2, 60}, Qt::LeftButton, Qt::ShiftModifier);
        QCOMPARE(printed(f.selection.range()), QStringLiteral("60..150"));
        QVERIFY(f.frame().span);
        QVERIFY(std::abs(f.frame().span->left - f.x(60)) <= 1);
    }

    void itIsSeenWhileItIsDragged()
    {
        const PanelFixture f;
        f.mouse(QEvent::MouseButtonPress, {f.x(60), 60}, Qt::LeftButton, Qt::ShiftModifier);
        f.mouse(QEvent::MouseMove, {f.x(120), 60}, Qt::LeftButton, Qt::ShiftModifier);
        QVERIFY(!f.selection.range());
        QVERIFY(f.frame().span);
        QCOMPARE(f.frame().span->duration, QStringLiteral("1:00 min"));
        QTest::keyClick(f.view, Qt::Key_Escape);
        QVERIFY(!f.frame().span);
        f.mouse(QEvent::MouseButtonRelease, {f.x(120), 60}, Qt::LeftButton, Qt::ShiftModifier);
        QVERIFY(!f.selection.range());
    }

    void spanIsDrawnOverAllPanels()
    {
        const PanelFixture f;
        const QImage before = f.picture();
        f.selectSeconds(52, 70); // where nothing ran
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(f.view->viewport(), &leave);
        const QImage after = f.picture();
        const QColor tinted = ink::blended(ui::spanColor(ui::lightColors()), ui::lightColors().surface);
        for (const ChartFrame::Panel &panel : f.frame().panels) {
            const int y = static_cast<int>(panel.area.top()) + 3;
            QVERIFY(ink::isLike(after.pixelColor(static_cast<int>(f.x(61)), y), tinted, 8));
            QVERIFY(ink::isLike(after.pixelColor(static_cast<int>(f.x(71)) + 2, y),
                                before.pixelColor(static_cast<int>(f.x(71)) + 2, y), 2));
        }
        QVERIFY(!ink::isLike(tinted, ui::lightColors().surface, 8));
        QVERIFY(!ink::isLike(tinted, ink::blended(ui::lightColors().band, ui::lightColors().surface), 8));
    }

    void spanBeyondThePictureHasNoEdgeThere()
    {
        PanelFixture f;
        f.selection.select(scenario::start + 60'000, scenario::start + 280'000);
        f.window.setSpan(60'000);
        f.redraw();
        QVERIFY(f.frame().span);
        QVERIFY(!f.frame().span->hasLeftEdge);
        QVERIFY(f.frame().span->hasRightEdge);
        QCOMPARE(f.frame().span->left, f.frame().time.left);
        QCOMPARE(f.frame().span->duration, QStringLiteral("3:40 min"));
        f.selection.select(scenario::start + 60'000, scenario::start + 100'000);
        QVERIFY(!f.frame().span);
    }

    void keysSelect_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("expected");
        QTest::newRow("back from the present")
            << QStringLiteral("Shift+Left Shift+Left") << QStringLiteral("290..300");
        QTest::newRow("and forth") << QStringLiteral("Shift+Left Shift+Left Shift+Right")
                                   << QStringLiteral("295..300");
        QTest::newRow("to nothing") << QStringLiteral("Shift+Left Shift+Right") << QStringLiteral("none");
        QTest::newRow("from the cross-hair")
            << QStringLiteral("Ctrl+Left Ctrl+Left Shift+Left Shift+Left") << QStringLiteral("280..290");
        QTest::newRow("beyond where it began")
            << QStringLiteral("Ctrl+Left Ctrl+Left Shift+Left Shift+Right Shift+Right")
            << QStringLiteral("290..295");
        QTest::newRow("to the picture's edge") << QStringLiteral("Shift+Home") << QStringLiteral("0..300");
        QTest::newRow("not before there was anything")
            << QStringLiteral("Shift+Home Shift+Left") << QStringLiteral("0..300");
        QTest::newRow("cleared") << QStringLiteral("Shift+Left Esc") << QStringLiteral("none");
        QTest::newRow("anew from the cross-hair")
            << QStringLiteral("Shift+Left Shift+Left Esc Shift+Left") << QStringLiteral("285..290");
    }

    void keysSelect()
    {
        QFETCH(QString, keys);
        const PanelFixture f;
        for (const QString &key : keys.split(QLatin1Char(' '))) {
            const QKeyCombination combination = QKeySequence(key)[0];
            QTest::keyClick(f.view, combination.key(), combination.keyboardModifiers());
        }
        QTEST(printed(f.selection.range()), "expected");
        QVERIFY(f.view->cursorMs());
        QVERIFY(f.window.isFollowing());
    }

    void keysBringWhatTheySelectIntoThePicture()
    {
        PanelFixture f;
        f.window.setSpan(60'000);
        f.redraw();
        for (int i = 0; i < 80; ++i)
            QTest::keyClick(f.view, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(printed(f.selection.range()), QStringLiteral("220..300"));
        QVERIFY(f.window.fromMs() <= f.selection.range()->fromMs);
        QVERIFY(f.view->cursorMs());
        QVERIFY(qAbs(*f.view->cursorMs() - f.selection.range()->fromMs) < 500);
    }

    void keysGoOnFromWhatTheMouseSelected()
    {
        const PanelFixture f;
        f.selectSeconds(150, 60);
        QTest::keyClick(f.view, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(printed(f.selection.range()), QStringLiteral("55..150"));
    }

    void crossHairOfKeysGoesWithTheFocus()
    {
        PanelFixture f;
        f.panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&f.panel));
        f.view->setFocus();
        QTest::keyClick(f.view, Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(f.view->cursorMs());
        f.button(QStringLiteral("1 m"))->setFocus();
        QVERIFY(!f.view->cursorMs());
    }

    void pillSaysHowLongAndClears()
    {
        PanelFixture f;
        const auto pill = [&f] { return f.button(QStringLiteral("1:30 min ×")); };
        QVERIFY(!pill());
        f.selectSeconds(60, 150);
        QVERIFY(pill());
        QVERIFY(pill()->isVisible());
        QVERIFY(pill()->toolTip().contains(QStringLiteral("Esc")));
        QCOMPARE(pill()->accessibleName(), QStringLiteral("Clear the selected time, 1:30 min"));
        QToolButton *const button = pill();
        button->setFocus();
        button->click();
        QVERIFY(!f.selection.range());
        QVERIFY(!button->isVisible());
        QVERIFY(!f.frame().span);
    }

    void actionClears()
    {
        const PanelFixture f;
        QAction &clear = *f.panel.actions().clearRange;
        QVERIFY(!clear.isEnabled());
        f.selectSeconds(60, 150);
        QVERIFY(clear.isEnabled());
        clear.trigger();
        QVERIFY(!f.selection.range());
        QVERIFY(!clear.isEnabled());
    }

    void anotherServerClears()
    {
        PanelFixture f;
        f.selectSeconds(60, 150);
        f.panel.clear();
        QVERIFY(!f.selection.range());
    }

    void rangeIsSpoken()
    {
        const PanelFixture f;
        f.selectSeconds(60, 150);
        const ui::RangeText text = ui::rangeText(*f.selection.range());
        const QString spoken = QAccessible::queryAccessibleInterface(f.view)->text(QAccessible::Description);
        QVERIFY2(spoken.startsWith(QStringLiteral("Selected: %1 to %2, 1:30 min").arg(text.from, text.to)),
                 qPrintable(spoken));
    }

    void tilesAreOfTheRange()
    {
        PanelFixture f;
        const QList<ui::Tile *> tiles = f.panel.findChildren<ui::Tile *>();
        const QString live = tiles[3]->text().value;
        // From 72 on one upload a second; the last one to end in it does so after its last reading.
        f.selection.select(scenario::start + 52'000, scenario::start + 90'000);
        QCoreApplication::sendPostedEvents();
        const ui::TileText heap = tiles[0]->text();
        QVERIFY2(heap.title.startsWith(QStringLiteral("Heap live at ")), qPrintable(heap.title));
        QVERIFY2(heap.details.first().startsWith(QLatin1Char('+')), qPrintable(heap.details.first()));
        QVERIFY2(heap.details.first().endsWith(QStringLiteral("per upload")),
                 qPrintable(heap.details.first()));
        QVERIFY2(heap.tip.contains(QStringLiteral("\n17 upload")), qPrintable(heap.tip));
        QVERIFY(tiles[2]->text().value != QStringLiteral("7")); // goroutines while uploads ran
        QVERIFY2(tiles[4]->text().details.last().contains(QStringLiteral("cycles in it")),
                 qPrintable(tiles[4]->text().details.last()));
        QTest::keyClick(f.view, Qt::Key_Escape);
        QCOMPARE(tiles[3]->text().value, live);
        QCOMPARE(tiles[0]->text().title, QStringLiteral("Heap live"));
    }

    void tilesOfAHoleSayNothing()
    {
        scenario::Options options;
        options.gaps = {{112, 122}};
        const PanelFixture f(options);
        f.selectSeconds(113, 120);
        const ui::Tile *heap = f.panel.findChildren<ui::Tile *>()[0];
        QCOMPARE(heap->text().value, QStringLiteral("—"));
        QCOMPARE(heap->text().details.first(), QStringLiteral("no reading then"));
    }

    void tilesOfTwoProcessesCompareNothing()
    {
        scenario::Options options;
        options.marks = {{scenario::start + 80'000, session::MarkKind::Restarted, QString()}};
        const PanelFixture f(options);
        f.selectSeconds(60, 100);
        QCOMPARE(f.panel.findChildren<ui::Tile *>()[0]->text().details.first(),
                 QStringLiteral("the server restarted in it"));
    }

    void tilesAreNotCut()
    {
        for (const int width : {820, 1000, 1100, 1168, 1200, 1680}) {
            PanelFixture f({}, {width, 420});
            f.selection.select(scenario::start + 52'000, scenario::start + 290'000);
            QCoreApplication::sendPostedEvents();
            for (const ui::Tile *tile : f.panel.findChildren<ui::Tile *>()) {
                QVERIFY2(tile->text().details.contains(tile->shownDetail()),
                         qPrintable(QStringLiteral("%1 at %2").arg(tile->shownDetail()).arg(width)));
                QVERIFY(tile->geometry().right() <= width - 16);
            }
        }
    }

private:
    std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(TestTimelineRange)
#include "tst_timelinerange.moc"
