// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkconditions.h"

#include "core/base/format.h"
#include "core/report/checkevidence.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <cmath>

namespace report {
namespace {

using experiment::CheckResult;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::CheckConditions)
};

// What another person has to ask for to repeat the check, beside address, size and connections.
QStringList deviationsOf(const experiment::CheckPlan &plan)
{
    using Speed = experiment::CheckPlan::Speed;
    QStringList list;
    if (plan.speed != Speed::Standard)
        list += QStringLiteral("--") + toKey(plan.speed);
    if (plan.uploads.method == transfer::LoadPlan::Method::Put)
        list += QStringLiteral("--method put");
    else if (plan.uploads.target.field != transfer::UploadTarget().field)
        list += QStringLiteral("--field ") + printable(plan.uploads.target.field, 60);
    for (const auto &[name, value] : plan.uploads.target.form)
        list += QStringLiteral("--form ") + printable(name, 60); // the value may be a secret
    if (!plan.uploads.files.isEmpty())
        list += Text::tr("%1 file(s)").arg(plan.uploads.files.size());
    if (!plan.aborts)
        list += QStringLiteral("--no-aborts");
    if (plan.idle.count() > 0)
        list += QStringLiteral("--idle %1s").arg(plan.idle.count());
    if (plan.pid != 0)
        list += QStringLiteral("--pid");
    if (!plan.folders.isEmpty())
        list += QStringLiteral("--disk");
    return list;
}

// Of a watched process: which descriptors became more during the uploads that the verdict is about.
QString descriptorKindsText(const CheckResult &result)
{
    const std::vector<experiment::FloorAt> &rounds = *evidenceOf(result).rounds;
    if (result.plan.pid == 0 || rounds.size() < 2)
        return {};
    const experiment::DescriptorKinds &from = rounds.front().floor.descriptorKinds;
    const experiment::DescriptorKinds &to = rounds.back().floor.descriptorKinds;
    const std::pair<QString, int> kinds[]{
        {Text::tr("%1 files", "descriptors"), to.files - from.files},
        {Text::tr("%1 deleted files", "descriptors"), to.deleted - from.deleted},
        {Text::tr("%1 sockets", "descriptors"), to.sockets - from.sockets},
        {Text::tr("%1 connections it made", "descriptors"), to.outgoing - from.outgoing},
        {Text::tr("%1 pipes", "descriptors"), to.pipes - from.pipes},
        {Text::tr("%1 anonymous", "descriptors"), to.anonymous - from.anonymous},
        {Text::tr("%1 other", "descriptors"), to.other - from.other}};
    QStringList grown;
    for (const auto &[text, count] : kinds) {
        if (count > 0)
            grown += text.arg(count);
    }
    return grown.isEmpty() ? QString() : Text::tr("Descriptors that stayed: %1").arg(commaList(grown));
}

// What was tried where nothing to watch was found. Of a server that cannot be reached, the sentence says all of it.
QStringList triedLines(const CheckResult &result)
{
    if (result.interruption != experiment::Interruption::NoMetrics)
        return {};
    QStringList lines;
    bool hasAnswered = false;
    for (const metrics::Miss &miss : result.found.misses) {
        hasAnswered |= miss.error.httpStatus != 0 || miss.error.kind == base::ErrorKind::Malformed;
        lines += Text::tr("Tried %1: %2")
                     .arg(displayUrl(miss.url), printable(withoutSecrets(miss.error.message), 200));
    }
    return hasAnswered ? lines : QStringList();
}

} // namespace

QStringList checkConditions(const CheckResult &result)
{
    QStringList lines = triedLines(result);
    lines += Text::tr("Uploads to %1, %2 each, %3 at once")
                 .arg(displayUrl(result.plan.uploads.target.endpoint.url),
                      base::formatBytes(result.bodyBytes), QString::number(result.plan.uploads.connections));
    if (result.found.found())
        lines += watchedByText(result.found);
    if (result.found.found() && !result.blanks.empty() && std::isnan(result.blanks.back().requests))
        lines += Text::tr(
            "The server does not tell how many requests it answered: other traffic would not have "
            "been noticed");
    const QStringList deviations = deviationsOf(result.plan);
    if (!deviations.isEmpty())
        lines += Text::tr("Asked for: %1").arg(commaList(deviations));
    if (const QString kinds = descriptorKindsText(result); !kinds.isEmpty())
        lines += kinds;
    lines += Text::tr("%1 uploads and %2 aborted ones in %3; seed %4; Tidemark %5; begun %6")
                 .arg(result.uploads)
                 .arg(result.abortedUploads)
                 .arg(base::formatDuration(result.took))
                 .arg(result.plan.uploads.seed)
                 .arg(QStringLiteral(TIDEMARK_VERSION), base::formatUtc(result.startedMs));
    return lines;
}

} // namespace report
