// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/keptreport.h"

#include "core/report/jsonfile.h"
#include "core/report/report.h"

#include <algorithm>
#include <array>

namespace report {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;

constexpr std::array measurements{QLatin1StringView("check"), QLatin1StringView("sweep"),
                                  QLatin1StringView("audit")};

/// "check", "sweep", "audit"; empty for anything else.
QString measurementOf(const QJsonObject &json)
{
    const QString schema = json.value(QLatin1StringView("schema")).toString();
    for (const QLatin1StringView command : measurements) {
        if (schema.startsWith(QStringLiteral("tidemark.%1/").arg(command)))
            return command;
    }
    return {};
}

/// Why a leak check, a sweep or an audit cannot be had in that format from its JSON.
Error notInJson(const QString &name, const QString &command, const QString &format)
{
    const bool isAudit = command == QLatin1StringView("audit");
    if (format == QLatin1StringView("csv") && command != QLatin1StringView("sweep"))
        return {ErrorKind::Malformed,
                QStringLiteral("%1 has no csv; html, md, json and junit it has")
                    .arg(isAudit ? QStringLiteral("an audit") : QStringLiteral("a leak check")),
                0,
                {}};
    return {
        ErrorKind::NotFound,
        QStringLiteral("%1 is the JSON of %2 %3, which does not hold all of its report; '%3 --report FILE' "
                       "writes that, and the history keeps it: see 'runs'")
            .arg(name, isAudit ? QStringLiteral("an") : QStringLiteral("a"), command),
        0,
        {}};
}

} // namespace

QStringList reportFormats(const QString &command, const QStringList &kept)
{
    const bool isMeasured = std::ranges::find(measurements, command) != measurements.end();
    const bool isWatched = command == QLatin1StringView("watch");
    QStringList formats;
    for (const char *name : {"html", "md", "json", "csv", "junit"}) {
        const QLatin1StringView format(name);
        const bool isOfUploads = format == QLatin1StringView("junit");
        if (isMeasured ? kept.contains(format) : !(isWatched && isOfUploads))
            formats += format;
    }
    return formats;
}

Result<QByteArray> reportFrom(const QByteArray &json, const QString &name, const QString &format)
{
    const Result<QJsonObject> object = parseJson(json, name);
    return object ? reportFrom(json, *object, name, format) : object.error();
}

Result<QByteArray> reportFrom(const QByteArray &json, const QJsonObject &object, const QString &name,
                              const QString &format)
{
    if (const QString measurement = measurementOf(object); !measurement.isEmpty())
        return format == QLatin1StringView("json") ? Result<QByteArray>(json)
                                                   : notInJson(name, measurement, format);
    const auto known = formatForName(format);
    if (!known)
        return Error{
            ErrorKind::Malformed,
            QStringLiteral("%1 is no leak check, sweep or audit: only those have %2").arg(name, format),
            0,
            {}};
    const auto snapshot = snapshotFrom(object, name);
    if (!snapshot)
        return snapshot.error();
    if (*known == Format::JUnit && (*snapshot)->command == QLatin1StringView("watch"))
        return Error{ErrorKind::Malformed,
                     QStringLiteral("%1 tells of watching alone: JUnit tells of uploads and leak checks; "
                                    "html, md, json and csv it has")
                         .arg(name),
                     0,
                     {}};
    return render(**snapshot, *known);
}

} // namespace report
