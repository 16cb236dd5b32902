// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/flamegeometry.h"

#include <algorithm>

namespace ui {

namespace {
constexpr double narrowest = 1; ///< Pixels of a frame that is drawn by itself.
constexpr double rounding = 1e-12; ///< Of sums of widths.
} // namespace

FlameGeometry::FlameGeometry(const pprof::FlameLayout &layout)
    : m_layout(layout)
{
    for (size_t i = 0; i < layout.nodes.size(); ++i) {
        if (static_cast<size_t>(layout.nodes[i].depth) == m_levelStarts.size())
            m_levelStarts.push_back(static_cast<qint32>(i));
    }
    m_levelStarts.push_back(static_cast<qint32>(layout.nodes.size()));
}

FlameGeometry::Range FlameGeometry::rangeOf(qint32 node) const
{
    return {at(node).x, at(node).width};
}

qint32 FlameGeometry::firstBeyond(qint32 from, qint32 levelEnd, double x) const
{
    const auto begin = m_layout.nodes.begin();
    const auto found
        = std::partition_point(begin + from, begin + levelEnd,
                               [x](const pprof::FlameNode &node) { return node.x + node.width <= x; });
    return static_cast<qint32>(found - begin);
}

qint32 FlameGeometry::nodeAt(int level, double x) const
{
    if (level < 0 || level >= levels())
        return -1;
    const auto index = static_cast<size_t>(level);
    const qint32 end = m_levelStarts[index + 1];
    const qint32 node = firstBeyond(m_levelStarts[index], end, x);
    return node < end && at(node).x <= x ? node : -1;
}

void FlameGeometry::visitLevel(int level, const Range &range, double pixels,
                               const std::function<void(const Span &)> &visit) const
{
    if (level < 0 || level >= levels() || range.width <= 0 || pixels <= 0)
        return;
    const auto index = static_cast<size_t>(level);
    const qint32 end = m_levelStarts[index + 1];
    const double scale = pixels / range.width;
    const auto toPixels = [&](double x) { return std::clamp((x - range.x) * scale, 0.0, pixels); };
    qint32 node = firstBeyond(m_levelStarts[index], end, range.x + rounding);
    while (node < end) {
        const double left = toPixels(at(node).x);
        if (left >= pixels - rounding)
            return;
        const double right = toPixels(at(node).x + at(node).width);
        if (right - left >= narrowest) {
            visit({node, left, right - left});
            ++node;
            continue;
        }
        // Leap from pixel to pixel; what touches is one run.
        double reached = left;
        while (node < end) {
            const double from = toPixels(at(node).x);
            const double to = toPixels(at(node).x + at(node).width);
            if (to - from >= narrowest || from > reached + narrowest / 2 || from >= pixels - rounding)
                break;
            reached = std::min(from + narrowest, pixels);
            node = std::max(firstBeyond(node, end, range.x + (from + narrowest) / scale), node + 1);
        }
        visit({-1, left, reached - left});
    }
}

qint32 FlameGeometry::firstChild(qint32 node) const
{
    const auto level = static_cast<size_t>(at(node).depth) + 1;
    if (level >= static_cast<size_t>(levels()))
        return -1;
    const auto begin = m_layout.nodes.begin();
    const auto end = begin + m_levelStarts[level + 1];
    const auto found
        = std::partition_point(begin + m_levelStarts[level], end,
                               [node](const pprof::FlameNode &callee) { return callee.parent < node; });
    return found != end && found->parent == node ? static_cast<qint32>(found - begin) : -1;
}

qint32 FlameGeometry::previousSibling(qint32 node) const
{
    return node > 0 && at(node - 1).parent == at(node).parent ? node - 1 : -1;
}

qint32 FlameGeometry::nextSibling(qint32 node) const
{
    const auto next = static_cast<size_t>(node) + 1;
    return next < m_layout.nodes.size() && m_layout.nodes[next].parent == at(node).parent && node != 0
        ? static_cast<qint32>(next)
        : -1;
}

bool FlameGeometry::isWithin(qint32 node, qint32 ancestor) const
{
    while (node > ancestor) // Callers come before callees.
        node = at(node).parent;
    return node == ancestor;
}

} // namespace ui
