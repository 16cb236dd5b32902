// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/youngcollection.h"

#include "core/metrics/prometheustext.h"

#include <algorithm>
#include <array>

namespace metrics {
namespace {

using namespace std::string_view_literals;

// HotSpot's G1, Serial, Parallel, CMS and generational ZGC; OpenJ9; GraalVM's native images; Zing. G1's concurrent collector
// does not collect, it marks; the mixed collections that follow take some of the old generation and count as young ones.
constexpr std::array youngCollectors{
    "G1 Young Generation"sv,
    "Copy"sv,
    "PS Scavenge"sv,
    "ParNew"sv,
    "ZGC Minor Cycles"sv,
    "scavenge"sv,
    "GPGC New"sv,
    "young generation scavenger"sv,
    "ZGC Minor Pauses"sv,
    "G1 Concurrent GC"sv,
};

} // namespace

bool isYoungCollection(const PrometheusSample &sample)
{
    if (const auto kind = sample.label("kind"); kind && *kind != "major")
        return true;
    return sample.hasLabel("action", "end of minor GC")
        || std::ranges::any_of(youngCollectors,
                               [&](std::string_view name) { return sample.hasLabel("gc", name); });
}

} // namespace metrics
