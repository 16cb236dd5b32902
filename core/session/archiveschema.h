// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <span>

namespace session {
class Database;
}

/// What tables an archive has, and how older ones are brought up to date.
namespace session::schema {

/// "tidm", in the header of every archive (PRAGMA application_id): no other program's database is taken for one.
inline constexpr int applicationId = 0x7469646d;

/// The statements that lead from version n to n + 1, in order.
using Migration = std::span<const char *const>;

/// All of them; their number is the version that this program knows. Those that were released are never changed.
[[nodiscard]] std::span<const Migration> migrations();

/// Version 0 is an empty database. Each step is one transaction together with its number in PRAGMA user_version, so that a
/// sudden end leaves one version or the next. Errors: NewerVersion, without a change to the file; what Database::failure() says.
[[nodiscard]] base::Result<base::Done> migrate(Database &database, std::span<const Migration> steps);

} // namespace session::schema
