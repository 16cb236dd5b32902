// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/metrics/seriesstore.h"

#include <QJsonArray>

namespace report {

/// One element of `series`: {name, role, unit, points:[[unixSeconds, value|null], …]}, where null is a gap.
/// Of a session longer than the store keeps every reading, the older points are means; `ranges`,
/// [[unixSeconds, min, max, readings], …], then says what each of those stands for.
[[nodiscard]] QJsonObject seriesToJson(const metrics::SeriesStore &store, metrics::Role role);

/// The store that these series came from. A mean comes back as as many readings as it was made of, with the
/// same least and greatest, spread over its time. Roles that are not known are left out. Error Malformed.
[[nodiscard]] base::Result<metrics::SeriesStore> seriesFromJson(const QJsonArray &series);

} // namespace report
