// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

namespace report {

struct Baseline;

/// The JSON contract of `tidemark-cli check` (schema "tidemark.check/1"). Unknown values are null, never 0.
/// `baseline` is what it was held against, its key "baseline" (see baselineToJson()); nullptr: nothing.
[[nodiscard]] QByteArray checkToJson(const experiment::CheckResult &result,
                                     const Baseline *baseline = nullptr);

} // namespace report
