// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/plotpicture.h"

#include "core/base/localtime.h"
#include "ui/common/colors.h"
#include "ui/common/fonts.h"

#include <QCoreApplication>
#include <QPainter>
#include <QWidget>

namespace ui {

namespace {

constexpr int margin = 16;
constexpr int gap = 8;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::PlotPicture)
};

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

QString originText(const QString &address, qint64 unixMs)
{
    return Text::tr("%1, %2", "address, when it was measured").arg(address, base::localMinute(unixMs));
}

QImage plotPicture(QWidget &fresh, const QWidget &shown, const PlotCaption &caption, const QSize &smallest)
{
    const Colors &colors = colorsFor(shown.palette());
    const Line title{caption.title, strongFont(shown.font()), colors.text};
    const Line legend{caption.legend, smallFont(shown.font()), colors.dim};
    const Line origin{caption.origin, smallFont(shown.font()), colors.dim, Qt::ElideMiddle};

    fresh.setPalette(shown.palette());
    fresh.setFont(shown.font());
    fresh.resize(shown.size().expandedTo(smallest));

    QRect at(margin, margin, fresh.width(), title.height());
    const QSize size(fresh.width() + 2 * margin,
                     fresh.height() + title.height() + legend.height() + origin.height()
                         + 2 * (margin + gap));
    const qreal ratio = shown.devicePixelRatioF();
    QImage image((QSizeF(size) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(colors.surface);
    QPainter painter(&image);
    title.paint(painter, at);
    at.moveTop(at.bottom() + 1 + gap);
    fresh.render(&painter, at.topLeft(), {}, QWidget::DrawChildren);
    at.moveTop(at.top() + fresh.height() + gap);
    for (const Line *line : {&legend, &origin}) {
        at.setHeight(line->height());
        line->paint(painter, at);
        at.moveTop(at.bottom() + 1);
    }
    return image;
}

} // namespace ui
