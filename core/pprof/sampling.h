// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profile.h"

#include <optional>

/// How far a sampled heap profile can be trusted. A sampler that takes one byte in `period` on average sees an object
/// of S bytes with p = 1 - exp(-S / period) (Go: runtime/pprof's scaleHeapSample). An estimate of n objects made by
/// dividing by p has the variance n (1 - p) / p.
namespace pprof {

/// Whether a period makes the profile an estimate: heap profiles with a period above 1 byte. CPU profiles are
/// sampled too, but in another way; goroutine profiles are exact.
[[nodiscard]] bool isSampledHeap(const Profile &profile);

/// p of an object of that size. 1 for a period of 1 byte or less.
[[nodiscard]] double visibility(double objectBytes, qint64 period);

/// Variance of one sample's value of `type` (in its own unit, squared); 0 when the profile is exact. Of a
/// difference it counts the objects of the net change alone: those alive in both profiles are the same
/// samples and cancel out.
[[nodiscard]] double sampleVariance(const Profile &profile, qsizetype sample, int type);

/// How many uploads give ten samples when each leaves that many bytes behind: below that no line can be named.
/// Nothing when nothing is left behind, or when it would be more than a thousand million.
[[nodiscard]] std::optional<qint64> uploadsForTenSamples(double bytesPerUpload, qint64 period);

} // namespace pprof
