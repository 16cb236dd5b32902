// SPDX-License-Identifier: GPL-3.0-or-later
// A leak check as Markdown and JUnit XML, and on paper.
#include "core/report/checkreport.h"

#include "core/report/baseline.h"
#include "core/report/checkadvice.h"
#include "core/report/checkconditions.h"
#include "core/report/checkevidence.h"
#include "core/report/checkwording.h"
#include "core/report/comparisontext.h"
#include "core/report/floorevidence.h"
#include "core/report/floorsvg.h"
#include "core/report/junitsuite.h"
#include "core/report/markdowntext.h"
#include "core/report/namedsuspects.h"
#include "core/report/papersvg.h"
#include "core/report/safetext.h"

#include <QCoreApplication>

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

JUnitCase::Outcome caseOf(const CheckResult &result)
{
    const bool isStable = result.verdict.outcome == Outcome::Stable;
    return result.verdict.outcome == Outcome::Leaks ? JUnitCase::Outcome::Failure
        : isStable                                  ? JUnitCase::Outcome::Passed
                                                    : JUnitCase::Outcome::Error;
}

JUnitCase::Outcome caseOf(CheckComparison::Acceptance acceptance)
{
    switch (acceptance) {
    case CheckComparison::Acceptance::Accepted:
        return JUnitCase::Outcome::Passed;
    case CheckComparison::Acceptance::Refused:
        return JUnitCase::Outcome::Failure;
    case CheckComparison::Acceptance::Unknown:
        break;
    }
    return JUnitCase::Outcome::Error;
}

} // namespace

ReportText checkText(const CheckResult &result, const Baseline *baseline)
{
    const QStringList held = baseline ? baselineLines(*baseline) : QStringList();
    ReportText text{openingText(checkSentence(result), held + notesAndAdvice(result)), resourcesTable(result),
                    checkConditions(result)};
    for (const NamedSuspect &named : namedSuspects(result))
        text.details += suspectText(named);
    return text;
}

Paper checkPaper(const CheckResult &result, const Baseline *baseline)
{
    Paper paper{.head = headOf(result),
                .badges = {badgeOf(result.verdict.outcome)},
                .charts = {},
                .text = checkText(result, baseline)};
    const FloorEvidence evidence = floorEvidence(result);
    if (evidence.chart.isEmpty())
        return paper;
    HtmlWriter svg;
    writeFloorChart(svg, evidence.chart, evidence.colour, checkSentence(result));
    paper.charts.append(
        {Text::tr("What is left after each round: %1").arg(evidence.caption), paperSvg(svg.finished())});
    return paper;
}

QByteArray checkToJUnit(const CheckResult &result, const Baseline *baseline)
{
    using CaseOutcome = JUnitCase::Outcome;
    const CaseOutcome outcome = baseline ? caseOf(baseline->comparison.acceptance()) : caseOf(result);
    const QString sentence = baseline ? comparisonSentence(baseline->comparison) : checkSentence(result);
    const QString rest = (notesAndAdvice(result) + checkConditions(result)).join(u'\n');
    QStringList said{checkSentence(result)};
    if (baseline)
        said += baselineLines(*baseline);
    JUnitSuite suite{.command = QStringLiteral("check"),
                     .program = headOf(result).program(),
                     .startedAtMs = result.startedMs,
                     .seconds = static_cast<double>(result.took.count()) / 1000,
                     .said = said.join(u'\n') + u'\n' + rest};
    suite.cases.push_back(
        {.className = displayUrl(result.plan.uploads.target.endpoint.url),
         .name
         = baseline ? QStringLiteral("leaks no more than the baseline") : QStringLiteral("does not leak"),
         .seconds = suite.seconds,
         .outcome = outcome,
         .type = outcome == CaseOutcome::Failure ? QStringLiteral("leak") : QStringLiteral("inconclusive"),
         .message = sentence,
         .text = rest});
    return junitXml(suite);
}

} // namespace report
