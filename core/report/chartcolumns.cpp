// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chartcolumns.h"

#include "core/base/format.h"
#include "core/report/history.h"
#include "core/report/wording.h"
#include "core/session/activitybeat.h"

#include <QCoreApplication>

#include <span>

namespace report {
namespace {

using metrics::Role;
using session::Activity;
using session::SessionSnapshot;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::Chart)
};

constexpr size_t maxColumns = 160;
constexpr qint64 farMs = 2500; ///< What was read longer before or after a moment does not tell of it.

using Histories = std::vector<std::vector<Frame>>; ///< One for each of SessionSnapshot::beside.

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

/// Of moments in the order of their times, the one that is nearest; there is at least one.
template <typename Moments>
typename Moments::const_iterator nearestTo(qint64 timeMs, const Moments &moments)
{
    const auto after = std::lower_bound(moments.begin(), moments.end(), timeMs,
                                        [](const auto &moment, qint64 ms) { return moment.timeMs < ms; });
    const auto before = after == moments.begin() ? after : std::prev(after);
    if (after == moments.end() || timeMs - before->timeMs < after->timeMs - timeMs)
        return before;
    return after;
}

metrics::Bucket readingAt(qint64 timeMs, const std::vector<Frame> &history, Role role, qint64 reach)
{
    if (history.empty())
        return {};
    const auto nearest = nearestTo(timeMs, history);
    return std::abs(nearest->timeMs - timeMs) <= reach ? nearest->at(role) : metrics::Bucket();
}

/// A line for each source that was read then.
void readBeside(const SessionSnapshot &snapshot, const ChartData &data, const Histories &histories,
                ChartColumn &column)
{
    const qint64 reach = std::max(farMs, (data.toMs - data.fromMs) / static_cast<qint64>(maxColumns));
    std::vector<QStringList> readings(histories.size());
    for (qsizetype panel = 0; panel < data.panels.size(); ++panel) {
        for (const ChartLine &line : data.panels[panel].lines) {
            const auto role = roleOf(line);
            if (line.source < 0 || !role)
                continue;
            const auto source = static_cast<size_t>(line.source);
            const metrics::Bucket reading = readingAt(column.timeMs, histories[source], *role, reach);
            if (reading.isGap())
                continue;
            readings[source] << QString(lineName(*role) + QLatin1Char(' ')
                                        + roleValue(*role, reading.mean()));
            column.dots.append({panel, line.style, reading.mean()});
        }
    }
    for (size_t i = 0; i < readings.size(); ++i) {
        if (!readings[i].isEmpty())
            column.beside << labelled(sourceTitle(snapshot.beside[static_cast<qsizetype>(i)].name),
                                      readings[i].join(QStringLiteral(" · ")));
    }
}

void readColumn(std::span<const Frame> frames, const ChartData &data, bool isWatched, ChartColumn &column)
{
    column.timeMs = frames[frames.size() / 2].timeMs;
    for (qsizetype panel = 0; panel < data.panels.size(); ++panel) {
        for (const ChartLine &line : data.panels[panel].lines) {
            const auto role = roleOf(line);
            const bool isServers = role && line.source < 0;
            const metrics::Bucket reading = isServers ? nearMiddle(frames, *role) : metrics::Bucket();
            if (reading.isGap())
                continue;
            column.readings << QString(lineName(*role) + QLatin1Char(' ') + roleValue(*role, reading.mean()));
            column.dots.append({panel, line.style, reading.mean()});
        }
    }
    if (column.readings.isEmpty() && isWatched)
        column.readings << Text::tr("no reading");
}

void readActivity(const QList<Activity> &activity, const ChartData &data, ChartColumn &column)
{
    if (activity.isEmpty())
        return;
    const auto nearest = nearestTo(column.timeMs, activity);
    constexpr qint64 nearMs = session::activityBeatMs + session::activityBeatMs / 2;
    const bool isNear = std::abs(nearest->timeMs - column.timeMs) <= nearMs;
    const double rate = isNear ? nearest->bytesPerSecond : 0;
    if (isNear && nearest->inFlight > 0)
        column.readings << counted(nearest->inFlight, Text::tr("upload"), Text::tr("uploads"));
    column.readings << base::formatRate(rate);
    column.dots.append({data.panels.size() - 1, QStringLiteral("rate"), rate});
}

/// Moments worth pointing at: the scrapes, or without any what else was read, or the seconds of activity.
std::vector<Frame> moments(const SessionSnapshot &snapshot, const Histories &histories)
{
    std::vector<Frame> result = frames(snapshot.series);
    if (result.empty() && !histories.empty())
        result = *std::ranges::max_element(histories, {}, [](const auto &history) { return history.size(); });
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
    Histories histories;
    for (const session::WatchedBeside &beside : snapshot.beside)
        histories.push_back(frames(beside.series));
    const std::vector<Frame> all = moments(snapshot, histories);
    if (all.empty())
        return columns;
    const bool isWatched = !snapshot.series.isEmpty();
    const size_t stride = (all.size() + maxColumns - 1) / maxColumns;
    for (size_t i = 0; i < all.size(); i += stride) {
        ChartColumn column;
        readColumn(std::span(all).subspan(i, std::min(stride, all.size() - i)), data, isWatched, column);
        readBeside(snapshot, data, histories, column);
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
