// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <unordered_set>

namespace session {

/// Which files come again where paths name something twice: a path that is among them more than once, or that lies below
/// another. Remembers only what lies where that can happen, which is nothing as a rule.
///
/// By name, not by what it leads to: a file that has two names is two.
class PathOverlap final
{
public:
    /// As transfer::absolutePath() spells them, in bytes.
    explicit PathOverlap(const QList<QByteArray> &paths);

    /// Whether this file was asked for before. Asked once for each that is found.
    [[nodiscard]] bool hasSeen(const QByteArray &path);

private:
    struct Hash
    {
        size_t operator()(const QByteArray &path) const { return qHash(path); }
    };

    QList<QByteArray> m_twice; ///< Sorted, each with a slash behind it; none lies below another.
    std::unordered_set<QByteArray, Hash> m_seen; ///< Of what lies there.
};

} // namespace session
