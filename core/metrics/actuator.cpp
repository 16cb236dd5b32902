// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/actuator.h"

#include "core/metrics/jsonpage.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace metrics {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(metrics::MetricsPage)
};

} // namespace

std::span<const ActuatorMeter> actuatorMeters()
{
    using L = QLatin1StringView;
    using enum Role;
    // Names: Micrometer's binders as Spring Boot 2 and 3 register them.
    static constexpr std::array meters{
        ActuatorMeter{L("jvm.memory.used"), L("tag=area:heap"), HeapLive, {}, {}, {}},
        ActuatorMeter{L("jvm.threads.live"), {}, Threads, {}, {}, {}},
        ActuatorMeter{L("jvm.gc.pause"), {}, {}, {}, GcPauseTotal, GcPauseMax},
        // Where it tells of collections at all there have been none, unless one of the whole heap is told of.
        ActuatorMeter{L("jvm.gc.max.data.size"), {}, GcCount, {}, {}, {}, 0},
        ActuatorMeter{L("jvm.gc.pause"), L("tag=action:end of major GC"), {}, GcCount, {}, {}},
        ActuatorMeter{L("process.files.open"), {}, Descriptors, {}, {}, {}},
        ActuatorMeter{L("process.files.max"), {}, DescriptorLimit, {}, {}, {}},
        ActuatorMeter{L("process.start.time"), {}, StartTime, {}, {}, {}},
        ActuatorMeter{L("process.cpu.time"), {}, {}, CpuTotal, {}, {}, 1e-9},
        ActuatorMeter{L("http.server.requests"), {}, {}, Requests, {}, {}},
    };
    return meters;
}

bool isActuatorIndex(const QJsonObject &document)
{
    const QJsonArray names = document.value(QLatin1StringView("names")).toArray();
    return !names.isEmpty() && names.first().isString();
}

RoleSet rolesOfActuatorIndex(const QJsonObject &document)
{
    RoleSet roles;
    const QJsonArray names = document.value(QLatin1StringView("names")).toArray();
    for (const auto &name : names) {
        const QString text = name.toString();
        for (const ActuatorMeter &meter : actuatorMeters()) {
            if (text != meter.name)
                continue;
            for (const std::optional<Role> role : {meter.value, meter.count, meter.totalTime, meter.max}) {
                if (role)
                    roles.set(static_cast<size_t>(*role));
            }
        }
    }
    return roles;
}

base::Result<base::Done> readActuatorMeter(const ActuatorMeter &meter, QByteArrayView page, Reading &reading)
{
    const auto document = parseJsonObject(page);
    if (!document)
        return document.error();
    const QJsonValue measurements = document->value(QLatin1StringView("measurements"));
    if (!measurements.isArray())
        return base::Error{
            base::ErrorKind::Malformed, Text::tr("JSON, but not a meter of Spring's actuator"), 0, {}};
    const QJsonArray list = measurements.toArray();
    for (const auto &entry : list) {
        const QJsonObject measurement = entry.toObject();
        const QString statistic = measurement.value(QLatin1StringView("statistic")).toString();
        const QJsonValue number = measurement.value(QLatin1StringView("value"));
        if (!number.isDouble())
            continue;
        if (meter.value && statistic == QLatin1StringView("VALUE"))
            reading.set(*meter.value, number.toDouble() * meter.scale);
        else if (meter.count && statistic == QLatin1StringView("COUNT"))
            reading.set(*meter.count, number.toDouble() * meter.scale);
        else if (meter.totalTime && statistic == QLatin1StringView("TOTAL_TIME"))
            reading.set(*meter.totalTime, number.toDouble());
        else if (meter.max && statistic == QLatin1StringView("MAX"))
            reading.set(*meter.max, number.toDouble());
    }
    return base::Done{};
}

} // namespace metrics
