// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweepreport.h"

#include "core/report/csvtable.h"
#include "core/report/safetext.h"
#include "core/report/sweeptable.h"
#include "core/report/sweepwording.h"

#include <QXmlStreamWriter>

namespace report {
namespace {

using analysis::Amplified;
using experiment::SweepLevel;
using experiment::SweepResult;

QString seconds(double time)
{
    return QString::number(time, 'f', 3);
}

QString markdownCell(QString text)
{
    return text.replace(u'|', QStringLiteral("\\|"));
}

QString markdownTable(const SweepTable &table, const SweepResult &result)
{
    QString text = QStringLiteral("\n%1 (%2)\n\n|").arg(table.title, table.note);
    for (const SweepColumn &column : table.columns)
        text += QStringLiteral(" %1 |").arg(QLatin1StringView(column.title));
    text += QStringLiteral("\n|");
    for (size_t i = 0; i < table.columns.size(); ++i)
        text += QStringLiteral("---:|");
    for (const SweepLevel &level : result.levels) {
        text += QStringLiteral("\n|");
        for (const SweepColumn &column : table.columns)
            text += QStringLiteral(" %1 |").arg(markdownCell(column.cell(level).text));
    }
    return text + u'\n';
}

/// A test case with its failure or error, if there is one: the element, and the line that it says.
void writeCase(QXmlStreamWriter &xml, const SweepResult &result, const QString &name, double time,
               const char *problem, const QString &why)
{
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"), displayUrl(result.plan.uploads.target.endpoint.url));
    xml.writeAttribute(QStringLiteral("name"), name);
    xml.writeAttribute(QStringLiteral("time"), seconds(time));
    if (problem) {
        xml.writeStartElement(QLatin1StringView(problem));
        xml.writeAttribute(QStringLiteral("message"), why);
        xml.writeCharacters((sweepNotes(result) + sweepConditions(result)).join(u'\n'));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

} // namespace

std::optional<SweepFormat> sweepFormatForFile(const QString &fileName)
{
    const auto endsWith = [&](const char *ending) {
        return fileName.endsWith(QLatin1StringView(ending), Qt::CaseInsensitive);
    };
    if (endsWith(".html") || endsWith(".htm"))
        return SweepFormat::Html;
    if (endsWith(".md"))
        return SweepFormat::Markdown;
    if (endsWith(".csv"))
        return SweepFormat::Csv;
    return endsWith(".json") ? std::optional(SweepFormat::Json) : std::nullopt;
}

QByteArray renderSweep(const SweepResult &result, SweepFormat format)
{
    switch (format) {
    case SweepFormat::Html:
        return sweepToHtml(result);
    case SweepFormat::Markdown:
        return sweepToMarkdown(result);
    case SweepFormat::Csv:
        return sweepToCsv(result);
    case SweepFormat::Json:
        break;
    }
    return sweepToJson(result);
}

QByteArray sweepToMarkdown(const SweepResult &result)
{
    QString text = QStringLiteral("### %1\n\n").arg(sweepSentence(result));
    for (const QString &note : sweepNotes(result))
        text += QStringLiteral("- %1\n").arg(note);
    for (const SweepTable &table : sweepTables(result))
        text += markdownTable(table, result);
    text += u'\n';
    for (const QString &line : sweepConditions(result))
        text += line + QStringLiteral("  \n");
    return text.toUtf8();
}

QByteArray sweepToCsv(const SweepResult &result)
{
    std::vector<SweepColumn> columns;
    for (const SweepTable &table : sweepTables(result)) // the first column of further ones is known already
        columns.insert(columns.end(), table.columns.begin() + (columns.empty() ? 0 : 1), table.columns.end());
    CsvTable csv;
    for (const SweepColumn &column : columns)
        csv.text(QLatin1StringView(column.key));
    csv.endRow();
    for (const SweepLevel &level : result.levels) {
        for (const SweepColumn &column : columns)
            csv.number(column.cell(level).value);
        csv.endRow();
    }
    return csv.content();
}

QByteArray sweepToJUnit(const SweepResult &result)
{
    const Amplified amplified = result.amplified();
    const std::optional<std::size_t> collapse = result.scaling.collapsedAt;
    const int failures = (collapse ? 1 : 0) + (amplified == Amplified::Present ? 1 : 0);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuite"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("tidemark sweep"));
    xml.writeAttribute(QStringLiteral("tests"), QString::number(result.levels.size() + 1));
    xml.writeAttribute(QStringLiteral("failures"), QString::number(failures));
    xml.writeAttribute(QStringLiteral("errors"),
                       amplified == Amplified::Unknown ? QStringLiteral("1") : QStringLiteral("0"));
    xml.writeAttribute(QStringLiteral("time"), seconds(static_cast<double>(result.took.count()) / 1000));
    for (std::size_t i = 0; i < result.levels.size(); ++i) {
        const SweepLevel &level = result.levels[i];
        const bool isBad = collapse == i;
        writeCase(xml, result, QStringLiteral("stands %1 uploads at once").arg(level.connections),
                  static_cast<double>(level.load.elapsed.count()) / 1e6, isBad ? "failure" : nullptr,
                  collapseText(result));
    }
    writeCase(xml, result, QStringLiteral("no leak grows with the load"), 0,
              amplified == Amplified::Present       ? "failure"
                  : amplified == Amplified::Unknown ? "error"
                                                    : nullptr,
              result.levels.empty() ? sweepSentence(result) : amplificationText(result));
    xml.writeTextElement(QStringLiteral("system-out"),
                         (QStringList{sweepSentence(result)} + sweepConditions(result)).join(u'\n'));
    xml.writeEndDocument();
    return bytes;
}

} // namespace report
