// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/alertvalue.h"

#include "core/base/units.h"

#include <cmath>

namespace session {

using analysis::AlertUnit;

namespace {

constexpr int digits = 10;
constexpr double most = 1e18;

std::optional<double> numberFrom(const QString &text)
{
    bool isNumber = false;
    const double number = text.trimmed().toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<double> parseAlertValue(const QString &text, AlertUnit unit)
{
    switch (unit) {
    case AlertUnit::Share: {
        const QString share = text.trimmed();
        const auto percent = share.endsWith(u'%') ? numberFrom(share.chopped(1)) : std::nullopt;
        return percent ? std::optional(*percent / 100) : std::nullopt;
    }
    case AlertUnit::Seconds:
        if (const auto duration = base::parseDuration(text))
            return std::chrono::duration<double>(*duration).count();
        return {};
    case AlertUnit::BytesPerSecond:
        if (const auto size = base::parseSize(text))
            return static_cast<double>(*size);
        return {};
    case AlertUnit::Count:
        return numberFrom(text);
    }
    Q_UNREACHABLE();
}

bool isAlertValue(double value, AlertUnit unit)
{
    return value >= 0 && value <= (unit == AlertUnit::Share ? 1 : most); // false of NaN
}

QString alertValueKey(double value, AlertUnit unit)
{
    switch (unit) {
    case AlertUnit::Share:
        return QString::number(value * 100, 'g', digits) + u'%';
    case AlertUnit::Seconds:
        return alertDurationKey(std::chrono::milliseconds(std::llround(value * 1000)));
    case AlertUnit::BytesPerSecond:
        return base::sizeKey(std::llround(value));
    case AlertUnit::Count:
        return QString::number(value, 'g', digits);
    }
    Q_UNREACHABLE();
}

QString alertDurationKey(std::chrono::milliseconds duration)
{
    const qint64 ms = duration.count();
    if (ms == 0)
        return QStringLiteral("0s");
    if (ms % 60'000 == 0)
        return QStringLiteral("%1m").arg(ms / 60'000);
    return ms % 1'000 == 0 ? QStringLiteral("%1s").arg(ms / 1'000) : QStringLiteral("%1ms").arg(ms);
}

} // namespace session
