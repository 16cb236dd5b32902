// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/format.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>
#include <utility>

namespace report {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::Format)
};

constexpr std::array names{
    std::pair("html", Format::Html),   std::pair("htm", Format::Html),  std::pair("pdf", Format::Paper),
    std::pair("md", Format::Markdown), std::pair("csv", Format::Csv),   std::pair("json", Format::Json),
    std::pair("junit", Format::JUnit), std::pair("xml", Format::JUnit),
};

} // namespace

base::Result<Format> formatForName(const QString &name)
{
    for (const auto &[known, format] : names) {
        if (name.compare(QLatin1StringView(known), Qt::CaseInsensitive) == 0)
            return format;
    }
    return base::Error{base::ErrorKind::Malformed,
                       Text::tr("unknown report format \"%1\"; known are html, pdf, md, csv, json and junit")
                           .arg(name.left(40)),
                       0,
                       {}};
}

base::Result<Format> formatForFile(const QString &fileName)
{
    const QString ending = QFileInfo(fileName).suffix();
    if (!ending.isEmpty())
        return formatForName(ending);
    return base::Error{
        base::ErrorKind::Malformed,
        Text::tr("unknown report format: %1 does not end in .html, .pdf, .md, .csv, .json or .xml (JUnit)")
            .arg(fileName),
        0,
        {}};
}

QString toKey(Format format)
{
    switch (format) {
    case Format::Html:
        return QStringLiteral("html");
    case Format::Markdown:
        return QStringLiteral("md");
    case Format::Csv:
        return QStringLiteral("csv");
    case Format::Json:
        return QStringLiteral("json");
    case Format::JUnit:
        return QStringLiteral("junit");
    case Format::Paper:
        return QStringLiteral("paper");
    }
    return {};
}

} // namespace report
