// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QPointF>
#include <QSizeF>
#include <QString>

#include <vector>

class QPainter;
class QRectF;

namespace ui::paper {

/// A chart as report::paperSvg() makes it, drawn by QSvgRenderer but for its texts: those it would draw as outlines, in which
/// no reader of PDF finds a word. Any thread.
class ChartPicture final
{
public:
    /// One that is not well-formed is an empty picture.
    explicit ChartPicture(const QByteArray &svg);

    /// In the chart's own units.
    [[nodiscard]] QSizeF size() const { return m_size; }
    /// As large as `rect`, which has its proportions.
    void draw(QPainter &painter, const QRectF &rect) const;

private:
    struct Text
    {
        QPointF at; ///< Of the baseline: its beginning, middle or end.
        QString anchor; ///< "start", "middle", "end"
        double size = 0;
        bool isBold = false;
        QColor colour;
        QString words;
    };

    void split(const QByteArray &svg);
    void drawText(QPainter &painter, const Text &text, const QPointF &at, double scale) const;

    QByteArray m_shapes; ///< All of it but the texts.
    std::vector<Text> m_texts;
    QSizeF m_size;
};

} // namespace ui::paper
