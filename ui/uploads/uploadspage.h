// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"
#include "core/session/folderoptions.h"
#include "core/transfer/failurereason.h"
#include "core/transfer/uploaddetails.h"

#include <QWidget>

#include <optional>

class QShortcut;
class QStackedWidget;

namespace ui {

class EmptyUploads;
class FailedView;
class FailureModel;
class FolderPanel;
class LeftOutNotice;
class QueueView;
class RangeLine;
class UploadActions;
class UploadModel;
class UploadStrip;
class UploadTable;

/// Drop files, see them sent, read the server's answers, stop and retry; look closely at one upload, or at what failed.
/// Says what the user wants by signals and shows what the model holds; knows no queue. Thread: GUI. The model outlives it.
class UploadsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadsPage)

public:
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
    [[nodiscard]] session::FolderOptions folderOptions() const;
    void setFolderOptions(const session::FolderOptions &options);
    [[nodiscard]] QByteArray columns() const;
    void restoreColumns(const QByteArray &state);

public Q_SLOTS:
    /// The answer to detailsRequested().
    void setDetails(const transfer::UploadDetails &details);
    void setWalk(const session::WalkProgress &walk);
    /// Says so until the user closes it; nothing: there is nothing to say any more.
    void setPassedOver(const session::PassedOver &what);
    void showDetails();
    void showFailed();
    /// The innermost of what is shown beside the queue: the failed ones, then the details.
    void goBack();
    /// Selects these rows and shows the first; unknown ids are left out.
    void select(const QList<transfer::UploadId> &ids);
    /// Shows only the uploads that ran within it, and says so; nothing: all.
    void setRange(const std::optional<base::TimeRange> &range);
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
    void folderOptionsChanged(const session::FolderOptions &options);
    void stopWalkRequested();
    /// What the engine knows of it is wanted: it is shown, or its command is to be copied.
    void detailsRequested(transfer::UploadId id);
    /// See FailedView.
    void exportFailedRequested(const transfer::FailureReason &reason, const QString &ending);
    /// Another row is the current one; an invalid id: none.
    void currentChanged(transfer::UploadId id);
    /// All uploads are wanted again: no range is to be selected any more.
    void showAllRequested();
    /// Something of it is to be seen now, and it may stand behind another page.
    void attentionWanted();
    /// Addresses were dropped that are not on this computer.
    void addressesRefused(const QStringList &addresses);

private:
    void connectActions();
    void connectParts();
    void browse(bool forFolder);
    void askForFolderOptions();
    void refresh();
    void updateDetails();
    void updateRangeLine();

    UploadModel &m_model;
    FailureModel *m_failures;
    UploadTable *m_table;
    UploadActions *m_actions;
    QShortcut *m_goBack;
    UploadStrip *m_strip;
    FolderPanel *m_folders;
    EmptyUploads *m_empty;
    QueueView *m_queue;
    FailedView *m_failed;
    QStackedWidget *m_stack;
    LeftOutNotice *m_leftOut;
    RangeLine *m_rangeLine;
    bool m_isRangeSet = false;
};

} // namespace ui
