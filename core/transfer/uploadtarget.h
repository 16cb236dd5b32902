// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/endpoint.h"
#include "core/transfer/uploadmethod.h"

#include <QStringList>

namespace transfer {

/// Where and how files are uploaded. In the URL and in the form's values `{n}` stands for the upload's number, `{uuid}` for
/// a UUID of its own and, in the URL, `{name}` for the file's name (see uploadtemplate.h).
struct UploadTarget
{
    net::Endpoint endpoint; ///< Put: a URL that ends with '/' gets the file's name appended.
    UploadMethod method = UploadMethod::Post;
    QString field = QStringLiteral("file"); ///< Post: form field of the file.
    /// Post: further form fields, sent before the file. Tus: the upload's metadata, beside "filename".
    QList<std::pair<QString, QString>> form;
    QStringList secretFields; ///< Names of `form` that are secrets though net::isSecretName() cannot tell.
    /// Post: a form field behind the file with its SHA-256 in hex, which is computed while the file is sent; empty: none.
    QString digestField;
    /// Post and Put: the body's SHA-256 in the header Repr-Digest (RFC 9530), for which every file is read twice. Of a form
    /// that is all of the form.
    bool sendsReprDigest = false;
    /// The header Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): the same for every attempt at one upload, so
    /// that a server that knows it stores no file twice whose first answer was lost.
    bool sendsIdempotencyKey = false;
    /// Post and Tus: another field, after those of `form`, with the file's path within the folder that it came with; its
    /// name if it came alone. Empty: the path is not told.
    QString pathField;

    bool operator==(const UploadTarget &) const = default;
};

} // namespace transfer

Q_DECLARE_METATYPE(transfer::UploadTarget)
