// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparedfunctions.h"

#include <QCoreApplication>

#include <algorithm>

namespace report {
namespace {

using analysis::Change;
using analysis::Resource;

using Naming = CheckComparison::Naming;
using Row = CheckComparison::Row;
using Verdict = std::optional<analysis::ResourceVerdict>;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::ComparedFunctions)
};

bool grows(const Verdict &verdict)
{
    return verdict && growthOf(*verdict).grows();
}

// What the other check says of functions that one names for what grows in it. `change` is what a row becomes where it grows in
// the one, and rests in the other.
Naming namingElsewhere(const std::vector<Row> &rows, const QString &unit, Change change, Verdict Row::*named)
{
    const Resource resource = unit == QLatin1StringView("goroutines") ? Resource::Goroutines : Resource::Heap;
    bool hasAny = false, isAllAtRest = true;
    for (const Row &row : rows) {
        if (row.resource != resource || !grows(row.*named))
            continue;
        if (row.change.change == Change::Unknown)
            return Naming::Unmeasured;
        hasAny = true;
        isAllAtRest = isAllAtRest && row.change.change == change;
    }
    return !hasAny ? Naming::Unmeasured : isAllAtRest ? Naming::Resting : Naming::Unnamed;
}

} // namespace

std::vector<CheckComparison::Function> compareFunctions(const CheckRecord &before, const CheckRecord &after,
                                                        const std::vector<Row> &rows)
{
    std::vector<CheckComparison::Function> functions;
    for (const CheckRecord::Function &named : after.functions)
        functions.push_back({named.site, named.unit, {}, named.perUpload});
    for (const CheckRecord::Function &named : before.functions) {
        // Lines move when a program is changed.
        const auto same = std::ranges::find_if(functions, [&named](const CheckComparison::Function &other) {
            return other.site.function == named.site.function && other.unit == named.unit && !other.before;
        });
        if (same != functions.end())
            same->before = named.perUpload;
        else
            functions.push_back({named.site, named.unit, named.perUpload, {}});
    }
    for (CheckComparison::Function &function : functions) {
        function.namingBefore = function.before
            ? Naming::Named
            : namingElsewhere(rows, function.unit, Change::New, &Row::after);
        function.namingAfter = function.after
            ? Naming::Named
            : namingElsewhere(rows, function.unit, Change::Fixed, &Row::before);
    }
    return functions;
}

Badge badgeOf(const CheckComparison::Function &function)
{
    const bool isOfAfter = function.namingAfter == Naming::Named;
    switch (isOfAfter ? function.namingBefore : function.namingAfter) {
    case Naming::Named:
        return {Tone::Same, Text::tr("still", "a function keeps memory")};
    case Naming::Resting:
        return isOfAfter ? Badge{Tone::Bad, Text::tr("new", "a function keeps memory")}
                         : Badge{Tone::Good, Text::tr("no more", "a function keeps memory")};
    case Naming::Unnamed:
        return {Tone::Unknown,
                isOfAfter ? Text::tr("not named before", "a function, by a check")
                          : Text::tr("not named after", "a function, by a check")};
    case Naming::Unmeasured:
        break;
    }
    return {Tone::Unknown,
            isOfAfter ? Text::tr("not measured before", "a function, by a check")
                      : Text::tr("not measured after", "a function, by a check")};
}

QString toKey(CheckComparison::Naming naming)
{
    switch (naming) {
    case Naming::Named:
        return QStringLiteral("named");
    case Naming::Resting:
        return QStringLiteral("resting");
    case Naming::Unnamed:
        return QStringLiteral("unnamed");
    case Naming::Unmeasured:
        break;
    }
    return QStringLiteral("unmeasured");
}

} // namespace report
