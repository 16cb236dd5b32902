// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profile.h"

namespace pprof {

/// The frames that a profile asks not to be shown: its drop_frames and keep_frames, with the meaning that
/// google/pprof's Prune gives them. A location in which such a function was inlined loses those frames, and a stack
/// is cut below the outermost of them that lies below a frame to be shown.
class Pruning final
{
public:
    /// Matches all of `profile`'s locations and shortens those that need it. A pattern that is empty, wrong or
    /// too long, or a function on which matching takes too long, drops nothing.
    Pruning(Profile &profile, std::string_view drop, std::string_view keep);

    [[nodiscard]] bool isActive() const { return !m_marks.empty(); }
    /// How many entries at the leaf end of this stack go.
    [[nodiscard]] size_t cut(std::span<const quint32> stack) const;

private:
    enum Mark : char { Shown, Dropped, Shortened };

    std::vector<char> m_marks; ///< Per location.
};

} // namespace pprof
