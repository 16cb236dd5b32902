// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/checkcomparison.h"

namespace report {

/// What two leak checks measured beside growth, side by side; no judgement. Texts for people.
struct ComparedFigure
{
    QString name; ///< "time to answer, median"
    QString before; ///< "not measured" when not known.
    /// With its sign; dash() when one of them is not known, "same" when they are told alike.
    QString difference;
    QString after;
};

/// Times to answer, how far the floors of memory rose, and the time that a check took which came to its end. Rows that
/// neither check knows anything of are left out, and process memory where only one of them tells it without the heap. Any
/// thread.
[[nodiscard]] std::vector<ComparedFigure> comparedFigures(const CheckComparison &comparison);

/// The functions of whose memory the heap keeps more or less of each upload, by the profiles of both; most changed first.
/// Any thread.
[[nodiscard]] std::vector<ComparedFigure> heldFigures(const CheckComparison &comparison);

} // namespace report
