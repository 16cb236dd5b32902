// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/timeline/ink.h"
#include "tests/ui/timeline/panelfixture.h"
#include "ui/common/theme.h"
#include "ui/timeline/tile.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

#include <cmath>

using ink::hasInk;
using ink::isLike;
using session::MarkKind;
using transfer::UploadId;
using ui::ChartFrame;
using ui::ThemeMode;

/// What a person does with the panel: by mouse, by keyboard, by ear.
class TestTimelinePanelInput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wheelZoomsAtTheCursor_data();
    void wheelZoomsAtTheCursor();
    void sidewaysWheelPans();
    void draggingMovesTheMomentWithTheHand();
    void doubleClickReturnsToLive();
    void keysMoveTheWindow_data();
    void keysMoveTheWindow();
    void rangeButtons_data();
    void rangeButtons();
    void allGrowsWithTheData();
    void crossHairReadsAllCharts();
    void crossHairInAGapReadsNothing();
    void clickOnABandTellsItsUploads();
    void enterAtTheCrossHairTellsTheBand();
    void clickBesideBandsTellsNothing();
    void flagsHaveTips();
    void alertsAreFlagsOfTheirPriority();
    void flagAsksForANote();
    void everyControlHasASpokenName();
    void numbersAreSpoken();
    void tabOrderFollowsTheEye();

private:
    std::unique_ptr<ui::Theme> m_theme;
};

void TestTimelinePanelInput::initTestCase()
{
    m_theme = std::make_unique<ui::Theme>(*qApp, ThemeMode::Light);
}

void TestTimelinePanelInput::wheelZoomsAtTheCursor_data()
{
    QTest::addColumn<int>("turn");
    QTest::addColumn<int>("second");
    QTest::newRow("in") << 120 << 150;
    QTest::newRow("in, near the left edge") << 120 << 5;
    QTest::newRow("three notches in") << 360 << 200;
    QTest::newRow("out of a detail") << -120 << 150;
}

void TestTimelinePanelInput::wheelZoomsAtTheCursor()
{
    QFETCH(int, turn);
    QFETCH(int, second);
    PanelFixture f;
    if (turn < 0) {
        f.window.zoom(0.25, scenario::start + second * 1000LL);
        f.redraw();
    }
    const double x = f.x(second);
    const qint64 before = f.frame().time.ms(x);
    const qint64 span = f.window.spanMs();
    f.wheel({x, 80}, {0, turn});
    QVERIFY(turn > 0 ? f.window.spanMs() < span : f.window.spanMs() > span);
    QTRY_VERIFY(qAbs(f.frame().time.x(before) - x) <= 2);
    QVERIFY(!f.window.isFollowing());
}

void TestTimelinePanelInput::sidewaysWheelPans()
{
    PanelFixture f;
    const qint64 span = f.window.spanMs();
    f.wheel({500, 80}, {240, 10});
    QCOMPARE(f.window.spanMs(), span);
    QVERIFY(!f.window.isFollowing());
    f.wheel({500, 80}, {-240, 10});
    QVERIFY(f.window.isFollowing());
}

void TestTimelinePanelInput::draggingMovesTheMomentWithTheHand()
{
    PanelFixture f;
    const QSignalSpy clicked(&f.panel, &ui::TimelinePanel::bandClicked);
    const double x = f.x(240);
    const qint64 moment = f.frame().time.ms(x);
    f.mouse(QEvent::MouseButtonPress, {x, 80});
    for (int dx = 0; dx <= 200; dx += 25)
        f.mouse(QEvent::MouseMove, {x + dx, 80});
    QTRY_VERIFY(qAbs(f.frame().time.x(moment) - (x + 200)) <= 2);
    f.mouse(QEvent::MouseButtonRelease, {x + 200, 80});
    QVERIFY(!f.window.isFollowing());
    QCOMPARE(clicked.size(), 0);
}

void TestTimelinePanelInput::doubleClickReturnsToLive()
{
    PanelFixture f;
    f.window.pan(-100'000);
    f.mouse(QEvent::MouseButtonDblClick, {500, 80});
    QVERIFY(f.window.isFollowing());
    QCOMPARE(f.window.toMs(), scenario::start + 300'003);
}

void TestTimelinePanelInput::keysMoveTheWindow_data()
{
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<QString>("expected"); // seconds since start
    QTest::newRow("closer") << QList<int>{Qt::Key_Plus} << QStringLiteral("60..300 live");
    QTest::newRow("closer, without shift") << QList<int>{Qt::Key_Equal} << QStringLiteral("60..300 live");
    QTest::newRow("farther") << QList<int>{Qt::Key_Minus} << QStringLiteral("-75..300 live");
    QTest::newRow("earlier") << QList<int>{Qt::Key_Left} << QStringLiteral("-75..225");
    QTest::newRow("earlier and back")
        << QList<int>{Qt::Key_Left, Qt::Key_Right} << QStringLiteral("0..300 live");
    QTest::newRow("closer keeps the middle")
        << QList<int>{Qt::Key_Left, Qt::Key_Plus} << QStringLiteral("-45..195");
    QTest::newRow("the beginning") << QList<int>{Qt::Key_Plus, Qt::Key_Home} << QStringLiteral("0..240");
    QTest::newRow("the end") << QList<int>{Qt::Key_Left, Qt::Key_End} << QStringLiteral("0..300 live");
    QTest::newRow("live") << QList<int>{Qt::Key_Left, Qt::Key_L} << QStringLiteral("0..300 live");
}

void TestTimelinePanelInput::keysMoveTheWindow()
{
    QFETCH(QList<int>, keys);
    PanelFixture f;
    for (const int key : keys)
        QTest::keyClick(f.view, static_cast<Qt::Key>(key));
    const auto seconds
        = [](qint64 ms) { return QString::number(std::lround(double(ms - scenario::start) / 1000)); };
    const QString text = seconds(f.window.fromMs()) + QStringLiteral("..") + seconds(f.window.toMs())
        + (f.window.isFollowing() ? QStringLiteral(" live") : QString());
    QTEST(text, "expected");
}

void TestTimelinePanelInput::rangeButtons_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("key");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("1 m") << QStringLiteral("1 m") << int(Qt::Key_1) << qint64{60};
    QTest::newRow("5 m") << QStringLiteral("5 m") << int(Qt::Key_2) << qint64{300};
    QTest::newRow("1 h") << QStringLiteral("1 h") << int(Qt::Key_3) << qint64{3600};
    QTest::newRow("24 h") << QStringLiteral("24 h") << int(Qt::Key_4) << qint64{86'400};
    QTest::newRow("all") << QStringLiteral("all") << int(Qt::Key_5) << qint64{300};
}

void TestTimelinePanelInput::rangeButtons()
{
    QFETCH(QString, text);
    QFETCH(int, key);
    QFETCH(qint64, seconds);
    PanelFixture f;
    QToolButton *const wanted = f.button(text);
    QVERIFY(wanted);
    f.window.setSpan(123'000);
    QVERIFY(!wanted->isChecked());
    wanted->click();
    QCOMPARE(f.window.spanMs() / 1000, seconds);
    QVERIFY(wanted->isChecked());
    QVERIFY(f.button(QStringLiteral("live"))->isChecked());
    // The same by keyboard, from the chart.
    f.window.setSpan(123'000);
    f.panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.panel));
    f.view->setFocus();
    QTest::keyClick(f.view, static_cast<Qt::Key>(key));
    QCOMPARE(f.window.spanMs() / 1000, seconds);
    // Zooming by hand leaves none pressed.
    f.window.zoom(0.7, f.window.toMs());
    QVERIFY(!wanted->isChecked());
}

void TestTimelinePanelInput::allGrowsWithTheData()
{
    PanelFixture f;
    f.button(QStringLiteral("all"))->click();
    session::ScrapeTick tick;
    tick.timeMs = scenario::start + 400'000;
    f.panel.addTick(tick);
    QCOMPARE(std::lround(static_cast<double>(f.window.spanMs()) / 1000), 400);
    QVERIFY(f.button(QStringLiteral("all"))->isChecked());
    f.window.pan(-50'000);
    tick.timeMs += 60'000;
    f.panel.addTick(tick);
    QCOMPARE(f.window.toMs(), scenario::start + 350'000); // looking back is not disturbed
}

void TestTimelinePanelInput::crossHairReadsAllCharts()
{
    const PanelFixture f;
    const auto texts = [&f] {
        QStringList list;
        for (const ChartFrame::Panel &panel : f.frame().panels) {
            for (const ui::Plot::Readout &readout : panel.readouts)
                list << readout.name + QLatin1Char(' ') + readout.text;
        }
        return list;
    };
    const QStringList live = texts();
    QVERIFY(live.contains(QStringLiteral("in flight 0")));
    QVERIFY(live.contains(QStringLiteral("goroutines 7")));
    f.hover(f.x(60)); // between two bursts
    QVERIFY(f.view->cursorMs().has_value());
    QVERIFY(qAbs(*f.view->cursorMs() - scenario::start - 60'000) < 1000);
    const QStringList quiet = texts();
    QVERIFY(quiet.contains(QStringLiteral("threads 9")));
    QVERIFY(quiet.contains(QStringLiteral("rate 0 B/s")));
    QVERIFY(quiet[1] != live[1]);
    f.hover(f.x(90)); // within one
    const QStringList busy = texts();
    QVERIFY(busy.contains(QStringLiteral("threads 11")));
    QVERIFY(busy.contains(QStringLiteral("in flight 4")));
    // The line is drawn over all charts.
    const QImage image = f.picture();
    for (const ChartFrame::Panel &panel : f.frame().panels)
        QVERIFY(hasInk(image, *f.frame().cursorX, panel.area, ui::lightColors().text));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(f.view->viewport(), &leave);
    QCOMPARE(texts(), live);
    f.hover(f.frame().time.right() + 30);
    QVERIFY(!f.view->cursorMs().has_value());
}

void TestTimelinePanelInput::crossHairInAGapReadsNothing()
{
    scenario::Options options;
    options.gaps = {{112, 122}};
    const PanelFixture f(options);
    f.hover(f.x(117));
    for (const ui::Plot::Readout &readout : f.frame().panels[0].readouts)
        QCOMPARE(readout.text, QStringLiteral("—"));
}

void TestTimelinePanelInput::clickOnABandTellsItsUploads()
{
    const PanelFixture f;
    QSignalSpy clicked(&f.panel, &ui::TimelinePanel::bandClicked);
    f.mouse(QEvent::MouseButtonPress, {f.x(40), 60});
    f.mouse(QEvent::MouseButtonRelease, {f.x(40), 60});
    QCOMPARE(clicked.size(), 1);
    const auto ids = clicked[0][0].value<QList<UploadId>>();
    QCOMPARE(ids.size(), 21); // 30 s … 51 s, one a second
    QCOMPARE(ids.first(), UploadId{1});
    QCOMPARE(ids.last(), UploadId{21});
}

void TestTimelinePanelInput::enterAtTheCrossHairTellsTheBand()
{
    const PanelFixture f;
    QSignalSpy clicked(&f.panel, &ui::TimelinePanel::bandClicked);
    f.hover(f.x(40));
    QTest::keyClick(f.view, Qt::Key_Return);
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked[0][0].value<QList<UploadId>>().size(), 21);
    f.hover(f.x(60)); // beside it
    QTest::keyClick(f.view, Qt::Key_Return);
    QCOMPARE(clicked.size(), 1);
}

void TestTimelinePanelInput::clickBesideBandsTellsNothing()
{
    const PanelFixture f;
    const QSignalSpy clicked(&f.panel, &ui::TimelinePanel::bandClicked);
    for (const QPointF at : {QPointF(f.x(60), 60), QPointF(f.x(40), f.frame().plotsBottom() + 12)}) {
        f.mouse(QEvent::MouseButtonPress, at);
        f.mouse(QEvent::MouseButtonRelease, at);
    }
    QCOMPARE(clicked.size(), 0);
}

void TestTimelinePanelInput::flagsHaveTips()
{
    scenario::Options options;
    options.marks
        = {{scenario::start + 100'000, MarkKind::Note, QStringLiteral("before the fix")},
           {scenario::start + 220'000, MarkKind::Restarted, QString()},
           {scenario::start + 260'000, MarkKind::AlertRaised, QStringLiteral("P2 Goroutines: 12 > 10")}};
    const PanelFixture f(options);
    QCOMPARE(f.frame().flags.size(), size_t{3});
    const auto tipAt = [&f](double x, double y) {
        QHelpEvent help(QEvent::ToolTip, QPoint(static_cast<int>(x), static_cast<int>(y)), QPoint(10, 10));
        QCoreApplication::sendEvent(f.view->viewport(), &help);
        return QToolTip::text();
    };
    const double top = f.frame().plotsTop();
    QVERIFY(tipAt(f.x(100) + 3, top + 4).endsWith(QStringLiteral("before the fix")));
    QVERIFY(tipAt(f.x(220) + 3, top + 4).endsWith(QStringLiteral("The server restarted")));
    QVERIFY(tipAt(f.x(260) + 3, top + 4).endsWith(QStringLiteral("Alert: P2 Goroutines: 12 > 10")));
    QVERIFY(tipAt(f.x(40), top + 40).startsWith(QStringLiteral("21 upload")));
    // The flag is there to see.
    const QImage image = f.picture();
    QVERIFY(isLike(image.pixelColor(static_cast<int>(f.x(100)) + 3, static_cast<int>(top) + 4),
                   ui::lightColors().accent));
}

void TestTimelinePanelInput::alertsAreFlagsOfTheirPriority()
{
    scenario::Options options;
    options.marks
        = {{scenario::start + 60'000, MarkKind::AlertRaised,
            QStringLiteral("P1 Share of 5xx answers: 75 % > 5 %")},
           {scenario::start + 120'000, MarkKind::AlertRaised, QStringLiteral("P2 Goroutines: 12 > 10")},
           {scenario::start + 180'000, MarkKind::AlertCleared,
            QStringLiteral("P1 Share of 5xx answers: 75 % > 5 %")}};
    const PanelFixture f(options);
    const QImage image = f.picture();
    const auto inkAt = [&](int second) { // left of the word, below the edge
        return image.pixelColor(static_cast<int>(f.x(second)) + 2,
                                static_cast<int>(f.frame().plotsTop()) + 3);
    };
    QVERIFY(isLike(inkAt(60), ui::lightColors().bad));
    QVERIFY(isLike(inkAt(120), ui::lightColors().warn));
    QVERIFY(isLike(inkAt(180), ui::lightColors().surface)); // hollow
    QVERIFY(hasInk(image, f.x(180), QRectF(f.x(180) - 1, f.frame().plotsTop() + 2, 2, 6),
                   ui::lightColors().good));
}

void TestTimelinePanelInput::flagAsksForANote()
{
    PanelFixture f;
    const QSignalSpy asked(&f.panel, &ui::TimelinePanel::noteRequested);
    f.button(QString())->click();
    QCOMPARE(asked.size(), 1);
}

void TestTimelinePanelInput::everyControlHasASpokenName()
{
    const PanelFixture f;
    int controls = 0;
    for (QWidget *widget : f.panel.findChildren<QWidget *>()) {
        const bool isControl
            = widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy();
        if (!isControl && !qobject_cast<ui::Tile *>(widget))
            continue;
        ++controls;
        QVERIFY2(!QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty(),
                 widget->metaObject()->className());
        if (qobject_cast<QToolButton *>(widget))
            QVERIFY(!widget->toolTip().isEmpty());
    }
    QCOMPARE(controls, 5 + 9 + 1); // tiles, buttons, chart
}

void TestTimelinePanelInput::numbersAreSpoken()
{
    const PanelFixture f;
    const QString spoken = QAccessible::queryAccessibleInterface(f.view)->text(QAccessible::Description);
    const QList<ui::Tile *> tiles = f.panel.findChildren<ui::Tile *>();
    QCOMPARE(tiles.size(), 5);
    for (const ui::Tile *tile : tiles) {
        QVERIFY2(spoken.contains(tile->text().spoken()), qPrintable(spoken));
        QVERIFY(tile->accessibleName().contains(tile->text().value));
    }
    QVERIFY(tiles[0]->accessibleName().contains(QStringLiteral("per upload so far")));
    QVERIFY(spoken.contains(QStringLiteral("Upload rate: 0 B/s, 0 in flight")));
}

void TestTimelinePanelInput::tabOrderFollowsTheEye()
{
    PanelFixture f;
    f.panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.panel));
    f.button(QStringLiteral("1 m"))->setFocus();
    QStringList order;
    for (int i = 0; i < 9; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        order << QAccessible::queryAccessibleInterface(QApplication::focusWidget())->text(QAccessible::Name);
    }
    QCOMPARE(order.join(QStringLiteral(", ")),
             QStringLiteral(
                 "Show five minutes, Show one hour, Show one day, Show all there is, Follow the present, "
                 "Mark this moment with a note, Timeline as a table, Copy the timeline’s picture, Timeline"));
    QVERIFY(f.frame().hasFocus); // and it shows
}

QTEST_MAIN(TestTimelinePanelInput)
#include "tst_timelinepanel_input.moc"
