// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/doubling.h"

#include <algorithm>
#include <vector>

namespace analysis {

namespace {
constexpr double alone = 0.25; // of the rise: what its neighbours may be at most
constexpr double mostFold = 4;
} // namespace

bool risesAsGrowingBuffer(std::span<const double> floors, double least)
{
    if (floors.size() < 4)
        return false;
    std::vector<double> rises;
    for (std::size_t i = 1; i < floors.size(); ++i)
        rises.push_back(floors[i] - floors[i - 1]);
    const auto largest = std::ranges::max_element(rises);
    const auto at = static_cast<std::size_t>(largest - rises.begin());
    const auto isQuiet = [&](std::size_t i) { return i >= rises.size() || rises[i] < alone * *largest; };
    const double before = floors[at] - floors.front();
    return at > 0 && *largest >= least && isQuiet(at - 1) && isQuiet(at + 1) && *largest <= mostFold * before;
}

} // namespace analysis
