// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/runtokeep.h"

#include "core/experiment/auditresult.h"
#include "core/experiment/sweepresult.h"
#include "core/report/auditreport.h"
#include "core/report/checkcbor.h"
#include "core/report/checkjson.h"
#include "core/report/checkreport.h"
#include "core/report/runhead.h"
#include "core/report/summary.h"
#include "core/report/sweepreport.h"

#include <QJsonDocument>

#include <array>

namespace report {
namespace {

using experiment::CheckProfiles;
using session::RunDocuments;
using session::RunToKeep;

const QString json = QStringLiteral("json");
const QString html = QStringLiteral("html");
const QString markdown = QStringLiteral("md");
const QString csv = QStringLiteral("csv");
const QString junit = QStringLiteral("junit");
const QString whole = QStringLiteral("check");

constexpr qsizetype largestProfile = 4 * 1024 * 1024; // compressed, as servers send them

struct KeptProfile
{
    const char *format;
    QByteArray CheckProfiles::*bytes;
};

constexpr std::array profiles{
    KeptProfile{"pprof-heap-before", &CheckProfiles::heapBefore},
    KeptProfile{"pprof-heap-after", &CheckProfiles::heapAfter},
    KeptProfile{"pprof-goroutines-before", &CheckProfiles::goroutinesBefore},
    KeptProfile{"pprof-goroutines-after", &CheckProfiles::goroutinesAfter},
};

/// By its JSON, the first of the documents.
RunToKeep measured(RunDocuments documents)
{
    return {runHead(QJsonDocument::fromJson(documents.front().second).object()), std::move(documents)};
}

} // namespace

RunToKeep runToKeep(const session::SessionSnapshot &snapshot, const QByteArray &snapshotJson)
{
    return {runHead(snapshot),
            {{json, snapshotJson}, {QStringLiteral("text"), summaryText(snapshot).toUtf8()}}};
}

RunToKeep checkToKeep(const experiment::CheckResult &result, const QString &accepted)
{
    RunToKeep kept = measured({{json, checkToJson(result)},
                               {html, renderCheck(result, CheckFormat::Html)},
                               {markdown, renderCheck(result, CheckFormat::Markdown)},
                               {junit, checkToJUnit(result, accepted)},
                               {whole, checkToCbor(result)}});
    for (const KeptProfile &profile : profiles) {
        const QByteArray &bytes = result.profiles.*profile.bytes;
        if (!bytes.isEmpty() && bytes.size() <= largestProfile)
            kept.documents.emplace_back(QLatin1StringView(profile.format), bytes);
    }
    return kept;
}

RunToKeep sweepToKeep(const experiment::SweepResult &result)
{
    return measured({{json, sweepToJson(result)},
                     {html, sweepToHtml(result)},
                     {markdown, sweepToMarkdown(result)},
                     {csv, sweepToCsv(result)},
                     {junit, sweepToJUnit(result)}});
}

RunToKeep auditToKeep(const experiment::AuditResult &result)
{
    return measured({{json, auditToJson(result)},
                     {html, auditToHtml(result)},
                     {markdown, auditToMarkdown(result)},
                     {junit, auditToJUnit(result)}});
}

const QStringList &checkDocuments()
{
    static const QStringList formats = [] {
        QStringList list{whole};
        for (const KeptProfile &profile : profiles)
            list += QLatin1StringView(profile.format);
        return list;
    }();
    return formats;
}

CheckProfiles profilesFrom(const RunDocuments &documents)
{
    CheckProfiles found;
    for (const auto &[format, content] : documents) {
        for (const KeptProfile &profile : profiles) {
            if (format == QLatin1StringView(profile.format))
                found.*profile.bytes = content;
        }
    }
    return found;
}

base::Result<experiment::CheckResult> checkFromDocuments(const RunDocuments &documents)
{
    const RunToKeep run{{}, documents};
    const QByteArray *cbor = run.find(QLatin1StringView("check"));
    if (!cbor)
        return base::Error{
            base::ErrorKind::NotFound, QStringLiteral("the leak check was not kept whole"), 0, {}};
    base::Result<experiment::CheckResult> result = checkFromCbor(*cbor);
    if (result)
        result->profiles = profilesFrom(documents);
    return result;
}

} // namespace report
