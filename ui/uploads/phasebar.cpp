// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/phasebar.h"

#include "core/base/format.h"
#include "ui/common/colors.h"
#include "ui/common/fonts.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace ui {

using transfer::PhaseSpan;
using transfer::UploadPhase;

namespace {

constexpr int barHeight = 12;
constexpr int gapBelowBar = 6;
constexpr int dotSize = 8;
constexpr int gapBehindDot = 5;
constexpr int gapBetweenLabels = 14;
constexpr double leastWidth = 1.5;
constexpr double cutShare = 0.2; // of the bar, for a waiting that is cut short

QColor colorOf(UploadPhase phase, const Colors &colors)
{
    switch (phase) {
    case UploadPhase::Wait:
        return colors.dim;
    case UploadPhase::Dns:
        return colors.threads;
    case UploadPhase::Connect:
        return colors.goroutines;
    case UploadPhase::Tls:
        return colors.descriptors;
    case UploadPhase::Send:
        return colors.accent;
    case UploadPhase::Server:
        return colors.rss;
    case UploadPhase::Answer:
        return colors.heapGoal;
    }
    return colors.dim;
}

QBrush brushOf(UploadPhase phase, const Colors &colors)
{
    return {colorOf(phase, colors), phase == UploadPhase::Wait ? Qt::BDiagPattern : Qt::SolidPattern};
}

QString labelOf(const PhaseSpan &span)
{
    return PhaseBar::tr("%1 %2", "phase, time").arg(phaseName(span.phase), base::formatDuration(span.length));
}

double lengthOf(const QList<PhaseSpan> &phases)
{
    return std::accumulate(phases.begin(), phases.end(), 0.0, [](double sum, const PhaseSpan &span) {
        return sum + static_cast<double>(span.length.count());
    });
}

} // namespace

PhaseBar::PhaseBar(QWidget *parent)
    : QWidget(parent)
{
    setFont(smallFont(font()));
    setAccessibleName(tr("Where the time went"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PhaseBar::setPhases(const QList<PhaseSpan> &phases)
{
    if (phases == m_phases)
        return;
    m_phases = phases;
    QStringList texts;
    for (const PhaseSpan &span : phases)
        texts.append(labelOf(span));
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QList<PhaseBar::Piece> PhaseBar::layOut(const QList<PhaseSpan> &phases, double width)
{
    QList<Piece> pieces;
    const double all = lengthOf(phases);
    if (all <= 0 || width <= 0)
        return pieces;
    const bool waits = phases.first().phase == UploadPhase::Wait;
    const double wait = waits ? static_cast<double>(phases.first().length.count()) : 0;
    const bool isCut = waits && phases.size() > 1 && wait > all / 2;
    const double forWait = isCut ? width * cutShare : width * wait / all;
    const double scale = wait < all ? (width - forWait) / (all - wait) : 0;
    double needed = 0;
    for (const PhaseSpan &span : phases) {
        const bool isWait = span.phase == UploadPhase::Wait;
        const double wanted = isWait ? forWait : scale * static_cast<double>(span.length.count());
        pieces.append({span, 0, std::max(wanted, leastWidth), isWait && isCut});
        needed += pieces.last().width;
    }
    // What the narrowest were given the widest one pays.
    const auto widest = std::ranges::max_element(pieces, {}, &Piece::width);
    widest->width = std::max(leastWidth, widest->width - (needed - width));
    double left = 0;
    for (Piece &piece : pieces) {
        piece.left = left;
        left += piece.width;
    }
    return pieces;
}

QList<PhaseBar::Label> PhaseBar::labels(int width) const
{
    QList<Label> labels;
    const int lineHeight = fontMetrics().height() + 2;
    QPoint at(0, barHeight + gapBelowBar);
    for (const PhaseSpan &span : m_phases) {
        const QString text = labelOf(span);
        const int needed = dotSize + gapBehindDot + fontMetrics().horizontalAdvance(text);
        if (at.x() > 0 && at.x() + needed > width)
            at = {0, at.y() + lineHeight};
        labels.append({QRect(at, QSize(needed, lineHeight)), span, text});
        at.rx() += needed + gapBetweenLabels;
    }
    return labels;
}

int PhaseBar::heightForWidth(int width) const
{
    const QList<Label> all = labels(width);
    return all.isEmpty() ? 0 : all.last().rect.bottom() + 1;
}

QSize PhaseBar::sizeHint() const
{
    constexpr int usualWidth = 320;
    return {usualWidth, heightForWidth(usualWidth)};
}

QSize PhaseBar::minimumSizeHint() const
{
    return {120, barHeight};
}

bool PhaseBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto show = [&](const PhaseSpan &span) {
        QToolTip::showText(
            help->globalPos(),
            tr("%1: %2", "phase and time, what happens in it").arg(labelOf(span), phaseMeaning(span.phase)),
            this);
    };
    for (const Piece &piece : layOut(m_phases, width())) {
        if (help->y() < barHeight && help->x() >= piece.left && help->x() < piece.left + piece.width)
            show(piece.span);
    }
    for (const Label &label : labels(width())) {
        if (label.rect.contains(help->pos()))
            show(label.span);
    }
    return true;
}

void PhaseBar::paintBar(QPainter &painter, const Colors &colors) const
{
    QPainterPath outline;
    outline.addRoundedRect(QRectF(0, 0, width(), barHeight), 3, 3);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(QRect(0, 0, width(), barHeight), colors.grid);
    for (const Piece &piece : layOut(m_phases, width())) {
        const QRectF rect(piece.left, 0, piece.width, barHeight);
        painter.fillRect(rect, brushOf(piece.span.phase, colors));
        if (!piece.isCut)
            continue;
        // Two slanted strokes, as a broken axis is drawn.
        painter.setPen(QPen(colors.surface, 2));
        const double middle = rect.center().x();
        for (const double x : {middle - 4, middle + 1})
            painter.drawLine(QPointF(x, barHeight), QPointF(x + 5, 0));
    }
    painter.restore();
}

void PhaseBar::paintEvent(QPaintEvent *)
{
    if (m_phases.isEmpty())
        return;
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBar(painter, colors);
    for (const Label &label : labels(width())) {
        const QRect dot(label.rect.left(), label.rect.center().y() - dotSize / 2 + 1, dotSize, dotSize);
        const bool isHatched = label.span.phase == UploadPhase::Wait; // Too small for it without an outline.
        painter.setPen(isHatched ? QPen(colors.dim, 1) : QPen(Qt::NoPen));
        painter.setBrush(brushOf(label.span.phase, colors));
        painter.drawRoundedRect(dot, 2, 2);
        painter.setPen(colors.text);
        painter.drawText(label.rect.adjusted(dotSize + gapBehindDot, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, label.text);
    }
}

} // namespace ui
