// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/papertables.h"

#include "ui/paper/paperlook.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace ui::paper {
namespace {

constexpr int manyColumns = 8; // more than that need smaller letters
constexpr qreal rule = 0.6;

void styleTable(QTextTable &table)
{
    QTextTableFormat format = table.format();
    format.setBorder(0);
    format.setBorderCollapse(true);
    format.setCellSpacing(0);
    format.setCellPadding(0);
    format.setHeaderRowCount(1);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setTopMargin(14);
    format.setBottomMargin(6);
    table.setFormat(format);
}

/// What a verdict begins with tells how it is meant: see report::Badge::text().
std::optional<QColor> verdictInk(const QString &text)
{
    if (text.startsWith(u'▲'))
        return inkOf(report::Tone::Bad);
    return text.startsWith(u'✓') ? std::optional(inkOf(report::Tone::Good)) : std::nullopt;
}

/// "? inconclusive" is one word, so to speak; what goes on with a reason is not.
bool isShortVerdict(const QString &text)
{
    constexpr qsizetype longest = 24;
    return text.size() <= longest && (verdictInk(text) || text.startsWith(u'?'));
}

/// Behind a block of code Markdown's reader begins the first cell with an empty line.
void removeEmptyLines(const QTextTableCell &cell)
{
    QTextCursor cursor = cell.firstCursorPosition();
    while (cursor.block().length() <= 1 && cursor.block() != cell.lastCursorPosition().block())
        cursor.deleteChar();
}

/// That of the first row below the head, which has none of its own.
Qt::Alignment alignmentOf(const QTextTable &table, int column)
{
    return table.rows() > 1 ? table.cellAt(1, column).firstCursorPosition().blockFormat().alignment()
                            : Qt::Alignment(Qt::AlignLeft);
}

void styleCell(QTextTable &table, int row, int column)
{
    const bool isHead = row == 0;
    QTextTableCell cell = table.cellAt(row, column);
    QTextTableCellFormat look = cell.format().toTableCellFormat();
    look.setBottomBorder(rule);
    look.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    look.setBottomBorderBrush(ink(isHead ? "base" : "line"));
    look.setTopPadding(3);
    look.setBottomPadding(3);
    look.setLeftPadding(column == 0 ? 0 : 6);
    look.setRightPadding(column + 1 == table.columns() ? 0 : 6);
    cell.setFormat(look);

    removeEmptyLines(cell);
    QTextCursor cursor = cell.firstCursorPosition();
    QTextBlockFormat lines = cursor.blockFormat();
    if (isHead)
        lines.setAlignment(alignmentOf(table, column));
    lines.setTopMargin(0);
    lines.setBottomMargin(0);
    const bool isNumber = lines.alignment().testFlag(Qt::AlignRight);
    const QString text = cursor.block().text();
    lines.setNonBreakableLines(isHead ? !text.contains(u' ') : isNumber || isShortVerdict(text));
    cursor.setBlockFormat(lines);
    cursor.setPosition(cell.lastPosition(), QTextCursor::KeepAnchor);
    const std::optional<QColor> verdict = verdictInk(text);
    QTextCharFormat words;
    words.setFont(textFont(table.columns() > manyColumns ? 7 : 8, verdict ? QFont::DemiBold : QFont::Normal),
                  QTextCharFormat::FontPropertiesSpecifiedOnly);
    words.setForeground(isHead ? ink("dim") : verdict.value_or(ink("text")));
    cursor.mergeCharFormat(words);
}

} // namespace

void styleTables(QTextDocument &document)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        styleTable(*table);
        for (int row = 0; row < table->rows(); ++row) {
            for (int column = 0; column < table->columns(); ++column)
                styleCell(*table, row, column);
        }
    }
}

} // namespace ui::paper
