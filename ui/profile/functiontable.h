// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profilesearch.h"
#include "ui/common/wholerowstable.h"

class QSortFilterProxyModel;

namespace ui {

class FunctionModel;

/// The functions of a profile as a sortable table that a search narrows. Thread: GUI.
class FunctionTable final : public WholeRowsTable
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FunctionTable)

public:
    explicit FunctionTable(QWidget *parent = nullptr);
    ~FunctionTable() override;

    /// The guilty function's row is selected, if there is one.
    void setContent(const pprof::SharedContent &content);
    void setSearch(const pprof::ProfileSearch &search);

    /// Of ProfileContent::rows; -1: none is selected.
    [[nodiscard]] int selectedRow() const;
    /// Selects and shows it without telling; -1, or a row that the search hides: none.
    void selectRow(int row);
    /// The selected row as text: function, place and figures, tab-separated. Empty when there is none.
    [[nodiscard]] QString selectionAsText() const;

Q_SIGNALS:
    /// Selected by the user.
    void rowSelected(int row);
    /// Entered or double-clicked.
    void rowActivated(int row);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int sourceRow(const QModelIndex &index) const;
    void updateColumns();

    FunctionModel *m_model;
    class Filter;
    Filter *m_filter;
    bool m_isSelecting = false;
};

} // namespace ui
