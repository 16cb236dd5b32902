// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/auditcommand.h"

#include "app/tidemark-cli/localsources.h"
#include "app/tidemark-cli/outcome.h"
#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/results.h"
#include "core/base/format.h"
#include "core/experiment/auditcheck.h"
#include "core/report/auditreport.h"
#include "core/report/auditwording.h"
#include "core/report/checkadvice.h"
#include "core/report/safetext.h"

namespace cli {
namespace {

using experiment::AuditEnd;
using experiment::AuditOutcome;
using experiment::AuditResult;

experiment::AuditPlan planOf(const Options &options)
{
    experiment::AuditPlan plan = options.audit;
    plan.target = options.target;
    plan.watch = options.watch;
    plan.pid = options.pid;
    plan.folders = options.folders;
    plan.connections = options.concurrency;
    return plan;
}

Output::Ink inkOf(AuditOutcome outcome)
{
    return outcome == AuditOutcome::Fail ? Output::Ink::Bad : Output::Ink::Plain;
}

} // namespace

ExitCode auditExitCode(const AuditResult &result, bool failOnAudit)
{
    if (result.end == AuditEnd::Unusable)
        return exitCouldNotRun;
    switch (report::overallOutcome(result)) {
    case AuditOutcome::Fail:
        return failOnAudit ? exitFound : exitFine;
    case AuditOutcome::Pass:
        return exitFine;
    case AuditOutcome::Unknown:
        break;
    }
    return exitInconclusive;
}

AuditCommand::AuditCommand(const Context &context)
    : m_context(context)
    , m_audit(context.manager, context.clock)
{
    connect(&m_audit, &experiment::Audit::progressed, this,
            [this](const experiment::AuditProgress &progress) {
                const QString text = QStringLiteral("%1 · %2").arg(report::auditPhaseText(progress),
                                                                   base::formatDuration(progress.elapsed));
                m_context.output.status(text.left(m_context.output.width()));
            });
    connect(&m_audit, &experiment::Audit::finished, this, &AuditCommand::finish);
}

void AuditCommand::start()
{
    const Options &options = m_context.options;
    if (const auto failure = couldNotRead(localSources(options))) {
        Results(m_context).deliverFailure(nameOf(options.command), *failure);
        Q_EMIT finished(exitCouldNotRun);
        return;
    }
    m_context.output.note(QStringLiteral("Audits %1 with at most %2")
                              .arg(report::displayUrl(options.target.endpoint.url),
                                   report::auditBoundsText(options.audit.bounds)));
    m_audit.start(planOf(options));
}

void AuditCommand::interrupt()
{
    m_isInterrupted = true;
    m_audit.cancel();
}

void AuditCommand::finish(const AuditResult &result)
{
    m_context.output.status({});
    const Measurement measured
        = inEveryFormat([&result](report::Format format) { return report::renderAudit(result, format); });
    const bool delivered = deliverMeasurement(m_context, measured);
    m_context.output.startRecording();
    print(result);
    keepMeasurement(m_context, measured, m_context.output.recorded());
    ExitCode code = auditExitCode(result, m_context.options.failOnAudit);
    if (m_isInterrupted)
        code = exitInterrupted;
    else if (!delivered && code == exitFine)
        code = exitCouldNotRun;
    Q_EMIT finished(code);
}

void AuditCommand::print(const AuditResult &result) const
{
    Output &output = m_context.output;
    const bool isBad = result.count(AuditOutcome::Fail) > 0;
    output.line(report::auditSentence(result), isBad ? Output::Ink::Bad : Output::Ink::Bold);
    // Of an audit that could not begin, nothing is told of each check.
    const bool isBegun = result.end != AuditEnd::Unusable;
    for (const report::AuditRow &row :
         isBegun ? report::auditRows(result) : std::vector<report::AuditRow>()) {
        output.line(QStringLiteral("  %1 %2")
                        .arg(report::outcomeName(row.outcome), -8)
                        .arg(experiment::auditCheckText(row.check->title)),
                    inkOf(row.outcome));
        output.line(QStringLiteral("           ") + row.evidence, Output::Ink::Dim);
        if (row.outcome != AuditOutcome::Fail)
            continue;
        output.line(QStringLiteral("           Why: ") + experiment::auditCheckText(row.check->why));
        output.line(QStringLiteral("           Fix: ") + experiment::auditCheckText(row.check->fix));
        output.line(QStringLiteral("           ") + QString::fromUtf8(row.check->reference),
                    Output::Ink::Dim);
    }
    for (const QString &line : report::auditConditions(result))
        output.line(QStringLiteral("  ") + line, Output::Ink::Dim);
    if (!output.showsLines() && result.end != AuditEnd::Whole)
        output.error(report::auditSentence(result));
    if (const QString advice = report::auditAdvice(result); !advice.isEmpty())
        output.note(advice);
}

} // namespace cli
