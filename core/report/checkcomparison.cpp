// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkcomparison.h"

#include "core/report/comparedfunctions.h"

#include <algorithm>
#include <array>
#include <functional>

namespace report {
namespace {

using analysis::Change;
using analysis::Outcome;
using analysis::Resource;
using analysis::ResourceVerdict;

using ProcessMemory = CheckComparison::ProcessMemory;
using Row = CheckComparison::Row;

// The causes first, as in analysis::combine().
constexpr std::array order{Resource::Goroutines, Resource::Threads,  Resource::Descriptors,
                           Resource::Heap,       Resource::External, Resource::TempFiles,
                           Resource::TempBytes,  Resource::Rss,      Resource::HeapObjects};
constexpr std::array kinds{UploadKind::Normal, UploadKind::Aborted, UploadKind::Crowded, UploadKind::Large};

std::optional<ResourceVerdict> verdictOf(const CheckRecord::Row *row)
{
    return row ? std::optional(row->verdict) : std::nullopt;
}

QString reasonOf(const CheckRecord::Row *row)
{
    return row ? row->reason : QString();
}

// Crowds and large uploads stand in a record only where they leak: where they do not, they were tried, and rested, if the
// whole check is decided.
analysis::Growth growthIn(const CheckRecord &record, const Row &row,
                          const std::optional<ResourceVerdict> &verdict)
{
    if (verdict)
        return growthOf(*verdict);
    analysis::Growth unseen;
    const bool leaksAlone = row.uploads == UploadKind::Crowded || row.uploads == UploadKind::Large;
    if (leaksAlone && record.outcome == Outcome::Stable)
        unseen.outcome = Outcome::Stable;
    return unseen;
}

ProcessMemory memoryIn(const CheckRecord &before, const CheckRecord &after)
{
    const std::optional<bool> &one = before.isRssOutsideHeap, &other = after.isRssOutsideHeap;
    if (one && other && *one != *other)
        return ProcessMemory::Mixed;
    return one.value_or(false) || other.value_or(false) ? ProcessMemory::OutsideHeap : ProcessMemory::Whole;
}

std::vector<Row> rowsOf(const CheckRecord &before, const CheckRecord &after, ProcessMemory memory)
{
    std::vector<Row> rows;
    for (const UploadKind uploads : kinds) {
        for (const Resource resource : order) {
            const CheckRecord::Row *const one = before.find(uploads, resource);
            const CheckRecord::Row *const other = after.find(uploads, resource);
            if (!one && !other)
                continue;
            Row row;
            row.uploads = uploads;
            row.resource = resource;
            row.before = verdictOf(one);
            row.after = verdictOf(other);
            row.reasonBefore = reasonOf(one);
            row.reasonAfter = reasonOf(other);
            if (resource == Resource::Rss)
                row.memory = memory;
            if (row.memory != ProcessMemory::Mixed)
                row.change = compare(growthIn(before, row, row.before), growthIn(after, row, row.after));
            rows.push_back(row);
        }
    }
    return rows;
}

// Objects, and the process's memory beside a heap, decide nothing: they follow.
bool decides(const Row &row, const std::vector<Row> &rows)
{
    if (row.resource == Resource::HeapObjects || row.resource == Resource::TempBytes)
        return false;
    if (row.resource != Resource::Rss)
        return true;
    return std::ranges::none_of(rows, [&row](const Row &other) {
        return other.uploads == row.uploads && other.resource == Resource::Heap;
    });
}

bool grows(const std::optional<ResourceVerdict> &verdict)
{
    return verdict && growthOf(*verdict).grows();
}

// Of the rows that decide: the one that a check names as its leading one if that is among them, else the first.
const Row *foremost(const CheckComparison &comparison, const std::function<bool(const Row &)> &matches)
{
    const Row *first = nullptr;
    for (const Row &row : comparison.rows) {
        if (!row.isDeciding || !matches(row))
            continue;
        if (row.resource == comparison.after.leading || row.resource == comparison.before.leading)
            return &row;
        if (!first)
            first = &row;
    }
    return first;
}

void decide(CheckComparison &comparison)
{
    const auto lead = [&comparison](Change change, const std::function<bool(const Row &)> &matches) {
        const Row *row = foremost(comparison, matches);
        if (row) {
            comparison.change = change;
            comparison.leading = *row;
        }
        return row != nullptr;
    };
    const auto is
        = [](Change change) { return [change](const Row &row) { return row.change.change == change; }; };
    if (lead(Change::New, is(Change::New)) || lead(Change::Worse, is(Change::Worse)))
        return;
    if (comparison.before.outcome == Outcome::Inconclusive
        || comparison.after.outcome == Outcome::Inconclusive)
        return; // unknown, and no row of it leads
    if (lead(Change::Unknown, [](const Row &row) {
            return row.change.change == Change::Unknown && (grows(row.before) || grows(row.after));
        }))
        return;
    const bool isAllFixed = comparison.after.outcome == Outcome::Stable;
    if (lead(isAllFixed ? Change::Fixed : Change::Better, is(Change::Fixed))
        || lead(Change::Better, is(Change::Better)))
        return;
    comparison.change = Change::None;
    lead(Change::None, [](const Row &row) { return grows(row.after); });
}

} // namespace

CheckComparison::Acceptance CheckComparison::acceptance() const
{
    if (after.outcome != Outcome::Leaks && after.outcome != Outcome::Stable)
        return Acceptance::Unknown;
    const auto any = [this](const auto &matches) {
        return std::ranges::any_of(rows,
                                   [&matches](const Row &row) { return row.isDeciding && matches(row); });
    };
    const bool isRefused = change == Change::New || change == Change::Worse
        || any([](const Row &row) { return grows(row.after) && !grows(row.before); });
    if (after.outcome == Outcome::Leaks && isRefused)
        return Acceptance::Refused;
    const bool isUnknown
        = any([](const Row &row) { return grows(row.before) && row.change.change == Change::Unknown; });
    return isUnknown ? Acceptance::Unknown : Acceptance::Accepted;
}

QString toKey(CheckComparison::Acceptance acceptance)
{
    switch (acceptance) {
    case CheckComparison::Acceptance::Accepted:
        return QStringLiteral("accepted");
    case CheckComparison::Acceptance::Refused:
        return QStringLiteral("refused");
    case CheckComparison::Acceptance::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

CheckComparison compareChecks(CheckRecord before, CheckRecord after)
{
    CheckComparison comparison;
    comparison.before = std::move(before);
    comparison.after = std::move(after);
    comparison.memory = memoryIn(comparison.before, comparison.after);
    comparison.rows = rowsOf(comparison.before, comparison.after, comparison.memory);
    for (Row &row : comparison.rows)
        row.isDeciding = decides(row, comparison.rows);
    std::ranges::stable_partition(comparison.rows, [](const Row &row) { return !rests(row); });
    comparison.functions = compareFunctions(comparison.before, comparison.after, comparison.rows);
    decide(comparison);
    return comparison;
}

bool rests(const Row &row)
{
    return row.change.change == Change::None && (!row.before || growthOf(*row.before).rests())
        && (!row.after || growthOf(*row.after).rests());
}

} // namespace report
