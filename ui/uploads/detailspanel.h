// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploaddetails.h"

#include <QFrame>

class QAction;
class QVBoxLayout;

namespace ui {

class Banner;
class ElidedLabel;
class PhaseBar;
class Pill;
class TextBlock;

/// All that is known of one upload: what it failed of and what to do, where its time went, its attempts, what the server
/// said, and the heads of request and answer. The record is there at once; what the engine alone knows follows by
/// setDetails(). Thread: GUI.
class DetailsPanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPanel)

public:
    /// Its buttons say what these do; they outlive it.
    struct Actions
    {
        QAction &retry;
        QAction &copyCurl;
    };
    explicit DetailsPanel(const Actions &actions, QWidget *parent = nullptr);

    /// Another upload, or the same one as it is now.
    void setRecord(const transfer::UploadRecord &record);
    /// Ignored if it is of another upload.
    void setDetails(const transfer::UploadDetails &details);
    [[nodiscard]] transfer::UploadId id() const { return m_record.id; }

Q_SIGNALS:
    void closeRequested();

private:
    [[nodiscard]] QWidget *makeHead();
    void fill(QVBoxLayout &column);
    void showRecord();
    void showDetails();

    transfer::UploadRecord m_record;
    transfer::UploadDetails m_details;
    ElidedLabel *m_name;
    Pill *m_verdict;
    Banner *m_failure;
    PhaseBar *m_phases;
    TextBlock *m_facts;
    TextBlock *m_attempts;
    TextBlock *m_said;
    TextBlock *m_request;
    TextBlock *m_answer;
};

} // namespace ui
