// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/chartframe.h"

#include "core/session/alerttexts.h"
#include "ui/common/alerttone.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace ui {
namespace {

using session::MarkKind;

constexpr double flagWidth = 9;
constexpr double flagHeight = 9;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::Timeline)
};

/// The middle of a pixel: a 1-px line there is crisp.
double crisp(double x)
{
    return std::floor(x) + 0.5;
}

QPen hairline(const QColor &color, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen(color, 1, style);
    pen.setCosmetic(true);
    return pen;
}

Tone toneOf(const session::Mark &mark)
{
    switch (mark.kind) {
    case MarkKind::Note:
        return Tone::Accent;
    case MarkKind::Connected:
        return Tone::Dim;
    case MarkKind::Restarted:
    case MarkKind::Paused:
        return Tone::Warn;
    case MarkKind::Lost:
    case MarkKind::Offline:
        return Tone::Bad;
    case MarkKind::AlertRaised:
        return alertTone(session::priorityInText(mark.text).value_or(analysis::AlertPriority::P1));
    case MarkKind::Recovered:
    case MarkKind::Online:
    case MarkKind::AlertCleared:
        return Tone::Good;
    }
    Q_UNREACHABLE();
}

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

/// A pennant; of an alert its priority, filled when it is raised and hollow when it is over.
void paintFlag(QPainter &painter, const ChartFrame &frame, const session::Mark &mark, QPointF at)
{
    const QColor color = toneColor(frame.colors, toneOf(mark));
    const bool isRaised = mark.kind == MarkKind::AlertRaised;
    const auto priority
        = isRaised || mark.kind == MarkKind::AlertCleared ? session::priorityInText(mark.text) : std::nullopt;
    if (!priority) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(
            QPolygonF{at, at + QPointF(flagWidth, flagHeight / 2), at + QPointF(0, flagHeight)});
        return;
    }
    const QString word = analysis::toKey(*priority);
    const QFontMetricsF metrics(frame.strongFont);
    const QRectF chip(at,
                      QSizeF(std::ceil(metrics.horizontalAdvance(word)) + 6, std::ceil(metrics.height())));
    painter.setPen(hairline(color));
    painter.setBrush(isRaised ? color : frame.colors.surface);
    painter.drawRect(chip);
    painter.setPen(isRaised ? frame.colors.surface : color);
    painter.setFont(frame.strongFont);
    painter.drawText(chip, Qt::AlignCenter, word);
}

/// What was noted, as far as there is room before the next flag; the tool tip has all of it.
void paintNote(QPainter &painter, const ChartFrame &frame, const QString &text, double left, double right)
{
    constexpr double leastWidth = 32;
    constexpr double mostWidth = 180;
    const double room = std::min(right - left - 4, mostWidth);
    if (room < leastWidth)
        return;
    const QFontMetricsF metrics(frame.labelFont);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room);
    const QRectF box(left, frame.plotsTop(), std::ceil(metrics.horizontalAdvance(shown)) + 4,
                     metrics.height());
    QColor ground = frame.colors.surface; // lines may pass below it
    ground.setAlphaF(0.8F);
    painter.fillRect(box, ground);
    painter.setFont(frame.labelFont);
    painter.setPen(frame.colors.accent);
    painter.drawText(box.adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, shown);
}

void paintFlags(QPainter &painter, const ChartFrame &frame)
{
    for (size_t i = 0; i < frame.flags.size(); ++i) {
        const ChartFrame::Flag &flag = frame.flags[i];
        if (flag.mark.kind == MarkKind::Note)
            paintNote(painter, frame, flag.mark.text, crisp(flag.x) + flagWidth + 1,
                      i + 1 < frame.flags.size() ? frame.flags[i + 1].x : frame.time.right());
        const double x = crisp(flag.x);
        painter.setPen(hairline(toneColor(frame.colors, toneOf(flag.mark)), Qt::DashLine));
        painter.drawLine(QLineF(x, frame.plotsTop(), x, frame.plotsBottom()));
        painter.setRenderHint(QPainter::Antialiasing);
        paintFlag(painter, frame, flag.mark, {x, frame.plotsTop()});
        painter.setRenderHint(QPainter::Antialiasing, false);
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

QString flagText(const session::Mark &mark)
{
    QString text;
    switch (mark.kind) {
    case MarkKind::Note:
        return mark.text;
    case MarkKind::Connected:
        text = Text::tr("Watching began");
        break;
    case MarkKind::Restarted:
        text = Text::tr("The server restarted");
        break;
    case MarkKind::Lost:
        text = Text::tr("No readings from here");
        break;
    case MarkKind::Recovered:
        text = Text::tr("Readings again");
        break;
    case MarkKind::Paused:
        text = Text::tr("The server struggles");
        break;
    case MarkKind::Offline:
        text = Text::tr("No network");
        break;
    case MarkKind::Online:
        text = Text::tr("The network is back");
        break;
    case MarkKind::AlertRaised:
        text = Text::tr("Alert");
        break;
    case MarkKind::AlertCleared:
        text = Text::tr("The alert is over");
        break;
    }
    return mark.text.isEmpty() ? text : text + QStringLiteral(": ") + mark.text;
}

} // namespace ui
