// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditresult.h"
#include "core/experiment/checkresult.h"
#include "core/report/surface.h"

/// What to do about a measurement that leaves something open, in one sentence; the same in window, terminal and reports. Pure
/// functions, any thread.
namespace report {

/// Of an inconclusive check; empty for any other.
[[nodiscard]] QString checkAdvice(const experiment::CheckResult &result, Surface surface = Surface::Terminal);
/// What a report says below the sentence: checkNotes(), and checkAdvice() where there is one. A line each.
[[nodiscard]] QStringList notesAndAdvice(const experiment::CheckResult &result);

/// Of an audit that ended early; empty for one that did not.
[[nodiscard]] QString auditAdvice(const experiment::AuditResult &result, Surface surface = Surface::Terminal);

} // namespace report
