// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/metrics/role.h"
#include "core/metrics/scrapeplan.h"
#include "core/net/endpoint.h"

#include <QObject>

class QNetworkAccessManager;

namespace net {
class FetchJob;
struct Fetched;
} // namespace net

namespace metrics {

/// One scrape: the requests of a plan, one after another, into one Reading (whose time is the caller's to
/// set). A step that the server does not serve (another status than 200) or that cannot be read is passed
/// over: not every program has every meter. A broken connection ends the run, and so does a run in which no
/// step gave a value.
///
/// Thread: that of its manager. Ownership: the caller's; the plan outlives it; destruction is silent.
/// `finished` fires exactly once per start(), never from within it.
class ScrapeRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScrapeRun)

public:
    /// `deadline` bounds each request.
    ScrapeRun(QNetworkAccessManager &manager, const net::Endpoint &endpoint,
              const std::vector<ScrapeStep> &plan, std::chrono::milliseconds deadline);
    ~ScrapeRun() override;

    /// Once only. The plan has at least one step.
    void start();

Q_SIGNALS:
    void finished(const base::Result<metrics::Reading> &result);

private:
    void fetchNext();
    void take(const base::Result<net::Fetched> &result);

    QNetworkAccessManager &m_manager;
    const net::Endpoint &m_endpoint;
    const std::vector<ScrapeStep> &m_plan;
    std::chrono::milliseconds m_deadline;
    size_t m_step = 0;
    std::unique_ptr<net::FetchJob> m_job;
    Reading m_reading;
    base::Error m_firstError;
};

} // namespace metrics
