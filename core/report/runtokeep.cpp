// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/runtokeep.h"

#include "core/experiment/auditresult.h"
#include "core/experiment/sweepresult.h"
#include "core/report/auditreport.h"
#include "core/report/checkcbor.h"
#include "core/report/checkreport.h"
#include "core/report/runhead.h"
#include "core/report/summary.h"
#include "core/report/sweepreport.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>

namespace report {
namespace {

using experiment::CheckProfiles;
using session::RunDocuments;
using session::RunToKeep;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::KeptReport)
};

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

template <typename Render>
std::map<Format, QByteArray> inEveryFormat(const Render &render)
{
    std::map<Format, QByteArray> rendered;
    for (const Format format : allFormats)
        rendered.emplace(format, render(format));
    return rendered;
}

} // namespace

RunToKeep runToKeep(const session::SessionSnapshot &snapshot, const QByteArray &json)
{
    return {runHead(snapshot),
            {{toKey(Format::Json), json}, {QStringLiteral("text"), summaryText(snapshot).toUtf8()}}};
}

RunToKeep measuredToKeep(const std::map<Format, QByteArray> &rendered)
{
    RunToKeep kept{runHead(QJsonDocument::fromJson(rendered.at(Format::Json)).object()), {}};
    for (const auto &[format, document] : rendered)
        kept.documents.emplace_back(toKey(format), document);
    return kept;
}

RunDocuments wholeCheck(const experiment::CheckResult &result)
{
    RunDocuments documents{{whole, checkToCbor(result)}};
    for (const KeptProfile &profile : profiles) {
        const QByteArray &bytes = result.profiles.*profile.bytes;
        if (!bytes.isEmpty() && bytes.size() <= largestProfile)
            documents.emplace_back(QLatin1StringView(profile.format), bytes);
    }
    return documents;
}

RunToKeep checkToKeep(const experiment::CheckResult &result)
{
    RunToKeep kept
        = measuredToKeep(inEveryFormat([&result](Format format) { return renderCheck(result, format); }));
    for (const auto &document : wholeCheck(result))
        kept.documents.push_back(document);
    return kept;
}

RunToKeep sweepToKeep(const experiment::SweepResult &result)
{
    return measuredToKeep(inEveryFormat([&result](Format format) { return renderSweep(result, format); }));
}

RunToKeep auditToKeep(const experiment::AuditResult &result)
{
    return measuredToKeep(inEveryFormat([&result](Format format) { return renderAudit(result, format); }));
}

const QStringList &checkDocuments()
{
    static const QStringList formats = QStringList(whole) + profileDocuments();
    return formats;
}

const QStringList &profileDocuments()
{
    static const QStringList formats = [] {
        QStringList list;
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
        return base::Error{base::ErrorKind::NotFound, Text::tr("the leak check was not kept whole"), 0, {}};
    base::Result<experiment::CheckResult> result = checkFromCbor(*cbor);
    if (result)
        result->profiles = profilesFrom(documents);
    return result;
}

} // namespace report
