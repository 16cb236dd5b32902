// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/loadlane.h"

#include "core/net/curlaccessmanager.h"
#include "core/transfer/loadrequest.h"

#include <QCoreApplication>

namespace transfer {
namespace {

using base::Error;
using base::ErrorKind;
using namespace std::chrono_literals;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(transfer::LoadLane)
};

constexpr qint64 progressEveryMs = 100;
constexpr auto lagLooks = 10ms;

Error errorOf(const LoadRequest::Outcome &outcome)
{
    if (outcome.error.kind != ErrorKind::None)
        return outcome.error;
    return {ErrorKind::HttpStatus,
            Text::tr("the server answered %1, which takes no upload").arg(outcome.httpStatus),
            outcome.httpStatus,
            {}};
}

void record(LoadResult &result, const LoadRequest::Outcome &outcome)
{
    result.bytes += outcome.bytes;
    if (outcome.isCut) {
        ++result.cut;
        return;
    }
    // A redirect is nobody's error where none is followed, and took no upload.
    const bool isTaken = outcome.error.kind == ErrorKind::None && outcome.httpStatus / 100 == 2;
    if (result.firstError.kind == ErrorKind::None && !isTaken)
        result.firstError = errorOf(outcome);
    if (outcome.httpStatus == 0) {
        ++result.failed;
        ++result.errors[errorOf(outcome).kind];
        return;
    }
    ++result.statuses[outcome.httpStatus];
    ++(isTaken ? result.done : result.refused);
    result.connect.record(outcome.timings.connect.count());
    result.firstByte.record(outcome.timings.firstByte.count());
    result.total.record(outcome.timings.total.count());
}

} // namespace

void LoadResult::add(const LoadResult &other)
{
    done += other.done;
    refused += other.refused;
    failed += other.failed;
    cut += other.cut;
    bytes += other.bytes;
    for (const auto &[status, count] : other.statuses)
        statuses[status] += count;
    for (const auto &[kind, count] : other.errors)
        errors[kind] += count;
    if (firstError.kind == ErrorKind::None)
        firstError = other.firstError;
    connect.add(other.connect);
    firstByte.add(other.firstByte);
    total.add(other.total);
    lag.add(other.lag);
    elapsed = std::max(elapsed, other.elapsed);
    isCancelled = isCancelled || other.isCancelled;
}

LoadLane::LoadLane()
{
    m_lagTimer.setTimerType(Qt::PreciseTimer);
    m_lagTimer.setInterval(lagLooks);
    connect(&m_lagTimer, &QTimer::timeout, this, &LoadLane::measureLag);
}

LoadLane::~LoadLane()
{
    qDeleteAll(m_running); // before the manager of their replies
}

void LoadLane::run(std::shared_ptr<LoadWork> work, int connections)
{
    Q_ASSERT_X(!m_work, "LoadLane::run", "still running");
    m_manager = std::make_unique<net::CurlAccessManager>();
    m_work = std::move(work);
    m_result = {};
    m_isCancelled = false;
    m_unreported = 0;
    m_resting = 0;
    m_sinceBegin.start();
    m_sinceProgress.start();
    m_sinceLook.start();
    m_lagTimer.start();
    for (int i = 0; i < connections; ++i)
        startNext();
    finishIfIdle();
}

void LoadLane::startNext()
{
    const LoadPlan &plan = m_work->form.plan();
    const bool isOver
        = plan.noneAfter > 0ms && std::chrono::milliseconds(m_sinceBegin.elapsed()) >= plan.noneAfter;
    if (m_isCancelled || isOver)
        return;
    const int index = m_work->taken.fetch_add(1, std::memory_order_relaxed);
    if (index >= plan.uploads)
        return;
    auto *request = new LoadRequest(*m_manager, this);
    m_running.insert(request);
    connect(request, &LoadRequest::finished, this, [this, request](const LoadRequest::Outcome &outcome) {
        record(m_result, outcome);
        m_running.erase(request);
        request->deleteLater();
        ++m_unreported;
        ++m_resting;
        if (!m_work->form.plan().endsStalled || outcome.error.kind != ErrorKind::Stalled) {
            for (int free = std::exchange(m_resting, 0); free > 0; --free)
                startNext();
        }
        reportProgress();
        finishIfIdle();
    });
    request->start(m_work->form, plan.first + static_cast<quint64>(index));
}

// A timer that is late is started anew from when it fires, so what is late is counted once.
void LoadLane::measureLag()
{
    const auto late = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::nanoseconds(m_sinceLook.nsecsElapsed()) - lagLooks);
    m_result.lag.record(late.count());
    m_sinceLook.restart();
    m_lagTimer.start();
}

void LoadLane::reportProgress()
{
    if (m_unreported == 0 || (!m_running.empty() && m_sinceProgress.elapsed() < progressEveryMs))
        return;
    m_sinceProgress.restart();
    Q_EMIT progressed(std::exchange(m_unreported, 0));
}

void LoadLane::finishIfIdle()
{
    if (!m_work || !m_running.empty())
        return;
    m_lagTimer.stop();
    m_result.isCancelled = m_isCancelled;
    m_work.reset();
    // Its idle connections go with it: they would count among the server's descriptors. Later, because this may be
    // called from within one of its replies.
    m_manager.release()->deleteLater();
    Q_EMIT finished(m_result);
}

void LoadLane::cancel()
{
    if (!m_work)
        return;
    m_isCancelled = true;
    qDeleteAll(std::exchange(m_running, {}));
    finishIfIdle();
}

} // namespace transfer
