// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/tile.h"

#include "ui/common/fonts.h"

#include <QPainter>

namespace ui {

namespace {
constexpr int tintPadding = 6;
}

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
    const QString alerts = text.alerts.isEmpty()
        ? QString()
        : tr("Alert: %1", "names of alerts").arg(text.alerts.join(tr(", ", "between names")));
    if (alerts != accessibleDescription())
        setAccessibleDescription(alerts);
    // What does not fit is in the tip.
    QStringList tip{text.details.value(0), text.tip, alerts};
    tip.removeAll(QString());
    setToolTip(tip.join(QLatin1Char('\n')));
    update();
}

/// Of the text, so that it does not touch the tint's edge.
int Tile::indent() const
{
    return m_text.alerts.isEmpty() ? 0 : tintPadding;
}

QString Tile::shownDetail() const
{
    const int room = width() - 2 * indent();
    const QFontMetrics metrics(m_text.tone == Tone::Dim ? smallFont(font()) : smallStrongFont(font()));
    for (const QString &detail : m_text.details) {
        if (metrics.horizontalAdvance(detail) <= room)
            return detail;
    }
    return metrics.elidedText(m_text.details.isEmpty() ? QString() : m_text.details.last(), Qt::ElideRight,
                              room);
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
    const QColor ground = m_text.alerts.isEmpty() ? colors.surface : toneSoftColor(colors, m_text.alertTone);
    if (!m_text.alerts.isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(rect(), tintPadding, tintPadding);
    }
    const int room = width() - 2 * indent();
    auto line = [&, top = 0](const QFont &face, const QColor &color, const QString &text) mutable {
        const QFontMetrics metrics(face);
        painter.setFont(face);
        painter.setPen(readable(color, ground));
        painter.drawText(QRect(indent(), top, room, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, room));
        top += metrics.height() + 1;
    };
    const bool isKnown = m_text.value != unknownLabel();
    const QColor ink = m_text.color ? colors.*m_text.color : colors.text;
    line(smallFont(font()), colors.dim, m_text.title);
    line(valueFont(font()), isKnown ? ink : colors.dim, m_text.value);
    line(m_text.tone == Tone::Dim ? smallFont(font()) : smallStrongFont(font()),
         toneColor(colors, m_text.tone), shownDetail());
}

} // namespace ui
