// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chartcolumns.h"

#include "core/base/format.h"
#include "core/report/history.h"
#include "core/report/wording.h"

#include <span>

namespace report {
namespace {

using metrics::Role;
using session::Activity;
using session::SessionSnapshot;

constexpr size_t maxColumns = 160;

std::optional<Role> roleOf(const ChartLine &line)
{
    for (const Role role : metrics::allRoles()) {
        if (toKey(role) == line.style)
            return role;
    }
    return std::nullopt;
}

/// What was read at or near the middle of these frames: a reading, so that counts stay whole.
metrics::Bucket nearMiddle(std::span<const Frame> frames, Role role)
{
    const metrics::Bucket &middle = frames[frames.size() / 2].at(role);
    if (!middle.isGap())
        return middle;
    const auto any
        = std::find_if(frames.begin(), frames.end(), [role](const Frame &f) { return !f.at(role).isGap(); });
    return any == frames.end() ? middle : any->at(role);
}

void readColumn(std::span<const Frame> frames, const ChartData &data, bool isWatched, ChartColumn &column)
{
    column.timeMs = frames[frames.size() / 2].timeMs;
    for (qsizetype panel = 0; panel < data.panels.size(); ++panel) {
        for (const ChartLine &line : data.panels[panel].lines) {
            const auto role = roleOf(line);
            const metrics::Bucket reading = role ? nearMiddle(frames, *role) : metrics::Bucket();
            if (reading.isGap())
                continue;
            column.readings << QString(lineName(*role) + QLatin1Char(' ') + roleValue(*role, reading.mean()));
            column.dots.append({panel, line.style, reading.mean()});
        }
    }
    if (column.readings.isEmpty() && isWatched)
        column.readings << QStringLiteral("no reading");
}

void readActivity(const QList<Activity> &activity, const ChartData &data, ChartColumn &column)
{
    if (activity.isEmpty())
        return;
    const auto after = std::lower_bound(activity.begin(), activity.end(), column.timeMs,
                                        [](const Activity &a, qint64 ms) { return a.timeMs < ms; });
    auto nearest = after == activity.end() ? std::prev(after) : after;
    if (nearest != activity.begin()
        && column.timeMs - std::prev(nearest)->timeMs < nearest->timeMs - column.timeMs)
        nearest = std::prev(nearest);
    const bool isNear = std::abs(nearest->timeMs - column.timeMs) <= activityBeatMs + activityBeatMs / 2;
    const double rate = isNear ? nearest->bytesPerSecond : 0;
    if (isNear && nearest->inFlight > 0)
        column.readings << counted(nearest->inFlight, QStringLiteral("upload"), QStringLiteral("uploads"));
    column.readings << base::formatRate(rate);
    column.dots.append({data.panels.size() - 1, QStringLiteral("rate"), rate});
}

/// Moments worth pointing at: the scrapes, or without any the seconds of activity.
std::vector<Frame> moments(const SessionSnapshot &snapshot)
{
    std::vector<Frame> result = frames(snapshot.series);
    if (result.empty()) {
        for (const Activity &moment : snapshot.timeline.activity())
            result.push_back(Frame{moment.timeMs, {}});
    }
    return result;
}

} // namespace

QList<ChartColumn> chartColumns(const SessionSnapshot &snapshot, const ChartData &data)
{
    QList<ChartColumn> columns;
    const std::vector<Frame> all = moments(snapshot);
    if (all.empty())
        return columns;
    const bool isWatched = !snapshot.series.isEmpty();
    const size_t stride = (all.size() + maxColumns - 1) / maxColumns;
    for (size_t i = 0; i < all.size(); i += stride) {
        ChartColumn column;
        readColumn(std::span(all).subspan(i, std::min(stride, all.size() - i)), data, isWatched, column);
        readActivity(snapshot.timeline.activity(), data, column);
        columns.append(column);
    }
    columns.first().fromMs = data.fromMs;
    columns.last().toMs = data.toMs;
    for (qsizetype i = 1; i < columns.size(); ++i) {
        const qint64 border = (columns[i - 1].timeMs + columns[i].timeMs) / 2;
        columns[i - 1].toMs = border;
        columns[i].fromMs = border;
    }
    return columns;
}

} // namespace report
