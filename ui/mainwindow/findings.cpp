// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/findings.h"

#include "ui/mainwindow/connectionstate.h"

#include <QCoreApplication>

namespace ui {

using metrics::DiscoveryReport;
using metrics::Format;
using metrics::Runtime;
using metrics::Source;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::Findings)
};

Runtime runtimeOf(const DiscoveryReport &report)
{
    for (const Source &source : report.sources) {
        if (source.runtime != Runtime::Unknown)
            return source.runtime;
    }
    return Runtime::Unknown;
}

QString runtimeText(const DiscoveryReport &report)
{
    for (const Source &source : report.sources) {
        if (const QString name = runtimeName(source); !name.isEmpty())
            return name;
    }
    return Text::tr("not told by the metrics");
}

Finding missingReadings(const QString &language, const QString &line)
{
    return {false, Text::tr("Live readings"), Text::tr("none found; for a server in %1 add:").arg(language),
            line, language};
}

/// The one line per runtime that makes a server tell about its memory.
QList<Finding> allMissing()
{
    return {
        missingReadings(QStringLiteral("Go"),
                        QStringLiteral("http.Handle(\"/metrics\", promhttp.Handler())")),
        missingReadings(QStringLiteral("Java (Spring Boot)"),
                        QStringLiteral("management.endpoints.web.exposure.include=prometheus,metrics")),
        missingReadings(
            QStringLiteral("Node.js (prom-client)"),
            QStringLiteral("app.get('/metrics', async (_, res) => res.end(await register.metrics()))")),
        missingReadings(QStringLiteral("Python (prometheus_client)"),
                        QStringLiteral("app.mount('/metrics', prometheus_client.make_asgi_app())")),
    };
}

Finding readings(const DiscoveryReport &report)
{
    const Source &best = report.sources.first();
    return {true,
            Text::tr("Live readings"),
            Text::tr("%1 at %2").arg(formatName(best.format), best.url.toDisplayString()),
            {},
            {}};
}

/// What only Go offers; other runtimes are not blamed for lacking it.
QList<Finding> goFindings(const DiscoveryReport &report)
{
    const QString import = QStringLiteral("import _ \"net/http/pprof\"");
    const QString go = QStringLiteral("Go");
    QList<Finding> list;
    if (report.canFetchProfiles)
        list.append({true, Text::tr("Heap profiles"), Text::tr("can be fetched"), {}, {}});
    else
        list.append({false, Text::tr("Heap profiles"),
                     Text::tr("not found, so no function can be named for a leak; add:"), import, go});
    if (report.canForceGc)
        list.append(
            {true, Text::tr("Garbage collection"), Text::tr("can be asked for before a reading"), {}, {}});
    else if (report.canFetchProfiles)
        list.append({false,
                     Text::tr("Garbage collection"),
                     Text::tr("cannot be asked for: the profile address does not take ?gc=1"),
                     {},
                     {}});
    else
        list.append({false,
                     Text::tr("Garbage collection"),
                     Text::tr("cannot be asked for; the same line gives that, too"),
                     {},
                     {}});
    return list;
}

} // namespace

QList<Finding> findingsOf(const DiscoveryReport &report)
{
    if (!report.found())
        return allMissing();
    QList<Finding> list{{true, Text::tr("Runtime"), runtimeText(report), {}, {}}, readings(report)};
    if (runtimeOf(report) == Runtime::Go)
        list.append(goFindings(report));
    return list;
}

} // namespace ui
