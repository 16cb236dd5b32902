// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/auditcheck.h"
#include "core/report/auditreport.h"
#include "core/report/auditwording.h"
#include "core/report/htmlparts.h"
#include "core/report/safetext.h"

namespace report {
namespace {

using experiment::AuditOutcome;
using experiment::AuditResult;

/// Colour, sign and word belong together: none of them says it alone.
void writePill(HtmlWriter &html, AuditOutcome outcome)
{
    const char *look = "pill";
    QString sign = QStringLiteral("? ");
    if (outcome == AuditOutcome::Fail) {
        look = "pill bad";
        sign = QStringLiteral("▲ ");
    } else if (outcome == AuditOutcome::Pass) {
        look = "pill good";
        sign = QStringLiteral("✓ ");
    }
    html.element("span", sign + outcomeName(outcome), {{"class", QLatin1StringView(look)}});
}

AuditOutcome overall(const AuditResult &result)
{
    if (result.count(AuditOutcome::Fail) > 0)
        return AuditOutcome::Fail;
    return result.count(AuditOutcome::Pass) > 0 ? AuditOutcome::Pass : AuditOutcome::Unknown;
}

void writeHeadline(HtmlWriter &html, const AuditResult &result)
{
    html.open("p", {{"class", QStringLiteral("verdict")}});
    writePill(html, overall(result));
    html.close();
    html.element("h1", auditSentence(result));
}

void writeRow(HtmlWriter &html, const AuditRow &row)
{
    html.open("tr");
    html.element("th", QString::fromUtf8(row.check->title), {{"scope", QStringLiteral("row")}});
    html.open("td", {{"class", QStringLiteral("fit")}});
    writePill(html, row.outcome);
    html.close();
    html.open("td").element("div", row.evidence);
    if (row.outcome == AuditOutcome::Fail) {
        html.element("div", QString::fromUtf8(row.check->why));
        html.open("div")
            .element("strong", QStringLiteral("Fix: "))
            .text(QString::fromUtf8(row.check->fix))
            .close();
    }
    html.element("div", QString::fromUtf8(row.check->reference), {{"class", QStringLiteral("dim")}});
    html.close().close();
}

void writeRows(HtmlWriter &html, const AuditResult &result)
{
    const std::vector<AuditRow> rows = auditRows(result);
    if (rows.empty())
        return;
    html.element("h2", QStringLiteral("Checks"));
    html.open("div", {{"class", QStringLiteral("card scroll")}}).open("table").open("thead").open("tr");
    for (const char *title : {"Check", "Outcome", "Evidence"})
        html.element("th", QLatin1StringView(title), {{"scope", QStringLiteral("col")}});
    html.close().close().open("tbody");
    for (const AuditRow &row : rows)
        writeRow(html, row);
    html.close().close().close();
}

void writeAuditConditions(HtmlWriter &html, const AuditResult &result)
{
    html.element("h2", QStringLiteral("Conditions"));
    html.open("div", {{"class", QStringLiteral("card")}});
    for (const QString &line : auditConditions(result))
        html.element("p", line);
    html.close();
}

} // namespace

QByteArray auditToHtml(const AuditResult &result)
{
    const QString server = displayUrl(result.plan.target.endpoint.url);
    const QString kind = QStringLiteral("Endpoint audit");
    HtmlWriter html;
    html.verbatim("<!DOCTYPE html>\n").open("html", {{"lang", QStringLiteral("en")}});
    writeHead(html, kind + QStringLiteral(": ") + server, QStringLiteral(TIDEMARK_VERSION));
    html.open("body");
    writeHeader(html, kind, result.startedMs);
    html.open("main");
    writeHeadline(html, result);
    writeRows(html, result);
    writeAuditConditions(html, result);
    html.close().close().close().verbatim("\n");
    return html.finished();
}

} // namespace report
