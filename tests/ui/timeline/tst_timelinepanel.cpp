// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/timeline/ink.h"
#include "tests/ui/timeline/panelfixture.h"
#include "ui/common/theme.h"
#include "ui/timeline/rangebar.h"
#include "ui/timeline/tile.h"

#include <QApplication>
#include <QTest>
#include <QToolButton>

#include <cmath>

using ink::blended;
using ink::hasInk;
using ink::isLike;
using transfer::UploadId;
using ui::ChartFrame;
using ui::ChartView;
using ui::ThemeMode;

/// What the panel shows of what it was told.
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
    void tilesAreTintedWhileAlertsAreRaised();
    void plotsFollowWhatTheServerTells();
    void lowViewKeepsMemoryAndUploads();
    void placeholderSaysWhyThereIsNothing_data();
    void placeholderSaysWhyThereIsNothing();
    void highlightedBandIsStronger();
    void hiddenPanelDrawsNothing();
    void muchNewsIsDrawnOnce();
    void clearForgetsEverything();
    void themeSwitchRepaints();
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
    const PanelFixture f(options);
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
    const PanelFixture f;
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
    const PanelFixture f;
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
    const PanelFixture f;
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
        const PanelFixture f({}, size);
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
        const PanelFixture f({}, {width, 420});
        for (const ui::Tile *tile : f.panel.findChildren<ui::Tile *>()) {
            QVERIFY2(tile->text().details.contains(tile->shownDetail()), qPrintable(tile->shownDetail()));
            QVERIFY2(tile->geometry().right() <= width - 16,
                     qPrintable(QStringLiteral("%1 in %2").arg(tile->geometry().right()).arg(width)));
        }
        QVERIFY(f.panel.findChild<ui::RangeBar *>()->geometry().right() <= width - 16);
    }
}

void TestTimelinePanel::tilesAreTintedWhileAlertsAreRaised()
{
    PanelFixture f;
    ui::Tile &heap = *f.panel.findChildren<ui::Tile *>()[0];
    // In the middle of its left edge, where no text is.
    const auto ground = [&heap] { return heap.grab().toImage().pixelColor(1, heap.height() / 2); };
    const QColor calm = ground();
    const QString tip = heap.toolTip();
    f.panel.setAlerts(
        {{analysis::AlertSignal::FloorGrowth, analysis::AlertPriority::P2, QStringLiteral("P2 Growth")}});
    const ui::Colors &colors = ui::colorsFor(heap.palette());
    QCOMPARE(ground(), colors.warnSoft);
    QCOMPARE(heap.accessibleDescription(), QStringLiteral("Alert: P2 Growth"));
    QCOMPARE(heap.toolTip(), QString(tip + QStringLiteral("\nAlert: P2 Growth")));
    QVERIFY(heap.text().details.contains(heap.shownDetail())); // has room beside the edges
    for (const ui::Tile *tile : f.panel.findChildren<ui::Tile *>())
        QCOMPARE(tile->accessibleDescription().isEmpty(), tile != &heap);
    f.panel.setAlerts({});
    QCOMPARE(ground(), calm);
    QVERIFY(heap.accessibleDescription().isEmpty());
    QCOMPARE(heap.toolTip(), tip);
}

void TestTimelinePanel::plotsFollowWhatTheServerTells()
{
    scenario::Options options;
    options.isGo = false;
    const PanelFixture f(options);
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
    const PanelFixture f({}, {1168, 250});
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
    QTest::newRow("nobody answers") << QStringLiteral("nothing found, refused")
                                    << QStringLiteral(
                                           "Nothing answers there yet. Uploads are drawn all the same.");
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
    ui::TimeSelection selection;
    ui::TimelinePanel panel(window, selection);
    metrics::DiscoveryReport nothing;
    if (told.endsWith(QLatin1String("refused")))
        nothing.misses.push_back(metrics::Miss{QUrl(), {base::ErrorKind::ConnectionRefused, {}, 0, {}}});
    if (told.contains(QLatin1String("found")))
        panel.setDiscovery(told.startsWith(QLatin1String("found")) ? scenario::report() : nothing);
    session::ScrapeTick tick;
    tick.timeMs = scenario::start;
    tick.reading.timeMs = tick.timeMs;
    tick.ok = !told.contains(QLatin1String("missed"));
    tick.reason = QStringLiteral("connection refused");
    tick.reading.set(told.contains(QLatin1String("rss")) ? metrics::Role::Rss : metrics::Role::Threads, 12);
    if (told.startsWith(QLatin1String("found,")))
        panel.addTick(tick);
    panel.show();
    QTEST(panel.findChild<ChartView *>()->frame().placeholder, "expected");
}

void TestTimelinePanel::highlightedBandIsStronger()
{
    PanelFixture f;
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

void TestTimelinePanel::hiddenPanelDrawsNothing()
{
    PanelFixture shown;
    PanelFixture hidden;
    hidden.panel.hide();
    const int shownBefore = shown.view->refreshes();
    const int hiddenBefore = hidden.view->refreshes();
    session::ScrapeTick tick;
    tick.timeMs = scenario::start + 301'000;
    for (PanelFixture *f : {&hidden, &shown}) {
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
    PanelFixture f;
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
    PanelFixture f;
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
    const PanelFixture f;
    m_theme->setMode(ThemeMode::Dark);
    QTRY_COMPARE(f.picture().pixelColor(2, 2), ui::darkColors().surface);
    QVERIFY(hasInk(f.picture(), f.x(60), f.frame().panels[0].area, ui::darkColors().heap));
    m_theme->setMode(ThemeMode::Light);
    QTRY_COMPARE(f.picture().pixelColor(2, 2), ui::lightColors().surface);
}

void TestTimelinePanel::noTextIsBelowNinePoints()
{
    const PanelFixture f;
    QVERIFY(f.frame().labelFont.pointSizeF() >= 9);
    QVERIFY(f.frame().strongFont.pointSizeF() >= 9);
    for (const QToolButton *each : f.panel.findChildren<QToolButton *>())
        QVERIFY(each->font().pointSizeF() >= 9);
}

QTEST_MAIN(TestTimelinePanel)
#include "tst_timelinepanel.moc"
