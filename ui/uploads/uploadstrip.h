// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/folderoptions.h"
#include "core/transfer/uploadrecord.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;

namespace ui {

class ActionButton;
class DropZone;
class ElidedLabel;
class UploadActions;

/// The line above the queue: where to drop, how far the uploads are, how many at once, and what to do with all of them.
/// Thread: GUI. The actions outlive it.
class UploadStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadStrip)

public:
    explicit UploadStrip(const UploadActions &actions, QWidget *parent = nullptr);

    void setHovered(bool on);
    void setTotals(const transfer::QueueTotals &totals);
    void setQueuePaused(bool on);
    /// While a walk is under way it is told instead of what is left.
    void setWalk(const session::WalkProgress &walk);

    [[nodiscard]] int parallelLimit() const;
    void setParallelLimit(int limit);

    /// With signs instead of words.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void parallelLimitChanged(int limit);

protected:
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QList<QWidget *> makeInvitation();
    void makeParallel();
    void refresh();
    /// What the queue does matters more than the invitation, which the frame and its sign say, too; then buttons give
    /// their words for their signs, from the right.
    void fit();
    [[nodiscard]] int buttonWidths(int signs) const;

    const UploadActions &m_actions;
    DropZone *m_zone;
    ElidedLabel *m_invitation;
    QList<ActionButton *> m_buttons; ///< From the right.
    QLabel *m_count;
    QPushButton *m_failed;
    ElidedLabel *m_rest;
    QPushButton *m_stopWalk;
    QSpinBox *m_parallel;
    transfer::QueueTotals m_totals;
    session::WalkProgress m_walk;
    bool m_isQueuePaused = false;
};

} // namespace ui
