// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/readingrows.h"

#include "ui/timeline/flagpainter.h"
#include "ui/timeline/timelinedata.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {
namespace {

using base::TimeRange;
using metrics::Bucket;
using metrics::Role;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
/// Rows farther apart than this are buckets of readings, and what was uploaded is summed up for them as well.
constexpr qint64 farthestReadingMs = 5'000;
constexpr std::array roles{Role::HeapLive, Role::Rss, Role::Goroutines, Role::Threads, Role::Descriptors};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::Timeline)
};

using Series = std::array<std::vector<Bucket>, roles.size()>;

Series seriesOf(const TimelineData &timeline, const TimeRange &range)
{
    Series series;
    for (size_t i = 0; i < roles.size(); ++i) {
        series[i] = timeline.series().points(roles[i], range.fromMs, range.toMs);
        std::erase_if(series[i], [&range](const Bucket &point) { return !range.contains(point.timeMs); });
    }
    return series;
}

std::vector<qint64> timesOf(const Series &series)
{
    std::vector<qint64> times;
    for (const std::vector<Bucket> &points : series) {
        for (const Bucket &point : points)
            times.push_back(point.timeMs);
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

/// Ascending rows, without values.
std::vector<ReadingRow> emptyRows(const std::vector<qint64> &times)
{
    std::vector<ReadingRow> rows;
    rows.reserve(times.size());
    for (const qint64 time : times) {
        rows.push_back({time, {}, false, {}});
        rows.back().values.fill(unknown);
    }
    return rows;
}

void addReadings(const TimelineData &timeline, const Series &series, std::vector<ReadingRow> &rows)
{
    for (ReadingRow &row : rows)
        row.isGap = true;
    for (size_t i = 0; i < roles.size(); ++i) {
        auto row = rows.begin();
        for (const Bucket &point : series[i]) {
            row = std::find_if(row, rows.end(),
                               [&point](const ReadingRow &r) { return r.timeMs == point.timeMs; });
            if (point.isGap())
                continue;
            row->values[i] = point.mean();
            row->isGap = false;
        }
    }
    for (ReadingRow &row : rows) {
        if (row.isGap)
            row.remark = Text::tr("no reading: %1").arg(timeline.missReasonAt(row.timeMs));
    }
}

void addActivity(const TimelineData &timeline, std::vector<ReadingRow> &rows)
{
    const ActivityLog &log = timeline.activity();
    for (size_t i = 0; i < rows.size(); ++i) {
        const qint64 atMs = rows[i].timeMs;
        const qint64 untilMs = i + 1 < rows.size() ? rows[i + 1].timeMs : atMs;
        const auto valueOf = [&](ActivityLog::Value value) {
            return untilMs - atMs > farthestReadingMs ? log.mean(value, atMs, untilMs, timeline.firstMs())
                                                      : log.at(value, atMs, timeline.firstMs());
        };
        rows[i].values[static_cast<size_t>(ReadingValue::Rate)] = valueOf(&ActivityLog::rate);
        rows[i].values[static_cast<size_t>(ReadingValue::InFlight)] = valueOf(&ActivityLog::inFlight);
    }
}

void addMarks(const TimelineData &timeline, const TimeRange &range, std::vector<ReadingRow> &rows)
{
    for (const session::Mark &mark : timeline.marks()) {
        if (rows.empty() || !range.contains(mark.timeMs))
            continue;
        auto row = std::partition_point(rows.begin(), rows.end(),
                                        [&mark](const ReadingRow &r) { return r.timeMs <= mark.timeMs; });
        if (row != rows.begin())
            --row;
        row->remark += (row->remark.isEmpty() ? QString() : QStringLiteral("; ")) + flagText(mark);
    }
}

bool isSame(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

} // namespace

bool ReadingRow::isLike(const ReadingRow &other) const
{
    return timeMs == other.timeMs && isGap == other.isGap && remark == other.remark
        && std::equal(values.begin(), values.end(), other.values.begin(), isSame);
}

ReadingRows readingRows(const TimelineData &timeline, const TimeRange &range, size_t most)
{
    const Series series = seriesOf(timeline, range);
    std::vector<qint64> times = timesOf(series);
    const bool isRead = !times.empty();
    if (!isRead)
        times = timeline.activity().times(range.fromMs, range.toMs);
    ReadingRows result;
    result.rows = emptyRows(times);
    if (isRead)
        addReadings(timeline, series, result.rows);
    addActivity(timeline, result.rows);
    addMarks(timeline, range, result.rows);
    std::reverse(result.rows.begin(), result.rows.end());
    if (result.rows.size() > most) {
        result.leftOut = static_cast<qsizetype>(result.rows.size() - most);
        result.rows.resize(most);
    }
    return result;
}

} // namespace ui
