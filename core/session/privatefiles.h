// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// An archive is its owner's alone, and so is the history: they tell what was uploaded and where to, and the address at which
/// a tus upload goes on may open that to whoever knows it.
namespace session {

/// Makes an empty file if there is none, with nobody else's rights whatever the umask is; SQLite gives its "-wal" and
/// "-shm" those of the file. What cannot be made is for whoever opens it to find.
void makePrivately(const QString &path);

/// Takes the others' rights from an archive and what lies beside it, as far as that is ours to do.
void makePrivate(const QString &path);

} // namespace session
