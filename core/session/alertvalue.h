// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/alertrule.h"

#include <QString>

#include <optional>

/// Thresholds as people write them, in files and in fields. Thread: any; pure functions.
namespace session {

/// "5%" of a share, "1.5s" or "30m" of seconds, "16K" of bytes a second, "500" of a count. Nothing when it is none of that unit.
[[nodiscard]] std::optional<double> parseAlertValue(const QString &text, analysis::AlertUnit unit);

/// Whether a threshold of that unit may be so: not negative, finite, and no share of more than all.
[[nodiscard]] bool isAlertValue(double value, analysis::AlertUnit unit);

/// A text that parseAlertValue() reads as that value, to ten digits, or to a millisecond, or to a byte: "5%", "30m", "16K".
[[nodiscard]] QString alertValueKey(double value, analysis::AlertUnit unit);

/// "2m", "90s", "1500ms": as base::parseDuration() and Prometheus read it.
[[nodiscard]] QString alertDurationKey(std::chrono::milliseconds duration);

} // namespace session
