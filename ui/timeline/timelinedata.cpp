// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinedata.h"

#include "core/session/sessionrange.h"

#include <algorithm>
#include <limits>

namespace ui {
namespace {

using metrics::Role;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::array gaugedRoles{Role::HeapLive, Role::Rss, Role::Goroutines, Role::Threads,
                                 Role::Descriptors};

} // namespace

TimelineData::TimelineData()
{
    clear();
}

void TimelineData::clear()
{
    m_series.clear();
    m_activity.clear();
    m_bands.clear();
    m_marks.clear();
    m_missReason.clear();
    m_misses.clear();
    m_accepted.clear();
    m_firstMs = 0;
    m_nowMs = 0;
    m_finished = 0;
    restartGauges();
}

void TimelineData::restartGauges()
{
    m_gauges.clear();
    for (const Role role : gaugedRoles) {
        const bool isBytes = metrics::unitOf(role) == metrics::Unit::Bytes;
        m_gauges.emplace(role,
                         analysis::growthNoise(isBytes ? analysis::Unit::Bytes : analysis::Unit::Pieces));
    }
    m_gc = {};
}

void TimelineData::sawMoment(qint64 timeMs)
{
    if (m_firstMs == 0)
        m_firstMs = timeMs;
    m_nowMs = std::max(m_nowMs, timeMs);
}

void TimelineData::addTick(const session::ScrapeTick &tick)
{
    sawMoment(tick.timeMs);
    if (!tick.ok && (m_missReason.isEmpty() || m_missReason != tick.reason))
        addMiss(tick.timeMs, tick.reason);
    m_missReason = tick.ok ? QString() : tick.reason;
    if (!tick.ok)
        m_series.appendGap(tick.timeMs);
    else if (m_series.append(tick.reading))
        follow(tick.reading);
}

void TimelineData::addMiss(qint64 timeMs, const QString &reason)
{
    m_misses.push_back({timeMs, reason});
    if (m_misses.size() > mostMisses)
        m_misses.erase(m_misses.begin(), m_misses.begin() + mostMisses / 10);
}

QString TimelineData::missReasonAt(qint64 timeMs) const
{
    const auto after = std::partition_point(m_misses.begin(), m_misses.end(),
                                            [timeMs](const Miss &miss) { return miss.sinceMs <= timeMs; });
    return after == m_misses.begin() ? QString() : std::prev(after)->reason;
}

void TimelineData::addAccepted(const transfer::UploadRecord &record)
{
    // They end about in the order in which they are told, so this is hardly ever far from the end. What is done stays as it
    // is: told again, it is found here.
    const Accepted accepted{std::max(record.finishedAtMs, record.startedAtMs), record.id};
    const auto place = std::ranges::lower_bound(m_accepted, accepted);
    if (place == m_accepted.end() || *place != accepted)
        m_accepted.insert(place, accepted);
    if (m_accepted.size() > mostAccepted)
        m_accepted.erase(m_accepted.begin(), m_accepted.begin() + mostAccepted / 10);
}

qint64 TimelineData::uploadsAccepted(const base::TimeRange &range) const
{
    const auto from = std::ranges::lower_bound(m_accepted, range.fromMs, {}, &Accepted::timeMs);
    const auto to = std::ranges::upper_bound(m_accepted, range.toMs, {}, &Accepted::timeMs);
    return std::max<qint64>(0, to - from);
}

bool TimelineData::isRestarted(qint64 afterMs, qint64 untilMs) const
{
    return session::isRestarted(m_marks, {}, afterMs, untilMs);
}

void TimelineData::follow(const metrics::Reading &reading)
{
    m_gc.read(reading);
    // Without a counter nobody knows when the heap was collected; then each reading counts.
    const bool isCollected = !reading.has(Role::GcCount) || m_gc.isCollected();
    for (auto &[role, gauge] : m_gauges)
        gauge.add(reading.timeMs, reading.value(role), m_finished, role != Role::HeapLive || isCollected);
}

void TimelineData::addActivity(const session::Activity &activity)
{
    sawMoment(activity.timeMs);
    m_activity.add(activity);
}

void TimelineData::addMark(const session::Mark &mark)
{
    sawMoment(mark.timeMs);
    m_marks.append(mark);
    if (m_marks.size() > mostMarks)
        m_marks.removeFirst();
    if (mark.kind == session::MarkKind::Restarted && mark.source.isEmpty())
        restartGauges(); // another process: what the old one kept is gone
}

void TimelineData::addUploads(const session::UploadBatch &batch)
{
    for (const transfer::UploadRecord &record : batch.records) {
        if (m_bands.add(record))
            ++m_finished;
        // By itself: what was cancelled may turn out to be done.
        if (record.state == transfer::UploadState::Done)
            addAccepted(record);
        if (record.startedAtMs > 0)
            sawMoment(std::max(record.startedAtMs, record.finishedAtMs));
    }
}

std::vector<metrics::Bucket> TimelineData::activityPoints(ActivityLog::Value value, qint64 fromMs,
                                                          qint64 toMs, int columns) const
{
    return m_activity.decimated(value, fromMs, toMs, columns, m_firstMs, m_nowMs);
}

std::vector<qint64> TimelineData::gcMoments(qint64 fromMs, qint64 toMs, int columns) const
{
    std::vector<qint64> moments;
    double before = unknown;
    for (const metrics::Bucket &bucket : m_series.decimated(Role::GcCount, fromMs, toMs, columns)) {
        if (bucket.isGap())
            continue;
        if (static_cast<double>(bucket.max) > before)
            moments.push_back(bucket.timeMs);
        before = static_cast<double>(bucket.max);
    }
    return moments;
}

analysis::GrowthTrend TimelineData::trend(Role role) const
{
    const auto gauge = m_gauges.find(role);
    return gauge == m_gauges.end() ? analysis::GrowthTrend{} : gauge->second.trend();
}

} // namespace ui
