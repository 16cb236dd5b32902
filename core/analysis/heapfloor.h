// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

/// What is left of a heap after collections, told from plain readings of it while the server works.
namespace analysis {

/// One reading.
struct HeapReading
{
    double seconds = 0; ///< From anywhere, rising.
    double heap = 0; ///< Bytes.
    double collections = 0; ///< So far; may fall when the server is replaced.
};

/// The floor is the least heap within two minutes, if garbage was collected in them: Go does so that often at least
/// (runtime: forcegcperiod), and other runtimes as they please. It grows if it grew in every part of the time, not when it
/// went up once: so three floors, four minutes apart, the last one ending now, and of the two growths the smaller one, in
/// bytes a second. In PromQL, for a heap h: min_over_time(h[2m]), the same with offset 4m and offset 8m.
///
/// Nothing while one of the three floors is not known, and before there were ten minutes of readings; older ones do not
/// matter.
[[nodiscard]] std::optional<double> floorGrowth(std::span<const HeapReading> readings, double now);

inline constexpr double floorWindow = 600; ///< Seconds that it looks back.

} // namespace analysis
