// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/floorplot.h"

#include "core/base/format.h"
#include "core/base/plural.h"
#include "core/report/axis.h"
#include "ui/common/fonts.h"
#include "ui/common/hairline.h"
#include "ui/leak/resourcecolor.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace ui {

using report::FloorChart;

namespace {

constexpr int uploadSteps = 5;
constexpr double dot = 3;
constexpr double gap = 6; // Between labels and what they stand at.

bool isContinued(const FloorChart &before, const FloorChart &now)
{
    return now.expected > 0 && before.resource == now.resource && before.floors.size() >= 2
        && now.floors.size() >= before.floors.size() && now.floors.front() == before.floors.front();
}

} // namespace

/// Where things are, for one picture.
struct FloorPlot::Frame
{
    QRectF area;
    double fromX = 0;
    double toX = 1;
    QList<report::Tick> uploads;
    QFont font;
    const Colors &colors;
    const report::FloorAxis &axis;

    [[nodiscard]] double x(double uploads_) const
    {
        return area.left() + (uploads_ - fromX) / (toX - fromX) * area.width();
    }
    [[nodiscard]] double y(double value) const { return area.bottom() - axis.share(value) * area.height(); }
};

FloorPlot::FloorPlot(QWidget *parent)
    : PointPlot(parent)
{
    setAccessibleName(tr("Plot of what is left on the server"));
}

void FloorPlot::setChart(const FloorChart &chart)
{
    const bool isOther = chart.resource != m_chart.resource;
    m_axis = isContinued(m_chart, chart) ? report::widenedAxis(m_axis, chart) : report::floorAxis(chart);
    m_chart = chart;
    choose(isOther ? -1 : chosenPoint());
    QString told;
    if (!chart.floors.empty())
        told = tr("%n floor(s), the last one %1", nullptr, static_cast<int>(chart.floors.size()))
                   .arg(m_axis.reading(chart.floors.back().y()));
    if (m_axis.isCut())
        told = tr("%1; the axis begins at %2").arg(told, m_axis.start());
    setAccessibleDescription(told);
    update();
}

QString FloorPlot::readout() const
{
    if (chosenPoint() < 0)
        return {};
    const QPointF &floor = m_chart.floors[static_cast<std::size_t>(chosenPoint())];
    return tr("after %1 uploads: %2", nullptr, base::pluralForm(floor.x()))
        .arg(base::formatCount(floor.x()), m_axis.reading(floor.y()));
}

QPointF FloorPlot::place(QPointF point) const
{
    const Frame f = frame();
    return {f.x(point.x()), f.y(point.y())};
}

QSize FloorPlot::sizeHint() const
{
    return {420, 220};
}

int FloorPlot::pointCount() const
{
    return static_cast<int>(m_chart.floors.size());
}

int FloorPlot::pointAt(double x) const
{
    constexpr double reach = 24;
    int nearest = -1;
    double distance = reach;
    for (int i = 0; i < pointCount(); ++i) {
        const double away = std::abs(place(m_chart.floors[static_cast<std::size_t>(i)]).x() - x);
        if (away < distance) {
            distance = away;
            nearest = i;
        }
    }
    return nearest;
}

FloorPlot::Frame FloorPlot::frame() const
{
    Frame f{
        .area = {}, .uploads = {}, .font = smallFont(font()), .colors = colorsFor(palette()), .axis = m_axis};
    const QFontMetricsF metrics(f.font);
    double gutter = 0;
    for (const report::Tick &tick : m_axis.ticks())
        gutter = std::max(gutter, metrics.horizontalAdvance(tick.label));
    const double line = metrics.height();
    f.area = QRectF(rect()).adjusted(std::ceil(gutter + gap + dot), std::ceil(line / 2), -2 * dot - 4,
                                     -std::ceil(line + gap));
    if (!m_chart.earlier.empty())
        f.fromX = m_chart.earlier.front().x();
    const double last = m_chart.floors.empty() ? 0 : m_chart.floors.back().x();
    f.toX = std::max({last, m_chart.expected, 1.0});
    f.uploads = report::countScale(f.toX, uploadSteps).ticks;
    return f;
}

void FloorPlot::paintChart(QPainter &painter)
{
    const Frame f = frame();
    paintAxes(painter, f);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSleeve(painter, f);
    paintEarlier(painter, f);
    paintFloors(painter, f);
    paintReadout(painter, f);
}

void FloorPlot::paintAxes(QPainter &painter, const Frame &f) const
{
    const QFontMetricsF metrics(f.font);
    const double line = metrics.height();
    // What was before the rounds belongs to nobody's verdict.
    if (f.fromX < 0) {
        QColor ground = f.colors.grid;
        ground.setAlphaF(0.5F);
        painter.fillRect(QRectF(f.area.topLeft(), QPointF(std::round(f.x(0)), f.area.bottom())), ground);
    }
    for (const report::Tick &tick : m_axis.ticks()) {
        const double y = crisp(f.y(tick.value));
        painter.setPen(QPen(f.colors.grid, 1));
        if (tick.value > m_axis.from)
            painter.drawLine(QPointF(f.area.left(), y), QPointF(f.area.right(), y));
        painter.setPen(f.colors.dim);
        painter.drawText(QRectF(0, y - line / 2, f.area.left() - gap - dot, line),
                         Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    paintGround(painter, f);
    painter.setPen(f.colors.dim);
    double free = -1e9;
    for (const report::Tick &tick : f.uploads) {
        if (tick.value > f.toX) // the scale goes on a little above it
            break;
        const double width = metrics.horizontalAdvance(tick.label) + 1;
        const double left
            = std::clamp(f.x(tick.value) - width / 2, 0.0, std::max(0.0, this->width() - width));
        if (left < free)
            continue;
        free = left + width + gap;
        painter.drawText(QRectF(left, f.area.bottom() + gap, width, line), Qt::AlignCenter, tick.label);
    }
    if (const double width = metrics.horizontalAdvance(tr("warm-up"));
        f.fromX < 0 && f.x(0) - f.area.left() > width + 2 * gap)
        painter.drawText(QRectF(f.area.left(), f.area.bottom() + gap, f.x(0) - f.area.left(), line),
                         Qt::AlignCenter, tr("warm-up"));
}

// Torn where it is not 0.
void FloorPlot::paintGround(QPainter &painter, const Frame &f) const
{
    const double y = crisp(f.area.bottom());
    if (!m_axis.isCut()) {
        painter.setPen(QPen(f.colors.line, 1));
        painter.drawLine(QPointF(f.area.left(), y), QPointF(f.area.right(), y));
        return;
    }
    constexpr double tooth = 4;
    QPolygonF edge;
    double up = 1.5;
    for (double x = f.area.left(); x <= f.area.right(); x += tooth, up = -up)
        edge.append({x, y + up});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(f.colors.dim, 1));
    painter.drawPolyline(edge);
    painter.restore();
}

void FloorPlot::paintSleeve(QPainter &painter, const Frame &f) const
{
    if (m_chart.sleeve.empty())
        return;
    const QColor color = f.colors.*colorOf(m_chart.resource);
    QPainterPath shade;
    QPainterPath line;
    for (const FloorChart::Sleeve &at : m_chart.sleeve) {
        const QPointF high(f.x(at.x), std::max(f.y(at.high), f.area.top()));
        const QPointF middle(f.x(at.x), f.y(at.line));
        if (shade.elementCount() == 0) {
            shade.moveTo(high);
            line.moveTo(middle);
        } else {
            shade.lineTo(high);
            line.lineTo(middle);
        }
    }
    for (auto at = m_chart.sleeve.rbegin(); at != m_chart.sleeve.rend(); ++at)
        shade.lineTo(f.x(at->x), std::min(f.y(at->low), f.area.bottom()));
    shade.closeSubpath();
    QColor pale = color;
    pale.setAlphaF(0.22F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pale);
    painter.drawPath(shade);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.5));
    for (const QLineF &before : m_chart.beforeSteps) {
        line.moveTo(f.x(before.x1()), f.y(before.y1()));
        line.lineTo(f.x(before.x2()), f.y(before.y2()));
    }
    painter.drawPath(line);
}

// Beyond the axis an arrow at its edge points to where it is.
void FloorPlot::paintEarlier(QPainter &painter, const Frame &f) const
{
    painter.setPen(QPen(f.colors.heapGoal, 1));
    painter.setBrush(f.colors.surface);
    for (const QPointF &point : m_chart.earlier) {
        const double x = f.x(point.x());
        if (m_axis.holds(point.y())) {
            painter.drawEllipse(QPointF(x, f.y(point.y())), dot - 0.5, dot - 0.5);
            continue;
        }
        const bool isBelow = point.y() < m_axis.from;
        const double tip = isBelow ? f.area.bottom() - dot : f.area.top() + dot;
        const double back = isBelow ? tip - 2 * dot : tip + 2 * dot;
        painter.drawPolygon(QPolygonF({{x, tip}, {x - dot, back}, {x + dot, back}}));
    }
}

void FloorPlot::paintFloors(QPainter &painter, const Frame &f) const
{
    painter.setPen(QPen(f.colors.surface, 1));
    painter.setBrush(f.colors.*colorOf(m_chart.resource));
    for (const QPointF &point : m_chart.floors)
        painter.drawEllipse(QPointF(f.x(point.x()), f.y(point.y())), dot + 0.5, dot + 0.5);
}

void FloorPlot::paintReadout(QPainter &painter, const Frame &f) const
{
    if (chosenPoint() < 0)
        return;
    const QPointF &floor = m_chart.floors[static_cast<std::size_t>(chosenPoint())];
    const QPointF at(f.x(floor.x()), f.y(floor.y()));
    painter.setPen(QPen(f.colors.text, 1.5));
    painter.setBrush(f.colors.*colorOf(m_chart.resource));
    painter.drawEllipse(at, dot + 2, dot + 2);
    const QFontMetricsF metrics(f.font);
    const QString text = readout();
    const QSizeF size(metrics.horizontalAdvance(text) + 12, metrics.height() + 6);
    const double left = std::clamp(at.x() - size.width() / 2, 0.0, std::max(0.0, width() - size.width()));
    double top = at.y() - size.height() - 8;
    if (top < 0)
        top = at.y() + 8;
    painter.setPen(Qt::NoPen);
    painter.setBrush(f.colors.text);
    const QRectF chip(QPointF(std::round(left), std::round(top)), size);
    painter.drawRoundedRect(chip, 4, 4);
    painter.setPen(f.colors.surface);
    painter.drawText(chip, Qt::AlignCenter, text);
}

} // namespace ui
