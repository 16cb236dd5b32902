// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/session/sessionsnapshot.h"

/// Uploads as JUnit XML, which CI servers show as test results. Pure functions, callable from any thread.
namespace report {

/// One suite, "tidemark upload", in which every file is a test case: its path as the name, the server's address as the
/// class, and the seconds of its last attempt. A failed upload is a failure, whose type is the error's kind, whose message is
/// one line of why, and whose text holds the server's words as well; one that was cancelled, or did not come to its end, is
/// skipped. Without secrets; control characters, which XML cannot hold, are spelt as in printable().
[[nodiscard]] QByteArray toJUnit(const session::SessionSnapshot &snapshot);

/// The same of a run that could not begin, as was found at that time (Unix milliseconds): one test case, named as the command,
/// with an error.
[[nodiscard]] QByteArray failureToJUnit(const QString &command, qint64 atMs, const base::Error &failure);

} // namespace report
