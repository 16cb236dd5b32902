// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/alert.h"

#include <QString>

#include <optional>

/// What the window says of alerts and their rules. One place, so that list, status bar, notification and screen reader agree.
/// What a rule is called tells report::alertTitle(), here and in reports.
namespace ui {

/// What the signal is and how it is measured, in a sentence or two.
[[nodiscard]] QString signalMeaning(analysis::AlertSignal signal);
/// "Raised when it is above 5 % for 2:00 min. Over when it is 2.5 % or less."
[[nodiscard]] QString ruleMeaning(const analysis::AlertRule &rule);
/// "P1, look at once", …: what a priority asks for.
[[nodiscard]] QString priorityMeaning(analysis::AlertPriority priority);

/// "since 10:41:12", "10:41:12 to 10:43:00 (1:48 min)"; with the day where that is not today.
[[nodiscard]] QString alertSpan(const session::Alert &alert, qint64 nowMs);
/// "P1 Share of 5xx answers": its name wherever there is room for no more.
[[nodiscard]] QString alertName(const session::Alert &alert);
/// What is raised, in a few words: "No alerts", "1 alert: P1 Share of 5xx answers", "3 alerts, first P1 Share of 5xx answers".
[[nodiscard]] QString alertsSummary(qsizetype count, const std::optional<session::Alert> &mostUrgent);

} // namespace ui
