// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonfields.h"

#include "core/base/format.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cmath>

namespace report {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::JsonFields)
};

constexpr const char *notNumber = QT_TRANSLATE_NOOP("report::JsonFields", "%1 is not a number");
constexpr double lastSecond = 253'402'300'799; // 9999-12-31T23:59:59Z

} // namespace

QJsonValue timeToJson(qint64 unixMs)
{
    return unixMs ? QJsonValue(base::formatUtc(unixMs)) : QJsonValue();
}

QJsonValue numberToJson(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonValue textToJson(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

std::optional<qint64> unixMsFromSeconds(const QJsonValue &value)
{
    const double seconds = value.toDouble(-1);
    if (!value.isDouble() || !(seconds >= 0 && seconds <= lastSecond))
        return std::nullopt;
    return std::llround(seconds * 1000);
}

JsonFields::JsonFields(const QJsonValue &value, QString where)
    : m_object(value.toObject())
    , m_where(std::move(where))
{
    if (!value.isObject())
        m_problem = Text::tr("%1 is not an object").arg(m_where);
}

base::Error JsonFields::error() const
{
    return {base::ErrorKind::Malformed, m_problem, 0, {}};
}

void JsonFields::fail(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

QString JsonFields::nameOf(QLatin1StringView key) const
{
    return m_where.isEmpty() ? QString(key) : QString(m_where + QLatin1Char('.') + key);
}

QJsonValue JsonFields::value(QLatin1StringView key, QJsonValue::Type type, const char *otherwise)
{
    const QJsonValue found = m_object.value(key);
    if (found.isNull() || found.isUndefined())
        return QJsonValue(QJsonValue::Null);
    if (found.type() != type) {
        fail(Text::tr(otherwise).arg(nameOf(key)));
        return QJsonValue(QJsonValue::Null);
    }
    return found;
}

QString JsonFields::text(QLatin1StringView key)
{
    return value(key, QJsonValue::String, QT_TRANSLATE_NOOP("report::JsonFields", "%1 is not a text"))
        .toString();
}

bool JsonFields::flag(QLatin1StringView key)
{
    return value(key, QJsonValue::Bool, QT_TRANSLATE_NOOP("report::JsonFields", "%1 is not true or false"))
        .toBool();
}

double JsonFields::number(QLatin1StringView key)
{
    const double number = value(key, QJsonValue::Double, notNumber).toDouble(std::nan(""));
    if (std::isinf(number))
        fail(Text::tr("%1 is too large a number").arg(nameOf(key)));
    return number;
}

qint64 JsonFields::whole(QLatin1StringView key, qint64 minimum, qint64 maximum, qint64 otherwise)
{
    const QJsonValue found = value(key, QJsonValue::Double, notNumber);
    if (found.isNull())
        return otherwise;
    // The two calls agree unless the number is not whole or does not fit.
    const qint64 number = found.toInteger(minimum - 1);
    if (number != found.toInteger(minimum - 2) || number < minimum || number > maximum) {
        fail(Text::tr("%1 is not a whole number from %2 to %3")
                 .arg(nameOf(key), QString::number(minimum), QString::number(maximum)));
        return otherwise;
    }
    return number;
}

qint64 JsonFields::time(QLatin1StringView key)
{
    const QJsonValue found
        = value(key, QJsonValue::String, QT_TRANSLATE_NOOP("report::JsonFields", "%1 is not a time"));
    if (found.isNull())
        return 0;
    const QDateTime time = QDateTime::fromString(found.toString(), Qt::ISODateWithMs);
    const qint64 ms = time.toMSecsSinceEpoch();
    if (!time.isValid() || ms < 0 || static_cast<double>(ms) > lastSecond * 1000) {
        fail(Text::tr("%1 is not a time of RFC 3339").arg(nameOf(key)));
        return 0;
    }
    return ms;
}

QJsonObject JsonFields::object(QLatin1StringView key)
{
    return value(key, QJsonValue::Object, QT_TRANSLATE_NOOP("report::JsonFields", "%1 is not an object"))
        .toObject();
}

QJsonArray JsonFields::array(QLatin1StringView key)
{
    return value(key, QJsonValue::Array, QT_TRANSLATE_NOOP("report::JsonFields", "%1 is not an array"))
        .toArray();
}

void JsonFields::each(
    QLatin1StringView key,
    const std::function<std::optional<base::Error>(const QJsonValue &, const QString &)> &read)
{
    const QJsonArray elements = array(key);
    for (qsizetype i = 0; i < elements.size() && ok(); ++i) {
        const auto wrong = read(elements[i], QStringLiteral("%1[%2]").arg(nameOf(key)).arg(i));
        if (wrong)
            fail(wrong->message);
    }
}

} // namespace report
