// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/papercolumns.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>
#include <numeric>

namespace ui::paper {
namespace {

constexpr qreal mostOfRoom = 0.4; // that the lines of one column count as

ColumnNeed needOf(const QTextTable &table, int column, qreal padding)
{
    ColumnNeed need;
    for (int row = 0; row < table.rows(); ++row) {
        qreal whole = 0;
        const QTextTableCell cell = table.cellAt(row, column);
        for (auto it = cell.begin(); !it.atEnd(); ++it) {
            const QTextBlock block = it.currentBlock();
            if (!block.isValid())
                continue;
            const QTextLayout &lines = *block.layout();
            whole = std::max(whole, lines.maximumWidth());
            need.least = std::max(need.least,
                                  block.blockFormat().nonBreakableLines() ? whole : lines.minimumWidth());
        }
        need.whole = std::max(need.whole, whole);
        need.usual += whole / table.rows();
    }
    return {need.least + padding, need.whole + padding, need.usual + padding};
}

template <typename Width>
qreal sumOf(const std::vector<ColumnNeed> &needs, Width width)
{
    return std::accumulate(needs.begin(), needs.end(), 0.0,
                           [&width](qreal sum, const ColumnNeed &need) { return sum + width(need); });
}

} // namespace

std::vector<qreal> sharedWidths(const std::vector<ColumnNeed> &needs, qreal room)
{
    const qreal most = sumOf(needs, [](const ColumnNeed &need) { return need.whole; });
    const auto wanted = [room](const ColumnNeed &need) {
        return std::max(need.least, std::min(need.usual, mostOfRoom * room)) - need.least;
    };
    const qreal spare = room - sumOf(needs, [](const ColumnNeed &need) { return need.least; });
    const qreal asked = sumOf(needs, wanted);
    std::vector<qreal> widths;
    for (const ColumnNeed &need : needs) {
        if (most > 0 && most <= room) // all fits
            widths.push_back(need.whole * room / most);
        else if (asked > 0)
            widths.push_back(
                std::min(need.least + wanted(need) * spare / asked, std::max(need.whole, need.least)));
        else
            widths.push_back(need.least + spare / static_cast<qreal>(needs.size()));
    }
    // What short lines do not need the longest ones get.
    const qreal left = room - std::accumulate(widths.begin(), widths.end(), 0.0);
    const auto longest = std::ranges::max_element(needs, {}, &ColumnNeed::whole);
    if (longest != needs.end())
        widths[static_cast<std::size_t>(longest - needs.begin())] += left;
    return widths;
}

void shareColumns(QTextDocument &document, qreal room)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        // Cells are some points apart, whatever the dots are: not more than a line.
        const qreal padding = 1.2
            * QTextCursor(table->cellAt(0, 0).firstCursorPosition()).block().layout()->lineAt(0).height();
        std::vector<ColumnNeed> needs;
        for (int column = 0; column < table->columns(); ++column)
            needs.push_back(needOf(*table, column, padding));
        QList<QTextLength> lengths;
        for (const qreal width : sharedWidths(needs, room))
            lengths.append(QTextLength(QTextLength::PercentageLength, 100 * width / room));
        QTextTableFormat format = table->format();
        format.setColumnWidthConstraints(lengths);
        table->setFormat(format);
    }
}

} // namespace ui::paper
