// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/alert.h"

#include "core/base/format.h"
#include "core/session/alerttexts.h"

#include <cmath>

namespace session {

using analysis::AlertUnit;

namespace {
constexpr double longestTime = 1e9; // seconds; what is later is never

QString inPercent(double share)
{
    return base::formatCount(std::round(share * 1000) / 10) + QStringLiteral(" %");
}
} // namespace

QString alertValueText(AlertUnit unit, double value)
{
    switch (unit) {
    case AlertUnit::Share:
        return inPercent(value);
    case AlertUnit::Seconds:
        if (std::abs(value) > longestTime)
            return QStringLiteral("never");
        return base::formatDuration(std::chrono::nanoseconds(std::llround(value * 1e9)));
    case AlertUnit::Count:
        return base::formatCount(value);
    case AlertUnit::BytesPerSecond:
        return base::formatRate(value);
    }
    return {};
}

QString alertText(const Alert &alert)
{
    return QStringLiteral("%1 %2: %3")
        .arg(analysis::toKey(alert.priority), alert.title, alertValuesText(alert));
}

} // namespace session
