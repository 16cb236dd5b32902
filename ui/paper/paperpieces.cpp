// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paperpieces.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>

namespace ui::paper {
namespace {

constexpr int withNext = QTextFormat::UserProperty + 2;
constexpr qreal ofTheGap = 0.4; // between two rows: the rule stays with the row above it

std::vector<Piece> linesOf(const QTextBlock &block)
{
    const qreal top = block.document()->documentLayout()->blockBoundingRect(block).top();
    const QTextLayout &layout = *block.layout();
    std::vector<Piece> lines;
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        lines.push_back({.top = top + line.y(),
                         .bottom = top + line.y() + line.height(),
                         .splitsAt = i > 0 ? block.position() + line.textStart() : -1});
    }
    return lines;
}

void addBlock(std::vector<Piece> &pieces, const QTextBlock &block)
{
    std::vector<Piece> lines = linesOf(block);
    if (lines.empty())
        return;
    if (lines.size() > 1) { // neither the first line of a paragraph nor its last is alone
        lines.front().staysWithNext = true;
        lines[lines.size() - 2].staysWithNext = true;
    }
    lines.back().staysWithNext = block.blockFormat().boolProperty(withNext);
    pieces.insert(pieces.end(), lines.begin(), lines.end());
}

/// Of all cells of a row: lines that are side by side are one.
std::vector<Piece> linesOf(const QTextTable &table, int row)
{
    std::vector<Piece> lines;
    for (int column = 0; column < table.columns(); ++column) {
        const QTextTableCell cell = table.cellAt(row, column);
        for (auto it = cell.begin(); !it.atEnd(); ++it) {
            if (it.currentBlock().isValid())
                std::ranges::move(linesOf(it.currentBlock()), std::back_inserter(lines));
        }
    }
    std::ranges::sort(lines, {}, &Piece::top);
    std::vector<Piece> merged;
    for (const Piece &line : lines) {
        if (!merged.empty() && line.top < merged.back().bottom)
            merged.back().bottom = std::max(merged.back().bottom, line.bottom);
        else
            merged.push_back(line);
    }
    return merged;
}

void addTable(std::vector<Piece> &pieces, const QTextTable &table, qreal page)
{
    std::vector<std::vector<Piece>> rows;
    for (int row = 0; row < table.rows(); ++row)
        rows.push_back(linesOf(table, row));
    std::erase_if(rows, [](const std::vector<Piece> &lines) { return lines.empty(); });
    // The last row ends as the others do: the table's own rectangle holds its margins, too.
    const qreal gap = rows.size() > 1 ? rows[1].front().top - rows[0].back().bottom : 0;
    qreal top = rows.empty() ? 0 : rows.front().front().top;
    Span head;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool isLast = i + 1 == rows.size();
        const qreal end = rows[i].back().bottom;
        const qreal below = isLast ? gap : rows[i + 1].front().top - end;
        const qreal bottom = end + (1 - ofTheGap) * below;
        if (i == 0)
            head = {top, bottom};
        std::vector<Piece> parts{{.top = top, .bottom = bottom}};
        if (bottom - top > page - head.height()) {
            parts = rows[i];
            parts.front().top = top;
            parts.back().bottom = bottom;
        }
        for (Piece &part : parts) {
            part.splitsAt = -1;
            part.head = i == 0 ? Span{} : head;
            part.isInTable = i > 0;
        }
        // The head and the first row, the last two rows.
        parts.back().staysWithNext
            = !isLast && (i == 0 || (rows.size() > 3 && (i == 1 || i + 2 == rows.size())));
        pieces.insert(pieces.end(), parts.begin(), parts.end());
        top = bottom;
    }
}

} // namespace

void keepWithNext(QTextBlockFormat &format, bool isKept)
{
    format.setProperty(withNext, isKept);
}

std::vector<Piece> piecesOf(const QTextDocument &document, qreal page)
{
    std::vector<Piece> pieces;
    const QTextFrame &root = *document.rootFrame();
    for (auto it = root.begin(); !it.atEnd(); ++it) {
        if (const auto *table = qobject_cast<QTextTable *>(it.currentFrame()))
            addTable(pieces, *table, page);
        else if (it.currentBlock().isValid() && !it.currentBlock().text().isEmpty())
            addBlock(pieces, it.currentBlock());
    }
    return pieces;
}

} // namespace ui::paper
