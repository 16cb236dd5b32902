// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/floor.h"

#include <optional>

namespace experiment {

/// Holds the server's own count of requests against ours: who else uses the server changes its memory, too.
/// It learns first how the server counts: looking, which many count for some routes only, and uploads, which some count
/// twice or more - in each of two layers, or as requests to themselves. A monitor and a health check or two are let pass. One that the server counts late is ours all the same: an upload that
/// was broken off may end there after the floor, on a busy machine most do.
/// Lives in one thread. Of a server that counts nothing (Floor::requests is NaN) everything is accepted.
class RequestLedger
{
public:
    /// Uploads of all kinds and ends, made since the last floor.
    void addUploads(qint64 count) { m_uploads += static_cast<double>(count); }
    /// The next floor, in the order of time. False: the server answered others in between, or others little by little
    /// since it was learned how it counts. Before that everything is accepted.
    [[nodiscard]] bool accepts(const FloorReading &floor);
    /// `first` and `last` are floors with nothing but looking between them; all uploads so far were made before. False: the
    /// server answered others.
    [[nodiscard]] bool learn(const FloorReading &first, const FloorReading &last);

private:
    std::optional<FloorReading> m_begin;
    std::optional<FloorReading> m_last;
    double m_uploads = 0; ///< Since m_last; before it has learned, since m_begin.
    double m_perUpload = 1; ///< Requests, by the server's count.
    double m_perLook = 1;
    bool m_hasLearned = false;
    double m_others
        = 0; ///< Answered to others since m_begin; negative: so many of ours are still to be counted.
};

} // namespace experiment
