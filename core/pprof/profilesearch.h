// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profilecontent.h"

namespace pprof {

/// Which functions a search finds, and what share of the graph they take up with all that they call.
struct ProfileSearch
{
    QString text; ///< Empty: nothing is searched for.
    std::vector<bool> rows; ///< Per ProfileContent::rows: whether it matches.
    int count = 0; ///< Matching rows.
    double share = 0; ///< 0…1 of what moved; calls within calls count once.

    [[nodiscard]] bool isActive() const { return !text.isEmpty(); }
    [[nodiscard]] bool matches(const ProfileContent &content, const FlameNode &node) const;
};

/// Functions whose name or file contains `text`, whatever the case. Pure.
[[nodiscard]] ProfileSearch searchIn(const ProfileContent &content, const QString &text);

} // namespace pprof
