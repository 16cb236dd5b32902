// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

/// What is done with a file that should be an archive, or another store of this program, and is not a sound one. `name` is
/// what errors call it.
namespace session {

/// Whether what lies at `path` may be opened, and moved aside if it is damaged: nothing, an empty file, one that begins as
/// every SQLite file does, or one that at least has the name of an archive ("….sqlite"). Everything else - somebody's
/// picture, given by mistake - is refused with NotAFile.
[[nodiscard]] base::Result<base::Done> refuseForeignFile(const QString &path, const QString &name);

/// What is said of such a file: that a part of it is missing or was written over. SQLite's words are the detail.
[[nodiscard]] base::Error damageOf(const QString &name, const QString &said);

/// Renames the file to "NAME.damaged-YYYYMMDD-HHMMSS" (UTC; with a number if that is taken), and its "-wal" and "-begun",
/// without which nobody could mend it, likewise. The new name; error WriteFailed.
[[nodiscard]] base::Result<QString> setAside(const QString &path, const QString &name);

} // namespace session
