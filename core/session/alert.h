// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/alertrule.h"

#include <QMetaType>

namespace session {

/// A rule that was broken, once: from when on, and until when.
struct Alert
{
    QString rule; ///< AlertRule::id; what follows is of it, as it was then.
    QString title;
    analysis::AlertPriority priority = analysis::AlertPriority::P3;
    analysis::AlertComparison comparison = analysis::AlertComparison::Above;
    analysis::AlertUnit unit = analysis::AlertUnit::Share; ///< Of the two values.
    double threshold = 0;
    double value = 0; ///< The one furthest beyond the threshold.
    qint64 raisedAtMs = 0; ///< Unix milliseconds.
    qint64 clearedAtMs = 0; ///< 0: not yet.

    bool operator==(const Alert &) const = default;
};

/// A rule in force, and whether its signal was ever known: one that could not be judged was not kept.
struct JudgedRule
{
    analysis::AlertRule rule;
    bool isJudged = false;

    bool operator==(const JudgedRule &) const = default;
};

/// Which rules are in force.
struct AlertPlan
{
    QList<analysis::AlertRule> rules;
    double memoryLimit = 0; ///< Bytes, for AlertSignal::MemoryEta; 0: not known.

    bool operator==(const AlertPlan &) const = default;
};

/// "12.5 %", "1.20 s", "10,000", "17.1 KiB/s"; "never" for an infinite time.
[[nodiscard]] QString alertValueText(analysis::AlertUnit unit, double value);
/// "P1 Share of 5xx answers: 12.5 % > 5 %".
[[nodiscard]] QString alertText(const Alert &alert);

} // namespace session

Q_DECLARE_METATYPE(session::Alert)
Q_DECLARE_METATYPE(session::AlertPlan)
