// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/secretheader.h"
#include "core/transfer/uploadrecord.h"

#include <QList>
#include <QMetaType>

namespace transfer {

/// One attempt at an upload, afterwards.
struct AttemptSummary
{
    int number = 0; ///< From 1.
    qint64 startedAtMs = 0; ///< Unix milliseconds.
    qint64 finishedAtMs = 0;
    int httpStatus = 0; ///< 0: no answer.
    base::Error error; ///< Kind None: it was the one that succeeded.

    bool operator==(const AttemptSummary &) const = default;
};

/// What is known of one upload beyond its record, for whoever asks about this one. Holds no secret: see
/// net::maskedValue(). Of uploads long ago it is not kept (see AttemptLog): then only `curl` is there.
struct UploadDetails
{
    UploadId id;
    QList<AttemptSummary> attempts; ///< The last ones, oldest first.
    QString
        requestLine; ///< Of the last attempt: "POST http://host/upload"; empty: no request was made, or it is forgotten.
    net::HeaderList requestHeaders;
    net::HeaderList answerHeaders; ///< Empty, too, where no answer came.
    QString curl; ///< The command that does the same (see servers::curlForUpload()).

    bool operator==(const UploadDetails &) const = default;
};

} // namespace transfer

Q_DECLARE_METATYPE(transfer::UploadDetails)
