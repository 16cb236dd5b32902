// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadattempt.h"
#include "core/transfer/uploadline.h"

namespace transfer {

/// What becomes of what a server has got of a resumable upload that is given up.
enum class Remains {
    Discarded, ///< It is told that nobody will come back for it.
    Kept, ///< A later attempt may go on there.
};

/// Held by whoever has yet to give an attempt up: until all that was known of it by then is told, and the server, where it
/// has to be told of Remains::Discarded, has answered. Who waits for that sees when nobody holds it any more.
using Farewell = std::shared_ptr<void>;

/// What a lane tells of one attempt: Began, then Resumable, Progressed and BodySent, then Ended; of a file that could not be
/// opened only Ended; of an attempt that the queue has cancelled nothing more.
struct AttemptEvent
{
    enum class Kind { Began, Resumable, Progressed, BodySent, Ended };

    Kind kind = Kind::Began;
    Ticket ticket = 0;
    UploadId id;
    base::Steady at; ///< When it happened, not when it is told.
    qint64 timeMs = 0; ///< The same in Unix milliseconds.
    qint64 bytes
        = 0; ///< Began: the file's size. Resumable: how many the server has. Progressed: how many are sent.
    std::shared_ptr<const UploadAttempt::Outcome> outcome = nullptr; ///< Of Ended, and never null there.
    ResumePoint resume = {}; ///< Of Resumable.
    std::shared_ptr<const UploadForm> form = nullptr; ///< Of Began, and of an Ended that follows it.
    FileStamp file = {}; ///< Of Began.
};

} // namespace transfer
