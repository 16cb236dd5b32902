// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

#include <QString>

class QSqlQuery;
class QUrl;

/// How an upload becomes a row of an archive, and comes back.
namespace session {

/// Of a server's address what may be kept: without user, password, query and fragment, because any of them may be a secret.
[[nodiscard]] QString addressKept(const QUrl &url);

/// Takes one row per execution, after bindUpload().
[[nodiscard]] QString uploadInsertion();
/// Without secrets in what the server or an error said.
void bindUpload(QSqlQuery &insertion, qint64 run, const transfer::UploadRecord &record);

/// Of one run, by id; then uploadFrom() for each row.
[[nodiscard]] QString uploadSelection();
[[nodiscard]] transfer::UploadRecord uploadFrom(const QSqlQuery &selection);

} // namespace session
