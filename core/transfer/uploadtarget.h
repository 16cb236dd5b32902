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

    bool operator==(const UploadTarget &) const = default;
};

} // namespace transfer

Q_DECLARE_METATYPE(transfer::UploadTarget)
