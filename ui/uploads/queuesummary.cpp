// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/queuesummary.h"

#include "core/base/format.h"

#include <QCoreApplication>

#include <cmath>

namespace ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::QueueSummary)
};

QString number(qint64 n)
{
    return base::formatCount(static_cast<double>(n));
}

QueueSummary finishedSummary(const transfer::QueueTotals &totals)
{
    const QString size = base::formatBytes(static_cast<double>(totals.bytes));
    if (totals.failed == 0 && totals.cancelled == 0)
        return {Text::tr("%1 done").arg(number(totals.done)), size};
    if (totals.cancelled == 0)
        return {Text::tr("%1 done, %2 failed").arg(number(totals.done), number(totals.failed)), size};
    if (totals.failed == 0)
        return {Text::tr("%1 done, %2 cancelled").arg(number(totals.done), number(totals.cancelled)), size};
    return {Text::tr("%1 done, %2 failed, %3 cancelled")
                .arg(number(totals.done), number(totals.failed), number(totals.cancelled)),
            size};
}

} // namespace

QString bytesOfBytes(qint64 done, qint64 all)
{
    QString first = base::formatBytes(static_cast<double>(done));
    const QString second = base::formatBytes(static_cast<double>(all));
    const auto unit = [](const QString &text) { return text.mid(text.lastIndexOf(u' ')); };
    if (unit(first) == unit(second))
        first.chop(unit(first).size());
    return Text::tr("%1 of %2").arg(first, second);
}

QueueSummary queueSummary(const transfer::QueueTotals &totals)
{
    if (totals.files == 0)
        return {};
    if (totals.waiting + totals.running + totals.paused == 0)
        return finishedSummary(totals);
    const qint64 over = totals.done + totals.failed + totals.cancelled;
    QueueSummary summary{Text::tr("%1 of %2").arg(number(over), number(totals.files)),
                         bytesOfBytes(totals.bytesDone, totals.bytes)};
    const double left = static_cast<double>(std::max<qint64>(0, totals.bytes - totals.bytesDone));
    constexpr double tooLongToTell = 7 * 24 * 3600;
    if (totals.bytesPerSecond > 0 && left / totals.bytesPerSecond < tooLongToTell) {
        const std::chrono::seconds time(static_cast<qint64>(std::ceil(left / totals.bytesPerSecond)));
        summary.rest = Text::tr("%1 · %2 left").arg(summary.rest, base::formatCountdown(time));
    }
    if (totals.paused > 0)
        summary.rest = Text::tr("%1 · %2 paused").arg(summary.rest, number(totals.paused));
    return summary;
}

} // namespace ui
