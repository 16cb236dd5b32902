// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

/// The last run's JSON in the user's data folder: what `report last` reads.
namespace cli::runfile {

[[nodiscard]] QString lastRunPath();

/// Replaces it. Errors: WriteFailed.
[[nodiscard]] base::Result<base::Done> save(const QByteArray &json);

/// The file that `run` names: "last", or a path. Error NotFound when there is no last run.
[[nodiscard]] base::Result<QString> resolve(const QString &run);

} // namespace cli::runfile
