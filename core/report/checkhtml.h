// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

namespace report {

struct Baseline;

/// A leak check as self-contained HTML: the sentence, the evidence, a table of resources, the guilty stacks and the
/// conditions under which it can be repeated. No script, no network; light and dark follow the reader's system.
/// `baseline` is what it was held against; nullptr: nothing.
[[nodiscard]] QByteArray checkToHtml(const experiment::CheckResult &result,
                                     const Baseline *baseline = nullptr);

} // namespace report
