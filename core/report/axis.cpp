// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/axis.h"

#include "core/base/format.h"

#include <QDateTime>

#include <array>
#include <cmath>

namespace report {
namespace {

constexpr std::array byteUnits{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

constexpr double headroom = 1.06;
constexpr double mostDrawn = 1e300; // what is above it would leave no room for arithmetic

/// Whether at most `about` steps lie below the top.
bool suffices(double step, double largest, int about)
{
    return largest * headroom < step * (about + 1);
}

/// A scale with its 0; the other ticks are the multiples of `step` below its top.
Scale emptyScale(double largest, double step)
{
    return {{{0, QStringLiteral("0")}}, largest > 0 ? largest * headroom : step};
}

int multiplesBelow(double top, double step)
{
    return step > 0 ? static_cast<int>(std::min(1000.0, std::floor(top / step + 1e-9))) : 0;
}

QString timeLabel(qint64 ms, qint64 step)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    if (step < 1000)
        return time.toString(QStringLiteral("HH:mm:ss.zzz")).chopped(2);
    if (step < 60'000)
        return time.toString(QStringLiteral("HH:mm:ss"));
    if (step < 86'400'000)
        return time.toString(QStringLiteral("HH:mm"));
    return time.toString(QStringLiteral("yyyy-MM-dd"));
}

} // namespace

Scale byteScale(double largest, int about, const QString &suffix)
{
    largest = std::min(largest, mostDrawn);
    static constexpr std::array factors{1, 2, 5, 10, 20, 50, 100, 200, 500};
    double unit = 1;
    size_t power = 0;
    while (!suffices(500 * unit, largest, about) && power + 1 < byteUnits.size()) {
        unit *= 1024;
        ++power;
    }
    const auto factor = std::find_if(factors.begin(), factors.end(),
                                     [&](int f) { return suffices(f * unit, largest, about); });
    // Beyond all units nothing is round any more, but the number of ticks stays what it is.
    const double step = factor != factors.end() ? *factor * unit : largest / about;
    Scale scale = emptyScale(largest, step);
    for (int i = 1; i <= multiplesBelow(scale.top, step); ++i) {
        const double value = step * i;
        const QString number = factor != factors.end() ? base::formatCount(value / unit)
                                                       : QString::number(value / unit, 'g', 4);
        scale.ticks.append(
            {value, QString(number + QLatin1Char(' ') + QLatin1String(byteUnits[power]) + suffix)});
    }
    return scale;
}

Scale countScale(double largest, int about)
{
    largest = std::min(largest, mostDrawn);
    double power = 1;
    while (!suffices(5 * power, largest, about) && power < 1e18)
        power *= 10;
    double step = largest / about;
    for (const double factor : {5, 2, 1}) {
        if (suffices(factor * power, largest, about))
            step = factor * power;
    }
    Scale scale = emptyScale(largest, step);
    for (int i = 1; i <= multiplesBelow(scale.top, step); ++i) {
        const double value = step * i;
        scale.ticks.append({value, value < 1e15 ? base::formatCount(value) : QString::number(value, 'g', 3)});
    }
    return scale;
}

Scale durationScale(double largest, int about)
{
    constexpr double longest = 1e9;
    constexpr std::array factors{1, 2, 5};
    largest = std::min(largest, longest);
    double power = 1e-6;
    double step = power;
    for (size_t i = 0; !suffices(step, largest, about); i = (i + 1) % factors.size()) {
        step = factors[i] * power;
        if (i + 1 == factors.size())
            power *= 10;
    }
    const double unit = step >= 1 ? 1 : step >= 1e-3 ? 1e-3 : 1e-6;
    const char *name = step >= 1 ? " s" : step >= 1e-3 ? " ms" : " µs";
    Scale scale = emptyScale(largest, step);
    for (int i = 1; i <= multiplesBelow(scale.top, step); ++i)
        scale.ticks.append(
            {step * i, QString(base::formatCount(std::round(step * i / unit)) + QString::fromUtf8(name))});
    return scale;
}

QList<Tick> timeTicks(qint64 fromMs, qint64 toMs, int about)
{
    constexpr qint64 second = 1000;
    constexpr qint64 minute = 60 * second;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    static constexpr std::array steps{100LL,       200LL,       500LL,       second,  2 * second, 5 * second,
                                      10 * second, 15 * second, 30 * second, minute,  2 * minute, 5 * minute,
                                      10 * minute, 15 * minute, 30 * minute, hour,    2 * hour,   3 * hour,
                                      6 * hour,    12 * hour,   day,         2 * day, 7 * day,    14 * day};
    const qint64 span = std::max<qint64>(1, toMs - fromMs);
    qint64 step = steps.back();
    const auto fits = std::find_if(steps.begin(), steps.end(), [&](qint64 s) { return span <= s * about; });
    if (fits != steps.end())
        step = *fits;
    while (span > step * about)
        step *= 2;
    QList<Tick> ticks;
    for (qint64 ms = (fromMs + step - 1) / step * step; ms <= toMs; ms += step)
        ticks.append({static_cast<double>(ms), timeLabel(ms, step)});
    return ticks;
}

} // namespace report
