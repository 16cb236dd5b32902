// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparisontext.h"

#include "core/base/format.h"
#include "core/report/checkwording.h"
#include "core/report/comparedfigures.h"
#include "core/report/jsonfields.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QJsonArray>
#include <QJsonDocument>

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

QString kindKey(UploadKind uploads)
{
    switch (uploads) {
    case UploadKind::Normal:
        break;
    case UploadKind::Aborted:
        return QStringLiteral("aborted");
    case UploadKind::Crowded:
        return QStringLiteral("crowded");
    case UploadKind::Large:
        return QStringLiteral("large");
    }
    return QStringLiteral("normal");
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

QJsonValue known(const std::optional<double> &value)
{
    return value ? numberToJson(*value) : QJsonValue();
}

QJsonValue estimateToJson(const std::optional<ResourceVerdict> &verdict)
{
    if (!verdict)
        return {};
    return QJsonObject{{QStringLiteral("verdict"), toKey(verdict->outcome)},
                       {QStringLiteral("perUpload"), known(verdict->perUpload)},
                       {QStringLiteral("low"), known(verdict->low)},
                       {QStringLiteral("high"), known(verdict->high)},
                       {QStringLiteral("detectable"), known(verdict->detectable)}};
}

QJsonObject toJson(const Row &row)
{
    return {
        {QStringLiteral("role"), toKey(row.resource)},
        {QStringLiteral("uploads"), kindKey(row.uploads)},
        {QStringLiteral("unit"),
         unitOf(row.resource) == analysis::Unit::Bytes ? QStringLiteral("bytes") : QStringLiteral("count")},
        {QStringLiteral("change"), toKey(row.change.change)},
        {QStringLiteral("by"), known(row.change.by)},
        {QStringLiteral("low"), known(row.change.low)},
        {QStringLiteral("high"), known(row.change.high)},
        {QStringLiteral("before"), estimateToJson(row.before)},
        {QStringLiteral("after"), estimateToJson(row.after)}};
}

QJsonObject toJson(const CheckComparison::Function &function)
{
    return {{QStringLiteral("function"), function.site.function},
            {QStringLiteral("file"), textToJson(function.site.file)},
            {QStringLiteral("line"), function.site.line > 0 ? QJsonValue(function.site.line) : QJsonValue()},
            {QStringLiteral("unit"), function.unit},
            {QStringLiteral("before"), known(function.before)},
            {QStringLiteral("after"), known(function.after)}};
}

QJsonValue latencyToJson(const std::optional<CheckRecord::Latency> &latency)
{
    if (!latency)
        return {};
    return QJsonObject{{QStringLiteral("p50"), numberToJson(latency->median)},
                       {QStringLiteral("p95"), numberToJson(latency->p95)},
                       {QStringLiteral("p99"), numberToJson(latency->p99)}};
}

QJsonObject highestToJson(const CheckRecord &record)
{
    QJsonObject object;
    for (const auto &[resource, floor] : record.highest)
        object.insert(toKey(resource), floor);
    return object;
}

QJsonObject toJson(const CheckComparison::Held &held)
{
    return {{QStringLiteral("function"), held.function},
            {QStringLiteral("before"), held.before},
            {QStringLiteral("after"), held.after}};
}

QJsonObject toJson(const CheckRecord &record)
{
    return {{QStringLiteral("server"), record.server},
            {QStringLiteral("seconds"), known(record.seconds)},
            {QStringLiteral("latencyMs"), latencyToJson(record.latency)},
            {QStringLiteral("highest"), highestToJson(record)},
            {QStringLiteral("startedAt"), timeToJson(record.startedMs)},
            {QStringLiteral("verdict"), toKey(record.outcome)},
            {QStringLiteral("sentence"), record.sentence},
            {QStringLiteral("uploads"), record.uploads},
            {QStringLiteral("bodyBytes"), numberToJson(record.bodyBytes)},
            {QStringLiteral("speed"), textToJson(record.speed)}};
}

template <typename Values>
QJsonArray arrayOf(const Values &values)
{
    QJsonArray array;
    for (const auto &value : values)
        array.append(toJson(value));
    return array;
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
    return row.change.low
        ? QStringLiteral("%1 (%2)").arg(perUploadText(asVerdict(row)), intervalText(asVerdict(row)))
        : perUploadText(asVerdict(row));
}

QString rowName(const Row &row)
{
    const QString kind = kindName(row.uploads);
    const QString name = resourceName(row.resource);
    return kind.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, kind);
}

QByteArray comparisonToJson(const CheckComparison &comparison)
{
    const QJsonObject object{
        {QStringLiteral("schema"), QStringLiteral("tidemark.compare/1")},
        {QStringLiteral("command"), QStringLiteral("compare")},
        {QStringLiteral("change"), toKey(comparison.change)},
        {QStringLiteral("accepted"), comparison.isAccepted()},
        {QStringLiteral("sentence"), comparisonSentence(comparison)},
        {QStringLiteral("notes"), QJsonArray::fromStringList(comparisonNotes(comparison))},
        {QStringLiteral("before"), toJson(comparison.before)},
        {QStringLiteral("after"), toJson(comparison.after)},
        {QStringLiteral("resources"), arrayOf(comparison.rows)},
        {QStringLiteral("functions"), arrayOf(comparison.functions)},
        {QStringLiteral("held"), arrayOf(comparison.held)},
    };
    return QJsonDocument(object).toJson();
}

QByteArray comparisonToMarkdown(const CheckComparison &comparison)
{
    const auto cell = [](QString text) { return text.replace(u'|', QStringLiteral("\\|")); };
    QString text = QStringLiteral("### %1\n\n").arg(comparisonSentence(comparison));
    for (const QString &note : comparisonNotes(comparison))
        text += QStringLiteral("- %1\n").arg(note);
    text += QStringLiteral(
        "\n| resource | before | after | difference (98 % interval) | |\n|---|---|---|---|---|\n");
    for (const Row &row : comparison.rows)
        text += QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
                    .arg(rowName(row), growthText(row.before), growthText(row.after), changeText(row),
                         toKey(row.change.change));
    if (const std::vector<ComparedFigure> figures = comparedFigures(comparison); !figures.empty()) {
        text += QStringLiteral("\n| measured | before | after | difference |\n|---|---|---|---|\n");
        for (const ComparedFigure &figure : figures)
            text += QStringLiteral("| %1 | %2 | %3 | %4 |\n")
                        .arg(figure.name, figure.before, figure.after, figure.difference);
    }
    if (const std::vector<ComparedFigure> figures = heldFigures(comparison); !figures.empty()) {
        text += QStringLiteral(
            "\n| held in the heap, allocated by | before | after | difference |\n|---|---|---|---|\n");
        for (const ComparedFigure &figure : figures)
            text += QStringLiteral("| `%1` | %2 | %3 | %4 |\n")
                        .arg(cell(QString(figure.name).replace(u'`', u'\'')), figure.before, figure.after,
                             figure.difference);
    }
    if (!comparison.functions.empty())
        text += QStringLiteral("\n| function | before | after |\n|---|---|---|\n");
    const auto kept = [](const CheckComparison::Function &function, const std::optional<double> &value) {
        if (!value)
            return dash();
        return function.unit == QLatin1String("bytes") ? base::formatBytes(*value)
                                                       : QString::number(*value, 'f', 2);
    };
    for (const CheckComparison::Function &function : comparison.functions)
        text += QStringLiteral("| `%1` | %2 | %3 |\n")
                    .arg(cell(siteText(function.site).replace(u'`', u'\'')), kept(function, function.before),
                         kept(function, function.after));
    text += QStringLiteral("\nBefore: %1, %2  \nAfter: %3, %4  \n")
                .arg(base::formatUtc(comparison.before.startedMs), printable(comparison.before.server),
                     base::formatUtc(comparison.after.startedMs), printable(comparison.after.server));
    return text.toUtf8();
}

} // namespace report
