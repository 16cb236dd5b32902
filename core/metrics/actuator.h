// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/metrics/role.h"

#include <QByteArrayView>
#include <QLatin1StringView>

#include <optional>
#include <span>

class QJsonObject;

namespace metrics {

/// One meter of Spring Boot's /actuator/metrics/NAME and what its measurements mean.
struct ActuatorMeter
{
    QLatin1StringView name;
    QLatin1StringView query; ///< "tag=area:heap", or empty.
    std::optional<Role> value; ///< Of the statistic VALUE (gauges).
    std::optional<Role> count; ///< Of COUNT (counters and timers).
    std::optional<Role> totalTime; ///< Of TOTAL_TIME, seconds (timers).
    std::optional<Role> max; ///< Of MAX, seconds (timers).
    double scale = 1; ///< Of VALUE and COUNT, to the unit of the role.
};

/// The fixed set that is read: /actuator/metrics needs one request for each meter, so it is kept small.
[[nodiscard]] std::span<const ActuatorMeter> actuatorMeters();

/// Whether this is the list of meters, {"names": ["jvm.memory.used", …]}.
[[nodiscard]] bool isActuatorIndex(const QJsonObject &document);
/// The roles whose meters the list names.
[[nodiscard]] RoleSet rolesOfActuatorIndex(const QJsonObject &document);

/// Reads one meter's answer into `reading`. Errors: Malformed when it is no answer about a meter.
[[nodiscard]] base::Result<base::Done> readActuatorMeter(const ActuatorMeter &meter, QByteArrayView page,
                                                         Reading &reading);

} // namespace metrics
