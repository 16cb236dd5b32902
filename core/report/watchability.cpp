// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/watchability.h"

#include "core/report/failurereason.h"
#include "core/report/wording.h"

#include <algorithm>

namespace report {

using base::ErrorKind;
using metrics::DiscoveryReport;

namespace {

/// Nobody answered, as opposed to: somebody answered something useless.
bool isSilence(ErrorKind kind)
{
    return isAboutConnecting(kind) || kind == ErrorKind::ConnectionReset;
}

} // namespace

bool isAboutConnecting(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::BadUrl:
    case ErrorKind::UnsupportedScheme:
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ProxyFailed:
    case ErrorKind::TlsFailed:
    case ErrorKind::ConnectTimeout:
        return true;
    default:
        return false;
    }
}

Watchability watchability(const DiscoveryReport &found)
{
    if (found.found())
        return Watchability::Watched;
    const bool isNobody = !found.misses.isEmpty()
        && std::ranges::all_of(found.misses,
                               [](const metrics::Miss &miss) { return isSilence(miss.error.kind); });
    return isNobody ? Watchability::Unreachable : Watchability::Silent;
}

bool isMute(const DiscoveryReport &found)
{
    const auto isUnanswered = [](const metrics::Miss &miss) {
        const ErrorKind kind = miss.error.kind;
        return isSilence(kind) || kind == ErrorKind::Timeout || kind == ErrorKind::Stalled;
    };
    return watchability(found) == Watchability::Silent && !found.misses.isEmpty()
        && std::ranges::all_of(found.misses, isUnanswered);
}

base::Error mainReason(const DiscoveryReport &found)
{
    const Watchability state = watchability(found);
    if (state == Watchability::Watched)
        return {};
    const auto told = std::ranges::find_if(found.misses, [state](const metrics::Miss &miss) {
        return isSilence(miss.error.kind) == (state == Watchability::Unreachable);
    });
    return told == found.misses.end() ? base::Error() : told->error;
}

QString reachAdvice(const metrics::DiscoveryReport &found)
{
    if (isMute(found))
        return failureReason(ErrorKind::Stalled, 0).advice;
    return watchability(found) == Watchability::Unreachable ? failureReason(mainReason(found).kind, 0).advice
                                                            : QString();
}

QString watchedSummary(const DiscoveryReport &found)
{
    QStringList parts;
    if (const QString runtime = runtimeText(found); !runtime.isEmpty())
        parts.append(runtime);
    for (const metrics::Source &source : found.sources) {
        QString name = formatName(source.format);
        // "Go pprof": the runtime stands before it already.
        if (const QString runtime = runtimeName(source.runtime) + u' '; name.startsWith(runtime))
            name.remove(0, runtime.size());
        if (!parts.contains(name))
            parts.append(name);
    }
    return parts.join(QStringLiteral(" · "));
}

QList<LineToAdd> linesForReadings()
{
    return {{QStringLiteral("Go"), QStringLiteral("http.Handle(\"/metrics\", promhttp.Handler())")},
            {QStringLiteral("Java (Spring Boot)"),
             QStringLiteral("management.endpoints.web.exposure.include=prometheus,metrics")},
            {QStringLiteral("Node.js (prom-client)"),
             QStringLiteral("app.get('/metrics', async (_, res) => res.end(await register.metrics()))")},
            {QStringLiteral("Python (prometheus_client)"),
             QStringLiteral("app.mount('/metrics', prometheus_client.make_asgi_app())")}};
}

LineToAdd lineForProfiles()
{
    return {QStringLiteral("Go"), QStringLiteral("import _ \"net/http/pprof\"")};
}

} // namespace report
