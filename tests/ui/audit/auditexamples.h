// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditresult.h"

/// Audits as they may end, for tests and pictures.
namespace examples {

/// Three checks failed, and some could not be decided.
[[nodiscard]] experiment::AuditResult faulty();
/// All passed.
[[nodiscard]] experiment::AuditResult sound();
/// Stopped by a person after six checks.
[[nodiscard]] experiment::AuditResult stopped();
/// Not even a right upload is taken.
[[nodiscard]] experiment::AuditResult unusable();
/// The server broke down on a form of many parts.
[[nodiscard]] experiment::AuditResult gone();
/// In the check of that number, from 1.
[[nodiscard]] experiment::AuditProgress auditing(int number);

} // namespace examples
