// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profile/profileloader.h"

#include <QCoreApplication>

namespace experiment {
struct CheckProfiles;
}

namespace ui {

/// The profiles of one leak check as pairs to compare: heap and goroutines, as far as there are two of each.
/// Thread: GUI.
class CheckPairs final
{
    Q_DECLARE_TR_FUNCTIONS(ui::CheckPairs)

public:
    CheckPairs() = default;
    explicit CheckPairs(const experiment::CheckProfiles &profiles);

    [[nodiscard]] bool isEmpty() const { return m_pairs.isEmpty(); }
    /// What is shown first of a check that is not empty: of goroutines if they are there and `unit` is theirs, see Guilt.
    [[nodiscard]] ProfileChoice first(const QString &unit, double uploads) const;
    /// Whether `after` is the later one of a pair.
    [[nodiscard]] bool contains(const SharedFile &after) const;
    /// What Go counts in the pair beside the one of `after`, which is not decoded yet, the important ones first; empty: there is
    /// none, or `after` is of no pair.
    [[nodiscard]] QStringList typesBesides(const SharedFile &after) const;
    /// That pair in the place of the one that is shown.
    [[nodiscard]] ProfileChoice besides(const ProfileChoice &shown) const;

    /// From the last heap profile of one check to that of another; the names are theirs, for people.
    [[nodiscard]] static ProfileChoice between(const experiment::CheckProfiles &before,
                                               const QString &beforeName,
                                               const experiment::CheckProfiles &after,
                                               const QString &afterName);

private:
    struct Pair
    {
        SharedFile before;
        SharedFile after;
    };
    [[nodiscard]] const Pair *pairBesides(const SharedFile &after) const;

    QList<Pair> m_pairs;
};

} // namespace ui
