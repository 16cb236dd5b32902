// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/localtime.h"

#include <QDateTime>

namespace base {

QString localMinute(qint64 unixMs)
{
    return QDateTime::fromMSecsSinceEpoch(unixMs).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString localSecond(qint64 unixMs)
{
    return QDateTime::fromMSecsSinceEpoch(unixMs).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString localTimeOfDay(qint64 unixMs, qint64 otherMs)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(unixMs);
    return at.date() == QDateTime::fromMSecsSinceEpoch(otherMs).date()
        ? at.toString(QStringLiteral("HH:mm:ss"))
        : localSecond(unixMs);
}

} // namespace base
