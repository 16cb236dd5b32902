// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace experiment {
struct AuditResult;
struct CheckResult;
} // namespace experiment

/// A leak check, or an audit, as the last run. Its JSON holds what scripts read and not all that its page shows, so every format is
/// made at once and kept beside it.
namespace cli::checkfile {

/// Replaces the last run. Errors: WriteFailed.
[[nodiscard]] base::Result<base::Done> save(const experiment::CheckResult &result);
[[nodiscard]] base::Result<base::Done> save(const experiment::AuditResult &result);

/// Whether that file is a leak check's JSON, or an audit's.
[[nodiscard]] bool isCheck(const QString &path);

/// The check or audit whose JSON is at `path`, as "html", "md", "json" or "junit". Errors: Malformed for another format, NotFound
/// where only the JSON was kept, FileUnreadable.
[[nodiscard]] base::Result<QByteArray> read(const QString &path, const QString &format);

} // namespace cli::checkfile
