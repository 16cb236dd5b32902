// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/resourcerows.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/pill.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace ui {

namespace {
constexpr int rowPadding = 3;
enum Column { Name, Word, Value };
} // namespace

ResourceRows::ResourceRows(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(tr("Resources"));
    m_grid->setContentsMargins(8, 0, 8, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2 * rowPadding + 1); // 1: the line between.
    m_grid->setColumnStretch(Name, 1);
    m_grid->setColumnStretch(Value, 0);
}

void ResourceRows::setRows(const std::vector<ResourceRow> &rows)
{
    if (rows == m_rows)
        return;
    const auto shown = static_cast<int>(m_rows.size());
    m_rows = rows;
    const auto wanted = static_cast<int>(rows.size());
    for (int row = wanted; row < shown; ++row) {
        for (const Column column : {Name, Word, Value})
            delete m_grid->itemAtPosition(row, column)->widget();
    }
    for (int row = shown; row < wanted; ++row) {
        auto *name = new ElidedLabel;
        auto *value = new QLabel;
        value->setTextFormat(Qt::PlainText);
        m_grid->addWidget(name, row, Name);
        m_grid->addWidget(new Pill, row, Word, Qt::AlignLeft | Qt::AlignVCenter);
        m_grid->addWidget(value, row, Value, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (int row = 0; row < wanted; ++row)
        fill(row);
    update();
}

void ResourceRows::fill(int row)
{
    const ResourceRow &line = m_rows[static_cast<std::size_t>(row)];
    auto *name = static_cast<ElidedLabel *>(m_grid->itemAtPosition(row, Name)->widget());
    auto *pill = static_cast<Pill *>(m_grid->itemAtPosition(row, Word)->widget());
    auto *value = static_cast<QLabel *>(m_grid->itemAtPosition(row, Value)->widget());
    name->setText(line.name);
    name->setAccessibleName(line.value.isEmpty()
                                ? tr("%1: %2").arg(line.name, line.word)
                                : tr("%1: %2, %3 per upload").arg(line.name, line.word, line.value));
    pill->setText(line.word);
    pill->setTone(line.tone);
    value->setText(line.value);
    for (QWidget *part :
         {static_cast<QWidget *>(name), static_cast<QWidget *>(pill), static_cast<QWidget *>(value)})
        part->setToolTip(line.toolTip);
}

void ResourceRows::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(QPen(colorsFor(palette()).grid, 1));
    for (int row = 1; row < static_cast<int>(m_rows.size()); ++row) {
        const int y = m_grid->cellRect(row, Name).top() - rowPadding - 1;
        painter.drawLine(0, y, width(), y);
    }
}

} // namespace ui
