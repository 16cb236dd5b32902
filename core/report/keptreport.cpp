// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/keptreport.h"

#include "core/report/report.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace report {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::KeptReport)
};

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

/// Why a leak check, a sweep or an audit cannot be had in other formats from its JSON.
Error notInJson(const RunJson &run, const QString &command)
{
    const QString kind = command == QLatin1StringView("audit") ? Text::tr("an audit")
        : command == QLatin1StringView("check")                ? Text::tr("a check")
                                                               : Text::tr("a sweep");
    if (run.isKept)
        return {ErrorKind::NotFound,
                Text::tr("%1, %2, was kept by an earlier version without such a report; run it again, or "
                         "take one that it has, html or md")
                    .arg(run.name, kind),
                0,
                {}};
    return {ErrorKind::NotFound,
            Text::tr("%1 is the JSON of %2, which does not hold all of its report: take the run's number "
                     "instead of the file, which 'runs' lists, or have '%3 --report FILE' write it")
                .arg(run.name, kind, command),
            0,
            {}};
}

} // namespace

QList<Format> reportFormats(const QString &command, const QStringList &kept)
{
    const bool isMeasured = std::ranges::find(measurements, command) != measurements.end();
    const bool isWatched = command == QLatin1StringView("watch");
    QList<Format> formats;
    for (const Format format : allFormats) {
        if (isMeasured ? kept.contains(toKey(format)) : !(isWatched && format == Format::JUnit))
            formats += format;
    }
    return formats;
}

Result<QByteArray> reportFrom(const RunJson &run, Format format)
{
    if (const QString measurement = measurementOf(run.object); !measurement.isEmpty())
        return format == Format::Json ? Result<QByteArray>(run.json) : notInJson(run, measurement);
    const auto snapshot = snapshotFrom(run.object, run.name);
    if (!snapshot)
        return snapshot.error();
    if (format == Format::JUnit && (*snapshot)->command == QLatin1StringView("watch"))
        return Error{ErrorKind::Malformed,
                     Text::tr("%1 tells of watching alone: JUnit tells of uploads and of what judges; "
                              "html, pdf, md, csv and json it has")
                         .arg(run.name),
                     0,
                     {}};
    return render(**snapshot, format);
}

} // namespace report
