// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/growthchange.h"
#include "core/report/checkrecord.h"

namespace report {

/// Two leak checks of the same work, before and after a change to the server: what has become of every growth, and of it
/// all.
struct CheckComparison
{
    /// What both checks tell as the process's memory.
    enum class ProcessMemory {
        Whole, ///< As far as is known: earlier versions did not say.
        OutsideHeap, ///< Without the heap.
        Mixed, ///< One of them without it: two things that cannot be compared.
    };
    struct Row
    {
        UploadKind uploads = UploadKind::Normal;
        analysis::Resource resource = analysis::Resource::Heap;
        std::optional<analysis::ResourceVerdict> before; ///< Nothing: not watched.
        std::optional<analysis::ResourceVerdict> after;
        analysis::GrowthChange change; ///< Of Mixed ones nothing.
        ProcessMemory memory = ProcessMemory::Whole; ///< Of Resource::Rss alone.
        bool isDeciding = true; ///< Else it follows another, as objects follow the heap.
        QString reasonBefore; ///< CheckRecord::Row::reason.
        QString reasonAfter;
    };
    /// What a check says of a function that one of them names.
    enum class Naming {
        Named,
        Resting, ///< What it made grow in the other check rests.
        Unnamed, ///< That grows, and this function is not named for it.
        Unmeasured, ///< Nothing: what it made grow was not watched, or is not known.
    };
    /// A guilty function, and what is kept of each upload by it.
    struct Function
    {
        pprof::Site site;
        QString unit;
        std::optional<double> before; ///< If named.
        std::optional<double> after;
        Naming namingBefore = Naming::Unmeasured;
        Naming namingAfter = Naming::Unmeasured;
    };
    /// What the server's heap kept of each upload of a function's allocations, as profiles tell; bytes.
    struct Held
    {
        QString function;
        double before = 0;
        double after = 0;
    };

    CheckRecord before;
    CheckRecord after;
    ProcessMemory memory = ProcessMemory::Whole;
    analysis::Change change = analysis::Change::Unknown;
    /// What the sentence is about; nothing where both are stable, or where a check as a whole is inconclusive.
    std::optional<Row> leading;
    std::vector<Row> rows; ///< What is left behind first, then what rests(); of both normal uploads first.
    std::vector<Function> functions; ///< Those of the check after first.
    std::vector<Held> held; ///< See heldFunctions(); empty, unless who has the profiles fills it in.

    /// Of the check after, by whoever lives with what the one before knew.
    enum class Acceptance {
        Accepted, ///< It shows nothing that the one before does not show as well.
        Refused, ///< It leaks what is new or worse, or what the one before could not tell.
        Unknown, ///< It is inconclusive, or what leaked before was not watched, or cannot be told, now.
    };
    [[nodiscard]] Acceptance acceptance() const;
};

/// "accepted", "refused", "unknown".
[[nodiscard]] QString toKey(CheckComparison::Acceptance acceptance);

/// The whole is what is worst of the rows: new, worse, then unknown where one of the checks is inconclusive or where what
/// grew before was not watched any more; fixed if what leaked leaks no longer and nothing else does, better if some of it.
/// Objects, and the process's memory beside a heap, decide nothing: they follow. Any thread.
[[nodiscard]] CheckComparison compareChecks(CheckRecord before, CheckRecord after);

/// "named", "resting", "unnamed", "unmeasured".
[[nodiscard]] QString toKey(CheckComparison::Naming naming);

/// Whether nothing is left before, nor after.
[[nodiscard]] bool rests(const CheckComparison::Row &row);

} // namespace report
