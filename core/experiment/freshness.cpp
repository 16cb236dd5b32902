// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/freshness.h"

#include "core/analysis/floorseries.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace experiment {
namespace {

constexpr double surelyUsed = 0.05; // seconds of CPU
constexpr double enoughUploads = 200; // take the cheapest server longer than a tick of its clock
constexpr size_t enoughFloors = 5;
constexpr int sameHeaps = 3; // in a row: the garbage of looking is another one each time, but for chance

/// How many floors in a row were the same as the one before, at most.
template <typename Values>
int longestRest(const Values &values)
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

bool isTold(std::span<const double> values)
{
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

/// Whole seconds tell nothing.
bool isToldFinely(std::span<const double> cpu)
{
    return isTold(cpu) && !std::ranges::all_of(cpu, [](double value) { return value == std::floor(value); });
}

bool isCpuStale(std::span<const double> cpu, double uploads)
{
    if (cpu.size() < enoughFloors || !isToldFinely(cpu))
        return false;
    if (cpu.back() == cpu.front())
        return uploads >= enoughUploads;
    return longestRest(cpu) * paceOf(cpu) >= surelyUsed;
}

/// A heap that is really the same again and again, by chance, is on a page on which the time moves.
bool isHeapStale(std::span<const double> heap, std::span<const double> cpu)
{
    if (!isTold(heap))
        return false;
    std::vector<std::pair<double, double>> page; // stands still where both do
    for (size_t i = 0; i < heap.size(); ++i)
        page.emplace_back(heap[i], isToldFinely(cpu) ? cpu[i] : 0);
    return longestRest(page) >= sameHeaps;
}

} // namespace

bool isPageStale(std::span<const FloorAt> floors, analysis::Reading reading)
{
    std::vector<double> cpu, heap;
    for (const FloorAt &at : floors) {
        cpu.push_back(at.floor.cpu);
        heap.push_back(at.floor.pageHeap);
    }
    return isCpuStale(cpu, floors.empty() ? 0 : floors.back().uploads - floors.front().uploads)
        || (reading != analysis::Reading::Other && isHeapStale(heap, cpu));
}

} // namespace experiment
