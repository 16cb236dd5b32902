// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/expvar.h"

#include "core/metrics/jsonpage.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace metrics {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(metrics::MetricsPage)
};

constexpr double nanosecond = 1e-9;

double number(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toDouble(GoMemStats::unknown);
}

GoMemStats readMemStats(const QJsonObject &object)
{
    GoMemStats stats;
    stats.heapAlloc = number(object, QLatin1StringView("HeapAlloc"));
    stats.heapInuse = number(object, QLatin1StringView("HeapInuse"));
    stats.heapReleased = number(object, QLatin1StringView("HeapReleased"));
    stats.heapObjects = number(object, QLatin1StringView("HeapObjects"));
    stats.sys = number(object, QLatin1StringView("Sys"));
    stats.nextGc = number(object, QLatin1StringView("NextGC"));
    stats.numGc = number(object, QLatin1StringView("NumGC"));
    stats.numForcedGc = number(object, QLatin1StringView("NumForcedGC"));
    stats.pauseTotalSeconds = number(object, QLatin1StringView("PauseTotalNs")) * nanosecond;
    const QJsonArray pauses = object.value(QLatin1StringView("PauseNs")).toArray();
    for (const auto &pause : pauses)
        stats.pauseMaxSeconds = std::fmax(stats.pauseMaxSeconds, pause.toDouble(0) * nanosecond);
    return stats;
}

} // namespace

bool isExpvar(const QJsonObject &document)
{
    return document.value(QLatin1StringView("memstats")).isObject()
        || document.value(QLatin1StringView("cmdline")).isArray();
}

Expvar readExpvar(const QJsonObject &document)
{
    Expvar vars;
    vars.memStats = readMemStats(document.value(QLatin1StringView("memstats")).toObject());
    for (auto it = document.begin(); it != document.end(); ++it) {
        if (it.key().compare(QLatin1StringView("goroutines"), Qt::CaseInsensitive) == 0 && it->isDouble())
            vars.goroutines = it->toDouble();
    }
    return vars;
}

base::Result<Expvar> parseExpvar(QByteArrayView page)
{
    const auto document = parseJsonObject(page);
    if (!document)
        return document.error();
    if (!isExpvar(*document))
        return base::Error{base::ErrorKind::Malformed, Text::tr("JSON, but not expvar's"), 0, {}};
    return readExpvar(*document);
}

} // namespace metrics
