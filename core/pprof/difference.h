// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pprof/profile.h"

namespace pprof {

/// What changed between two profiles.
struct Difference
{
    /// After minus before, one sample per stack and block size; negative where memory was given back. A stack is its
    /// functions, files and lines. What is alive in both has cancelled out. Period: the larger one.
    Profile delta;
    std::vector<qint64>
        before; ///< Per sample type, the sum of magnitudes: `go tool pprof -diff_base`'s 100 %.
    std::vector<qint64> after; ///< The same of the later profile.
    bool samePeriod = true; ///< When not, the two were sampled differently and noise does not cancel out.
};

/// The values of `go tool pprof -diff_base=before after`. Never normalises: that would hide growth.
/// Error Malformed when the two do not count the same things.
[[nodiscard]] base::Result<Difference> difference(const Profile &after, const Profile &before);

/// The same profile with one sample per stack, largest magnitude of `type` first; block sizes are forgotten.
[[nodiscard]] Profile byStack(const Profile &profile, int type);

} // namespace pprof
