// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/growthchange.h"
#include "core/analysis/tone.h"
#include "core/experiment/auditresult.h"
#include "core/experiment/sweepresult.h"
#include "core/report/htmlwriter.h"

namespace report {

using analysis::Tone;

/// A verdict in a word. Colour, sign and word belong together: none of them says it alone.
struct Badge
{
    Tone tone = Tone::Unknown;
    QString word;

    /// "▲ leaks", "✓ stable", "= no difference", "? inconclusive".
    [[nodiscard]] QString text() const;

    bool operator==(const Badge &) const = default;
};

/// Of a check that is over: what is not decided by then is inconclusive.
[[nodiscard]] Badge badgeOf(analysis::Outcome outcome);
/// "fixed", "better", "no difference", "new", "worse", "unknown".
[[nodiscard]] Badge badgeOf(analysis::Change change);
/// "failed", "passed", "unknown".
[[nodiscard]] Badge badgeOf(experiment::AuditOutcome outcome);
/// "breaks down", "failed", "amplified", "some fail", "unfinished", "leaks perhaps", "holds", "unknown".
[[nodiscard]] Badge badgeOf(experiment::SweepOutcome outcome);

void writeBadge(HtmlWriter &html, const Badge &badge);
/// Several in a line: what a report begins with, above its headline.
void writeVerdict(HtmlWriter &html, const QList<Badge> &badges);

} // namespace report
