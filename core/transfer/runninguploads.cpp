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

void RunningUploads::add(UploadId id, base::Steady begun)
{
    if (m_runs.empty()) {
        m_meter.restart();
        m_moved = 0;
    }
    m_runs.emplace(id.value, Run{{}, 0, 0, begun, m_clock.now()});
}

std::optional<RunningUploads::Run> RunningUploads::take(UploadId id)
{
    auto node = m_runs.extract(id.value);
    if (node.empty())
        return {};
    return std::move(node.mapped());
}

RunningUploads::Run *RunningUploads::find(UploadId id)
{
    const auto run = m_runs.find(id.value);
    return run == m_runs.end() ? nullptr : &run->second;
}

void RunningUploads::skipTo(Run &run, qint64 bytes)
{
    if (bytes <= run.sent)
        return;
    run.skipped += bytes - run.sent;
    run.sent = bytes;
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
    for (auto &[id, run] : m_runs) {
        if (now - run.lastShown < staleAfter)
            continue;
        run.lastShown = now;
        stale.append({UploadId{id}, run.meter.rate(now)});
    }
    return stale;
}

double RunningUploads::meanRateOf(const Run &run, base::Steady end)
{
    const std::chrono::duration<double> took = end - run.begin;
    return took.count() > 0 ? static_cast<double>(run.sent - run.skipped) / took.count() : 0;
}

int RunningUploads::countBegunBefore(base::Steady time) const
{
    return static_cast<int>(
        std::ranges::count_if(m_runs, [time](const auto &run) { return run.second.begin < time; }));
}

} // namespace transfer
