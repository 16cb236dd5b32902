// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/auditcommand.h"

#include "app/tidemark-cli/checkfile.h"
#include "app/tidemark-cli/output.h"
#include "app/tidemark-cli/results.h"
#include "core/base/format.h"
#include "core/base/writefile.h"
#include "core/experiment/auditcheck.h"
#include "core/net/hostscope.h"
#include "core/report/auditreport.h"
#include "core/report/auditwording.h"
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
    if (result.count(AuditOutcome::Fail) > 0)
        return failOnAudit ? exitFound : exitFine;
    return result.count(AuditOutcome::Pass) > 0 ? exitFine : exitInconclusive;
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

AuditCommand::~AuditCommand()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

void AuditCommand::start()
{
    m_lookup
        = QHostInfo::lookupHost(m_context.options.target.endpoint.url.host(), this, &AuditCommand::beginAt);
}

void AuditCommand::beginAt(const QHostInfo &host)
{
    m_lookup = -1;
    const Options &options = m_context.options;
    // A name that does not resolve leads to the audit's own, better error.
    const bool isOurs
        = host.addresses().isEmpty() || net::scopeOf(host.addresses()) != net::HostScope::Public;
    if (isOurs || options.isConfirmed) {
        m_context.output.note(QStringLiteral("Audits %1 with at most %2")
                                  .arg(report::displayUrl(options.target.endpoint.url),
                                       report::auditBoundsText(options.audit.bounds)));
        m_audit.start(planOf(options));
        return;
    }
    const base::Error error{base::ErrorKind::Malformed,
                            QStringLiteral("%1 is neither this machine nor in a private network; an audit "
                                           "sends it requests that are wrong, slow "
                                           "and as large as %2: if it is yours, say --yes")
                                .arg(report::displayUrl(options.target.endpoint.origin()),
                                     base::formatBytes(static_cast<double>(options.audit.bounds.body))),
                            0,
                            {}};
    Results(m_context).deliverFailure(QStringLiteral("audit"), error);
    Q_EMIT finished(exitUsage);
}

void AuditCommand::interrupt()
{
    m_isInterrupted = true;
    if (m_lookup < 0) {
        m_audit.cancel();
        return;
    }
    QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    Q_EMIT finished(exitInterrupted);
}

void AuditCommand::finish(const AuditResult &result)
{
    m_context.output.status({});
    const bool delivered = deliver(result);
    print(result);
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
    for (const report::AuditRow &row : report::auditRows(result)) {
        output.line(QStringLiteral("  %1 %2")
                        .arg(report::outcomeName(row.outcome), -8)
                        .arg(QString::fromUtf8(row.check->title)),
                    inkOf(row.outcome));
        output.line(QStringLiteral("           ") + row.evidence, Output::Ink::Dim);
        if (row.outcome != AuditOutcome::Fail)
            continue;
        output.line(QStringLiteral("           Why: ") + QString::fromUtf8(row.check->why));
        output.line(QStringLiteral("           Fix: ") + QString::fromUtf8(row.check->fix));
        output.line(QStringLiteral("           ") + QString::fromUtf8(row.check->reference),
                    Output::Ink::Dim);
    }
    for (const QString &line : report::auditConditions(result))
        output.line(QStringLiteral("  ") + line, Output::Ink::Dim);
    if (!output.showsLines() && result.end != AuditEnd::Whole)
        output.error(report::auditSentence(result));
}

bool AuditCommand::deliver(const AuditResult &result) const
{
    const Options &options = m_context.options;
    bool delivered = Results(m_context).writeJson(report::auditToJson(result));
    const auto say = [&](const base::Result<base::Done> &done) {
        if (done)
            return;
        m_context.output.error(done.error().message);
        delivered = false;
    };
    if (!options.junit.isEmpty())
        say(base::writeFile(options.junit, report::auditToJUnit(result)));
    if (const auto format = report::checkFormatForFile(options.reportFile))
        say(base::writeFile(options.reportFile, report::renderAudit(result, *format)));
    if (const auto kept = checkfile::save(result); !kept)
        m_context.output.note(QStringLiteral("'report last' will not know this audit: ")
                              + kept.error().message);
    return delivered;
}

} // namespace cli
