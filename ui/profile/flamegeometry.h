// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/flame.h"

#include <functional>

namespace ui {

/// Finds its way in a flame layout: levels, neighbours, and what is to be seen of it. Costs one pass over the nodes;
/// after that every question costs time by what is visible, not by what there is. Pure. The layout outlives it.
class FlameGeometry final
{
public:
    /// What one frame is given on a line of pixels; or, with `node` -1, a run of frames too narrow to be told apart.
    struct Span
    {
        qint32 node = -1;
        double left = 0; ///< Pixels.
        double width = 0;
    };
    /// The part of the layout, 0…1, that fills the width.
    struct Range
    {
        double x = 0;
        double width = 1;

        bool operator==(const Range &) const = default;
    };

    explicit FlameGeometry(const pprof::FlameLayout &layout);

    [[nodiscard]] int levels() const { return static_cast<int>(m_levelStarts.size()) - 1; }
    [[nodiscard]] Range rangeOf(qint32 node) const;
    /// The frame of that level under a point of the layout; -1: none.
    [[nodiscard]] qint32 nodeAt(int level, double x) const;
    /// Calls `visit` from left to right for what a line of `pixels` shows of one level. Frames at least one pixel wide
    /// come alone, others in runs; ends beyond the line are cut off.
    void visitLevel(int level, const Range &range, double pixels,
                    const std::function<void(const Span &)> &visit) const;

    /// The widest callee; -1: none.
    [[nodiscard]] qint32 firstChild(qint32 node) const;
    /// Of the same caller; -1: none.
    [[nodiscard]] qint32 previousSibling(qint32 node) const;
    [[nodiscard]] qint32 nextSibling(qint32 node) const;
    [[nodiscard]] bool isWithin(qint32 node, qint32 ancestor) const;

private:
    [[nodiscard]] const pprof::FlameNode &at(qint32 node) const
    {
        return m_layout.nodes[static_cast<size_t>(node)];
    }
    /// The first node of [from, levelEnd) whose right edge lies beyond x.
    [[nodiscard]] qint32 firstBeyond(qint32 from, qint32 levelEnd, double x) const;

    const pprof::FlameLayout &m_layout;
    std::vector<qint32>
        m_levelStarts; ///< By depth, and one more: the layout lists level by level, left to right.
};

} // namespace ui
