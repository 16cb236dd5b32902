// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/sweepplan.h"

#include <QStringList>
#include <QVariantMap>

#include <cmath>

namespace ui {

/// What a person decides about a sweep. The rest of its plan - which server, which process - is the window's.
struct SweepSettings
{
    qint64 bytes = usual().uploads.bytes; ///< Of a generated upload.
    QStringList files; ///< To be sent instead, in turn; none: generated ones.
    std::vector<int> levels = usual().levels;
    int perConnection = usual().perConnection; ///< Uploads of a level.
    /// So long a level lasts instead. 0: `perConnection` counts.
    std::chrono::seconds levelTime{0};
    /// Per cent of a level's attempts that may fail before the next level is given up.
    int errorLimit = static_cast<int>(std::lround(usual().errorLimit * 100));

    bool operator==(const SweepSettings &) const = default;

    [[nodiscard]] experiment::SweepPlan plan() const;
    /// For the next start of the program; files are not kept.
    [[nodiscard]] QVariantMap saved() const;
    /// Entries that are missing or broken are those of `now`.
    [[nodiscard]] static SweepSettings restored(const QVariantMap &saved, SweepSettings now);

private:
    /// What is measured where a person decides nothing.
    [[nodiscard]] static const experiment::SweepPlan &usual();
};

/// "1, 10, 50, 200".
[[nodiscard]] QString levelsText(const std::vector<int> &levels);

} // namespace ui
