// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/floorreader.h"
#include "core/experiment/sweepresult.h"

#include <QObject>

namespace experiment {

/// One run of a Sweep: the recipe, as a coroutine that reads like it. Each step returns whether the sweep may go on; if
/// not, `m_result.stop` says why.
///
/// A level is: a ramp of one upload per connection, so that the connections and pools that so many need are not taken for
/// a leak; a floor; the measured load, and more of it where that was over too soon (SweepPlan::leastTime); a floor; and three more rounds of two uploads per connection with a floor after
/// each, for how much the growth scatters. In an open loop these are one second of arrivals, and two. What a cancelled
/// load did is not known.
///
/// Thread: the stage's, which outlives this, as do the peaks. Stage::cancel() brings the coroutine to its end before it
/// returns.
class SweepRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepRun)

public:
    /// `lanes`: of the stage.
    SweepRun(Stage &stage, PeakWatch &peaks, int lanes, SweepPlan plan);
    ~SweepRun() override;

    void start();

Q_SIGNALS:
    void progressed(const experiment::SweepProgress &progress);
    void finished(const experiment::SweepResult &result);

private:
    QCoro::Task<> run();
    QCoro::Task<bool> protocol();
    /// Finds the metrics. A server that shows none is swept all the same.
    QCoro::Task<bool> probe();
    QCoro::Task<bool> warmUp();
    QCoro::Task<bool> level(SweepLoad load);
    QCoro::Task<bool> ramp(SweepLevel &now);
    QCoro::Task<bool> measure(SweepLevel &now);
    /// Makes the measured load, into `now`. False: cancelled.
    QCoro::Task<bool> measuredLoad(SweepLevel &now);
    /// More of it, where it was over before it could tell anything.
    QCoro::Task<bool> lengthen(SweepLevel &now);
    QCoro::Task<bool> rounds(SweepLevel &now);
    QCoro::Task<transfer::LoadResult> load(int uploads, SweepLoad how, std::chrono::milliseconds noneAfter);
    /// Into `floor`: what is told; nothing where no metrics are, or they cannot be read now. False: stopped.
    QCoro::Task<bool> readFloor(std::optional<FloorReading> &floor);
    /// After a load of which much failed. False: there is no server any more, or another one.
    QCoro::Task<bool> isStillThere(transfer::LoadResult made);

    bool stop(SweepStop why, const base::Error &error = {});
    /// To the next level, if there is one.
    [[nodiscard]] bool mayGoOn(const SweepLevel &now);
    void judge();
    void report(SweepPhase phase, double share = 0);
    /// Of the load under way, by its uploads or by its time, whichever ends it first.
    [[nodiscard]] double loadShare(int attempts, int planned) const;

    Stage &m_stage;
    PeakWatch &m_peaks;
    int m_lanes;
    std::unique_ptr<FloorReader> m_reader; ///< None: there are no metrics.
    SweepResult m_result;
    SweepLoad m_load; ///< Of the level under way.
    SweepProgress m_progress;
    base::Steady m_begin;
    base::Steady m_loadBegin; ///< Of the load under way; likewise the next.
    std::chrono::milliseconds m_loadLimit{0};
    std::chrono::milliseconds m_loadLeast{0}; ///< It is lengthened if it is over sooner; 0: it is not.
    std::chrono::milliseconds m_loadBefore{0}; ///< What it lengthens has taken so long.
    std::optional<FloorReading> m_lastFloor;
    quint64 m_nextNumber = 0; ///< Of the next upload: none is sent twice.
};

} // namespace experiment
