// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/discovery.h"

#include "core/metrics/credentials.h"
#include "core/metrics/metricspage.h"
#include "core/metrics/statustext.h"
#include "core/net/fetchjob.h"
#include "core/net/redirect.h"

#include <QCoreApplication>

#include <variant>

namespace metrics {

using base::Error;
using base::ErrorKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(metrics::Discovery)
};

constexpr std::chrono::seconds deadline{3};
constexpr qint64 maxPageBytes = 8 * 1024 * 1024;
constexpr QByteArrayView accept("text/plain;version=0.0.4, application/openmetrics-text;version=1.0.0;q=0.8, "
                                "application/json;q=0.6, */*;q=0.1");

constexpr QLatin1StringView pprofFolder("/debug/pprof/");
constexpr QLatin1StringView knownPaths[] = {
    QLatin1StringView("/metrics"),
    QLatin1StringView("/debug/vars"),
    pprofFolder,
    QLatin1StringView("/actuator/prometheus"),
    QLatin1StringView("/actuator/metrics"),
};

/// The page that shows whether profiles can be had, and is cheap: nothing is collected or measured for it.
QUrl heapPageOf(QUrl url, const QString &folder)
{
    url.setPath(folder + QLatin1StringView("heap"));
    url.setQuery(QStringLiteral("debug=1"));
    return url;
}

QUrl plain(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment | QUrl::NormalizePathSegments);
}

/// The path below which to look: that of the URL without what we would append ourselves, and without the last
/// slash.
QString basePathOf(const QString &path)
{
    if (const qsizetype at = path.indexOf(pprofFolder.chopped(1)); at >= 0)
        return path.left(at);
    QString base = path;
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    for (const QLatin1StringView known : knownPaths) {
        if (base.endsWith(known))
            return base.chopped(known.size());
    }
    return base;
}

Error refusalOf(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return {ErrorKind::BadUrl,
                Text::tr("'%1' is not a complete http address").arg(url.toDisplayString()),
                0,
                {}};
    if (url.scheme() != QLatin1StringView("http") && url.scheme() != QLatin1StringView("https"))
        return {ErrorKind::UnsupportedScheme,
                Text::tr("'%1' is neither http nor https").arg(url.scheme()),
                0,
                {}};
    return {};
}

/// The same failure in the fewest words: a dozen of them are shown below each other.
Error briefly(Error error)
{
    switch (error.kind) {
    case ErrorKind::Timeout:
    case ErrorKind::Stalled:
    case ErrorKind::ConnectTimeout:
        error.message = Text::tr("no answer within 3 s");
        break;
    case ErrorKind::TooLarge:
        error.message = Text::tr("larger than 8 MiB");
        break;
    case ErrorKind::ConnectionRefused:
        error.message = Text::tr("connection refused");
        break;
    default:
        break;
    }
    return error;
}

struct Found
{
    Source source;
    RoleSet roles;
};

// Where a redirect leaves the server, the source is the address that was asked: then every reading follows it and leaves
// the credentials behind, as it should.
QUrl sourceUrl(const QUrl &asked, const QUrl &answered)
{
    return net::isSameOrigin(asked, answered) ? answered : asked;
}

std::variant<Error, Found> judge(const QUrl &asked, const base::Result<net::Fetched> &result)
{
    if (!result)
        return briefly(result.error());
    if (result->httpStatus != 200)
        return statusError(result->httpStatus);
    const auto page = recognisePage(result->body);
    if (!page)
        return page.error();
    Found found{{plain(sourceUrl(asked, result->url)), page->format, page->runtime, page->runtimeVersion},
                page->roles};
    if (page->format == Format::GoPprof) {
        // The source is the folder: its index page is read, too, for goroutines and threads.
        found.source.url = found.source.url.adjusted(QUrl::RemoveFilename | QUrl::RemoveQuery);
        found.roles.set(static_cast<size_t>(Role::Goroutines)).set(static_cast<size_t>(Role::Threads));
    }
    return found;
}

/// Larger is better. Memory counts most; a heap profile every second costs a server more than any other page;
/// then the collected heap, without which leaks are hard to see; then whatever else there is.
auto worth(const Found &found)
{
    const auto knows = [&found](Role role) { return found.roles.test(static_cast<size_t>(role)); };
    return std::tuple(knows(Role::HeapLive) || knows(Role::Rss), found.source.format != Format::GoPprof,
                      knows(Role::HeapLive), found.roles.count());
}

} // namespace

struct Discovery::Private
{
    explicit Private(Discovery &discovery, QNetworkAccessManager &networkManager)
        : q(discovery)
        , manager(networkManager)
    {
    }

    void ask(size_t number, const net::Endpoint &endpoint, const QUrl &url);
    void finishLater();
    [[nodiscard]] DiscoveryReport report() const;

    /// One address and what came of it.
    struct Probe
    {
        QUrl url;
        std::unique_ptr<net::FetchJob> job;
        std::variant<Error, Found> outcome;
    };
    Discovery &q;
    QNetworkAccessManager &manager;
    std::vector<Probe> probes;
    size_t open = 0;
    bool isStarted = false;
};

Discovery::Discovery(QNetworkAccessManager &manager, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, manager))
{
}

Discovery::~Discovery() = default;

QList<QUrl> Discovery::candidates(const QUrl &url)
{
    if (refusalOf(url).kind != ErrorKind::None)
        return {};
    QList<QUrl> urls;
    const auto add = [&urls](const QUrl &candidate) {
        if (!urls.contains(candidate))
            urls.append(candidate);
    };
    const QUrl self = plain(url);
    const QString base = basePathOf(self.path());
    // Never as it is: below it are profiles that run for 30 s.
    if (self.path().contains(pprofFolder.chopped(1)))
        add(heapPageOf(self, base + pprofFolder));
    else
        add(self);

    for (const QString &below : {base, QString()}) {
        for (const QLatin1StringView path : knownPaths) {
            QUrl candidate = self.adjusted(QUrl::RemoveQuery);
            candidate.setPath(below + path);
            add(path == pprofFolder ? heapPageOf(candidate, below + path) : candidate);
        }
    }
    return urls;
}

void Discovery::start(const net::Endpoint &endpoint)
{
    Q_ASSERT_X(!d->isStarted, "Discovery::start", "started twice");
    d->isStarted = true;
    if (const Error refusal = refusalOf(endpoint.url); refusal.kind != ErrorKind::None) {
        d->probes.push_back({endpoint.url.adjusted(QUrl::RemoveUserInfo), nullptr, refusal});
        d->finishLater();
        return;
    }
    const net::Endpoint server = withCredentialsMoved(endpoint);
    const QList<QUrl> urls = candidates(endpoint.url);
    d->probes.resize(static_cast<size_t>(urls.size()));
    d->open = d->probes.size();
    for (size_t i = 0; i < d->probes.size(); ++i)
        d->ask(i, server, urls[static_cast<qsizetype>(i)]);
}

void Discovery::Private::ask(size_t number, const net::Endpoint &endpoint, const QUrl &url)
{
    Probe &probe = probes[number];
    probe.url = url;
    probe.job = std::make_unique<net::FetchJob>(manager, endpoint, url,
                                                net::FetchJob::Limits{deadline, maxPageBytes});
    connect(probe.job.get(), &net::FetchJob::finished, &q,
            [this, number](const base::Result<net::Fetched> &result) {
                Probe &answered = probes[number];
                answered.job.release()->deleteLater();
                answered.outcome = judge(answered.url, result);
                if (--open == 0)
                    Q_EMIT q.finished(report());
            });
    probe.job->start(accept.toByteArray());
}

void Discovery::Private::finishLater()
{
    QMetaObject::invokeMethod(
        &q, [this] { Q_EMIT q.finished(report()); }, Qt::QueuedConnection);
}

DiscoveryReport Discovery::Private::report() const
{
    DiscoveryReport report;
    std::vector<Found> found;
    for (const Probe &probe : probes) {
        if (const auto *error = std::get_if<Error>(&probe.outcome)) {
            report.misses.append({probe.url, *error});
            continue;
        }
        const auto &hit = std::get<Found>(probe.outcome);
        // Several addresses may lead to one by redirects.
        const bool isKnown = std::any_of(found.begin(), found.end(), [&hit](const Found &other) {
            return other.source.url == hit.source.url;
        });
        if (!isKnown)
            found.push_back(hit);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found &a, const Found &b) { return worth(a) > worth(b); });
    for (const Found &hit : found) {
        report.sources.append(hit.source);
        if (hit.source.format == Format::GoPprof)
            report.canForceGc = report.canFetchProfiles = true;
    }
    return report;
}

} // namespace metrics
