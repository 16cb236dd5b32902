// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace ui {

class Banner;
class DropFilter;
class DropZone;
class EmptyUploads;
class UploadActions;
class UploadModel;
class UploadTable;

/// Drop files, see them sent, read the server's answers, stop and retry. Says what the user wants by signals
/// and shows what the model holds; knows no queue. Thread: GUI. The model outlives it.
class UploadsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadsPage)

public:
    static constexpr int largestParallelLimit = 200;

    explicit UploadsPage(UploadModel &model, QWidget *parent = nullptr);
    ~UploadsPage() override;

    /// For the window's menu.
    [[nodiscard]] const UploadActions &actions() const { return *m_actions; }
    /// Makes another widget take drops for this page.
    void takeDropsOf(QWidget &other);
    /// Whether the empty page offers generated files.
    void setSampleFilesOffered(bool on);

    [[nodiscard]] int parallelLimit() const;
    void setParallelLimit(int limit);
    [[nodiscard]] QByteArray columns() const;
    void restoreColumns(const QByteArray &state);

public Q_SLOTS:
    /// Selects these rows and shows the first; unknown ids are left out.
    void select(const QList<transfer::UploadId> &ids);
    /// Whether the whole queue is paused; only the queue knows.
    void setQueuePaused(bool on);

Q_SIGNALS:
    void pathsChosen(const QStringList &paths);
    void sampleFilesRequested();
    void cancelRequested(const QList<transfer::UploadId> &ids);
    void cancelAllRequested();
    void pauseQueueRequested(bool on);
    void pauseRequested(const QList<transfer::UploadId> &ids);
    void resumeRequested(const QList<transfer::UploadId> &ids);
    void retryInterruptedRequested();
    void retryRequested(const QList<transfer::UploadId> &ids);
    void retryAllFailedRequested();
    void clearFinishedRequested();
    void parallelLimitChanged(int limit);
    /// Another row is the current one; an invalid id: none.
    void currentChanged(transfer::UploadId id);
    /// Addresses were dropped that are not on this computer.
    void addressesRefused(const QStringList &addresses);

private:
    void buildStrip();
    void connectActions();
    void browse(bool forFolder);
    void showMenu(QPoint at);
    void refresh();
    void updateDetails();

    UploadModel &m_model;
    UploadTable *m_table;
    UploadActions *m_actions;
    DropZone *m_strip;
    EmptyUploads *m_empty;
    QStackedWidget *m_stack;
    Banner *m_details;
    QPushButton *m_retryThis = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_rest = nullptr;
    QSpinBox *m_parallel = nullptr;
    transfer::UploadId m_current;
};

} // namespace ui
