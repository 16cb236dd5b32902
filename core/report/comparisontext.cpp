// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparisontext.h"

#include "core/base/format.h"
#include "core/report/checkwording.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <cmath>

namespace report {
namespace {

using analysis::Change;
using analysis::Outcome;
using analysis::ResourceVerdict;

using Row = CheckComparison::Row;

QString kindName(UploadKind uploads)
{
    switch (uploads) {
    case UploadKind::Normal:
        break;
    case UploadKind::Aborted:
        return QStringLiteral("aborted");
    case UploadKind::Crowded:
        return QStringLiteral("many at once");
    case UploadKind::Large:
        return QStringLiteral("large");
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

QString perText(UploadKind uploads)
{
    return uploads == UploadKind::Aborted ? QStringLiteral("per aborted upload")
                                          : QStringLiteral("per upload");
}

/// "heap +1.06 MiB → below 518 B per upload"
QString fromToText(const Row &row)
{
    return QStringLiteral("%1 %2 → %3 %4")
        .arg(rowName(row), growthText(row.before), growthText(row.after), perText(row.uploads));
}

QString noDifference(const CheckComparison &comparison)
{
    if (!comparison.leading)
        return QStringLiteral("No difference: stable before and after");
    const Row &row = *comparison.leading;
    return QStringLiteral("No difference: %1 grows by %2 %3 before and after")
        .arg(rowName(row), growthText(row.after).remove(u'+'), perText(row.uploads));
}

QString begunText(const CheckRecord &record)
{
    return record.startedMs == 0 ? dash() : base::formatUtc(record.startedMs);
}

QString uploadsText(const CheckRecord &record)
{
    return QStringLiteral("%1, %2 each").arg(record.uploads).arg(base::formatBytes(record.bodyBytes));
}

QString cannotTell(const CheckComparison &comparison)
{
    if (comparison.leading) {
        const Row &row = *comparison.leading;
        const bool isAfter = !row.after || !growthOf(*row.after).grows();
        const auto &unknown = isAfter ? row.after : row.before;
        return QStringLiteral("Cannot tell: %1 %2 in the check %3")
            .arg(rowName(row),
                 unknown ? QStringLiteral("is inconclusive") : QStringLiteral("was not watched"),
                 isAfter ? QStringLiteral("after") : QStringLiteral("before"));
    }
    const bool isBefore = comparison.before.outcome == Outcome::Inconclusive;
    const bool isAfter = comparison.after.outcome == Outcome::Inconclusive;
    if (isBefore && isAfter)
        return QStringLiteral("Cannot tell: both checks are inconclusive");
    return QStringLiteral("Cannot tell: the check %1 is inconclusive")
        .arg(isAfter ? QStringLiteral("after") : QStringLiteral("before"));
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
        return QStringLiteral("Fixed: ") + fromToText(row);
    case Change::Better:
        return row.change.change == Change::Fixed
            ? QStringLiteral("Partly fixed: %1, but there is another leak").arg(fromToText(row))
            : QStringLiteral("Better, and not fixed: ") + fromToText(row);
    case Change::Worse:
        return QStringLiteral("Worse: ") + fromToText(row);
    case Change::New:
        return QStringLiteral("New leak: ") + fromToText(row);
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
        notes += QStringLiteral("The difference is %1 (98 % interval: %2).")
                     .arg(perUploadText(asVerdict(*comparison.leading)),
                          intervalText(asVerdict(*comparison.leading)));
    if (std::abs(before.bodyBytes - after.bodyBytes) > 0.01 * std::max(before.bodyBytes, after.bodyBytes))
        notes += QStringLiteral(
                     "The uploads differ: %1 before, %2 after. What keeps bodies keeps as much as they hold.")
                     .arg(base::formatBytes(before.bodyBytes), base::formatBytes(after.bodyBytes));
    if (before.server != after.server)
        notes += QStringLiteral("The addresses differ: %1 before, %2 after.")
                     .arg(printable(before.server), printable(after.server));
    if (before.speed != after.speed)
        notes += QStringLiteral("The checks differ: %1 before, %2 after; the quicker sees less.")
                     .arg(printable(before.speed), printable(after.speed));
    for (const CheckRecord *record : {&before, &after}) {
        if (record->outcome == Outcome::Inconclusive)
            notes += QStringLiteral("%1: %2").arg(record == &before ? QStringLiteral("Before")
                                                                    : QStringLiteral("After"),
                                                  printable(record->sentence));
    }
    return notes;
}

QString growthText(const std::optional<ResourceVerdict> &verdict)
{
    if (!verdict)
        return dash();
    if (verdict->outcome == Outcome::Stable) {
        ResourceVerdict limit = *verdict;
        limit.perUpload = surelySeen(*verdict);
        return QStringLiteral("below ") + perUploadText(limit).remove(u'+');
    }
    return verdict->outcome == Outcome::ReleasedLate ? outcomeName(verdict->outcome)
                                                     : perUploadText(*verdict);
}

QString changeText(const Row &row)
{
    return row.change.low ? QStringLiteral("%1 (%2)").arg(differenceText(row), differenceIntervalText(row))
                          : differenceText(row);
}

QString rowName(const Row &row)
{
    const QString kind = kindName(row.uploads);
    const QString name = resourceName(row.resource);
    return kind.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, kind);
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
    return QStringLiteral("%1 %2").arg(QString::number(*value, 'f', 2), function.unit);
}

std::vector<ComparedFact> comparedFacts(const CheckComparison &comparison)
{
    const CheckRecord &before = comparison.before;
    const CheckRecord &after = comparison.after;
    const auto speed
        = [](const CheckRecord &record) { return record.speed.isEmpty() ? dash() : printable(record.speed); };
    return {
        {QStringLiteral("Verdict"), printable(before.sentence), printable(after.sentence)},
        {QStringLiteral("Address"), printable(before.server), printable(after.server)},
        {QStringLiteral("Begun"), begunText(before), begunText(after)},
        {QStringLiteral("Uploads"), uploadsText(before), uploadsText(after)},
        {QStringLiteral("Thoroughness"), speed(before), speed(after)},
    };
}

} // namespace report
