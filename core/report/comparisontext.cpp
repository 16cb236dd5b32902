// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparisontext.h"

#include "core/base/format.h"
#include "core/report/checkwording.h"
#include "core/report/safetext.h"
#include "core/report/unknownwording.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using analysis::Change;
using analysis::Outcome;
using analysis::ResourceVerdict;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::ComparisonText)
};

using Row = CheckComparison::Row;

QString kindName(UploadKind uploads)
{
    switch (uploads) {
    case UploadKind::Normal:
        break;
    case UploadKind::Aborted:
        return Text::tr("aborted", "behind a resource's name: of such uploads");
    case UploadKind::Crowded:
        return Text::tr("many at once", "behind a resource's name: of such uploads");
    case UploadKind::Large:
        return Text::tr("large", "behind a resource's name: of such uploads");
    }
    return {};
}

/// The difference in the words of an estimate.
ResourceVerdict asVerdict(const Row &row)
{
    ResourceVerdict verdict;
    verdict.resource = row.resource;
    verdict.unit = unitOf(row.resource);
    verdict.perUpload = row.change.by;
    verdict.low = row.change.low;
    verdict.high = row.change.high;
    return verdict;
}

/// "heap +1.06 MiB → below 518 B per upload"
QString fromToText(const Row &row)
{
    return (row.uploads == UploadKind::Aborted
                ? Text::tr("%1 %2 → %3 per aborted upload", "a resource, an amount before and after")
                : Text::tr("%1 %2 → %3 per upload", "a resource, an amount before and after"))
        .arg(rowName(row), growthText(row.before), growthText(row.after));
}

QString noDifference(const CheckComparison &comparison)
{
    if (!comparison.leading)
        return Text::tr("No difference: stable before and after");
    const Row &row = *comparison.leading;
    const bool areMany = isPlural(row.resource);
    const QString text = row.uploads == UploadKind::Aborted ? areMany
            ? Text::tr("No difference: %1 grow by %2 per aborted upload before and after",
                       "a resource that is a plural, an amount")
            : Text::tr("No difference: %1 grows by %2 per aborted upload before and after",
                       "a resource, an amount")
        : areMany
        ? Text::tr("No difference: %1 grow by %2 per upload before and after",
                   "a resource that is a plural, an amount")
        : Text::tr("No difference: %1 grows by %2 per upload before and after", "a resource, an amount");
    return text.arg(rowName(row), growthText(row.after).remove(u'+'));
}

QString begunText(const CheckRecord &record)
{
    return record.startedMs == 0 ? dash() : base::formatUtc(record.startedMs);
}

QString uploadsText(const CheckRecord &record)
{
    return Text::tr("%1, %2 each", "count of uploads, bytes")
        .arg(QString::number(record.uploads), base::formatBytes(record.bodyBytes));
}

QString speedName(const CheckRecord &record)
{
    if (record.speed == QLatin1StringView("quick"))
        return Text::tr("quick", "a leak check");
    if (record.speed == QLatin1StringView("standard"))
        return Text::tr("standard", "a leak check");
    if (record.speed == QLatin1StringView("thorough"))
        return Text::tr("thorough", "a leak check");
    return record.speed.isEmpty() ? dash() : printable(record.speed);
}

QString cannotTell(const CheckComparison &comparison)
{
    if (comparison.leading) {
        const Row &row = *comparison.leading;
        const auto isDecided = [](const auto &one) { return one && growthOf(*one).isDecided(); };
        if (isDecided(row.before) && isDecided(row.after))
            return Text::tr("Cannot tell: %1 %2", "a resource, why").arg(rowName(row), unknownText(row));
        const bool isAfter = !row.after || !growthOf(*row.after).grows();
        const auto &unknown = isAfter ? row.after : row.before;
        if (unknown)
            return (isAfter ? Text::tr("Cannot tell: the check after is inconclusive on %1", "a resource")
                            : Text::tr("Cannot tell: the check before is inconclusive on %1", "a resource"))
                .arg(rowName(row));
        return (isAfter ? Text::tr("Cannot tell: the check after did not watch %1", "a resource")
                        : Text::tr("Cannot tell: the check before did not watch %1", "a resource"))
            .arg(rowName(row));
    }
    const bool isBefore = comparison.before.outcome == Outcome::Inconclusive;
    const bool isAfter = comparison.after.outcome == Outcome::Inconclusive;
    if (isBefore && isAfter)
        return Text::tr("Cannot tell: both checks are inconclusive");
    return isAfter ? Text::tr("Cannot tell: the check after is inconclusive")
                   : Text::tr("Cannot tell: the check before is inconclusive");
}

} // namespace

QString comparisonSentence(const CheckComparison &comparison)
{
    if (comparison.change == Change::None)
        return noDifference(comparison);
    if (comparison.change == Change::Unknown || !comparison.leading)
        return cannotTell(comparison);
    const Row &row = *comparison.leading;
    switch (comparison.change) {
    case Change::Fixed:
        return Text::tr("Fixed: %1").arg(fromToText(row));
    case Change::Better:
        return row.change.change == Change::Fixed
            ? Text::tr("Partly fixed: %1, but there is another leak").arg(fromToText(row))
            : Text::tr("Better, and not fixed: %1").arg(fromToText(row));
    case Change::Worse:
        return Text::tr("Worse: %1").arg(fromToText(row));
    case Change::New:
        return Text::tr("New leak: %1").arg(fromToText(row));
    case Change::None:
    case Change::Unknown:
        break;
    }
    return {};
}

QStringList comparisonNotes(const CheckComparison &comparison)
{
    const CheckRecord &before = comparison.before;
    const CheckRecord &after = comparison.after;
    QStringList notes;
    if (comparison.leading && comparison.leading->change.low)
        notes += Text::tr("The difference is %1 (98 % interval: %2).")
                     .arg(perUploadText(asVerdict(*comparison.leading)),
                          intervalText(asVerdict(*comparison.leading)));
    if (std::abs(before.bodyBytes - after.bodyBytes) > 0.01 * std::max(before.bodyBytes, after.bodyBytes))
        notes += Text::tr(
                     "The uploads differ: %1 before, %2 after. What keeps bodies keeps as much as they hold.")
                     .arg(base::formatBytes(before.bodyBytes), base::formatBytes(after.bodyBytes));
    if (before.server != after.server)
        notes += Text::tr("The addresses differ: %1 before, %2 after.")
                     .arg(printable(before.server), printable(after.server));
    if (before.speed != after.speed)
        notes += Text::tr("The checks differ: %1 before, %2 after; the quicker sees less.")
                     .arg(speedName(before), speedName(after));
    for (const CheckRecord *record : {&before, &after}) {
        if (record->outcome == Outcome::Inconclusive)
            notes += (record == &before ? Text::tr("Before: %1", "a verdict")
                                        : Text::tr("After: %1", "a verdict"))
                         .arg(printable(record->sentence));
    }
    return notes;
}

QString growthText(const std::optional<ResourceVerdict> &verdict)
{
    if (!verdict)
        return dash();
    if (verdict->outcome == Outcome::Stable) {
        ResourceVerdict limit = *verdict;
        limit.perUpload = growthOf(*verdict).bound();
        if (!limit.perUpload)
            return outcomeName(Outcome::Stable);
        limit.perUpload = std::max(0.0, *limit.perUpload);
        const QString bound = perUploadText(limit);
        return bound.startsWith(u'+') ? Text::tr("below %1", "an amount").arg(bound.mid(1)) : bound;
    }
    return verdict->outcome == Outcome::ReleasedLate ? outcomeName(verdict->outcome)
                                                     : perUploadText(*verdict);
}

QString changeText(const Row &row)
{
    return row.change.low ? Text::tr("%1 (%2)", "a difference, its interval")
                                .arg(differenceText(row), differenceIntervalText(row))
                          : differenceText(row);
}

QString rowName(const Row &row)
{
    const QString kind = kindName(row.uploads);
    const QString name = row.memory == CheckComparison::ProcessMemory::OutsideHeap
        ? Text::tr("process memory outside the heap")
        : resourceName(row.resource);
    return kind.isEmpty() ? name : Text::tr("%1, %2", "a resource, of which uploads").arg(name, kind);
}

QString differenceText(const Row &row)
{
    return perUploadText(asVerdict(row));
}

QString differenceIntervalText(const Row &row)
{
    return intervalText(asVerdict(row));
}

QString keptText(const CheckComparison::Function &function, const std::optional<double> &value)
{
    if (!value)
        return dash();
    if (function.unit == QLatin1StringView("bytes"))
        return base::formatBytes(*value);
    const QString count = QString::number(*value, 'f', 2);
    return function.unit == QLatin1StringView("goroutines")
        ? Text::tr("%1 goroutines").arg(count)
        : QStringLiteral("%1 %2").arg(count, function.unit);
}

std::vector<ComparedFact> comparedFacts(const CheckComparison &comparison)
{
    const CheckRecord &before = comparison.before;
    const CheckRecord &after = comparison.after;
    return {
        {Text::tr("Verdict"), printable(before.sentence), printable(after.sentence)},
        {Text::tr("Address"), printable(before.server), printable(after.server)},
        {Text::tr("Begun"), begunText(before), begunText(after)},
        {Text::tr("Uploads"), uploadsText(before), uploadsText(after)},
        {Text::tr("Thoroughness"), speedName(before), speedName(after)},
    };
}

} // namespace report
