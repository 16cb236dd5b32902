// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pathoverlap.h"

#include <algorithm>

namespace session {
namespace {

QByteArray key(const QByteArray &path)
{
    return path.endsWith('/') ? path : path + '/';
}

} // namespace

// With the slash behind them, what lies below a path follows it directly in order.
PathOverlap::PathOverlap(const QList<QByteArray> &paths)
{
    QList<QByteArray> keys;
    keys.reserve(paths.size());
    for (const QByteArray &path : paths)
        keys.append(key(path));
    std::ranges::sort(keys);
    QByteArray above = keys.isEmpty() ? QByteArray() : keys.first();
    for (const QByteArray &each : std::as_const(keys).sliced(keys.isEmpty() ? 0 : 1)) {
        if (!each.startsWith(above))
            above = each;
        else if (m_twice.isEmpty() || !each.startsWith(m_twice.last()))
            m_twice.append(each);
    }
}

bool PathOverlap::hasSeen(const QByteArray &path)
{
    if (m_twice.isEmpty())
        return false;
    const QByteArray its = key(path);
    const auto next = std::ranges::upper_bound(m_twice, its);
    if (next == m_twice.begin() || !its.startsWith(*(next - 1)))
        return false;
    return !m_seen.insert(its).second;
}

} // namespace session
