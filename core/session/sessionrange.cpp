// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sessionrange.h"

#include <algorithm>

namespace session {

using base::TimeRange;
using transfer::UploadRecord;
using transfer::UploadState;

namespace {

struct Counted
{
    qint64 readings = 0;
    qint64 holes = 0;
};

/// Every reading has at least one value, so the role that was read most often tells how many there were.
Counted countedIn(const metrics::SeriesStore &series, const TimeRange &range)
{
    Counted result;
    for (const metrics::Role role : metrics::allRoles()) {
        Counted counted;
        for (const metrics::Bucket &bucket : series.points(role, range.fromMs, range.toMs)) {
            if (bucket.timeMs > range.toMs || (bucket.timeMs < range.fromMs && !bucket.isGap()))
                continue; // beside it, but for a hole in which it begins
            counted.readings += bucket.count;
            counted.holes += bucket.isGap() ? 1 : 0;
        }
        const bool isHoleOnly = result.readings == 0 && counted.holes > result.holes;
        if (counted.readings > result.readings || isHoleOnly)
            result = counted;
    }
    return result;
}

QList<UploadRecord> uploadsIn(const QList<UploadRecord> &uploads, const TimeRange &range)
{
    QList<UploadRecord> kept;
    std::copy_if(uploads.begin(), uploads.end(), std::back_inserter(kept),
                 [&range](const UploadRecord &record) { return ranWithin(record, range); });
    return kept;
}

transfer::QueueTotals totalsOf(const QList<UploadRecord> &uploads)
{
    transfer::QueueTotals totals;
    for (const UploadRecord &record : uploads) {
        const bool isOver = transfer::isFinished(record.state);
        const qint64 size = std::max<qint64>(record.bytes, 0);
        ++totals.files;
        totals.waiting += record.state == UploadState::Waiting ? 1 : 0;
        totals.paused += record.state == UploadState::Paused ? 1 : 0;
        totals.running += transfer::isRunning(record.state) ? 1 : 0;
        totals.done += record.state == UploadState::Done ? 1 : 0;
        totals.failed += record.state == UploadState::Failed ? 1 : 0;
        totals.cancelled += record.state == UploadState::Cancelled ? 1 : 0;
        totals.interrupted += record.isInterrupted() ? 1 : 0;
        totals.bytes += size;
        totals.bytesDone += isOver ? size : record.bytesSent;
    }
    return totals;
}

qint64 begunIn(const QList<UploadRecord> &uploads, const TimeRange &span)
{
    return std::count_if(uploads.begin(), uploads.end(),
                         [&span](const UploadRecord &record) { return span.contains(record.startedAtMs); });
}

Timeline timelineIn(const Timeline &whole, const TimeRange &range, const QList<UploadRecord> &uploads)
{
    QList<Mark> marks;
    QList<Band> bands;
    QList<Activity> activity;
    const auto isWithin = [&range](const auto &moment) { return range.contains(moment.timeMs); };
    std::copy_if(whole.marks().begin(), whole.marks().end(), std::back_inserter(marks), isWithin);
    std::copy_if(whole.activity().begin(), whole.activity().end(), std::back_inserter(activity), isWithin);
    for (const Band &band : whole.bands()) {
        const qint64 endMs = band.toMs == 0 ? range.toMs : band.toMs; // 0: it lasts
        if (!range.touches(band.fromMs, endMs))
            continue;
        const TimeRange cut{std::max(band.fromMs, range.fromMs), std::min(endMs, range.toMs)};
        const bool isWhole = cut.fromMs == band.fromMs && cut.toMs == endMs;
        // Something ran in it, or there would be no band.
        const qint64 begun = isWhole ? band.uploads : std::max<qint64>(1, begunIn(uploads, cut));
        bands.append({cut.fromMs, cut.toMs, begun});
    }
    return Timeline(marks, bands, activity);
}

WatchedBeside besideIn(const WatchedBeside &whole, const TimeRange &range)
{
    WatchedBeside part = whole;
    part.series = whole.series.part(range.fromMs, range.toMs);
    const Counted counted = countedIn(whole.series, range);
    part.readings = counted.readings;
    part.missed = counted.holes;
    if (part.missed == 0)
        part.lastMissReason.clear();
    return part;
}

} // namespace

bool ranWithin(const UploadRecord &record, const TimeRange &range)
{
    if (record.startedAtMs == 0)
        return false;
    if (transfer::isRunning(record.state))
        return record.startedAtMs <= range.toMs;
    return range.touches(record.startedAtMs, std::max(record.finishedAtMs, record.startedAtMs));
}

SessionSnapshot partOf(const SessionSnapshot &snapshot, const TimeRange &wanted)
{
    const TimeRange whole = TimeRange::between(snapshot.startedAtMs, snapshot.finishedAtMs);
    const TimeRange range{std::clamp(wanted.fromMs, whole.fromMs, whole.toMs),
                          std::clamp(wanted.toMs, whole.fromMs, whole.toMs)};
    SessionSnapshot part = snapshot;
    part.partOf = whole;
    part.startedAtMs = range.fromMs;
    part.finishedAtMs = range.toMs;
    part.uploads = uploadsIn(snapshot.uploads, range);
    part.totals = totalsOf(part.uploads);
    part.timeline = timelineIn(snapshot.timeline, range, part.uploads);

    part.series = snapshot.series.part(range.fromMs, range.toMs);
    const Counted counted = countedIn(snapshot.series, range);
    part.scrapesOk = counted.readings;
    part.scrapesMissed = counted.holes;
    if (part.scrapesMissed == 0)
        part.lastMissReason.clear();
    for (WatchedBeside &beside : part.beside)
        beside = besideIn(beside, range);

    part.alerts.removeIf([&](const Alert &alert) {
        return !range.touches(alert.raisedAtMs, alert.clearedAtMs ? alert.clearedAtMs : range.toMs);
    });
    return part;
}

bool isRestarted(const QList<Mark> &marks, const QString &source, qint64 afterMs, qint64 untilMs)
{
    return std::ranges::any_of(marks, [&](const Mark &mark) {
        return mark.kind == MarkKind::Restarted && mark.source == source && mark.timeMs > afterMs
            && mark.timeMs <= untilMs;
    });
}

bool isExperimented(const QList<Mark> &marks, qint64 afterMs, qint64 untilMs)
{
    bool isUnderWay = false;
    for (const Mark &mark : marks) {
        if (mark.kind != MarkKind::ExperimentBegan && mark.kind != MarkKind::ExperimentEnded)
            continue;
        if (mark.timeMs > untilMs)
            break;
        if (mark.timeMs > afterMs)
            return true;
        isUnderWay = mark.kind == MarkKind::ExperimentBegan;
    }
    return isUnderWay;
}

} // namespace session
