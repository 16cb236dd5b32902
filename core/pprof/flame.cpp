// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/flame.h"

#include "core/pprof/hashing.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace pprof {

namespace {

std::vector<quint32> largestFirst(const Profile &profile, int type)
{
    std::vector<quint32> order(static_cast<size_t>(profile.sampleCount()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
        return magnitude(profile.value(a, type)) > magnitude(profile.value(b, type));
    });
    return order;
}

/// The tree in order of making: parents before children.
class Tree final
{
    Q_DISABLE_COPY_MOVE(Tree)

public:
    Tree(const Profile &profile, const FlameOptions &options);

    void add(quint32 sample);
    void sum();
    [[nodiscard]] FlameLayout arranged() const;

private:
    const Profile &m_profile;
    const FlameOptions &m_options;
    std::vector<quint32> m_functions; ///< Functions of the same name and file as one.
    PairMap m_children; ///< By parent and function.
    std::vector<FlameNode> m_nodes{FlameNode{}};
    std::vector<quint32> m_path; ///< Functions of the stack at hand, leaf first.
    bool m_cut = false;
};

Tree::Tree(const Profile &profile, const FlameOptions &options)
    : m_profile(profile)
    , m_options(options)
{
    PairMap first;
    for (quint32 i = 0; i < profile.functions.size(); ++i) {
        const Function &function = profile.functions[i];
        m_functions.push_back(first.try_emplace(pairKey(function.name, function.file), i).first->second);
    }
}

void Tree::add(quint32 sample)
{
    const qint64 value = m_profile.value(sample, m_options.type);
    if (value == 0)
        return;
    m_path.clear();
    m_profile.forEachFrame(sample,
                           [this](const Frame &frame) { m_path.push_back(m_functions[frame.function]); });
    std::ranges::reverse(m_path); // clang 14, which fuzzes, cannot take the views of GCC 12's library
    quint32 node = 0;
    for (const quint32 function : m_path) {
        const auto next = static_cast<quint32>(m_nodes.size());
        const auto known = m_children.find(pairKey(node, function));
        if (known != m_children.end()) {
            node = known->second;
            continue;
        }
        if (next >= m_options.maxNodes) {
            m_cut = true;
            break;
        }
        m_children.emplace(pairKey(node, function), next);
        FlameNode made;
        made.function = function;
        made.parent = static_cast<qint32>(node);
        made.depth = m_nodes[node].depth + 1;
        m_nodes.push_back(made);
        node = next;
    }
    m_nodes[node].self = addWrapped(m_nodes[node].self, value);
}

void Tree::sum()
{
    for (size_t i = m_nodes.size(); i-- > 0;) {
        FlameNode &node = m_nodes[i];
        node.net = addWrapped(node.net, node.self);
        node.moved = addMagnitudes(node.moved, magnitude(node.self));
        if (i == 0)
            break;
        FlameNode &parent = m_nodes[static_cast<size_t>(node.parent)];
        parent.net = addWrapped(parent.net, node.net);
        parent.moved = addMagnitudes(parent.moved, node.moved);
    }
}

FlameLayout Tree::arranged() const
{
    std::vector<std::vector<quint32>> children(m_nodes.size());
    const double whole = static_cast<double>(std::max<qint64>(m_nodes.front().moved, 1));
    for (quint32 i = 1; i < m_nodes.size(); ++i) {
        const double width = static_cast<double>(m_nodes[i].moved) / whole;
        if (width > 0 && width >= m_options.minWidth)
            children[static_cast<size_t>(m_nodes[i].parent)].push_back(i);
    }
    FlameLayout layout;
    layout.cut = m_cut;
    layout.nodes.push_back(m_nodes.front());
    layout.nodes.front().width = 1;
    std::vector<quint32> original{0}; // of layout.nodes
    for (size_t at = 0; at < layout.nodes.size(); ++at) {
        std::vector<quint32> &callees = children[original[at]];
        const auto key = [this](quint32 i) {
            const Function &function = m_profile.functions[m_nodes[i].function];
            return std::tuple(-m_nodes[i].moved, m_profile.strings.view(function.name), i);
        };
        std::sort(callees.begin(), callees.end(), [&](quint32 a, quint32 b) { return key(a) < key(b); });
        double x = layout.nodes[at].x;
        for (const quint32 callee : callees) {
            FlameNode node = m_nodes[callee];
            node.parent = static_cast<qint32>(at);
            node.x = x;
            node.width = static_cast<double>(node.moved) / whole;
            x += node.width;
            layout.depth = std::max(layout.depth, node.depth);
            layout.nodes.push_back(node);
            original.push_back(callee);
        }
    }
    return layout;
}

} // namespace

FlameLayout layoutFlame(const Profile &profile, const FlameOptions &options)
{
    Tree tree(profile, options);
    for (const quint32 sample : largestFirst(profile, options.type))
        tree.add(sample);
    tree.sum();
    return tree.arranged();
}

} // namespace pprof
