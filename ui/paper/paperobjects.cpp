// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paperobjects.h"

#include "ui/paper/chartpicture.h"
#include "ui/paper/paperlook.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextCursor>
#include <QTextDocument>

namespace ui::paper {
namespace {

constexpr int chartType = QTextFormat::UserObject + 1;
constexpr int badgeType = QTextFormat::UserObject + 2;
constexpr int indexProperty = QTextFormat::UserProperty + 1;

constexpr qreal captionLines = 1.7; // of the caption's own height: with what keeps it off the chart
constexpr qreal badgePadding = 0.6; // of its letters' height

const QChar objectCharacter(QChar::ObjectReplacementCharacter);

QFont captionFont()
{
    return textFont(9, QFont::DemiBold);
}

QFont badgeFont()
{
    return textFont(8, QFont::DemiBold);
}

QFontMetricsF metricsOf(const QFont &font, const QTextDocument &document)
{
    return QFontMetricsF(font, document.documentLayout()->paintDevice());
}

void insert(QTextCursor &cursor, int type, qsizetype index)
{
    QTextCharFormat format;
    format.setObjectType(type);
    format.setProperty(indexProperty, static_cast<int>(index));
    cursor.insertText(QString(objectCharacter), format);
}

} // namespace

PaperObjects::PaperObjects(const report::Paper &paper)
    : m_paper(paper)
{
}

PaperObjects::~PaperObjects() = default;

void PaperObjects::serve(QTextDocument &document)
{
    document.documentLayout()->registerHandler(chartType, this);
    document.documentLayout()->registerHandler(badgeType, this);
}

void PaperObjects::insertChart(QTextCursor &cursor, qsizetype index)
{
    insert(cursor, chartType, index);
}

void PaperObjects::insertBadge(QTextCursor &cursor, qsizetype index)
{
    insert(cursor, badgeType, index);
}

QSizeF PaperObjects::intrinsicSize(QTextDocument *document, int /*position*/, const QTextFormat &format)
{
    const int index = format.intProperty(indexProperty);
    if (format.objectType() == badgeType) {
        const QFontMetricsF metrics = metricsOf(badgeFont(), *document);
        return {metrics.horizontalAdvance(m_paper.badges[index].text()) + 2 * badgePadding * metrics.height(),
                1.5 * metrics.height()};
    }
    const QSizeF chart = ChartPicture(m_paper.charts[index].svg).size();
    const qreal width = document->pageSize().width() * m_chartSize;
    const qreal caption = captionLines * metricsOf(captionFont(), *document).height();
    return {width, caption + (chart.isEmpty() ? 0 : width * chart.height() / chart.width())};
}

void PaperObjects::drawObject(QPainter *painter, const QRectF &rect, QTextDocument * /*document*/,
                              int /*position*/, const QTextFormat &format)
{
    painter->save();
    const int index = format.intProperty(indexProperty);
    if (format.objectType() == badgeType)
        drawBadge(*painter, rect, m_paper.badges[index]);
    else
        drawChart(*painter, rect, m_paper.charts[index]);
    painter->restore();
}

void PaperObjects::drawChart(QPainter &painter, const QRectF &rect, const report::Paper::Chart &chart) const
{
    painter.setFont(captionFont());
    painter.setPen(ink("text"));
    const QFontMetricsF metrics(painter.font(), painter.device());
    painter.drawText(QPointF(rect.left(), rect.top() + metrics.ascent()),
                     metrics.elidedText(chart.caption, Qt::ElideRight, rect.width()));
    ChartPicture(chart.svg).draw(painter, rect.adjusted(0, captionLines * metrics.height(), 0, 0));
}

void PaperObjects::drawBadge(QPainter &painter, const QRectF &rect, const report::Badge &badge) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(groundOf(badge.tone));
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter.setFont(badgeFont());
    painter.setPen(inkOf(badge.tone));
    painter.drawText(rect, Qt::AlignCenter, badge.text());
}

} // namespace ui::paper
