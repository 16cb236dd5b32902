// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alerttext.h"

#include "core/base/format.h"
#include "core/base/localtime.h"
#include "core/report/alertwording.h"
#include "core/session/alertsettings.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using analysis::AlertComparison;
using analysis::AlertPriority;
using analysis::AlertRule;
using analysis::AlertSignal;
using session::Alert;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::AlertText)
};

/// " for 2:00 min", or nothing.
QString lasting(std::chrono::milliseconds time)
{
    return time.count() == 0 ? QString() : Text::tr(" for %1", "how long").arg(base::formatDuration(time));
}

} // namespace

QString signalMeaning(AlertSignal signal)
{
    switch (signal) {
    case AlertSignal::ServerErrors:
        return Text::tr("Of the uploads that ended in the last minute, those that the server answered with a "
                        "5xx status. Known from ten uploads on.");
    case AlertSignal::Timeouts:
        return Text::tr("Of the uploads that ended in the last minute, those that were not answered in time, "
                        "or with 408 or 504. Known from ten uploads on.");
    case AlertSignal::AnswerP95:
        return Text::tr("95 % of the uploads of the last minute were answered within this time after their "
                        "last byte. Known from twenty answers on.");
    case AlertSignal::GcPause:
        return Text::tr("How long the watched server stood still to collect garbage, at most, since the "
                        "reading before.");
    case AlertSignal::PoolUse:
        return Text::tr("How much of its connections or threads the fullest pool of the watched server uses, "
                        "where its metrics tell.");
    case AlertSignal::MemoryEta:
        return Text::tr("When the watched server's memory reaches the limit given below, should it go on "
                        "growing as in the last five minutes. Not known without a limit.");
    case AlertSignal::Goroutines:
        return Text::tr("How many goroutines the watched server has.");
    case AlertSignal::DescriptorUse:
        return Text::tr("How many of the files and sockets that it may open the watched server has open.");
    case AlertSignal::FloorGrowth:
        return Text::tr("How fast the heap grows that the watched server keeps after it has collected its "
                        "garbage.");
    }
    Q_UNREACHABLE();
}

QString ruleMeaning(const AlertRule &rule)
{
    const analysis::AlertUnit unit = analysis::unitOf(rule.signal);
    const QString threshold = session::alertValueText(unit, rule.threshold);
    const QString clear = session::alertValueText(unit, rule.clear);
    const QString raised = lasting(rule.holds);
    const QString over = lasting(rule.keeps);
    if (rule.comparison == AlertComparison::Above)
        return Text::tr("Raised when it is above %1%2. Over when it is %3 or less%4.")
            .arg(threshold, raised, clear, over);
    return Text::tr("Raised when it is below %1%2. Over when it is %3 or more%4.")
        .arg(threshold, raised, clear, over);
}

QString priorityMeaning(AlertPriority priority)
{
    switch (priority) {
    case AlertPriority::P1:
        return Text::tr("P1, look at once");
    case AlertPriority::P2:
        return Text::tr("P2, look soon");
    case AlertPriority::P3:
        return Text::tr("P3, good to know");
    }
    Q_UNREACHABLE();
}

QString alertSpan(const Alert &alert, qint64 nowMs)
{
    const QString from = base::localTimeOfDay(alert.raisedAtMs, nowMs);
    if (alert.clearedAtMs == 0)
        return Text::tr("since %1").arg(from);
    const std::chrono::milliseconds length(std::max<qint64>(0, alert.clearedAtMs - alert.raisedAtMs));
    return Text::tr("%1 to %2 (%3)", "time, time, how long")
        .arg(from, base::localTimeOfDay(alert.clearedAtMs, nowMs), base::formatDuration(length));
}

QString alertName(const Alert &alert)
{
    return Text::tr("%1 %2", "priority, title")
        .arg(analysis::toKey(alert.priority), report::alertTitle(alert.title));
}

QString alertsSummary(qsizetype count, const std::optional<Alert> &mostUrgent)
{
    if (!mostUrgent)
        return Text::tr("No alerts");
    if (count == 1)
        return Text::tr("1 alert: %1").arg(alertName(*mostUrgent));
    return Text::tr("%1 alerts, first %2")
        .arg(base::formatCount(static_cast<double>(count)), alertName(*mostUrgent));
}

} // namespace ui
