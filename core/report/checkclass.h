// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

#include <QJsonObject>

namespace report {

/// What kind of leak a check found, for scripts: `cause` ("heap", "off-heap", "external", "goroutines", "threads",
/// "descriptors", "descriptors-closed-by-gc", "files"), `retention` ("keeps-body", "keeps-part", "fixed-bytes", "nothing",
/// "unclear") with `retainedShare` of the body, `sameFile` ("keyed", "per-request", "nothing", "unclear") and
/// `amplification` by many uploads at once. Null: not tried, or nothing leaks. Any thread.
[[nodiscard]] QJsonObject checkClassToJson(const experiment::CheckResult &result);

} // namespace report
