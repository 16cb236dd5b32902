// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/format.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace base {
namespace {

QString threeDigits(double value)
{
    const double size = std::abs(value);
    const int decimals = size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
    return QString::number(value, 'f', decimals);
}

/// Up to four digits of a whole part, as formatCount() groups them.
QString grouped(QString number)
{
    const qsizetype signs = number.startsWith(QLatin1Char('-')) ? 1 : 0;
    if (number.size() - signs == 4 && !number.contains(QLatin1Char('.')))
        number.insert(signs + 1, QLatin1Char(','));
    return number;
}

QString twoDigits(qint64 value)
{
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
}

} // namespace

QString formatBytes(double bytes)
{
    static constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    size_t unit = 0;
    // 1023.5 would print as "1024 KiB": step up as soon as rounding reaches the next unit.
    while (std::abs(bytes) >= 1023.5 && unit + 1 < units.size()) {
        bytes /= 1024;
        ++unit;
    }
    const QString number = unit == 0 ? QString::number(std::llround(bytes)) : threeDigits(bytes);
    return grouped(number) + QLatin1Char(' ') + QLatin1String(units[unit]);
}

QString formatRate(double bytesPerSecond)
{
    return formatBytes(bytesPerSecond) + QStringLiteral("/s");
}

QString formatDuration(std::chrono::nanoseconds duration)
{
    if (duration < std::chrono::nanoseconds::zero())
        return QLatin1Char('-') + formatDuration(-duration);
    const double us = std::chrono::duration<double, std::micro>(duration).count();
    // "0.0 ms" would say that it took no time.
    if (us > 0 && us < 0.095)
        return QString::number(us * 1000, 'f', 0) + QStringLiteral(" ns");
    if (us > 0 && us < 99.5)
        return QString::number(us, 'f', us < 9.95 ? 1 : 0) + QStringLiteral(" µs");
    const double ms = us / 1000;
    if (ms < 9.95)
        return QString::number(ms, 'f', 1) + QStringLiteral(" ms");
    if (ms < 999.5)
        return QString::number(ms, 'f', 0) + QStringLiteral(" ms");
    if (ms < 59'950)
        return threeDigits(ms / 1000) + QStringLiteral(" s");
    const qint64 seconds = std::llround(ms / 1000);
    if (seconds < 3600)
        return QString::number(seconds / 60) + QLatin1Char(':') + twoDigits(seconds % 60)
            + QStringLiteral(" min");
    return QString::number(seconds / 3600) + QLatin1Char(':') + twoDigits(seconds / 60 % 60)
        + QLatin1Char(':') + twoDigits(seconds % 60) + QStringLiteral(" h");
}

QString formatCountdown(std::chrono::milliseconds duration)
{
    const qint64 seconds = std::max<qint64>(0, std::chrono::ceil<std::chrono::seconds>(duration).count());
    const QString tail = twoDigits(seconds % 60);
    if (seconds < 3600)
        return QString::number(seconds / 60) + QLatin1Char(':') + tail;
    return QString::number(seconds / 3600) + QLatin1Char(':') + twoDigits(seconds / 60 % 60)
        + QLatin1Char(':') + tail;
}

QString formatCount(double value)
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    QString text = locale.toString(value, 'f', 3);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text == QLatin1StringView("-0") ? QStringLiteral("0") : text;
}

QString formatUtc(qint64 unixMs)
{
    // Not QDateTime: a report of 100,000 uploads holds 200,000 times, and each would cost twenty times as much.
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(unixMs)};
    const sys_days day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<milliseconds> clock(time - day);
    std::array<char, 40> text{};
    const int length = std::snprintf(
        text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return QString::fromLatin1(text.data(), length);
}

} // namespace base
