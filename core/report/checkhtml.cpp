// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkhtml.h"
#include "core/report/checkconditions.h"
#include "core/report/checknotes.h"

#include "core/report/checkevidence.h"
#include "core/report/checkwording.h"
#include "core/report/floorsvg.h"
#include "core/report/htmlparts.h"
#include "core/report/namedsuspects.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

namespace report {
namespace {

using analysis::Outcome;
using analysis::Resource;
using analysis::ResourceVerdict;
using experiment::CheckResult;

/// Colour, sign and word belong together: none of them says it alone.
struct Tone
{
    const char *pill;
    QString sign;
};

Tone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Leaks:
    case Outcome::GcClosed:
        return {"pill bad", QStringLiteral("▲ ")};
    case Outcome::Stable:
    case Outcome::ReleasedLate:
        return {"pill good", QStringLiteral("✓ ")};
    case Outcome::Inconclusive:
    case Outcome::NeedsMoreRounds:
        break;
    }
    return {"pill", QStringLiteral("? ")};
}

/// Of a check that is over: what is not decided by then is inconclusive.
Outcome finalOutcome(const ResourceVerdict &verdict)
{
    return verdict.isDecided() ? verdict.outcome : Outcome::Inconclusive;
}

void writePill(HtmlWriter &html, Outcome outcome)
{
    const Tone tone = toneOf(outcome);
    html.element("span", tone.sign + outcomeName(outcome), {{"class", QLatin1StringView(tone.pill)}});
}

void writeHeadline(HtmlWriter &html, const CheckResult &result)
{
    html.open("p", {{"class", QStringLiteral("verdict")}});
    writePill(html, result.verdict.outcome);
    html.close();
    html.element("h1", checkSentence(result));
    for (const QString &note : checkNotes(result))
        html.element("p", note, {{"class", QStringLiteral("note")}});
}

/// The class of htmlStyle() that has the resource's colour.
QString colourOf(Resource resource)
{
    switch (resource) {
    case Resource::Rss:
        return QStringLiteral("rss");
    case Resource::Goroutines:
        return QStringLiteral("goroutines");
    case Resource::Threads:
        return QStringLiteral("threads");
    case Resource::Descriptors:
        return QStringLiteral("descriptors");
    case Resource::TempFiles:
    case Resource::TempBytes:
        return QStringLiteral("rate");
    case Resource::Heap:
    case Resource::HeapObjects:
    case Resource::External:
        break;
    }
    return QStringLiteral("heap");
}

void writeEvidence(HtmlWriter &html, const CheckResult &result)
{
    const CheckEvidence evidence = evidenceOf(result);
    const bool isNormal = evidence.suffix.isEmpty();
    const std::vector<experiment::FloorAt> &rounds = *evidence.rounds;
    const std::vector<Resource> told = toldResources(rounds);
    if (rounds.size() < 2 || told.empty())
        return;
    const Resource resource = result.verdict.leading ? result.verdict.leading->resource : told.front();
    const FloorChart chart
        = floorChart(resource, rounds, isNormal ? result.warmUp : std::vector<experiment::FloorAt>(),
                     find(*evidence.verdicts, resource));
    html.open("h2")
        .text(QStringLiteral("What is left after each round"))
        .element(
            "small",
            QStringLiteral("%1%2; line: fit, shade: its 98 % band, pale: warm-up")
                .arg(resourceName(resource), isNormal ? QString() : QStringLiteral(", ") + evidence.uploads))
        .close();
    html.open("div", {{"class", QStringLiteral("card chart")}});
    writeFloorChart(html, chart, colourOf(resource), checkSentence(result));
    html.close();
}

void writeRow(HtmlWriter &html, const ResourceVerdict &verdict, const QString &name)
{
    html.open("tr");
    html.element("th", name, {{"scope", QStringLiteral("row")}});
    html.open("td");
    writePill(html, finalOutcome(verdict));
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
    html.element("h2", QStringLiteral("Resources"));
    html.open("div", {{"class", QStringLiteral("card scroll")}}).open("table").open("thead").open("tr");
    for (const char *title : {"Resource", "Verdict"})
        html.element("th", QLatin1StringView(title), {{"scope", QStringLiteral("col")}});
    for (const char *title : {"Per upload", "98 % interval"})
        html.element("th", QLatin1StringView(title),
                     {{"scope", QStringLiteral("col")}, {"class", QStringLiteral("num")}});
    html.element("th", QStringLiteral("Why"), {{"scope", QStringLiteral("col")}});
    html.close().close().open("tbody");
    for (const CheckEvidence &group : groups) {
        for (const ResourceVerdict &verdict : *group.verdicts)
            writeRow(html, verdict, rowName(group, verdict.resource));
    }
    html.close().close().close();
}

void writeSuspect(HtmlWriter &html, const NamedSuspect &named)
{
    html.open("section");
    html.element("span", named.amount(), {{"class", QStringLiteral("n")}});
    html.element("code", siteText(named.suspect->guilty()));
    html.open("p").open("details");
    html.element("summary", QStringLiteral("Stack"));
    for (const pprof::Site &site : named.suspect->stack)
        html.open("div").element("code", siteText(site)).close();
    html.close().close().close();
}

void writeGuilt(HtmlWriter &html, const CheckResult &result)
{
    const std::vector<NamedSuspect> all = namedSuspects(result);
    if (all.empty())
        return;
    html.element("h2", QStringLiteral("Who allocates what stays"));
    html.open("div", {{"class", QStringLiteral("card why")}});
    for (const NamedSuspect &named : all)
        writeSuspect(html, named);
    html.close();
}

void writeCheckConditions(HtmlWriter &html, const CheckResult &result)
{
    html.element("h2", QStringLiteral("Conditions"));
    html.open("div", {{"class", QStringLiteral("card")}});
    for (const QString &line : checkConditions(result))
        html.element("p", line);
    html.close();
}

} // namespace

QByteArray checkToHtml(const CheckResult &result)
{
    const QString server = displayUrl(result.plan.uploads.target.endpoint.url);
    const QString kind = QStringLiteral("Leak check");
    HtmlWriter html;
    html.verbatim("<!DOCTYPE html>\n").open("html", {{"lang", QStringLiteral("en")}});
    writeHead(html, kind + QStringLiteral(": ") + server, QStringLiteral(TIDEMARK_VERSION));
    html.open("body");
    writeHeader(html, kind, result.startedMs);
    html.open("main");
    writeHeadline(html, result);
    writeEvidence(html, result);
    writeResources(html, result);
    writeGuilt(html, result);
    writeCheckConditions(html, result);
    html.close().close().close().verbatim("\n");
    return html.finished();
}

} // namespace report
