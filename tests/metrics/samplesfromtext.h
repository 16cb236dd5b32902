// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/seriesstore.h"

namespace kit {

/// Where the language's "0s" is: a multiple of every bucket width.
inline constexpr qint64 textEpochMs = 1'700'000'040'000;

/// A history of one role in the language "0s 100MB | 10s 120MB | gap | 1h 80": times from textEpochMs as s,
/// m, h or d, values plain or with KB, MB or GB (decimal), "gap" one second after what stands before it, or
/// "15s gap". Aborts on a word it does not know: a test with a typo must not pass.
[[nodiscard]] metrics::SeriesStore samplesFromText(const QString &text,
                                                   metrics::Role role = metrics::Role::HeapLive);

/// The way back: "0s 100 | 10s 80..120 x3 | 20s gap".
[[nodiscard]] QString printed(const std::vector<metrics::Bucket> &points);

/// "heap 100, rss 5": what is known, in the order of the roles.
[[nodiscard]] QString printed(const metrics::Reading &reading);

} // namespace kit
