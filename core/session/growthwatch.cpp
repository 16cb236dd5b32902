// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/growthwatch.h"

#include <array>

namespace session {
namespace {

using metrics::Role;

constexpr std::array gaugedRoles{Role::HeapLive, Role::Rss, Role::Goroutines, Role::Threads,
                                 Role::Descriptors};

} // namespace

GrowthWatch::GrowthWatch()
{
    restart();
}

void GrowthWatch::restart()
{
    m_gauges.clear();
    for (const Role role : gaugedRoles) {
        const bool isBytes = metrics::unitOf(role) == metrics::Unit::Bytes;
        m_gauges.emplace(role,
                         analysis::growthNoise(isBytes ? analysis::Unit::Bytes : analysis::Unit::Pieces));
    }
}

void GrowthWatch::read(const metrics::Reading &reading)
{
    m_gc.read(reading);
    if (m_isExperimenting)
        return;
    const bool isCollected = !reading.has(Role::GcCount) || m_gc.isCollected();
    for (auto &[role, gauge] : m_gauges)
        gauge.add(reading.timeMs, reading.value(role), m_uploads, role != Role::HeapLive || isCollected);
}

void GrowthWatch::addMark(const Mark &mark)
{
    if (mark.kind == MarkKind::ExperimentBegan || mark.kind == MarkKind::ExperimentEnded) {
        m_isExperimenting = mark.kind == MarkKind::ExperimentBegan;
        restart();
    } else if (mark.kind == MarkKind::Restarted && mark.source.isEmpty()) {
        restart(); // another process: what the old one kept is gone
        m_gc = {};
    }
}

void GrowthWatch::addUpload(const transfer::UploadRecord &record)
{
    if (m_accepted.add(record))
        ++m_uploads;
}

analysis::GrowthTrend GrowthWatch::trend(Role role) const
{
    const auto gauge = m_gauges.find(role);
    return gauge == m_gauges.end() ? analysis::GrowthTrend{} : gauge->second.trend();
}

} // namespace session
