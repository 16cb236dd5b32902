// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

/// Reading what people type: sizes and durations of the command line and of settings.
namespace base {

/// "512", "64K", "1.5M", "2G" (powers of 1024; "KiB", "KB" and lower case mean the same). Nothing when it is
/// not a size, is negative or does not fit 63 bits.
[[nodiscard]] std::optional<qint64> parseSize(QStringView text);

/// A text that parseSize() reads as that size, in the largest unit that loses nothing: "512", "1536K", "2G".
[[nodiscard]] QString sizeKey(qint64 bytes);

/// "500ms", "30s", "5m", "2h", "1.5s"; a bare number means seconds. Nothing when it is not a duration or
/// negative.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseDuration(QStringView text);

} // namespace base
