// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

#include "core/base/format.h"
#include "ui/common/theme.h"
#include "ui/common/timewindow.h"
#include "ui/timeline/chartview.h"
#include "ui/timeline/rangebar.h"
#include "ui/timeline/tile.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

using session::MarkKind;
using transfer::UploadId;
using ui::ChartFrame;
using ui::ChartView;
using ui::ThemeMode;

namespace {

/// A panel as it stands in the window, told of the usual scenario.
struct Fixture
{
    explicit Fixture(const scenario::Options &options = {}, QSize size = {1168, 380})
    {
        panel.resize(size);
        panel.show();
        scenario::tell(panel, options);
        redraw();
    }

    /// What is stale is drawn when a panel is shown.
    void redraw()
    {
        panel.hide();
        panel.show();
    }
    [[nodiscard]] const ChartFrame &frame() const { return view->frame(); }
    [[nodiscard]] double x(int second) const { return frame().time.x(scenario::start + second * 1000LL); }
    [[nodiscard]] QImage picture() const { return view->viewport()->grab().toImage(); }

    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button = Qt::LeftButton) const
    {
        const bool isHeld = type == QEvent::MouseButtonPress || type == QEvent::MouseMove;
        QMouseEvent event(type, at, view->viewport()->mapToGlobal(at),
                          type == QEvent::MouseMove ? Qt::NoButton : button, isHeld ? button : Qt::NoButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(view->viewport(), &event);
    }
    void wheel(QPointF at, QPoint turn) const
    {
        QWheelEvent event(at, view->viewport()->mapToGlobal(at), {}, turn, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view->viewport(), &event);
    }
    void hover(double x) const { mouse(QEvent::MouseMove, {x, frame().plotsTop() + 20}, Qt::NoButton); }

    ui::TimeWindow window;
    ui::TimelinePanel panel{window};
    ChartView *view = panel.findChild<ChartView *>();
};

bool isLike(const QColor &a, const QColor &b, int tolerance = 40)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue())
        <= tolerance;
}

QColor blended(const QColor &over, const QColor &ground)
{
    const auto mix
        = [a = over.alphaF()](int x, int y) { return static_cast<int>(std::lround(y + (x - y) * a)); };
    return QColor(mix(over.red(), ground.red()), mix(over.green(), ground.green()),
                  mix(over.blue(), ground.blue()));
}

/// Is there ink of this colour in a column of the picture? Antialiasing mixes it with the ground.
bool hasInk(const QImage &image, double x, const QRectF &area, const QColor &color)
{
    const ui::Colors &c = color == ui::darkColors().heap ? ui::darkColors() : ui::lightColors();
    for (int y = static_cast<int>(area.top()); y < static_cast<int>(area.bottom()); ++y) {
        const QColor pixel = image.pixelColor(static_cast<int>(x), y);
        for (const QColor &ground : {c.surface, blended(c.band, c.surface)}) {
            for (const double share : {0.4, 0.6, 0.8, 1.0}) {
                QColor ink = color;
                ink.setAlphaF(static_cast<float>(share));
                if (isLike(pixel, blended(ink, ground), 45))
                    return true;
            }
        }
    }
    return false;
}

} // namespace

class TestTimelinePanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void gapIsAHole();
    void bandsAreWhereUploadsWere();
    void axesAreRound();
    void everyChartIsDrawnOnOneAxis();
    void labelsBesideTheLinesKeepApart();
    void tilesAreNotCut();
    void plotsFollowWhatTheServerTells();
    void lowViewKeepsMemoryAndUploads();
    void placeholderSaysWhyThereIsNothing_data();
    void placeholderSaysWhyThereIsNothing();

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
    void clickBesideBandsTellsNothing();
    void highlightedBandIsStronger();
    void flagsHaveTips();
    void flagAsksForANote();

    void hiddenPanelDrawsNothing();
    void muchNewsIsDrawnOnce();
    void clearForgetsEverything();
    void themeSwitchRepaints();

    void everyControlHasASpokenName();
    void numbersAreSpoken();
    void tabOrderFollowsTheEye();
    void noTextIsBelowNinePoints();

private:
    std::unique_ptr<ui::Theme> m_theme;
};

void TestTimelinePanel::initTestCase()
{
    m_theme = std::make_unique<ui::Theme>(*qApp, ThemeMode::Light);
}

void TestTimelinePanel::gapIsAHole()
{
    scenario::Options options;
    options.gaps = {{112, 122}};
    const Fixture f(options);
    const QImage image = f.picture();
    const ChartFrame::Panel &memory = f.frame().panels[0];
    for (const QColor &color : {ui::lightColors().heap, ui::lightColors().rss}) {
        QVERIFY(hasInk(image, f.x(110), memory.area, color));
        QVERIFY(hasInk(image, f.x(124), memory.area, color));
        for (double x = f.x(111) + 2; x < f.x(122) - 2; ++x)
            QVERIFY2(!hasInk(image, x, memory.area, color), qPrintable(color.name()));
    }
    // What we know ourselves goes on: nothing was uploaded.
    QVERIFY(
        hasInk(image, f.x(117), f.frame().panels.back().area.adjusted(0, 0, 0, 1), ui::lightColors().rate));
}

void TestTimelinePanel::bandsAreWhereUploadsWere()
{
    const Fixture f;
    const QImage image = f.picture();
    const ui::Colors &c = ui::lightColors();
    const QColor shaded = blended(c.band, c.surface);
    QCOMPARE(f.frame().bands.size(), size_t{5});
    for (const ChartFrame::Panel &panel : f.frame().panels) {
        const int y = static_cast<int>(panel.area.top()) + 2;
        // A burst lasts from 72 to 107.98 s.
        QVERIFY(isLike(image.pixelColor(static_cast<int>(std::round(f.x(72))) - 2, y), c.surface, 20));
        QVERIFY(isLike(image.pixelColor(static_cast<int>(std::round(f.x(72))) + 1, y), shaded, 20));
        QVERIFY(isLike(image.pixelColor(static_cast<int>(std::round(f.x(108))) - 2, y), shaded, 20));
        QVERIFY(isLike(image.pixelColor(static_cast<int>(std::round(f.x(108))) + 1, y), c.surface, 20));
    }
    QVERIFY(!isLike(shaded, c.surface, 20));
}

void TestTimelinePanel::axesAreRound()
{
    const Fixture f;
    QCOMPARE(f.frame().ticks.stepMs, 60'000);
    for (const qint64 at : f.frame().ticks.at)
        QCOMPARE(at % 60'000, 0);
    // A grid line of Qt Charts lies at the upper edge of each area and at its bottom.
    const QImage image = f.picture();
    for (const ChartFrame::Panel &panel : f.frame().panels) {
        const auto hasLine = [&](double y) {
            for (const int dy : {-1, 0, 1}) {
                const QColor left
                    = image.pixelColor(static_cast<int>(panel.area.left()) + 3, static_cast<int>(y) + dy);
                if (isLike(left, ui::lightColors().grid, 6))
                    return true;
            }
            return false;
        };
        QVERIFY2(hasLine(panel.area.top()), qPrintable(panel.title));
    }
}

void TestTimelinePanel::everyChartIsDrawnOnOneAxis()
{
    const Fixture f;
    QStringList titles;
    for (const ChartFrame::Panel &panel : f.frame().panels) {
        titles << panel.title;
        QCOMPARE(panel.area.left(), f.frame().time.left);
        QCOMPARE(panel.area.right(), f.frame().time.right());
        QVERIFY(panel.area.height() >= 36);
    }
    QCOMPARE(titles.join(QStringLiteral(", ")),
             QStringLiteral("Memory, Goroutines · threads, Descriptors, Upload rate · in flight"));
    const QImage image = f.picture();
    const ui::Colors &c = ui::lightColors();
    const auto drawn = [&](int panel, const QColor &color) {
        int columns = 0;
        const QRectF &area = f.frame().panels[static_cast<size_t>(panel)].area;
        for (double x = area.left() + 5; x < area.right() - 5; ++x)
            columns += hasInk(image, x, area.adjusted(0, 0, 0, 1), color);
        return columns > area.width() * 0.8;
    };
    QVERIFY(drawn(0, c.heap));
    QVERIFY(drawn(0, c.rss));
    QVERIFY(drawn(1, c.goroutines));
    QVERIFY(drawn(1, c.threads));
    QVERIFY(drawn(2, c.descriptors));
    QVERIFY(drawn(3, c.rate));
}

void TestTimelinePanel::labelsBesideTheLinesKeepApart()
{
    for (const QSize size : {QSize(1168, 380), QSize(800, 300), QSize(1680, 700)}) {
        const Fixture f({}, size);
        const QFontMetricsF names(f.frame().labelFont);
        const QFontMetricsF values(f.frame().strongFont);
        for (const ChartFrame::Panel &panel : f.frame().panels) {
            std::vector<double> places = panel.labelY;
            std::sort(places.begin(), places.end());
            for (size_t i = 1; i < places.size(); ++i)
                QVERIFY(places[i] - places[i - 1] >= values.height() - 0.01);
            for (const ui::Plot::Readout &readout : panel.readouts) {
                const double width = names.horizontalAdvance(readout.name + QLatin1Char(' '))
                    + values.horizontalAdvance(readout.text);
                QVERIFY2(panel.area.right() + 8 + width <= f.frame().whole.right() - 16,
                         qPrintable(readout.text));
            }
        }
    }
}

void TestTimelinePanel::tilesAreNotCut()
{
    for (const int width : {820, 1000, 1040, 1168, 1680}) {
        const Fixture f({}, {width, 420});
        for (const ui::Tile *tile : f.panel.findChildren<ui::Tile *>()) {
            QVERIFY2(tile->text().details.contains(tile->shownDetail()), qPrintable(tile->shownDetail()));
            QVERIFY2(tile->geometry().right() <= width - 16,
                     qPrintable(QStringLiteral("%1 in %2").arg(tile->geometry().right()).arg(width)));
        }
        QVERIFY(f.panel.findChild<ui::RangeBar *>()->geometry().right() <= width - 16);
    }
}

void TestTimelinePanel::plotsFollowWhatTheServerTells()
{
    scenario::Options options;
    options.isGo = false;
    const Fixture f(options);
    QStringList names;
    for (const ChartFrame::Panel &panel : f.frame().panels) {
        for (const ui::Plot::Readout &readout : panel.readouts)
            names << readout.name;
    }
    QCOMPARE(names.join(QStringLiteral(", ")), QStringLiteral("RSS, heap, threads, open, in flight, rate"));
    QCOMPARE(f.frame().panels[1].title, QStringLiteral("Threads"));
    QCOMPARE(f.panel.findChildren<ui::Tile *>()[2]->text().title, QStringLiteral("Threads"));
}

void TestTimelinePanel::lowViewKeepsMemoryAndUploads()
{
    const Fixture f({}, {1168, 250});
    QStringList titles;
    for (const ChartFrame::Panel &panel : f.frame().panels) {
        titles << panel.title;
        QVERIFY(panel.area.height() >= 36);
    }
    QCOMPARE(titles.first(), QStringLiteral("Memory"));
    QCOMPARE(titles.last(), QStringLiteral("Upload rate · in flight"));
    QVERIFY(titles.size() < 4);
    QVERIFY(f.frame().plotsBottom() + ui::chartmetrics::axisHeight <= f.view->viewport()->height());
}

void TestTimelinePanel::placeholderSaysWhyThereIsNothing_data()
{
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no server") << QString()
                               << QStringLiteral("The server's memory appears here once it is watched.");
    QTest::newRow("no metrics")
        << QStringLiteral("nothing found")
        << QStringLiteral("No metrics were found at this server. Uploads are drawn all the same.");
    QTest::newRow("found") << QStringLiteral("found") << QStringLiteral("Waiting for the first reading …");
    QTest::newRow("missed") << QStringLiteral("found, missed")
                            << QStringLiteral("No readings: connection refused");
    QTest::newRow("no memory in it") << QStringLiteral("found, threads")
                                     << QStringLiteral("This server's metrics say nothing of its memory.");
    QTest::newRow("readings") << QStringLiteral("found, rss") << QString();
}

void TestTimelinePanel::placeholderSaysWhyThereIsNothing()
{
    QFETCH(QString, told);
    ui::TimeWindow window;
    ui::TimelinePanel panel(window);
    if (told.contains(QLatin1String("found")))
        panel.setDiscovery(told.startsWith(QLatin1String("found")) ? scenario::report()
                                                                   : metrics::DiscoveryReport());
    session::ScrapeTick tick;
    tick.timeMs = scenario::start;
    tick.reading.timeMs = tick.timeMs;
    tick.ok = !told.contains(QLatin1String("missed"));
    tick.reason = QStringLiteral("connection refused");
    tick.reading.set(told.contains(QLatin1String("rss")) ? metrics::Role::Rss : metrics::Role::Threads, 12);
    if (told.contains(QLatin1Char(',')))
        panel.addTick(tick);
    panel.show();
    QTEST(panel.findChild<ChartView *>()->frame().placeholder, "expected");
}

void TestTimelinePanel::wheelZoomsAtTheCursor_data()
{
    QTest::addColumn<int>("turn");
    QTest::addColumn<int>("second");
    QTest::newRow("in") << 120 << 150;
    QTest::newRow("in, near the left edge") << 120 << 5;
    QTest::newRow("three notches in") << 360 << 200;
    QTest::newRow("out of a detail") << -120 << 150;
}

void TestTimelinePanel::wheelZoomsAtTheCursor()
{
    QFETCH(int, turn);
    QFETCH(int, second);
    Fixture f;
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

void TestTimelinePanel::sidewaysWheelPans()
{
    Fixture f;
    const qint64 span = f.window.spanMs();
    f.wheel({500, 80}, {240, 10});
    QCOMPARE(f.window.spanMs(), span);
    QVERIFY(!f.window.isFollowing());
    f.wheel({500, 80}, {-240, 10});
    QVERIFY(f.window.isFollowing());
}

void TestTimelinePanel::draggingMovesTheMomentWithTheHand()
{
    Fixture f;
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

void TestTimelinePanel::doubleClickReturnsToLive()
{
    Fixture f;
    f.window.pan(-100'000);
    f.mouse(QEvent::MouseButtonDblClick, {500, 80});
    QVERIFY(f.window.isFollowing());
    QCOMPARE(f.window.toMs(), scenario::start + 300'003);
}

void TestTimelinePanel::keysMoveTheWindow_data()
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

void TestTimelinePanel::keysMoveTheWindow()
{
    QFETCH(QList<int>, keys);
    Fixture f;
    for (const int key : keys)
        QTest::keyClick(f.view, static_cast<Qt::Key>(key));
    const auto seconds
        = [](qint64 ms) { return QString::number(std::lround(double(ms - scenario::start) / 1000)); };
    const QString text = seconds(f.window.fromMs()) + QStringLiteral("..") + seconds(f.window.toMs())
        + (f.window.isFollowing() ? QStringLiteral(" live") : QString());
    QTEST(text, "expected");
}

static QToolButton *button(const Fixture &f, const QString &text)
{
    for (QToolButton *candidate : f.panel.findChildren<QToolButton *>()) {
        if (candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

void TestTimelinePanel::rangeButtons_data()
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

void TestTimelinePanel::rangeButtons()
{
    QFETCH(QString, text);
    QFETCH(int, key);
    QFETCH(qint64, seconds);
    Fixture f;
    QToolButton *const wanted = button(f, text);
    QVERIFY(wanted);
    f.window.setSpan(123'000);
    QVERIFY(!wanted->isChecked());
    wanted->click();
    QCOMPARE(f.window.spanMs() / 1000, seconds);
    QVERIFY(wanted->isChecked());
    QVERIFY(button(f, QStringLiteral("live"))->isChecked());
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

void TestTimelinePanel::allGrowsWithTheData()
{
    Fixture f;
    button(f, QStringLiteral("all"))->click();
    session::ScrapeTick tick;
    tick.timeMs = scenario::start + 400'000;
    f.panel.addTick(tick);
    QCOMPARE(std::lround(static_cast<double>(f.window.spanMs()) / 1000), 400);
    QVERIFY(button(f, QStringLiteral("all"))->isChecked());
    f.window.pan(-50'000);
    tick.timeMs += 60'000;
    f.panel.addTick(tick);
    QCOMPARE(f.window.toMs(), scenario::start + 350'000); // looking back is not disturbed
}

void TestTimelinePanel::crossHairReadsAllCharts()
{
    const Fixture f;
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

void TestTimelinePanel::crossHairInAGapReadsNothing()
{
    scenario::Options options;
    options.gaps = {{112, 122}};
    const Fixture f(options);
    f.hover(f.x(117));
    for (const ui::Plot::Readout &readout : f.frame().panels[0].readouts)
        QCOMPARE(readout.text, QStringLiteral("—"));
}

void TestTimelinePanel::clickOnABandTellsItsUploads()
{
    const Fixture f;
    QSignalSpy clicked(&f.panel, &ui::TimelinePanel::bandClicked);
    f.mouse(QEvent::MouseButtonPress, {f.x(40), 60});
    f.mouse(QEvent::MouseButtonRelease, {f.x(40), 60});
    QCOMPARE(clicked.size(), 1);
    const auto ids = clicked[0][0].value<QList<UploadId>>();
    QCOMPARE(ids.size(), 21); // 30 s … 51 s, one a second
    QCOMPARE(ids.first(), UploadId{1});
    QCOMPARE(ids.last(), UploadId{21});
}

void TestTimelinePanel::clickBesideBandsTellsNothing()
{
    const Fixture f;
    const QSignalSpy clicked(&f.panel, &ui::TimelinePanel::bandClicked);
    for (const QPointF at : {QPointF(f.x(60), 60), QPointF(f.x(40), f.frame().plotsBottom() + 12)}) {
        f.mouse(QEvent::MouseButtonPress, at);
        f.mouse(QEvent::MouseButtonRelease, at);
    }
    QCOMPARE(clicked.size(), 0);
}

void TestTimelinePanel::highlightedBandIsStronger()
{
    Fixture f;
    const int x = static_cast<int>(f.x(40));
    const int y = static_cast<int>(f.frame().plotsTop()) + 3;
    const QColor before = f.picture().pixelColor(x, y);
    f.panel.highlight(UploadId{5}); // from 34 s to 34.98 s
    const QColor after = f.picture().pixelColor(x, y);
    QVERIFY(after.lightness() < before.lightness());
    QVERIFY(f.picture().pixelColor(qRound(f.x(34)), y).lightness() < after.lightness()); // its edge
    QCOMPARE(f.picture().pixelColor(static_cast<int>(f.x(90)), y), before);
    f.panel.highlight({});
    QCOMPARE(f.picture().pixelColor(x, y), before);
}

void TestTimelinePanel::flagsHaveTips()
{
    scenario::Options options;
    options.marks = {{scenario::start + 100'000, MarkKind::Note, QStringLiteral("before the fix")},
                     {scenario::start + 220'000, MarkKind::Restarted, QString()}};
    const Fixture f(options);
    QCOMPARE(f.frame().flags.size(), size_t{2});
    const auto tipAt = [&f](double x, double y) {
        QHelpEvent help(QEvent::ToolTip, QPoint(static_cast<int>(x), static_cast<int>(y)), QPoint(10, 10));
        QCoreApplication::sendEvent(f.view->viewport(), &help);
        return QToolTip::text();
    };
    const double top = f.frame().plotsTop();
    QVERIFY(tipAt(f.x(100) + 3, top + 4).endsWith(QStringLiteral("before the fix")));
    QVERIFY(tipAt(f.x(220) + 3, top + 4).endsWith(QStringLiteral("The server restarted")));
    QVERIFY(tipAt(f.x(40), top + 40).startsWith(QStringLiteral("21 upload")));
    // The flag is there to see.
    const QImage image = f.picture();
    QVERIFY(isLike(image.pixelColor(static_cast<int>(f.x(100)) + 3, static_cast<int>(top) + 4),
                   ui::lightColors().accent));
}

void TestTimelinePanel::flagAsksForANote()
{
    Fixture f;
    const QSignalSpy asked(&f.panel, &ui::TimelinePanel::noteRequested);
    button(f, QString())->click();
    QCOMPARE(asked.size(), 1);
}

void TestTimelinePanel::hiddenPanelDrawsNothing()
{
    Fixture shown;
    Fixture hidden;
    hidden.panel.hide();
    const int shownBefore = shown.view->refreshes();
    const int hiddenBefore = hidden.view->refreshes();
    session::ScrapeTick tick;
    tick.timeMs = scenario::start + 301'000;
    for (Fixture *f : {&hidden, &shown}) {
        f->panel.addTick(tick);
        f->window.pan(-1000);
    }
    QTRY_VERIFY(shown.view->refreshes() > shownBefore);
    QCOMPARE(hidden.view->refreshes(), hiddenBefore);
    hidden.panel.show(); // and then at once
    QVERIFY(hidden.view->refreshes() > hiddenBefore);
}

void TestTimelinePanel::muchNewsIsDrawnOnce()
{
    Fixture f;
    const int before = f.view->refreshes();
    session::ScrapeTick tick;
    for (int i = 1; i <= 500; ++i) {
        tick.timeMs = scenario::start + 300'000 + i * 1000LL;
        f.panel.addTick(tick);
    }
    QCOMPARE(f.view->refreshes(), before);
    QTRY_COMPARE(f.view->refreshes(), before + 1);
    QVERIFY(f.window.isFollowing());
    QCOMPARE(f.frame().time.ms(f.frame().time.right()) / 1000, tick.timeMs / 1000);
}

void TestTimelinePanel::clearForgetsEverything()
{
    Fixture f;
    f.window.pan(-50'000);
    f.panel.clear();
    f.redraw();
    QVERIFY(f.frame().bands.empty());
    QVERIFY(f.window.isFollowing());
    for (const ui::Tile *tile : f.panel.findChildren<ui::Tile *>())
        QCOMPARE(tile->text().value, QStringLiteral("—"));
    QVERIFY(!f.frame().placeholder.isEmpty());
    QVERIFY(f.frame().ticks.at.empty()); // and no axis pretends to know a time
    for (const ChartFrame::Panel &panel : f.frame().panels)
        QVERIFY(panel.readouts.empty());
}

void TestTimelinePanel::themeSwitchRepaints()
{
    const Fixture f;
    m_theme->setMode(ThemeMode::Dark);
    QTRY_COMPARE(f.picture().pixelColor(2, 2), ui::darkColors().surface);
    QVERIFY(hasInk(f.picture(), f.x(60), f.frame().panels[0].area, ui::darkColors().heap));
    m_theme->setMode(ThemeMode::Light);
    QTRY_COMPARE(f.picture().pixelColor(2, 2), ui::lightColors().surface);
}

void TestTimelinePanel::everyControlHasASpokenName()
{
    const Fixture f;
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
    QCOMPARE(controls, 5 + 7 + 1); // tiles, buttons, chart
}

void TestTimelinePanel::numbersAreSpoken()
{
    const Fixture f;
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

void TestTimelinePanel::tabOrderFollowsTheEye()
{
    Fixture f;
    f.panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.panel));
    button(f, QStringLiteral("1 m"))->setFocus();
    QStringList order;
    for (int i = 0; i < 7; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        order << QAccessible::queryAccessibleInterface(QApplication::focusWidget())->text(QAccessible::Name);
    }
    QCOMPARE(order.join(QStringLiteral(", ")),
             QStringLiteral(
                 "Show five minutes, Show one hour, Show one day, Show all there is, Follow the present, "
                 "Mark this moment with a note, Timeline"));
    QVERIFY(f.frame().hasFocus); // and it shows
}

void TestTimelinePanel::noTextIsBelowNinePoints()
{
    const Fixture f;
    QVERIFY(f.frame().labelFont.pointSizeF() >= 9);
    QVERIFY(f.frame().strongFont.pointSizeF() >= 9);
    for (const QToolButton *each : f.panel.findChildren<QToolButton *>())
        QVERIFY(each->font().pointSizeF() >= 9);
}

QTEST_MAIN(TestTimelinePanel)
#include "tst_timelinepanel.moc"
