// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/auditcheck.h"
#include "core/report/auditreport.h"
#include "core/report/auditwording.h"
#include "core/report/jsondiscovery.h"
#include "core/report/jsonfields.h"
#include "core/report/safetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace report {
namespace {

using experiment::AuditOutcome;
using experiment::AuditResult;

double seconds(std::chrono::milliseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

QJsonObject toJson(const AuditRow &row)
{
    return {{QStringLiteral("id"), QString::fromUtf8(row.check->id)},
            {QStringLiteral("title"), experiment::auditCheckText(row.check->title)},
            {QStringLiteral("outcome"), toKey(row.outcome)},
            {QStringLiteral("evidence"), row.evidence},
            {QStringLiteral("why"), experiment::auditCheckText(row.check->why)},
            {QStringLiteral("fix"), experiment::auditCheckText(row.check->fix)},
            {QStringLiteral("reference"), QString::fromUtf8(row.check->reference)},
            {QStringLiteral("seconds"), seconds(row.took)}};
}

QJsonObject toJson(const experiment::AuditBounds &bounds)
{
    return {{QStringLiteral("bodyBytes"), bounds.body},
            {QStringLiteral("bytes"), bounds.bytes},
            {QStringLiteral("requests"), bounds.requests},
            {QStringLiteral("seconds"), seconds(bounds.time)},
            {QStringLiteral("slowSeconds"), seconds(bounds.slow)},
            {QStringLiteral("releaseSeconds"), seconds(bounds.release)}};
}

} // namespace

QByteArray auditToJson(const AuditResult &result)
{
    QJsonArray checks, sources;
    for (const experiment::AuditFinding &finding : result.findings) {
        if (const std::optional<AuditRow> row = auditRow(finding))
            checks.append(toJson(*row));
    }
    for (const metrics::Source &source : result.found.sources)
        sources.append(sourceToJson(source));
    QJsonObject object{
        {QStringLiteral("schema"), QStringLiteral("tidemark.audit/1")},
        {QStringLiteral("command"), QStringLiteral("audit")},
        {QStringLiteral("server"), encodedUrl(result.plan.target.endpoint.url)},
        {QStringLiteral("startedAt"), timeToJson(result.startedMs)},
        {QStringLiteral("finishedAt"), timeToJson(result.startedMs + result.took.count())},
        {QStringLiteral("seconds"), seconds(result.took)},
        {QStringLiteral("sentence"), auditSentence(result)},
        {QStringLiteral("end"), toKey(result.end)},
        {QStringLiteral("checks"), checks},
        {QStringLiteral("failed"), result.count(AuditOutcome::Fail)},
        {QStringLiteral("passed"), result.count(AuditOutcome::Pass)},
        {QStringLiteral("unknown"), result.count(AuditOutcome::Unknown)},
        {QStringLiteral("bounds"), toJson(result.plan.bounds)},
        {QStringLiteral("requests"), result.requests},
        {QStringLiteral("bytes"), result.bytes},
        {QStringLiteral("token"), result.plan.token},
        {QStringLiteral("sources"), sources},
    };
    if (result.error.kind != base::ErrorKind::None)
        object.insert(
            QStringLiteral("error"),
            QJsonObject{{QStringLiteral("kind"), toKey(result.error.kind)},
                        {QStringLiteral("message"), printable(withoutSecrets(result.error.message))},
                        {QStringLiteral("detail"), textToJson(withoutSecrets(result.error.detail))}});
    return QJsonDocument(object).toJson();
}

} // namespace report
