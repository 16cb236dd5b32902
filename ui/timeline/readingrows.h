// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"

#include <QString>

#include <array>
#include <vector>

namespace ui {

class TimelineData;

/// The numbers of the timeline's charts, in their order from top to bottom.
enum class ReadingValue { Heap, Rss, Goroutines, Threads, Descriptors, Rate, InFlight };
inline constexpr size_t readingValueCount = 7;

/// What is known of one moment.
struct ReadingRow
{
    qint64 timeMs = 0; ///< Unix milliseconds; of a bucket of readings, its beginning.
    std::array<double, readingValueCount> values{}; ///< Bytes, counts, bytes per second. NaN: not known.
    bool isGap = false; ///< The server was asked, and no reading came.
    QString remark; ///< Why none came; notes and other marks until the next row.

    [[nodiscard]] double value(ReadingValue which) const { return values[static_cast<size_t>(which)]; }
    /// The same to a reader: NaN is NaN.
    [[nodiscard]] bool isLike(const ReadingRow &other) const;
};

struct ReadingRows
{
    std::vector<ReadingRow> rows; ///< Newest first.
    qsizetype leftOut = 0; ///< Older ones of the range, beyond what was asked for.
};

/// A row for each reading of the range, at the resolution that is kept of that time, and for each hole in them; where nothing
/// is read, for each second in which something was uploaded. At most `most`. Pure function.
[[nodiscard]] ReadingRows readingRows(const TimelineData &timeline, const base::TimeRange &range,
                                      size_t most);

} // namespace ui
