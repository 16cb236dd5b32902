// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paperpages.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace ui::paper {
namespace {

constexpr int leastLines = 6; // on the last page: fewer look as if they had been forgotten
constexpr int leastOfTable = 10; // the same with its head, and the air around each row
constexpr int mostGiven = 10; // lines that each page before it gives at most

QTextBlock lastWords(const QTextDocument &document)
{
    QTextBlock last = document.lastBlock();
    while (last.text().isEmpty() && last.previous().isValid()) // behind a table there is always one
        last = last.previous();
    return last;
}

} // namespace

qreal filledOnLastPage(const QTextDocument &document)
{
    const QTextBlock last = lastWords(document);
    const QAbstractTextDocumentLayout &layout = *document.documentLayout();
    QTextTable *table = QTextCursor(last).currentTable();
    const QRectF end = table ? layout.frameBoundingRect(table) : layout.blockBoundingRect(last);
    return end.bottom() - (document.pageCount() - 1) * document.pageSize().height();
}

void makePages(QTextDocument &document, const QSizeF &body)
{
    document.setPageSize(body);
    if (document.pageCount() < 2)
        return;
    const QFontMetricsF metrics(document.defaultFont(), document.documentLayout()->paintDevice());
    const bool isTable = QTextCursor(lastWords(document)).currentTable();
    const qreal least = (isTable ? leastOfTable : leastLines) * metrics.lineSpacing();
    // Each line less on a page moves one to the next: the more pages there are, the fewer each has to give.
    for (int given = 1; given <= mostGiven && filledOnLastPage(document) < least; ++given)
        document.setPageSize({body.width(), body.height() - given * metrics.lineSpacing()});
    if (filledOnLastPage(document) < least) // what is large moves as a whole, or not at all
        document.setPageSize(body);
}

} // namespace ui::paper
