// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/sweepplot.h"

#include "ui/common/colors.h"
#include "ui/common/fonts.h"
#include "ui/common/hairline.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

using report::SweepLine;

namespace {

constexpr double dot = 3;
constexpr double gap = 6; // Between labels and what they stand at.
constexpr int wideEnough = 400; // For values beside the names.

QColor colorOf(SweepLine::Figure figure, const Colors &colors)
{
    switch (figure) {
    case SweepLine::Figure::P50:
        return colors.rate;
    case SweepLine::Figure::P95:
        return colors.goroutines;
    case SweepLine::Figure::P99:
        return colors.descriptors;
    case SweepLine::Figure::Heap:
        return colors.heap;
    case SweepLine::Figure::Rss:
        return colors.rss;
    }
    return colors.text;
}

/// The last level at which a line is known; -1: none.
int lastKnown(const SweepLine &line)
{
    for (int i = static_cast<int>(line.values.size()) - 1; i >= 0; --i) {
        if (std::isfinite(line.values[static_cast<std::size_t>(i)]))
            return i;
    }
    return -1;
}

} // namespace

/// Where things are, for one picture.
struct SweepPlot::Frame
{
    QRectF area;
    double levels = 1;
    double top = 1;
    bool hasValues = false; ///< Beside the lines' names.
    QFont font;
    const Colors &colors;

    [[nodiscard]] double x(double level) const { return area.left() + (level + 0.5) / levels * area.width(); }
    [[nodiscard]] double y(double value) const { return area.bottom() - value / top * area.height(); }
};

SweepPlot::SweepPlot(QWidget *parent)
    : PointPlot(parent)
{
}

void SweepPlot::setChart(const report::SweepChart &chart)
{
    m_chart = chart;
    choose(chosenPoint());
    setAccessibleName(chart.title.isEmpty() ? tr("Plot of a sweep") : tr("Plot: %1").arg(chart.title));
    QStringList told;
    for (const SweepLine &line : chart.lines) {
        if (const int last = lastKnown(line); last >= 0)
            told += tr("%1 %2 with %3 at once").arg(line.name, line.readings[last], chart.levels[last]);
    }
    setAccessibleDescription(told.join(QStringLiteral(", ")));
    update();
}

QStringList SweepPlot::readout() const
{
    if (chosenPoint() < 0)
        return {};
    QStringList lines{tr("%1 at once").arg(m_chart.levels[chosenPoint()])};
    for (const SweepLine &line : m_chart.lines)
        lines += tr("%1 %2", "a line's name, its value").arg(line.name, line.readings[chosenPoint()]);
    return lines;
}

QPointF SweepPlot::place(std::size_t level, double value) const
{
    const Frame f = frame();
    return {f.x(static_cast<double>(level)), f.y(value)};
}

int SweepPlot::pointCount() const
{
    return isEmpty() ? 0 : static_cast<int>(m_chart.levels.size());
}

int SweepPlot::pointAt(double x) const
{
    const Frame f = frame();
    const double level = std::floor((x - f.area.left()) / f.area.width() * f.levels);
    return static_cast<int>(std::clamp(level, 0.0, f.levels - 1));
}

QSize SweepPlot::sizeHint() const
{
    return {300, 200};
}

QString SweepPlot::endLabel(const SweepLine &line, bool withValue) const
{
    const int last = lastKnown(line);
    return withValue && last >= 0 ? line.name + u' ' + line.readings[last] : line.name;
}

SweepPlot::Frame SweepPlot::frame() const
{
    Frame f{.area = {}, .font = smallFont(font()), .colors = colorsFor(palette())};
    const QFontMetricsF metrics(f.font);
    double left = 0;
    for (const report::Tick &tick : m_chart.scale.ticks)
        left = std::max(left, metrics.horizontalAdvance(tick.label));
    f.hasValues = width() >= wideEnough;
    double right = 0;
    for (const SweepLine &line : m_chart.lines)
        right = std::max(right, metrics.horizontalAdvance(endLabel(line, f.hasValues)));
    const double line = metrics.height();
    f.area = QRectF(rect()).adjusted(std::ceil(left + gap), std::ceil(line / 2), -std::ceil(right + gap + 2),
                                     -std::ceil(line + gap));
    f.levels = std::max<double>(1, static_cast<double>(m_chart.levels.size()));
    f.top = m_chart.scale.top;
    return f;
}

void SweepPlot::paintChart(QPainter &painter)
{
    const Frame f = frame();
    paintCollapse(painter, f);
    paintAxes(painter, f);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLines(painter, f);
    paintNames(painter, f);
    paintReadout(painter, f);
}

void SweepPlot::paintCollapse(QPainter &painter, const Frame &f) const
{
    if (!m_chart.collapsedAt)
        return;
    const double from = std::round(f.x(static_cast<double>(*m_chart.collapsedAt) - 0.5));
    const QRectF ground(QPointF(from, f.area.top()), f.area.bottomRight());
    painter.fillRect(ground, f.colors.badSoft);
    const QFontMetricsF metrics(f.font);
    const QString text = tr("breaks down");
    if (metrics.horizontalAdvance(text) + gap > ground.width())
        return;
    painter.setPen(f.colors.bad);
    painter.drawText(ground.adjusted(gap / 2, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, text);
}

void SweepPlot::paintAxes(QPainter &painter, const Frame &f) const
{
    const double line = QFontMetricsF(f.font).height();
    for (const report::Tick &tick : m_chart.scale.ticks) {
        const double y = crisp(f.y(tick.value));
        painter.setPen(QPen(tick.value > 0 ? f.colors.grid : f.colors.line, 1));
        painter.drawLine(QPointF(f.area.left(), y), QPointF(f.area.right(), y));
        painter.setPen(f.colors.dim);
        painter.drawText(QRectF(0, y - line / 2, f.area.left() - gap, line),
                         Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    // From the highest level down, as many as do not touch.
    double free = width();
    for (int i = static_cast<int>(m_chart.levels.size()) - 1; i >= 0; --i) {
        const double half = QFontMetricsF(f.font).horizontalAdvance(m_chart.levels[i]) / 2 + 1;
        if (f.x(i) + half > free)
            continue;
        free = f.x(i) - half - gap;
        painter.drawText(QRectF(f.x(i) - half, f.area.bottom() + gap, 2 * half, line), Qt::AlignCenter,
                         m_chart.levels[i]);
    }
}

void SweepPlot::paintLines(QPainter &painter, const Frame &f) const
{
    for (const SweepLine &line : m_chart.lines) {
        const QColor color = colorOf(line.figure, f.colors);
        QPolygonF run; // A value that is not known is a hole, never a line.
        const auto draw = [&] {
            painter.setPen(QPen(color, 1.5));
            painter.drawPolyline(run);
            painter.setPen(QPen(f.colors.surface, 1));
            painter.setBrush(color);
            for (const QPointF &point : std::as_const(run))
                painter.drawEllipse(point, dot, dot);
            run.clear();
        };
        for (std::size_t i = 0; i < line.values.size(); ++i) {
            if (std::isfinite(line.values[i]))
                run.append({f.x(static_cast<double>(i)), f.y(line.values[i])});
            else
                draw();
        }
        draw();
    }
}

void SweepPlot::paintNames(QPainter &painter, const Frame &f) const
{
    struct Name
    {
        double y;
        const SweepLine *line;
    };
    std::vector<Name> names;
    for (const SweepLine &line : m_chart.lines) {
        if (const int last = lastKnown(line); last >= 0)
            names.push_back({f.y(line.values[static_cast<std::size_t>(last)]), &line});
    }
    std::ranges::stable_sort(names, {}, &Name::y);
    // Lines that end close to each other have their names below each other; then all of it moves up into the picture.
    const double height = QFontMetricsF(f.font).height();
    for (std::size_t i = 1; i < names.size(); ++i)
        names[i].y = std::max(names[i].y, names[i - 1].y + height);
    double lowest = f.area.bottom();
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        name->y = std::min(name->y, lowest);
        lowest = name->y - height;
    }
    for (const Name &name : names) {
        painter.setPen(readable(colorOf(name.line->figure, f.colors), f.colors.surface));
        painter.drawText(QRectF(f.area.right() + gap, name.y - height / 2, width(), height),
                         Qt::AlignLeft | Qt::AlignVCenter, endLabel(*name.line, f.hasValues));
    }
}

void SweepPlot::paintReadout(QPainter &painter, const Frame &f) const
{
    if (chosenPoint() < 0)
        return;
    const double x = f.x(chosenPoint());
    painter.setPen(QPen(f.colors.dim, 1));
    painter.drawLine(QPointF(crisp(x), f.area.top()), QPointF(crisp(x), f.area.bottom()));
    const QFontMetricsF metrics(f.font);
    const QString text = readout().join(u'\n');
    const QRectF bounds = metrics.boundingRect(QRectF(0, 0, 1000, 1000), Qt::AlignLeft, text);
    const QSizeF size(bounds.width() + 12, bounds.height() + 8);
    // On the side where there is room.
    double left = x + 8;
    if (left + size.width() > width())
        left = std::max(0.0, x - 8 - size.width());
    const QRectF chip(QPointF(std::round(left), std::round(f.area.top())), size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(f.colors.text);
    painter.drawRoundedRect(chip, 4, 4);
    painter.setPen(f.colors.surface);
    painter.drawText(chip.adjusted(6, 4, -6, -4), Qt::AlignLeft | Qt::AlignTop, text);
}

} // namespace ui
