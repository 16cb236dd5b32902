// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/auditcheck.h"
#include "core/report/auditreport.h"
#include "core/report/auditwording.h"
#include "core/report/badge.h"
#include "core/report/checkadvice.h"
#include "core/report/htmlpage.h"
#include "core/report/htmltable.h"
#include "core/report/safetext.h"

#include <QCoreApplication>

namespace report {
namespace {

using experiment::auditCheckText;
using experiment::AuditOutcome;
using experiment::AuditResult;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::AuditReport)
};

void writeRow(HtmlWriter &html, const AuditRow &row)
{
    html.open("tr");
    html.element("th", auditCheckText(row.check->title), {{"scope", QStringLiteral("row")}});
    html.open("td", {{"class", QStringLiteral("fit")}});
    writeBadge(html, badgeOf(row.outcome));
    html.close();
    html.open("td").element("div", row.evidence);
    if (row.outcome == AuditOutcome::Fail) {
        html.element("div", auditCheckText(row.check->why));
        html.open("div")
            .element("strong", Text::tr("Fix: ", "how to mend it; the text follows"))
            .text(auditCheckText(row.check->fix))
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
    html.element("h2", Text::tr("Checks"));
    openTable(html, {{Text::tr("Check")}, {Text::tr("Outcome")}, {Text::tr("Evidence")}});
    for (const AuditRow &row : rows)
        writeRow(html, row);
    closeTable(html);
}

} // namespace

QByteArray auditToHtml(const AuditResult &result)
{
    return htmlPage(headOf(result), [&result](HtmlWriter &html) {
        writeVerdict(html, {badgeOf(overallOutcome(result))});
        html.element("h1", auditSentence(result));
        if (const QString advice = auditAdvice(result); !advice.isEmpty())
            html.element("p", advice, {{"class", QStringLiteral("note")}});
        writeRows(html, result);
        writeConditionLines(html, auditConditions(result));
    });
}

} // namespace report
