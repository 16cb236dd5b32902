// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/report/junit.h"

#include <QFileInfo>

namespace report {
namespace {

using base::Error;
using base::ErrorKind;
} // namespace

base::Result<Format> formatForName(const QString &name)
{
    const QString lower = name.toLower();
    if (lower == QLatin1String("html") || lower == QLatin1String("htm"))
        return Format::Html;
    if (lower == QLatin1String("json"))
        return Format::Json;
    if (lower == QLatin1String("csv"))
        return Format::Csv;
    if (lower == QLatin1String("md"))
        return Format::Markdown;
    if (lower == QLatin1String("junit"))
        return Format::JUnit;
    return Error{ErrorKind::Malformed,
                 QStringLiteral("unknown report format \"%1\"; known are html, md, json, csv and junit")
                     .arg(name.left(40)),
                 0,
                 {}};
}

base::Result<Format> formatForFile(const QString &fileName)
{
    const QString ending = QFileInfo(fileName).suffix();
    if (!ending.isEmpty())
        return formatForName(ending);
    return Error{
        ErrorKind::Malformed,
        QStringLiteral("unknown report format: %1 does not end in .html, .md, .json or .csv").arg(fileName),
        0,
        {}};
}

QByteArray render(const session::SessionSnapshot &snapshot, Format format)
{
    switch (format) {
    case Format::Html:
        return toHtml(snapshot);
    case Format::Json:
        return toJson(snapshot);
    case Format::Csv:
        return toCsv(snapshot);
    case Format::JUnit:
        return toJUnit(snapshot);
    case Format::Markdown:
        return toMarkdown(snapshot);
    }
    return {};
}

} // namespace report
