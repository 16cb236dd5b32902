// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sessionpart.h"

#include "core/transfer/uploadtotals.h"

#include <algorithm>

namespace session {
namespace {

using transfer::UploadRecord;

bool isPart(const UploadRecord &upload, qint64 sinceMs)
{
    return isFinished(upload.state) && upload.startedAtMs > 0 && upload.finishedAtMs > sinceMs;
}

/// In the order in which they happened: a timeline counts those that run.
void addUploads(Timeline &timeline, const QList<UploadRecord> &uploads)
{
    QList<std::pair<qint64, bool>> events; // true: began
    for (const UploadRecord &upload : uploads) {
        events.append({upload.startedAtMs, true});
        events.append({std::max(upload.startedAtMs, upload.finishedAtMs), false});
    }
    std::ranges::stable_sort(events, [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : a.second && !b.second;
    });
    for (const auto &[timeMs, began] : std::as_const(events)) {
        if (began)
            timeline.uploadBegan(timeMs);
        else
            timeline.uploadEnded(timeMs);
    }
}

Timeline timelineSince(const SessionSnapshot &snapshot, const QList<UploadRecord> &uploads, qint64 sinceMs)
{
    Timeline timeline;
    for (const Mark &mark : snapshot.timeline.marks()) {
        if (mark.timeMs > sinceMs)
            timeline.addMark(mark);
    }
    for (const Activity &activity : snapshot.timeline.activity()) {
        if (activity.timeMs > sinceMs)
            timeline.addActivity(activity);
    }
    addUploads(timeline, uploads);
    return timeline;
}

} // namespace

SharedSnapshot partSince(const SessionSnapshot &snapshot, qint64 sinceMs, const QList<UploadRecord> &cleared)
{
    auto part = std::make_shared<SessionSnapshot>(snapshot);
    part->uploads += cleared;
    if (!cleared.isEmpty())
        std::ranges::stable_sort(part->uploads, {},
                                 [](const UploadRecord &upload) { return upload.id.value; });
    part->uploads.removeIf([sinceMs](const UploadRecord &upload) { return !isPart(upload, sinceMs); });
    part->alerts.removeIf([sinceMs](const Alert &alert) { return alert.raisedAtMs <= sinceMs; });
    part->totals = transfer::totalsOf(part->uploads);
    part->timeline = timelineSince(snapshot, part->uploads, sinceMs);
    part->startedAtMs = std::max(snapshot.startedAtMs, sinceMs);
    for (const UploadRecord &upload : std::as_const(part->uploads))
        part->startedAtMs = std::min(part->startedAtMs, upload.startedAtMs);
    return part;
}

} // namespace session
