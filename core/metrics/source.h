// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QList>
#include <QMetaType>
#include <QUrl>

namespace metrics {

/// A format in which servers tell about themselves.
enum class Format {
    PrometheusText, ///< Text exposition format 0.0.4.
    OpenMetrics, ///< OpenMetrics 1.0 text.
    Expvar, ///< Go's /debug/vars.
    GoPprof, ///< Go's /debug/pprof/: heap?debug=1 carries MemStats; also the source of profiles.
    Actuator, ///< Spring Boot's JSON /actuator/metrics.
};

/// "prometheus", "openmetrics", "expvar", "pprof", "actuator".
[[nodiscard]] QString toKey(Format format);

/// The runtime behind the metrics, recognised by their names.
enum class Runtime { Unknown, Go, Jvm, Node, Python, DotNet };
/// "unknown", "go", "jvm", "node", "python", "dotnet".
[[nodiscard]] QString toKey(Runtime runtime);

/// A metrics address that answered in a known format.
struct Source
{
    /// Without credentials. GoPprof: the folder, …/debug/pprof/; Actuator: the list, …/actuator/metrics.
    QUrl url;
    Format format = Format::PrometheusText;
    Runtime runtime = Runtime::Unknown;
    QString runtimeVersion; ///< "go1.19.8"; empty if not told.
};

/// One address that was tried and is not a source, and why.
struct Miss
{
    QUrl url;
    base::Error error; ///< message: "404 Not Found", "HTML page, not metrics", "connection refused", …
};

/// What Discovery found below a URL. `sources` is ordered by preference: [0] is the one to scrape.
struct DiscoveryReport
{
    QList<Source> sources;
    QList<Miss> misses;
    bool canForceGc
        = false; ///< Go's heap?debug=1 answered, whose gc=1 collects first. No collection was forced.
    bool canFetchProfiles = false; ///< The same: Go's heap profiles can be had.

    [[nodiscard]] bool found() const { return !sources.isEmpty(); }
};

} // namespace metrics

Q_DECLARE_METATYPE(metrics::DiscoveryReport)
