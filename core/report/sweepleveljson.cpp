// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweepleveljson.h"

#include "core/report/jsonfields.h"

#include <QJsonArray>

namespace report {
namespace {

using experiment::SweepLevel;

QJsonArray failuresToJson(const SweepLevel &level)
{
    QJsonArray array;
    for (const auto &[status, count] : level.load.statuses) {
        if (status / 100 != 2)
            array.append(QJsonObject{{QStringLiteral("kind"), toKey(base::ErrorKind::HttpStatus)},
                                     {QStringLiteral("httpStatus"), status},
                                     {QStringLiteral("count"), count}});
    }
    for (const auto &[kind, count] : level.load.errors)
        array.append(QJsonObject{{QStringLiteral("kind"), toKey(kind)},
                                 {QStringLiteral("httpStatus"), QJsonValue()},
                                 {QStringLiteral("count"), count}});
    return array;
}

QJsonValue latencyToJson(const base::Histogram &total)
{
    if (total.count() == 0)
        return {};
    const auto quantile
        = [&total](double share) { return static_cast<double>(total.quantile(share)) / 1000; };
    return QJsonObject{{QStringLiteral("mean"), total.mean() / 1000},
                       {QStringLiteral("p50"), quantile(0.50)},
                       {QStringLiteral("p90"), quantile(0.90)},
                       {QStringLiteral("p95"), quantile(0.95)},
                       {QStringLiteral("p99"), quantile(0.99)},
                       {QStringLiteral("max"), static_cast<double>(total.max()) / 1000}};
}

/// Of an open loop; see transfer::Arrivals. In line: they found no connection free.
QJsonValue arrivalsToJson(const SweepLevel &level, int mostAtOnce)
{
    const transfer::Arrivals &arrivals = level.load.arrivals;
    if (!arrivals.isOpenLoop())
        return {};
    const auto delay
        = [&arrivals](double share) { return static_cast<double>(arrivals.delay.quantile(share)) / 1000; };
    return QJsonObject{
        {QStringLiteral("due"), arrivals.due},
        {QStringLiteral("begun"), arrivals.begun},
        {QStringLiteral("neverBegun"), arrivals.dropped},
        {QStringLiteral("lateAboveMs"), static_cast<double>(transfer::Arrivals::lateAfter.count())},
        {QStringLiteral("lateShare"), arrivals.lateShare()},
        {QStringLiteral("lateByClientShare"), arrivals.lateByClientShare()},
        {QStringLiteral("waitedInLine"), arrivals.waited},
        {QStringLiteral("longestLine"), arrivals.longestLine},
        {QStringLiteral("mostInFlight"), arrivals.mostAtOnce},
        {QStringLiteral("inFlightLimit"), mostAtOnce},
        {QStringLiteral("beginDelayMs"),
         QJsonObject{{QStringLiteral("p50"), delay(0.50)},
                     {QStringLiteral("p99"), delay(0.99)},
                     {QStringLiteral("max"), static_cast<double>(arrivals.delay.max()) / 1000}}},
        {QStringLiteral("serviceMs"), latencyToJson(level.load.service)},
    };
}

} // namespace

QJsonObject levelToJson(const SweepLevel &level, int mostAtOnce)
{
    const experiment::ServerPeaks &peaks = level.peaks;
    QJsonObject object{
        {QStringLiteral("concurrency"), level.connections},
        {QStringLiteral("requests"), level.load.attempts()},
        {QStringLiteral("ok"), level.load.done},
        {QStringLiteral("failed"), level.failed()},
        {QStringLiteral("failures"), failuresToJson(level)},
        {QStringLiteral("timeouts"), level.timeouts()},
        {QStringLiteral("timeoutRate"), level.timeoutShare()},
        {QStringLiteral("seconds"), static_cast<double>(level.load.elapsed.count()) / 1e6},
        {QStringLiteral("requestsPerSecond"), level.requestsPerSecond()},
        {QStringLiteral("okPerSecond"), level.goodPerSecond()},
        {QStringLiteral("latencyMs"), latencyToJson(level.load.total)},
        {QStringLiteral("serverPeak"),
         QJsonObject{{QStringLiteral("heap"), numberToJson(peaks.heap)},
                     {QStringLiteral("rss"), numberToJson(peaks.rss)},
                     {QStringLiteral("goroutines"), numberToJson(peaks.goroutines)},
                     {QStringLiteral("threads"), numberToJson(peaks.threads)},
                     {QStringLiteral("descriptors"), numberToJson(peaks.descriptors)}}},
        {QStringLiteral("bytesPerInFlight"), numberToJson(level.bytesPerInFlight())},
        {QStringLiteral("bytesPerInFlightUnknown"), textToJson(toKey(level.inFlight().why))},
        {QStringLiteral("perUpload"), numberToJson(level.perUpload(analysis::Resource::Heap))},
        {QStringLiteral("cutShort"), level.isCutShort},
    };
    const transfer::Arrivals &arrivals = level.load.arrivals;
    object.insert(QStringLiteral("rate"),
                  arrivals.isOpenLoop() ? QJsonValue(arrivals.perSecond) : QJsonValue());
    object.insert(QStringLiteral("achievedRate"), numberToJson(arrivals.endedPerSecond));
    object.insert(QStringLiteral("arrivals"), arrivalsToJson(level, mostAtOnce));
    object.insert(QStringLiteral("gc"),
                  QJsonObject{{QStringLiteral("collections"), numberToJson(peaks.collections)},
                              {QStringLiteral("pauseSeconds"), numberToJson(peaks.gcPauseSeconds)},
                              {QStringLiteral("longestPauseSeconds"), numberToJson(peaks.longestGcPause)}});
    object.insert(QStringLiteral("serverCpuSeconds"), numberToJson(peaks.cpuSeconds));
    object.insert(
        QStringLiteral("readings"),
        QJsonObject{{QStringLiteral("ok"), peaks.readings}, {QStringLiteral("missed"), peaks.missed}});
    object.insert(QStringLiteral("client"),
                  QJsonObject{{QStringLiteral("busy"), level.clientBusy},
                              {QStringLiteral("lagMs"), level.point().clientLagMs},
                              {QStringLiteral("machineBusy"), numberToJson(level.machineBusy)}});
    return object;
}

} // namespace report
