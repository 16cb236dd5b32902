// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparerows.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/pill.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace ui {

namespace {

constexpr int rowPadding = 3;
constexpr int leastNameLetters = 20;
constexpr int mostValueLetters = 30; // A reason why nothing can be told gives way to names.
constexpr int leastValueLetters = 20; // As much of an address is there at the head.
enum Column { Name, Before, Difference, After, columnCount };

QLabel *rightLabel(const QString &text)
{
    auto *label = new ElidedLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

/// The interval is below its number, so that columns stay narrow and no number is cut.
QWidget *valueCell(const ComparedValue &value)
{
    QLabel *text = rightLabel(value.text);
    text->setMaximumWidth(mostValueLetters * text->fontMetrics().averageCharWidth());
    if (value.interval.isEmpty())
        return text;
    QLabel *interval = rightLabel(value.interval);
    interval->setFont(smallFont(interval->font()));
    interval->setForegroundRole(QPalette::PlaceholderText);
    auto *cell = new QWidget;
    auto *lines = new QVBoxLayout(cell);
    lines->setContentsMargins({});
    lines->setSpacing(0);
    lines->addWidget(text);
    lines->addWidget(interval);
    return cell;
}

/// The difference: what has become of it, and by how much.
QWidget *differenceCell(const ComparedRow &row)
{
    auto *cell = new QWidget;
    auto *line = new QHBoxLayout(cell);
    line->setContentsMargins({});
    line->setSpacing(8);
    line->addStretch(1);
    if (!row.word.isEmpty())
        line->addWidget(new Pill(row.word, row.tone), 0, Qt::AlignVCenter);
    if (!row.difference.text.isEmpty())
        line->addWidget(valueCell(row.difference));
    line->addStretch(1);
    return cell;
}

} // namespace

CompareRows::CompareRows(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Before and after"));
    (new QVBoxLayout(this))->setContentsMargins({});
}

void CompareRows::clear()
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    delete m_grid;
    m_grid = new QGridLayout;
    m_grid->setContentsMargins(8, 0, 8, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(2 * rowPadding + 1); // 1: the line between.
    m_grid->setColumnStretch(Name, 1);
    const int letter = fontMetrics().averageCharWidth();
    m_grid->setColumnMinimumWidth(Name, leastNameLetters * letter);
    for (const int column : {Before, After})
        m_grid->setColumnMinimumWidth(column, leastValueLetters * letter);
    static_cast<QVBoxLayout *>(layout())->addLayout(m_grid);
}

void CompareRows::setRows(const ComparedHead &before, const ComparedHead &after,
                          const std::vector<ComparedRow> &rows)
{
    if (before == m_before && after == m_after && rows == m_rows)
        return;
    m_before = before;
    m_after = after;
    m_rows = rows;
    clear();
    addHead(before, Before);
    auto *middle = new QLabel(tr("Difference"));
    middle->setFont(strongFont(middle->font()));
    middle->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_grid->addWidget(middle, 0, Difference);
    addHead(after, After);
    for (int i = 0; i < static_cast<int>(rows.size()); ++i)
        addRow(rows[static_cast<std::size_t>(i)], i + 1);
    update();
}

void CompareRows::addHead(const ComparedHead &head, int column)
{
    auto *cell = new QWidget;
    auto *title = new QLabel(head.title);
    title->setFont(strongFont(title->font()));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addStretch(1);
    line->addWidget(new Pill(head.word, head.tone));
    line->addWidget(title);
    auto *lines = new QVBoxLayout(cell);
    lines->setContentsMargins({});
    lines->setSpacing(2);
    lines->addLayout(line);
    for (const QString &text : {head.when, head.server}) {
        auto *label = new ElidedLabel(text);
        label->setElideMode(Qt::ElideLeft); // The end of an address tells it from others.
        label->setFont(smallFont(label->font()));
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setAlignment(Qt::AlignRight);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // Numbers set the width.
        lines->addWidget(label);
    }
    cell->setAccessibleName(tr("%1: %2, %3, %4", "before or after, when, server, verdict")
                                .arg(head.title, head.when, head.server, head.word));
    m_grid->addWidget(cell, 0, column);
}

void CompareRows::addRow(const ComparedRow &row, int line)
{
    auto *name = new ElidedLabel(row.name);
    if (row.kind == ComparedRow::Kind::Title) {
        name->setFont(strongFont(name->font()));
        name->setContentsMargins(0, 12, 0, 0);
        m_grid->addWidget(name, line, Name, 1, columnCount);
        return;
    }
    name->setAccessibleName(
        tr("%1: %2 before, %3 after, %4 %5", "name, values, what has become of it, by how much")
            .arg(row.name, inOneLine(row.before), inOneLine(row.after), row.word, inOneLine(row.difference))
            .trimmed());
    m_grid->addWidget(name, line, Name);
    m_grid->addWidget(valueCell(row.before), line, Before);
    m_grid->addWidget(differenceCell(row), line, Difference);
    m_grid->addWidget(valueCell(row.after), line, After);
    if (row.toolTip.isEmpty())
        return;
    for (int column = 0; column < columnCount; ++column)
        m_grid->itemAtPosition(line, column)->widget()->setToolTip(row.toolTip);
}

void CompareRows::paintEvent(QPaintEvent *)
{
    if (!m_grid)
        return;
    QPainter painter(this);
    painter.setPen(QPen(colorsFor(palette()).grid, 1));
    for (int line = 2; line <= static_cast<int>(m_rows.size()); ++line) {
        const auto kind = m_rows[static_cast<std::size_t>(line - 1)].kind;
        if (kind == ComparedRow::Kind::Title)
            continue;
        const int y = m_grid->cellRect(line, Name).top() - rowPadding - 1;
        painter.drawLine(0, y, width(), y);
    }
}

} // namespace ui
