// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

/// Numbers with units for terminals, reports and the window alike. Binary units (IEC 80000-13), C locale: the
/// point is the decimal mark and a comma groups thousands. Unknown values are the caller's to show.
namespace base {

/// "0 B", "812 B", "1.02 MiB", "73.7 KiB", "1,023 GiB": three significant digits from 1 KiB on, and all of the
/// whole part. Negative values keep their sign.
[[nodiscard]] QString formatBytes(double bytes);
/// The same per second: "310 MiB/s".
[[nodiscard]] QString formatRate(double bytesPerSecond);
/// "4.2 µs", "0.4 ms", "85 ms", "1.20 s", "12.4 s", "3:05 min", "1:02:03 h". Negative values keep their sign.
[[nodiscard]] QString formatDuration(std::chrono::nanoseconds duration);
/// A remaining time as on a player: "0:41", "12:05", "1:02:03". Rounds up, so that 0:00 means done.
[[nodiscard]] QString formatCountdown(std::chrono::milliseconds duration);
/// "12", "20,000", "1.25": counts and other plain numbers, at most three decimals.
[[nodiscard]] QString formatCount(double value);
/// "2026-11-23T20:32:13.000Z" (RFC 3339, UTC) of milliseconds since the epoch.
[[nodiscard]] QString formatUtc(qint64 unixMs);

} // namespace base
