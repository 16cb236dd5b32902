// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlparts.h"
#include "core/report/safetext.h"
#include "core/report/sweepreport.h"
#include "core/report/sweepsvg.h"
#include "core/report/sweeptable.h"
#include "core/report/sweepwording.h"

namespace report {
namespace {

using analysis::Amplified;
using experiment::SweepResult;

/// Colour, sign and word belong together: none of them says it alone.
void writePill(HtmlWriter &html, const char *tone, const QString &text)
{
    html.element("span", text, {{"class", QLatin1StringView(tone)}});
}

void writeVerdict(HtmlWriter &html, const SweepResult &result)
{
    html.open("p", {{"class", QStringLiteral("verdict")}});
    if (result.scaling.collapsedAt)
        writePill(html, "pill bad", QStringLiteral("▲ breaks down"));
    switch (result.amplified()) {
    case Amplified::Present:
        writePill(html, "pill bad", QStringLiteral("▲ amplification present"));
        break;
    case Amplified::Absent:
        writePill(html, "pill good", QStringLiteral("✓ amplification absent"));
        break;
    case Amplified::Unknown:
        writePill(html, "pill", QStringLiteral("? amplification unknown"));
        break;
    }
    html.close();
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
    html.open("div", {{"class", QStringLiteral("card scroll")}}).open("table").open("thead").open("tr");
    for (const SweepColumn &column : table.columns)
        html.element("th", QLatin1StringView(column.title),
                     {{"scope", QStringLiteral("col")}, {"class", QStringLiteral("num")}});
    html.close().close().open("tbody");
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
    html.close().close().close();
}

void writeConditions(HtmlWriter &html, const SweepResult &result)
{
    html.element("h2", QStringLiteral("Conditions"));
    html.open("div", {{"class", QStringLiteral("card")}});
    for (const QString &line : sweepConditions(result))
        html.element("p", line);
    html.close();
}

} // namespace

QByteArray sweepToHtml(const SweepResult &result)
{
    const QString kind = QStringLiteral("Concurrency sweep");
    HtmlWriter html;
    html.verbatim("<!DOCTYPE html>\n").open("html", {{"lang", QStringLiteral("en")}});
    writeHead(html, kind + QStringLiteral(": ") + displayUrl(result.plan.uploads.target.endpoint.url),
              QStringLiteral(TIDEMARK_VERSION));
    html.open("body");
    writeHeader(html, kind, result.startedMs);
    html.open("main");
    writeVerdict(html, result);
    writeChart(html, latencyChart(result.levels));
    writeChart(html, peakChart(result.levels));
    for (const SweepTable &table : sweepTables(result))
        writeTable(html, table, result);
    writeConditions(html, result);
    html.close().close().close().verbatim("\n");
    return html.finished();
}

} // namespace report
