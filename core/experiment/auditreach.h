// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditcontext.h"

namespace experiment {

/// Finds out once for AuditContext::reach whether the service that is watched sees a request before its end: some uploads are
/// held open together, and have to show in its goroutines or descriptors, once in three tries. A proxy that buffers requests, as nginx does unless
/// it is told not to, keeps them back, and then nothing can be told from what the service does meanwhile. Whatever passes
/// because nothing was seen of a held, slow or aborted request needs Reach::Seen. The uploads are right ones, and are sent to
/// their end. Thread: the context's, which outlives it.
QCoro::Task<Reach> seekReach(AuditContext &context);

/// What was seen, and why nothing follows from it, which is anything but Reach::Seen, and what to do.
[[nodiscard]] QString unreached(const QString &seen, Reach reach);

} // namespace experiment
