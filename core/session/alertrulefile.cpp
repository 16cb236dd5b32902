// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/alertrulefile.h"

#include "core/session/alertrulereader.h"
#include "core/session/alertvalue.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace session {

using analysis::AlertRule;
using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::AlertRules)
};

constexpr qint64 largestFile = 1024 * 1024;
constexpr QLatin1StringView schemaName("tidemark.alert-rules/1");

Error malformed(const QString &message)
{
    return {ErrorKind::Malformed, message, 0, {}};
}

QList<ListedRule> allOn(const QList<AlertRule> &rules)
{
    QList<ListedRule> list;
    for (const AlertRule &rule : rules)
        list.append({rule, true});
    return list;
}

Error notJson(const QByteArray &json, const QJsonParseError &problem)
{
    const QByteArray before = json.left(problem.offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    // The offset is behind what could not be read.
    return malformed(Text::tr("line %1, column %2: %3")
                         .arg(before.count('\n') + 1)
                         .arg(std::max<qsizetype>(1, before.size() - lineStart))
                         .arg(problem.errorString()));
}

/// The document itself, without its rules.
Result<QList<ListedRule>> readHead(const QJsonObject &document)
{
    for (const QString &key : document.keys()) {
        if (key != QLatin1StringView("schema") && key != QLatin1StringView("defaults")
            && key != QLatin1StringView("rules"))
            return malformed(
                Text::tr("\"%1\" is not known; known are schema, defaults and rules").arg(key.left(60)));
    }
    const QJsonValue schema = document.value(QLatin1StringView("schema"));
    if (!schema.isUndefined() && schema.toString() != schemaName)
        return malformed(Text::tr("schema: it is not \"%1\"").arg(schemaName));
    const QJsonValue defaults = document.value(QLatin1StringView("defaults"));
    if (!defaults.isUndefined() && !defaults.isBool())
        return malformed(Text::tr("defaults: it is neither true nor false"));
    if (!document.value(QLatin1StringView("rules")).isArray())
        return malformed(Text::tr("rules: there is no list of rules"));
    return defaults.toBool(true) ? allOn(analysis::defaultAlertRules()) : QList<ListedRule>();
}

QJsonObject toJson(const ListedRule &listed)
{
    const AlertRule &rule = listed.rule;
    QJsonObject object{
        {QStringLiteral("id"), rule.id},
        {QStringLiteral("title"), rule.title},
        {QStringLiteral("signal"), analysis::toKey(rule.signal)},
        {QStringLiteral("comparison"), analysis::toKey(rule.comparison)},
        {QStringLiteral("threshold"), rule.threshold},
        {QStringLiteral("clear"), rule.clear},
        {QStringLiteral("for"), alertDurationKey(rule.holds)},
        {QStringLiteral("keepFiringFor"), alertDurationKey(rule.keeps)},
        {QStringLiteral("priority"), analysis::toKey(rule.priority)},
    };
    if (!listed.isEnabled)
        object.insert(QStringLiteral("enabled"), false);
    return object;
}

Result<QList<AlertRule>> onlyEnabled(const Result<QList<ListedRule>> &rules)
{
    if (!rules)
        return rules.error();
    return enabledRules(*rules);
}

} // namespace

QList<AlertRule> enabledRules(const QList<ListedRule> &rules)
{
    QList<AlertRule> enabled;
    for (const ListedRule &listed : rules) {
        if (listed.isEnabled)
            enabled.append(listed.rule);
    }
    return enabled;
}

Result<QList<ListedRule>> parseRuleList(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return notJson(json, problem);
    if (!document.isObject())
        return malformed(Text::tr("it is not an object with a list \"rules\""));
    Result<QList<ListedRule>> rules = readHead(document.object());
    if (!rules)
        return rules;
    const QJsonArray list = document.object().value(QLatin1StringView("rules")).toArray();
    QStringList seen;
    for (qsizetype i = 0; i < list.size(); ++i) {
        AlertRuleReader reader(list[i], QStringLiteral("rules[%1]").arg(i));
        const QString id = reader.id();
        const auto known
            = std::ranges::find_if(*rules, [&id](const ListedRule &listed) { return listed.rule.id == id; });
        if (reader.ok() && seen.contains(id))
            reader.fail("id", Text::tr("\"%1\" is there twice").arg(id));
        seen << id;
        const bool isKnown = known != rules->end();
        const ListedRule listed{isKnown ? reader.changed(known->rule) : reader.added(), reader.isEnabled()};
        if (!reader.ok())
            return malformed(reader.mistake());
        if (isKnown)
            *known = listed;
        else
            rules->append(listed);
    }
    return rules;
}

Result<QList<AlertRule>> parseAlertRules(const QByteArray &json)
{
    return onlyEnabled(parseRuleList(json));
}

Result<QList<ListedRule>> readRuleList(const QString &fileName)
{
    QFile file(fileName);
    if (!QFileInfo::exists(fileName))
        return Error{
            ErrorKind::FileMissing, Text::tr("the alert rules %1 do not exist").arg(fileName), 0, {}};
    if (QFileInfo(fileName).isDir() || !file.open(QIODevice::ReadOnly))
        return Error{
            ErrorKind::FileUnreadable, Text::tr("the alert rules %1 cannot be read").arg(fileName), 0, {}};
    const QByteArray json = file.read(largestFile + 1);
    if (json.size() > largestFile)
        return malformed(Text::tr("the alert rules %1 are larger than 1 MiB").arg(fileName));
    auto rules = parseRuleList(json);
    if (!rules)
        return malformed(
            Text::tr("the alert rules %1 cannot be used: %2").arg(fileName, rules.error().message));
    return rules;
}

Result<QList<AlertRule>> readAlertRules(const QString &fileName)
{
    return onlyEnabled(readRuleList(fileName));
}

QByteArray alertRulesToJson(const QList<AlertRule> &rules)
{
    return ruleListToJson(allOn(rules));
}

QByteArray ruleListToJson(const QList<ListedRule> &rules)
{
    QJsonArray list;
    for (const ListedRule &listed : rules)
        list.append(toJson(listed));
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), QString(schemaName)},
                                     {QStringLiteral("defaults"), false},
                                     {QStringLiteral("rules"), list}})
        .toJson();
}

} // namespace session
