// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profile/profilefile.h"

#include <QList>

namespace experiment {
struct CheckProfiles;
}

namespace ui {

/// The profiles of one leak check as pairs to compare: heap and goroutines, as far as there are two of each.
/// Thread: GUI.
class CheckPairs final
{
public:
    struct Pair
    {
        SharedFile before;
        SharedFile after;
    };

    CheckPairs() = default;
    explicit CheckPairs(const experiment::CheckProfiles &profiles);

    [[nodiscard]] bool isEmpty() const { return m_pairs.isEmpty(); }
    /// Of goroutines if wanted and there; there is one.
    [[nodiscard]] const Pair &first(bool wantsGoroutines) const;
    /// Whether `after` is the later one of a pair.
    [[nodiscard]] bool contains(const SharedFile &after) const;
    /// The pair beside the one of `after`; nullptr: there is none, or `after` is of no pair.
    [[nodiscard]] const Pair *besides(const SharedFile &after) const;
    [[nodiscard]] static bool isOfGoroutines(const Pair &pair);

private:
    QList<Pair> m_pairs;
};

} // namespace ui
