// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/activitymeter.h"

#include "core/session/activitybeat.h"
#include "core/transfer/uploadqueue.h"

#include <algorithm>

namespace session {

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::milliseconds interval{activityBeatMs};
constexpr auto shortestInterval = 100ms;
} // namespace

ActivityMeter::ActivityMeter(const transfer::UploadQueue &queue, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_clock(clock)
    , m_tick(clock.makeTimer([this] { measure(); }))
{
}

void ActivityMeter::began(transfer::UploadId id)
{
    m_running.insert(id);
    mind();
}

void ActivityMeter::loaded(const transfer::LoadTraffic &traffic)
{
    if (traffic == m_load)
        return;
    // Short loads come and go between two calls, and are told of only when none is under way.
    if (traffic.bytes > m_load.bytes)
        m_mostRunning = std::max<qsizetype>(m_mostRunning, 1);
    m_load = traffic;
    mind();
}

void ActivityMeter::loadEnded()
{
    m_bytesEnded += static_cast<double>(std::exchange(m_load, {}).bytes);
}

void ActivityMeter::mind()
{
    m_mostRunning = std::max(m_mostRunning, running());
    if (m_tick->isActive())
        return;
    m_since = m_clock.now();
    m_tick->start(interval);
}

void ActivityMeter::ended(transfer::UploadId id)
{
    m_running.remove(id);
    if (const transfer::UploadRecord *record = m_queue.find(id))
        m_bytesEnded += static_cast<double>(record->bytesSent);
}

void ActivityMeter::hurry()
{
    const base::Steady now = m_clock.now();
    if (m_mostRunning > 0 && now > m_since && now - m_reportedAt >= shortestInterval)
        measure();
}

double ActivityMeter::bytesSent() const
{
    double bytes = m_bytesEnded + static_cast<double>(m_load.bytes);
    for (const transfer::UploadId id : m_running) {
        if (const transfer::UploadRecord *record = m_queue.find(id))
            bytes += static_cast<double>(record->bytesSent);
    }
    return bytes;
}

void ActivityMeter::measure()
{
    const base::Steady now = m_clock.now();
    const double seconds = std::chrono::duration<double>(now - m_since).count();
    const double bytes = bytesSent();
    const Activity activity{base::toUnixMs(m_clock.wallNow()),
                            std::max(bytes - m_bytesReported, 0.0) / seconds,
                            static_cast<int>(m_mostRunning)};
    m_since = m_reportedAt = now;
    m_bytesReported = bytes;
    if (m_mostRunning > 0)
        m_tick->start(interval);
    m_mostRunning = running();
    Q_EMIT measured(activity);
}

} // namespace session
