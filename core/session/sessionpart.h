// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sessionsnapshot.h"

namespace session {

/// Of a session's snapshot what came to its end after `sinceMs` (Unix milliseconds): uploads that were begun and are over, the
/// timeline and the alerts since then. All readings stay. `cleared` are uploads that had left the queue before it was taken:
/// they were made all the same. Pure; any thread.
[[nodiscard]] SharedSnapshot partSince(const SessionSnapshot &snapshot, qint64 sinceMs,
                                       const QList<transfer::UploadRecord> &cleared = {});

} // namespace session
