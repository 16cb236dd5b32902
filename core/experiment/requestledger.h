// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/floor.h"

#include <optional>

namespace experiment {

/// Holds the server's own count of requests against ours: who else uses the server changes its memory, too.
/// A monitor and a health check or two are let pass. One that the server counts late is ours all the same: an upload that
/// was broken off may end there after the floor, on a busy machine most do.
/// Lives in one thread. Of a server that counts nothing (Floor::requests is NaN) everything is accepted.
class RequestLedger
{
public:
    /// Uploads of all kinds and ends, made since the last floor.
    void addUploads(qint64 count) { m_uploads += static_cast<double>(count); }
    /// The next floor, in the order of time. False: the server answered others in between, or others little by little
    /// since the beginning.
    [[nodiscard]] bool accepts(const FloorReading &floor);
    /// From floors with nothing but looking between them: which share of that the server counts. Begins anew; what came
    /// before was reckoned without knowing that.
    void learnLooking(const FloorReading &first, const FloorReading &last);

private:
    std::optional<FloorReading> m_begin;
    std::optional<FloorReading> m_last;
    double m_uploads = 0; ///< Since m_last.
    double m_countedShare = 1; ///< Of our looking: many servers count the requests of some routes only.
    double m_others
        = 0; ///< Answered to others since m_begin; negative: so many of ours are still to be counted.
};

} // namespace experiment
