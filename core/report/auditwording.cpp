// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/auditwording.h"

#include "core/base/format.h"
#include "core/experiment/auditcheck.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <algorithm>

namespace report {
namespace {

using experiment::AuditEnd;
using experiment::AuditOutcome;
using experiment::AuditResult;

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
    QString said = printable(withoutSecrets(text), mostEvidence);
    if (said.isEmpty())
        return said;
    said[0] = said[0].toUpper();
    const QChar last = said.back();
    return last == u'.' || last == u'…' ? said : said + u'.';
}

QString size(qint64 bytes)
{
    return base::formatBytes(static_cast<double>(bytes));
}

} // namespace

std::optional<AuditRow> auditRow(const experiment::AuditFinding &finding)
{
    const experiment::AuditCheck *check = experiment::findAuditCheck(finding.id);
    if (!check)
        return {};
    return AuditRow{check, finding.outcome, sentence(finding.evidence), finding.took};
}

std::vector<AuditRow> auditRows(const AuditResult &result)
{
    std::vector<AuditRow> rows;
    for (const experiment::AuditFinding &finding : result.findings) {
        if (const std::optional<AuditRow> row = auditRow(finding))
            rows.push_back(*row);
    }
    std::ranges::stable_sort(rows, {}, [](const AuditRow &row) { return rankOf(row.outcome); });
    return rows;
}

QString auditSentence(const AuditResult &result)
{
    if (result.end == AuditEnd::Unusable)
        return QStringLiteral("Not audited: ")
            + printable(withoutSecrets(result.error.message), mostEvidence);
    const auto all = static_cast<qint64>(result.findings.size());
    const int bad = result.count(AuditOutcome::Fail), open = result.count(AuditOutcome::Unknown);
    const QString checks = counted(all, QStringLiteral("check"), QStringLiteral("checks"));
    QString text = bad > 0 ? QStringLiteral("%1 of %2 failed").arg(bad).arg(checks)
        : open == all      ? QStringLiteral("None of %1 could be decided").arg(checks)
                           : QStringLiteral("No check failed");
    if (open > 0 && open < all)
        text += bad > 0 ? QStringLiteral("; %1 could not be decided").arg(open)
                        : QStringLiteral("; %1 of %2 could not be decided").arg(open).arg(all);
    if (result.end == AuditEnd::Cancelled)
        text += QStringLiteral("; the audit was stopped");
    if (result.end == AuditEnd::Gone)
        text += QStringLiteral("; ") + printable(result.error.message, mostEvidence);
    return text;
}

AuditOutcome overallOutcome(const AuditResult &result)
{
    if (result.count(AuditOutcome::Fail) > 0)
        return AuditOutcome::Fail;
    return result.count(AuditOutcome::Pass) > 0 ? AuditOutcome::Pass : AuditOutcome::Unknown;
}

QString outcomeName(AuditOutcome outcome)
{
    switch (outcome) {
    case AuditOutcome::Pass:
        return QStringLiteral("passed");
    case AuditOutcome::Fail:
        return QStringLiteral("failed");
    case AuditOutcome::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString auditBoundsText(const experiment::AuditBounds &bounds)
{
    return QStringLiteral("%1 a request, %2 and %3 requests in all, %4; slow bodies %5, clean-up %6")
        .arg(size(bounds.body), size(bounds.bytes), QString::number(bounds.requests),
             base::formatDuration(bounds.time), base::formatDuration(bounds.slow),
             base::formatDuration(bounds.release));
}

QStringList auditConditions(const AuditResult &result)
{
    QStringList lines;
    const bool isPut = result.plan.target.method == transfer::UploadMethod::Put;
    lines += QStringLiteral("%1 to %2")
                 .arg(isPut ? QStringLiteral("PUT") : QStringLiteral("Forms by POST"),
                      displayUrl(result.plan.target.endpoint.url));
    const QString runtime = runtimeText(result.found);
    lines += result.found.found() ? QStringLiteral("Watched by %1%2")
                                        .arg(displayUrl(result.found.sources.first().url),
                                             runtime.isEmpty() ? QString() : QStringLiteral(", ") + runtime)
        : result.plan.pid != 0 ? QStringLiteral("Watched: process %1").arg(result.plan.pid)
                               : QStringLiteral("Its memory was not watched");
    lines += result.plan.folders.isEmpty() ? QStringLiteral("No folder was watched")
                                           : QStringLiteral("Folders: ")
            + printable(result.plan.folders.join(QStringLiteral(", ")), mostEvidence);
    lines += QStringLiteral("Bounds: %1. Made: %2 requests with %3 of bodies")
                 .arg(auditBoundsText(result.plan.bounds), QString::number(result.requests),
                      size(result.bytes));
    lines
        += QStringLiteral(
               "What the server stored of it stays there, under names with “tidemark-audit-%1” or with that "
               "in the content")
               .arg(printable(result.plan.token));
    lines += QStringLiteral("%1; Tidemark %2; begun %3")
                 .arg(base::formatDuration(result.took), QStringLiteral(TIDEMARK_VERSION),
                      base::formatUtc(result.startedMs));
    return lines;
}

QString auditPhaseText(const experiment::AuditProgress &progress)
{
    if (progress.number == 0)
        return progress.title;
    return QStringLiteral("%1 of %2: %3").arg(progress.number).arg(progress.checks).arg(progress.title);
}

} // namespace report
