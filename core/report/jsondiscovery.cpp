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

constexpr QLatin1StringView nameKey("name");
constexpr QLatin1StringView processFormat("process");
constexpr QLatin1StringView folderFormat("folder");

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

void readMisses(JsonFields &holder, metrics::DiscoveryReport &report)
{
    holder.each(QLatin1String("misses"), [&report](const QJsonValue &value, const QString &where) {
        JsonFields fields(value, where);
        metrics::Miss miss;
        miss.url = QUrl(fields.text(QLatin1String("url")));
        miss.error = errorFromJson(fields, QLatin1String("error"));
        report.misses.append(miss);
        return problemOf(fields);
    });
}

/// Nothing for a format that is not known.
std::optional<metrics::Source> sourceFromJson(JsonFields &fields)
{
    metrics::Source source;
    source.url = QUrl(fields.text(QLatin1String("url")));
    source.runtime = fromKey(runtimes, fields.text(QLatin1String("runtime"))).value_or(Runtime::Unknown);
    source.runtimeVersion = fields.text(QLatin1String("runtimeVersion"));
    const auto format = fromKey(formats, fields.text(QLatin1String("format")));
    if (!format)
        return std::nullopt;
    source.format = *format;
    return source;
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

QJsonObject besideToJson(const session::WatchedBeside &beside)
{
    using Kind = session::WatchedBeside::Kind;
    QJsonObject object{{QStringLiteral("url"), QJsonValue()},
                       {QStringLiteral("format"), QJsonValue()},
                       {QStringLiteral("runtime"), QJsonValue()},
                       {QStringLiteral("runtimeVersion"), QJsonValue()}};
    if (beside.discovery.found())
        object = sourceToJson(beside.discovery.sources.constFirst());
    else if (beside.kind != Kind::Server)
        object.insert(QStringLiteral("format"), beside.kind == Kind::Process ? processFormat : folderFormat);
    object.insert(QStringLiteral("name"), withoutSecrets(beside.name));
    QJsonArray misses;
    for (const metrics::Miss &miss : beside.discovery.misses)
        misses.append(missToJson(miss));
    if (!misses.isEmpty())
        object.insert(QStringLiteral("misses"), misses);
    object.insert(
        QStringLiteral("readings"),
        QJsonObject{{QStringLiteral("ok"), beside.readings},
                    {QStringLiteral("missed"), beside.missed},
                    {QStringLiteral("lastMissReason"), textToJson(withoutSecrets(beside.lastMissReason))}});
    return object;
}

QList<session::WatchedBeside> besideFromJson(JsonFields &document)
{
    using Kind = session::WatchedBeside::Kind;
    constexpr qint64 most = 1LL << 53;
    QList<session::WatchedBeside> all;
    document.each(QLatin1String("sources"), [&](const QJsonValue &value, const QString &where) {
        JsonFields fields(value, where);
        session::WatchedBeside beside;
        beside.name = fields.text(nameKey);
        const QString format = fields.text(QLatin1String("format"));
        beside.kind = format == processFormat ? Kind::Process
            : format == folderFormat          ? Kind::Folder
                                              : Kind::Server;
        if (const auto source = sourceFromJson(fields))
            beside.discovery.sources.append(*source);
        readMisses(fields, beside.discovery);
        JsonFields readings(fields.object(QLatin1String("readings")),
                            fields.nameOf(QLatin1String("readings")));
        beside.readings = readings.whole(QLatin1String("ok"), 0, most);
        beside.missed = readings.whole(QLatin1String("missed"), 0, most);
        beside.lastMissReason = readings.text(QLatin1String("lastMissReason"));
        if (!beside.name.isEmpty())
            all.append(beside);
        return fields.ok() ? problemOf(readings) : problemOf(fields);
    });
    return all;
}

metrics::DiscoveryReport discoveryFromJson(JsonFields &document)
{
    metrics::DiscoveryReport report;
    document.each(QLatin1String("sources"), [&](const QJsonValue &value, const QString &where) {
        JsonFields fields(value, where);
        const auto source = sourceFromJson(fields);
        if (source && fields.text(nameKey).isEmpty())
            report.sources.append(*source);
        return problemOf(fields);
    });
    readMisses(document, report);
    report.canForceGc = document.flag(QLatin1String("canForceGc"));
    report.canFetchProfiles = document.flag(QLatin1String("canFetchProfiles"));
    return report;
}

} // namespace report
