// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paperpages.h"

#include "ui/paper/papercolumns.h"
#include "ui/paper/paperobjects.h"
#include "ui/paper/paperpieces.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>

namespace ui::paper {
namespace {

constexpr qreal chartSizes[]{0.92, 0.84, 0.76}; // smaller ones cannot be read
constexpr std::size_t fewPages = 4; // what charts can give is little among more

std::vector<PaperPage> pagesNow(QTextDocument &document, const QSizeF &body)
{
    document.documentLayout()->documentSize(); // all of it is laid out
    return pagesOf(piecesOf(document, body.height()), body.height());
}

/// Makes two paragraphs of one that goes on over the page: QTextLayout::draw() draws the line before those that it is to, which
/// nobody would see, but find in the page's text.
void splitBetween(QTextDocument &document, const std::vector<PaperPage> &pages)
{
    for (auto page = pages.rbegin(); page != pages.rend(); ++page) {
        if (page->splitsAt < 0)
            continue;
        QTextCursor cursor(&document);
        cursor.setPosition(page->splitsAt);
        QTextBlockFormat rest = cursor.blockFormat(), begun = rest;
        begun.setBottomMargin(0);
        keepWithNext(begun, false);
        rest.setTopMargin(0);
        cursor.setBlockFormat(begun);
        cursor.insertBlock(rest);
    }
}

std::vector<PaperPage> pagesAt(QTextDocument &document, PaperObjects &objects, const QSizeF &body,
                               qreal charts)
{
    objects.setChartSize(charts);
    document.markContentsDirty(0, document.characterCount());
    return pagesNow(document, body);
}

/// Where that saves a page.
std::vector<PaperPage> withSmallerCharts(QTextDocument &document, PaperObjects &objects, const QSizeF &body,
                                         std::size_t pages)
{
    for (const qreal size : chartSizes) {
        std::vector<PaperPage> fewer = pagesAt(document, objects, body, size);
        if (fewer.size() < pages)
            return fewer;
    }
    return pagesAt(document, objects, body, 1);
}

} // namespace

std::vector<PaperPage> makePages(QTextDocument &document, PaperObjects &objects, const QSizeF &body)
{
    document.setPageSize({body.width(), -1});
    document.documentLayout()->documentSize();
    shareColumns(document, body.width());
    std::vector<PaperPage> pages = pagesNow(document, body);
    if (objects.hasCharts() && pages.size() > 1 && pages.size() <= fewPages)
        pages = withSmallerCharts(document, objects, body, pages.size());
    splitBetween(document, pages);
    return pagesNow(document, body);
}

} // namespace ui::paper
