// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What is watched, and from how much growth on it counts.
namespace analysis {

enum class Resource {
    Heap, ///< Live bytes of the collected heap.
    HeapObjects, ///< A second witness: a leak keeps at least one object.
    External, ///< Memory that the runtime counts outside its heap (Node's buffers, the JVM's direct buffers).
    Rss, ///< Anonymous resident bytes: all that is not in the heap shows here alone.
    Goroutines,
    Threads,
    Descriptors,
    TempFiles,
    TempBytes,
};
inline constexpr int resourceCount = 9;

/// How the floors of memory were read; decides how much of a rise can be the reading's own.
enum class Reading {
    GoExact, ///< heap?gc=1&debug=1: collected, then read before the handler allocates.
    GoMetrics, ///< Only memstats of a metrics page.
    Node,
    Jvm,
    Other, ///< Python, C++, …: the process's size alone.
};

enum class Unit { Bytes, Pieces };

/// Growth below it is not called a leak: an effect that matters, and more than a clean server shows.
struct Threshold
{
    Resource resource = Resource::Heap;
    Unit unit = Unit::Bytes;
    double perUpload = 0; ///< δ
    int minimumRounds = 10; ///< Rounds before anything is called a leak.
    double surelyFrom = 0; ///< At or above this growth per upload 10 rounds do; 0: no such exception.
    double resolution = 0; ///< By how much one floor may be off, whatever the statistics say.
    /// What a clean server's floor may creep by per upload (its own registers, entries in tables around what's
    /// kept): part of the growth, but perhaps not of the leak. It lowers the interval's lower end.
    double background = 0;
    const char *reason = ""; ///< Where δ comes from; for developers, not shown.
};

/// The table of the leak-check method, section 3.2; `bodyBytes` is the size of one upload.
[[nodiscard]] Threshold thresholdFor(Resource resource, Reading reading, double bodyBytes);

[[nodiscard]] Unit unitOf(Resource resource);
/// "heap", "heapObjects", "external", "rss", "goroutines", "threads", "descriptors", "disk", "diskBytes".
[[nodiscard]] QString toKey(Resource resource);
/// "bytes", "count".
[[nodiscard]] QString toKey(Unit unit);

} // namespace analysis
