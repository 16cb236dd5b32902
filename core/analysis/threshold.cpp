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
        return {.perUpload = 512,
                .resolution = 4 * kib,
                .background = 128,
                .reason
                = "clean Go servers 0 to 148 B, the smallest leak met 2.5 KB; floors scatter by 1 to 5 KiB"};
    case Reading::GoMetrics:
        return {.perUpload = 4 * kib,
                .resolution = 20 * kib,
                .background = 1.5 * kib,
                .reason = "the metrics page's own garbage grows by 1.5 KB per upload on a clean server"};
    case Reading::Node:
        return {.perUpload = 2 * kib,
                .resolution = 20 * kib,
                .background = 256,
                .reason = "a clean Node server shows 268 B after 100 uploads of warm-up"};
    case Reading::Jvm:
        return {.perUpload = 4 * kib,
                .resolution = 64 * kib,
                .reason = "live data after a collection holds what the old generation has not yet shed"};
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
        return {.resource = resource,
                .unit = Unit::Pieces,
                .perUpload = 1,
                .resolution = 8,
                .background = 0.25,
                .reason = "clean Go servers 0.12 to 0.47 objects, a leak keeps at least one"};
    case Resource::External:
        return {.resource = resource,
                .perUpload = 4 * kib,
                .resolution = 4 * kib,
                .reason = "constant on a clean Node server"};
    case Resource::Rss:
        return {.resource = resource,
                .perUpload = std::max(16 * kib, 0.01 * bodyBytes),
                .minimumRounds = 20,
                .surelyFrom = 0.05 * bodyBytes,
                .resolution = 64 * kib,
                .background = 4 * kib,
                .reason = "allocators keep pages in proportion to the body: 4.7 KB on a clean Go server"};
    case Resource::Goroutines:
    case Resource::Threads:
    case Resource::Descriptors:
    case Resource::TempFiles:
        return {.resource = resource,
                .unit = Unit::Pieces,
                .perUpload = 0.2,
                .resolution = 0.5,
                .reason = "counts are exact; pools and idle connections come and go"};
    case Resource::TempBytes:
        return {.resource = resource,
                .perUpload = 4 * kib,
                .resolution = 4 * kib,
                .reason = "one block of a file system"};
    }
    return {};
}

Unit unitOf(Resource resource)
{
    return thresholdFor(resource, Reading::Other, 0).unit;
}

QString toKey(Unit unit)
{
    return unit == Unit::Bytes ? QStringLiteral("bytes") : QStringLiteral("count");
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
