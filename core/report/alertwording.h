// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sessionsnapshot.h"

/// The words of the section about alerts, which HTML, terminal and JUnit share.
namespace report {

/// A rule's title: one of the default rules is in English, as it is kept and compared, and shown in the language of the
/// program.
[[nodiscard]] QString alertTitle(const QString &title);
/// "> 5 % for 2:00 min", "< 30:00 min".
[[nodiscard]] QString alertConditionText(const analysis::AlertRule &rule);
/// "≤ 2.5 %", "≤ 500 ms for 1:00 min".
[[nodiscard]] QString alertClearText(const analysis::AlertRule &rule);

/// What became of the rules in force, in one sentence: "1 alert was raised, P1; it was not over at the end." Empty without
/// rules.
[[nodiscard]] QString alertsSentence(const session::SessionSnapshot &snapshot);
/// "P1 Share of 5xx answers: 100 % > 5 %, for 12.0 s, from 2026-11-23 20:32:13 UTC on".
[[nodiscard]] QString alertLine(const session::Alert &alert, qint64 endMs);
/// Of the rules in force those that nothing was known for: "Not judged, because nothing was read for them: …". Empty when
/// there are none.
[[nodiscard]] QString unjudgedSentence(const session::SessionSnapshot &snapshot);

} // namespace report
