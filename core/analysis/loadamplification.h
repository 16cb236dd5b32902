// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/amplification.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

/// Whether a leak grows with the load, not only with the uploads.
namespace analysis {

/// One load at one level, between two floors.
struct LoadRound
{
    double done = 0; ///< Uploads.
    double failed = 0; ///< Attempts that were not taken, for whatever reason.
    double grown = 0; ///< Floor after less floor before; NaN: not told.
};

struct LevelRounds
{
    double connections = 0;
    std::vector<LoadRound> rounds;
};

enum class Amplified { Present, Absent, Unknown };

/// "present", "absent", "unknown".
[[nodiscard]] QString toKey(Amplified amplified);

struct LoadAmplification
{
    /// Growth per attempt, failed ones included, at a high level against the lowest that has two rounds.
    Amplified byConcurrency = Amplified::Unknown;
    std::optional<Rate> low;
    std::optional<Rate> high;
    double lowConnections = 0;
    double highConnections = 0;
    Amplification compared; ///< Of these two.

    /// What a failed attempt leaves, beside what uploads leave: each retry leaves it once more. Absent, too, where nothing
    /// failed: nothing would have been tried again.
    Amplified byRetries = Amplified::Unknown;
    double failed = 0; ///< Attempts, of all rounds.
    std::optional<Rate> perFailed; ///< None: less than two rounds had failures enough.

    /// What each upload leaves, whatever the load, if that is surely more than the threshold, and more than it at every level:
    /// a leak, perhaps, that a leak check would find. None: not so, or not told.
    std::optional<double> leftByEach;

    /// Either of the two; Unknown unless both are known to be absent.
    [[nodiscard]] Amplified overall() const;
};

/// Levels by rising connections; `threshold` is the resource's δ. Of the levels above the lowest it is the highest that
/// shows amplification; if none does, the highest of all. `resolution`: by how much a floor may be off, whatever the rounds say.
[[nodiscard]] LoadAmplification judgeLoadAmplification(std::span<const LevelRounds> levels, double threshold,
                                                       double resolution = 0);

} // namespace analysis
