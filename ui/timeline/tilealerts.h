// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/alertrule.h"
#include "ui/timeline/tiletext.h"

namespace ui {

/// An alert that is raised now.
struct TileAlert
{
    analysis::AlertSignal signal = analysis::AlertSignal::ServerErrors;
    analysis::AlertPriority priority = analysis::AlertPriority::P3;
    QString name; ///< "P3 Goroutines"
};

/// Has the tiles of tileTexts() say which alerts are about what they show. Of what uploads meet - errors, time-outs, times to
/// answer - and of pools there are no tiles, nor of what was in a range of time. Pure.
void addAlerts(std::vector<TileText> &tiles, const QList<TileAlert> &alerts);

} // namespace ui
