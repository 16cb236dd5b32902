// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/wholerowstable.h"
#include "ui/models/runmodel.h"

namespace ui {

/// The table of kept runs. Enter opens, Del deletes, F2 edits tags or note, where the current cell is one, else the tags.
/// Thread: GUI. The model outlives it.
class RunTable final : public WholeRowsTable
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunTable)

public:
    explicit RunTable(RunModel &model, QWidget *parent = nullptr);

    /// Newest first. Without a selection the one that has the focus.
    [[nodiscard]] QList<session::KeptRun> chosen() const;
    /// Begins to edit that of the current run; nothing without one.
    void editCell(RunColumn column);
    /// Makes it the only one that is selected, if it is there.
    void choose(qint64 id);

Q_SIGNALS:
    void openRequested();
    void removeRequested();
    void chosenChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUp();
    /// Who had the focus here before there was a run gets the first one, as whoever comes later does.
    void findCurrent();
    void updateRowHeight();
    void fitColumns();
    void fitColumnsLater();
    /// Of all its texts and its title, in pixels.
    [[nodiscard]] int widest(RunColumn column) const;
    [[nodiscard]] bool isEmpty(RunColumn column) const;

    RunModel &m_model;
    bool m_isFitPending = false;
};

} // namespace ui
