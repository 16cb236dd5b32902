// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/threshold.h"

#include <algorithm>

namespace analysis {

namespace {

constexpr double kib = 1024;

Threshold heapThreshold(Reading reading, double bodyBytes)
{
    switch (reading) {
    case Reading::GoExact:
        return {
            Resource::Heap,
            Unit::Bytes,
            512,
            10,
            0,
            4 * kib,
            "clean Go servers 37 to 148 B, the smallest known leak 2.5 KB; floors scatter by 1 to 3.4 KiB"};
    case Reading::GoMetrics:
        return {Resource::Heap,
                Unit::Bytes,
                4 * kib,
                10,
                0,
                20 * kib,
                "the metrics page's own garbage grows by 1.5 KB per upload on a clean server"};
    case Reading::Node:
        return {Resource::Heap,
                Unit::Bytes,
                2 * kib,
                10,
                0,
                20 * kib,
                "a clean Node server shows 268 B after 100 uploads of warm-up"};
    case Reading::Jvm:
        return {Resource::Heap,
                Unit::Bytes,
                4 * kib,
                10,
                0,
                64 * kib,
                "live data after a collection holds what the old generation has not yet shed"};
    case Reading::Other:
        break;
    }
    Threshold threshold = thresholdFor(Resource::Rss, reading, bodyBytes);
    threshold.resource = Resource::Heap;
    return threshold;
}

} // namespace

Threshold thresholdFor(Resource resource, Reading reading, double bodyBytes)
{
    switch (resource) {
    case Resource::Heap:
        return heapThreshold(reading, bodyBytes);
    case Resource::HeapObjects:
        return {resource,
                Unit::Pieces,
                1,
                10,
                0,
                8,
                "clean Go servers 0.12 to 0.47 objects, a leak keeps at least one"};
    case Resource::External:
        return {resource, Unit::Bytes, 4 * kib, 10, 0, 4 * kib, "constant on a clean Node server"};
    case Resource::Rss:
        return {
            resource,
            Unit::Bytes,
            std::max(16 * kib, 0.01 * bodyBytes),
            20,
            0.05 * bodyBytes,
            64 * kib,
            "allocators keep pages, in proportion to the body: a clean Go server shows 4.7 KB per upload"};
    case Resource::Goroutines:
    case Resource::Threads:
    case Resource::Descriptors:
    case Resource::TempFiles:
        return {resource,
                Unit::Pieces,
                0.2,
                10,
                0,
                0.5,
                "counts are exact; pools and idle connections come and go"};
    case Resource::TempBytes:
        return {resource, Unit::Bytes, 4 * kib, 10, 0, 4 * kib, "one block of a file system"};
    }
    return {};
}

Unit unitOf(Resource resource)
{
    return thresholdFor(resource, Reading::Other, 0).unit;
}

QString toKey(Resource resource)
{
    switch (resource) {
    case Resource::Heap:
        return QStringLiteral("heap");
    case Resource::HeapObjects:
        return QStringLiteral("heapObjects");
    case Resource::External:
        return QStringLiteral("external");
    case Resource::Rss:
        return QStringLiteral("rss");
    case Resource::Goroutines:
        return QStringLiteral("goroutines");
    case Resource::Threads:
        return QStringLiteral("threads");
    case Resource::Descriptors:
        return QStringLiteral("descriptors");
    case Resource::TempFiles:
        return QStringLiteral("disk");
    case Resource::TempBytes:
        return QStringLiteral("diskBytes");
    }
    return {};
}

} // namespace analysis
