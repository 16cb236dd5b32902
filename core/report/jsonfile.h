// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

namespace report {

/// What a file of at most 1 GiB holds. Errors: as readJsonFile(), but for what it holds.
[[nodiscard]] base::Result<QByteArray> readReportFile(const QString &fileName);
/// The JSON object in these bytes. Error Malformed calls them by `name`.
[[nodiscard]] base::Result<QJsonObject> parseJson(const QByteArray &json, const QString &name);
/// The JSON object in a file of at most 1 GiB. Errors, in words that name the file: FileMissing, FileUnreadable for what
/// cannot be read or is no regular file, Malformed. Any thread.
[[nodiscard]] base::Result<QJsonObject> readJsonFile(const QString &fileName);

/// Malformed: "<file> is not a report of Tidemark: <why>".
[[nodiscard]] base::Error noReport(const QString &fileName, const QString &why);

} // namespace report
