// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/checkpairs.h"

#include "core/experiment/checkresult.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {
namespace {

const QString heap = QStringLiteral("heap");
const QString goroutine = QStringLiteral("goroutine");

QString sourceText(const char *text, const QString &name)
{
    return QCoreApplication::translate("CheckPairs", text).arg(name);
}

} // namespace

CheckPairs::CheckPairs(const experiment::CheckProfiles &profiles)
{
    const auto add = [this](const QString &name, const QByteArray &before, const QByteArray &after) {
        if (before.isEmpty() || after.isEmpty())
            return;
        const QString source = sourceText(QT_TRANSLATE_NOOP("CheckPairs", "leak check, %1"), name);
        const QString baseSource = sourceText(QT_TRANSLATE_NOOP("CheckPairs", "leak check, %1 before"), name);
        m_pairs.append({std::make_shared<ProfileFile>(name, baseSource, before),
                        std::make_shared<ProfileFile>(name, source, after)});
    };
    add(heap, profiles.heapBefore, profiles.heapAfter);
    add(goroutine, profiles.goroutinesBefore, profiles.goroutinesAfter);
}

const CheckPairs::Pair &CheckPairs::first(bool wantsGoroutines) const
{
    return wantsGoroutines ? m_pairs.constLast() : m_pairs.constFirst();
}

bool CheckPairs::contains(const SharedFile &after) const
{
    return std::any_of(m_pairs.begin(), m_pairs.end(), [&](const Pair &pair) { return pair.after == after; });
}

const CheckPairs::Pair *CheckPairs::besides(const SharedFile &after) const
{
    if (!contains(after))
        return nullptr;
    for (const Pair &pair : m_pairs) {
        if (pair.after != after)
            return &pair;
    }
    return nullptr;
}

bool CheckPairs::isOfGoroutines(const Pair &pair)
{
    return pair.after->name() == goroutine;
}

} // namespace ui
