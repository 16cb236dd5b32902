// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/historyschema.h"

#include <array>

namespace session::historyschema {
namespace {

// The list reads `runs` alone, whose rows are short: what is large has a table of its own.
constexpr std::array version1{
    "CREATE TABLE runs ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " command TEXT NOT NULL,"
    " server TEXT NOT NULL,"
    " startedAtMs INTEGER NOT NULL,"
    " seconds REAL NOT NULL,"
    " verdict TEXT NOT NULL,"
    " sentence TEXT NOT NULL,"
    " tags TEXT NOT NULL," // each with a space before it, and one behind the last
    " note TEXT NOT NULL,"
    " bytes INTEGER NOT NULL) STRICT",
    // content: zlib's format, of `size` bytes.
    "CREATE TABLE documents ("
    " run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,"
    " format TEXT NOT NULL,"
    " size INTEGER NOT NULL,"
    " content BLOB NOT NULL,"
    " UNIQUE (run, format)) STRICT",
};

constexpr std::array allMigrations{schema::Migration(version1)};

} // namespace

std::span<const schema::Migration> migrations()
{
    return allMigrations;
}

} // namespace session::historyschema
