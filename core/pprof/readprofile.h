// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace pprof {

/// What a file holds that is said to be a profile, not decoded yet. No larger than decode() takes. Blocks; any thread.
/// Errors: FileMissing, NotAFile, FileUnreadable, TooLarge; their messages do not name the file.
[[nodiscard]] base::Result<QByteArray> readProfile(const QString &path);

} // namespace pprof
