// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/metrics/role.h"
#include "core/metrics/source.h"

#include <QByteArrayView>

namespace metrics {

/// One answer of a server, understood. Its reading has no time yet.
struct MetricsPage
{
    Format format = Format::PrometheusText;
    Reading reading;
    RoleSet
        roles; ///< That reading the source will give: those of `reading`, or those that an index promises.
    Runtime runtime = Runtime::Unknown;
    QString runtimeVersion;
    qsizetype samples = 0; ///< Prometheus and OpenMetrics: lines with a value.
    qsizetype brokenLines = 0; ///< The same: lines that were not understood, and skipped.
};

/// Tells the format from the content and reads the page. Understands all formats; Actuator is recognised by
/// its list of meters, GoPprof by the page of heap?debug=1. Errors: Malformed, whose message says what the
/// answer is instead
/// ("HTML page, not metrics", "empty answer", …).
[[nodiscard]] base::Result<MetricsPage> recognisePage(QByteArrayView body);

/// Reads a page of a known format; for scraping. Pages of both Prometheus formats are understood under either
/// name. Errors: Malformed. A page in which most lines are broken is one, an OpenMetrics page without "# EOF"
/// is another.
[[nodiscard]] base::Result<MetricsPage> parsePage(Format format, QByteArrayView body);

} // namespace metrics
