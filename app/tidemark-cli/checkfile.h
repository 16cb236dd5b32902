// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace experiment {
struct CheckResult;
}

/// A leak check as the last run. Its JSON holds what scripts read and not all that its page shows, so every format is
/// made at once and kept beside it.
namespace cli::checkfile {

/// Replaces the last run. Errors: WriteFailed.
[[nodiscard]] base::Result<base::Done> save(const experiment::CheckResult &result);

/// Whether that file is a leak check's JSON.
[[nodiscard]] bool isCheck(const QString &path);

/// The check whose JSON is at `path`, as "html", "md", "json" or "junit". Errors: Malformed for another format, NotFound
/// where only the JSON was kept, FileUnreadable.
[[nodiscard]] base::Result<QByteArray> read(const QString &path, const QString &format);

} // namespace cli::checkfile
