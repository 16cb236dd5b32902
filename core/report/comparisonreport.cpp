// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparisonreport.h"

#include "core/report/checkwording.h"
#include "core/report/comparedfigures.h"
#include "core/report/comparedfunctions.h"
#include "core/report/comparisontext.h"
#include "core/report/csvtable.h"
#include "core/report/junitsuite.h"
#include "core/report/markdowntext.h"
#include "core/report/safetext.h"
#include "core/report/unknownwording.h"
#include "core/report/wording.h"

#include <QCoreApplication>

namespace report {
namespace {

using analysis::Change;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::ComparisonReport)
};

using Row = CheckComparison::Row;

QString wordsOf(const Row &row)
{
    const QString why = unknownText(row);
    const QString word = badgeOf(row.change.change).text();
    return why.isEmpty() ? word : labelled(word, why);
}

QString resourcesTable(const CheckComparison &comparison)
{
    QList<QStringList> rows;
    for (const Row &row : comparison.rows)
        rows.append(
            {rowName(row), growthText(row.before), growthText(row.after), changeText(row), wordsOf(row)});
    if (rows.isEmpty())
        return {};
    return markdownTable({{Text::tr("Resource, per upload")},
                          {Text::tr("Before"), Cells::Numbers},
                          {Text::tr("After"), Cells::Numbers},
                          {Text::tr("Difference (98 % interval)"), Cells::Numbers},
                          {Text::tr("Change")}},
                         rows);
}

QString functionsTable(const CheckComparison &comparison)
{
    QList<QStringList> rows;
    for (const CheckComparison::Function &function : comparison.functions)
        rows.append({siteText(function.site), keptText(function, function.before),
                     keptText(function, function.after), badgeOf(function).text()});
    if (rows.isEmpty())
        return {};
    return markdownTable({{Text::tr("Function, per upload")},
                          {Text::tr("Before"), Cells::Numbers},
                          {Text::tr("After"), Cells::Numbers},
                          {Text::tr("Change")}},
                         rows);
}

QString figuresTable(const QString &title, const std::vector<ComparedFigure> &figures)
{
    QList<QStringList> rows;
    for (const ComparedFigure &figure : figures)
        rows.append({figure.name, figure.before, figure.after, figure.difference});
    if (rows.isEmpty())
        return {};
    return markdownTable({{title},
                          {Text::tr("before"), Cells::Numbers},
                          {Text::tr("after"), Cells::Numbers},
                          {Text::tr("difference"), Cells::Numbers}},
                         rows);
}

QString checksTable(const CheckComparison &comparison)
{
    QList<QStringList> rows;
    for (const ComparedFact &fact : comparedFacts(comparison))
        rows.append({fact.name, fact.before, fact.after});
    return markdownTable({{Text::tr("The two checks")}, {Text::tr("Before")}, {Text::tr("After")}}, rows);
}

} // namespace

ReportText comparisonText(const CheckComparison &comparison)
{
    return {
        openingText(comparisonSentence(comparison), comparisonNotes(comparison)),
        resourcesTable(comparison) + functionsTable(comparison)
            + figuresTable(Text::tr("measured"), comparedFigures(comparison))
            + figuresTable(Text::tr("kept in the heap of each upload, by function"), heldFigures(comparison))
            + checksTable(comparison),
        {headOf(comparison).program()}};
}

Paper comparisonPaper(const CheckComparison &comparison)
{
    Paper paper{.head = headOf(comparison),
                .badges = {badgeOf(comparison.change)},
                .charts = {},
                .text = comparisonText(comparison)};
    paper.text.conditions.clear(); // the version, which is at the foot of each page
    return paper;
}

QByteArray comparisonToCsv(const CheckComparison &comparison)
{
    CsvTable csv;
    csv.header({"resource", "uploads", "unit", "change", "before", "before_low", "before_high", "after",
                "after_low", "after_high", "difference", "difference_low", "difference_high", "reason"});
    for (const Row &row : comparison.rows) {
        csv.text(toKey(row.resource));
        csv.text(toKey(row.uploads));
        csv.text(toKey(unitOf(row.resource)));
        csv.text(toKey(row.change.change));
        for (const auto &verdict : {row.before, row.after}) {
            const analysis::ResourceVerdict known = verdict.value_or(analysis::ResourceVerdict());
            csv.number(known.perUpload);
            csv.number(known.low);
            csv.number(known.high);
        }
        csv.number(row.change.by);
        csv.number(row.change.low);
        csv.number(row.change.high);
        csv.text(unknownText(row));
        csv.endRow();
    }
    return csv.content();
}

QByteArray comparisonToJUnit(const CheckComparison &comparison)
{
    using Outcome = JUnitCase::Outcome;
    const QString sentence = comparisonSentence(comparison);
    JUnitCase one{.className = comparison.after.server,
                  .name = QStringLiteral("leaks no more than before"),
                  .type = toKey(comparison.change),
                  .message = sentence,
                  .text = comparisonNotes(comparison).join(u'\n')};
    if (comparison.change == Change::New || comparison.change == Change::Worse)
        one.outcome = Outcome::Failure;
    else if (comparison.change == Change::Unknown)
        one.outcome = Outcome::Error;
    return junitXml({.command = QStringLiteral("compare"),
                     .program = headOf(comparison).program(),
                     .startedAtMs = comparison.after.startedMs,
                     .cases = {one},
                     .said = (QStringList{sentence} + comparisonNotes(comparison)).join(u'\n')});
}

QByteArray renderComparison(const CheckComparison &comparison, Format format)
{
    switch (format) {
    case Format::Html:
        return comparisonToHtml(comparison);
    case Format::Markdown:
        return markdownOf(comparisonText(comparison));
    case Format::Csv:
        return comparisonToCsv(comparison);
    case Format::Json:
        return comparisonToJson(comparison);
    case Format::JUnit:
        return comparisonToJUnit(comparison);
    case Format::Paper:
        return paperToJson(comparisonPaper(comparison));
    }
    return {};
}

} // namespace report
