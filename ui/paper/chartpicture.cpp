// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/chartpicture.h"

#include "ui/paper/paperlook.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace ui::paper {

ChartPicture::ChartPicture(const QByteArray &svg)
{
    split(svg);
    m_size = m_shapes.isEmpty() ? QSizeF() : QSvgRenderer(m_shapes).viewBoxF().size();
}

void ChartPicture::split(const QByteArray &svg)
{
    QXmlStreamReader in(svg);
    QXmlStreamWriter out(&m_shapes);
    while (!in.atEnd()) {
        in.readNext();
        if (!in.isStartElement() || in.name() != QLatin1StringView("text")) {
            if (in.isStartElement() || in.isEndElement())
                out.writeCurrentToken(in);
            continue;
        }
        const QXmlStreamAttributes at = in.attributes();
        const auto number = [&at](const char *name) { return at.value(QLatin1StringView(name)).toDouble(); };
        m_texts.push_back({{number("x"), number("y")},
                           at.value(QLatin1StringView("text-anchor")).toString(),
                           number("font-size"),
                           number("font-weight") > 500,
                           QColor(at.value(QLatin1StringView("fill")).toString()),
                           in.readElementText(QXmlStreamReader::IncludeChildElements)});
    }
    if (!in.hasError())
        return;
    m_shapes.clear();
    m_texts.clear();
}

void ChartPicture::draw(QPainter &painter, const QRectF &rect) const
{
    if (m_size.isEmpty())
        return;
    QSvgRenderer(m_shapes).render(&painter, rect);
    const double scale = rect.width() / m_size.width();
    for (const Text &text : m_texts)
        drawText(painter, text, rect.topLeft() + text.at * scale, scale);
}

void ChartPicture::drawText(QPainter &painter, const Text &text, const QPointF &at, double scale) const
{
    QFont font = textFont(9, text.isBold ? QFont::DemiBold : QFont::Normal);
    font.setPixelSize(qRound(text.size * scale));
    painter.setFont(font);
    painter.setPen(text.colour);
    const double width = QFontMetricsF(font, painter.device()).horizontalAdvance(text.words);
    const double back = text.anchor == QLatin1StringView("end") ? width
        : text.anchor == QLatin1StringView("middle")            ? width / 2
                                                                : 0;
    painter.drawText(at - QPointF(back, 0), text.words);
}

} // namespace ui::paper
