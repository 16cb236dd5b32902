// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparisonreport.h"

#include "core/report/comparisontext.h"
#include "core/report/jsonfields.h"
#include "core/report/unknownwording.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace report {
namespace {

using analysis::ResourceVerdict;

using Row = CheckComparison::Row;

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
                       {QStringLiteral("below"), known(growthOf(*verdict).bound())},
                       {QStringLiteral("detectable"), known(verdict->detectable)}};
}

} // namespace

QJsonObject comparedToJson(const Row &row)
{
    return {{QStringLiteral("role"), toKey(row.resource)},
            {QStringLiteral("uploads"), toKey(row.uploads)},
            {QStringLiteral("unit"), toKey(unitOf(row.resource))},
            {QStringLiteral("change"), toKey(row.change.change)},
            {QStringLiteral("reason"), textToJson(unknownText(row))},
            {QStringLiteral("by"), known(row.change.by)},
            {QStringLiteral("low"), known(row.change.low)},
            {QStringLiteral("high"), known(row.change.high)},
            {QStringLiteral("before"), estimateToJson(row.before)},
            {QStringLiteral("after"), estimateToJson(row.after)}};
}

namespace {

QJsonObject toJson(const Row &row)
{
    return comparedToJson(row);
}

QJsonObject toJson(const CheckComparison::Function &function)
{
    return {{QStringLiteral("function"), function.site.function},
            {QStringLiteral("file"), textToJson(function.site.file)},
            {QStringLiteral("line"), function.site.line > 0 ? QJsonValue(function.site.line) : QJsonValue()},
            {QStringLiteral("unit"), function.unit},
            {QStringLiteral("before"), known(function.before)},
            {QStringLiteral("after"), known(function.after)},
            {QStringLiteral("namingBefore"), toKey(function.namingBefore)},
            {QStringLiteral("namingAfter"), toKey(function.namingAfter)}};
}

QJsonObject toJson(const CheckComparison::Held &held)
{
    return {{QStringLiteral("function"), held.function},
            {QStringLiteral("before"), held.before},
            {QStringLiteral("after"), held.after}};
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

QJsonObject toJson(const CheckRecord &record)
{
    return {{QStringLiteral("server"), record.server},
            {QStringLiteral("seconds"), known(record.seconds)},
            {QStringLiteral("latencyMs"), latencyToJson(record.latency)},
            {QStringLiteral("highest"), highestToJson(record)},
            {QStringLiteral("rssOutsideHeap"),
             record.isRssOutsideHeap ? QJsonValue(*record.isRssOutsideHeap) : QJsonValue()},
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

QByteArray comparisonToJson(const CheckComparison &comparison)
{
    const QJsonObject object{
        {QStringLiteral("schema"), QStringLiteral("tidemark.compare/1")},
        {QStringLiteral("command"), QStringLiteral("compare")},
        {QStringLiteral("change"), toKey(comparison.change)},
        {QStringLiteral("accepted"), comparison.acceptance() == CheckComparison::Acceptance::Accepted},
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

} // namespace report
