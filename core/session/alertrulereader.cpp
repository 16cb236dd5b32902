// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/alertrulereader.h"

#include "core/base/units.h"
#include "core/session/alertvalue.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace session {

using namespace analysis;
using std::chrono::milliseconds;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::AlertRules)
};

constexpr std::array known{"id",    "title", "signal",        "comparison", "threshold",
                           "clear", "for",   "keepFiringFor", "priority",   "enabled"};
constexpr qsizetype longestText = 200;
constexpr double longestSeconds = 1e9;

QString knownKeys()
{
    QStringList keys;
    for (const char *key : known)
        keys << QLatin1StringView(key);
    return keys.join(QStringLiteral(", "));
}

QString noneOf(AlertUnit unit)
{
    switch (unit) {
    case AlertUnit::Share:
        return Text::tr("it is not a share from 0 to 1, or a text like \"5%\"");
    case AlertUnit::Seconds:
        return Text::tr("it is not a number of seconds from 0 on, or a text like \"500ms\" or \"30m\"");
    case AlertUnit::BytesPerSecond:
        return Text::tr("it is not a number of bytes a second from 0 on, or a text like \"16K\"");
    case AlertUnit::Count:
        return Text::tr("it is not a number from 0 on");
    }
    return {};
}

bool isId(const QString &text)
{
    return !text.isEmpty() && text.size() <= 60 && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}
} // namespace

AlertRuleReader::AlertRuleReader(const QJsonValue &value, QString where)
    : m_object(value.toObject())
    , m_where(std::move(where))
{
    if (!value.isObject())
        m_mistake = Text::tr("%1: it is not an object").arg(m_where);
    for (const QString &key : m_object.keys()) {
        const bool isKnown
            = std::ranges::any_of(known, [&key](const char *name) { return key == QLatin1StringView(name); });
        if (!isKnown && ok())
            m_mistake = Text::tr("%1: \"%2\" is not known; known are %3")
                            .arg(m_where, key.left(longestText), knownKeys());
    }
    const QJsonValue enabled = m_object.value(QLatin1StringView("enabled"));
    if (!enabled.isUndefined() && !enabled.isBool())
        fail("enabled", Text::tr("it is neither true nor false"));
    m_isEnabled = enabled.toBool(true);
}

void AlertRuleReader::fail(const char *key, const QString &why)
{
    if (ok())
        m_mistake = Text::tr("%1.%2: %3").arg(m_where, QLatin1StringView(key), why);
}

QString AlertRuleReader::id()
{
    const QString id = text("id", {});
    if (!isId(id))
        fail("id", Text::tr("a rule has a name of small letters, digits and hyphens"));
    return id;
}

QString AlertRuleReader::text(const char *key, const QString &usual)
{
    const QJsonValue value = m_object.value(QLatin1StringView(key));
    if (value.isUndefined())
        return usual;
    const QString text = value.toString();
    if (!value.isString() || text.trimmed().isEmpty() || text.size() > longestText)
        fail(key, Text::tr("it is not a text of at most %1 characters").arg(longestText));
    return text;
}

template <typename Enum>
Enum AlertRuleReader::choice(const char *key, const QList<Enum> &all, Enum usual)
{
    const QString given = text(key, toKey(usual));
    QStringList names;
    for (const Enum one : all) {
        if (toKey(one) == given)
            return one;
        names << toKey(one);
    }
    fail(key, Text::tr("\"%1\" is not one of %2").arg(given, names.join(QStringLiteral(", "))));
    return usual;
}

double AlertRuleReader::value(const char *key, AlertUnit unit, double usual)
{
    const QJsonValue given = m_object.value(QLatin1StringView(key));
    if (given.isUndefined())
        return usual;
    std::optional<double> value;
    if (given.isDouble())
        value = given.toDouble();
    else if (given.isString() && unit != AlertUnit::Count)
        value = parseAlertValue(given.toString(), unit);
    if (!value || !isAlertValue(*value, unit)) {
        fail(key, noneOf(unit));
        return usual;
    }
    return *value;
}

milliseconds AlertRuleReader::duration(const char *key, milliseconds usual)
{
    const QJsonValue given = m_object.value(QLatin1StringView(key));
    if (given.isUndefined())
        return usual;
    if (given.toDouble() < 0 || given.toString().startsWith(u'-')) {
        fail(key, Text::tr("a duration must not be negative"));
        return usual;
    }
    if (given.isDouble() && given.toDouble() <= longestSeconds)
        return milliseconds(std::llround(given.toDouble() * 1000));
    const auto parsed = base::parseDuration(given.toString());
    if (!parsed)
        fail(key, Text::tr("it is not a duration; write \"500ms\", \"30s\" or \"5m\""));
    return parsed.value_or(usual);
}

AlertRule AlertRuleReader::changed(const AlertRule &rule)
{
    AlertRule result = rule;
    if (choice("signal", allAlertSignals(), rule.signal) != rule.signal)
        fail("signal",
             Text::tr("the rule \"%1\" is about %2; a rule about something else needs another id")
                 .arg(rule.id, toKey(rule.signal)));
    result.comparison
        = choice("comparison", {AlertComparison::Above, AlertComparison::Below}, rule.comparison);
    result = withThreshold(result, value("threshold", unitOf(rule.signal), rule.threshold));
    const bool turnsAround = result.comparison != rule.comparison;
    if (turnsAround)
        result.clear = result.threshold;
    readRest(result);
    return result;
}

AlertRule AlertRuleReader::added()
{
    AlertRule rule;
    rule.id = id();
    rule.title = rule.id;
    for (const char *key : {"signal", "threshold"}) {
        if (!has(key))
            fail(key, Text::tr("\"%1\" is none of the default rules, so it needs this").arg(rule.id));
    }
    rule.signal = choice("signal", allAlertSignals(), rule.signal);
    const bool isTime = rule.signal == AlertSignal::MemoryEta; // what is alarming is little of it
    rule.comparison = choice("comparison", {AlertComparison::Above, AlertComparison::Below},
                             isTime ? AlertComparison::Below : AlertComparison::Above);
    rule.threshold = value("threshold", unitOf(rule.signal), 0);
    rule.clear = rule.threshold;
    readRest(rule);
    return rule;
}

void AlertRuleReader::readRest(AlertRule &rule)
{
    rule.title = text("title", rule.title);
    rule.clear = value("clear", unitOf(rule.signal), rule.clear);
    rule.holds = duration("for", rule.holds);
    rule.keeps = duration("keepFiringFor", rule.keeps);
    rule.priority
        = choice("priority", {AlertPriority::P1, AlertPriority::P2, AlertPriority::P3}, rule.priority);
    if (!endsBeforeItBegins(rule))
        return;
    fail("clear",
         rule.comparison == AlertComparison::Above
             ? Text::tr("it is above the threshold, so that the alert would end before it began")
             : Text::tr("it is below the threshold, so that the alert would end before it began"));
}

} // namespace session
