// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkhtml.h"

#include "core/report/badge.h"
#include "core/report/baseline.h"
#include "core/report/checkadvice.h"
#include "core/report/checkconditions.h"
#include "core/report/checkevidence.h"
#include "core/report/checkwording.h"
#include "core/report/floorevidence.h"
#include "core/report/floorsvg.h"
#include "core/report/htmlpage.h"
#include "core/report/htmltable.h"
#include "core/report/namedsuspects.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>

namespace report {
namespace {

using analysis::ResourceVerdict;
using experiment::CheckResult;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::CheckReport)
};

void writeHeadline(HtmlWriter &html, const CheckResult &result, const Baseline *baseline)
{
    writeVerdict(html, {badgeOf(result.verdict.outcome)});
    html.element("h1", checkSentence(result));
    const QStringList held = baseline ? baselineLines(*baseline) : QStringList();
    for (const QString &note : held + notesAndAdvice(result))
        html.element("p", note, {{"class", QStringLiteral("note")}});
}

void writeEvidence(HtmlWriter &html, const CheckResult &result)
{
    const FloorEvidence evidence = floorEvidence(result);
    if (evidence.chart.isEmpty())
        return;
    html.open("h2")
        .text(Text::tr("What is left after each round"))
        .element("small", evidence.caption)
        .close();
    html.open("div", {{"class", QStringLiteral("card chart")}});
    writeFloorChart(html, evidence.chart, evidence.colour, checkSentence(result));
    html.close();
}

void writeRow(HtmlWriter &html, const ResourceVerdict &verdict, const QString &name)
{
    html.open("tr");
    html.element("th", name, {{"scope", QStringLiteral("row")}});
    html.open("td");
    writeBadge(html, badgeOf(finalOutcome(verdict)));
    html.close();
    html.open("td", {{"class", QStringLiteral("num")}});
    writeData(html, verdict.perUpload.value_or(experiment::FloorReading::unknown), perUploadText(verdict));
    html.close();
    html.element("td", intervalText(verdict), {{"class", QStringLiteral("num")}});
    html.element("td", reasonText(verdict));
    html.close();
}

void writeResources(HtmlWriter &html, const CheckResult &result)
{
    const std::vector<CheckEvidence> groups = evidenceGroups(result);
    if (groups.empty())
        return;
    html.element("h2", Text::tr("Resources"));
    openTable(html,
              {{Text::tr("Resource"), Cells::Words},
               {Text::tr("Verdict"), Cells::Words},
               {Text::tr("Per upload"), Cells::Numbers},
               {Text::tr("98 % interval"), Cells::Numbers},
               {Text::tr("Why"), Cells::Words}});
    for (const CheckEvidence &group : groups) {
        for (const ResourceVerdict &verdict : *group.verdicts)
            writeRow(html, verdict, rowName(group, verdict.resource));
    }
    closeTable(html);
}

void writeSuspect(HtmlWriter &html, const NamedSuspect &named)
{
    html.open("section");
    html.element("span", named.amount(), {{"class", QStringLiteral("n")}});
    html.element("code", siteText(named.suspect->guilty()));
    html.open("p").open("details");
    html.element("summary", Text::tr("Stack"));
    for (const pprof::Site &site : named.suspect->stack)
        html.open("div").element("code", siteText(site)).close();
    html.close().close().close();
}

void writeGuilt(HtmlWriter &html, const CheckResult &result)
{
    const std::vector<NamedSuspect> all = namedSuspects(result);
    if (all.empty())
        return;
    html.element("h2", Text::tr("Who allocates what stays"));
    html.open("div", {{"class", QStringLiteral("card why")}});
    for (const NamedSuspect &named : all)
        writeSuspect(html, named);
    html.close();
}

} // namespace

QByteArray checkToHtml(const CheckResult &result, const Baseline *baseline)
{
    return htmlPage(headOf(result), [&result, baseline](HtmlWriter &html) {
        writeHeadline(html, result, baseline);
        writeEvidence(html, result);
        writeResources(html, result);
        writeGuilt(html, result);
        writeConditionLines(html, checkConditions(result));
    });
}

} // namespace report
