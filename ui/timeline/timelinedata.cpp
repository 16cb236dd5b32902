// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinedata.h"

#include "core/session/sessionrange.h"

#include <algorithm>
#include <limits>

namespace ui {
namespace {

using metrics::Role;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

} // namespace

void TimelineData::clear()
{
    m_series.clear();
    m_activity.clear();
    m_bands.clear();
    m_marks.clear();
    m_missReason.clear();
    m_misses.clear();
    m_growth = {};
    m_firstMs = 0;
    m_nowMs = 0;
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
        m_growth.read(tick.reading);
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

qint64 TimelineData::uploadsAccepted(const base::TimeRange &range) const
{
    return m_growth.accepted().within(range);
}

bool TimelineData::isRestarted(qint64 afterMs, qint64 untilMs) const
{
    return session::isRestarted(m_marks, {}, afterMs, untilMs);
}

bool TimelineData::isExperimented(qint64 afterMs, qint64 untilMs) const
{
    return session::isExperimented(m_marks, afterMs, untilMs);
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
    m_growth.addMark(mark);
}

void TimelineData::addUploads(const session::UploadBatch &batch)
{
    for (const transfer::UploadRecord &record : batch.records) {
        m_bands.add(record);
        m_growth.addUpload(record);
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

} // namespace ui
