// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/format.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace base {
namespace {

QString threeDigits(double value)
{
    const double size = std::abs(value);
    const int decimals = size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
    return QString::number(value, 'f', decimals);
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
    return number + QLatin1Char(' ') + QLatin1String(units[unit]);
}

QString formatRate(double bytesPerSecond)
{
    return formatBytes(bytesPerSecond) + QStringLiteral("/s");
}

QString formatDuration(std::chrono::nanoseconds duration)
{
    if (duration < std::chrono::nanoseconds::zero())
        return QLatin1Char('-') + formatDuration(-duration);
    const double ms = std::chrono::duration<double, std::milli>(duration).count();
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
    return QDateTime::fromMSecsSinceEpoch(unixMs, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace base
