// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditcontext.h"

namespace experiment {

/// A small, right upload whose last bytes come so late that all of it takes `time`: in steps, none of which a server that only
/// limits the time between two reads would mind. Errors: as AuditContext::exchange(). Thread: the context's, which outlives it.
QCoro::Task<Exchanged> sendSlowly(AuditContext &context, std::chrono::microseconds time);

/// Whether a body was refused for its size and not for the time that it took: a service that reads with a deadline answers 400
/// to what it had not read by then, be it as small as any. 413 says so itself, and what comes within a second is no deadline.
/// Everything else is asked of the service: if it takes a small body that comes as slowly, it was the size. If it does not,
/// nobody can tell from outside, and the answer is no. Remembers in the context's limit what was taken.
QCoro::Task<bool> isRefusedForSize(AuditContext &context, Exchanged refused);

} // namespace experiment
