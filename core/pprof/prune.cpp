// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/prune.h"

#include <QRegularExpression>

namespace pprof {

namespace {
constexpr size_t longestPattern = 16 * 1024;

/// The limit is PCRE's own: the pattern comes from whoever made the profile, and matching must end.
QRegularExpression whole(std::string_view pattern)
{
    const QString text = QString::fromUtf8(pattern.data(), static_cast<qsizetype>(pattern.size()));
    return QRegularExpression(QStringLiteral("(*LIMIT_MATCH=20000)^(?:%1)$").arg(text));
}

/// Without the argument list; the parentheses of "(anonymous namespace)" and "operator()" are none.
QString withoutArguments(QString name)
{
    if (name.startsWith(QLatin1Char('.'))) // PowerPC's ABI
        name.remove(0, 1);
    static const QStringList reserved{QStringLiteral("(anonymous namespace)"), QStringLiteral("operator()")};
    for (qsizetype at = name.indexOf(QLatin1Char('(')); at >= 0; at = name.indexOf(QLatin1Char('('), at)) {
        constexpr qsizetype word = 8; // "operator"
        if (QStringView(name).mid(at).startsWith(reserved[0]))
            at += reserved[0].size();
        else if (at >= word && QStringView(name).mid(at - word).startsWith(reserved[1]))
            at += 2;
        else
            return name.left(at);
    }
    return name;
}
} // namespace

Pruning::Pruning(Profile &profile, std::string_view drop, std::string_view keep)
{
    if (drop.empty() || drop.size() > longestPattern || keep.size() > longestPattern)
        return;
    const QRegularExpression dropped = whole(drop);
    const QRegularExpression kept = keep.empty() ? QRegularExpression() : whole(keep);
    if (!dropped.isValid() || !kept.isValid())
        return;

    std::vector<char> drops(profile.functions.size(), 0);
    for (quint32 i = 0; i < profile.functions.size(); ++i) {
        if (!profile.functions[i].known)
            continue;
        const QString name = withoutArguments(profile.functionName(i));
        drops[i] = dropped.match(name).hasMatch() && (keep.empty() || !kept.match(name).hasMatch());
    }

    m_marks.assign(profile.locations.size(), Shown);
    for (size_t i = 0; i < profile.locations.size(); ++i) {
        Location &location = profile.locations[i];
        quint32 frame = location.frameCount;
        while (frame > 0 && !drops[profile.frames[location.firstFrame + frame - 1].function])
            --frame;
        if (frame == 0)
            continue;
        if (frame == location.frameCount) {
            m_marks[i] = Dropped;
        } else {
            m_marks[i] = Shortened;
            location.firstFrame += frame;
            location.frameCount -= frame;
        }
    }
}

size_t Pruning::cut(std::span<const quint32> stack) const
{
    bool shown = false;
    for (size_t i = stack.size(); i > 0; --i) {
        const char mark = m_marks[stack[i - 1]];
        if (mark == Shown)
            shown = true;
        else if (shown)
            return mark == Dropped ? i : i - 1;
    }
    return 0;
}

} // namespace pprof
