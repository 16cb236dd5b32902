// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paperpdf.h"

#include "ui/paper/paperdocument.h"
#include "ui/paper/paperlook.h"
#include "ui/paper/paperobjects.h"
#include "ui/paper/paperpages.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QDateTime>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace ui::paper {
namespace {

constexpr int resolution = 1200; // dots an inch: fine enough for 0.6 px lines
constexpr qreal marginMm = 16;
constexpr qreal headMm = 10; // of the page's inside: what it is about
constexpr qreal footMm = 9;

qreal dots(qreal mm)
{
    return mm / 25.4 * resolution;
}

QString begunText(const report::ReportHead &head)
{
    if (head.startedAtMs == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(head.startedAtMs, Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
}

/// The page's edges: the same on each but for the number.
class PageFrame
{
public:
    PageFrame(const report::ReportHead &head, const QSizeF &page)
        : m_head(head)
        , m_page(page)
    {
    }

    void paint(QPainter &painter, int number, int pages) const
    {
        painter.save();
        paintHead(painter);
        paintFoot(painter, QStringLiteral("%1 / %2").arg(number).arg(pages));
        painter.restore();
    }

private:
    void paintHead(QPainter &painter) const
    {
        const QRectF line(0, 0, m_page.width(), dots(headMm) / 2);
        const QString brand = QStringLiteral("≋ Tidemark");
        painter.setFont(textFont(9, QFont::DemiBold));
        painter.setPen(ink("accent"));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignTop, brand);
        const qreal from = painter.fontMetrics().horizontalAdvance(brand) + dots(4);
        painter.setFont(textFont(8));
        painter.setPen(ink("dim"));
        const QString begun = begunText(m_head);
        const qreal room = m_page.width() - from - painter.fontMetrics().horizontalAdvance(begun) - dots(4);
        const QString about = QStringLiteral("%1 · %2").arg(m_head.kind, m_head.subject);
        painter.drawText(
            line.adjusted(from, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop,
            QFontMetricsF(painter.font(), painter.device()).elidedText(about, Qt::ElideMiddle, room));
        painter.drawText(line, Qt::AlignRight | Qt::AlignTop, begun);
    }

    void paintFoot(QPainter &painter, const QString &number) const
    {
        const qreal top = m_page.height() - dots(footMm) / 2;
        painter.setPen(QPen(ink("line"), dots(0.15)));
        painter.drawLine(QPointF(0, top), QPointF(m_page.width(), top));
        painter.setFont(textFont(7.5));
        painter.setPen(ink("dim"));
        const QRectF line(0, top, m_page.width(), dots(footMm) / 2);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom,
                         QStringLiteral("%1. %2").arg(m_head.program(), report::unitsText()));
        painter.drawText(line, Qt::AlignRight | Qt::AlignBottom, number);
    }

    const report::ReportHead &m_head;
    QSizeF m_page;
};

void prepare(QPdfWriter &writer, const report::ReportHead &head)
{
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
    writer.setTitle(QStringLiteral("%1: %2").arg(head.kind, head.subject));
    writer.setCreator(head.program());
}

/// A part of the document at `top` of the page.
void paintPart(QPainter &painter, QTextDocument &document, const Span &part, qreal top)
{
    if (part.height() <= 0) // with nothing to clip by all would be drawn
        return;
    painter.save();
    painter.translate(0, top - part.from);
    QAbstractTextDocumentLayout::PaintContext context;
    const QRectF whole(0, part.from, document.pageSize().width(), part.height());
    // A line that merely touches this part would be in its text, unseen, too.
    const qreal hair = dots(0.2);
    context.clip = whole.adjusted(0, hair, 0, -hair);
    context.palette.setColor(QPalette::Text, ink("text"));
    painter.setClipRect(whole.adjusted(0, 0, 0, hair)); // a rule may be its last line
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

void paintPage(QPainter &painter, QTextDocument &document, const PaperPage &page)
{
    paintPart(painter, document, page.head, dots(headMm));
    paintPart(painter, document, page.body, dots(headMm) + page.head.height());
}

} // namespace

QByteArray toPdf(const report::Paper &paper)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        prepare(writer, paper.head);
        const QSizeF page(writer.width(), writer.height());
        PaperObjects objects(paper);
        QTextDocument document;
        document.setDocumentMargin(0);
        fill(document, paper); // before there is a layout, which would follow every change of it
        document.documentLayout()->setPaintDevice(&writer);
        objects.serve(document);
        const std::vector<PaperPage> pages
            = makePages(document, objects, {page.width(), page.height() - dots(headMm + footMm)});
        QPainter painter(&writer);
        const PageFrame frame(paper.head, page);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (i > 0)
                writer.newPage();
            frame.paint(painter, static_cast<int>(i + 1), static_cast<int>(pages.size()));
            paintPage(painter, document, pages[i]);
        }
    }
    return buffer.data();
}

} // namespace ui::paper
