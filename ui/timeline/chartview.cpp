// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/chartview.h"

#include "ui/common/fonts.h"
#include "ui/common/keyhints.h"
#include "ui/common/timeselection.h"
#include "ui/common/timewindow.h"
#include "ui/timeline/flagpainter.h"
#include "ui/timeline/labellayout.h"
#include "ui/timeline/painteritem.h"
#include "ui/timeline/timelinedata.h"

#include <QGraphicsScene>

namespace ui {
namespace {

constexpr double leastTickDistance = 96;

} // namespace

struct ChartView::Layers
{
    explicit Layers(const ChartFrame &frame)
        : backdrop(-1, [&frame](QPainter &p) { paintBackdrop(p, frame); })
        , annotations(2, [&frame](QPainter &p) { paintAnnotations(p, frame); })
        , cursor(3, [&frame](QPainter &p) { paintCursor(p, frame); })
    {
        scene.setItemIndexMethod(QGraphicsScene::NoIndex);
        for (PainterItem *item : {&backdrop, &annotations, &cursor})
            scene.addItem(item);
    }

    QGraphicsScene scene;
    PainterItem backdrop;
    PainterItem annotations;
    PainterItem cursor;
};

ChartView::ChartView(TimeWindow &window, TimeSelection &selection, const TimelineData &timeline,
                     QWidget *parent)
    : QGraphicsView(parent)
    , m_window(window)
    , m_selection(selection)
    , m_timeline(timeline)
    , m_layers(std::make_unique<Layers>(m_frame))
{
    setScene(&m_layers->scene);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setFocusPolicy(Qt::StrongFocus);
    setKeyHints(*this, keys());
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    connect(&m_selection, &TimeSelection::changed, this, [this] {
        const std::optional<base::TimeRange> &range = m_selection.range();
        if (!range || (m_anchorMs != range->fromMs && m_anchorMs != range->toMs)) { // by others
            m_anchorMs.reset();
            m_isPressed = m_isPressed && !m_draggedMs;
            m_draggedMs.reset();
        }
        showSelection();
    });
    applyColors();
}

ChartView::~ChartView()
{
    m_plots.clear();
    setScene(nullptr);
}

void ChartView::setPlots(std::vector<PlotSpec> specs)
{
    m_plots.clear();
    for (PlotSpec &spec : specs)
        m_plots.push_back(std::make_unique<Plot>(m_layers->scene, std::move(spec)));
    applyColors();
    layOut();
    refresh();
}

void ChartView::setPlaceholder(const QString &text)
{
    if (m_frame.placeholder == text)
        return;
    m_frame.placeholder = text;
    m_layers->annotations.update();
}

void ChartView::highlight(transfer::UploadId id)
{
    m_highlighted = id;
    loadFrame();
    m_layers->backdrop.update();
}

void ChartView::applyColors()
{
    m_frame.colors = colorsFor(palette());
    m_frame.labelFont = smallFont(font());
    m_frame.strongFont = smallStrongFont(font());
    setBackgroundBrush(m_frame.colors.surface);
    for (const auto &plot : m_plots)
        plot->setColors(colorsFor(palette()), m_frame.labelFont);
}

void ChartView::layOut()
{
    namespace m = chartmetrics;
    m_frame.whole = QRectF(viewport()->rect());
    setSceneRect(m_frame.whole);
    for (PainterItem *item : {&m_layers->backdrop, &m_layers->annotations, &m_layers->cursor})
        item->setArea(m_frame.whole);

    const double width = std::max(16.0, m_frame.whole.width() - m::leftGutter - m::rightGutter);
    std::vector<Plot *> shown;
    for (const auto &plot : m_plots)
        shown.push_back(plot.get());
    std::vector<double> heights = plotHeights(shown);
    while (shown.size() > 1 && heights.front() < m::lowestFirstPlot) {
        shown.erase(shown.size() > 2 ? shown.end() - 2 : shown.end() - 1);
        heights = plotHeights(shown);
    }

    double top = m::topMargin;
    auto height = heights.begin();
    for (const auto &plot : m_plots) {
        plot->setVisible(std::find(shown.begin(), shown.end(), plot.get()) != shown.end());
        if (!plot->isVisible())
            continue;
        plot->setArea(QRectF(m::leftGutter, top, width, *height), m::leftGutter);
        top += *height++ + m::panelGap;
    }
}

/// By their stretches, but none below its lowest; what is missing then is taken from the first.
std::vector<double> ChartView::plotHeights(const std::vector<Plot *> &plots) const
{
    namespace m = chartmetrics;
    int stretch = 0;
    for (const Plot *plot : plots)
        stretch += plot->spec().stretch;
    const double gaps = (static_cast<double>(plots.size()) - 1) * m::panelGap;
    double rest = m_frame.whole.height() - m::topMargin - m::axisHeight - gaps;
    const double unit = rest / std::max(stretch, 1);
    std::vector<double> heights;
    for (const Plot *plot : plots) {
        heights.push_back(std::max(m::lowestPlot, std::floor(unit * plot->spec().stretch)));
        rest -= heights.back();
    }
    if (!heights.empty())
        heights.front() = std::max(8.0, heights.front() + std::floor(rest));
    return heights;
}

void ChartView::refresh()
{
    ++m_refreshes;
    m_frame.time
        = TimeScale::over(chartmetrics::leftGutter,
                          m_frame.whole.width() - chartmetrics::leftGutter - chartmetrics::rightGutter,
                          m_window.fromMs(), m_window.toMs());
    for (const auto &plot : m_plots) {
        if (plot->isVisible())
            plot->load(m_frame.time);
    }
    loadFrame();
    updateReadouts();
    viewport()->update();
}

void ChartView::loadFrame()
{
    const TimeScale &time = m_frame.time;
    const qint64 from = time.firstMs();
    const qint64 to = time.lastMs();
    m_frame.ticks = {};
    if (!m_timeline.isEmpty())
        m_frame.ticks = timeTicks(from, to, static_cast<int>(time.width / leastTickDistance));

    const auto [beganMs, endedMs] = m_timeline.bands().spanOf(m_highlighted, m_timeline.nowMs());
    m_frame.highlight.reset();
    if (beganMs > 0)
        m_frame.highlight = {time.x(beganMs), time.x(endedMs)};
    m_frame.bands.clear();
    for (UploadBand &band : m_timeline.bands().bands(from, to, m_timeline.nowMs())) {
        const bool isHit = beganMs > 0 && beganMs >= band.fromMs && endedMs <= band.toMs;
        m_frame.bands.push_back({time.x(band.fromMs), time.x(band.toMs), std::move(band), isHit});
    }

    m_frame.flags.clear();
    for (const session::Mark &mark : m_timeline.marks()) {
        if (mark.timeMs >= from && mark.timeMs <= to)
            m_frame.flags.push_back({time.x(mark.timeMs), mark});
    }
    loadSpan();
    m_frame.collections.clear();
    for (const qint64 at : m_timeline.gcMoments(from, to, time.columns()))
        m_frame.collections.push_back(time.x(at));
}

void ChartView::loadSpan()
{
    m_frame.span.reset();
    std::optional<base::TimeRange> range = m_selection.range();
    if (m_anchorMs && m_draggedMs)
        range = base::TimeRange::between(*m_anchorMs, *m_draggedMs);
    const TimeScale &time = m_frame.time;
    if (!range || m_timeline.isEmpty() || !range->touches(time.firstMs(), time.lastMs()))
        return;
    m_frame.span = ChartFrame::Span{
        std::max(time.left, time.x(range->fromMs)), std::min(time.right(), time.x(range->toMs)),
        range->fromMs >= time.firstMs(), range->toMs <= time.lastMs(), rangeText(*range).duration};
}

void ChartView::showSelection()
{
    loadSpan();
    m_layers->backdrop.update();
    m_layers->annotations.update();
}

void ChartView::updateReadouts()
{
    const double height = QFontMetricsF(m_frame.strongFont).height();
    m_frame.panels.clear();
    for (const auto &plot : m_plots) {
        if (!plot->isVisible())
            continue;
        ChartFrame::Panel panel{plot->area(), plot->spec().title, plot->readouts(cursorMs()), {}};
        std::vector<double> wanted;
        for (const Plot::Readout &readout : panel.readouts)
            wanted.push_back(readout.y);
        panel.labelY = spreadLabels(wanted, height, panel.area.top(), panel.area.bottom());
        m_frame.panels.push_back(std::move(panel));
    }
}

std::optional<qint64> ChartView::cursorMs() const
{
    return m_frame.cursorX ? std::optional(m_frame.time.ms(*m_frame.cursorX)) : std::nullopt;
}

void ChartView::setCursorX(std::optional<double> x)
{
    if (x && (*x < m_frame.time.left || *x > m_frame.time.right()))
        x.reset();
    if (x == m_frame.cursorX)
        return;
    // Only what changes is painted: the two places of the line, the labels beside the lines, the times below.
    const auto strip = [this](std::optional<double> at) {
        if (at)
            m_layers->cursor.update(QRectF(*at - 6, 0, 12, m_frame.whole.height()));
    };
    strip(m_frame.cursorX);
    strip(x);
    m_frame.cursorX = x;
    updateReadouts();
    m_layers->annotations.update(m_frame.whole.adjusted(m_frame.time.right() + 1, 0, 0, 0));
    m_layers->cursor.update(
        QRectF(0, m_frame.plotsBottom(), m_frame.whole.width(), chartmetrics::axisHeight));
}

void ChartView::setFocusRing(bool on)
{
    m_frame.hasFocus = on;
    m_layers->cursor.update();
}

const ChartFrame::Band *ChartView::bandAt(double x) const
{
    constexpr double reach = 2; // a short upload is a thin line
    const ChartFrame::Band *best = nullptr;
    for (const ChartFrame::Band &band : m_frame.bands) {
        if (x >= band.left - reach && x <= band.right + reach && (!best || x >= band.left))
            best = &band;
    }
    return best;
}

QString ChartView::tipAt(QPointF position) const
{
    QStringList lines;
    for (const ChartFrame::Flag &flag : m_frame.flags) {
        const bool isNear = std::abs(flag.x + 4 - position.x()) <= chartmetrics::flagReach;
        if (isNear && position.y() <= m_frame.plotsTop() + 2 * chartmetrics::flagReach)
            lines << clockLabel(flag.mark.timeMs) + QStringLiteral("  ") + flagText(flag.mark);
    }
    const ChartFrame::Band *band = bandAt(position.x());
    if (lines.isEmpty() && band && position.y() >= m_frame.plotsTop()
        && position.y() <= m_frame.plotsBottom()) {
        lines << tr("%n upload(s)", nullptr, static_cast<int>(band->uploads.ids.size()))
              << clockLabel(band->uploads.fromMs) + QStringLiteral(" – ") + clockLabel(band->uploads.toMs)
              << tr("Click to show them in the list");
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ui
