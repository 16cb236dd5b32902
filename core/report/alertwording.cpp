// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/alertwording.h"

#include "core/base/format.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QDateTime>

#include <algorithm>

namespace report {

using analysis::AlertComparison;
using analysis::AlertRule;
using session::Alert;

namespace {

QString limitText(const AlertRule &rule, const QString &sign, double value, std::chrono::milliseconds time)
{
    const QString limit
        = sign + QLatin1Char(' ') + session::alertValueText(analysis::unitOf(rule.signal), value);
    if (time.count() == 0)
        return limit;
    return QString(limit + QStringLiteral(" for ") + base::formatDuration(time));
}

} // namespace

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
        return snapshot.alertRules.isEmpty() ? QString() : QStringLiteral("No alert was raised.");
    const auto urgent = std::ranges::min_element(alerts, {}, &Alert::priority);
    const qint64 firing = std::ranges::count(alerts, 0, &Alert::clearedAtMs);
    const QString count = counted(alerts.size(), QStringLiteral("alert was"), QStringLiteral("alerts were"));
    QString text = QStringLiteral("%1 raised, %2%3")
                       .arg(count, alerts.size() > 1 ? QStringLiteral("the most urgent is ") : QString(),
                            analysis::toKey(urgent->priority));
    if (firing > 0 && alerts.size() == 1)
        text += QStringLiteral("; it was not over at the end");
    else if (firing > 0)
        text += QStringLiteral("; %1 not over at the end")
                    .arg(counted(firing, QStringLiteral("was"), QStringLiteral("were")));
    return QString(text + QLatin1Char('.'));
}

QString alertLine(const Alert &alert, qint64 endMs)
{
    const qint64 untilMs = alert.clearedAtMs > 0 ? alert.clearedAtMs : std::max(endMs, alert.raisedAtMs);
    const QString time = QDateTime::fromMSecsSinceEpoch(alert.raisedAtMs, Qt::UTC)
                             .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    return QStringLiteral("%1, from %2 UTC on for %3%4")
        .arg(printable(session::alertText(alert), 300), time,
             secondsText(static_cast<double>(untilMs - alert.raisedAtMs) / 1000),
             alert.clearedAtMs > 0 ? QString() : QStringLiteral(", not over at the end"));
}

QString unjudgedSentence(const session::SessionSnapshot &snapshot)
{
    QStringList titles;
    for (const session::JudgedRule &judged : snapshot.alertRules) {
        if (!judged.isJudged)
            titles << printable(judged.rule.title, 100);
    }
    if (titles.isEmpty())
        return {};
    return QStringLiteral("Not judged, because too little was known for it: %1.")
        .arg(titles.join(QStringLiteral("; ")));
}

} // namespace report
