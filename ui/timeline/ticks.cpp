// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/ticks.h"

#include "core/base/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>
#include <optional>

namespace ui {
namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

constexpr std::array timeSteps{second,      2 * second,  5 * second, 10 * second, 15 * second,
                               30 * second, minute,      2 * minute, 5 * minute,  10 * minute,
                               15 * minute, 30 * minute, hour,       2 * hour,    3 * hour,
                               6 * hour,    12 * hour,   day,        2 * day,     7 * day};

constexpr std::array<const char *, 6> byteUnits{"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b < 0);
}

/// The moment that a local clock shows as `localMs`; nothing when it jumps over that time in spring.
std::optional<qint64> fromLocal(qint64 localMs, const UtcOffset &offset)
{
    const qint64 guess = localMs - offset(localMs) * second;
    const qint64 ms = localMs - offset(guess) * second;
    return ms + offset(ms) * second == localMs ? std::optional(ms) : std::nullopt;
}

QDateTime localTime(qint64 ms, const UtcOffset &offset)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::OffsetFromUTC, offset(ms));
}

size_t byteUnitOf(double step)
{
    size_t unit = 0;
    for (; step >= 1024 && unit + 1 < byteUnits.size(); step /= 1024)
        ++unit;
    return unit;
}

/// The round numbers from 1 upward, by index: 1, 2, 5, 10, 20 …; bytes go from 500 to the next unit's 1.
double roundStep(int index, ValueUnit unit)
{
    constexpr std::array<double, 3> digits{1, 2, 5};
    if (unit == ValueUnit::Count)
        return digits[static_cast<size_t>(index % 3)] * std::pow(10.0, index / 3);
    const int inUnit = index % 9;
    return digits[static_cast<size_t>(inUnit % 3)] * std::pow(10.0, inUnit / 3) * std::pow(1024.0, index / 9);
}

} // namespace

UtcOffset localOffset()
{
    return [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms).offsetFromUtc(); };
}

TimeTicks timeTicks(qint64 fromMs, qint64 toMs, int most, const UtcOffset &offset)
{
    const auto isFew = [&](qint64 step) { return (toMs - fromMs) / step + 1 <= std::max(most, 1); };
    TimeTicks ticks;
    const auto step = std::find_if(timeSteps.begin(), timeSteps.end(), isFew);
    ticks.stepMs = step == timeSteps.end() ? timeSteps.back() : *step;
    while (!isFew(ticks.stepMs))
        ticks.stepMs *= 2;

    const qint64 last = toMs + offset(toMs) * second;
    qint64 local = floorDiv(fromMs + offset(fromMs) * second, ticks.stepMs) * ticks.stepMs;
    for (; local <= last; local += ticks.stepMs) {
        const std::optional<qint64> at = fromLocal(local, offset);
        if (at && *at >= fromMs && *at <= toMs && (ticks.at.empty() || *at > ticks.at.back()))
            ticks.at.push_back(*at);
    }
    return ticks;
}

QString timeLabel(qint64 atMs, qint64 stepMs, const UtcOffset &offset)
{
    const QDateTime local = localTime(atMs, offset);
    const bool isMidnight = local.time() == QTime(0, 0);
    if (stepMs >= day || (isMidnight && stepMs >= minute)) {
        const QString format = QCoreApplication::translate("ui::Timeline", "d MMM", "a day on the time axis");
        return QLocale().toString(local.date(), format);
    }
    return local.toString(stepMs < minute ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

QString clockLabel(qint64 atMs, bool withTenths, const UtcOffset &offset)
{
    const QString text = localTime(atMs, offset).toString(QStringLiteral("HH:mm:ss.zzz"));
    return text.left(withTenths ? 10 : 8);
}

ValueTicks valueTicks(double highest, int most, ValueUnit unit)
{
    most = std::max(most, 1);
    if (!(highest > 0) || !std::isfinite(highest)) {
        const double least = unit == ValueUnit::Count ? 1 : 1024;
        return {least, least};
    }
    for (int index = 0;; ++index) {
        const double step = roundStep(index, unit);
        const double steps = std::max(1.0, std::ceil(highest / step));
        if (steps <= most)
            return {steps * step, step};
    }
}

ValueTicks steadyTicks(const ValueTicks &now, double highest, int most, ValueUnit unit)
{
    const bool fits = highest <= now.top && std::round(now.top / now.step) <= std::max(most, 1);
    return fits && highest > now.top / 2 ? now : valueTicks(highest, most, unit);
}

QString valueLabel(double value, double step, ValueUnit unit)
{
    if (unit == ValueUnit::Count || value == 0)
        return base::formatCount(value);
    const size_t index = byteUnitOf(step);
    const QString number = base::formatCount(value / std::pow(1024.0, static_cast<double>(index)));
    const QString text = number + QLatin1Char(' ') + QLatin1String(byteUnits[index]);
    return unit == ValueUnit::BytesPerSecond ? text + QLatin1String("/s") : text;
}

QString unknownLabel()
{
    return QStringLiteral("—");
}

QString readingLabel(double value, ValueUnit unit)
{
    if (std::isnan(value))
        return unknownLabel();
    switch (unit) {
    case ValueUnit::Count:
        return base::formatCount(value);
    case ValueUnit::Bytes:
        return base::formatBytes(value);
    case ValueUnit::BytesPerSecond:
        return base::formatRate(value);
    }
    Q_UNREACHABLE();
}

} // namespace ui
