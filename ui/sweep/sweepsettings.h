// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepplan.h"

#include <QStringList>
#include <QVariantMap>

namespace ui {

/// What a person decides about a sweep. The rest of its plan - which server, which process - is the window's.
struct SweepSettings
{
    qint64 bytes = 1024 * 1024; ///< Of a generated upload.
    QStringList files; ///< To be sent instead, in turn; none: generated ones.
    std::vector<int> levels{1, 10, 50, 200};
    int perConnection = 20; ///< Uploads of a level.
    /// So long a level lasts instead. 0: `perConnection` counts.
    std::chrono::seconds levelTime{0};
    int errorLimit = 50; ///< Per cent of a level's attempts that may fail before the next level is given up.

    bool operator==(const SweepSettings &) const = default;

    [[nodiscard]] experiment::SweepPlan plan() const;
    /// For the next start of the program; files are not kept.
    [[nodiscard]] QVariantMap saved() const;
    /// Entries that are missing or broken are those of `now`.
    [[nodiscard]] static SweepSettings restored(const QVariantMap &saved, SweepSettings now);
};

/// "1, 10, 50, 200".
[[nodiscard]] QString levelsText(const std::vector<int> &levels);

} // namespace ui
