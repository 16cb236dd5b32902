// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/chartdata.h"

namespace report {

/// Columns side by side over the whole width of `data`: one for every scrape, or for several when there are
/// many; without scrapes one for every reading of what else was watched, and without any of those one for every second in
/// which something was uploaded.
[[nodiscard]] QList<ChartColumn> chartColumns(const session::SessionSnapshot &snapshot,
                                              const ChartData &data);

} // namespace report
