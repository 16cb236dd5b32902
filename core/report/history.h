// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/seriesstore.h"

#include <array>
#include <vector>

namespace report {

/// All that a store still knows of a role, oldest first, gaps included, each part from the finest tier that
/// has it: the last hour reading by reading, what is older in buckets.
[[nodiscard]] std::vector<metrics::Bucket> history(const metrics::SeriesStore &store, metrics::Role role);

/// When the bucket at `index` ends: its own time for a single reading, else where the next one begins.
[[nodiscard]] qint64 endOf(const std::vector<metrics::Bucket> &buckets, size_t index);

/// The largest value of a bucket; exact where it is one reading (Bucket::max is a float).
[[nodiscard]] double peakOf(const metrics::Bucket &bucket);

/// All roles at one moment.
struct Frame
{
    qint64 timeMs = 0;
    std::array<metrics::Bucket, metrics::roleCount> roles; ///< Count 0 where nothing was read.

    [[nodiscard]] const metrics::Bucket &at(metrics::Role role) const
    {
        return roles[static_cast<size_t>(role)];
    }
    [[nodiscard]] bool isGap() const;
};

/// The histories of all roles side by side, one frame for every time that occurs.
[[nodiscard]] std::vector<Frame> frames(const metrics::SeriesStore &store);

} // namespace report
