// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparisonreport.h"

#include "core/report/comparisontext.h"
#include "core/report/jsonfields.h"

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
                       {QStringLiteral("detectable"), known(verdict->detectable)}};
}

QJsonObject toJson(const Row &row)
{
    return {{QStringLiteral("role"), toKey(row.resource)},
            {QStringLiteral("uploads"), toKey(row.uploads)},
            {QStringLiteral("unit"), toKey(unitOf(row.resource))},
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

QJsonObject toJson(const CheckRecord &record)
{
    return {{QStringLiteral("server"), record.server},
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
        {QStringLiteral("accepted"), comparison.isAccepted()},
        {QStringLiteral("sentence"), comparisonSentence(comparison)},
        {QStringLiteral("notes"), QJsonArray::fromStringList(comparisonNotes(comparison))},
        {QStringLiteral("before"), toJson(comparison.before)},
        {QStringLiteral("after"), toJson(comparison.after)},
        {QStringLiteral("resources"), arrayOf(comparison.rows)},
        {QStringLiteral("functions"), arrayOf(comparison.functions)},
    };
    return QJsonDocument(object).toJson();
}

} // namespace report
