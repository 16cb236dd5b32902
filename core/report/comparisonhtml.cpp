// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparisonreport.h"

#include "core/report/badge.h"
#include "core/report/checkwording.h"
#include "core/report/comparedfigures.h"
#include "core/report/comparedfunctions.h"
#include "core/report/comparisontext.h"
#include "core/report/htmlpage.h"
#include "core/report/htmltable.h"
#include "core/report/unknownwording.h"
#include "core/report/wording.h"

#include <QCoreApplication>

namespace report {
namespace {

using Row = CheckComparison::Row;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::ComparisonReport)
};

void writeHeadline(HtmlWriter &html, const CheckComparison &comparison)
{
    writeVerdict(html, {badgeOf(comparison.change)});
    html.element("h1", comparisonSentence(comparison));
    for (const QString &note : comparisonNotes(comparison))
        html.element("p", note, {{"class", QStringLiteral("note")}});
}

void writeRow(HtmlWriter &html, const Row &row)
{
    html.open("tr");
    writeRowName(html, rowName(row));
    html.open("td");
    writeBadge(html, badgeOf(row.change.change));
    if (const QString why = unknownText(row); !why.isEmpty())
        html.text(u' ' + why);
    html.close();
    for (const auto &verdict : {row.before, row.after}) {
        html.open("td", {{"class", QStringLiteral("num")}});
        writeData(html, verdict ? verdict->perUpload.value_or(unknown) : unknown, growthText(verdict));
        html.close();
    }
    html.open("td", {{"class", QStringLiteral("num")}});
    writeData(html, row.change.by.value_or(unknown), differenceText(row));
    html.close();
    writeNumber(html, differenceIntervalText(row));
    html.close();
}

void writeResources(HtmlWriter &html, const CheckComparison &comparison)
{
    if (comparison.rows.empty())
        return;
    html.open("h2").text(Text::tr("Resources")).element("small", Text::tr("what is left per upload")).close();
    openTable(html,
              {{Text::tr("Resource")},
               {Text::tr("Change")},
               {Text::tr("Before"), Cells::Numbers},
               {Text::tr("After"), Cells::Numbers},
               {Text::tr("Difference"), Cells::Numbers},
               {Text::tr("98 % interval"), Cells::Numbers}});
    for (const Row &row : comparison.rows)
        writeRow(html, row);
    closeTable(html);
}

void writeFunctions(HtmlWriter &html, const CheckComparison &comparison)
{
    if (comparison.functions.empty())
        return;
    html.open("h2")
        .text(Text::tr("Who allocates what stays"))
        .element("small", Text::tr("per upload"))
        .close();
    openTable(html,
              {{Text::tr("Function")},
               {Text::tr("Change")},
               {Text::tr("Before"), Cells::Numbers},
               {Text::tr("After"), Cells::Numbers}});
    for (const CheckComparison::Function &function : comparison.functions) {
        html.open("tr").open("td").element("code", siteText(function.site)).close();
        html.open("td");
        writeBadge(html, badgeOf(function));
        html.close();
        writeNumber(html, keptText(function, function.before));
        writeNumber(html, keptText(function, function.after));
        html.close();
    }
    closeTable(html);
}

void writeFigures(HtmlWriter &html, const QString &title, const std::vector<ComparedFigure> &figures)
{
    if (figures.empty())
        return;
    html.element("h2", title);
    openTable(html,
              {{QString()},
               {Text::tr("Before"), Cells::Numbers},
               {Text::tr("After"), Cells::Numbers},
               {Text::tr("Difference"), Cells::Numbers}});
    for (const ComparedFigure &figure : figures) {
        html.open("tr");
        writeRowName(html, figure.name);
        for (const QString &text : {figure.before, figure.after, figure.difference})
            writeNumber(html, text);
        html.close();
    }
    closeTable(html);
}

/// The two checks side by side.
void writeChecks(HtmlWriter &html, const CheckComparison &comparison)
{
    html.element("h2", Text::tr("The two checks"));
    openTable(html, {{QString()}, {Text::tr("Before")}, {Text::tr("After")}});
    for (const ComparedFact &fact : comparedFacts(comparison)) {
        html.open("tr");
        writeRowName(html, fact.name);
        html.element("td", fact.before).element("td", fact.after).close();
    }
    closeTable(html);
}

} // namespace

QByteArray comparisonToHtml(const CheckComparison &comparison)
{
    return htmlPage(headOf(comparison), [&comparison](HtmlWriter &html) {
        writeHeadline(html, comparison);
        writeResources(html, comparison);
        writeFunctions(html, comparison);
        writeFigures(html, Text::tr("Measured"), comparedFigures(comparison));
        writeFigures(html, Text::tr("Kept in the heap of each upload, by function"), heldFigures(comparison));
        writeChecks(html, comparison);
    });
}

} // namespace report
