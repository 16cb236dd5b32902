// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/flagpainter.h"

#include "core/session/alerttexts.h"
#include "ui/common/alerttone.h"
#include "ui/common/hairline.h"
#include "ui/timeline/chartframe.h"

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

Tone toneOf(const session::Mark &mark)
{
    switch (mark.kind) {
    case MarkKind::Note:
    case MarkKind::ExperimentBegan:
    case MarkKind::ExperimentEnded:
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

QString wordsFor(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Note: // these have their own
    case MarkKind::ExperimentBegan:
    case MarkKind::ExperimentEnded:
        return {};
    case MarkKind::Connected:
        return Text::tr("Watching began");
    case MarkKind::Restarted:
        return Text::tr("The server restarted");
    case MarkKind::Lost:
        return Text::tr("No readings from here");
    case MarkKind::Recovered:
        return Text::tr("Readings again");
    case MarkKind::Paused:
        return Text::tr("The server struggles");
    case MarkKind::Offline:
        return Text::tr("No network");
    case MarkKind::Online:
        return Text::tr("The network is back");
    case MarkKind::AlertRaised:
        return Text::tr("Alert");
    case MarkKind::AlertCleared:
        return Text::tr("The alert is over");
    }
    Q_UNREACHABLE();
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

/// Over all panels and what is between them, but not through their titles.
void paintPole(QPainter &painter, const ChartFrame &frame, double x)
{
    const QFontMetricsF metrics(frame.strongFont);
    double from = frame.plotsTop();
    for (size_t i = 1; i < frame.panels.size(); ++i) {
        const ChartFrame::Panel &panel = frame.panels[i];
        if (x > panel.area.left() + metrics.horizontalAdvance(panel.title) + 2)
            continue;
        painter.drawLine(QLineF(x, from, x, frame.panels[i - 1].area.bottom()));
        from = panel.area.top();
    }
    painter.drawLine(QLineF(x, from, x, frame.plotsBottom()));
}

} // namespace

void paintFlags(QPainter &painter, const ChartFrame &frame)
{
    for (size_t i = 0; i < frame.flags.size(); ++i) {
        const ChartFrame::Flag &flag = frame.flags[i];
        if (session::hasOwnWords(flag.mark.kind))
            paintNote(painter, frame, flag.mark.text, crisp(flag.x) + flagWidth + 1,
                      i + 1 < frame.flags.size() ? frame.flags[i + 1].x : frame.time.right());
        const double x = crisp(flag.x);
        painter.setPen(hairline(toneColor(frame.colors, toneOf(flag.mark)), Qt::DashLine));
        paintPole(painter, frame, x);
        painter.setRenderHint(QPainter::Antialiasing);
        paintFlag(painter, frame, flag.mark, {x, frame.plotsTop()});
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
}

QString flagText(const session::Mark &mark)
{
    QStringList parts{wordsFor(mark.kind), mark.text};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(": "));
}

} // namespace ui
