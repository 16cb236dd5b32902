// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/loadlane.h"

#include "core/net/curlaccessmanager.h"
#include "core/transfer/loadrequest.h"
#include "core/transfer/loadresult.h"

#include <cmath>

namespace transfer {
namespace {

using base::ErrorKind;
using namespace std::chrono_literals;

constexpr qint64 progressEveryMs = 100;
constexpr auto lagLooks = 10ms;

/// How many of a load are due before its time is over.
int dueOf(const LoadPlan &plan)
{
    if (plan.noneAfter == 0ms)
        return plan.uploads;
    const double inTime = std::ceil(plan.perSecond * std::chrono::duration<double>(plan.noneAfter).count());
    return static_cast<int>(std::min<double>(plan.uploads, inTime));
}

} // namespace

LoadWork::LoadWork(LoadPlan plan)
    : form(std::move(plan))
{
    const LoadPlan &made = form.plan();
    if (made.perSecond > 0)
        tally = std::make_shared<ArrivalTally>(made.perSecond, dueOf(made));
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

void LoadLane::run(std::shared_ptr<LoadWork> work, const Share &share)
{
    Q_ASSERT_X(!m_work, "LoadLane::run", "still running");
    m_manager = std::make_unique<net::CurlAccessManager>();
    m_work = std::move(work);
    m_result = {};
    m_isCancelled = false;
    m_unreported = 0;
    m_unreportedBytes = 0;
    m_resting = 0;
    m_sinceBegin.start();
    m_sinceProgress.start();
    m_sinceLook.start();
    m_lagTimer.start();
    m_open.reset();
    if (m_work->tally) {
        openLoop(share);
    } else {
        for (int i = 0; i < share.connections; ++i)
            startNext();
    }
    finishIfIdle();
}

void LoadLane::openLoop(const Share &share)
{
    const LoadPlan &plan = m_work->form.plan();
    const OpenLoop::Plan mine{
        .share = {.perSecond = plan.perSecond, .count = dueOf(plan), .first = share.index, .step = share.of},
        .connections = share.connections,
        .noneAfter = plan.noneAfter};
    m_open = std::make_unique<OpenLoop>(
        m_clock, mine, m_work->tally,
        OpenLoop::Hooks{.begin
                        = [this](int number, std::chrono::microseconds delay) { begin(number, delay); },
                        .timeOver = [this] { finishIfIdle(); }});
    m_open->start();
}

void LoadLane::startNext()
{
    const LoadPlan &plan = m_work->form.plan();
    const bool isOver
        = plan.noneAfter > 0ms && std::chrono::milliseconds(m_sinceBegin.elapsed()) >= plan.noneAfter;
    if (m_isCancelled || isOver)
        return;
    const int index = m_work->taken.fetch_add(1, std::memory_order_relaxed);
    if (index < plan.uploads)
        begin(index, {});
}

void LoadLane::begin(int index, const std::optional<std::chrono::microseconds> &delay)
{
    auto *request = new LoadRequest(*m_manager, this);
    m_running.insert(request);
    connect(request, &LoadRequest::finished, this,
            [this, request, delay](const LoadRequest::Outcome &outcome) {
                record(m_result, outcome, delay);
                m_running.erase(request);
                request->deleteLater();
                ++m_unreported;
                m_unreportedBytes += outcome.bytes;
                if (m_open)
                    m_open->ended();
                else
                    goOn(outcome.error.kind);
                reportProgress();
                finishIfIdle();
            });
    const LoadForm &form = m_work->form;
    request->start(form, form.plan().first + static_cast<quint64>(index));
}

void LoadLane::goOn(ErrorKind endedBy)
{
    ++m_resting;
    if (m_work->form.plan().endsStalled && endedBy == ErrorKind::Stalled)
        return;
    for (int free = std::exchange(m_resting, 0); free > 0; --free)
        startNext();
}

// A timer that is late is started anew from when it fires, so what is late is counted once.
void LoadLane::measureLag()
{
    const auto late = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::nanoseconds(m_sinceLook.nsecsElapsed()) - lagLooks);
    m_result.lag.record(late.count());
    m_sinceLook.restart();
    m_lagTimer.start();
    reportProgress(); // uploads that hang are news, too
}

void LoadLane::reportProgress()
{
    if (!isIdle() && m_sinceProgress.elapsed() < progressEveryMs)
        return;
    m_sinceProgress.restart();
    Q_EMIT progressed(std::exchange(m_unreported, 0), std::exchange(m_unreportedBytes, 0),
                      static_cast<int>(m_running.size()));
}

bool LoadLane::isIdle() const
{
    return m_running.empty() && (!m_open || m_open->isOver());
}

void LoadLane::finishIfIdle()
{
    if (!m_work || !isIdle())
        return;
    m_lagTimer.stop();
    if (m_open)
        m_open->stop();
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
    if (m_open)
        m_open->stop();
    qDeleteAll(std::exchange(m_running, {}));
    finishIfIdle();
}

} // namespace transfer
