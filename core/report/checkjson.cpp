// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkjson.h"

#include "core/report/baseline.h"
#include "core/report/checkclass.h"
#include "core/report/checkconditions.h"
#include "core/report/checknotes.h"

#include "core/experiment/series.h"
#include "core/report/checkevidence.h"
#include "core/report/checkwording.h"
#include "core/report/jsondiscovery.h"
#include "core/report/jsonfields.h"
#include "core/report/namedsuspects.h"
#include "core/report/safetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using experiment::CheckResult;

QJsonValue known(const std::optional<double> &value)
{
    return value ? numberToJson(*value) : QJsonValue();
}

QJsonObject toJson(const analysis::ResourceVerdict &verdict)
{
    return {
        {QStringLiteral("role"), toKey(verdict.resource)},
        {QStringLiteral("verdict"),
         toKey(verdict.isDecided() ? verdict.outcome : analysis::Outcome::Inconclusive)},
        {QStringLiteral("perUpload"), known(verdict.perUpload)},
        {QStringLiteral("low"), known(verdict.low)},
        {QStringLiteral("high"), known(verdict.high)},
        {QStringLiteral("unit"), toKey(verdict.unit)},
        {QStringLiteral("detectable"), known(verdict.detectable)},
        {QStringLiteral("threshold"), numberToJson(verdict.threshold)},
        {QStringLiteral("reason"), reasonText(verdict)},
        {QStringLiteral("grown"), numberToJson(verdict.grown)},
        {QStringLiteral("noise"), numberToJson(verdict.noise)},
        {QStringLiteral("returnedShare"), known(verdict.returnedShare)},
    };
}

QJsonArray toJson(const std::vector<analysis::ResourceVerdict> &verdicts)
{
    QJsonArray array;
    for (const analysis::ResourceVerdict &verdict : verdicts)
        array.append(toJson(verdict));
    return array;
}

QJsonObject toJson(const pprof::Site &site)
{
    return {{QStringLiteral("function"), site.function},
            {QStringLiteral("file"), textToJson(site.file)},
            {QStringLiteral("line"), site.line > 0 ? QJsonValue(site.line) : QJsonValue()}};
}

QJsonArray guiltyToJson(const CheckResult &result)
{
    QJsonArray array;
    for (const NamedSuspect &named : namedSuspects(result)) {
        const pprof::Suspect &suspect = *named.suspect;
        QJsonObject object = toJson(suspect.guilty());
        QJsonArray stack;
        for (const pprof::Site &site : suspect.stack)
            stack.append(toJson(site));
        const double perUpload = static_cast<double>(suspect.grown) / std::max(1.0, named.guilt->uploads);
        const bool isBytes = named.guilt->unit == QLatin1StringView("bytes");
        object.insert(QStringLiteral("unit"), named.guilt->unit);
        object.insert(QStringLiteral("perUpload"), numberToJson(perUpload));
        object.insert(QStringLiteral("bytesPerUpload"), isBytes ? numberToJson(perUpload) : QJsonValue());
        object.insert(QStringLiteral("share"), numberToJson(suspect.share));
        object.insert(QStringLiteral("allocation"), toJson(suspect.allocation));
        object.insert(QStringLiteral("stack"), stack);
        array.append(object);
    }
    return array;
}

/// Null where process memory was not read.
QJsonValue rssOutsideHeapToJson(const CheckResult &result)
{
    const bool isRead = std::ranges::any_of(
        result.rounds, [](const experiment::FloorAt &at) { return std::isfinite(at.floor.rss); });
    return isRead ? QJsonValue(!experiment::isHeapInRss(result.rounds, result.reading)) : QJsonValue();
}

QJsonArray roundsToJson(const std::vector<experiment::FloorAt> &rounds)
{
    QJsonArray array;
    for (const experiment::FloorAt &at : rounds) {
        QJsonObject floors;
        for (int i = 0; i < analysis::resourceCount; ++i) {
            const auto resource = static_cast<analysis::Resource>(i);
            if (const double value = valueOf(at.floor, resource); std::isfinite(value))
                floors.insert(toKey(resource), value);
        }
        array.append(
            QJsonObject{{QStringLiteral("uploads"), at.uploads}, {QStringLiteral("floors"), floors}});
    }
    return array;
}

QString verdictKey(const CheckResult &result)
{
    return toKey(result.verdict.outcome);
}

QJsonValue abortedToJson(const CheckResult &result)
{
    if (result.aborted.empty())
        return {};
    const analysis::Verdict verdict = analysis::combine(
        {.resources = result.aborted, .aborted = {}, .idleProbed = result.idle && result.idle->confirms()});
    QJsonObject object{{QStringLiteral("verdict"), toKey(verdict.outcome)},
                       {QStringLiteral("uploads"), result.abortedUploads},
                       {QStringLiteral("resources"), toJson(result.aborted)}};
    return object;
}

QJsonValue crowdedToJson(const CheckResult &result)
{
    if (result.crowded.empty())
        return {};
    return QJsonObject{{QStringLiteral("atOnce"), result.crowdConnections},
                       {QStringLiteral("attempts"), result.crowdRounds.back().uploads},
                       {QStringLiteral("resources"), toJson(result.crowded)}};
}

QJsonValue largeToJson(const CheckResult &result)
{
    if (result.spilled.empty())
        return {};
    return QJsonObject{{QStringLiteral("uploads"), result.spillRounds.back().uploads},
                       {QStringLiteral("bodyBytes"), experiment::spillBytes},
                       {QStringLiteral("resources"), toJson(result.spilled)}};
}

QJsonValue answerTimesToJson(const std::optional<experiment::AnswerTimes> &times)
{
    if (!times)
        return {};
    const auto ms = [](std::chrono::microseconds time) { return static_cast<double>(time.count()) / 1000; };
    return QJsonObject{{QStringLiteral("uploads"), times->uploads},
                       {QStringLiteral("p50"), ms(times->median)},
                       {QStringLiteral("p95"), ms(times->p95)},
                       {QStringLiteral("p99"), ms(times->p99)},
                       {QStringLiteral("max"), ms(times->longest)}};
}

/// Null without both profiles of the heap, and where others than normal uploads made it grow between them.
QJsonValue profiledUploadsToJson(const CheckResult &result)
{
    const analysis::Verdict &verdict = result.verdict;
    const bool isOfNormal = !verdict.onlyWhenAborted && !verdict.onlyWhenCrowded && !verdict.onlyWhenLarge;
    return result.guilt && isOfNormal && !result.profiles.heapAfter.isEmpty()
        ? numberToJson(result.guilt->uploads)
        : QJsonValue();
}

} // namespace

QByteArray checkToJson(const CheckResult &result, const Baseline *baseline)
{
    QJsonObject object{
        {QStringLiteral("schema"), QStringLiteral("tidemark.check/1")},
        {QStringLiteral("command"), QStringLiteral("check")},
        {QStringLiteral("server"), encodedUrl(result.plan.uploads.target.endpoint.url)},
        {QStringLiteral("startedAt"), timeToJson(result.startedMs)},
        {QStringLiteral("finishedAt"), timeToJson(result.startedMs + result.took.count())},
        {QStringLiteral("seconds"), static_cast<double>(result.took.count()) / 1000},
        {QStringLiteral("speed"), toKey(result.plan.speed)},
        {QStringLiteral("verdict"), verdictKey(result)},
        {QStringLiteral("confirmed"), result.verdict.confirmed},
        {QStringLiteral("sentence"), checkSentence(result)},
        {QStringLiteral("notes"), QJsonArray::fromStringList(checkNotes(result))},
        {QStringLiteral("interruption"), toKey(result.interruption)},
        {QStringLiteral("uploads"), result.uploads},
        {QStringLiteral("failedUploads"), result.failedUploads},
        {QStringLiteral("bodyBytes"), numberToJson(result.bodyBytes)},
        {QStringLiteral("seed"), QString::number(result.plan.uploads.seed)},
        {QStringLiteral("resources"), toJson(result.resources)},
        {QStringLiteral("guilty"), guiltyToJson(result)},
        {QStringLiteral("abortedUploads"), abortedToJson(result)},
        {QStringLiteral("rounds"), roundsToJson(result.rounds)},
    };
    object.insert(QStringLiteral("reason"),
                  result.interruption != experiment::Interruption::None ? textToJson(interruptionText(result))
                      : result.verdict.leading ? QJsonValue(reasonText(*result.verdict.leading))
                                               : QJsonValue());
    object.insert(QStringLiteral("leading"),
                  result.verdict.leading ? QJsonValue(toKey(result.verdict.leading->resource))
                                         : QJsonValue());
    object.insert(QStringLiteral("onlyWhenAborted"), result.verdict.onlyWhenAborted);
    object.insert(QStringLiteral("onlyWhenCrowded"), result.verdict.onlyWhenCrowded);
    object.insert(QStringLiteral("crowdedUploads"), crowdedToJson(result));
    object.insert(QStringLiteral("onlyWhenLarge"), result.verdict.onlyWhenLarge);
    object.insert(QStringLiteral("largeUploads"), largeToJson(result));
    object.insert(QStringLiteral("class"), checkClassToJson(result));
    object.insert(QStringLiteral("rssOutsideHeap"), rssOutsideHeapToJson(result));
    object.insert(QStringLiteral("latencyMs"), answerTimesToJson(result.answerTimes));
    object.insert(QStringLiteral("profiledUploads"), profiledUploadsToJson(result));
    object.insert(QStringLiteral("tooCoarse"),
                  result.guilt ? QJsonValue(result.guilt->attribution.tooCoarse) : QJsonValue());
    object.insert(QStringLiteral("spread"),
                  result.guilt ? QJsonValue(result.guilt->attribution.isSpread) : QJsonValue());
    object.insert(QStringLiteral("idle"),
                  result.idle ? QJsonValue(
                      QJsonObject{{QStringLiteral("seconds"), static_cast<double>(result.idle->time.count())},
                                  {QStringLiteral("returnedShare"), known(result.idle->returnedShare)}})
                              : QJsonValue());
    object.insert(QStringLiteral("baseline"),
                  baseline ? QJsonValue(baselineToJson(*baseline)) : QJsonValue());
    if (result.error.kind != base::ErrorKind::None)
        object.insert(
            QStringLiteral("error"),
            QJsonObject{{QStringLiteral("kind"), toKey(result.error.kind)},
                        {QStringLiteral("message"), withoutSecrets(result.error.message)},
                        {QStringLiteral("detail"), textToJson(withoutSecrets(result.error.detail))}});
    QJsonArray sources;
    for (const metrics::Source &source : result.found.sources)
        sources.append(sourceToJson(source));
    object.insert(QStringLiteral("sources"), sources);
    QJsonArray misses;
    for (const metrics::Miss &miss : result.found.misses)
        misses.append(missToJson(miss));
    object.insert(QStringLiteral("misses"), misses);
    return QJsonDocument(object).toJson();
}

} // namespace report
