// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profile.h"

namespace pprof {

struct FlameOptions
{
    int type = 0; ///< Index of Profile::types.
    double minWidth = 0.0005; ///< Frames narrower than this share of the whole are left out.
    quint32 maxNodes = 200'000; ///< Of the tree before that cut; the largest stacks come first.
};

/// One function in its calling context.
struct FlameNode
{
    quint32 function = 0; ///< In Profile::functions; 0 in the root, which has none.
    qint32 parent = -1; ///< In FlameLayout::nodes; -1 in the root.
    qint32 depth = 0; ///< 0: the root.
    qint64 self = 0; ///< Net value of the stacks that end here.
    qint64 net = 0; ///< With all that it calls; negative where a difference shrank.
    qint64 moved = 0; ///< Sum of the magnitudes of `self` below and in it: what the width stands for.
    double x = 0; ///< Left edge, 0…1.
    double width = 0; ///< 0…1; the root's is 1.
};

/// A flame graph as data. Of a plain profile `moved` equals `net`. Of a difference they differ where growth and
/// shrinkage meet: the width shows how much moved, the colour (net / moved, -1…1) to which side.
struct FlameLayout
{
    std::vector<FlameNode>
        nodes; ///< Parents before children, siblings from left to right by width, then name.
    qint32 depth = 0; ///< Of the deepest node.
    bool cut = false; ///< Whether maxNodes left callees out; their values are in their callers.
};

/// Pure; any thread. Nodes of recursive calls stay apart.
[[nodiscard]] FlameLayout layoutFlame(const Profile &profile, const FlameOptions &options);

} // namespace pprof
