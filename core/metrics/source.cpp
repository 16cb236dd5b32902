// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/source.h"

namespace metrics {

QString toKey(Format format)
{
    switch (format) {
    case Format::PrometheusText:
        return QStringLiteral("prometheus");
    case Format::OpenMetrics:
        return QStringLiteral("openmetrics");
    case Format::Expvar:
        return QStringLiteral("expvar");
    case Format::GoPprof:
        return QStringLiteral("pprof");
    case Format::Actuator:
        return QStringLiteral("actuator");
    }
    Q_UNREACHABLE();
}

QString toKey(Runtime runtime)
{
    switch (runtime) {
    case Runtime::Unknown:
        return QStringLiteral("unknown");
    case Runtime::Go:
        return QStringLiteral("go");
    case Runtime::Jvm:
        return QStringLiteral("jvm");
    case Runtime::Node:
        return QStringLiteral("node");
    case Runtime::Python:
        return QStringLiteral("python");
    case Runtime::DotNet:
        return QStringLiteral("dotnet");
    }
    Q_UNREACHABLE();
}

} // namespace metrics
