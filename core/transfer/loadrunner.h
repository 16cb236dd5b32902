// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/loadplan.h"
#include "core/transfer/loadprogress.h"

#include <QObject>

#include <memory>

namespace transfer {

/// Makes the load of a LoadPlan: for measuring what uploads do, not for sending what somebody needs sent. Nothing is
/// retried and no redirect is followed.
///
///     LoadRunner load;
///     connect(&load, &LoadRunner::finished, this, [](const LoadResult &result) { … });
///     load.start(plan);
///
/// The connections are divided among lanes, threads of their own with a manager each. In a closed loop uploads are taken by
/// whichever connection is free; in an open loop the lanes take them in turn.
///
/// Thread: its own; that needs an event loop. Ownership: the caller's; destroying a running one stops it in silence
/// and waits for its threads, which takes milliseconds.
/// Signals: from the event loop, never from within a call. Errors are counted in the result, a run itself cannot fail.
class LoadRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoadRunner)

public:
    /// `lanes` is at least 1. More than one only helps where a single core cannot make the load.
    explicit LoadRunner(int lanes = 1, QObject *parent = nullptr);
    ~LoadRunner() override;

    /// Not while running.
    void start(const LoadPlan &plan);
    /// Breaks off what is under way, if anything is; `finished` follows soon.
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// About ten times a second and lane.
    void progressed(const transfer::LoadProgress &progress);
    /// Exactly once per start().
    void finished(const transfer::LoadResult &result);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace transfer
