// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/floorpicture.h"

#include "ui/common/colors.h"
#include "ui/common/fonts.h"
#include "ui/leak/floorplot.h"

#include <QPainter>

namespace ui {

namespace {

constexpr QSize smallest(560, 320);
constexpr int margin = 16;
constexpr int gap = 8;

/// A line of text above or below the plot.
struct Line
{
    QString text;
    QFont font;
    QColor color;
    Qt::TextElideMode mode = Qt::ElideRight;

    [[nodiscard]] int height() const { return text.isEmpty() ? 0 : QFontMetrics(font).height(); }

    void paint(QPainter &painter, const QRect &at) const
    {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(at, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(text, mode, at.width()));
    }
};

} // namespace

QImage floorPicture(const FloorPlot &plot, const FloorCaption &caption)
{
    const Colors &colors = colorsFor(plot.palette());
    const Line title{caption.title, strongFont(plot.font()), colors.text};
    const Line legend{caption.legend, smallFont(plot.font()), colors.dim};
    const Line origin{caption.origin, smallFont(plot.font()), colors.dim, Qt::ElideMiddle};

    FloorPlot drawn; // A plot of its own: nobody points at it, and it has the size that it needs.
    drawn.setPalette(plot.palette());
    drawn.setFont(plot.font());
    drawn.resize(plot.size().expandedTo(smallest));
    drawn.setChart(plot.chart());

    QRect at(margin, margin, drawn.width(), title.height());
    const QSize size(drawn.width() + 2 * margin,
                     drawn.height() + title.height() + legend.height() + origin.height()
                         + 2 * (margin + gap));
    const qreal ratio = plot.devicePixelRatioF();
    QImage image((QSizeF(size) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(colors.surface);
    QPainter painter(&image);
    title.paint(painter, at);
    at.moveTop(at.bottom() + 1 + gap);
    drawn.render(&painter, at.topLeft(), {}, QWidget::DrawChildren);
    at.moveTop(at.top() + drawn.height() + gap);
    for (const Line *line : {&legend, &origin}) {
        at.setHeight(line->height());
        line->paint(painter, at);
        at.moveTop(at.bottom() + 1);
    }
    return image;
}

} // namespace ui
