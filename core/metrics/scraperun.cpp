// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/scraperun.h"

#include "core/metrics/statustext.h"
#include "core/net/fetchjob.h"

namespace metrics {

namespace {
/// A page of 10,000 series has about 1 MB; the heap profile of a large program a few.
constexpr qint64 maxPageBytes = 16 * 1024 * 1024;
} // namespace

ScrapeRun::ScrapeRun(QNetworkAccessManager &manager, const net::Endpoint &endpoint,
                     const std::vector<ScrapeStep> &plan, std::chrono::milliseconds deadline)
    : m_manager(manager)
    , m_endpoint(endpoint)
    , m_plan(plan)
    , m_deadline(deadline)
{
}

ScrapeRun::~ScrapeRun() = default;

void ScrapeRun::start()
{
    Q_ASSERT_X(!m_job && m_step < m_plan.size(), "ScrapeRun::start", "started twice, or without a plan");
    fetchNext();
}

void ScrapeRun::fetchNext()
{
    const ScrapeStep &step = m_plan[m_step];
    m_job = std::make_unique<net::FetchJob>(m_manager, m_endpoint, step.url,
                                            net::FetchJob::Limits{m_deadline, maxPageBytes});
    connect(m_job.get(), &net::FetchJob::finished, this, &ScrapeRun::take);
    m_job->start(step.accept);
}

void ScrapeRun::take(const base::Result<net::Fetched> &result)
{
    m_job.release()->deleteLater();
    if (!result) {
        Q_EMIT finished(result.error());
        return;
    }
    base::Result<base::Done> outcome = base::Done{};
    if (result->httpStatus != 200)
        outcome = statusError(result->httpStatus);
    else
        outcome = m_plan[m_step].read(result->body, m_reading);
    if (!outcome && m_firstError.kind == base::ErrorKind::None)
        m_firstError = outcome.error();

    if (++m_step < m_plan.size())
        fetchNext();
    else if (m_reading.roles().any())
        Q_EMIT finished(m_reading);
    else if (m_firstError.kind != base::ErrorKind::None)
        Q_EMIT finished(m_firstError);
    else
        Q_EMIT finished(
            base::Error{base::ErrorKind::Malformed, tr("the answer holds none of the known metrics"), 0, {}});
}

} // namespace metrics
