// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/role.h"
#include "core/metrics/source.h"

#include <string_view>
#include <vector>

namespace metrics {

/// How the series of one name become the reading of a role.
struct MetricRule
{
    /// First: one series is the value, and one without further labels wins (others may have been pushed or
    /// federated).
    enum class Combine { First, Sum, Max };

    std::string_view name;
    Role role;
    int rank = 0; ///< Where a page has several names for a role, the lowest rank wins; no two share one.
    Combine combine = Combine::First;
    std::string_view label = {}; ///< Only series in which this label …
    std::string_view labelValue = {}; ///< … has this value.
    double scale = 1; ///< To the unit of the role.
    /// Series of young collections (youngcollection.h) count as 0: that the old ones never ran is known then.
    bool ofWholeHeap = false;
};

/// The catalogue of names: Go (client_golang), the process_* metrics that all official clients share, the JVM
/// (Micrometer and the Prometheus Java client), Node (prom-client), Python (prometheus_client), .NET
/// (prometheus-net), Rust (process_threads), and the usual names of request counters and of pools of connections and threads
/// (Micrometer, client_golang's database/sql, OpenTelemetry).
/// Null for names that mean no role.
[[nodiscard]] const MetricRule *findRule(std::string_view metricName);
/// All names for a role, lowest rank first; those of one rank, which are of different runtimes, by name.
[[nodiscard]] std::vector<MetricRule> rulesOf(Role role);

/// What the name alone tells of the runtime: "go_…", "jvm_…", "nodejs_…", "python_…", "dotnet_…".
[[nodiscard]] Runtime runtimeOf(std::string_view metricName);

/// Whether this is the series whose label "version" tells the runtime's version: go_info,
/// nodejs_version_info, …
[[nodiscard]] bool tellsVersion(std::string_view metricName);

} // namespace metrics
