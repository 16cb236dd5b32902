// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <optional>

namespace report {

/// "…Z" (RFC 3339), or null for 0: the time is not known.
[[nodiscard]] QJsonValue timeToJson(qint64 unixMs);
/// Null for NaN and infinities, which JSON cannot say.
[[nodiscard]] QJsonValue numberToJson(double value);
/// Null when the text is empty.
[[nodiscard]] QJsonValue textToJson(const QString &text);

/// Reads members of one JSON object and remembers the first thing that is wrong: ask for all of them, then
/// look at error(). Missing and null members mean "not known" and give the value that says so; wrong types
/// and numbers out of range are errors, because a report of half a document would lie.
class JsonFields final
{
public:
    /// `where` names the object in messages: "uploads[3]". A value that is no object is an error.
    JsonFields(const QJsonValue &value, QString where);

    [[nodiscard]] bool ok() const { return m_problem.isEmpty(); }
    [[nodiscard]] base::Error error() const; ///< Malformed; only when !ok().
    void fail(const QString &problem);

    [[nodiscard]] QString text(QLatin1StringView key);
    [[nodiscard]] bool flag(QLatin1StringView key);
    [[nodiscard]] double number(QLatin1StringView key); ///< NaN when not known.
    /// A whole number in [minimum, maximum]; `otherwise` when not known.
    [[nodiscard]] qint64 whole(QLatin1StringView key, qint64 minimum, qint64 maximum, qint64 otherwise = 0);
    [[nodiscard]] qint64 time(QLatin1StringView key); ///< Unix milliseconds, 0 when not known.
    [[nodiscard]] QJsonObject object(QLatin1StringView key);
    [[nodiscard]] QJsonArray array(QLatin1StringView key);
    /// Calls `read` for every element with its name ("uploads[3]") until one is wrong; `read` tells by its
    /// result.
    void each(QLatin1StringView key,
              const std::function<std::optional<base::Error>(const QJsonValue &, const QString &)> &read);

    [[nodiscard]] QString nameOf(QLatin1StringView key) const; ///< "uploads[3].bytes".

private:
    [[nodiscard]] QJsonValue value(QLatin1StringView key, QJsonValue::Type type, const char *otherwise);

    QJsonObject m_object;
    QString m_where;
    QString m_problem;
};

/// Milliseconds of unix seconds as they stand in series; nothing when that is no time (not a number, beyond
/// year 9999).
[[nodiscard]] std::optional<qint64> unixMsFromSeconds(const QJsonValue &value);

} // namespace report
