// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/profilefetcher.h"

#include "core/metrics/credentials.h"
#include "core/metrics/pprofindex.h"
#include "core/net/fetchjob.h"

namespace session {

namespace {

// A busy server with a large heap needs seconds to write its profile; the largest seen in the field are some MiB.
constexpr net::FetchJob::Limits limits{.deadline = std::chrono::seconds(60), .maxBytes = 256 * 1024 * 1024};

bool isSuccess(int status)
{
    return status >= 200 && status <= 299;
}

/// The job ends while its own signal calls us.
void retire(std::unique_ptr<net::FetchJob> &job)
{
    if (job)
        job.release()->deleteLater();
}

} // namespace

ProfileFetcher::ProfileFetcher(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_clock(clock)
{
}

ProfileFetcher::~ProfileFetcher() = default;

void ProfileFetcher::setServer(const net::Endpoint &endpoint, const metrics::DiscoveryReport &report)
{
    cancel();
    m_listJob.reset();
    m_endpoint = metrics::withCredentialsMoved(endpoint);
    m_folder.clear();
    for (const metrics::Source &source : report.sources) {
        if (source.format == metrics::Format::GoPprof)
            m_folder = source.url;
    }
}

void ProfileFetcher::list()
{
    m_listJob.reset();
    if (m_folder.isEmpty()) {
        Q_EMIT listed({});
        return;
    }
    m_listJob = std::make_unique<net::FetchJob>(m_manager, m_endpoint, m_folder, net::FetchJob::Limits{});
    connect(m_listJob.get(), &net::FetchJob::finished, this,
            [this](const base::Result<net::Fetched> &answer) {
                const bool isRead = answer.ok() && isSuccess(answer->httpStatus);
                const QStringList names = isRead ? metrics::profileNames(answer->body) : QStringList();
                retire(m_listJob);
                Q_EMIT listed(names);
            });
    m_listJob->start();
}

FetchedProfile ProfileFetcher::begun(const QString &name) const
{
    FetchedProfile profile;
    profile.name = name;
    profile.takenMs = base::toUnixMs(m_clock.wallNow());
    const bool isHeap = name == QLatin1StringView("heap");
    profile.url = m_folder.resolved(QUrl(isHeap ? QStringLiteral("heap?gc=1") : name));
    return profile;
}

void ProfileFetcher::fetch(const QString &name)
{
    cancel();
    FetchedProfile profile = begun(name);
    if (m_folder.isEmpty()) {
        profile.url.clear();
        profile.error = {base::ErrorKind::NotFound, tr("the server offers no pprof profiles"), 0, {}};
        Q_EMIT fetched(profile);
        return;
    }
    m_job = std::make_unique<net::FetchJob>(m_manager, m_endpoint, profile.url, limits);
    connect(m_job.get(), &net::FetchJob::finished, this,
            [this, profile](const base::Result<net::Fetched> &answer) {
                FetchedProfile result = profile;
                result.takenMs = base::toUnixMs(m_clock.wallNow());
                if (!answer)
                    result.error = answer.error();
                else if (!isSuccess(answer->httpStatus))
                    result.error = {base::ErrorKind::HttpStatus,
                                    tr("the server answered %1").arg(answer->httpStatus),
                                    answer->httpStatus,
                                    {}};
                else
                    result.bytes = answer->body;
                retire(m_job);
                Q_EMIT fetched(result);
            });
    m_job->start();
}

void ProfileFetcher::cancel()
{
    m_job.reset();
}

} // namespace session
