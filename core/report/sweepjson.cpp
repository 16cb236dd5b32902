// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsondiscovery.h"
#include "core/report/jsonfields.h"
#include "core/report/safetext.h"
#include "core/report/sweepleveljson.h"
#include "core/report/sweepreport.h"
#include "core/report/sweepwording.h"

#include <QJsonDocument>

#include <algorithm>

namespace report {
namespace {

using analysis::Bottleneck;
using experiment::SweepLevel;
using experiment::SweepResult;

QJsonObject errorToJson(const base::Error &error)
{
    return {{QStringLiteral("kind"), toKey(error.kind)},
            {QStringLiteral("message"), withoutSecrets(error.message)},
            {QStringLiteral("detail"), textToJson(withoutSecrets(error.detail))}};
}

QString toKey(Bottleneck bottleneck)
{
    switch (bottleneck) {
    case Bottleneck::None:
        return QStringLiteral("none");
    case Bottleneck::Server:
        return QStringLiteral("server");
    case Bottleneck::Client:
        return QStringLiteral("client");
    case Bottleneck::Machine:
        return QStringLiteral("machine");
    case Bottleneck::Unclear:
        break;
    }
    return QStringLiteral("unknown");
}

/// Over all rounds of that level, as in its `perUpload`.
QJsonValue leftAt(const SweepResult &result, double size, analysis::Resource resource)
{
    const auto level = std::ranges::find(result.levels, size, &SweepLevel::size);
    return level == result.levels.end() ? QJsonValue() : numberToJson(level->perUpload(resource));
}

QJsonObject amplificationToJson(const SweepResult &result, const experiment::ResourceAmplification &one)
{
    const analysis::LoadAmplification &judged = one.judged;
    const auto connections = [](const std::optional<analysis::Rate> &rate, double count) {
        return rate ? QJsonValue(count) : QJsonValue();
    };
    return {
        {QStringLiteral("role"), analysis::toKey(one.resource)},
        {QStringLiteral("verdict"), toKey(judged.overall())},
        {QStringLiteral("byConcurrency"),
         QJsonObject{
             {QStringLiteral("verdict"), toKey(judged.byConcurrency)},
             {QStringLiteral("low"), connections(judged.low, judged.lowConnections)},
             {QStringLiteral("high"), connections(judged.high, judged.highConnections)},
             {QStringLiteral("perUploadLow"), leftAt(result, judged.lowConnections, one.resource)},
             {QStringLiteral("perUploadHigh"), leftAt(result, judged.highConnections, one.resource)},
             {QStringLiteral("ratio"),
              judged.compared.bounds ? numberToJson(judged.compared.ratio) : QJsonValue()},
         }},
        {QStringLiteral("byRetries"),
         QJsonObject{{QStringLiteral("verdict"), toKey(judged.byRetries)},
                     {QStringLiteral("failed"), judged.failed},
                     {QStringLiteral("perFailedAttempt"),
                      judged.perFailed ? numberToJson(judged.perFailed->perUpload) : QJsonValue()}}},
        {QStringLiteral("leftByEach"), judged.leftByEach ? numberToJson(*judged.leftByEach) : QJsonValue()},
    };
}

QJsonValue atLevel(const SweepResult &result, std::optional<std::size_t> index)
{
    return index ? QJsonValue(result.levels[*index].size()) : QJsonValue();
}

} // namespace

QByteArray sweepToJson(const SweepResult &result)
{
    QJsonArray levels, resources, sources;
    for (const SweepLevel &level : result.levels)
        levels.append(levelToJson(level, result.plan.mostAtOnce));
    for (const experiment::ResourceAmplification &one : result.amplifications)
        resources.append(amplificationToJson(result, one));
    for (const metrics::Source &source : result.found.sources)
        sources.append(sourceToJson(source));
    const analysis::Scaling &scaling = result.scaling;
    const bool isLimited
        = scaling.bottleneck != Bottleneck::None && scaling.bottleneck != Bottleneck::Unclear;
    const bool hasLevels = !result.levels.empty();
    QJsonObject object{
        {QStringLiteral("schema"), QStringLiteral("tidemark.sweep/1")},
        {QStringLiteral("command"), QStringLiteral("sweep")},
        {QStringLiteral("server"), encodedUrl(result.plan.uploads.target.endpoint.url)},
        {QStringLiteral("startedAt"), timeToJson(result.startedMs)},
        {QStringLiteral("finishedAt"), timeToJson(result.startedMs + result.took.count())},
        {QStringLiteral("seconds"), static_cast<double>(result.took.count()) / 1000},
        {QStringLiteral("verdict"), toKey(result.outcome())},
        {QStringLiteral("sentence"), sweepSentence(result)},
        {QStringLiteral("notes"), QJsonArray::fromStringList(sweepNotes(result))},
        {QStringLiteral("stopped"), toKey(result.stop)},
        {QStringLiteral("stoppedAt"), result.stoppedAt ? QJsonValue(result.stoppedAt->size()) : QJsonValue()},
        {QStringLiteral("uploads"), result.attempts},
        {QStringLiteral("bodyBytes"), numberToJson(result.bodyBytes)},
        {QStringLiteral("seed"), QString::number(result.plan.uploads.seed)},
        {QStringLiteral("loop"),
         result.plan.isOpenLoop() ? QStringLiteral("open") : QStringLiteral("closed")},
        {QStringLiteral("levels"), levels},
        {QStringLiteral("sources"), sources},
    };
    object.insert(
        QStringLiteral("bottleneck"),
        QJsonObject{
            {QStringLiteral("verdict"), toKey(scaling.bottleneck)},
            {QStringLiteral("limiter"), scaling.isLimiter},
            {QStringLiteral("from"), isLimited ? atLevel(result, scaling.limitedAt) : QJsonValue()},
            {QStringLiteral("reason"), hasLevels ? QJsonValue(bottleneckText(result)) : QJsonValue()}});
    object.insert(QStringLiteral("collapse"),
                  scaling.collapsedAt
                      ? QJsonValue(QJsonObject{{QStringLiteral("at"), atLevel(result, scaling.collapsedAt)},
                                               {QStringLiteral("reason"), collapseText(result)}})
                      : QJsonValue());
    object.insert(QStringLiteral("amplification"),
                  QJsonObject{{QStringLiteral("verdict"), toKey(result.amplified())},
                              {QStringLiteral("reason"), amplificationText(result)},
                              {QStringLiteral("resources"), resources}});
    if (result.error.kind != base::ErrorKind::None)
        object.insert(QStringLiteral("error"), errorToJson(result.error));
    return QJsonDocument(object).toJson();
}

} // namespace report
