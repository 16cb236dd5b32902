// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

#include <QString>

class QUrl;

/// How an upload becomes a row of an archive, and comes back.
namespace session {

class Statement;

/// Of a server's address what may be kept: without user, password, query and fragment, because any of them may be a secret.
[[nodiscard]] QString addressKept(const QUrl &url);

/// Takes one row per execution, after bindUpload().
[[nodiscard]] QByteArray uploadInsertion();
/// Without secrets in what the server or an error said.
void bindUpload(Statement &insertion, qint64 run, const transfer::UploadRecord &record);
/// The same of one that is there already, after bindChange(): all that can change of it. That takes three quarters of the time.
[[nodiscard]] QByteArray uploadChange();
void bindChange(Statement &change, qint64 run, const transfer::UploadRecord &record);

/// Of one run, by id; then uploadFrom() for each row.
[[nodiscard]] QByteArray uploadSelection();
[[nodiscard]] transfer::UploadRecord uploadFrom(const Statement &selection);

} // namespace session
