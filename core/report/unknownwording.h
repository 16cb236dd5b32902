// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/checkcomparison.h"

namespace report {

/// Why it is unknown what has become of a row: "inconclusive after: varies too much: only 3.00 KiB per upload would be seen",
/// "not watched before"; empty where it is known. What the checks said themselves is in it, as they wrote it. printable();
/// any thread.
[[nodiscard]] QString unknownText(const CheckComparison::Row &row);

} // namespace report
