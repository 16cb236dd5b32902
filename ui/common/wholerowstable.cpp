// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/wholerowstable.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace ui {

WholeRowsTable::WholeRowsTable(QWidget *parent)
    : QTableView(parent)
{
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
}

// QTableView gives the whole height to the rows each time, and is called again for whatever changes it.
void WholeRowsTable::updateGeometries()
{
    if (m_isFitting)
        return;
    const QScopedValueRollback isFitting(m_isFitting, true);
    QTableView::updateGeometries();
    QMargins around = viewportMargins();
    around.setBottom(spare());
    setViewportMargins(around);
    fitHeader();
}

/// By its height it is known how far the rows have to move for the last one to be seen. While it is hidden, it does not
/// lay itself out.
void WholeRowsTable::fitHeader()
{
    QHeaderView &rows = *verticalHeader();
    rows.resize(rows.width(), viewport()->height());
    if (rows.isHidden())
        QMetaObject::invokeMethod(&rows, "updateGeometries");
    const QScrollBar &bar = *verticalScrollBar();
    if (bar.value() == bar.maximum())
        rows.setOffsetToLastSection();
}

int WholeRowsTable::spare() const
{
    const int row = verticalHeader()->defaultSectionSize();
    const int room = viewport()->height();
    return verticalHeader()->length() <= room || room < row ? 0 : room % row;
}

} // namespace ui
