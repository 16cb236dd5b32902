// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/endpoint.h"

namespace transfer {

/// Where and in which form files are uploaded: one multipart/form-data POST per file.
struct UploadTarget
{
    net::Endpoint endpoint;
    QString field = QStringLiteral("file"); ///< Form field of the file.
    QList<std::pair<QString, QString>> form; ///< Further form fields, sent before the file.
    /// A form field behind the file with its SHA-256 in hex, which is computed while the file is sent; empty: none.
    QString digestField;
    /// The body's SHA-256 in the header Repr-Digest (RFC 9530), for which every file is read twice. Of a form that is all of
    /// the form.
    bool sendsReprDigest = false;
    /// The header Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): the same for every attempt at one upload, so
    /// that a server that knows it stores no file twice whose first answer was lost.
    bool sendsIdempotencyKey = false;
    /// Form field of the file's path within the folder that it came with, its name if it came alone; sent after those of
    /// `form`. Empty: the path is not told.
    QString pathField;

    bool operator==(const UploadTarget &) const = default;
};

} // namespace transfer

Q_DECLARE_METATYPE(transfer::UploadTarget)
