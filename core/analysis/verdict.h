// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/amplification.h"
#include "core/analysis/resourceverdict.h"

namespace analysis {

/// What kind of leak the resources together tell of (leak-check method, section 3.5).
enum class Cause {
    None,
    GoroutineLeak, ///< Heap that grows too is a consequence: what the goroutine holds.
    ThreadLeak,
    DescriptorLeak,
    DescriptorsClosedByGc, ///< A forgotten Close that the collector's finalizer makes up for.
    TempFileLeak,
    HeapLeak, ///< Something in the collected heap keeps references.
    ExternalLeak, ///< Buffers that the runtime accounts for outside its heap.
    OffHeapLeak, ///< The process grows and nothing that the runtime counts does.
};

/// All that a check found out; only `resources` is needed.
struct Findings
{
    std::vector<ResourceVerdict> resources; ///< Of normal uploads, after the idle probe where there was one.
    std::vector<ResourceVerdict> aborted; ///< Of aborted uploads, counted per abort.
    bool idleProbed = false; ///< Long enough to confirm.
    std::vector<ResourceVerdict>
        crowded{}; ///< Of many uploads at once, refused ones too; only its leaks count.
    std::vector<ResourceVerdict> spilled{}; ///< Of few large uploads; the same.
    /// While it was idle no garbage was collected, so that memory could not have been given back.
    bool idleUncollected = false;
};

/// The answer to the whole check.
struct Verdict
{
    Outcome outcome = Outcome::Inconclusive; ///< Leaks, Stable or Inconclusive only.
    bool confirmed = false; ///< Leaks: kept through an idle probe. Stable: always.
    Cause cause = Cause::None;
    std::optional<ResourceVerdict> leading; ///< The resource that the sentence is about.
    bool onlyWhenAborted = false; ///< It leaks with aborted uploads alone.
    bool onlyWhenCrowded = false; ///< It leaks when there are many uploads at once alone.
    bool onlyWhenLarge = false; ///< It leaks when an upload is too large for the server's memory alone.
    std::vector<Resource> consequences; ///< Grow because of the cause.
    std::vector<Resource> further; ///< Leak beside it.
    /// The heap that grows beside a goroutine, thread or descriptor leak, if it is more than those are made of: what they
    /// hold, or a leak of its own. Worth a look of its own either way.
    std::optional<ResourceVerdict> heap;
    std::vector<Resource> releasedLate; ///< By uploads of any kind.
    /// Leaks in memory: it grew all along, so only for so many uploads and pieces is it known. A cache that
    /// is larger cannot be excluded; 0 otherwise.
    double grewForUploads = 0;
    double grewBy = 0;
    /// The growth is past four times the first floor, or 64 MiB: going on would not teach more.
    bool isLongEnough = false;
};

/// Whether a resource that is not decided leaves the whole open. Objects do where they surely grow by more than two with
/// each upload; the process's size beside a heap, and external memory, where they surely grow, and by more than their
/// threshold as far as can be seen - of Go, by twice as much -, or where they lean to a leak; all others always.
[[nodiscard]] bool leavesOpen(const ResourceVerdict &verdict, bool hasHeap);

/// Rules, in this order. Leaks when any resource leaks, with normal uploads, aborted ones or many at once; descriptors that
/// only the collector closes count as a leak of their own cause: a busy server runs out of them before the
/// collector runs. Leading is the first of goroutines, threads, descriptors, heap, external, temporary files,
/// process size that leaks; but heap that grows by more than 64 KiB per descriptor is not explained by the
/// descriptor's owner and leads. Above 16 KiB per goroutine, thread or descriptor it is told beside the cause. Heap, process size and objects are consequences of what explains them.
/// Inconclusive when a resource leavesOpen() it. Otherwise stable; released late is stable.
[[nodiscard]] Verdict combine(const Findings &findings);

} // namespace analysis
