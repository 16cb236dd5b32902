// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonalerts.h"

#include "core/report/safetext.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace report {

using namespace analysis;
using base::Error;
using session::Alert;
using session::JudgedRule;
using std::chrono::milliseconds;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::JsonFields)
};

double seconds(milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

/// The value whose key stands there; a newer version may know more of them.
template <typename Enum>
Enum choice(JsonFields &fields, const char *key, const QList<Enum> &all)
{
    const QString given = fields.text(QLatin1StringView(key));
    for (const Enum one : all) {
        if (toKey(one) == given)
            return one;
    }
    fields.fail(Text::tr("%1 is \"%2\", which is not known")
                    .arg(fields.nameOf(QLatin1StringView(key)), given.left(60)));
    return all.constFirst();
}

AlertPriority priorityOf(JsonFields &fields)
{
    return choice<AlertPriority>(fields, "priority",
                                 {AlertPriority::P1, AlertPriority::P2, AlertPriority::P3});
}

AlertComparison comparisonOf(JsonFields &fields)
{
    return choice<AlertComparison>(fields, "comparison", {AlertComparison::Above, AlertComparison::Below});
}

milliseconds duration(JsonFields &fields, const char *key)
{
    const double given = fields.number(QLatin1StringView(key));
    if (!(given >= 0 && given <= 1e9)) {
        fields.fail(Text::tr("%1 is not a duration").arg(fields.nameOf(QLatin1StringView(key))));
        return {};
    }
    return milliseconds(std::llround(given * 1000));
}

std::optional<Error> readAlert(const QJsonValue &value, const QString &where, QList<Alert> &alerts)
{
    JsonFields fields(value, where);
    Alert alert;
    alert.rule = fields.text(QLatin1String("rule"));
    alert.title = fields.text(QLatin1String("title"));
    alert.priority = priorityOf(fields);
    alert.comparison = comparisonOf(fields);
    alert.unit = choice<AlertUnit>(
        fields, "unit", {AlertUnit::Share, AlertUnit::Seconds, AlertUnit::Count, AlertUnit::BytesPerSecond});
    alert.threshold = fields.number(QLatin1String("threshold"));
    alert.value = fields.number(QLatin1String("value"));
    if (std::isnan(alert.value)) // that is how "never" is written
        alert.value = std::numeric_limits<double>::infinity();
    alert.raisedAtMs = fields.time(QLatin1String("raisedAt"));
    alert.clearedAtMs = fields.time(QLatin1String("clearedAt"));
    if (!fields.ok())
        return fields.error();
    alerts.append(alert);
    return std::nullopt;
}

std::optional<Error> readRule(const QJsonValue &value, const QString &where, QList<JudgedRule> &rules)
{
    JsonFields fields(value, where);
    JudgedRule judged;
    judged.rule.id = fields.text(QLatin1String("id"));
    judged.rule.title = fields.text(QLatin1String("title"));
    judged.rule.signal = choice(fields, "signal", allAlertSignals());
    judged.rule.comparison = comparisonOf(fields);
    judged.rule.threshold = fields.number(QLatin1String("threshold"));
    judged.rule.clear = fields.number(QLatin1String("clear"));
    judged.rule.holds = duration(fields, "for");
    judged.rule.keeps = duration(fields, "keepFiringFor");
    judged.rule.priority = priorityOf(fields);
    judged.isJudged = fields.flag(QLatin1String("judged"));
    if (!fields.ok())
        return fields.error();
    rules.append(judged);
    return std::nullopt;
}

} // namespace

QJsonObject alertToJson(const Alert &alert)
{
    return QJsonObject{
        {QStringLiteral("rule"), alert.rule},
        {QStringLiteral("priority"), toKey(alert.priority)},
        {QStringLiteral("title"), withoutSecrets(alert.title)},
        {QStringLiteral("raisedAt"), timeToJson(alert.raisedAtMs)},
        {QStringLiteral("clearedAt"), timeToJson(alert.clearedAtMs)},
        {QStringLiteral("value"), numberToJson(alert.value)},
        {QStringLiteral("threshold"), numberToJson(alert.threshold)},
        {QStringLiteral("unit"), toKey(alert.unit)},
        {QStringLiteral("comparison"), toKey(alert.comparison)},
    };
}

QJsonObject judgedRuleToJson(const JudgedRule &judged)
{
    const AlertRule &rule = judged.rule;
    return QJsonObject{
        {QStringLiteral("id"), rule.id},
        {QStringLiteral("title"), withoutSecrets(rule.title)},
        {QStringLiteral("signal"), toKey(rule.signal)},
        {QStringLiteral("unit"), toKey(unitOf(rule.signal))},
        {QStringLiteral("comparison"), toKey(rule.comparison)},
        {QStringLiteral("threshold"), numberToJson(rule.threshold)},
        {QStringLiteral("clear"), numberToJson(rule.clear)},
        {QStringLiteral("for"), seconds(rule.holds)},
        {QStringLiteral("keepFiringFor"), seconds(rule.keeps)},
        {QStringLiteral("priority"), toKey(rule.priority)},
        {QStringLiteral("judged"), judged.isJudged},
    };
}

void alertsFromJson(JsonFields &document, session::SessionSnapshot &snapshot)
{
    document.each(QLatin1String("alertRules"), [&](const QJsonValue &value, const QString &where) {
        return readRule(value, where, snapshot.alertRules);
    });
    document.each(QLatin1String("alerts"), [&](const QJsonValue &value, const QString &where) {
        return readAlert(value, where, snapshot.alerts);
    });
}

} // namespace report
