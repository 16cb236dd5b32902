// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/localwatch.h"

#include "core/base/handover.h"

#include <QPointer>

namespace session {

using std::chrono::milliseconds;

namespace {
constexpr milliseconds shortestInterval{100};
constexpr std::chrono::seconds patience{30};
} // namespace

LocalWatch::LocalWatch(base::Clock &clock, LocalProbe probe, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_beat(clock.makeTimer([this] { onBeat(); }))
    , m_probe(std::move(probe))
{
    const LocalSource &source = m_probe.source();
    m_watched.kind = source.isProcess() ? WatchedBeside::Kind::Process : WatchedBeside::Kind::Folder;
    m_watched.name = source.name();
}

LocalWatch::~LocalWatch()
{
    m_reading.request_stop();
}

void LocalWatch::start(milliseconds interval)
{
    m_interval = std::max(interval, shortestInterval);
    m_thread = std::jthread([this](const std::stop_token &ending) { work(ending); });
    m_beat->start(m_interval);
    ask();
}

void LocalWatch::stop()
{
    m_beat->stop();
    m_reading.request_stop();
    m_isReading = false;
    ++m_ticket;
}

void LocalWatch::readNow()
{
    m_reading.request_stop();
    ask();
}

void LocalWatch::onBeat()
{
    m_beat->start(m_interval);
    if (!m_isReading) {
        ask();
        return;
    }
    if (m_clock.now() - m_askedAt < patience || std::exchange(m_isLate, true))
        return;
    miss({base::ErrorKind::Timeout,
          tr("%1 could not be read within %2 s").arg(m_watched.name, QString::number(patience.count())),
          0,
          {}});
}

void LocalWatch::ask()
{
    m_isReading = true;
    m_isLate = false;
    m_askedAt = m_clock.now();
    m_reading = std::stop_source();
    const std::scoped_lock lock(m_mutex);
    m_asked = ++m_ticket;
    m_askedStop = m_reading.get_token();
    m_wake.notify_one();
}

/// In the thread.
void LocalWatch::work(const std::stop_token &ending)
{
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, ending, [this] { return m_asked != 0; })) {
        const quint64 ticket = std::exchange(m_asked, 0);
        const std::stop_token stop = m_askedStop;
        lock.unlock();
        base::post(this, [this, ticket, result = m_probe.read(stop)] { take(ticket, result); });
        lock.lock();
    }
}

void LocalWatch::take(quint64 ticket, const base::Result<metrics::Reading> &result)
{
    if (ticket != m_ticket || !m_isReading)
        return;
    m_isReading = false;
    if (!result) {
        miss(result.error());
        return;
    }
    metrics::Reading reading = *result;
    reading.timeMs = stamp();
    m_watched.series.append(reading);
    ++m_watched.readings;
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(m_clock.now() - m_askedAt);
    if (std::exchange(m_isLost, false)
        && !mark(reading.timeMs, MarkKind::Recovered, tr("%1 can be read again").arg(m_watched.name)))
        return;
    Q_EMIT read(reading, took);
}

void LocalWatch::miss(const base::Error &reason)
{
    const qint64 timeMs = stamp();
    m_watched.series.appendGap(timeMs);
    ++m_watched.missed;
    m_watched.lastMissReason = reason.message;
    if (!std::exchange(m_isLost, true) && !mark(timeMs, MarkKind::Lost, reason.message))
        return;
    Q_EMIT missed(timeMs, reason.message);
}

/// False if a receiver destroyed this.
bool LocalWatch::mark(qint64 timeMs, MarkKind kind, const QString &text)
{
    const QPointer<LocalWatch> self(this);
    Q_EMIT marked({timeMs, kind, text, m_watched.name});
    return !self.isNull();
}

/// History must not run backwards when the clock is set.
qint64 LocalWatch::stamp() const
{
    return std::max(base::toUnixMs(m_clock.wallNow()), m_watched.series.lastMs());
}

} // namespace session
