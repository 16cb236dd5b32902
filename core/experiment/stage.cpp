// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/stage.h"

#include "core/experiment/oneshot.h"
#include "core/metrics/discovery.h"

#include <thread>

namespace experiment {
namespace {

base::Error cancelled()
{
    return {base::ErrorKind::Cancelled, QStringLiteral("the experiment was cancelled"), 0, {}};
}

} // namespace

Stage::Stage(QNetworkAccessManager &manager, base::Clock &clock, int lanes)
    : m_manager(manager)
    , m_clock(clock)
    , m_load(lanes)
{
    connect(&m_load, &transfer::LoadRunner::progressed, this, &Stage::loadProgressed);
}

Stage::~Stage()
{
    Q_ASSERT_X(!m_cancelStep, "Stage", "destroyed while a coroutine waits in it");
}

void Stage::cancel()
{
    m_isCancelled = true;
    if (m_cancelStep)
        std::exchange(m_cancelStep, {})();
}

QCoro::Task<> Stage::pause(std::chrono::milliseconds time)
{
    if (m_isCancelled)
        co_return;
    OneShot<bool> over;
    const auto timer = m_clock.makeTimer([&over] { over.set(true); });
    m_cancelStep = [&over] { over.set(false); };
    timer->start(time);
    co_await over.given();
    m_cancelStep = {};
}

QCoro::Task<base::Result<net::Fetched>> Stage::fetch(net::Endpoint endpoint, QUrl url,
                                                     net::FetchJob::Limits limits, QByteArray accept)
{
    if (m_isCancelled)
        co_return cancelled();
    ++m_requests;
    OneShot<base::Result<net::Fetched>> fetched;
    net::FetchJob job(m_manager, std::move(endpoint), url, limits);
    // Queued: this coroutine goes on and destroys the job, which must not happen inside the job's own signal.
    connect(
        &job, &net::FetchJob::finished, &job,
        [&fetched](const base::Result<net::Fetched> &result) { fetched.set(result); }, Qt::QueuedConnection);
    m_cancelStep = [&fetched] { fetched.set(cancelled()); };
    job.start(accept);
    base::Result<net::Fetched> result = co_await fetched.given();
    m_cancelStep = {};
    if (result.ok() && result->httpStatus != 200) {
        co_return base::Error{base::ErrorKind::HttpStatus,
                              QStringLiteral("%1 answered %2").arg(url.path()).arg(result->httpStatus),
                              result->httpStatus,
                              {}};
    }
    co_return result;
}

QCoro::Task<metrics::DiscoveryReport> Stage::discover(net::Endpoint endpoint)
{
    if (m_isCancelled)
        co_return metrics::DiscoveryReport{};
    OneShot<metrics::DiscoveryReport> found;
    metrics::Discovery discovery(m_manager);
    connect(
        &discovery, &metrics::Discovery::finished, &discovery,
        [&found](const metrics::DiscoveryReport &report) { found.set(report); }, Qt::QueuedConnection);
    m_cancelStep = [&found] { found.set({}); };
    discovery.start(endpoint);
    metrics::DiscoveryReport report = co_await found.given();
    m_cancelStep = {};
    m_requests += report.sources.size() + report.misses.size();
    co_return report;
}

QCoro::Task<transfer::LoadResult> Stage::load(transfer::LoadPlan plan)
{
    transfer::LoadResult none;
    none.isCancelled = true;
    if (m_isCancelled)
        co_return none;
    OneShot<transfer::LoadResult> finished;
    QObject context;
    connect(&m_load, &transfer::LoadRunner::finished, &context,
            [&finished](const transfer::LoadResult &result) { finished.set(result); });
    m_cancelStep = [this, &finished, &none] {
        m_load.cancel();
        finished.set(none);
    };
    m_load.start(plan);
    transfer::LoadResult result = co_await finished.given();
    m_cancelStep = {};
    m_requests += result.attempts();
    co_return result;
}

QCoro::Task<DiskReading> Stage::countFiles(QStringList folders)
{
    if (m_isCancelled)
        co_return DiskReading();
    OneShot<DiskReading> counted;
    std::jthread counting([this, &counted, &folders](const std::stop_token &stop) {
        const DiskReading reading = readDisk(folders, stop);
        QMetaObject::invokeMethod(
            this, [&counted, reading] { counted.set(reading); }, Qt::QueuedConnection);
    });
    m_cancelStep = [&counting] { counting.request_stop(); };
    const DiskReading reading = co_await counted.given();
    m_cancelStep = {};
    co_return reading;
}

} // namespace experiment
