// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/auditexamples.h"

#include "core/experiment/auditcheck.h"

using experiment::AuditCheck;
using experiment::AuditEnd;
using experiment::AuditFinding;
using experiment::AuditOutcome;
using experiment::AuditResult;

namespace examples {

namespace {

constexpr qint64 begunMs = 1'795'430'400'000; // 2026-11-23
constexpr qint64 mib = 1024 * 1024;

struct Told
{
    const char *id;
    AuditOutcome outcome;
    const char *evidence;
};

constexpr Told faults[] = {
    {"body-limit", AuditOutcome::Fail,
     "a body of 64.0 MiB, the largest that was tried, is taken: 201 Created. None was refused"},
    {"limit-answer", AuditOutcome::Unknown, "no limit was found, so no request is too large"},
    {"limit-chunked", AuditOutcome::Unknown, "no limit was found, so none can be passed"},
    {"limit-streaming", AuditOutcome::Unknown, "no limit was found, so nothing is refused"},
    {"path-traversal", AuditOutcome::Fail,
     "“../tidemark-audit-4f1c09b27ae3-9.txt” was stored as "
     "/var/lib/upload-service/path-traversal/service/tidemark-audit-4f1c09b27ae3-9.txt; "
     "“../../up-tidemark-audit-4f1c09b27ae3-9.txt” was stored as "
     "/var/lib/upload-service/path-traversal/up-tidemark-audit-4f1c09b27ae3-9.txt; other files are stored in "
     "/var/lib/upload-service/path-traversal/service/uploads"},
    {"slow-body", AuditOutcome::Fail,
     "a body of which a byte came every second was still waited for after 65.0 s"},
    {"tls", AuditOutcome::Unknown, "not encrypted: http"},
};

const char *evidenceOf(const AuditCheck &check)
{
    for (const auto &[id, evidence] : {
             std::pair("body-limit", "8.00 MiB are taken, 8.01 MiB are not: 413 Content Too Large"),
             std::pair("path-traversal",
                       "of 6 names that lead out of a folder 2 were refused and 4 were stored where all "
                       "files are"),
             std::pair("keep-alive", "after a 413 the connection takes the next request: 201 Created"),
             std::pair(
                 "aborted-uploads",
                 "of 40 aborted uploads nothing was left after 3.00 s: no file, no goroutine, no descriptor"),
         }) {
        if (QLatin1StringView(id) == QLatin1StringView(check.id))
            return evidence;
    }
    return "four requests that are wrong were refused: 400 Bad Request";
}

AuditResult begun()
{
    AuditResult result;
    result.plan.target.endpoint.url = QUrl(QStringLiteral("http://localhost:8080/upload/path-traversal"));
    result.plan.watch.url = QUrl(QStringLiteral("http://localhost:8080/"));
    result.plan.token = QStringLiteral("4f1c09b27ae3");
    result.plan.folders = {QStringLiteral("/var/lib/upload-service")};
    result.found.sources = {{QUrl(QStringLiteral("http://localhost:8080/debug/pprof/")),
                             metrics::Format::GoPprof, metrics::Runtime::Go, QStringLiteral("go1.19.8")}};
    result.startedMs = begunMs;
    return result;
}

void add(AuditResult &result, const AuditCheck &check, AuditOutcome outcome, const char *evidence)
{
    result.findings.push_back({QString::fromUtf8(check.id), outcome, QString::fromUtf8(evidence),
                               std::chrono::milliseconds(1'250)});
}

} // namespace

AuditResult sound()
{
    AuditResult result = begun();
    for (const AuditCheck &check : experiment::auditChecks())
        add(result, check, AuditOutcome::Pass, evidenceOf(check));
    result.requests = 212;
    result.bytes = 412 * mib;
    result.took = std::chrono::milliseconds(94'000);
    return result;
}

AuditResult faulty()
{
    AuditResult result = sound();
    for (const Told &told : faults) {
        for (AuditFinding &finding : result.findings) {
            if (finding.id != QLatin1StringView(told.id))
                continue;
            finding.outcome = told.outcome;
            finding.evidence = QString::fromUtf8(told.evidence);
        }
    }
    return result;
}

AuditResult stopped()
{
    constexpr size_t done = 6;
    AuditResult result = faulty();
    result.end = AuditEnd::Cancelled;
    for (size_t i = done; i < result.findings.size(); ++i)
        result.findings[i] = {result.findings[i].id,
                              AuditOutcome::Unknown,
                              QStringLiteral("not finished: the audit was stopped"),
                              {}};
    result.requests = 74;
    result.took = std::chrono::milliseconds(8'600);
    return result;
}

AuditResult unusable()
{
    AuditResult result = begun();
    result.end = AuditEnd::Unusable;
    result.error = {base::ErrorKind::HttpStatus,
                    QStringLiteral("a small, right upload is not taken, so nothing can be told of wrong "
                                   "ones: 403 Forbidden (“sign in first”)"),
                    403,
                    {}};
    for (const AuditCheck &check : experiment::auditChecks())
        add(result, check, AuditOutcome::Unknown,
            "not tried: a small, right upload is not taken, so nothing can be told of wrong ones: 403 "
            "Forbidden");
    result.requests = 1;
    result.took = std::chrono::milliseconds(14);
    return result;
}

AuditResult gone()
{
    AuditResult result = sound();
    result.end = AuditEnd::Gone;
    result.error
        = {base::ErrorKind::ConnectionFailed,
           QStringLiteral("the server took no upload any more after “Thousands of parts do no harm”"),
           0,
           {}};
    bool isGone = false;
    for (AuditFinding &finding : result.findings) {
        if (isGone)
            finding = {
                finding.id, AuditOutcome::Unknown, QStringLiteral("not tried: ") + result.error.message, {}};
        if (finding.id != QLatin1StringView("many-parts"))
            continue;
        isGone = true;
        finding.outcome = AuditOutcome::Fail;
        finding.evidence
            = QStringLiteral("a form of 20,000 parts: no answer, and the connection ended. After "
                             "it the server took no upload any more");
    }
    return result;
}

experiment::AuditProgress auditing(int number)
{
    const std::span<const AuditCheck> checks = experiment::auditChecks();
    return {number, static_cast<int>(checks.size()),
            QString::fromUtf8(checks[static_cast<size_t>(number) - 1].title),
            std::chrono::milliseconds(2'400 * number)};
}

} // namespace examples
