// SPDX-License-Identifier: GPL-3.0-or-later
// A leak check as Markdown, CSV and JUnit XML.
#include "core/report/checkreport.h"

#include "core/report/checkconditions.h"
#include "core/report/checkevidence.h"
#include "core/report/checknotes.h"
#include "core/report/checkwording.h"
#include "core/report/csvtable.h"
#include "core/report/floorevidence.h"
#include "core/report/floorsvg.h"
#include "core/report/junitsuite.h"
#include "core/report/markdowntext.h"
#include "core/report/namedsuspects.h"
#include "core/report/papersvg.h"
#include "core/report/safetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using analysis::Outcome;
using analysis::Resource;
using analysis::ResourceVerdict;
using experiment::CheckResult;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::CheckReport)
};

QString resourcesTable(const CheckResult &result)
{
    QList<QStringList> rows;
    for (const CheckEvidence &group : evidenceGroups(result)) {
        for (const ResourceVerdict &verdict : *group.verdicts)
            rows.append({rowName(group, verdict.resource), badgeOf(finalOutcome(verdict)).text(),
                         perUploadText(verdict), intervalText(verdict), reasonText(verdict)});
    }
    if (rows.isEmpty())
        return {};
    return markdownTable({{Text::tr("Resource")},
                          {Text::tr("Verdict")},
                          {Text::tr("Per upload"), Cells::Numbers},
                          {Text::tr("98 % interval"), Cells::Numbers},
                          {Text::tr("Why")}},
                         rows);
}

QString suspectText(const NamedSuspect &named)
{
    QString text = QStringLiteral("\n%1\n\n```\n").arg(markdownWords(named.text()));
    for (const pprof::Site &site : named.suspect->stack)
        text += siteText(site).replace(u'`', u'\'') + u'\n';
    return text + QStringLiteral("```\n");
}

void writeVerdictRows(CsvTable &csv, const CheckResult &result)
{
    csv.header(
        {"resource", "uploads", "verdict", "per_upload", "low", "high", "unit", "detectable", "reason"});
    for (const CheckEvidence &group : evidenceGroups(result)) {
        for (const ResourceVerdict &verdict : *group.verdicts) {
            csv.text(toKey(verdict.resource));
            csv.text(group.key.isEmpty() ? QStringLiteral("normal") : group.key);
            csv.text(toKey(finalOutcome(verdict)));
            csv.number(verdict.perUpload);
            csv.number(verdict.low);
            csv.number(verdict.high);
            csv.text(toKey(verdict.unit));
            csv.number(verdict.detectable);
            csv.text(reasonText(verdict));
            csv.endRow();
        }
    }
}

/// What was left after each round, one column a resource.
void writeFloorRows(CsvTable &csv, const CheckResult &result)
{
    QList<Resource> told;
    const std::pair<const char *, const std::vector<experiment::FloorAt> *> phases[]{
        {"warm-up", &result.warmUp},
        {"normal", &result.rounds},
        {"aborted", &result.abortRounds},
        {"crowded", &result.crowdRounds},
        {"large", &result.spillRounds}};
    for (int i = 0; i < analysis::resourceCount; ++i) {
        const auto resource = static_cast<Resource>(i);
        const auto tells = [resource](const experiment::FloorAt &at) {
            return std::isfinite(valueOf(at.floor, resource));
        };
        if (std::ranges::any_of(
                phases, [&tells](const auto &phase) { return std::ranges::any_of(*phase.second, tells); }))
            told.append(resource);
    }
    csv.text(QStringLiteral("round_of"));
    csv.text(QStringLiteral("uploads_so_far"));
    for (const Resource resource : told)
        csv.text(QStringLiteral("%1_%2").arg(toKey(resource), toKey(unitOf(resource))));
    csv.endRow();
    for (const auto &[name, rounds] : phases) {
        for (const experiment::FloorAt &at : *rounds) {
            csv.text(QLatin1StringView(name));
            csv.whole(at.uploads);
            for (const Resource resource : told)
                csv.number(valueOf(at.floor, resource));
            csv.endRow();
        }
    }
}

} // namespace

ReportText checkText(const CheckResult &result)
{
    ReportText text{openingText(checkSentence(result), checkNotes(result)), resourcesTable(result),
                    checkConditions(result)};
    for (const NamedSuspect &named : namedSuspects(result))
        text.details += suspectText(named);
    return text;
}

Paper checkPaper(const CheckResult &result)
{
    Paper paper{.head = headOf(result),
                .badges = {badgeOf(result.verdict.outcome)},
                .charts = {},
                .text = checkText(result)};
    const FloorEvidence evidence = floorEvidence(result);
    if (evidence.chart.isEmpty())
        return paper;
    HtmlWriter svg;
    writeFloorChart(svg, evidence.chart, evidence.colour, checkSentence(result));
    paper.charts.append(
        {Text::tr("What is left after each round: %1").arg(evidence.caption), paperSvg(svg.finished())});
    return paper;
}

QByteArray checkToCsv(const CheckResult &result)
{
    CsvTable csv;
    writeVerdictRows(csv, result);
    csv.endRow(); // An empty line, so that a spreadsheet shows two tables.
    writeFloorRows(csv, result);
    return csv.content();
}

QByteArray checkToJUnit(const CheckResult &result, const QString &accepted)
{
    using CaseOutcome = JUnitCase::Outcome;
    const bool isLeak = result.verdict.outcome == Outcome::Leaks;
    const bool isClear = isLeak || result.verdict.outcome == Outcome::Stable;
    const bool leaks = isLeak && accepted.isEmpty();
    const QString rest = (checkNotes(result) + checkConditions(result)).join(u'\n');
    QStringList said{checkSentence(result)};
    if (!accepted.isEmpty())
        said += accepted;
    JUnitSuite suite{.command = QStringLiteral("check"),
                     .program = headOf(result).program(),
                     .startedAtMs = result.startedMs,
                     .seconds = static_cast<double>(result.took.count()) / 1000,
                     .said = said.join(u'\n') + u'\n' + rest};
    suite.cases.push_back({.className = displayUrl(result.plan.uploads.target.endpoint.url),
                           .name = QStringLiteral("does not leak"),
                           .seconds = suite.seconds,
                           .outcome = leaks ? CaseOutcome::Failure
                               : isClear    ? CaseOutcome::Passed
                                            : CaseOutcome::Error,
                           .type = leaks ? QStringLiteral("leak") : QStringLiteral("inconclusive"),
                           .message = checkSentence(result),
                           .text = rest});
    return junitXml(suite);
}

} // namespace report
