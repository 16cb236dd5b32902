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

QString tr(const char *text)
{
    return QCoreApplication::translate("ui::Timeline", text);
}

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

void paintFlags(QPainter &painter, const ChartFrame &frame)
{
    for (const ChartFrame::Flag &flag : frame.flags) {
        const double x = crisp(flag.x);
        painter.setPen(hairline(toneColor(frame.colors, toneOf(flag.mark)), Qt::DashLine));
        painter.drawLine(QLineF(x, frame.plotsTop(), x, frame.plotsBottom()));
        painter.setRenderHint(QPainter::Antialiasing);
        paintFlag(painter, frame, flag.mark, {x, frame.plotsTop()});
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
}

} // namespace

void paintBackdrop(QPainter &painter, const ChartFrame &frame)
{
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

QString markText(const session::Mark &mark)
{
    QString text;
    switch (mark.kind) {
    case MarkKind::Note:
        return mark.text;
    case MarkKind::Connected:
        text = tr("Watching began");
        break;
    case MarkKind::Restarted:
        text = tr("The server restarted");
        break;
    case MarkKind::Lost:
        text = tr("No readings from here");
        break;
    case MarkKind::Recovered:
        text = tr("Readings again");
        break;
    case MarkKind::Paused:
        text = tr("The server struggles");
        break;
    case MarkKind::Offline:
        text = tr("No network");
        break;
    case MarkKind::Online:
        text = tr("The network is back");
        break;
    case MarkKind::AlertRaised:
        text = tr("Alert");
        break;
    case MarkKind::AlertCleared:
        text = tr("The alert is over");
        break;
    }
    return mark.text.isEmpty() ? text : text + QStringLiteral(": ") + mark.text;
}

} // namespace ui
