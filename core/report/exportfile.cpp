// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exportfile.h"

#include <QFileInfo>

#include <algorithm>

namespace report {
namespace {

/// "before.txt" as "before.txt.pdf", or "before.txt (2).pdf" where that is taken.
QString lengthened(QString name, const QString &ending)
{
    while (name.endsWith(u'.'))
        name.chop(1);
    QString whole = name + u'.' + ending;
    for (int number = 2; QFileInfo::exists(whole); ++number)
        whole = QStringLiteral("%1 (%2).%3").arg(name, QString::number(number), ending);
    return whole;
}

} // namespace

QString endingOf(Format format)
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
        return QStringLiteral("xml");
    case Format::Paper:
        return QStringLiteral("pdf");
    }
    Q_UNREACHABLE();
}

ExportFile fileToWrite(const QString &typed, Format chosen, std::span<const Format> possible)
{
    const base::Result<Format> told = formatForFile(typed);
    if (told && std::ranges::find(possible, *told) != possible.end())
        return {typed, *told};
    return {lengthened(typed, endingOf(chosen)), chosen};
}

QString fileToWrite(const QString &typed, const QString &chosen, const QStringList &possible)
{
    return possible.contains(QFileInfo(typed).suffix().toLower()) ? typed : lengthened(typed, chosen);
}

} // namespace report
