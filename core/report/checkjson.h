// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

namespace report {

/// The JSON contract of `tidemark-cli check` (schema "tidemark.check/1"). Unknown values are null, never 0.
[[nodiscard]] QByteArray checkToJson(const experiment::CheckResult &result);

} // namespace report
