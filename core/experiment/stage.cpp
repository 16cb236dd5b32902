// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/stage.h"

#include "core/experiment/folderwalk.h"
#include "core/experiment/oneshot.h"
#include "core/metrics/discovery.h"
#include "core/net/tlsinspection.h"

#include <thread>

namespace experiment {
namespace {

using base::Error;

Error cancelled()
{
    return {base::ErrorKind::Cancelled, Stage::tr("the experiment was cancelled"), 0, {}};
}

} // namespace

Stage::Stage(QNetworkAccessManager &manager, base::Clock &clock, int lanes)
    : m_manager(manager)
    , m_clock(clock)
    , m_load(lanes)
{
    connect(&m_load, &transfer::LoadRunner::progressed, this, [this](const transfer::LoadProgress &progress) {
        m_traffic = progress.traffic;
        Q_EMIT loadProgressed(progress);
    });
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

transfer::LoadTraffic Stage::traffic() const
{
    return {m_bytesBefore + m_traffic.bytes, m_traffic.inFlight};
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
        co_return base::Error{
            base::ErrorKind::HttpStatus,
            tr("%1 answered %2", "path, HTTP status").arg(url.path(), QString::number(result->httpStatus)),
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
    m_bytesBefore += std::exchange(m_traffic, {}).bytes;
    m_requests += result.attempts();
    co_return result;
}

template <typename T>
QCoro::Task<T> Stage::onThread(std::function<T(const std::stop_token &)> work)
{
    if (m_isCancelled)
        co_return T();
    OneShot<T> done;
    QObject context; // what the thread still has to say is not heard after it
    std::jthread thread([&context, &done, &work](const std::stop_token &stop) {
        T result = work(stop);
        QMetaObject::invokeMethod(
            &context, [&done, result = std::move(result)] { done.set(result); }, Qt::QueuedConnection);
    });
    m_cancelStep = [&thread, &done] {
        thread.request_stop();
        thread.join();
        done.set(T());
    };
    T result = co_await done.given();
    m_cancelStep = {};
    co_return result;
}

QCoro::Task<DiskReading> Stage::countFiles(QStringList folders)
{
    std::function<DiskReading(const std::stop_token &)> count
        = [folders](const std::stop_token &stop) { return readDisk(folders, stop); };
    const DiskReading reading = co_await onThread<DiskReading>(count);
    co_return reading;
}

QCoro::Task<WatchedFiles> Stage::listFiles(QStringList folders)
{
    std::function<WatchedFiles(const std::stop_token &)> list
        = [folders](const std::stop_token &stop) { return experiment::listFiles(folders, stop); };
    const WatchedFiles files = co_await onThread<WatchedFiles>(list);
    co_return files;
}

QCoro::Task<QStringList> Stage::findFiles(QStringList folders, QByteArray content)
{
    std::function<QStringList(const std::stop_token &)> find
        = [folders, content](const std::stop_token &stop) { return filesThatHold(folders, content, stop); };
    const QStringList found = co_await onThread<QStringList>(find);
    co_return found;
}

QCoro::Task<bool> Stage::until(net::RawConnection &connection, std::function<bool()> condition,
                               std::chrono::milliseconds time)
{
    if (m_isCancelled)
        co_return false;
    if (condition())
        co_return true;
    OneShot<bool> over;
    QObject context;
    const auto timer = m_clock.makeTimer([&over] { over.set(false); });
    // Queued: this coroutine goes on and may destroy the connection, which must not happen inside its own signal.
    connect(
        &connection, &net::RawConnection::changed, &context,
        [&over, &condition] {
            if (condition())
                over.set(true);
        },
        Qt::QueuedConnection);
    m_cancelStep = [&over] { over.set(false); };
    timer->start(time);
    const bool holds = co_await over.given();
    m_cancelStep = {};
    co_return holds;
}

QCoro::Task<net::TlsFailure> Stage::inspectTls(net::Endpoint endpoint)
{
    if (m_isCancelled)
        co_return net::TlsFailure();
    ++m_requests;
    OneShot<net::TlsFailure> inspected;
    net::TlsInspection inspection(m_manager);
    connect(
        &inspection, &net::TlsInspection::finished, &inspection,
        [&inspected](const net::TlsFailure &failure) { inspected.set(failure); }, Qt::QueuedConnection);
    m_cancelStep = [&inspected] { inspected.set({}); };
    inspection.start(endpoint);
    const net::TlsFailure failure = co_await inspected.given();
    m_cancelStep = {};
    co_return failure;
}

} // namespace experiment
