// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/alertwording.h"

#include "core/base/format.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace report {

using analysis::AlertComparison;
using analysis::AlertRule;
using session::Alert;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::AlertWording)
};

QString limitText(const AlertRule &rule, const QString &sign, double value, std::chrono::milliseconds time)
{
    const QString limit
        = sign + QLatin1Char(' ') + session::alertValueText(analysis::unitOf(rule.signal), value);
    if (time.count() == 0)
        return limit;
    return Text::tr("%1 for %2", "limit, how long").arg(limit, base::formatDuration(time));
}

} // namespace

QString alertTitle(const QString &title)
{
    return QCoreApplication::translate("analysis::AlertRule", title.toUtf8().constData());
}

QString alertConditionText(const AlertRule &rule)
{
    const bool isAbove = rule.comparison == AlertComparison::Above;
    return limitText(rule, isAbove ? QStringLiteral(">") : QStringLiteral("<"), rule.threshold, rule.holds);
}

QString alertClearText(const AlertRule &rule)
{
    const bool isAbove = rule.comparison == AlertComparison::Above;
    return limitText(rule, QString(isAbove ? QChar(0x2264) : QChar(0x2265)), rule.clear, rule.keeps);
}

QString alertsSentence(const session::SessionSnapshot &snapshot)
{
    const QList<Alert> &alerts = snapshot.alerts;
    if (alerts.isEmpty())
        return snapshot.alertRules.isEmpty() ? QString() : Text::tr("No alert was raised.");
    const auto urgent = std::ranges::min_element(alerts, {}, &Alert::priority);
    const qint64 firing = std::ranges::count(alerts, 0, &Alert::clearedAtMs);
    const QString priority = analysis::toKey(urgent->priority);
    if (alerts.size() == 1)
        return (firing > 0 ? Text::tr("1 alert was raised, %1; it was not over at the end.", "P1")
                           : Text::tr("1 alert was raised, %1.", "P1"))
            .arg(priority);
    const QString count = base::formatCount(static_cast<double>(alerts.size()));
    if (firing == 0)
        return Text::tr("%1 alerts were raised, the most urgent is %2.", "count, P1").arg(count, priority);
    return (firing == 1
                ? Text::tr("%1 alerts were raised, the most urgent is %2; %3 was not over at the end.",
                           "count, P1, count")
                : Text::tr("%1 alerts were raised, the most urgent is %2; %3 were not over at the end.",
                           "count, P1, count"))
        .arg(count, priority, base::formatCount(static_cast<double>(firing)));
}

QString alertLine(const Alert &alert, qint64 endMs)
{
    const qint64 untilMs = alert.clearedAtMs > 0 ? alert.clearedAtMs : std::max(endMs, alert.raisedAtMs);
    const QString time = QDateTime::fromMSecsSinceEpoch(alert.raisedAtMs, Qt::UTC)
                             .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    Alert shown = alert;
    shown.title = alertTitle(alert.title);
    return (alert.clearedAtMs > 0
                ? Text::tr("%1, from %2 UTC on for %3", "alert, time, how long")
                : Text::tr("%1, from %2 UTC on for %3, not over at the end", "alert, time, how long"))
        .arg(printable(session::alertText(shown), 300), time,
             secondsText(static_cast<double>(untilMs - alert.raisedAtMs) / 1000));
}

QString unjudgedSentence(const session::SessionSnapshot &snapshot)
{
    QStringList titles;
    for (const session::JudgedRule &judged : snapshot.alertRules) {
        if (!judged.isJudged)
            titles << printable(alertTitle(judged.rule.title), 100);
    }
    if (titles.isEmpty())
        return {};
    return Text::tr("Not judged, because too little was known for it: %1.").arg(clauses(titles));
}

} // namespace report
