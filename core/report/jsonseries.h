// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/metrics/seriesstore.h"

#include <QJsonArray>

namespace report {

/// The object with its member `source`, which says of what it tells; none where that is the session's own server.
[[nodiscard]] QJsonObject withSource(const QString &source, QJsonObject object);

/// One element of `series`: {source, name, role, unit, points:[[unixSeconds, value|null], …]}, where null is a gap. `source`
/// is as for seriesFromJson().
/// Of a session longer than the store keeps every reading, the older points are means; `ranges`,
/// [[unixSeconds, min, max, readings], …], then says what each of those stands for.
[[nodiscard]] QJsonObject seriesToJson(const metrics::SeriesStore &store, metrics::Role role,
                                       const QString &source = {});

/// The store that those of the series came from whose `source` is `of`: missing for the session's own server, else
/// the name of something that was watched beside it. A mean comes back as as many readings as it was made of, with the
/// same least and greatest, spread over its time. Roles that are not known are left out. Error Malformed.
[[nodiscard]] base::Result<metrics::SeriesStore> seriesFromJson(const QJsonArray &series,
                                                                const QString &of = {});

} // namespace report
