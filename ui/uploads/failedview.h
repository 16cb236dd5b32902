// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/failurereason.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace ui {

class Banner;
class FailureModel;

/// What failed, by its reason: for each one how many, why, what to do, and buttons to try them again and to write them down.
/// Thread: GUI. The model outlives it.
class FailedView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FailedView)

public:
    explicit FailedView(FailureModel &failures, QWidget *parent = nullptr);

    /// Selects the reason with the most uploads and takes the focus.
    void open();

Q_SIGNALS:
    void retryRequested(const QList<transfer::UploadId> &ids);
    /// Kind None: of every reason. `ending`: "csv", or "txt" for paths alone.
    void exportRequested(const transfer::FailureReason &reason, const QString &ending);
    /// Back to the queue.
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    void askForForm(const QWidget &below, const transfer::FailureReason &reason);
    void makeTable();
    void refresh();
    void fitColumns();
    [[nodiscard]] int currentRow() const;

    FailureModel &m_failures;
    QLabel *m_title;
    QPushButton *m_exportAll;
    QTableView *m_table;
    Banner *m_about; ///< The selected reason.
    QPushButton *m_retry;
    QPushButton *m_export;
};

} // namespace ui
