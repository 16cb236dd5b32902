// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"
#include "core/session/sessionsnapshot.h"

/// A part of a session, for those who look at a range of its time only. Pure functions, any thread.
namespace session {

/// Whether an attempt of it was under way at any moment of the range: the last one, for of earlier ones a record knows
/// nothing. One that runs still reaches to now.
[[nodiscard]] bool ranWithin(const transfer::UploadRecord &record, const base::TimeRange &range);

/// What a snapshot would hold if the session had been no longer than the range; SessionSnapshot::partOf says that it was.
///
/// Uploads that ran within it are there as they are, also those that began before or ended later. Readings are those of the
/// range, at the resolution that is kept of that time; of readings missed in a row it is known that they were missed, not how
/// many: they count as one. Spans of uploads end where the range does; of one that is cut, those uploads count that the
/// queue still knows.
[[nodiscard]] SessionSnapshot partOf(const SessionSnapshot &snapshot, const base::TimeRange &range);

/// Whether another process of what is watched under that name (see Mark::source) answered for the first time after the one moment
/// and not after the other: readings from either side of it are not of the same.
[[nodiscard]] bool isRestarted(const QList<Mark> &marks, const QString &source, qint64 afterMs,
                               qint64 untilMs);

/// Whether an experiment was under way at any moment after the one and not after the other: what the server kept of its
/// uploads is no growth by the queue's.
[[nodiscard]] bool isExperimented(const QList<Mark> &marks, qint64 afterMs, qint64 untilMs);

} // namespace session
