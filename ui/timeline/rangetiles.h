// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"
#include "ui/timeline/tiletext.h"

namespace ui {

/// What the tiles of tileTexts() show while a range of time is selected: the value at its end, the change across it, and that
/// per upload that the server accepted in it, as in a report of it. No value where the last scrape of the range was missed.
[[nodiscard]] std::vector<TileText> rangeTileTexts(const TimelineData &timeline, metrics::Runtime runtime,
                                                   const base::TimeRange &range);

} // namespace ui
