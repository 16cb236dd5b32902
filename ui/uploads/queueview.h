// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploaddetails.h"

#include <QWidget>

namespace ui {

class Banner;
class DetailsPanel;
class UploadActions;
class UploadTable;

/// The queue's table and what belongs to its current row: beside it the details, once they are asked for; below it, while
/// they are closed, why that upload failed; and its menu. Obeys the actions that show and copy. Thread: GUI.
class QueueView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueView)

public:
    /// The table becomes its child; the actions outlive it.
    QueueView(UploadTable &table, const UploadActions &actions, QWidget *parent = nullptr);

    /// The answer to detailsRequested().
    void setDetails(const transfer::UploadDetails &details);
    void showDetails();
    void hideDetails();
    [[nodiscard]] bool isShowingDetails() const;
    /// Reads the current row anew.
    void refresh();

Q_SIGNALS:
    /// Another row is the current one; an invalid id: none.
    void currentChanged(transfer::UploadId id);
    void retryRequested(const QList<transfer::UploadId> &ids);
    /// What the engine knows of it is wanted: it is shown, or its command is to be copied.
    void detailsRequested(transfer::UploadId id);
    void closeRequested();

private:
    void connectActions();
    void showMenu(QPoint at);
    void updateFailure(const transfer::UploadRecord *record);
    void updatePanel(const transfer::UploadRecord &record);

    UploadTable &m_table;
    const UploadActions &m_actions;
    DetailsPanel *m_panel;
    Banner *m_failure;
    transfer::UploadId m_current;
    transfer::UploadId m_curlWanted; ///< Its command is to be copied when it comes.
    transfer::UploadRecord m_asked; ///< As it was when its details were asked for last.
};

} // namespace ui
