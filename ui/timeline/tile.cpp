// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/tile.h"

#include "ui/common/fonts.h"

#include <QPainter>

namespace ui {

Tile::Tile(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Tile::setText(const TileText &text)
{
    m_text = text;
    if (const QString spoken = text.spoken(); spoken != accessibleName())
        setAccessibleName(spoken);
    // What does not fit is in the tip.
    const QString detail = text.details.value(0);
    setToolTip(text.tip.isEmpty() ? detail : detail + QLatin1Char('\n') + text.tip);
    update();
}

QString Tile::shownDetail() const
{
    const QFontMetrics metrics(m_text.tone == Tone::Dim ? smallFont(font()) : smallStrongFont(font()));
    for (const QString &detail : m_text.details) {
        if (metrics.horizontalAdvance(detail) <= width())
            return detail;
    }
    return metrics.elidedText(m_text.details.isEmpty() ? QString() : m_text.details.last(), Qt::ElideRight,
                              width());
}

QSize Tile::sizeHint() const
{
    return {176, minimumSizeHint().height()};
}

QSize Tile::minimumSizeHint() const
{
    const int small = QFontMetrics(smallFont(font())).height();
    return {88, 2 * small + QFontMetrics(valueFont(font())).height() + 2};
}

void Tile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsFor(palette());
    auto line = [&, top = 0](const QFont &face, const QColor &color, const QString &text) mutable {
        const QFontMetrics metrics(face);
        painter.setFont(face);
        painter.setPen(color);
        painter.drawText(QRect(0, top, width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, width()));
        top += metrics.height() + 1;
    };
    const bool isKnown = m_text.value != unknownLabel();
    const QColor ink = m_text.color ? readable(colors.*m_text.color, colors.surface) : colors.text;
    line(smallFont(font()), colors.dim, m_text.title);
    line(valueFont(font()), isKnown ? ink : colors.dim, m_text.value);
    line(m_text.tone == Tone::Dim ? smallFont(font()) : smallStrongFont(font()),
         toneColor(colors, m_text.tone), shownDetail());
}

} // namespace ui
