// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/labellayout.h"

#include <algorithm>
#include <numeric>

namespace ui {
namespace {

/// Labels that touch and so move as one: their mean offset decides.
struct Cluster
{
    double start; ///< Centre of its first label.
    double sum; ///< Of what each wanted, minus its place within the cluster.
    int size;
};

} // namespace

std::vector<double> spreadLabels(const std::vector<double> &wanted, double distance, double from, double to)
{
    std::vector<size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return wanted[a] < wanted[b]; });

    const auto settled = [&](const Cluster &c) {
        const double last = to - (c.size - 1) * distance;
        return std::max(from, std::min(c.sum / c.size, last));
    };
    std::vector<Cluster> clusters;
    for (const size_t index : order) {
        Cluster next{0, wanted[index], 1};
        next.start = settled(next);
        // Pool neighbours until none touch (pool adjacent violators): the least sum of squared moves.
        while (!clusters.empty() && clusters.back().start + clusters.back().size * distance > next.start) {
            const Cluster before = clusters.back();
            clusters.pop_back();
            next.sum = before.sum + next.sum - next.size * before.size * distance;
            next.size += before.size;
            next.start = settled(next);
        }
        clusters.push_back(next);
    }

    std::vector<double> places(wanted.size());
    size_t position = 0;
    for (const Cluster &cluster : clusters) {
        for (int i = 0; i < cluster.size; ++i)
            places[order[position++]] = cluster.start + i * distance;
    }
    return places;
}

} // namespace ui
