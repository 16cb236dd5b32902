// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The table of a profile's functions as text in columns, as `go tool pprof -top` has it: what `tidemark-cli profile` prints and
/// the Profile page copies. For developers, so not translated. Pure functions.
namespace report {

struct ProfileTableRow
{
    QString flat; ///< What it holds itself, …
    QString flatShare; ///< … of all; see tableShare().
    QString sumShare; ///< Of it and all above it.
    QString cum; ///< With what it calls.
    QString cumShare;
    QString function;
};

/// Without a line's end.
[[nodiscard]] QString profileTableHead();
[[nodiscard]] QString profileTableLine(const ProfileTableRow &row);

/// "60.0%", "0.42%"; "-" where there is no whole. Never negative: what stands beside it has the sign.
[[nodiscard]] QString tableShare(qint64 value, qint64 whole);

} // namespace report
