// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsondiscovery.h"

#include "core/report/jsonfields.h"
#include "core/report/jsonupload.h"
#include "core/report/safetext.h"

#include <array>

namespace report {
namespace {

using metrics::Format;
using metrics::Runtime;

constexpr std::array formats{Format::PrometheusText, Format::OpenMetrics, Format::Expvar, Format::GoPprof,
                             Format::Actuator};
constexpr std::array runtimes{Runtime::Go, Runtime::Jvm, Runtime::Node, Runtime::Python, Runtime::DotNet};

/// The one of `values` that has this key; nothing when none has.
template <typename Values>
std::optional<typename Values::value_type> fromKey(const Values &values, const QString &key)
{
    for (const auto value : values) {
        if (metrics::toKey(value) == key)
            return value;
    }
    return std::nullopt;
}

std::optional<base::Error> problemOf(const JsonFields &fields)
{
    return fields.ok() ? std::nullopt : std::optional(fields.error());
}

} // namespace

QJsonObject sourceToJson(const metrics::Source &source)
{
    const bool isKnown = source.runtime != Runtime::Unknown;
    return QJsonObject{
        {QStringLiteral("url"), encodedUrl(source.url)},
        {QStringLiteral("format"), metrics::toKey(source.format)},
        {QStringLiteral("runtime"), isKnown ? QJsonValue(metrics::toKey(source.runtime)) : QJsonValue()},
        {QStringLiteral("runtimeVersion"), textToJson(source.runtimeVersion)},
    };
}

QJsonObject missToJson(const metrics::Miss &miss)
{
    return QJsonObject{
        {QStringLiteral("url"), encodedUrl(miss.url)},
        {QStringLiteral("error"), errorToJson(miss.error)},
    };
}

metrics::DiscoveryReport discoveryFromJson(JsonFields &document)
{
    metrics::DiscoveryReport report;
    document.each(QLatin1String("sources"), [&](const QJsonValue &value, const QString &where) {
        JsonFields fields(value, where);
        metrics::Source source;
        source.url = QUrl(fields.text(QLatin1String("url")));
        source.runtime = fromKey(runtimes, fields.text(QLatin1String("runtime"))).value_or(Runtime::Unknown);
        source.runtimeVersion = fields.text(QLatin1String("runtimeVersion"));
        const auto format = fromKey(formats, fields.text(QLatin1String("format")));
        if (format) {
            source.format = *format;
            report.sources.append(source);
        }
        return problemOf(fields);
    });
    document.each(QLatin1String("misses"), [&](const QJsonValue &value, const QString &where) {
        JsonFields fields(value, where);
        metrics::Miss miss;
        miss.url = QUrl(fields.text(QLatin1String("url")));
        miss.error = errorFromJson(fields, QLatin1String("error"));
        report.misses.append(miss);
        return problemOf(fields);
    });
    report.canForceGc = document.flag(QLatin1String("canForceGc"));
    report.canFetchProfiles = document.flag(QLatin1String("canFetchProfiles"));
    return report;
}

} // namespace report
