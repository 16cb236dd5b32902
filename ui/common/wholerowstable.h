// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace ui {

/// A table whose rows are all of one height, and that ends above the first row that it has no room for rather than cut it in
/// two, as WholeRowsArea does. It scrolls by whole rows. Thread: GUI.
class WholeRowsTable : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WholeRowsTable)

public:
    explicit WholeRowsTable(QWidget *parent = nullptr);

protected:
    void updateGeometries() override;

private:
    void fitHeader();
    /// Pixels below the last whole row; 0 where all rows have room, or none has.
    [[nodiscard]] int spare() const;

    bool m_isFitting = false;
};

} // namespace ui
