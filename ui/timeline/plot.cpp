// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/plot.h"

#include "ui/timeline/curvesitem.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <cmath>
#include <limits>

namespace ui {
namespace {

using metrics::Bucket;

constexpr double leastTickDistance = 24;

double highest(const std::vector<Bucket> &buckets)
{
    double result = 0;
    for (const Bucket &bucket : buckets) {
        if (!bucket.isGap())
            result = std::max(result, static_cast<double>(bucket.max));
    }
    return result;
}

} // namespace

struct Plot::Private
{
    explicit Private(PlotSpec s)
        : spec(std::move(s))
        , points(spec.lines.size())
    {
    }

    void relabel(const ValueTicks &wanted);
    [[nodiscard]] ValueScale scaleOf(const PlotLine &line, const std::vector<Bucket> &buckets) const;

    const PlotSpec spec;
    std::vector<std::vector<Bucket>> points; ///< Of each line, what is in the picture.
    std::unique_ptr<QChart> chart; ///< The scene shows it, but it goes with the plot.
    QCategoryAxis *axis = nullptr; ///< Owned by the chart.
    std::unique_ptr<CurvesItem> curves;
    const Colors *colors = &lightColors();
    QRectF area;
    ValueTicks ticks{0, 0};
    TimeScale time;
};

Plot::Plot(QGraphicsScene &scene, PlotSpec spec)
    : d(std::make_unique<Private>(std::move(spec)))
{
    d->chart = std::make_unique<QChart>();
    d->chart->legend()->hide();
    d->chart->setBackgroundVisible(false);
    d->chart->setPlotAreaBackgroundVisible(false);
    d->chart->setAnimationOptions(QChart::NoAnimation);
    d->chart->setMargins({});
    d->chart->layout()->setContentsMargins(0, 0, 0, 0);
    d->chart->setAcceptedMouseButtons(Qt::NoButton);
    d->chart->setAcceptHoverEvents(false);

    // Axes need a series that is attached to them; its points are never drawn.
    auto *series = new QLineSeries(d->chart.get());
    d->chart->addSeries(series);
    auto *timeAxis = new QValueAxis(d->chart.get());
    timeAxis->setRange(0, 1);
    timeAxis->setVisible(false);
    d->chart->addAxis(timeAxis, Qt::AlignBottom);
    // Not a QValueAxis: its labels are a printf format, which cannot say "80 MiB".
    d->axis = new QCategoryAxis(d->chart.get());
    d->axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    d->axis->setLineVisible(false);
    d->axis->setTruncateLabels(false);
    d->chart->addAxis(d->axis, Qt::AlignLeft);
    series->attachAxis(timeAxis);
    series->attachAxis(d->axis);
    series->setVisible(false);
    timeAxis->setVisible(false);
    d->axis->setVisible(true);
    scene.addItem(d->chart.get());

    d->curves = std::make_unique<CurvesItem>();
    d->curves->setZValue(1);
    scene.addItem(d->curves.get());
}

Plot::~Plot() = default;

const PlotSpec &Plot::spec() const
{
    return d->spec;
}

QRectF Plot::area() const
{
    return d->area;
}

double Plot::top() const
{
    return d->ticks.top;
}

void Plot::setColors(const Colors &colors, const QFont &labelFont)
{
    d->colors = &colors;
    d->axis->setLabelsColor(colors.dim);
    d->axis->setLabelsFont(labelFont);
    QPen grid(colors.grid, 1);
    grid.setCosmetic(true);
    d->axis->setGridLinePen(grid);
}

void Plot::setArea(const QRectF &area, double gutter)
{
    d->area = area;
    // Half a label stands out above and below the area.
    const QRectF around = area.adjusted(-gutter, -12, 1, 12);
    // In this order: Qt Charts 6.4 applies a plot area only with the next change of the chart's own geometry.
    d->chart->setPlotArea(area.translated(-around.topLeft()));
    d->chart->setGeometry(around);
    d->curves->setArea(area);
}

void Plot::setVisible(bool on)
{
    d->chart->setVisible(on);
    d->curves->setVisible(on);
}

bool Plot::isVisible() const
{
    return d->chart->isVisible();
}

void Plot::Private::relabel(const ValueTicks &wanted)
{
    if (wanted == ticks)
        return;
    ticks = wanted;
    for (const QString &label : axis->categoriesLabels())
        axis->remove(label);
    axis->setStartValue(0);
    const int steps = static_cast<int>(std::lround(ticks.top / ticks.step));
    for (int i = 0; i <= steps; ++i)
        axis->append(valueLabel(i * ticks.step, ticks.step, spec.unit), i * ticks.step);
    axis->setRange(0, ticks.top);
}

ValueScale Plot::Private::scaleOf(const PlotLine &line, const std::vector<Bucket> &buckets) const
{
    ValueScale scale{area.bottom(), area.height(), ticks.top};
    if (line.style == PlotLine::Style::Area)
        scale.top = valueTicks(1.2 * highest(buckets), 5, line.unit).top; // a ground that ends below the edge
    return scale;
}

void Plot::load(const TimeScale &time)
{
    d->time = time;
    double top = 0;
    for (size_t i = 0; i < d->spec.lines.size(); ++i) {
        const PlotLine &line = d->spec.lines[i];
        d->points[i] = line.points(time.firstMs(), time.lastMs(), time.columns());
        if (line.style != PlotLine::Style::Area)
            top = std::max(top, highest(d->points[i]));
    }
    const int most = std::min(d->spec.mostTicks, static_cast<int>(d->area.height() / leastTickDistance));
    d->relabel(steadyTicks(d->ticks, top, most, d->spec.unit));
    const bool isEmpty
        = std::all_of(d->points.begin(), d->points.end(), [](const auto &p) { return p.empty(); });
    if (d->axis->labelsVisible() == isEmpty)
        d->axis->setLabelsVisible(!isEmpty);

    std::vector<CurvesItem::Curve> curves;
    for (size_t i = 0; i < d->spec.lines.size(); ++i) {
        const PlotLine &line = d->spec.lines[i];
        CurvesItem::Curve curve{d->colors->*line.color, line.style, {}, {}};
        curve.runs = curveRuns(d->points[i], time, d->scaleOf(line, d->points[i]));
        if (line.style == PlotLine::Style::Dashed)
            curve.dashes = dashes(curve.runs, time);
        curves.push_back(std::move(curve));
    }
    d->curves->setCurves(std::move(curves));
}

std::vector<Plot::Readout> Plot::readouts(std::optional<qint64> atMs) const
{
    std::vector<Readout> result;
    for (size_t i = 0; i < d->spec.lines.size(); ++i) {
        const PlotLine &line = d->spec.lines[i];
        const std::vector<Bucket> &points = d->points[i];
        if (points.empty())
            continue; // nothing is drawn either
        const Bucket *bucket = nullptr;
        if (atMs)
            bucket = bucketAt(points, *atMs, d->time.msPerPixel);
        else if (!points.back().isGap())
            bucket = &points.back();
        Readout readout{line.name,
                        {},
                        std::numeric_limits<double>::quiet_NaN(),
                        d->area.bottom(),
                        readable(d->colors->*line.color, d->colors->surface)};
        if (bucket) {
            readout.value = bucket->mean();
            readout.y = d->scaleOf(line, points).y(readout.value);
        }
        readout.text = readingLabel(readout.value, line.unit);
        result.push_back(std::move(readout));
    }
    return result;
}

} // namespace ui
