// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/verdict.h"

#include <algorithm>
#include <array>

namespace analysis {

namespace {

constexpr double ownedByDescriptor = 64 * 1024;
constexpr double ownedByAnyPiece
    = 16 * 1024; // a goroutine with its stack and buffers, a file with its reader
constexpr double enoughGrowth = 64.0 * 1024 * 1024;
constexpr double surelyObjects = 2; // per upload; clean servers show up to half of one

constexpr std::array precedence = {
    Resource::Goroutines, Resource::Threads,   Resource::Descriptors, Resource::Heap,
    Resource::External,   Resource::TempFiles, Resource::TempBytes,   Resource::Rss,
};

const ResourceVerdict *find(const std::vector<ResourceVerdict> &verdicts, Resource resource)
{
    const auto found = std::find_if(verdicts.begin(), verdicts.end(),
                                    [resource](const ResourceVerdict &v) { return v.resource == resource; });
    return found == verdicts.end() ? nullptr : &*found;
}

bool leaks(const ResourceVerdict *verdict)
{
    return verdict && (verdict->outcome == Outcome::Leaks || verdict->outcome == Outcome::GcClosed);
}

Cause causeOf(const ResourceVerdict &leading, bool hasHeap)
{
    switch (leading.resource) {
    case Resource::Goroutines:
        return Cause::GoroutineLeak;
    case Resource::Threads:
        return Cause::ThreadLeak;
    case Resource::Descriptors:
        return leading.outcome == Outcome::GcClosed ? Cause::DescriptorsClosedByGc : Cause::DescriptorLeak;
    case Resource::Heap:
    case Resource::HeapObjects:
        return Cause::HeapLeak;
    case Resource::External:
        return Cause::ExternalLeak;
    case Resource::TempFiles:
    case Resource::TempBytes:
        return Cause::TempFileLeak;
    case Resource::Rss:
        return hasHeap ? Cause::OffHeapLeak : Cause::HeapLeak;
    }
    return Cause::None;
}

const ResourceVerdict *leadingOf(const std::vector<ResourceVerdict> &verdicts)
{
    const ResourceVerdict *leading = nullptr;
    for (const Resource resource : precedence) {
        const ResourceVerdict *verdict = find(verdicts, resource);
        if (!leaks(verdict))
            continue;
        // What only the collector closes is the milder finding beside a true leak.
        if (!leading || (leading->outcome == Outcome::GcClosed && verdict->outcome == Outcome::Leaks))
            leading = verdict;
    }
    const ResourceVerdict *heap = find(verdicts, Resource::Heap);
    if (leading && leading->resource == Resource::Descriptors && leaks(heap)
        && heap->perUpload.value_or(0) > ownedByDescriptor * leading->perUpload.value_or(1))
        return heap;
    return leading;
}

/// Whether growth of `other` follows from a leak of `leading`.
bool follows(Resource leading, Resource other)
{
    switch (other) {
    case Resource::Rss:
    case Resource::HeapObjects:
        return true;
    case Resource::Heap:
        return leading == Resource::Goroutines || leading == Resource::Threads
            || leading == Resource::Descriptors;
    case Resource::Descriptors:
        return leading == Resource::Goroutines || leading == Resource::Threads;
    case Resource::TempBytes:
        return leading == Resource::TempFiles;
    case Resource::Goroutines:
    case Resource::Threads:
    case Resource::External:
    case Resource::TempFiles:
        return false;
    }
    return false;
}

/// Whether it surely grows, and as far as can be seen by more than what counts. Where all that a runtime knows of has been
/// taken off, the rest is quiet: it needs not be so sure.
bool seemsToGrow(const ResourceVerdict &verdict)
{
    const double perUpload = verdict.perUpload.value_or(0);
    const bool isQuiet = verdict.reading == Reading::GoExact && verdict.resource == Resource::Rss;
    return (verdict.low.value_or(0) > 0 && perUpload > verdict.threshold)
        || (isQuiet && perUpload > 2 * verdict.threshold);
}

/// Whether it is given back by collections.
bool isMemory(Resource resource)
{
    switch (resource) {
    case Resource::Heap:
    case Resource::HeapObjects:
    case Resource::External:
    case Resource::Rss:
        return true;
    case Resource::Goroutines:
    case Resource::Threads:
    case Resource::Descriptors:
    case Resource::TempFiles:
    case Resource::TempBytes:
        return false;
    }
    return false;
}

void describeLeak(Verdict &verdict, const std::vector<ResourceVerdict> &verdicts, const Findings &findings)
{
    const ResourceVerdict &leading = *verdict.leading;
    verdict.outcome = Outcome::Leaks;
    verdict.cause = causeOf(leading, find(verdicts, Resource::Heap) != nullptr);
    // What the collector closes is seen as such at once; all else may yet be given back.
    const bool couldReturn = findings.idleProbed && !(findings.idleUncollected && isMemory(leading.resource));
    verdict.confirmed
        = leading.outcome == Outcome::GcClosed || (couldReturn && leading.returnedShare.value_or(1) < 0.2);
    for (const ResourceVerdict &other : verdicts) {
        if (other.resource == leading.resource || !leaks(&other))
            continue;
        (follows(leading.resource, other.resource) ? verdict.consequences : verdict.further)
            .push_back(other.resource);
    }
    const ResourceVerdict *heap = find(verdicts, Resource::Heap);
    if (leading.unit == Unit::Pieces && leading.resource != Resource::TempFiles && leaks(heap)
        && heap->perUpload.value_or(0) > ownedByAnyPiece * leading.perUpload.value_or(1))
        verdict.heap = *heap;
    if (leading.unit == Unit::Bytes) {
        verdict.grewForUploads = leading.uploads;
        verdict.grewBy = leading.grown;
        verdict.isLongEnough = leading.grown >= std::min(4 * leading.baseline, enoughGrowth);
    }
}

} // namespace

bool leavesOpen(const ResourceVerdict &verdict, bool hasHeap)
{
    if (verdict.outcome != Outcome::Inconclusive && verdict.outcome != Outcome::NeedsMoreRounds)
        return false;
    switch (verdict.resource) {
    case Resource::HeapObjects:
        return verdict.low.value_or(0) > surelyObjects;
    case Resource::Rss: // within what the runtime had taken it may be the runtime's own
        return !hasHeap || verdict.leaning == Outcome::Leaks
            || (verdict.reason != Reason::InReserve && seemsToGrow(verdict));
    case Resource::External: // given back by collections, which nobody can ask for
        return verdict.leaning == Outcome::Leaks || verdict.reason == Reason::NotCollected
            || seemsToGrow(verdict);
    case Resource::Heap:
    case Resource::Goroutines:
    case Resource::Threads:
    case Resource::Descriptors:
    case Resource::TempFiles:
    case Resource::TempBytes:
        return true;
    }
    return true;
}

Verdict combine(const Findings &findings)
{
    Verdict verdict;
    const std::array all{&findings.resources, &findings.aborted, &findings.crowded, &findings.spilled};
    for (const auto *verdicts : all) {
        for (const ResourceVerdict &resource : *verdicts) {
            const bool isKnown = std::ranges::count(verdict.releasedLate, resource.resource) > 0;
            if (resource.outcome == Outcome::ReleasedLate && !isKnown)
                verdict.releasedLate.push_back(resource.resource);
        }
    }
    for (const auto *verdicts : all) {
        if (const ResourceVerdict *leading = leadingOf(*verdicts)) {
            verdict.leading = *leading;
            verdict.onlyWhenAborted = verdicts == &findings.aborted;
            verdict.onlyWhenCrowded = verdicts == &findings.crowded;
            verdict.onlyWhenLarge = verdicts == &findings.spilled;
            describeLeak(verdict, *verdicts, findings);
            return verdict;
        }
    }
    for (const auto *verdicts : {&findings.resources, &findings.aborted}) {
        const bool hasHeap = find(*verdicts, Resource::Heap) != nullptr;
        for (const ResourceVerdict &resource : *verdicts) {
            if (leavesOpen(resource, hasHeap)) {
                verdict.leading = resource;
                return verdict;
            }
        }
    }
    if (findings.resources.empty())
        return verdict;
    verdict.outcome = Outcome::Stable;
    verdict.confirmed = true;
    const ResourceVerdict *heap = find(findings.resources, Resource::Heap);
    verdict.leading = heap ? *heap : findings.resources.front();
    return verdict;
}

} // namespace analysis
