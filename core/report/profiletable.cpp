// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/profiletable.h"

#include <cmath>

namespace report {

QString profileTableHead()
{
    return profileTableLine({QStringLiteral("flat"), QStringLiteral("flat%"), QStringLiteral("sum%"),
                             QStringLiteral("cum"), QStringLiteral("cum%"), QStringLiteral("function")});
}

QString profileTableLine(const ProfileTableRow &row)
{
    return QStringLiteral("%1 %2 %3 %4 %5  %6")
        .arg(row.flat, 11)
        .arg(row.flatShare, 8)
        .arg(row.sumShare, 8)
        .arg(row.cum, 11)
        .arg(row.cumShare, 8)
        .arg(row.function);
}

QString tableShare(qint64 value, qint64 whole)
{
    if (whole == 0)
        return QStringLiteral("-");
    const double percent = 100 * std::fabs(static_cast<double>(value) / static_cast<double>(whole));
    return QString::number(percent, 'f', percent < 9.95 ? 2 : 1) + QLatin1Char('%');
}

} // namespace report
