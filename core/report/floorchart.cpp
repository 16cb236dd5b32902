// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/floorchart.h"

#include "core/analysis/linearfit.h"

#include <algorithm>
#include <cmath>

namespace report {

using analysis::Resource;
using experiment::FloorAt;

namespace {

constexpr double oneSided = 0.99; // Each way: together 98 %, as the verdict's interval.
constexpr int sleevePieces = 24;

constexpr Resource inOrder[]{Resource::Heap,        Resource::Rss,      Resource::Goroutines,
                             Resource::Descriptors, Resource::Threads,  Resource::TempFiles,
                             Resource::TempBytes,   Resource::External, Resource::HeapObjects};

/// A piece of the series between two steps, on its own level.
QLineF lineThrough(std::span<const analysis::Floor> piece, double slope)
{
    double x = 0, y = 0;
    for (const analysis::Floor &floor : piece) {
        x += floor.uploads / static_cast<double>(piece.size());
        y += floor.value / static_cast<double>(piece.size());
    }
    const auto at = [=](double uploads) { return QPointF(uploads, y + slope * (uploads - x)); };
    return {at(piece.front().uploads), at(piece.back().uploads)};
}

void addLines(FloorChart &chart, const analysis::FloorSeries &series,
              const analysis::ResourceVerdict *verdict)
{
    std::vector<std::size_t> breaks;
    for (std::size_t i = 1; verdict && i < series.size(); ++i) {
        if (std::ranges::find(verdict->steps, series[i].uploads, &analysis::Step::uploads)
            != verdict->steps.end())
            breaks.push_back(i);
    }
    const std::optional<analysis::LinearFit> fit = analysis::fitLine(series, breaks);
    if (!fit)
        return;
    std::size_t begin = 0;
    for (const std::size_t end : breaks) {
        chart.beforeSteps.push_back(lineThrough(std::span(series).subspan(begin, end - begin), fit->slope));
        begin = end;
    }
    // Of the last segment: before a step the level was another one.
    const double from = series[begin].uploads;
    const double to = series.back().uploads;
    for (int i = 0; i <= sleevePieces; ++i) {
        const double x = from + (to - from) * i / sleevePieces;
        const double half = fit->bandAt(x, oneSided);
        chart.sleeve.push_back({x, fit->at(x), fit->at(x) - half, fit->at(x) + half});
    }
}

} // namespace

FloorChart floorChart(Resource resource, const std::vector<FloorAt> &rounds,
                      const std::vector<FloorAt> &warmUp, const analysis::ResourceVerdict *verdict)
{
    FloorChart chart;
    chart.resource = resource;
    if (verdict) {
        chart.limit = verdict->threshold;
        chart.noise = verdict->noise;
    }
    analysis::FloorSeries series;
    for (const FloorAt &at : rounds) {
        const double value = experiment::valueOf(at.floor, resource);
        if (!std::isfinite(value))
            continue;
        chart.floors.emplace_back(at.uploads, value);
        series.push_back({at.uploads, value});
    }
    const double last = warmUp.empty() ? 0 : warmUp.back().uploads;
    for (const FloorAt &at : warmUp) {
        const double value = experiment::valueOf(at.floor, resource);
        if (std::isfinite(value))
            chart.earlier.emplace_back(at.uploads - last, value);
    }
    constexpr std::size_t leastForLine = 4;
    if (series.size() >= leastForLine)
        addLines(chart, series, verdict);
    return chart;
}

std::span<const Resource> byImportance()
{
    return inOrder;
}

std::vector<Resource> toldResources(const std::vector<FloorAt> &floors)
{
    std::vector<Resource> told;
    for (const Resource resource : inOrder) {
        const bool isTold = !floors.empty() && std::ranges::all_of(floors, [&](const FloorAt &at) {
            return std::isfinite(experiment::valueOf(at.floor, resource));
        });
        if (isTold)
            told.push_back(resource);
    }
    return told;
}

} // namespace report
