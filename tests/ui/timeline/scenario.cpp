// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

#include <algorithm>
#include <cmath>

namespace scenario {
namespace {

using metrics::Role;
using transfer::UploadId;
using transfer::UploadState;

constexpr double mib = 1024.0 * 1024;

bool isWithin(const std::vector<std::pair<int, int>> &spans, int second)
{
    return std::any_of(spans.begin(), spans.end(),
                       [second](const auto &span) { return second >= span.first && second < span.second; });
}

/// A heap that is collected when it has doubled, and keeps `leaked`.
class Server
{
public:
    explicit Server(const Options &options)
        : m_options(options)
    {
    }

    metrics::Reading read(int second, bool isActive)
    {
        m_garbage += isActive ? 2.5 * mib + noise() * 2 * mib : 0.05 * mib;
        const double kept = 14 * mib + m_leaked;
        if (kept + m_garbage > m_goal) {
            m_garbage = 0.4 * mib;
            m_goal = std::max(28 * mib, 1.18 * kept);
            m_collections += 1;
            m_pause += 0.0004 + noise() * 0.001;
            m_longest = std::max(m_longest, 0.0004 + noise() * 0.001);
        }
        m_rss = std::max(m_rss, 24 * mib + 1.08 * (kept + m_garbage));
        metrics::Reading reading;
        reading.timeMs = start + second * 1000LL + 3;
        reading.set(Role::HeapLive, kept + m_garbage);
        reading.set(Role::Rss, m_rss + (isActive ? noise() * 2 * mib : 0));
        reading.set(Role::Threads, 9 + (isActive ? 2 : 0));
        reading.set(Role::Descriptors, 9 + (isActive ? 4 + std::round(noise() * 2) : 0));
        reading.set(Role::DescriptorLimit, 20'000);
        if (m_options.isGo) {
            reading.set(Role::HeapGoal, m_goal);
            reading.set(Role::Goroutines, 7 + (isActive ? 5 + std::round(noise() * 3) : 0));
        }
        reading.set(Role::GcCount, m_collections);
        reading.set(Role::GcPauseTotal, m_pause);
        reading.set(Role::GcPauseMax, m_longest);
        return reading;
    }

    void keep(double bytes) { m_leaked += bytes; }
    double noise()
    {
        m_seed = m_seed * 16807 % 2147483647;
        return static_cast<double>(m_seed) / 2147483647.0;
    }

private:
    const Options &m_options;
    quint64 m_seed = 7;
    double m_leaked = 0;
    double m_garbage = 0;
    double m_goal = 28 * mib;
    double m_rss = 38 * mib;
    double m_collections = 12;
    double m_pause = 0.006;
    double m_longest = 0;
};

} // namespace

metrics::DiscoveryReport report(bool isGo)
{
    metrics::DiscoveryReport found;
    found.sources.append({QUrl(QStringLiteral("http://localhost:8080/metrics")),
                          metrics::Format::PrometheusText,
                          isGo ? metrics::Runtime::Go : metrics::Runtime::Python, QString()});
    return found;
}

void tell(ui::TimelinePanel &panel, const Options &options, const std::function<void(int)> &afterSecond)
{
    panel.setDiscovery(report(options.isGo));
    Server server(options);
    quint64 nextId = 1;
    bool wasActive = false;
    for (int second = 0; second <= options.seconds; ++second) {
        const bool isActive = isWithin(options.bursts, second);
        const qint64 at = start + second * 1000LL;
        if (isActive) {
            session::UploadBatch batch;
            for (int i = 0; i < options.uploadsPerSecond; ++i) {
                transfer::UploadRecord record;
                record.id = UploadId{nextId++};
                record.startedAtMs = at;
                record.finishedAtMs = at + 980;
                record.state = UploadState::Done;
                batch.records.append(record);
                server.keep(options.leakPerUpload);
            }
            panel.setUploads(batch);
        }
        if (isActive || wasActive)
            panel.addActivity({at, isActive ? 290 * mib + server.noise() * 40 * mib : 0, isActive ? 4 : 0});
        wasActive = isActive;
        session::ScrapeTick tick;
        tick.timeMs = at + 3;
        tick.ok = !isWithin(options.gaps, second);
        tick.reading = server.read(second, isActive);
        if (!tick.ok)
            tick.reason = QStringLiteral("connection refused");
        panel.addTick(tick);
        for (const session::Mark &mark : options.marks) {
            if (mark.timeMs > at - 1000 && mark.timeMs <= at)
                panel.addMark(mark);
        }
        if (afterSecond)
            afterSecond(second);
    }
}

} // namespace scenario
