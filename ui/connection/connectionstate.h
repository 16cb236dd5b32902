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

[[nodiscard]] ConnectionState stateAfter(const metrics::DiscoveryReport &found);
/// A word for the pill.
[[nodiscard]] QString stateText(ConnectionState state);
[[nodiscard]] Tone stateTone(ConnectionState state);

} // namespace ui
