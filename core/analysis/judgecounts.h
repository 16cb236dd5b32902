// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/lookpolicy.h"
#include "core/analysis/resourceverdict.h"

namespace analysis {

/// What is countable, read twice after a round: settled but not collected, and after the forced collections.
struct CountFloor
{
    double uploads = 0;
    double beforeGc = 0;
    double afterGc = 0; ///< Equal to beforeGc where no collection can be forced.
    bool hasCollected = false; ///< The server of its own accord, between the floor before and `beforeGc`.
};
using CountSeries = std::vector<CountFloor>;

/// Judges descriptors, goroutines, threads and temporary files (leak-check method, section 3.2): they leak
/// when at least `threshold.perUpload` (0.2) more remain in 80 % of the rounds, five in total, and the last
/// rounds still grow; or, threads excepted, when 80 % of the rounds rise, ten in total, by a slope whose 99 %
/// bound is above 0.02: one leaked descriptor in ten uploads is a leak too, and counts have no noise that
/// rises all the time. Descriptors whose owners carry finalizers (Go's os.File and netFD, the JVM's Cleaner)
/// are closed by a forced collection and never pile up across rounds: they are told by beforeGc - afterGc of
/// each round, in excess of the same before the first round -> GcClosed, `perUpload` being that difference.
/// Where the server has collected by itself the difference is a lower bound: such a round may speak for the
/// finding, not against it. So 80 % of the rounds that do speak must show it, among them two of five of all, and
/// `perUpload` is that of the rounds without collections, from three of them on.
[[nodiscard]] ResourceVerdict judgeCounts(const CountSeries &series, const Threshold &threshold,
                                          const LookPolicy &policy);

} // namespace analysis
