// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace metrics {

struct PrometheusSample;

/// Whether this series counts collections of young objects alone, or none at all: what has grown older is left as it is by them, garbage
/// or not. By the labels that exporters write:
/// - `gc`, the name of the JVM's collector: Prometheus' Java client (JvmGarbageCollectorMetrics; GarbageCollectorExports
///   before 1.0) and newer versions of Micrometer. The JVM's names are those of its GarbageCollectorMXBeans.
/// - `action`, "end of minor GC": Micrometer (JvmGcMetrics), from GarbageCollectionNotificationInfo.
/// - `kind`, of which "major" alone is the whole heap: Node's prom-client (lib/metrics/gc.js).
/// What is not known to be young is not: collectors without generations have names of their own.
[[nodiscard]] bool isYoungCollection(const PrometheusSample &sample);

} // namespace metrics
