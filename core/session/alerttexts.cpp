// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/alerttexts.h"

namespace session {

QString alertValuesText(const Alert &alert)
{
    const bool isAbove = alert.comparison == analysis::AlertComparison::Above;
    return QStringLiteral("%1 %2 %3")
        .arg(alertValueText(alert.unit, alert.value), isAbove ? QStringLiteral(">") : QStringLiteral("<"),
             alertValueText(alert.unit, alert.threshold));
}

std::optional<analysis::AlertPriority> priorityInText(const QString &alertText)
{
    using enum analysis::AlertPriority;
    for (const analysis::AlertPriority priority : {P1, P2, P3}) {
        if (alertText.startsWith(analysis::toKey(priority) + QLatin1Char(' ')))
            return priority;
    }
    return {};
}

} // namespace session
