// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chartdata.h"

#include "core/base/format.h"
#include "core/report/chartcolumns.h"
#include "core/report/history.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"
#include "core/session/activitybeat.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace report {
namespace {

using metrics::Bucket;
using metrics::Role;
using session::Activity;
using session::SessionSnapshot;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::Chart)
};

constexpr int maxPoints = 480;
constexpr qsizetype maxBands = 1000;

struct PanelKind
{
    const char *title;
    int height;
    int steps;
    std::vector<Role> roles;
};

const std::vector<PanelKind> &panelKinds()
{
    static const std::vector<PanelKind> kinds{
        {QT_TRANSLATE_NOOP("report::Chart", "Memory"),
         170,
         4,
         {Role::Rss, Role::HeapGoal, Role::HeapLive, Role::AnonymousRss}},
        {QT_TRANSLATE_NOOP("report::Chart", "Goroutines and threads"),
         72,
         2,
         {Role::Goroutines, Role::Threads}},
        {QT_TRANSLATE_NOOP("report::Chart", "Open descriptors"), 60, 2, {Role::Descriptors}},
        {QT_TRANSLATE_NOOP("report::Chart", "Descriptors by kind"),
         84,
         2,
         {Role::Sockets, Role::Pipes, Role::OpenFiles, Role::DeletedFiles}},
        {QT_TRANSLATE_NOOP("report::Chart", "Files on disk"), 60, 2, {Role::DiskFiles}},
        {QT_TRANSLATE_NOOP("report::Chart", "Bytes on disk"), 60, 2, {Role::DiskBytes}},
    };
    return kinds;
}

double largestOf(const std::vector<Bucket> &points)
{
    double largest = 0;
    for (const Bucket &point : points)
        largest = point.isGap() ? largest : std::max(largest, peakOf(point));
    return largest;
}

double lastOf(const std::vector<Bucket> &points)
{
    const auto last
        = std::find_if(points.rbegin(), points.rend(), [](const Bucket &p) { return !p.isGap(); });
    return last == points.rend() ? unknown : last->mean();
}

/// The roles that were read; a panel of which none was is left out.
void addRolePanels(const metrics::SeriesStore &series, const QString &of, qsizetype source, ChartData &data)
{
    for (const PanelKind &kind : panelKinds()) {
        ChartPanel panel;
        panel.title = Text::tr(kind.title);
        panel.height = kind.height;
        double largest = 0;
        bool isBytes = false;
        for (const Role role : kind.roles) {
            if (!series.has(role))
                continue;
            const std::vector<Bucket> points = history(series, role);
            largest = std::max(largest, largestOf(points));
            isBytes = unitOf(role) == metrics::Unit::Bytes;
            panel.lines.append({toKey(role),
                                QString(lineName(role) + QLatin1Char(' ') + roleValue(role, lastOf(points))),
                                reduced(points, maxPoints), source});
        }
        if (panel.lines.isEmpty())
            continue;
        panel.scale = isBytes ? byteScale(largest, kind.steps) : countScale(largest, kind.steps);
        if (panel.lines.size() == 1 && panel.lines.constFirst().style == QLatin1String("threads"))
            panel.title = Text::tr("Threads");
        if (!of.isEmpty())
            panel.title = labelled(of, panel.title);
        data.panels.append(panel);
    }
}

Bucket pointOf(qint64 timeMs, double value)
{
    return {timeMs, static_cast<float>(value), static_cast<float>(value), value, 1};
}

/// Steps, since each moment tells of the second before it. Where nothing was sent nothing was written down: the line
/// rests at zero there.
std::vector<Bucket> ratePoints(const QList<Activity> &activity, qint64 fromMs, qint64 toMs)
{
    std::vector<Bucket> points;
    qint64 previous = fromMs;
    for (const Activity &moment : activity) {
        if (moment.timeMs < previous)
            continue;
        qint64 since = previous;
        if (moment.timeMs - previous > session::activityGapMs) {
            since = moment.timeMs - session::activityBeatMs;
            points.push_back(pointOf(previous, 0));
            points.push_back(pointOf(since, 0));
        }
        const double rate = std::max(0.0, moment.bytesPerSecond);
        points.push_back(pointOf(since, rate));
        points.push_back(pointOf(moment.timeMs, rate));
        previous = moment.timeMs;
    }
    points.push_back(pointOf(previous, 0));
    points.push_back(pointOf(std::max(previous, toMs), 0));
    return points;
}

void addRatePanel(const SessionSnapshot &snapshot, ChartData &data)
{
    const QList<Activity> &activity = snapshot.timeline.activity();
    if (activity.isEmpty())
        return;
    const std::vector<Bucket> points = ratePoints(activity, data.fromMs, data.toMs);
    const double largest = largestOf(points);
    ChartPanel panel;
    panel.title = Text::tr("Upload rate");
    panel.height = 60;
    panel.scale = byteScale(largest, 2, QStringLiteral("/s"));
    panel.lines.append({QStringLiteral("rate"),
                        Text::tr("peak %1", "of the upload rate").arg(base::formatRate(largest)),
                        reduced(points, maxPoints)});
    data.panels.append(panel);
}

void findSpan(const SessionSnapshot &snapshot, ChartData &data)
{
    qint64 from = std::numeric_limits<qint64>::max();
    qint64 to = 0;
    const auto include = [&](qint64 ms) {
        if (ms <= 0)
            return;
        from = std::min(from, ms);
        to = std::max(to, ms);
    };
    include(snapshot.series.firstMs());
    include(snapshot.series.lastMs());
    for (const session::WatchedBeside &beside : snapshot.beside) {
        include(beside.series.firstMs());
        include(beside.series.lastMs());
    }
    for (const session::Band &band : snapshot.timeline.bands()) {
        include(band.fromMs);
        include(band.toMs);
    }
    for (const Activity &moment : snapshot.timeline.activity())
        include(moment.timeMs);
    if (to == 0)
        return;
    data.fromMs = from;
    data.toMs = std::max(to, from + 1000);
}

/// Thousands of bands are closer to each other than a pixel: those are drawn as one.
void addBands(const SessionSnapshot &snapshot, ChartData &data)
{
    const QList<session::Band> &all = snapshot.timeline.bands();
    const qint64 pixel = all.size() > maxBands ? (data.toMs - data.fromMs) / maxBands : 0;
    for (session::Band band : all) {
        if (band.toMs == 0)
            band.toMs = data.toMs;
        if (!data.bands.isEmpty() && band.fromMs - data.bands.constLast().toMs < pixel) {
            data.bands.last().toMs = std::max(data.bands.constLast().toMs, band.toMs);
            data.bands.last().uploads += band.uploads;
        } else {
            data.bands.append(band);
        }
    }
}

void addMarks(const SessionSnapshot &snapshot, ChartData &data)
{
    // Watching begins a moment before its first reading: such marks stand at the picture's edge.
    constexpr qint64 nearby = 5000;
    for (const session::Mark &mark : snapshot.timeline.marks()) {
        if (mark.timeMs >= data.fromMs - nearby && mark.timeMs <= data.toMs + nearby)
            data.marks.append({mark.timeMs, mark.kind, markText(mark)});
    }
    std::stable_sort(data.marks.begin(), data.marks.end(),
                     [](const session::Mark &a, const session::Mark &b) { return a.timeMs < b.timeMs; });
}

} // namespace

std::vector<Bucket> reduced(const std::vector<Bucket> &points, int columns)
{
    if (points.size() <= static_cast<size_t>(columns))
        return points;
    const qint64 from = points.front().timeMs;
    const qint64 span = std::max<qint64>(1, points.back().timeMs - from + 1);
    std::vector<Bucket> result;
    qint64 lastColumn = -1;
    bool hasHole = false; // in this column; one is enough to be seen
    for (const Bucket &point : points) {
        const qint64 column = (point.timeMs - from) * columns / span;
        const bool isNew = column != lastColumn;
        hasHole = hasHole && !isNew;
        if (point.isGap()) {
            if (!hasHole && (result.empty() || !result.back().isGap()))
                result.push_back(point);
            hasHole = true;
        } else if (isNew || result.back().isGap()) {
            result.push_back(point);
        } else {
            Bucket &bucket = result.back();
            bucket.min = std::min(bucket.min, point.min);
            bucket.max = std::max(bucket.max, point.max);
            bucket.sum += point.sum;
            bucket.count += point.count;
        }
        lastColumn = column;
    }
    return result;
}

QString lineName(Role role)
{
    switch (role) {
    case Role::HeapLive:
        return Text::tr("heap", "a line of the chart");
    case Role::HeapGoal:
        return Text::tr("heap goal", "a line of the chart");
    case Role::Goroutines:
        return Text::tr("goroutines", "a line of the chart");
    case Role::Threads:
        return Text::tr("threads", "a line of the chart");
    case Role::Descriptors:
        return Text::tr("files", "a line of the chart");
    case Role::AnonymousRss:
        return Text::tr("anonymous", "a line of the chart");
    case Role::Sockets:
        return Text::tr("sockets", "a line of the chart");
    case Role::Pipes:
        return Text::tr("pipes", "a line of the chart");
    case Role::OpenFiles:
        return Text::tr("open files", "a line of the chart");
    case Role::DeletedFiles:
        return Text::tr("deleted files", "a line of the chart");
    default:
        return roleName(role);
    }
}

ChartData chartData(const SessionSnapshot &snapshot)
{
    ChartData data;
    findSpan(snapshot, data);
    if (data.toMs == 0)
        return data;
    addRolePanels(snapshot.series, {}, -1, data);
    for (qsizetype i = 0; i < snapshot.beside.size(); ++i)
        addRolePanels(snapshot.beside[i].series, sourceTitle(snapshot.beside[i].name), i, data);
    addRatePanel(snapshot, data);
    addBands(snapshot, data);
    addMarks(snapshot, data);
    data.columns = chartColumns(snapshot, data);
    for (const ChartColumn &column : data.columns)
        data.besideRows = std::max(data.besideRows, static_cast<int>(column.beside.size()));
    return data;
}

} // namespace report
