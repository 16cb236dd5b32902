// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paperdocument.h"

#include "core/report/markdowntext.h"
#include "ui/paper/paperlook.h"
#include "ui/paper/paperobjects.h"
#include "ui/paper/paperpieces.h"
#include "ui/paper/papertables.h"

#include <QTextBlock>
#include <QTextList>
#include <QTextTable>

namespace ui::paper {
namespace {

constexpr int headlineLevel = 3; // "###"
constexpr int titleLevel = 4;

/// The words as one Markdown document. Where charts go, an empty heading holds their place.
QString wordsOf(const report::Paper &paper)
{
    QString words = paper.text.opening;
    if (!paper.charts.isEmpty())
        words += QStringLiteral("\n#### \n\n");
    words += paper.text.details;
    if (!paper.text.conditions.isEmpty())
        words += QStringLiteral("\n#### Conditions\n") + report::markdownLines(paper.text.conditions);
    return words;
}

/// With a font all of it gets that; without one it stays what it is: bold, where the words are.
void setLook(const QTextBlock &block, const QColor &colour, const std::optional<QFont> &font = {})
{
    QTextCursor cursor(block);
    cursor.select(QTextCursor::BlockUnderCursor);
    QTextCharFormat format;
    format.setForeground(colour);
    if (font) {
        format.setFont(*font, QTextCharFormat::FontPropertiesSpecifiedOnly);
        cursor.setCharFormat(
            format); // not merged: headings have a size of their own by which it would be changed
    } else {
        cursor.mergeCharFormat(format);
    }
}

void setSpace(const QTextBlock &block, qreal above, qreal below)
{
    QTextBlockFormat format = block.blockFormat();
    format.setTopMargin(above);
    format.setBottomMargin(below);
    format.setIndent(0);
    format.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
    QTextCursor(block).setBlockFormat(format);
}

bool isCode(const QTextBlock &block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence)
        || block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
}

void style(const QTextBlock &block)
{
    const int level = block.blockFormat().headingLevel();
    if (level == headlineLevel) {
        setLook(block, ink("text"), textFont(16, QFont::DemiBold));
        setSpace(block, 4, 8);
    } else if (level == titleLevel) {
        setLook(block, ink("text"), textFont(9, QFont::DemiBold));
        setSpace(block, 16, 4);
    } else if (QTextList *list = block.textList()) { // notes: lines, not points
        list->remove(block);
        setLook(block, ink("dim"));
        setSpace(block, 0, 3);
    } else if (isCode(block)) {
        setLook(block, ink("text"), codeFont());
        setSpace(block, 0, 0);
    } else {
        setLook(block, ink("text"));
        setSpace(block, 2, 3);
    }
}

/// What may not be the last on a page: headings, what introduces a table or a stack, all lines of a stack and of the conditions
/// but their last.
bool introduces(const QTextBlock &block, bool isCondition)
{
    const QTextBlock next = block.next();
    if (!next.isValid() || block.text().isEmpty() || QTextCursor(block).currentTable())
        return false;
    return block.blockFormat().headingLevel() > 0 || isCondition || isCode(next)
        || QTextCursor(next).currentTable();
}

void keepTogether(QTextDocument &document, const QTextBlock &firstCondition)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const bool isCondition = firstCondition.isValid() && block.position() >= firstCondition.position();
        if (!introduces(block, isCondition))
            continue;
        QTextBlockFormat format = block.blockFormat();
        keepWithNext(format);
        QTextCursor(block).setBlockFormat(format);
    }
}

void insertCharts(const QTextBlock &place, qsizetype charts)
{
    QTextCursor cursor(place);
    QTextBlockFormat format = place.blockFormat();
    format.setLineHeight(0, QTextBlockFormat::SingleHeight); // a share of its height would be much
    format.setBottomMargin(10);
    cursor.setBlockFormat(format);
    for (qsizetype i = 0; i < charts; ++i) {
        if (i > 0)
            cursor.insertBlock();
        PaperObjects::insertChart(cursor, i);
    }
}

void insertBadges(QTextDocument &document, const QList<report::Badge> &badges)
{
    if (badges.isEmpty())
        return;
    QTextCursor cursor(&document);
    cursor.insertBlock();
    cursor.movePosition(QTextCursor::Start);
    cursor.setBlockFormat(QTextBlockFormat());
    for (qsizetype i = 0; i < badges.size(); ++i) {
        if (i > 0)
            cursor.insertText(QStringLiteral(" "));
        PaperObjects::insertBadge(cursor, i);
    }
}

} // namespace

void fill(QTextDocument &document, const report::Paper &paper)
{
    document.setDefaultFont(textFont());
    document.setMarkdown(wordsOf(paper), QTextDocument::MarkdownDialectGitHub);
    QTextBlock charts;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        style(block);
        if (block.blockFormat().headingLevel() == titleLevel && block.text().isEmpty())
            charts = block;
    }
    QTextBlock condition = document.lastBlock(), firstCondition;
    for (qsizetype i = 0; i < paper.text.conditions.size(); ++i, condition = condition.previous()) {
        setLook(condition, ink("dim"), textFont(8));
        firstCondition = condition;
    }
    styleTables(document);
    keepTogether(document, firstCondition);
    if (charts.isValid())
        insertCharts(charts, paper.charts.size());
    insertBadges(document, paper.badges);
}

} // namespace ui::paper
