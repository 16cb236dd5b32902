// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/badge.h"
#include "core/report/htmlpage.h"
#include "core/report/htmltable.h"
#include "core/report/safetext.h"
#include "core/report/sweepreport.h"
#include "core/report/sweepsvg.h"
#include "core/report/sweeptable.h"
#include "core/report/sweepwording.h"

namespace report {
namespace {

using experiment::SweepResult;

void writeHeadline(HtmlWriter &html, const SweepResult &result)
{
    writeVerdict(html, sweepBadges(result));
    html.element("h1", sweepSentence(result));
    for (const QString &note : sweepNotes(result))
        html.element("p", note, {{"class", QStringLiteral("note")}});
}

void writeChart(HtmlWriter &html, const SweepChart &chart)
{
    if (chart.isEmpty())
        return;
    html.element("h2", chart.title);
    html.open("div", {{"class", QStringLiteral("card chart")}});
    writeSweepChart(html, chart);
    html.close();
}

void writeTable(HtmlWriter &html, const SweepTable &table, const SweepResult &result)
{
    html.open("h2").text(table.title).element("small", table.note).close();
    QList<Column> columns;
    for (const SweepColumn &column : table.columns)
        columns.append({column.heading(), Cells::Numbers});
    openTable(html, columns);
    for (const experiment::SweepLevel &level : result.levels) {
        html.open("tr");
        for (const SweepColumn &column : table.columns) {
            const SweepCell cell = column.cell(level);
            html.open("td", {{"class", QStringLiteral("num")}});
            writeData(html, cell.value, cell.text);
            html.close();
        }
        html.close();
    }
    closeTable(html);
}

} // namespace

QByteArray sweepToHtml(const SweepResult &result)
{
    return htmlPage(headOf(result), [&result](HtmlWriter &html) {
        writeHeadline(html, result);
        writeChart(html, latencyChart(result.levels));
        writeChart(html, peakChart(result.levels));
        for (const SweepTable &table : sweepTables(result))
            writeTable(html, table, result);
        writeConditionLines(html, sweepConditions(result));
    });
}

} // namespace report
