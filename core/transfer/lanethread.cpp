// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/lanethread.h"

#include "core/base/handover.h"
#include "core/net/curlaccessmanager.h"
#include "core/transfer/serverguard.h"
#include "core/transfer/uploadlane.h"

namespace transfer {
namespace {

using namespace std::chrono_literals;

constexpr auto batchInterval = 10ms;

} // namespace

// Its parts are made by the first call, which comes in their thread.
class LaneThread::Worker final : public QObject
{
public:
    Worker(UploadLine &line, LaneThread &owner)
        : m_line(line)
        , m_owner(owner)
    {
    }

    void pump()
    {
        if (!m_manager)
            open();
        m_lane->pump();
    }
    void cancel(Ticket ticket)
    {
        if (m_lane)
            m_lane->cancel(ticket);
    }

    void giveUp(Ticket ticket, Remains remains, const Farewell &farewell)
    {
        if (!m_lane)
            return;
        if (!m_batch.empty()) // it may be in there, and over: that is heard of before `farewell` ends
            send();
        m_lane->giveUp(ticket, remains, farewell);
    }

private:
    void open()
    {
        m_manager = std::make_unique<net::CurlAccessManager>();
        m_timer = m_clock.makeTimer([this] { send(); });
        m_lane = std::make_unique<UploadLane>(m_line, *m_manager, m_clock);
        connect(m_lane.get(), &UploadLane::happened, this, &Worker::collect);
    }
    void collect(const AttemptEvent &event)
    {
        const bool isUrgent
            = event.kind == AttemptEvent::Kind::Ended && ServerGuard::isStrain(event.outcome->error);
        if (isUrgent) {
            m_timer->start(0ms);
        } else if (m_batch.empty()) {
            const auto since = std::chrono::floor<std::chrono::milliseconds>(m_clock.now() - m_sentAt);
            m_timer->start(std::clamp(batchInterval - since, 0ms, batchInterval));
        }
        m_batch.push_back(event);
    }
    void send()
    {
        m_sentAt = m_clock.now();
        base::post(&m_owner,
                   [&owner = m_owner, batch = std::exchange(m_batch, {})] { Q_EMIT owner.happened(batch); });
    }

    UploadLine &m_line;
    LaneThread &m_owner;
    base::SystemClock m_clock;
    std::unique_ptr<net::CurlAccessManager> m_manager;
    std::unique_ptr<UploadLane> m_lane;
    std::unique_ptr<base::ClockTimer> m_timer;
    std::vector<AttemptEvent> m_batch;
    base::Steady m_sentAt;
};

LaneThread::LaneThread(UploadLine &line)
    : m_worker(new Worker(line, *this))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("upload lane"));
    m_thread.start();
}

LaneThread::~LaneThread()
{
    m_thread.quit();
    m_thread.wait();
}

void LaneThread::pump()
{
    base::post(m_worker, [worker = m_worker] { worker->pump(); });
}

void LaneThread::cancel(Ticket ticket)
{
    base::post(m_worker, [worker = m_worker, ticket] { worker->cancel(ticket); });
}

void LaneThread::giveUp(Ticket ticket, Remains remains, const Farewell &farewell)
{
    base::post(m_worker,
               [worker = m_worker, ticket, remains, farewell] { worker->giveUp(ticket, remains, farewell); });
}

} // namespace transfer
