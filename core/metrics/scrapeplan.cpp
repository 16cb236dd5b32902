// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/scrapeplan.h"

#include "core/metrics/actuator.h"
#include "core/metrics/metricspage.h"
#include "core/metrics/pprofindex.h"

#include <cmath>

namespace metrics {
namespace {

using base::Done;
using base::Result;

constexpr QByteArrayView textFirst("text/plain;version=0.0.4, */*;q=0.1");
constexpr QByteArrayView openMetricsFirst(
    "application/openmetrics-text;version=1.0.0, application/openmetrics-text;version=0.0.1;q=0.9, "
    "text/plain;version=0.0.4;q=0.5, */*;q=0.1");
constexpr QByteArrayView json("application/json, */*;q=0.1");
constexpr QByteArrayView anything("*/*");

void merge(const Reading &from, Reading &into)
{
    for (const Role role : allRoles()) {
        if (from.has(role))
            into.set(role, from.value(role));
    }
}

ScrapeStep pageStep(const QUrl &url, QByteArrayView accept, Format format)
{
    return {url, accept.toByteArray(), [format](QByteArrayView body, Reading &reading) -> Result<Done> {
                const auto page = parsePage(format, body);
                if (!page) {
                    // What came instead is the better reason, for instance the HTML page of a proxy.
                    const auto found = recognisePage(body);
                    return found ? page.error() : found.error();
                }
                merge(page->reading, reading);
                return Done{};
            }};
}

ScrapeStep pprofIndexStep(const QUrl &url)
{
    return {url, anything.toByteArray(), [](QByteArrayView body, Reading &reading) -> Result<Done> {
                const auto index = parsePprofIndex(body);
                if (!index)
                    return index.error();
                reading.set(Role::Goroutines, index->goroutines);
                reading.set(Role::Threads, index->threads);
                return Done{};
            }};
}

ScrapeStep meterStep(const QUrl &index, const ActuatorMeter &meter)
{
    QUrl url = index;
    QString path = index.path();
    if (!path.endsWith(QLatin1Char('/')))
        path += QLatin1Char('/');
    url.setPath(path + meter.name);
    url.setQuery(meter.query.isEmpty() ? QString() : QString(meter.query));
    return {url, json.toByteArray(), [&meter](QByteArrayView body, Reading &reading) {
                return readActuatorMeter(meter, body, reading);
            }};
}

} // namespace

std::vector<ScrapeStep> scrapePlan(const Source &source)
{
    switch (source.format) {
    case Format::PrometheusText:
        return {pageStep(source.url, textFirst, source.format)};
    case Format::OpenMetrics:
        return {pageStep(source.url, openMetricsFirst, source.format)};
    case Format::Expvar:
        return {pageStep(source.url, json, source.format)};
    case Format::GoPprof: {
        const QUrl heap = source.url.resolved(QUrl(QStringLiteral("heap?debug=1")));
        return {pageStep(heap, anything, source.format), pprofIndexStep(source.url)};
    }
    case Format::Actuator: {
        std::vector<ScrapeStep> steps;
        for (const ActuatorMeter &meter : actuatorMeters())
            steps.push_back(meterStep(source.url, meter));
        return steps;
    }
    }
    Q_UNREACHABLE();
}

} // namespace metrics
