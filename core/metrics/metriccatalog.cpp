// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metriccatalog.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace metrics {
namespace {

using enum Role;
using enum MetricRule::Combine;
using Rule = MetricRule;

constexpr std::string_view area = "area";
constexpr std::string_view heap = "heap";

// Sorted by name: it is searched by halves.
constexpr std::array rules{
    Rule{"db_client_connections_max", PoolSize, 3, Sum},
    Rule{"db_client_connections_usage", PoolInUse, 3, Sum, "state", "used"},
    Rule{"dotnet_collection_count_total", GcCount, 0, First, "generation", "2"},
    Rule{"dotnet_total_memory_bytes", HeapLive},
    Rule{"executor_active_threads", PoolInUse, 5, Sum},
    Rule{"executor_pool_max_threads", PoolSize, 5, Sum},
    Rule{"go_gc_cycles_total_gc_cycles_total", GcCount, 1},
    Rule{"go_gc_duration_seconds", GcPauseMax, 0, First, "quantile", "1"},
    Rule{"go_gc_duration_seconds_count", GcCount},
    Rule{"go_gc_duration_seconds_sum", GcPauseTotal},
    Rule{"go_gc_heap_goal_bytes", HeapGoal, 1},
    Rule{"go_goroutines", Goroutines},
    Rule{"go_memory_classes_heap_objects_bytes", HeapLive, 2},
    Rule{"go_memstats_alloc_bytes", HeapLive, 1},
    Rule{"go_memstats_heap_alloc_bytes", HeapLive},
    Rule{"go_memstats_next_gc_bytes", HeapGoal},
    Rule{"go_sched_goroutines_goroutines", Goroutines, 1},
    Rule{"go_sql_in_use_connections", PoolInUse, 1, Sum},
    Rule{"go_sql_max_open_connections", PoolSize, 1, Sum},
    Rule{"go_threads", Threads},
    Rule{"hikaricp_connections_active", PoolInUse, 0, Sum},
    Rule{"hikaricp_connections_max", PoolSize, 0, Sum},
    Rule{"http_request_duration_seconds_count", Requests, 2, Sum},
    Rule{"http_requests_received_total", Requests, 4, Sum},
    Rule{"http_requests_total", Requests, 0, Sum},
    Rule{"http_server_request_duration_seconds_count", Requests, 3, Sum},
    Rule{"http_server_requests_seconds_count", Requests, 1, Sum},
    Rule{"jdbc_connections_active", PoolInUse, 2, Sum},
    Rule{"jdbc_connections_max", PoolSize, 2, Sum},
    Rule{"jetty_threads_busy", PoolInUse, 6, Sum},
    Rule{"jetty_threads_config_max", PoolSize, 6, Sum},
    Rule{.name = "jvm_gc_collection_seconds_count",
         .role = GcCount,
         .rank = 1,
         .combine = Sum,
         .ofWholeHeap = true},
    Rule{"jvm_gc_collection_seconds_sum", GcPauseTotal, 1, Sum},
    // Of Micrometer's meters of collections this one is there before the first of them: none so far.
    Rule{.name = "jvm_gc_max_data_size_bytes", .role = GcCount, .rank = 2, .scale = 0},
    Rule{.name = "jvm_gc_pause_seconds_count", .role = GcCount, .combine = Sum, .ofWholeHeap = true},
    Rule{"jvm_gc_pause_seconds_max", GcPauseMax, 0, Max},
    Rule{"jvm_gc_pause_seconds_sum", GcPauseTotal, 0, Sum},
    Rule{"jvm_memory_bytes_used", HeapLive, 1, Sum, area, heap},
    Rule{"jvm_memory_used_bytes", HeapLive, 0, Sum, area, heap},
    Rule{"jvm_threads_current", Threads, 1},
    Rule{"jvm_threads_live_threads", Threads},
    Rule{.name = "nodejs_gc_duration_seconds_count", .role = GcCount, .combine = Sum, .ofWholeHeap = true},
    Rule{"nodejs_gc_duration_seconds_sum", GcPauseTotal, 0, Sum},
    Rule{"nodejs_heap_size_used_bytes", HeapLive},
    Rule{"process_cpu_seconds_total", CpuTotal},
    Rule{"process_cpu_time_ns_total", CpuTotal, 1, First, {}, {}, 1e-9},
    Rule{"process_files_max_files", DescriptorLimit, 1},
    Rule{"process_files_open_files", Descriptors, 1},
    Rule{"process_max_fds", DescriptorLimit},
    Rule{"process_memory_rss_bytes", Rss, 2},
    Rule{"process_num_threads", Threads, 3},
    Rule{"process_open_fds", Descriptors},
    Rule{"process_open_handles", Descriptors, 2},
    Rule{"process_resident_memory_bytes", Rss},
    Rule{"process_start_time_seconds", StartTime},
    Rule{"process_threads", Threads, 2},
    Rule{"process_working_set_bytes", Rss, 1},
    Rule{"python_gc_collections_total", GcCount, 0, Sum},
    Rule{"tomcat_threads_busy_threads", PoolInUse, 4, Sum},
    Rule{"tomcat_threads_config_max_threads", PoolSize, 4, Sum},
};
static_assert(std::ranges::is_sorted(rules, {}, &Rule::name));

} // namespace

const MetricRule *findRule(std::string_view metricName)
{
    const auto found = std::ranges::lower_bound(rules, metricName, {}, &Rule::name);
    return found != rules.end() && found->name == metricName ? &*found : nullptr;
}

std::vector<MetricRule> rulesOf(Role role)
{
    std::vector<MetricRule> found;
    std::ranges::copy_if(rules, std::back_inserter(found),
                         [role](const Rule &rule) { return rule.role == role; });
    std::ranges::stable_sort(found, {}, &Rule::rank);
    return found;
}

Runtime runtimeOf(std::string_view metricName)
{
    if (metricName.starts_with("go_"))
        return Runtime::Go;
    if (metricName.starts_with("jvm_"))
        return Runtime::Jvm;
    if (metricName.starts_with("nodejs_"))
        return Runtime::Node;
    if (metricName.starts_with("python_"))
        return Runtime::Python;
    if (metricName.starts_with("dotnet_"))
        return Runtime::DotNet;
    return Runtime::Unknown;
}

bool tellsVersion(std::string_view metricName)
{
    return metricName == "go_info" || metricName == "jvm_info" || metricName == "jvm_runtime_info"
        || metricName == "nodejs_version_info" || metricName == "python_info";
}

} // namespace metrics
