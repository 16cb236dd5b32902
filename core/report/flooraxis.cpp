// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/flooraxis.h"

#include "core/base/format.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace report {
namespace {

using analysis::Unit;

constexpr std::array byteUnits{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

constexpr int mostSteps = 5;
constexpr double roomForLimit = 4;
constexpr double leastUploads = 100; // An axis for fewer would show how the readings scatter.
constexpr double roomForNoise = 10; // Two deviations each way are less than half the picture.
constexpr double largePart = 0.25; // Of the highest value: what varies shows on an axis from 0 as well.
constexpr double leastPart = 1e-5; // Labels keep a number of digits that can be read.
constexpr double margin = 0.05; // A floor on the bottom line of a cut axis would look like nothing.
constexpr double tiny = 1e-6; // Of a step: a bound that is on a tick already stays there.
constexpr double mostDrawn = 1e300; // What is above it would leave no room for arithmetic.

struct Range
{
    double low = 0;
    double high = 0;

    void take(double value)
    {
        low = std::min(low, value);
        high = std::max(high, std::min(value, mostDrawn));
    }
    [[nodiscard]] double span() const { return high - low; }
};

Range judgedRange(const FloorChart &chart)
{
    Range range{mostDrawn, 0};
    for (const QPointF &floor : chart.floors)
        range.take(floor.y());
    for (const FloorChart::Sleeve &at : chart.sleeve)
        range.take(at.line);
    if (chart.sleeve.size() < 2 || chart.sleeve.back().x >= chart.expected)
        return range;
    const FloorChart::Sleeve &first = chart.sleeve.front();
    const FloorChart::Sleeve &last = chart.sleeve.back();
    const double slope = (last.line - first.line) / (last.x - first.x);
    range.take(std::max(0.0, last.line + slope * (chart.expected - last.x)));
    return range;
}

Range fromZero(const FloorChart &chart)
{
    Range range = chart.floors.empty() ? Range() : judgedRange(chart);
    for (const QPointF &floor : chart.earlier)
        range.take(floor.y());
    range.low = 0;
    return range;
}

Range neededRange(const FloorChart &chart)
{
    if (chart.limit <= 0 || chart.floors.size() < 2)
        return fromZero(chart);
    Range range = judgedRange(chart);
    const double uploads = std::max({chart.expected, chart.floors.back().x(), leastUploads});
    const double shown
        = std::max({range.span(), roomForLimit * chart.limit * uploads, roomForNoise * chart.noise});
    if (!(shown <= largePart * range.high))
        return fromZero(chart);
    const double wanted = std::max(shown, leastPart * range.high);
    range.low -= margin * wanted;
    range.high = std::max(range.high, range.low + wanted);
    return range.low > 0 ? range : fromZero(chart);
}

/// The narrowest axis on round ticks that holds the range.
FloorAxis laidOut(const Range &range, Unit unit)
{
    FloorAxis axis{.unit = unit};
    if (range.high <= 0) {
        axis.power = unit == Unit::Bytes ? 1 : 0;
        axis.step = axis.top = std::pow(1024.0, axis.power);
        return axis;
    }
    const auto fits = [&] {
        axis.from = std::max(0.0, std::floor(range.low / axis.step + tiny)) * axis.step;
        axis.top = std::ceil(range.high / axis.step - tiny) * axis.step;
        return axis.top - axis.from < (mostSteps + 0.5) * axis.step;
    };
    const int largest = unit == Unit::Bytes
        ? std::clamp(static_cast<int>(std::floor(std::log2(range.high) / 10)), 0,
                     static_cast<int>(byteUnits.size()) - 1)
        : 0;
    for (axis.power = 0;; ++axis.power) {
        const double one = std::pow(1024.0, axis.power);
        // From hundredths of the next unit on, labels are in that one: "14.20 MiB" is easier to read than "14,541 KiB".
        const double end = axis.power < largest ? 0.0095 * 1024 * one : HUGE_VAL;
        for (int exponent = axis.power > 0 ? -2 : 0; std::pow(10.0, exponent) * one < end; ++exponent) {
            for (const double digit : {1, 2, 5}) {
                axis.step = digit * std::pow(10.0, exponent) * one;
                axis.decimals = std::max(0, -exponent);
                if (axis.step < end && fits())
                    return axis;
            }
        }
    }
}

QString numberText(double value, int decimals)
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return value < 1e15 ? locale.toString(value, 'f', decimals) : QString::number(value, 'g', 3);
}

QString text(const FloorAxis &axis, double value, int decimals)
{
    if (axis.unit != Unit::Bytes)
        return numberText(value, 0);
    return QString(numberText(value / std::pow(1024.0, axis.power), decimals) + QLatin1Char(' ')
                   + QLatin1StringView(byteUnits.at(static_cast<size_t>(axis.power))));
}

} // namespace

bool FloorAxis::holds(double value) const
{
    const double slack = 2 * tiny * step;
    return value >= from - slack && value <= top + slack;
}

QList<Tick> FloorAxis::ticks() const
{
    QList<Tick> ticks;
    const int steps = static_cast<int>(std::lround((top - from) / step));
    for (int i = 0; i <= steps; ++i) {
        const double value = from + i * step;
        ticks.append({value, value > 0 ? text(*this, value, decimals) : QStringLiteral("0")});
    }
    return ticks;
}

QString FloorAxis::reading(double value) const
{
    if (unit != Unit::Bytes)
        return base::formatCount(value);
    return isCut() ? text(*this, value, power > 0 ? decimals + 1 : 0) : base::formatBytes(value);
}

FloorAxis floorAxis(const FloorChart &chart)
{
    return laidOut(neededRange(chart), chart.unit());
}

FloorAxis widenedAxis(const FloorAxis &now, const FloorChart &chart)
{
    Range range = neededRange(chart);
    if (now.from <= 0)
        range = fromZero(chart);
    range.low = std::min(range.low, now.from);
    range.high = std::max(range.high, now.top);
    const bool isLarge = !(range.span() <= largePart * range.high);
    return laidOut(isLarge && range.low > 0 ? fromZero(chart) : range, chart.unit());
}

} // namespace report
