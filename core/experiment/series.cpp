// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/series.h"

#include "core/analysis/judgebytes.h"

#include <cmath>

namespace experiment {
namespace {

using analysis::Resource;

constexpr Resource sizes[]{Resource::Heap, Resource::HeapObjects, Resource::Rss, Resource::TempBytes};
constexpr Resource pieces[]{Resource::Goroutines, Resource::Threads, Resource::Descriptors,
                            Resource::TempFiles};

double countOf(const Counts &counts, Resource resource)
{
    switch (resource) {
    case Resource::Goroutines:
        return counts.goroutines;
    case Resource::Threads:
        return counts.threads;
    case Resource::Descriptors:
        return counts.descriptors;
    case Resource::TempFiles:
        return counts.files;
    case Resource::TempBytes:
        return counts.fileBytes;
    case Resource::Heap:
    case Resource::HeapObjects:
    case Resource::External:
    case Resource::Rss:
        break;
    }
    return Counts::unknown;
}

} // namespace

double valueOf(const FloorReading &floor, Resource resource)
{
    switch (resource) {
    case Resource::Heap:
        return floor.heap;
    case Resource::HeapObjects:
        return floor.heapObjects;
    case Resource::Rss:
        return floor.rss;
    case Resource::External:
        return FloorReading::unknown;
    case Resource::Goroutines:
    case Resource::Threads:
    case Resource::Descriptors:
    case Resource::TempFiles:
    case Resource::TempBytes:
        break;
    }
    return countOf(floor.afterGc, resource);
}

std::vector<analysis::ResourceVerdict> judgeFloors(std::span<const FloorAt> floors,
                                                   std::span<const FloorReading> blanks,
                                                   analysis::Reading reading, double bodyBytes,
                                                   const analysis::LookPolicy &policy, double leniency)
{
    std::vector<analysis::ResourceVerdict> verdicts;
    const auto isTold = [&](Resource resource) {
        return !floors.empty() && std::ranges::all_of(floors, [&](const FloorAt &at) {
            return std::isfinite(valueOf(at.floor, resource));
        });
    };
    for (const Resource resource : sizes) {
        if (!isTold(resource))
            continue;
        analysis::FloorSeries series;
        for (const FloorAt &at : floors)
            series.push_back({at.uploads, valueOf(at.floor, resource)});
        std::vector<double> idle;
        for (const FloorReading &blank : blanks)
            idle.push_back(valueOf(blank, resource));
        analysis::Threshold threshold = analysis::thresholdFor(resource, reading, bodyBytes);
        threshold.perUpload *= leniency;
        verdicts.push_back(judgeBytes(series, idle, threshold, policy));
    }
    for (const Resource resource : pieces) {
        if (!isTold(resource))
            continue;
        analysis::CountSeries series;
        for (const FloorAt &at : floors)
            series.push_back({at.uploads, countOf(at.floor.beforeGc, resource),
                              countOf(at.floor.afterGc, resource), at.floor.ownCollections > 0});
        verdicts.push_back(judgeCounts(series, analysis::thresholdFor(resource, reading, bodyBytes), policy));
    }
    return verdicts;
}

} // namespace experiment
