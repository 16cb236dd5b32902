// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/activitylog.h"

#include "core/session/activitybeat.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {
namespace {

/// Collects points into columns.
class Columns
{
public:
    Columns(qint64 fromMs, qint64 toMs, int count)
        : m_fromMs(static_cast<double>(fromMs))
        , m_widthMs(std::max(1.0, static_cast<double>(toMs - fromMs) / std::max(count, 1)))
    {
    }

    void add(qint64 timeMs, double value)
    {
        const auto column
            = static_cast<qint64>(std::floor((static_cast<double>(timeMs) - m_fromMs) / m_widthMs));
        if (m_buckets.empty() || column != m_column) {
            m_buckets.push_back({timeMs, static_cast<float>(value), static_cast<float>(value), value, 1});
            m_column = column;
            return;
        }
        metrics::Bucket &bucket = m_buckets.back();
        bucket.min = std::min(bucket.min, static_cast<float>(value));
        bucket.max = std::max(bucket.max, static_cast<float>(value));
        bucket.sum += value;
        ++bucket.count;
    }

    std::vector<metrics::Bucket> take() { return std::move(m_buckets); }

private:
    double m_fromMs;
    double m_widthMs;
    qint64 m_column = 0;
    std::vector<metrics::Bucket> m_buckets;
};

} // namespace

void ActivityLog::add(const session::Activity &activity)
{
    if (!m_entries.empty() && activity.timeMs < m_entries.back().timeMs)
        return; // the clock was set back; readings are treated the same
    m_entries.push_back(activity);
    if (m_entries.size() > mostEntries)
        m_entries.erase(m_entries.begin(), m_entries.begin() + mostEntries / 10);
}

session::Activity ActivityLog::latest() const
{
    return m_entries.empty() ? session::Activity{} : m_entries.back();
}

ActivityLog::Place ActivityLog::firstFrom(qint64 timeMs) const
{
    return std::partition_point(m_entries.begin(), m_entries.end(),
                                [timeMs](const session::Activity &a) { return a.timeMs < timeMs; });
}

double ActivityLog::at(Value value, qint64 timeMs, qint64 knownSinceMs) const
{
    if (knownSinceMs == 0 || timeMs < knownSinceMs)
        return std::numeric_limits<double>::quiet_NaN();
    const Place after = firstFrom(timeMs + 1);
    const bool isFresh
        = after != m_entries.begin() && timeMs - std::prev(after)->timeMs <= session::activityGapMs;
    return isFresh ? value(*std::prev(after)) : 0;
}

double ActivityLog::mean(Value value, qint64 fromMs, qint64 toMs, qint64 knownSinceMs) const
{
    constexpr auto beatMs = static_cast<double>(session::activityBeatMs);
    if (knownSinceMs == 0 || toMs <= fromMs || fromMs < knownSinceMs)
        return std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (Place entry = firstFrom(fromMs); entry != m_entries.end() && entry->timeMs < toMs; ++entry)
        sum += value(*entry);
    // Entries are a beat apart; where there are none, nothing ran.
    return sum * beatMs / static_cast<double>(toMs - fromMs);
}

std::vector<qint64> ActivityLog::times(qint64 fromMs, qint64 toMs) const
{
    std::vector<qint64> result;
    for (Place entry = firstFrom(fromMs); entry != m_entries.end() && entry->timeMs <= toMs; ++entry)
        result.push_back(entry->timeMs);
    return result;
}

std::vector<metrics::Bucket> ActivityLog::decimated(Value value, qint64 fromMs, qint64 toMs, int columns,
                                                    qint64 knownSinceMs, qint64 nowMs) const
{
    Columns result(fromMs, toMs, columns);
    auto entry = std::partition_point(m_entries.begin(), m_entries.end(),
                                      [&](const session::Activity &a) { return a.timeMs < fromMs; });
    if (entry != m_entries.begin())
        --entry; // one before, so that lines can enter the picture
    const bool hasBefore = entry != m_entries.begin();
    qint64 previous = hasBefore ? 0 : knownSinceMs;
    if (!hasBefore && knownSinceMs > 0 && (entry == m_entries.end() || knownSinceMs < entry->timeMs))
        result.add(knownSinceMs, 0);
    for (; entry != m_entries.end(); ++entry) {
        if (previous > 0 && entry->timeMs - previous > session::activityGapMs) {
            result.add(previous + 1, 0);
            result.add(entry->timeMs - session::activityBeatMs, 0);
        }
        result.add(entry->timeMs, value(*entry));
        previous = entry->timeMs;
        if (entry->timeMs > toMs)
            return result.take();
    }
    if (previous > 0 && nowMs - previous > session::activityGapMs) {
        result.add(previous + 1, 0);
        result.add(nowMs, 0);
    }
    return result.take();
}

} // namespace ui
