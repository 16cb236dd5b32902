// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace base {

/// Where a program is that is installed together with this one: beside it, or in ../libexec/tidemark; `variable` of the
/// environment, if it is set, names another place. Needs an application object. Any thread.
///
/// Error NotFound calls it `what`: "the sample server was not found at …".
[[nodiscard]] Result<QString> findCompanion(const QString &name, const char *variable, const QString &what);

} // namespace base
