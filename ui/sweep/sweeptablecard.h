// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepresult.h"

#include <QWidget>

#include <span>

class QLabel;
class QTableView;

namespace ui {

class SweepTableModel;

/// The figures of a sweep, a row for each level; as tall as its rows, and scrolled sideways where it is too wide. Ctrl+C
/// copies what is selected, to be pasted in a spreadsheet. Thread: GUI.
class SweepTableCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepTableCard)

public:
    explicit SweepTableCard(QWidget *parent = nullptr);

    void setLevels(std::span<const experiment::SweepLevel> levels);

public Q_SLOTS:
    /// -1: none. No signal.
    void choose(int level);

Q_SIGNALS:
    /// By a person.
    void chosen(int level);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fit();
    void copy() const;

    SweepTableModel *m_model;
    QTableView *m_table;
    QLabel *m_note;
};

} // namespace ui
