// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/machinetimes.h"

#include <QFile>

#include <algorithm>
#include <limits>

namespace experiment {
namespace {

constexpr qint64 fewTicks = 25;
// cpu user nice system idle iowait irq softirq steal; what follows is part of user and nice already
constexpr qsizetype idleField = 4, waitField = 5, lastField = 8;

} // namespace

MachineTimes MachineTimes::now()
{
    MachineTimes times;
    QFile file(QStringLiteral("/proc/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return times;
    const QList<QByteArray> fields = file.readLine().simplified().split(' ');
    for (qsizetype i = 1; i <= std::min(lastField, fields.size() - 1); ++i) {
        const qint64 ticks = fields[i].toLongLong();
        times.all += ticks;
        if (i != idleField && i != waitField)
            times.busy += ticks;
    }
    return times;
}

double MachineTimes::busyShareSince(const MachineTimes &before) const
{
    const qint64 passed = all - before.all;
    return passed < fewTicks ? std::numeric_limits<double>::quiet_NaN()
                             : static_cast<double>(busy - before.busy) / static_cast<double>(passed);
}

} // namespace experiment
