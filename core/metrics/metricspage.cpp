// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metricspage.h"

#include "core/metrics/actuator.h"
#include "core/metrics/expvar.h"
#include "core/metrics/jsonpage.h"
#include "core/metrics/rolecollector.h"

#include <QCoreApplication>

namespace metrics {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(metrics::MetricsPage)
};

base::Error malformed(const QString &message)
{
    return {base::ErrorKind::Malformed, message, 0, {}};
}

QByteArrayView withoutByteOrderMark(QByteArrayView body)
{
    return body.startsWith("\xEF\xBB\xBF") ? body.sliced(3) : body;
}

/// Text in any encoding that contains ASCII has no NUL and hardly any other control character.
bool looksBinary(QByteArrayView body)
{
    const QByteArrayView head = body.first(std::min<qsizetype>(body.size(), 1024));
    return std::any_of(head.begin(), head.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f')
            || c == 0x7f;
    });
}

base::Result<MetricsPage> readPrometheus(QByteArrayView body)
{
    PrometheusReader reader(body);
    RoleCollector collector;
    for (PrometheusSample sample; reader.next(sample);)
        collector.add(sample);

    // Prose now and then has a line that reads as a sample ("temperature 21"); metrics are mostly samples.
    if (reader.samples() == 0)
        return malformed(reader.brokenLines() == 0 ? Text::tr("a metrics page without a single value")
                                                   : Text::tr("text, but not metrics"));
    if (reader.brokenLines() > reader.samples())
        return malformed(Text::tr("text of which only %1 of %2 lines are metrics")
                             .arg(reader.samples())
                             .arg(reader.samples() + reader.brokenLines()));
    MetricsPage page;
    page.format = reader.endsWithEof() ? Format::OpenMetrics : Format::PrometheusText;
    page.reading = collector.reading();
    page.roles = page.reading.roles();
    page.runtime = collector.runtime();
    page.runtimeVersion = collector.runtimeVersion();
    page.samples = reader.samples();
    page.brokenLines = reader.brokenLines();
    return page;
}

MetricsPage fromExpvar(const Expvar &vars)
{
    MetricsPage page;
    page.format = Format::Expvar;
    page.runtime = Runtime::Go;
    vars.memStats.fill(page.reading);
    page.reading.set(Role::Goroutines, vars.goroutines);
    page.roles = page.reading.roles();
    return page;
}

base::Result<MetricsPage> readHeapTrailer(QByteArrayView body)
{
    const auto stats = parseHeapTrailer(body);
    if (!stats)
        return stats.error();
    MetricsPage page;
    page.format = Format::GoPprof;
    page.runtime = Runtime::Go;
    stats->fill(page.reading);
    page.roles = page.reading.roles();
    return page;
}

base::Result<MetricsPage> readActuatorIndex(const QJsonObject &document)
{
    MetricsPage page;
    page.format = Format::Actuator;
    page.runtime = Runtime::Jvm;
    page.roles = rolesOfActuatorIndex(document);
    return page;
}

} // namespace

base::Result<MetricsPage> recognisePage(QByteArrayView body)
{
    body = withoutByteOrderMark(body);
    const QByteArrayView text = body.trimmed();
    if (text.isEmpty())
        return malformed(Text::tr("empty answer"));
    if (looksBinary(text))
        return malformed(Text::tr("binary data, not metrics"));
    if (text.startsWith('<')) {
        return malformed(text.startsWith("<?xml") ? Text::tr("XML, not metrics")
                                                  : Text::tr("HTML page, not metrics"));
    }
    if (text.startsWith("heap profile:"))
        return readHeapTrailer(body);
    if (text.startsWith('{') || text.startsWith('[')) {
        const auto document = parseJsonObject(body);
        if (!document)
            return document.error();
        if (isExpvar(*document))
            return fromExpvar(readExpvar(*document));
        if (isActuatorIndex(*document))
            return readActuatorIndex(*document);
        return malformed(Text::tr("JSON, but neither Go's expvar nor Spring's actuator"));
    }
    return readPrometheus(body);
}

base::Result<MetricsPage> parsePage(Format format, QByteArrayView body)
{
    switch (format) {
    case Format::PrometheusText:
        return readPrometheus(withoutByteOrderMark(body));
    case Format::OpenMetrics: {
        const auto page = readPrometheus(withoutByteOrderMark(body));
        if (page && page->format != Format::OpenMetrics)
            return malformed(Text::tr("the page was cut: it ends before its # EOF"));
        return page;
    }
    case Format::Expvar: {
        const auto vars = parseExpvar(body);
        if (!vars)
            return vars.error();
        return fromExpvar(*vars);
    }
    case Format::GoPprof:
        return readHeapTrailer(body);
    case Format::Actuator: {
        const auto document = parseJsonObject(body);
        if (!document)
            return document.error();
        if (!isActuatorIndex(*document))
            return malformed(Text::tr("JSON, but not Spring's list of meters"));
        return readActuatorIndex(*document);
    }
    }
    Q_UNREACHABLE();
}

} // namespace metrics
