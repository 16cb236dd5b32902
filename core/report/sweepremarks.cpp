// SPDX-License-Identifier: GPL-3.0-or-later
// What has to be known besides what a sweep found: remarks on its levels, conditions, bounds, steps.
#include "core/base/format.h"
#include "core/report/failurewording.h"
#include "core/report/safetext.h"
#include "core/report/sweepclauses.h"
#include "core/report/sweepwording.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using experiment::InFlightMemory;
using experiment::SweepLevel;
using experiment::SweepPhase;
using experiment::SweepResult;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::SweepWording)
};

/// "Failures with 200 at once: 3,680 × 504 Gateway Timeout, 2 × Connection broken"
QString failureLine(const SweepLevel &level)
{
    QStringList kinds;
    const auto add = [&kinds](int times, const QString &title) {
        kinds += Text::tr("%1 × %2", "count, why it failed").arg(base::formatCount(times), title);
    };
    for (const auto &[status, times] : level.load.statuses) {
        if (status / 100 != 2)
            add(times, failureTitle(base::ErrorKind::HttpStatus, status));
    }
    for (const auto &[kind, times] : level.load.errors)
        add(times, failureTitle(kind, 0));
    return kinds.isEmpty()
        ? QString()
        : Text::tr("Failures with %1: %2", "50 at once, failures").arg(levelName(level), commaList(kinds));
}

QString cutShortLine(const SweepResult &result, const SweepLevel &level)
{
    const QString longest = base::formatDuration(result.plan.longestLevel);
    if (level.load.arrivals.dropped == 0)
        return Text::tr("%1 was ended after %2: a level takes no longer", "50 at once, time")
            .arg(levelName(level), longest);
    return Text::tr("%1 was ended after %2, when %3 uploads still waited in line: a level takes no longer",
                    "50 a second, time, count")
        .arg(levelName(level), longest, base::formatCount(level.load.arrivals.dropped));
}

/// Of an open loop: the bound of this program, where it was met.
QString lineText(const SweepResult &result, const SweepLevel &level)
{
    const QString text = Text::tr("In line with %1: %2 of %3 uploads, because %4 were under way, "
                                  "and this program begins no more at once",
                                  "50 a second, counts");
    return text.arg(levelName(level), base::formatCount(level.load.arrivals.waited),
                    base::formatCount(level.load.arrivals.due), base::formatCount(result.plan.mostAtOnce));
}

QString unknownInFlight(InFlightMemory::Unknown why)
{
    switch (why) {
    case InFlightMemory::Unknown::NotCollected:
        return Text::tr("no garbage collection was seen meanwhile, so what the heap grew by may be garbage");
    case InFlightMemory::Unknown::Garbage:
        return Text::tr("the heap at most doubled, which garbage alone can do");
    case InFlightMemory::Unknown::NotTold: // nothing is said of it in the table either
    case InFlightMemory::Unknown::None:
        break;
    }
    return {};
}

/// A line for each reason, with the levels that it is of.
QStringList inFlightLines(const SweepResult &result)
{
    QStringList lines;
    for (const auto why : {InFlightMemory::Unknown::NotCollected, InFlightMemory::Unknown::Garbage}) {
        QStringList levels;
        for (const SweepLevel &level : result.levels) {
            if (level.inFlight().why == why)
                levels += levelName(level);
        }
        if (!levels.isEmpty())
            lines += Text::tr("What each upload in flight takes of the server is not known with %1: %2",
                              "50 at once, why")
                         .arg(commaList(levels), unknownInFlight(why));
    }
    return lines;
}

QString loopLine(const experiment::SweepPlan &plan)
{
    const QString timeout = base::formatDuration(plan.uploads.target.endpoint.transport.totalTimeout);
    if (!plan.isOpenLoop())
        return Text::tr("Closed loop: each connection sends its next upload when it has the answer to "
                        "its last one; a timeout is no answer within %1, or a 408 or 504")
            .arg(timeout);
    const QString text = Text::tr(
        "Open loop: uploads begin at a constant rate, whatever the server does, at most %1 at once; "
        "who finds no connection free waits in line. Times count from when an upload was due, so that a "
        "server that stalls looks no better for it (coordinated omission, corrected as wrk2 does); "
        "a timeout is no answer within %2 of its beginning, or a 408 or 504");
    return text.arg(base::formatCount(plan.mostAtOnce), timeout);
}

/// With few at once as with many.
QString leavesLine(const SweepResult &result)
{
    const QString left = leftText(result);
    return left.isEmpty() ? left
                          : Text::tr("%1, which tells whether that is given back later",
                                     "each upload leaves 8 KiB: run a leak check")
                                .arg(withCapital(left));
}

/// Failures that do not come of how many there are.
QString alwaysFailsLine(const SweepResult &result)
{
    const std::span<const SweepLevel> levels = result.survived();
    const bool isAlways = levels.size() > 1 && std::ranges::all_of(levels, [](const SweepLevel &level) {
                              return level.failedShare() > SweepResult::tolerated;
                          });
    if (!isAlways || result.scaling.bottleneck == analysis::Bottleneck::Server
        || result.scaling.collapsedAt.value_or(0) > 0)
        return {};
    return Text::tr(
        "Uploads fail at every level, with few at once as with many: that does not come of the load");
}

QString amountText(const experiment::SweepPlan &plan)
{
    if (plan.levelTime)
        return Text::tr("%1 a level").arg(base::formatDuration(*plan.levelTime));
    if (plan.isOpenLoop())
        return Text::tr("%1 a level").arg(base::formatDuration(std::chrono::seconds(plan.perConnection)));
    if (plan.leastTime.count() > 0)
        return Text::tr("%1 per connection, and more where a level would last less than %2", "count, time")
            .arg(plan.perConnection)
            .arg(base::formatDuration(plan.leastTime));
    return Text::tr("%1 per connection").arg(plan.perConnection);
}

} // namespace

QStringList sweepRemarks(const SweepResult &result)
{
    QStringList remarks;
    for (const QString &line : {leavesLine(result), alwaysFailsLine(result)}) {
        if (!line.isEmpty())
            remarks += line;
    }
    for (const SweepLevel &level : result.levels) {
        if (const QString line = failureLine(level); !line.isEmpty())
            remarks += line;
    }
    for (const SweepLevel &level : result.levels) {
        if (level.load.arrivals.waited > 0)
            remarks += lineText(result, level);
        if (level.isCutShort)
            remarks += cutShortLine(result, level);
    }
    return remarks + inFlightLines(result);
}

QString sweepBoundsText(const experiment::SweepPlan &plan, double bodyBytes)
{
    const std::vector<experiment::SweepLoad> loads = plan.loads();
    if (loads.empty())
        return {};
    const QString highest = levelName(loads.back());
    const auto most = static_cast<double>(plan.mostUploads(bodyBytes));
    if (plan.isCounted())
        return Text::tr("up to %1 uploads, %2, %3 in all", "count, 50 at once, bytes")
            .arg(base::formatCount(most), highest, base::formatBytes(most * bodyBytes));
    return Text::tr("as many uploads as are answered in %1 at each level, %2 in the end, %3 in all at most",
                    "time, 50 at once, count")
        .arg(base::formatDuration(*plan.levelTime), highest, base::formatCount(most));
}

QString sweepPhaseText(const experiment::SweepProgress &progress)
{
    const auto percent = std::lround(std::clamp(progress.share, 0.0, 1.0) * 100);
    switch (progress.phase) {
    case SweepPhase::Probe:
        return Text::tr("looking for metrics");
    case SweepPhase::WarmUp:
        return Text::tr("warming up");
    case SweepPhase::Ramp:
        return Text::tr("ramping up");
    case SweepPhase::Load:
        return Text::tr("measuring %1 %", "share done").arg(percent);
    case SweepPhase::Rounds:
        return Text::tr("what is left %1 %", "a step of the sweep, share done").arg(percent);
    case SweepPhase::Done:
        break;
    }
    return {};
}

QStringList sweepConditions(const SweepResult &result)
{
    const experiment::SweepPlan &plan = result.plan;
    QStringList lines;
    lines += Text::tr("Uploads to %1, %2 each, %3, connections kept alive", "address, bytes, how many")
                 .arg(displayUrl(plan.uploads.target.endpoint.url), base::formatBytes(result.bodyBytes),
                      amountText(plan));
    lines += loopLine(plan);
    if (result.found.found())
        lines += watchedByText(result.found);
    lines += Text::tr("%1 uploads in %2, warm-up and rounds for what is left included; seed %3; "
                      "Tidemark %4; begun %5")
                 .arg(base::formatCount(static_cast<double>(result.attempts)),
                      base::formatDuration(result.took))
                 .arg(plan.uploads.seed)
                 .arg(QStringLiteral(TIDEMARK_VERSION), base::formatUtc(result.startedMs));
    return lines;
}

} // namespace report
