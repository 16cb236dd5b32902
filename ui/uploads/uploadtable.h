// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"
#include "core/transfer/uploadrecord.h"

#include <QTableView>

#include <functional>
#include <optional>

namespace ui {

class UploadModel;
class UploadsInRange;

/// The queue as a table whose rows are the unit of everything: selection, focus, copying. Selection and place
/// survive when the model drops rows. Fast with 100,000 rows: all rows are equally tall and no column asks
/// its content how wide it is. Thread: GUI. The model outlives it.
class UploadTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadTable)

public:
    explicit UploadTable(UploadModel &model, QWidget *parent = nullptr);

    using Wanted = std::function<bool(const transfer::UploadRecord &)>;
    /// In the table's order. Where nothing is selected, the current row counts as selected.
    [[nodiscard]] QList<transfer::UploadId> selectedIds(const Wanted &wanted) const;
    /// Whether selectedIds() would find any.
    [[nodiscard]] bool isAnySelected(const Wanted &wanted) const;
    /// Nullptr when there is none. Valid until the model changes.
    [[nodiscard]] const transfer::UploadRecord *current() const;
    /// Replaces the selection and shows its first row.
    void select(const QList<transfer::UploadId> &ids);
    /// Selected rows as tab-separated text, one a line; of a single row only what the server said.
    [[nodiscard]] QString selectionAsText() const;

    /// Shows only the uploads that ran within it; nothing: all.
    void setRange(const std::optional<base::TimeRange> &range);
    [[nodiscard]] int shownRows() const;

    /// Leaves out what another view beside it tells.
    void setCompact(bool on);
    /// Widths and order, for the settings.
    [[nodiscard]] QByteArray columns() const;
    void restoreColumns(const QByteArray &state);

Q_SIGNALS:
    /// Another row is the current one, or others are selected.
    void selectionEdited();
    /// Rows came or went, by the model or by the range.
    void rowsEdited();
    /// Its chevron was clicked, or the row was double-clicked; it is the current one.
    void detailsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QItemSelection chosenRows() const;
    void setDefaultWidths();
    void updateRowHeight();
    void rememberPlace();
    void returnToPlace();

    UploadsInRange *m_rows;
    bool m_hasWidths = false;
    bool m_isCompact = false;
    QByteArray m_wholeColumns; ///< While compact.
    QList<transfer::UploadId> m_rememberedSelection; ///< While the model resets.
    transfer::UploadId m_rememberedCurrent;
};

} // namespace ui
