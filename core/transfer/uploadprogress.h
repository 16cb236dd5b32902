// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

#include <chrono>
#include <optional>

/// How far uploads have come, as it is told to people: never more than is known. Pure functions.
namespace transfer {

/// 0 to 100; 99 at most while bytes are outstanding, because only an answer makes an upload complete.
[[nodiscard]] int percentSent(const UploadRecord &record);

/// At the current speed, rounded up. Nothing unless it is sending and moving, and nothing beyond a week: that is as good as
/// standing still, and a number would pretend to know.
[[nodiscard]] std::optional<std::chrono::seconds> secondsLeft(const UploadRecord &record);
/// The same of the whole queue.
[[nodiscard]] std::optional<std::chrono::seconds> secondsLeft(const QueueTotals &totals);

} // namespace transfer
