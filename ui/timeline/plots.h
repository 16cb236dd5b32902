// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/role.h"
#include "ui/timeline/plot.h"

#include <QSet>

namespace ui {

class TimelineData;

/// The charts for a server that tells these roles, top to bottom: memory; goroutines and threads;
/// descriptors; upload rate with uploads in flight. Charts without a role are left out, except memory.
/// `timeline` must outlive them.
[[nodiscard]] std::vector<PlotSpec> timelinePlots(const TimelineData &timeline,
                                                  const QSet<metrics::Role> &roles);

/// The roles that timelinePlots() has lines for and the timeline has values of.
[[nodiscard]] QSet<metrics::Role> drawnRoles(const TimelineData &timeline);

} // namespace ui
