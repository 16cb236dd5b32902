// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

namespace transfer {

/// Told of every attempt before its first byte leaves, and of every upload that the server has before anything else hears of
/// that: so that after a sudden end nothing that had begun is taken for something that still waits, nor anything that is
/// done for something that may not be, and sent a second time.
///
/// Threads: any, several at once; but nobody calls anything else while forget() runs.
class AttemptJournal
{
public:
    AttemptJournal() = default;
    virtual ~AttemptJournal() = default;
    Q_DISABLE_COPY_MOVE(AttemptJournal)

    /// The attempt with that number, from 1, begins when this has returned true. False: it does not, because it cannot be
    /// noted; it waits on, and is asked for again when anything makes the queue look for what may begin.
    [[nodiscard]] virtual bool begins(UploadId id, int attempt) = 0;
    /// The server has taken it (2xx), in an attempt that began then, in Unix milliseconds. False: this cannot be noted.
    virtual bool answered(UploadId id, int httpStatus, qint64 startedAtMs) = 0;
    /// Nothing is under way, and what became of all that was is kept elsewhere.
    virtual void forget() = 0;
};

} // namespace transfer
