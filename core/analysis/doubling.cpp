// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/doubling.h"

#include <vector>

namespace analysis {

namespace {
constexpr double alone = 0.25; // of the rise: what its neighbours may be at most
constexpr double longEnough = 2.2; // times the uploads until the rise
} // namespace

bool restsAsGrowingBuffer(std::span<const Floor> floors, double least)
{
    if (floors.size() < 4)
        return false;
    std::vector<double> rises;
    for (std::size_t i = 1; i < floors.size(); ++i)
        rises.push_back(floors[i].value - floors[i - 1].value);
    const auto isQuiet
        = [&](std::size_t i, double rise) { return i >= rises.size() || rises[i] < alone * rise; };
    for (std::size_t i = rises.size(); i-- > 0;) {
        const double rise = rises[i];
        if (rise >= least && isQuiet(i + 1, rise) && (i == 0 || isQuiet(i - 1, rise)))
            return floors.back().uploads < longEnough * floors[i + 1].uploads;
    }
    return false;
}

} // namespace analysis
