// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/alert.h"

#include "core/base/format.h"
#include "core/session/alerttexts.h"

#include <QCoreApplication>

#include <cmath>

namespace session {

using analysis::AlertUnit;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::Alert)
};

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
            return Text::tr("never");
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
    const QString what = Text::tr("%1: %2", "an alert; its values").arg(alert.title, alertValuesText(alert));
    return analysis::toKey(alert.priority) + u' ' + what; // priorityInText() reads the beginning
}

} // namespace session
