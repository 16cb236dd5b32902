// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/series.h"

#include "core/analysis/doubling.h"
#include "core/analysis/judgebytes.h"
#include "core/analysis/trend.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace experiment {
namespace {

using analysis::Outcome;
using analysis::Resource;

constexpr Resource sizes[]{Resource::Heap, Resource::HeapObjects, Resource::External, Resource::Rss,
                           Resource::TempBytes};
constexpr Resource pieces[]{Resource::Goroutines, Resource::Threads, Resource::Descriptors,
                            Resource::TempFiles};

// What V8 lets external memory grow by before it collects for its sake; no collection can be asked for.
constexpr double uncollected = 64.0 * 1024 * 1024;

// Beyond that, chance in the blank rounds would weigh more than what they tell; and clocks are set now and then.
constexpr double mostStretch = 10;

// A heap that is not collected on demand tells something only of the time between two collections.
constexpr double fewestCollections = 2;

/// NaN: not told.
double collectionsBetween(const FloorReading &from, const FloorReading &to)
{
    // Some exporters tell of collections from the first one on.
    return to.collections - (std::isfinite(from.collections) ? from.collections : 0);
}

bool isHardlyCollected(std::span<const FloorAt> floors, analysis::Reading reading)
{
    // In the later half: a level that stands still between two collections is no plateau.
    return reading != analysis::Reading::GoExact && !floors.empty()
        && collectionsBetween(floors[floors.size() / 2].floor, floors.back().floor) < fewestCollections;
}

// Of what it grew by until its last collection, what garbage could not leave: it was collected all but that of one round.
constexpr double leastOutliving = 0.5;
constexpr size_t roundsToOutlive = 4;

/// Whether the heap's growth was still there right after the last collection, however few there were.
bool outlivesCollection(std::span<const FloorAt> floors, double perUpload)
{
    for (size_t i = floors.size(); i-- > roundsToOutlive;) {
        if (!(collectionsBetween(floors[i - 1].floor, floors[i].floor) >= 1)) // NaN is none either
            continue;
        const double uploads = floors[i].uploads - floors.front().uploads;
        return floors[i].floor.heap - floors.front().floor.heap >= leastOutliving * perUpload * uploads;
    }
    return false;
}

/// Whether what is kept would show: where nothing was freed, garbage only adds to the heap in use. (A goal of Go's collector
/// moves with collections alone.)
bool hidesNothing(std::span<const FloorAt> floors, analysis::Reading reading)
{
    const bool isHeapInUse = reading == analysis::Reading::Jvm || reading == analysis::Reading::Node;
    return isHeapInUse && collectionsBetween(floors[floors.size() / 2].floor, floors.back().floor) == 0;
}

/// How many times longer a round of uploads takes than a blank one, 1 at least: what grows with time grows by that much
/// more in it.
double stretchOf(std::span<const FloorAt> floors, std::span<const FloorReading> blanks)
{
    if (floors.size() < 2 || blanks.size() < 2)
        return 1;
    const auto round = static_cast<double>(floors.back().floor.timeMs - floors.front().floor.timeMs)
        / static_cast<double>(floors.size() - 1);
    const auto blank = static_cast<double>(blanks.back().timeMs - blanks.front().timeMs)
        / static_cast<double>(blanks.size() - 1);
    return blank > 0 ? std::clamp(round / blank, 1.0, mostStretch) : 1;
}

std::vector<double> idleFloors(std::span<const FloorReading> blanks, Resource resource, double stretch)
{
    std::vector<double> idle;
    for (const FloorReading &blank : blanks) {
        const double first = valueOf(blanks.front(), resource);
        idle.push_back(first + stretch * (valueOf(blank, resource) - first));
    }
    return idle;
}

/// What every look at a server leaves behind by itself, in pieces: what uploads leave comes on top.
double driftOf(std::span<const FloorReading> blanks, Resource resource)
{
    if (blanks.size() < 2)
        return 0;
    double least = std::numeric_limits<double>::max();
    for (size_t i = 1; i < blanks.size(); ++i)
        least = std::min(least, valueOf(blanks[i], resource) - valueOf(blanks[i - 1], resource));
    return std::isfinite(least) ? std::max(0.0, least) : 0;
}

/// Whether what blank rounds grew by may all be what looking at a server leaves to its collector, which took it away among
/// the uploads. (Where it never ran, the garbage of looking is in both.)
bool areGarbage(std::span<const FloorReading> blanks, std::span<const FloorAt> floors,
                analysis::Reading reading)
{
    const bool isHeapInUse = reading == analysis::Reading::Jvm || reading == analysis::Reading::Node;
    return isHeapInUse && blanks.size() >= 2 && collectionsBetween(blanks.front(), blanks.back()) < 1
        && collectionsBetween(floors.front().floor, floors.back().floor) >= 1;
}

void leaveOpen(analysis::ResourceVerdict &verdict, analysis::Reason reason,
               const analysis::LookPolicy &policy)
{
    verdict.outcome = policy.isLast(verdict.rounds) ? Outcome::Inconclusive : Outcome::NeedsMoreRounds;
    verdict.leaning = Outcome::Inconclusive;
    verdict.reason = reason;
}

/// Of growth in blank rounds that may be garbage nothing is to be taken off, since the rounds' own was collected; but whether
/// it is that nobody knows: so it leans to no leak that would be none otherwise, and lies within the interval.
void countInGarbage(analysis::ResourceVerdict &verdict, const analysis::ResourceVerdict &whole,
                    const analysis::LookPolicy &policy)
{
    if (whole.growsNow() && !verdict.growsNow()) {
        leaveOpen(verdict, analysis::Reason::GrowsIdle, policy);
        return;
    }
    const std::optional<double> low = verdict.low;
    verdict = whole;
    if (low && verdict.low)
        verdict.low = std::min(*low, *verdict.low);
}

/// What is below a lenient threshold, but surely above twice the usual one, is no rest: one of several kinds of uploads may
/// leave all of it.
void leaveSteadyRestOpen(analysis::ResourceVerdict &verdict, double threshold,
                         const analysis::LookPolicy &policy)
{
    if (verdict.reason == analysis::Reason::BelowThreshold && verdict.low.value_or(0) > 2 * threshold)
        leaveOpen(verdict, analysis::Reason::NearThreshold, policy);
}

void withhold(analysis::ResourceVerdict &verdict, const analysis::LookPolicy &policy)
{
    if (verdict.outcome != Outcome::Leaks)
        return;
    verdict.outcome = policy.isLast(verdict.rounds) ? Outcome::Inconclusive : Outcome::NeedsMoreRounds;
    verdict.reason = analysis::Reason::TakesLonger;
}

/// Process memory of a runtime that collects when it likes holds a heap that may be garbage, and buffers outside it that
/// live as long as the garbage that owns them. (Go's own rules are by what its runtime has taken.)
void leaveToHeap(analysis::ResourceVerdict &rss, const std::vector<analysis::ResourceVerdict> &verdicts,
                 analysis::Reading reading, bool isHeapGarbage, const analysis::LookPolicy &policy)
{
    const bool isGo = reading == analysis::Reading::GoExact || reading == analysis::Reading::GoMetrics;
    const auto heap = std::ranges::find(verdicts, Resource::Heap, &analysis::ResourceVerdict::resource);
    if (isGo || heap == verdicts.end())
        return;
    if (isHeapGarbage)
        leaveOpen(rss, analysis::Reason::NotCollected, policy);
    else if (heap->leaning == Outcome::Inconclusive)
        leaveOpen(rss, analysis::Reason::HoldsHeap, policy);
}

/// Objects are a witness of what the heap keeps: where their bytes are below its limit, so is what they tell.
void leaveObjectsToHeap(std::vector<analysis::ResourceVerdict> &verdicts, const analysis::LookPolicy &policy)
{
    const auto heap = std::ranges::find(verdicts, Resource::Heap, &analysis::ResourceVerdict::resource);
    const auto objects
        = std::ranges::find(verdicts, Resource::HeapObjects, &analysis::ResourceVerdict::resource);
    if (heap != verdicts.end() && objects != verdicts.end() && !heap->growsNow() && objects->growsNow())
        leaveOpen(*objects, analysis::Reason::Slow, policy);
}

/// What is given back only when its runtime likes: growth that is large enough for that, or has not fallen back yet.
void judgeUncollected(analysis::ResourceVerdict &verdict, const analysis::FloorSeries &series,
                      const analysis::LookPolicy &policy)
{
    if (verdict.grown >= uncollected)
        return;
    withhold(verdict, policy);
    double highest = series.front().value, fall = 0;
    for (const analysis::Floor &floor : series) {
        highest = std::max(highest, floor.value);
        fall = std::max(fall, highest - floor.value);
    }
    const bool hasFallen = fall >= 0.5 * (highest - series.front().value);
    if (!verdict.growsNow() && !hasFallen && verdict.perUpload.value_or(0) > verdict.threshold)
        leaveOpen(verdict, analysis::Reason::NotCollected, policy);
}

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

// What the collections closed is asked of descriptors other than sockets, where their kinds are known: a busy server
// may still be ending connections when it is looked at first, and ends them while it collects. Those that it made itself
// are counted: they do not end with the uploads.
double beforeCollection(const FloorReading &floor, Resource resource)
{
    const bool isByKind = resource == Resource::Descriptors && floor.kindsBeforeGc.all() > 0;
    if (!isByKind)
        return countOf(floor.beforeGc, resource);
    const int closed = (floor.kindsBeforeGc.all() - floor.kindsBeforeGc.sockets)
        - (floor.descriptorKinds.all() - floor.descriptorKinds.sockets);
    return floor.afterGc.descriptors + closed;
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
        return floor.external;
    case Resource::Goroutines:
    case Resource::Threads:
    case Resource::Descriptors:
    case Resource::TempFiles:
    case Resource::TempBytes:
        break;
    }
    return countOf(floor.afterGc, resource);
}

std::vector<double> valuesOf(std::span<const FloorReading> floors, Resource resource)
{
    std::vector<double> values;
    for (const FloorReading &floor : floors)
        values.push_back(valueOf(floor, resource));
    return values;
}

bool isHeapInRss(std::span<const FloorAt> floors, analysis::Reading reading)
{
    return reading != analysis::Reading::GoExact
        && std::ranges::any_of(floors, [](const FloorAt &at) { return at.floor.isRssAll; });
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
    const double stretch = stretchOf(floors, blanks);
    bool isHeapGarbage = isTold(Resource::Heap) && isHardlyCollected(floors, reading);
    const bool isRssAll = isHeapInRss(floors, reading);
    for (const Resource resource : sizes) {
        // Short phases tell of memory only where all garbage is collected on demand: elsewhere they would judge when
        // the collector ran.
        const bool mayBeGarbage = reading != analysis::Reading::GoExact && resource != Resource::TempBytes;
        if (!isTold(resource) || (leniency > 1 && mayBeGarbage))
            continue;
        analysis::FloorSeries series;
        for (const FloorAt &at : floors)
            series.push_back({at.uploads, valueOf(at.floor, resource)});
        analysis::Threshold threshold = analysis::thresholdFor(resource, reading, bodyBytes);
        threshold.perUpload *= leniency;
        const auto judge
            = [&](const std::vector<double> &idle) { return judgeBytes(series, idle, threshold, policy); };
        verdicts.push_back(judge(idleFloors(blanks, resource, stretch)));
        // Whether a server grows with time or with every look at it, blank rounds cannot tell.
        if (!verdicts.back().growsNow() && judge(idleFloors(blanks, resource, 1)).growsNow())
            leaveOpen(verdicts.back(), analysis::Reason::GrowsIdle, policy);
        if (areGarbage(blanks, floors, reading) && verdicts.back().reason != analysis::Reason::GrowsIdle)
            countInGarbage(verdicts.back(), judge({}), policy);
        if (resource == Resource::Heap && leniency > 1)
            leaveSteadyRestOpen(verdicts.back(), threshold.perUpload / leniency, policy);
        if (resource == Resource::External)
            judgeUncollected(verdicts.back(), series, policy);
        if (resource == Resource::Rss && verdicts.back().growsNow()) {
            if (!isRssAll && series.back().value < 0)
                leaveOpen(verdicts.back(), analysis::Reason::InReserve, policy);
            if (isRssAll && isHeapGarbage)
                leaveOpen(verdicts.back(), analysis::Reason::NotCollected, policy);
        }
        if (resource == Resource::Rss && verdicts.back().growsNow())
            leaveToHeap(verdicts.back(), verdicts, reading, isHeapGarbage, policy);
        if (resource != Resource::Heap)
            continue;
        const double perUpload = verdicts.back().perUpload.value_or(0);
        isHeapGarbage
            = isHeapGarbage && !(verdicts.back().growsNow() && outlivesCollection(floors, perUpload));
        const bool isClean = verdicts.back().leaning == Outcome::Stable && hidesNothing(floors, reading);
        if (isHeapGarbage && !isClean && verdicts.back().rounds >= 3)
            leaveOpen(verdicts.back(), analysis::Reason::NotCollected, policy);
    }
    leaveObjectsToHeap(verdicts, policy);
    for (const Resource resource : pieces) {
        if (!isTold(resource))
            continue;
        const auto judge = [&](double drift) {
            analysis::CountSeries series;
            for (const FloorAt &at : floors) {
                const double own = drift * static_cast<double>(series.size());
                series.push_back({at.uploads, beforeCollection(at.floor, resource) - own,
                                  countOf(at.floor.afterGc, resource) - own, at.floor.ownCollections > 0});
            }
            return judgeCounts(series, analysis::thresholdFor(resource, reading, bodyBytes), policy);
        };
        const double drift = driftOf(blanks, resource);
        verdicts.push_back(judge(stretch * drift));
        if (drift > 0 && !verdicts.back().growsNow() && judge(drift).growsNow())
            leaveOpen(verdicts.back(), analysis::Reason::GrowsIdle, policy);
    }
    for (analysis::ResourceVerdict &verdict : verdicts)
        verdict.reading = reading;
    return verdicts;
}

ClosedBy closedBy(const analysis::ResourceVerdict &verdict, std::span<const FloorAt> rested)
{
    const double least = std::max(verdict.threshold, 0.5 * verdict.perUpload.value_or(0));
    int shown = 0, denied = 0;
    for (size_t i = 1; i < rested.size(); ++i) {
        const FloorReading &floor = rested[i].floor;
        const double closed
            = beforeCollection(floor, verdict.resource) - countOf(floor.afterGc, verdict.resource);
        if (closed >= least * (rested[i].uploads - rested[i - 1].uploads))
            ++shown;
        else if (!(floor.ownCollections > 0))
            ++denied;
    }
    if (shown == 0 || denied > 1 || (denied == 1 && shown == 1))
        return ClosedBy::Server;
    const auto rounds = static_cast<int>(rested.size()) - 1;
    return 3 * shown >= 2 * rounds && denied == 0 ? ClosedBy::Collector : ClosedBy::Unknown;
}

analysis::ResourceVerdict judgeKept(std::span<const FloorAt> floors, const analysis::ResourceVerdict &verdict,
                                    double bodyBytes)
{
    analysis::CountSeries series;
    for (const FloorAt &at : floors) {
        const double kept = countOf(at.floor.afterGc, verdict.resource);
        series.push_back({at.uploads, kept, kept});
    }
    analysis::ResourceVerdict judged
        = judgeCounts(series, analysis::thresholdFor(verdict.resource, verdict.reading, bodyBytes),
                      analysis::LookPolicy::once(verdict.rounds));
    judged.reading = verdict.reading;
    return judged;
}

void leaveBuffersOpen(std::vector<analysis::ResourceVerdict> &verdicts, std::span<const FloorAt> warmUp,
                      std::span<const FloorAt> rounds, analysis::Reading reading,
                      const analysis::LookPolicy &policy)
{
    const auto heap = std::ranges::find(verdicts, Resource::Heap, &analysis::ResourceVerdict::resource);
    if (reading != analysis::Reading::GoExact || heap == verdicts.end() || heap->leaning != Outcome::Stable)
        return;
    const double before = warmUp.empty() ? 0 : warmUp.back().uploads;
    analysis::FloorSeries floors;
    for (const FloorAt &at : warmUp)
        floors.push_back({at.uploads, at.floor.heap});
    for (const FloorAt &at : rounds)
        floors.push_back({before + at.uploads, at.floor.heap});
    if (analysis::restsAsGrowingBuffer(floors, heap->threshold * heap->uploads))
        leaveOpen(*heap, analysis::Reason::Uneven, policy);
}

bool isUncollected(const FloorReading &from, const FloorReading &to, analysis::Reading reading)
{
    return reading != analysis::Reading::GoExact && std::isfinite(to.heap)
        && collectionsBetween(from, to) < 1;
}

bool isStillSettling(std::span<const FloorReading> blanks)
{
    std::vector<double> heap;
    for (const FloorReading &blank : blanks)
        heap.push_back(blank.heap);
    return analysis::isSettling(heap);
}

std::vector<analysis::ResourceVerdict> judgeSpill(std::span<const FloorAt> floors)
{
    std::vector<analysis::ResourceVerdict> verdicts;
    for (const Resource resource : {Resource::TempFiles, Resource::TempBytes}) {
        analysis::FloorSeries series;
        for (const FloorAt &at : floors)
            series.push_back({at.uploads, valueOf(at.floor, resource)});
        if (series.size() < 2 || !analysis::isWellFormed(series))
            continue;
        const analysis::Threshold threshold = analysis::thresholdFor(resource, analysis::Reading::Other, 0);
        const std::vector<double> steps = analysis::increments(series);
        analysis::ResourceVerdict verdict
            = openVerdict(series, threshold, analysis::LookPolicy::once(static_cast<int>(steps.size())));
        verdict.perUpload = analysis::mean(steps);
        std::tie(verdict.low, verdict.high) = std::pair(std::ranges::min(steps), std::ranges::max(steps));
        const double one = resource == Resource::TempFiles ? 1 : threshold.perUpload;
        if (*verdict.low >= one) {
            verdict.outcome = Outcome::Leaks;
            verdict.reason = analysis::Reason::Steady;
        } else if (verdict.grown < one) {
            verdict.outcome = Outcome::Stable;
            verdict.reason = analysis::Reason::BelowThreshold;
        } else {
            verdict.reason = analysis::Reason::Uneven;
        }
        verdict.leaning = verdict.outcome;
        verdicts.push_back(verdict);
    }
    return verdicts;
}

} // namespace experiment
