// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <QString>

#include <utility>
#include <vector>

/// A leak check, a sweep or an audit as the last run. Its JSON holds what scripts read and not all that its page shows, so every
/// format is made at once and kept beside it.
namespace cli::checkfile {

/// Formats by name, "html", "md", "csv", "junit", with their documents.
using Documents = std::vector<std::pair<QString, QByteArray>>;

/// Replaces the last run. Errors: WriteFailed.
[[nodiscard]] base::Result<base::Done> save(const QByteArray &json, const Documents &documents);

/// Whether that file is the JSON of a leak check, a sweep or an audit.
[[nodiscard]] bool isOne(const QString &path);

/// The one whose JSON is at `path`, as "html", "md", "json", "junit" or "csv". Errors: Malformed for a format that it does
/// not have, NotFound where only the JSON was kept, FileUnreadable.
[[nodiscard]] base::Result<QByteArray> read(const QString &path, const QString &format);

} // namespace cli::checkfile
