// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/jsonfields.h"
#include "core/session/sessionsnapshot.h"

namespace report {

/// An element of `alerts`: {rule, priority, title, raisedAt, clearedAt|null, value, threshold, unit, comparison}; a value that
/// is infinite, which is never, is null.
[[nodiscard]] QJsonObject alertToJson(const session::Alert &alert);
/// An element of `alertRules`: {id, title, signal, unit, comparison, threshold, clear, for, keepFiringFor (seconds), priority,
/// judged}.
[[nodiscard]] QJsonObject judgedRuleToJson(const session::JudgedRule &judged);

/// Both lists, where there are any.
void alertsFromJson(JsonFields &document, session::SessionSnapshot &snapshot);

} // namespace report
