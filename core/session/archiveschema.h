// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <span>

class QSqlDatabase;
class QSqlQuery;

/// What tables an archive has, and how older ones are brought up to date.
namespace session::schema {

/// "tidm", in the header of every archive (PRAGMA application_id): no other program's database is taken for one.
inline constexpr int applicationId = 0x7469646d;

/// The statements that lead from version n to n + 1, in order.
using Migration = std::span<const char *const>;

/// All of them; their number is the version that this program knows. Those that were released are never changed.
[[nodiscard]] std::span<const Migration> migrations();

/// Version 0 is an empty database. Each step is one transaction together with its number in PRAGMA user_version, so that a
/// sudden end leaves one version or the next. Errors: NewerVersion, without a change to the file; what failureOf() says.
[[nodiscard]] base::Result<base::Done> migrate(QSqlDatabase &database, std::span<const Migration> steps);

/// Why the database's last statement failed: Malformed where the file is damaged or none of SQLite's, else WriteFailed.
[[nodiscard]] base::Error failureOf(const QSqlQuery &query);
/// Runs one statement without values.
[[nodiscard]] base::Result<base::Done> run(QSqlDatabase &database, const QString &statement);
/// The first column of its first row, as a number; 0 if there is none.
[[nodiscard]] base::Result<qint64> number(QSqlDatabase &database, const QString &statement);

} // namespace session::schema
