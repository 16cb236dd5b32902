// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/runninguploads.h"

#include <algorithm>

namespace transfer {
namespace {

using namespace std::chrono_literals;

constexpr auto shownInterval = 100ms;
constexpr auto staleAfter = 500ms;

} // namespace

RunningUploads::RunningUploads(base::Clock &clock)
    : m_clock(clock)
{
}

RunningUploads::Run &RunningUploads::add(UploadId id, Job job)
{
    if (m_runs.empty()) {
        m_meter.restart();
        m_moved = 0;
    }
    const base::Steady now = m_clock.now();
    m_runs.push_back(std::make_unique<Run>(Run{id, std::move(job), {}, 0, now, now}));
    return *m_runs.back();
}

std::unique_ptr<RunningUploads::Run> RunningUploads::take(UploadId id)
{
    const auto found
        = std::find_if(m_runs.begin(), m_runs.end(), [id](const auto &run) { return run->id == id; });
    if (found == m_runs.end())
        return {};
    std::swap(*found, m_runs.back());
    std::unique_ptr<Run> run = std::move(m_runs.back());
    m_runs.pop_back();
    run->job->disconnect();
    run->job->cancel();
    return run;
}

bool RunningUploads::advance(Run &run, qint64 sent)
{
    const base::Steady now = m_clock.now();
    m_moved += sent - run.sent;
    run.sent = sent;
    run.meter.add(now, sent);
    m_meter.add(now, m_moved);
    if (now - run.lastShown < shownInterval)
        return false;
    run.lastShown = now;
    return true;
}

QList<RunningUploads::Rate> RunningUploads::takeStale()
{
    const base::Steady now = m_clock.now();
    QList<Rate> stale;
    for (const auto &run : m_runs) {
        if (now - run->lastShown < staleAfter)
            continue;
        run->lastShown = now;
        stale.append({run->id, run->meter.rate(now)});
    }
    return stale;
}

double RunningUploads::meanRateOf(const Run &run) const
{
    const std::chrono::duration<double> took = m_clock.now() - run.begin;
    return took.count() > 0 ? static_cast<double>(run.sent) / took.count() : 0;
}

} // namespace transfer
