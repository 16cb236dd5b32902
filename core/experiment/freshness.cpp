// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/freshness.h"

#include "core/analysis/floorseries.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace experiment {
namespace {

constexpr double surelyUsed = 0.05; // seconds of CPU
constexpr double enoughUploads = 200; // take the cheapest server longer than a tick of its clock
constexpr size_t enoughFloors = 5;
constexpr int sameHeaps = 2; // in a row

/// How many floors in a row were the same as the one before, at most.
int longestRest(std::span<const double> values)
{
    int rest = 0, longest = 0;
    for (size_t i = 1; i < values.size(); ++i) {
        rest = values[i] == values[i - 1] ? rest + 1 : 0;
        longest = std::max(longest, rest);
    }
    return longest;
}

/// How much it moves by from floor to floor: after a rest, the step is of all of that.
double paceOf(std::span<const double> values)
{
    std::vector<double> paces;
    int floors = 0;
    for (size_t i = 1; i < values.size(); ++i) {
        ++floors;
        if (values[i] == values[i - 1])
            continue;
        paces.push_back((values[i] - values[i - 1]) / floors);
        floors = 0;
    }
    return paces.empty() ? 0 : analysis::median(paces);
}

} // namespace

bool isPageStale(std::span<const FloorAt> floors, analysis::Reading reading)
{
    std::vector<double> cpu, heap;
    for (const FloorAt &at : floors) {
        cpu.push_back(at.floor.cpu);
        heap.push_back(at.floor.heap);
    }
    const auto isTold = [](double value) { return std::isfinite(value); };
    const auto isWhole = [](double value) { return value == std::floor(value); };
    if (std::ranges::all_of(cpu, isTold) && !std::ranges::all_of(cpu, isWhole)) {
        if (floors.size() < enoughFloors)
            return false;
        if (cpu.back() == cpu.front())
            return floors.back().uploads - floors.front().uploads >= enoughUploads;
        return longestRest(cpu) * paceOf(cpu) >= surelyUsed;
    }
    const bool neverRests = reading == analysis::Reading::Node || reading == analysis::Reading::Jvm;
    return neverRests && std::ranges::all_of(heap, isTold) && longestRest(heap) >= sameHeaps;
}

} // namespace experiment
