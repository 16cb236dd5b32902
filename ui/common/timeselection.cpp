// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/timeselection.h"

#include "core/base/format.h"

#include <QDateTime>

namespace ui {

TimeSelection::TimeSelection(QObject *parent)
    : QObject(parent)
{
}

void TimeSelection::select(qint64 oneMs, qint64 otherMs)
{
    const base::TimeRange range = base::TimeRange::between(oneMs, otherMs);
    if (range.spanMs() < shortestMs) {
        clear();
        return;
    }
    if (range == m_range)
        return;
    m_range = range;
    Q_EMIT changed();
}

bool TimeSelection::clear()
{
    if (!m_range)
        return false;
    m_range.reset();
    Q_EMIT changed();
    return true;
}

RangeText rangeText(const base::TimeRange &range)
{
    constexpr qint64 precise = 10'000;
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(range.fromMs);
    const QDateTime to = QDateTime::fromMSecsSinceEpoch(range.toMs);
    const bool hasDates = from.date() != to.date();
    const auto text = [&](const QDateTime &at) {
        const QString time
            = at.toString(QStringLiteral("HH:mm:ss.zzz")).left(range.spanMs() < precise ? 10 : 8);
        return hasDates ? at.toString(QStringLiteral("yyyy-MM-dd ")) + time : time;
    };
    return {text(from), text(to), base::formatDuration(std::chrono::milliseconds(range.spanMs()))};
}

} // namespace ui
