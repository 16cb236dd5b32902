// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/source.h"
#include "ui/common/colors.h"

#include <QString>

namespace ui {

/// How we stand with the server, as far as watching it tells.
enum class ConnectionState {
    None, ///< No address yet.
    Connecting, ///< Looking for metrics.
    Connected, ///< Being watched.
    Silent, ///< It answers, but has no metrics. Uploads work all the same.
    Unreachable, ///< Nothing answered at all.
    Lost, ///< Was being watched; the last scrape failed.
};

[[nodiscard]] ConnectionState stateAfter(const metrics::DiscoveryReport &report);
/// A word for the pill.
[[nodiscard]] QString stateText(ConnectionState state);
[[nodiscard]] Tone stateTone(ConnectionState state);
/// The error that says most about why nothing was found; kind None if there was no attempt.
[[nodiscard]] base::Error mainReason(const metrics::DiscoveryReport &report);

/// "Go 1.19.8 · Prometheus · pprof"; empty if nothing was found.
[[nodiscard]] QString serverSummary(const metrics::DiscoveryReport &report);
/// "Prometheus", "OpenMetrics", "expvar", "pprof", "Actuator": names, not translated.
[[nodiscard]] QString formatName(metrics::Format format);
/// "Go 1.19.8", "Java"; empty for an unknown runtime.
[[nodiscard]] QString runtimeName(const metrics::Source &source);

} // namespace ui
