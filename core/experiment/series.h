// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/judgecounts.h"
#include "core/analysis/lookpolicy.h"
#include "core/analysis/threshold.h"
#include "core/experiment/floor.h"

#include <span>
#include <vector>

namespace experiment {

/// A floor and the successful uploads (or aborts) before it, in its phase.
struct FloorAt
{
    double uploads = 0;
    FloorReading floor;
};

/// Judges every resource that all of the floors tell of: heap and its objects, process size, goroutines, threads,
/// descriptors, files. Pure. `blanks` are floors between which nothing was uploaded. `leniency` multiplies the thresholds
/// of memory, for phases that are too short for the usual ones; above 1 memory is judged only where garbage can be
/// collected on demand (Reading::GoExact). External memory leaks only when it has grown by more than 64 MiB: less can be
/// garbage that nobody has collected yet, and growth below that which never fell back leaves it open (NotCollected). Process
/// memory of Go, which is told beyond what its runtime has taken (Reading::GoExact), leaks only when it ends above that:
/// below, the runtime may have begun to use what it had (InReserve); where what the runtime has taken is not told
/// (FloorReading::isRssAll), not beside a heap that was hardly collected, whose garbage it holds. A heap that is collected only when its server likes must have been, where
/// that is told: twice at least in the later half, or once after which its growth was still there. Process memory of a runtime
/// other than Go waits for the heap that is in it. What a server grows by without uploads, in the time that a round takes, is
/// taken off.
[[nodiscard]] std::vector<analysis::ResourceVerdict>
judgeFloors(std::span<const FloorAt> floors, std::span<const FloorReading> blanks, analysis::Reading reading,
            double bodyBytes, const analysis::LookPolicy &policy, double leniency = 1);

enum class ClosedBy { Collector, Server, Unknown };
/// Of descriptors that seem to be closed by the collector alone (Outcome::GcClosed): who closes them, by later rounds in which
/// the server had time to do it by itself, another each. What it closes after a certain time is still closed while it collects
/// in one of them at most. A round in which it collected by itself can show that it was the collector, and deny nothing. Pure.
[[nodiscard]] ClosedBy closedBy(const analysis::ResourceVerdict &verdict, std::span<const FloorAt> rested);

/// The verdict on descriptors of rounds by what was there after the collections alone. Pure.
[[nodiscard]] analysis::ResourceVerdict judgeKept(std::span<const FloorAt> floors,
                                                  const analysis::ResourceVerdict &verdict, double bodyBytes);

/// Of what would be stable, the heap that stands still between rises like those of a buffer that grows ahead (doubling.h) is
/// left open: it may be one that every upload is appended to. `warmUp` comes before `rounds`. Only where garbage is collected
/// on demand: elsewhere the floors jump by themselves.
void leaveBuffersOpen(std::vector<analysis::ResourceVerdict> &verdicts, std::span<const FloorAt> warmUp,
                      std::span<const FloorAt> rounds, analysis::Reading reading,
                      const analysis::LookPolicy &policy);

/// Judges what few uploads left on the disk that are larger than what servers keep in memory: files, and their bytes,
/// leak when every one of them left some. Where both are not told there is no verdict. Pure.
[[nodiscard]] std::vector<analysis::ResourceVerdict> judgeSpill(std::span<const FloorAt> floors);

/// Whether process memory in these floors is all that is resident, the heap included, because what the runtime has taken
/// for that is not told (FloorReading::isRssAll); elsewhere it is what lies outside the heap.
[[nodiscard]] bool isHeapInRss(std::span<const FloorAt> floors, analysis::Reading reading);

/// Whether a heap that is collected only when its server likes was not collected between two floors, where that is told.
[[nodiscard]] bool isUncollected(const FloorReading &from, const FloorReading &to, analysis::Reading reading);

/// Whether a server still shrinks into rest, or grows ever less, while nothing is done (trend.h, isSettling).
[[nodiscard]] bool isStillSettling(std::span<const FloorReading> blanks);

/// The value of one resource in a floor; of counts, the one after the collections. NaN: not told.
[[nodiscard]] double valueOf(const FloorReading &floor, analysis::Resource resource);

[[nodiscard]] std::vector<double> valuesOf(std::span<const FloorReading> floors, analysis::Resource resource);

} // namespace experiment
