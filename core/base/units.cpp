// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/units.h"

#include <cmath>
#include <limits>

namespace base {
namespace {

struct Quantity
{
    double number = 0;
    QString unit; // lower case
};

std::optional<Quantity> split(QStringView text)
{
    text = text.trimmed();
    qsizetype digits = 0;
    while (digits < text.size() && (text[digits].isDigit() || text[digits] == u'.'))
        ++digits;
    bool isNumber = false;
    const double number = text.left(digits).toDouble(&isNumber);
    if (!isNumber)
        return std::nullopt;
    return Quantity{number, text.mid(digits).trimmed().toString().toLower()};
}

} // namespace

std::optional<qint64> parseSize(QStringView text)
{
    const auto quantity = split(text);
    if (!quantity)
        return std::nullopt;
    QString unit = quantity->unit;
    if (unit.size() == 3 && unit.endsWith(u"ib"))
        unit.chop(2);
    else if (unit.endsWith(u'b'))
        unit.chop(1);
    static const QString powers = QStringLiteral("kmgt");
    qsizetype power = 0;
    if (!unit.isEmpty()) {
        power = unit.size() == 1 ? powers.indexOf(unit) + 1 : 0;
        if (power == 0)
            return std::nullopt;
    }
    const double bytes = std::round(quantity->number * std::pow(1024.0, static_cast<double>(power)));
    if (bytes >= static_cast<double>(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return static_cast<qint64>(bytes);
}

QString sizeKey(qint64 bytes)
{
    constexpr qint64 step = 1024;
    static const QString units = QStringLiteral("KMGT");
    qsizetype power = 0;
    while (power < units.size() && bytes != 0 && bytes % step == 0) {
        bytes /= step;
        ++power;
    }
    return power == 0 ? QString::number(bytes) : QString(QString::number(bytes) + units[power - 1]);
}

std::optional<std::chrono::milliseconds> parseDuration(QStringView text)
{
    const auto quantity = split(text);
    if (!quantity)
        return std::nullopt;
    double milliseconds = 0;
    if (quantity->unit == u"ms")
        milliseconds = 1;
    else if (quantity->unit.isEmpty() || quantity->unit == u"s")
        milliseconds = 1000;
    else if (quantity->unit == u"m" || quantity->unit == u"min")
        milliseconds = 60'000;
    else if (quantity->unit == u"h")
        milliseconds = 3'600'000;
    else
        return std::nullopt;
    const double total = std::round(quantity->number * milliseconds);
    if (total > 1e12) // 31 years; also keeps every sum far from overflow
        return std::nullopt;
    return std::chrono::milliseconds(static_cast<qint64>(total));
}

} // namespace base
