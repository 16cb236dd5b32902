// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/chartframe.h"

#include "ui/common/hairline.h"
#include "ui/timeline/flagpainter.h"

#include <QPainter>

#include <cmath>

namespace ui {
namespace {

void paintTitle(QPainter &painter, const ChartFrame &frame, const ChartFrame::Panel &panel)
{
    const QFontMetricsF metrics(frame.strongFont);
    painter.setFont(frame.strongFont);
    painter.setPen(frame.colors.dim);
    // In the gap above, where no line can pass.
    painter.drawText(QRectF(panel.area.left(), panel.area.top() - metrics.height() - 1, panel.area.width(),
                            metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, panel.title);
}

void paintReadouts(QPainter &painter, const ChartFrame &frame, const ChartFrame::Panel &panel)
{
    const QFontMetricsF names(frame.labelFont);
    const double left = panel.area.right() + 8;
    const double right = frame.whole.right() - 16;
    const double height = names.height();
    for (size_t i = 0; i < panel.readouts.size(); ++i) {
        const Plot::Readout &readout = panel.readouts[i];
        const QRectF row(left, panel.labelY[i] - height / 2, right - left, height);
        painter.setPen(readout.color);
        painter.setFont(frame.labelFont);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, readout.name);
        const double nameWidth = names.horizontalAdvance(readout.name + QLatin1Char(' '));
        painter.setFont(frame.strongFont);
        painter.drawText(row.adjusted(nameWidth, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, readout.text);
    }
}

void paintTimeAxis(QPainter &painter, const ChartFrame &frame)
{
    painter.setFont(frame.labelFont);
    painter.setPen(frame.colors.dim);
    const QFontMetricsF metrics(frame.labelFont);
    const double top = frame.plotsBottom() + 6;
    for (const qint64 at : frame.ticks.at) {
        const QString text = timeLabel(at, frame.ticks.stepMs);
        const double width = metrics.horizontalAdvance(text);
        const double x = std::round(frame.time.x(at) - width / 2);
        painter.drawText(QRectF(x, top, width + 1, metrics.height()), Qt::AlignCenter, text);
    }
}

void paintCollections(QPainter &painter, const ChartFrame &frame)
{
    painter.setPen(hairline(frame.colors.heapGoal));
    const double bottom = frame.panels.front().area.bottom();
    double last = -10;
    for (const double x : frame.collections) {
        if (x - last < 3)
            continue; // a comb, not a bar
        last = x;
        painter.drawLine(QLineF(crisp(x), bottom - 4, crisp(x), bottom));
    }
}

/// Over all panels and what is between them, so that it is one thing.
void paintSpan(QPainter &painter, const ChartFrame &frame)
{
    const double left = std::round(frame.span->left);
    const double right = std::max(left + 1, std::round(frame.span->right));
    const double height = frame.plotsBottom() - frame.plotsTop();
    painter.fillRect(QRectF(left, frame.plotsTop(), right - left, height), spanColor(frame.colors));
    const QColor edge = frame.colors.heap;
    if (frame.span->hasLeftEdge)
        painter.fillRect(QRectF(left, frame.plotsTop(), 1, height), edge);
    if (frame.span->hasRightEdge)
        painter.fillRect(QRectF(right - 1, frame.plotsTop(), 1, height), edge);
}

/// How long the span is, above it, and beside the first panel's title.
void paintDuration(QPainter &painter, const ChartFrame &frame)
{
    const QFontMetricsF metrics(frame.strongFont);
    const ChartFrame::Panel &first = frame.panels.front();
    const double width = std::ceil(metrics.horizontalAdvance(frame.span->duration)) + 12;
    const double leftmost = first.area.left() + metrics.horizontalAdvance(first.title) + 8;
    const double middle = (frame.span->left + frame.span->right) / 2;
    const double left = std::clamp(std::round(middle - width / 2), leftmost,
                                   std::max(leftmost, frame.whole.right() - width - 4));
    const QRectF chip(left, first.area.top() - metrics.height() - 1, width, metrics.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(frame.colors.heap);
    painter.drawRoundedRect(chip, 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(frame.colors.surface);
    painter.setFont(frame.strongFont);
    painter.drawText(chip, Qt::AlignCenter, frame.span->duration);
}

} // namespace

QColor spanColor(const Colors &colors)
{
    QColor color = colors.heap;
    color.setAlpha(colors.isDark ? 58
                                 : 46); // more than a band of uploads, with which it is not to be confused
    return color;
}

void paintBackdrop(QPainter &painter, const ChartFrame &frame)
{
    if (frame.span && !frame.panels.empty())
        paintSpan(painter, frame);
    QColor edge = frame.colors.accent;
    edge.setAlphaF(0.6F);
    for (const ChartFrame::Panel &panel : frame.panels) {
        const double top = std::round(panel.area.top());
        const double height = std::round(panel.area.bottom()) - top;
        for (const ChartFrame::Band &band : frame.bands) {
            const double left = std::round(std::max(band.left, panel.area.left()));
            const double right = std::round(std::min(band.right, panel.area.right()));
            const QRectF box(left, top, std::max(1.0, right - left), height); // short uploads stay visible
            painter.fillRect(box, frame.colors.band);
            if (band.isHighlighted)
                painter.fillRect(box, frame.colors.band);
        }
        if (frame.highlight) {
            const double left = std::round(std::max(frame.highlight->first, panel.area.left()));
            const double right = std::round(std::min(frame.highlight->second, panel.area.right()));
            // Its edges are enough: what is between them must not hide the curves.
            if (right >= panel.area.left() && left <= panel.area.right()) {
                painter.fillRect(QRectF(left, top, 1, height), edge);
                painter.fillRect(QRectF(std::max(left + 1, right - 1), top, 1, height), edge);
            }
        }
        painter.setPen(hairline(frame.colors.grid));
        for (const qint64 at : frame.ticks.at) {
            const double x = crisp(frame.time.x(at));
            painter.drawLine(QLineF(x, top, x, top + height));
        }
    }
}

void paintAnnotations(QPainter &painter, const ChartFrame &frame)
{
    if (frame.panels.empty())
        return;
    for (const ChartFrame::Panel &panel : frame.panels) {
        paintTitle(painter, frame, panel);
        paintReadouts(painter, frame, panel);
    }
    paintTimeAxis(painter, frame);
    paintCollections(painter, frame);
    paintFlags(painter, frame);
    if (frame.span)
        paintDuration(painter, frame);
    if (!frame.placeholder.isEmpty()) {
        painter.setFont(frame.labelFont);
        painter.setPen(frame.colors.dim);
        painter.drawText(frame.panels.front().area, Qt::AlignCenter | Qt::TextWordWrap, frame.placeholder);
    }
}

void paintCursor(QPainter &painter, const ChartFrame &frame)
{
    if (frame.hasFocus) {
        painter.setPen(hairline(frame.colors.accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame.whole.adjusted(1, 1, -2, -2));
    }
    if (!frame.cursorX || frame.panels.empty())
        return;
    const double x = crisp(*frame.cursorX);
    painter.setPen(hairline(frame.colors.text));
    painter.drawLine(QLineF(x, frame.plotsTop(), x, frame.plotsBottom() + 4));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ChartFrame::Panel &panel : frame.panels) {
        for (const Plot::Readout &readout : panel.readouts) {
            if (std::isnan(readout.value))
                continue;
            painter.setPen(QPen(frame.colors.surface, 1));
            painter.setBrush(readout.color);
            painter.drawEllipse(QPointF(x, readout.y), 3.5, 3.5);
        }
    }
    const QFontMetricsF metrics(frame.strongFont);
    const bool isClose = frame.time.msPerPixel < 100;
    const QString text = clockLabel(frame.time.ms(*frame.cursorX), isClose);
    const double width = metrics.horizontalAdvance(text) + 12;
    double left = std::round(x - width / 2);
    left = std::clamp(left, 4.0, std::max(4.0, frame.whole.right() - width - 4));
    const QRectF chip(left, frame.plotsBottom() + 4, width, metrics.height() + 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(frame.colors.text);
    painter.drawRoundedRect(chip, 4, 4);
    painter.setPen(frame.colors.surface);
    painter.setFont(frame.strongFont);
    painter.drawText(chip, Qt::AlignCenter, text);
}

} // namespace ui
