// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/profilesearch.h"

namespace pprof {

bool ProfileSearch::matches(const ProfileContent &content, const FlameNode &node) const
{
    if (node.parent < 0)
        return false;
    const qint32 row = content.rowOfFunction[node.function];
    return row >= 0 && static_cast<size_t>(row) < rows.size() && rows[static_cast<size_t>(row)];
}

ProfileSearch searchIn(const ProfileContent &content, const QString &text)
{
    ProfileSearch search;
    search.text = text.trimmed();
    if (!search.isActive())
        return search;
    search.rows.reserve(content.rows.size());
    for (const FunctionRow &row : content.rows) {
        const bool matches = row.function.contains(search.text, Qt::CaseInsensitive)
            || row.file.contains(search.text, Qt::CaseInsensitive);
        search.rows.push_back(matches);
        search.count += matches;
    }
    const std::vector<FlameNode> &nodes = content.flame.nodes;
    std::vector<bool> isCovered(nodes.size());
    qint64 moved = 0;
    for (size_t i = 1; i < nodes.size(); ++i) {
        const bool isWithin = isCovered[static_cast<size_t>(nodes[i].parent)];
        isCovered[i] = isWithin || search.matches(content, nodes[i]);
        if (isCovered[i] && !isWithin)
            moved = addMagnitudes(moved, nodes[i].moved);
    }
    if (content.moved > 0)
        search.share = static_cast<double>(moved) / static_cast<double>(content.moved);
    return search;
}

} // namespace pprof
