// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/summary.h"

#include "core/analysis/uploadgrowth.h"
#include "core/report/failurewording.h"
#include "core/report/history.h"
#include "core/session/sessionrange.h"

#include <cmath>

namespace report {
namespace {

using metrics::Bucket;
using session::SessionSnapshot;
using transfer::UploadRecord;
using transfer::UploadState;

void countUploads(const SessionSnapshot &snapshot, Summary &summary)
{
    for (const UploadRecord &record : snapshot.uploads) {
        ++summary.files;
        summary.bytesSent += record.bytesSent;
        switch (record.state) {
        case UploadState::Done:
            ++summary.done;
            summary.bytesDone += std::max<qint64>(0, record.bytes);
            break;
        case UploadState::Failed:
            ++summary.failed;
            break;
        case UploadState::Cancelled:
            ++summary.cancelled;
            break;
        case UploadState::Waiting:
        case UploadState::Sending:
        case UploadState::Answering:
        case UploadState::Paused:
            ++summary.unfinished;
            break;
        }
    }
}

/// The length of the union of the spans in which attempts ran, so that pauses do not slow the rate down.
void timeUploads(const SessionSnapshot &snapshot, Summary &summary)
{
    std::vector<std::pair<qint64, qint64>> spans; // µs
    for (const UploadRecord &record : snapshot.uploads) {
        if (record.startedAtMs == 0)
            continue;
        const qint64 endMs = record.finishedAtMs ? record.finishedAtMs : snapshot.finishedAtMs;
        const qint64 from = record.startedAtMs * 1000;
        spans.emplace_back(from, std::max(endMs * 1000, from + qint64(record.timings.total.count())));
        summary.lastUploadMs = std::max(summary.lastUploadMs, record.finishedAtMs);
    }
    for (const session::Band &band : snapshot.timeline.bands())
        summary.lastUploadMs = std::max(summary.lastUploadMs, band.toMs);
    if (!snapshot.timeline.bands().isEmpty())
        summary.firstUploadMs = snapshot.timeline.bands().constFirst().fromMs;
    if (spans.empty())
        return;

    std::sort(spans.begin(), spans.end());
    const qint64 first = spans.front().first / 1000;
    summary.firstUploadMs = summary.firstUploadMs ? std::min(first, summary.firstUploadMs) : first;
    qint64 busy = 0;
    qint64 reached = spans.front().first;
    for (const auto &[from, to] : spans) {
        busy += std::max<qint64>(0, to - std::max(from, reached));
        reached = std::max(reached, to);
    }
    if (busy > 0) {
        summary.seconds = static_cast<double>(busy) / 1e6;
        summary.bytesPerSecond = static_cast<double>(summary.bytesDone) / summary.seconds;
    }
}

RoleSummary summarizeRole(const metrics::SeriesStore &series, metrics::Role role, qint64 firstUploadMs)
{
    RoleSummary result;
    result.role = role;
    const std::vector<Bucket> points = history(series, role);
    size_t begin = 0;
    for (size_t i = 0; i < points.size(); ++i) {
        if (points[i].isGap())
            continue;
        const bool isFirst = result.beforeMs == 0;
        if (firstUploadMs ? endOf(points, i) > firstUploadMs : !isFirst)
            break;
        result.before = points[i].mean();
        result.beforeMs = points[i].timeMs;
        begin = i;
    }
    for (size_t i = begin; i < points.size(); ++i) {
        if (points[i].isGap())
            continue;
        if (std::isnan(result.peak) || peakOf(points[i]) > result.peak) {
            result.peak = peakOf(points[i]);
            result.peakMs = points[i].timeMs;
        }
        result.after = points[i].mean();
        result.afterMs = points[i].timeMs;
    }
    return result;
}

/// Attempts that the queue has forgotten (cleared rows) are known from the bands alone.
qint64 uploadsBefore(const SessionSnapshot &snapshot, qint64 untilMs)
{
    qint64 accepted = 0;
    qint64 attempts = 0;
    for (const UploadRecord &record : snapshot.uploads) {
        attempts += record.attempts;
        if (record.state == UploadState::Done && record.finishedAtMs <= untilMs)
            ++accepted;
    }
    qint64 begun = 0;
    for (const session::Band &band : snapshot.timeline.bands())
        begun += band.fromMs <= untilMs ? band.uploads : 0;
    return accepted + std::max<qint64>(0, begun - attempts);
}

Growth knownGrowth(const SessionSnapshot &snapshot, const SourceSummary &source, qint64 beforeMs,
                   qint64 afterMs)
{
    if (source.roles.isEmpty())
        return Growth::NotWatched;
    if (source.uploadsBetween == 0)
        return Growth::NoUpload;
    if (beforeMs == 0)
        return Growth::NoReadingBefore;
    const QList<session::Mark> &marks = snapshot.timeline.marks();
    if (session::isRestarted(marks, source.name, beforeMs, afterMs))
        return Growth::Restarted;
    return session::isExperimented(marks, beforeMs, afterMs) ? Growth::Experiment : Growth::Known;
}

void measureGrowth(const SessionSnapshot &snapshot, const metrics::SeriesStore &series, qint64 firstUploadMs,
                   SourceSummary &source)
{
    qint64 beforeMs = 0;
    qint64 afterMs = 0;
    // Of a part what it does is asked from its beginning on, also where uploads run already.
    const qint64 sinceMs = snapshot.partOf ? 0 : firstUploadMs;
    for (const metrics::Role role : metrics::allRoles()) {
        if (!series.has(role))
            continue;
        source.roles.append(summarizeRole(series, role, sinceMs));
        beforeMs = std::max(beforeMs, source.roles.constLast().beforeMs);
        afterMs = std::max(afterMs, source.roles.constLast().afterMs);
    }
    const bool hasUploads = !source.roles.isEmpty() && firstUploadMs != 0;
    source.uploadsBetween = hasUploads ? uploadsBefore(snapshot, afterMs) : 0;
    source.growth = knownGrowth(snapshot, source, beforeMs, afterMs);
    const bool isDisturbed = source.growth == Growth::Restarted || source.growth == Growth::Experiment;
    for (RoleSummary &role : source.roles)
        role.perUpload
            = analysis::uploadGrowth(role.before, role.after, isDisturbed, source.uploadsBetween).each;
}

void measureSources(const SessionSnapshot &snapshot, Summary &summary)
{
    measureGrowth(snapshot, snapshot.series, summary.firstUploadMs, summary);
    for (const session::WatchedBeside &beside : snapshot.beside) {
        summary.beside.append(SourceSummary{beside.name, Growth::NotWatched, 0, {}});
        measureGrowth(snapshot, beside.series, summary.firstUploadMs, summary.beside.last());
    }
    const qint64 scrapes = snapshot.scrapesOk + snapshot.scrapesMissed;
    if (scrapes > 1 && snapshot.series.lastMs() > snapshot.series.firstMs()) {
        const qint64 span = snapshot.series.lastMs() - snapshot.series.firstMs();
        summary.scrapeSeconds = static_cast<double>(span) / 1000.0 / static_cast<double>(scrapes - 1);
    }
}

void groupFailures(const SessionSnapshot &snapshot, Summary &summary)
{
    QMap<std::pair<int, int>, FailureGroup> groups;
    for (const UploadRecord &record : snapshot.uploads) {
        if (record.state != UploadState::Failed)
            continue;
        const int status = record.httpStatus ? record.httpStatus : record.error.httpStatus;
        FailureGroup &group = groups[{static_cast<int>(record.error.kind), status}];
        if (group.files++ == 0) {
            group.kind = record.error.kind;
            group.httpStatus = status;
            group.words = failureWords(record.error, record.serverMessage);
            group.example = record.name;
        }
        group.bytes += std::max<qint64>(0, record.bytes);
    }
    summary.failures = groups.values();
    std::stable_sort(summary.failures.begin(), summary.failures.end(),
                     [](const FailureGroup &a, const FailureGroup &b) { return a.files > b.files; });
}

} // namespace

const RoleSummary *SourceSummary::find(metrics::Role role) const
{
    const auto found
        = std::find_if(roles.begin(), roles.end(), [role](const RoleSummary &r) { return r.role == role; });
    return found == roles.end() ? nullptr : &*found;
}

const SourceSummary &Summary::foremost() const
{
    if (!roles.isEmpty())
        return *this;
    const auto read
        = std::ranges::find_if(beside, [](const SourceSummary &source) { return !source.roles.isEmpty(); });
    return read == beside.end() ? static_cast<const SourceSummary &>(*this) : *read;
}

Summary summarize(const SessionSnapshot &snapshot)
{
    Summary summary;
    countUploads(snapshot, summary);
    timeUploads(snapshot, summary);
    measureSources(snapshot, summary);
    groupFailures(snapshot, summary);
    return summary;
}

} // namespace report
