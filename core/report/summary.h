// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sessionsnapshot.h"

#include <limits>

/// What a snapshot says in numbers and in sentences: the part that every format shares. Pure functions, any
/// thread.
namespace report {

inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// One role over the session. NaN where it is not known.
struct RoleSummary
{
    metrics::Role role = metrics::Role::HeapLive;
    double before
        = unknown; ///< Last reading before the first upload began; without uploads the first of all.
    double peak = unknown; ///< Largest from there on.
    double after = unknown; ///< Last reading of all.
    qint64 beforeMs = 0; ///< When, in Unix milliseconds; 0: never.
    qint64 peakMs = 0;
    qint64 afterMs = 0;
    double perUpload
        = unknown; ///< analysis::uploadGrowth() over SourceSummary::uploadsBetween. NaN unless its growth is Known.

    [[nodiscard]] double growth() const { return after - before; }
};

/// Why growth per upload is, or is not, known.
enum class Growth {
    Known,
    NotWatched, ///< There is no reading at all.
    NoUpload, ///< Nothing was uploaded between the first and the last reading.
    NoReadingBefore, ///< The first reading came after the first upload had begun.
    Restarted, ///< Another server process answered in between.
    Experiment, ///< In between a leak check, a sweep or an audit made uploads that are none of the session's.
};

/// What was read of one thing over the session.
struct SourceSummary
{
    QString name; ///< WatchedBeside::name; empty: the session's own server.
    Growth growth = Growth::NotWatched;
    qint64 uploadsBetween = 0; ///< Accepted by the server before the last reading.
    QList<RoleSummary> roles; ///< Those that were read at least once, in the order of allRoles().

    [[nodiscard]] const RoleSummary *find(metrics::Role role) const; ///< Nullptr: never read.
};

/// Failed uploads that failed for the same reason.
struct FailureGroup
{
    base::ErrorKind kind = base::ErrorKind::None;
    int httpStatus = 0; ///< 0: the server gave no answer.
    qint64 files = 0;
    qint64 bytes = 0; ///< Sum of the known sizes.
    QString words; ///< failureWords() of the first of them.
    QString example; ///< That one's file name.
};

/// All of a session; as a SourceSummary it is that of its own server.
struct Summary : SourceSummary
{
    qint64 files = 0;
    qint64 done = 0;
    qint64 failed = 0;
    qint64 cancelled = 0;
    qint64 unfinished = 0; ///< Waiting, paused or running.
    qint64 bytesDone = 0; ///< Sizes of the files that the server accepted.
    qint64 bytesSent = 0; ///< In the last attempt of every file, whatever came of it.
    double seconds = unknown; ///< In which at least one upload ran.
    double bytesPerSecond = unknown; ///< bytesDone / seconds.
    qint64 firstUploadMs = 0; ///< 0: none began.
    qint64 lastUploadMs = 0; ///< End of the last one; 0: none ended.
    double scrapeSeconds = unknown; ///< Mean distance of two scrapes.
    QList<SourceSummary> beside; ///< Of SessionSnapshot::beside, one each.
    QList<FailureGroup> failures; ///< Most files first.

    /// The server if it was read, else the first beside it that was, else the server.
    [[nodiscard]] const SourceSummary &foremost() const;
};

[[nodiscard]] Summary summarize(const session::SessionSnapshot &snapshot);

/// Lines for a terminal, separated by '\n', without a trailing one: what happened to the uploads, why some
/// failed, and per role "before → peak → after" with the growth per upload. Without escape sequences,
/// whatever servers and file names contain.
[[nodiscard]] QString summaryText(const session::SessionSnapshot &snapshot);

} // namespace report
