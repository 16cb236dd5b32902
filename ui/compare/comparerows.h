// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparetext.h"

#include <QWidget>

class QGridLayout;

namespace ui {

/// The table of a comparison: name, before, difference, after. As tall as its rows; an interval is
/// below its number; names give way. Thread: GUI.
class CompareRows final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareRows)

public:
    explicit CompareRows(QWidget *parent = nullptr);

    void setRows(const ComparedHead &before, const ComparedHead &after, const std::vector<ComparedRow> &rows);
    [[nodiscard]] const std::vector<ComparedRow> &rows() const { return m_rows; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void clear();
    void addHead(const ComparedHead &head, int column);
    void addRow(const ComparedRow &row, int line);

    ComparedHead m_before;
    ComparedHead m_after;
    std::vector<ComparedRow> m_rows;
    QGridLayout *m_grid = nullptr;
};

} // namespace ui
