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
        QString reasonBefore; ///< CheckRecord::Row::reason.
        QString reasonAfter;
    };
    /// A guilty function, and what is kept of each upload by it.
    struct Function
    {
        pprof::Site site;
        QString unit;
        std::optional<double> before; ///< Nothing: not named.
        std::optional<double> after;
    };
    /// What the server's heap held of a function's allocations when the checks last looked; bytes.
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

    /// Whether the check after shows nothing that the one before does not show as well: what it knew already is accepted,
    /// and what it could not tell is not.
    [[nodiscard]] bool isAccepted() const;
};

/// The whole is what is worst of the rows: new, worse, then unknown where one of the checks is inconclusive or where what
/// grew before was not watched any more; fixed if what leaked leaks no longer and nothing else does, better if some of it.
/// Objects, and the process's memory beside a heap, decide nothing: they follow. Any thread.
[[nodiscard]] CheckComparison compareChecks(CheckRecord before, CheckRecord after);

/// Whether nothing is left before, nor after.
[[nodiscard]] bool rests(const CheckComparison::Row &row);

} // namespace report
