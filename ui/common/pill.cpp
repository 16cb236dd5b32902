// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pill.h"

#include "ui/common/fonts.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace ui {
namespace {

constexpr int sidePadding = 8;
constexpr int lowestHeight = 20;
constexpr int dotSize = 8;
constexpr int dotGap = 5;

} // namespace

Pill::Pill(const QString &text, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Pill::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Pill::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Pill::setDot(bool on)
{
    m_hasDot = on;
    updateGeometry();
    update();
}

void Pill::setElidable(bool on)
{
    m_isElidable = on;
    setSizePolicy(on ? QSizePolicy::Maximum : QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Pill::sizeHint() const
{
    return sizeFor(font(), m_text, m_hasDot);
}

QSize Pill::minimumSizeHint() const
{
    return m_isElidable ? sizeHint().boundedTo(sizeFor(font(), QStringLiteral("wwwwww…"), m_hasDot))
                        : sizeHint();
}

QSize Pill::sizeFor(const QFont &font, const QString &text, bool dot)
{
    // Whole pixels rounded down would be just too few, and the last letters would give way to an ellipsis.
    const QFontMetricsF metrics(smallStrongFont(font));
    const int textWidth = static_cast<int>(std::ceil(metrics.horizontalAdvance(text))) + 1;
    return {textWidth + 2 * sidePadding + (dot ? dotSize + dotGap : 0),
            std::max(lowestHeight, static_cast<int>(std::ceil(metrics.height())) + 4)};
}

void Pill::paint(QPainter &painter, const QRect &rect, const QString &text, Tone tone, const Colors &colors,
                 bool dot)
{
    painter.save();
    const QSize wanted = sizeFor(painter.font(), text, dot);
    painter.setFont(smallStrongFont(painter.font()));
    painter.setRenderHint(QPainter::Antialiasing);
    QRect box(rect.topLeft(),
              QSize(std::min(wanted.width(), rect.width()), std::min(wanted.height(), rect.height())));
    box.moveTop(rect.top() + (rect.height() - box.height()) / 2);
    const QColor ink = toneColor(colors, tone);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneSoftColor(colors, tone));
    painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    QRect inside = box.adjusted(sidePadding, 0, -sidePadding, 0);
    if (dot) {
        painter.setBrush(ink);
        painter.drawEllipse(QRectF(inside.left(), box.center().y() + 1 - dotSize / 2.0, dotSize, dotSize));
        inside.setLeft(inside.left() + dotSize + dotGap);
    }
    painter.setPen(ink);
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
    painter.restore();
}

bool Pill::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && width() < sizeHint().width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_text, this);
        return true;
    }
    return QWidget::event(event);
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_text, m_tone, colorsFor(palette()), m_hasDot);
}

} // namespace ui
