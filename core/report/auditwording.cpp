// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/auditwording.h"

#include "core/base/format.h"
#include "core/experiment/auditcheck.h"
#include "core/report/audithints.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace report {
namespace {

using experiment::AuditEnd;
using experiment::AuditOutcome;
using experiment::AuditResult;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::AuditWording)
};

constexpr qsizetype mostEvidence = 1'000;

int rankOf(AuditOutcome outcome)
{
    switch (outcome) {
    case AuditOutcome::Fail:
        return 0;
    case AuditOutcome::Unknown:
        return 1;
    case AuditOutcome::Pass:
        break;
    }
    return 2;
}

QString sentence(const QString &text)
{
    const QString said = withCapital(printable(withoutSecrets(text), mostEvidence));
    if (said.isEmpty())
        return said;
    const QChar last = said.back();
    return last == u'.' || last == u'。' || last == u'…' ? said : withStop(said);
}

QString size(qint64 bytes)
{
    return base::formatBytes(static_cast<double>(bytes));
}

} // namespace

std::optional<AuditRow> auditRow(const experiment::AuditFinding &finding, Surface surface)
{
    const experiment::AuditCheck *check = experiment::findAuditCheck(finding.id);
    if (!check)
        return {};
    return AuditRow{check, finding.outcome, sentence(withHints(finding.evidence, surface)), finding.took};
}

std::vector<AuditRow> auditRows(const AuditResult &result, Surface surface)
{
    std::vector<AuditRow> rows;
    for (const experiment::AuditFinding &finding : result.findings) {
        if (const std::optional<AuditRow> row = auditRow(finding, surface))
            rows.push_back(*row);
    }
    std::ranges::stable_sort(rows, {}, [](const AuditRow &row) { return rankOf(row.outcome); });
    return rows;
}

QString auditSentence(const AuditResult &result)
{
    if (result.end == AuditEnd::Unusable)
        return Text::tr("Not audited: %1").arg(printable(withoutSecrets(result.error.message), mostEvidence));
    const auto all = static_cast<qint64>(result.findings.size());
    const int bad = result.count(AuditOutcome::Fail), open = result.count(AuditOutcome::Unknown);
    const QString checks = counted(all, Text::tr("check"), Text::tr("checks"));
    QStringList said{bad > 0 ? Text::tr("%1 of %2 failed", "count, checks").arg(QString::number(bad), checks)
                         : open == all ? Text::tr("None of %1 could be decided", "checks").arg(checks)
                                       : Text::tr("No check failed")};
    if (open > 0 && open < all)
        said += bad > 0 ? Text::tr("%1 could not be decided", "count of checks").arg(open)
                        : Text::tr("%1 of %2 could not be decided", "counts of checks").arg(open).arg(all);
    if (result.end == AuditEnd::Cancelled)
        said += Text::tr("the audit was stopped");
    if (result.end == AuditEnd::Gone)
        said += printable(result.error.message, mostEvidence);
    return clauses(said);
}

AuditOutcome overallOutcome(const AuditResult &result)
{
    if (result.count(AuditOutcome::Fail) > 0)
        return AuditOutcome::Fail;
    const bool isPassed = result.end == AuditEnd::Whole && result.count(AuditOutcome::Pass) > 0;
    return isPassed ? AuditOutcome::Pass : AuditOutcome::Unknown;
}

QString outcomeName(AuditOutcome outcome)
{
    switch (outcome) {
    case AuditOutcome::Pass:
        return Text::tr("passed");
    case AuditOutcome::Fail:
        return Text::tr("failed");
    case AuditOutcome::Unknown:
        break;
    }
    return Text::tr("unknown");
}

QString auditBoundsText(const experiment::AuditBounds &bounds)
{
    return Text::tr("%1 a request, %2 and %3 requests in all, %4; slow bodies %5, clean-up %6")
        .arg(size(bounds.body), size(bounds.bytes), QString::number(bounds.requests),
             base::formatDuration(bounds.time), base::formatDuration(bounds.slow),
             base::formatDuration(bounds.release));
}

QStringList auditConditions(const AuditResult &result)
{
    QStringList lines;
    const bool isPut = result.plan.target.method == transfer::UploadMethod::Put;
    lines += (isPut ? Text::tr("PUT to %1") : Text::tr("Forms by POST to %1"))
                 .arg(displayUrl(result.plan.target.endpoint.url));
    lines += result.found.found() ? watchedByText(result.found)
        : result.plan.pid != 0    ? Text::tr("Watched: process %1").arg(result.plan.pid)
                                  : Text::tr("Its memory was not watched");
    lines += result.plan.folders.isEmpty()
        ? Text::tr("No folder was watched")
        : Text::tr("Folders: %1").arg(printable(commaList(result.plan.folders), mostEvidence));
    lines
        += Text::tr("Bounds: %1. Made: %2 with %3 of bodies", "bounds, requests, bytes")
               .arg(auditBoundsText(result.plan.bounds),
                    counted(result.requests, Text::tr("request"), Text::tr("requests")), size(result.bytes));
    lines
        += Text::tr(
               "What the server stored of it stays there, under names with “tidemark-audit-%1” or with that "
               "in the content")
               .arg(printable(result.plan.token));
    lines += Text::tr("%1; Tidemark %2; begun %3", "how long it took, version, time")
                 .arg(base::formatDuration(result.took), QStringLiteral(TIDEMARK_VERSION),
                      base::formatUtc(result.startedMs));
    return lines;
}

QString auditPhaseText(const experiment::AuditProgress &progress)
{
    if (progress.number == 0)
        return progress.title;
    return Text::tr("%1 of %2: %3", "number, count, check")
        .arg(progress.number)
        .arg(progress.checks)
        .arg(progress.title);
}

} // namespace report
