// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/checkpairs.h"

#include "core/experiment/checkresult.h"

#include <algorithm>

namespace ui {
namespace {

const QString heap = QStringLiteral("heap");
const QString goroutine = QStringLiteral("goroutine");
const QString inUse = QStringLiteral("inuse_space");

} // namespace

CheckPairs::CheckPairs(const experiment::CheckProfiles &profiles)
{
    const auto add = [this](const QString &name, const QByteArray &before, const QByteArray &after) {
        if (before.isEmpty() || after.isEmpty())
            return;
        m_pairs.append({std::make_shared<ProfileFile>(name, tr("leak check, %1 before").arg(name), before),
                        std::make_shared<ProfileFile>(name, tr("leak check, %1").arg(name), after)});
    };
    add(heap, profiles.heapBefore, profiles.heapAfter);
    add(goroutine, profiles.goroutinesBefore, profiles.goroutinesAfter);
}

ProfileChoice CheckPairs::first(const QString &unit, double uploads) const
{
    const Pair &pair = unit == QLatin1StringView("goroutines") ? m_pairs.constLast() : m_pairs.constFirst();
    return {pair.after, pair.before, pair.after->name() == heap ? inUse : QString(), uploads};
}

bool CheckPairs::contains(const SharedFile &after) const
{
    return std::any_of(m_pairs.begin(), m_pairs.end(), [&](const Pair &pair) { return pair.after == after; });
}

const CheckPairs::Pair *CheckPairs::pairBesides(const SharedFile &after) const
{
    if (!contains(after))
        return nullptr;
    for (const Pair &pair : m_pairs) {
        if (pair.after != after)
            return &pair;
    }
    return nullptr;
}

QStringList CheckPairs::typesBesides(const SharedFile &after) const
{
    const Pair *other = pairBesides(after);
    if (!other)
        return {};
    return other->after->name() == goroutine ? QStringList(goroutine)
                                             : QStringList{inUse, QStringLiteral("inuse_objects")};
}

ProfileChoice CheckPairs::besides(const ProfileChoice &shown) const
{
    const Pair *other = pairBesides(shown.file);
    return other ? ProfileChoice{other->after, other->before, shown.type, shown.uploads} : shown;
}

ProfileChoice CheckPairs::between(const experiment::CheckProfiles &before, const QString &beforeName,
                                  const experiment::CheckProfiles &after, const QString &afterName)
{
    const auto last = [](const experiment::CheckProfiles &profiles, const QString &name) {
        return std::make_shared<ProfileFile>(heap, tr("heap, %1", "of a check").arg(name),
                                             profiles.heapAfter);
    };
    return {last(after, afterName), last(before, beforeName), inUse, 0};
}

} // namespace ui
