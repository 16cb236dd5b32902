// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinepanel.h"

#include <functional>

/// An afternoon with a leaking server, told second by second as a session would; the same every time.
namespace scenario {

constexpr qint64 start = 1'763'980'800'000; ///< 2025-11-24 10:40:00 UTC.

struct Options
{
    int seconds = 300;
    int uploadsPerSecond = 1;
    double leakPerUpload = 1.02 * 1024 * 1024;
    std::vector<std::pair<int, int>> bursts{
        {30, 51}, {72, 108}, {126, 141}, {159, 210}, {234, 300}}; ///< Seconds.
    std::vector<std::pair<int, int>> gaps; ///< Seconds in which scrapes fail.
    QList<session::Mark> marks;
    bool isGo = true;
};

/// What was found at the server.
[[nodiscard]] metrics::DiscoveryReport report(bool isGo = true);
/// Tells the panel everything at once; after every second `afterSecond` is called, if given.
void tell(ui::TimelinePanel &panel, const Options &options, const std::function<void(int)> &afterSecond = {});

} // namespace scenario
