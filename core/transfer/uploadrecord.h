// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/strongid.h"
#include "core/net/phasetimings.h"
#include "core/transfer/resumepoint.h"

#include <QMetaType>
#include <QString>
#include <QUuid>

#include <array>
#include <optional>

namespace transfer {
Q_NAMESPACE

struct UploadTag;
using UploadId = base::StrongId<UploadTag>;

/// The life of one file in the queue. "All bytes sent" and "the server answered" are two states: 100 % is not done.
enum class UploadState {
    Waiting, ///< In the queue: not begun yet, or to be tried again.
    Sending, ///< Connecting or sending the body.
    Answering, ///< Every byte is with the kernel; the server has not answered yet.
    Done, ///< The server answered 2xx and the file did not change meanwhile.
    Failed, ///< Everything else; UploadRecord::error says why. Can be retried by hand.
    Cancelled, ///< The user stopped it. Can be retried by hand. A moment later it may turn out to be Done.
    Paused, ///< The user has put it off: it waits, but not for its turn.
};
Q_ENUM_NS(UploadState)
inline constexpr int uploadStateCount = 7;

// What was under way when the program ended without a word is no state of its own but Failed with ErrorKind::Interrupted:
// whether the server has the file nobody can know, so nothing but a person may send it again, and that is what Failed
// means everywhere - in the table below, in retrying, grouping by reason, exit codes and the keys that scripts read.

/// The closed table of transitions: row = from, column = to.
///   Waiting → Sending | Cancelled | Failed (vanished before its turn)      Failed, Cancelled → Waiting (retry)
///   Sending → Answering | Done (an early 2xx) | Failed | Cancelled           Answering → Done | Failed | Cancelled
///   Sending, Answering → Waiting (tried again by itself)
///   Waiting, Sending → Paused; Answering not: the server has the whole file, and sending it anew would make it two
///   Paused → Waiting (resumed) | Cancelled
///   Paused, Cancelled → Done (it was stopped, but its answer had been read already)
[[nodiscard]] constexpr bool isAllowed(UploadState from, UploadState to)
{
    constexpr std::array<std::array<bool, uploadStateCount>, uploadStateCount> table{{
        // Waiting Sending Answering Done  Failed Cancelled Paused
        {false, true, false, false, true, true, true}, // Waiting
        {true, false, true, true, true, true, true}, // Sending
        {true, false, false, true, true, true, false}, // Answering
        {false, false, false, false, false, false, false}, // Done
        {true, false, false, false, false, false, false}, // Failed
        {true, false, false, true, false, false, false}, // Cancelled
        {true, false, false, true, false, true, false}, // Paused
    }};
    return table[static_cast<size_t>(from)][static_cast<size_t>(to)];
}

[[nodiscard]] constexpr bool isRunning(UploadState s)
{
    return s == UploadState::Sending || s == UploadState::Answering;
}
[[nodiscard]] constexpr bool isFinished(UploadState s)
{
    return s == UploadState::Done || s == UploadState::Failed || s == UploadState::Cancelled;
}
/// Neither over nor on its way.
[[nodiscard]] constexpr bool isPending(UploadState s)
{
    return s == UploadState::Waiting || s == UploadState::Paused;
}

/// What a person may ask of an upload in that state: to be sent anew, to be put off, and to wait for its turn again.
[[nodiscard]] constexpr bool canRetry(UploadState s)
{
    return s == UploadState::Failed || s == UploadState::Cancelled;
}
[[nodiscard]] constexpr bool canPause(UploadState s)
{
    return s == UploadState::Waiting || s == UploadState::Sending;
}
[[nodiscard]] constexpr bool canResume(UploadState s)
{
    return s == UploadState::Paused;
}

/// "waiting", "sending", "answering", "done", "failed", "cancelled", "paused": a contract, like base::toKey().
[[nodiscard]] QString toKey(UploadState state);
[[nodiscard]] std::optional<UploadState> uploadStateFromKey(const QString &key);

/// Everything known of one upload; a complete value that models, reports and the archive share.
struct UploadRecord
{
    UploadId id;
    QString path; ///< Absolute local path.
    QString name; ///< What the server is told.
    QUuid
        key; ///< Tells it from every other upload, here and elsewhere; of UploadTarget::sendsIdempotencyKey.
    QString relativePath; ///< For UploadTarget::pathField, of a file that came with a folder; else empty.
    QString server; ///< Scheme, host and port that the last attempt went to; empty: there was none.
    qint64 bytes = -1; ///< File size; -1 until it was looked at.
    qint64 modifiedNs = 0; ///< Of FileStamp, as the last attempt opened the file …
    quint64 inode = 0; ///< … and this; 0: there was none, or it is not known.
    qint64 bytesSent = 0; ///< Of the file, in the current or last attempt; never goes back within one.
    double bytesPerSecond = 0; ///< Current while running; mean of the attempt once finished.
    UploadState state = UploadState::Waiting;
    int attempts = 0;
    int httpStatus = 0; ///< 0: no answer.
    QString serverMessage; ///< The server's text, shortened to 2 KiB, or its reason phrase.
    base::Error
        error; ///< Kind None unless Failed, Cancelled, or Waiting to be tried again: why the last attempt failed.
    QByteArray sha256; ///< What was sent of the file, in binary, if UploadTarget::digestField asked for it.
    net::PhaseTimings timings; ///< Of the last attempt.
    qint64 queuedAtMs = 0; ///< Unix milliseconds: since when it waits, or waited, for its (last) attempt.
    qint64 startedAtMs = 0; ///< Unix milliseconds of the last attempt's start; 0: never started.
    qint64 finishedAtMs = 0;
    qint64 retryAtMs
        = 0; ///< Waiting: when its next attempt may begin; 0: it has not failed, or may begin now.
    ResumePoint resume
        = {}; ///< Where its next attempt goes on, until it is done or discarded; of tus uploads only.

    bool operator==(const UploadRecord &) const = default;

    /// See UploadState.
    [[nodiscard]] bool isInterrupted() const
    {
        return state == UploadState::Failed && error.kind == base::ErrorKind::Interrupted;
    }
};

/// Sums over a queue. Cheap to copy, kept up to date by the queue.
struct QueueTotals
{
    qint64 files = 0;
    qint64 waiting = 0;
    qint64 running = 0;
    qint64 done = 0;
    qint64 failed = 0;
    qint64 cancelled = 0;
    qint64 paused = 0;
    qint64 interrupted = 0; ///< Of those that failed: ErrorKind::Interrupted.
    qint64 bytes = 0; ///< Sum of all known sizes.
    qint64 bytesDone = 0; ///< Of finished files fully, of running ones what was sent.
    double bytesPerSecond = 0; ///< Of the whole queue, now.
    qint64 postponed = 0; ///< Of those that wait: they have failed, and are tried again later.

    bool operator==(const QueueTotals &) const = default;
};

} // namespace transfer

Q_DECLARE_METATYPE(transfer::UploadRecord)
Q_DECLARE_METATYPE(transfer::QueueTotals)
