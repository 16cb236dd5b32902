// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweepwording.h"

#include "core/base/format.h"
#include "core/report/checkwording.h"
#include "core/report/safetext.h"
#include "core/report/sweepclauses.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using analysis::Amplified;
using analysis::Bottleneck;
using experiment::SweepLevel;
using experiment::SweepResult;
using experiment::SweepStop;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::SweepWording)
};

QString sizeName(double size, bool isOpenLoop)
{
    const QString name = isOpenLoop ? Text::tr("%1 a second", "count of uploads")
                                    : Text::tr("%1 at once", "count of uploads");
    return name.arg(base::formatCount(size));
}

/// As the table says it: over all rounds of that level.
QString leftAt(const SweepResult &result, double size, analysis::Resource resource)
{
    const auto level = std::ranges::find(result.levels, size, &SweepLevel::size);
    return growthText(resource,
                      level == result.levels.end() ? experiment::ServerPeaks::unknown
                                                   : level->perUpload(resource));
}

QString comparedText(const SweepResult &result, const experiment::ResourceAmplification &one)
{
    const analysis::LoadAmplification &judged = one.judged;
    const analysis::Resource resource = one.resource;
    if (!judged.low || !judged.high)
        return Text::tr("there are not two levels to compare");
    const QString text = Text::tr("%1 %2 per upload with %3, %4 with %5",
                                  "a resource, amount, 1 at once, amount, 50 at once")
                             .arg(resourceName(resource), leftAt(result, judged.lowConnections, resource),
                                  sizeName(judged.lowConnections, result.plan.isOpenLoop()),
                                  leftAt(result, judged.highConnections, resource),
                                  sizeName(judged.highConnections, result.plan.isOpenLoop()));
    if (judged.byConcurrency != Amplified::Unknown)
        return text;
    return Text::tr("%1, but that scatters by ±%2 and ±%3", "what was compared, amounts")
        .arg(text, growthText(resource, judged.low->bounds(0.95).halfWidth()).remove(u'+'),
             growthText(resource, judged.high->bounds(0.95).halfWidth()).remove(u'+'));
}

QString retriesText(analysis::Resource resource, const analysis::LoadAmplification &judged)
{
    if (judged.failed == 0)
        return Text::tr("nothing failed, so nothing would have been tried again");
    const QString each
        = judged.perFailed ? growthText(resource, judged.perFailed->perUpload).remove(u'+') : dash();
    switch (judged.byRetries) {
    case Amplified::Present:
        return Text::tr("a failed attempt leaves %1, and each retry leaves that once more").arg(each);
    case Amplified::Absent:
        return Text::tr("failed attempts leave nothing (%1 each), and neither do retries").arg(each);
    case Amplified::Unknown:
        break;
    }
    return Text::tr("what failed attempts leave is not known");
}

QString clientText(const SweepLevel &level)
{
    const analysis::LoadPoint point = level.point();
    switch (analysis::clientLimit(point)) {
    case analysis::ClientLimit::Starts:
        return Text::tr("with %1 it did not get round to beginning %2 of the uploads within %3 of their time")
            .arg(levelName(level), shareText(point.lateByClientShare),
                 base::formatDuration(transfer::Arrivals::lateAfter));
    case analysis::ClientLimit::Processor:
        return Text::tr("with %1 its threads computed %2 of the time")
            .arg(levelName(level), shareText(point.clientBusy));
    case analysis::ClientLimit::Lag:
    case analysis::ClientLimit::None:
        break;
    }
    return Text::tr("with %1 it was late by %2, where an answer took %3")
        .arg(levelName(level), secondsText(point.clientLagMs / 1000), secondsText(point.medianMs / 1000));
}

/// Why a machine that is full does not tell who is slow.
QString machineText(const SweepLevel &level)
{
    return Text::tr("with %1 they were busy %2 of the time, this client's threads computed %3 of theirs; "
                    "what the server can do is told with the client on another machine",
                    "50 at once, shares")
        .arg(levelName(level), shareText(level.machineBusy), shareText(level.clientBusy));
}

/// There is one bottleneck: where it was found before, the client is only why nothing more is measured.
QString clientStopText(const SweepResult &result)
{
    if (result.scaling.bottleneck == Bottleneck::Client || result.levels.empty())
        return Text::tr(
            "this client is the bottleneck: higher levels would have measured it, not the server");
    return Text::tr("with %1 this client was at its limit, too: higher levels would have measured it, not "
                    "the server",
                    "50 at once")
        .arg(levelName(result.levels.back()));
}

/// By what the server was at its limit there.
QString limitText(const SweepResult &result, const SweepLevel &limited)
{
    if (result.scaling.isLimiter)
        return Text::tr("it answers %1 with 429 or 503", "share of uploads")
            .arg(shareText(limited.point().limitedShare));
    if (limited.failedShare() > 0.05)
        return failuresText(limited);
    if (!analysis::keepsUp(limited.point()))
        return notKeptUpText(limited);
    return Text::tr("more at once got hardly more done, %1 uploads/s at most, and waited longer")
        .arg(rateText(result.scaling.bestPerSecond));
}

QString amplificationNote(const SweepResult &result)
{
    const QString text = amplificationText(result);
    switch (result.amplified()) {
    case Amplified::Present:
        return Text::tr("Amplification present: %1").arg(text);
    case Amplified::Absent:
        return Text::tr("Amplification absent: %1").arg(text);
    case Amplified::Unknown:
        break;
    }
    return Text::tr("Amplification unknown: %1").arg(text);
}

} // namespace

QString levelName(const SweepLevel &level)
{
    return sizeName(level.size(), level.load.arrivals.isOpenLoop());
}

QString levelName(const experiment::SweepLoad &load)
{
    return sizeName(load.size(), load.isOpenLoop());
}

QString shareText(double share)
{
    return QString::number(share * 100, 'f', 1) + QStringLiteral(" %");
}

QString growthText(analysis::Resource resource, double perUpload)
{
    analysis::ResourceVerdict verdict;
    verdict.resource = resource;
    verdict.unit = analysis::unitOf(resource);
    if (std::isfinite(perUpload))
        verdict.perUpload = perUpload;
    return perUploadText(verdict);
}

QString stopText(const SweepResult &result)
{
    const QString why = printable(withoutSecrets(result.error.message), 200);
    switch (result.stop) {
    case SweepStop::Cancelled:
        return Text::tr("the sweep was stopped before it was over");
    case SweepStop::ServerDown:
        if (result.warmUpUploads == 0 && result.levels.empty())
            return Text::tr("no upload got an answer there: %1").arg(why);
        return Text::tr("the server is down: nothing answers there any more (%1)").arg(why);
    case SweepStop::Restarted:
        return Text::tr("the server was restarted meanwhile");
    case SweepStop::NotTaken:
        return Text::tr("the server took none of the first uploads: %1").arg(why);
    case SweepStop::ErrorRate:
        return Text::tr("more than %1 of the attempts with %2 failed")
            .arg(shareText(result.plan.errorLimit), levelName(result.levels.back()));
    case SweepStop::Client:
        return clientStopText(result);
    case SweepStop::NotKeptUp:
        return Text::tr("the server does not keep up with %1: at higher rates only more would wait")
            .arg(levelName(result.levels.back()));
    case SweepStop::None:
        break;
    }
    return {};
}

QString bottleneckText(const SweepResult &result)
{
    const analysis::Scaling &scaling = result.scaling;
    const QString clause = bottleneckClause(result);
    if (scaling.bottleneck == Bottleneck::Client)
        return labelled(clause, clientText(result.levels[scaling.limitedAt]));
    if (scaling.bottleneck == Bottleneck::Machine)
        return clauses({clause, machineText(result.levels[scaling.limitedAt])});
    if (scaling.bottleneck != Bottleneck::Server)
        return clause;
    const SweepLevel &limited = result.levels[scaling.limitedAt];
    const analysis::LoadPoint point = limited.point();
    const QString text = Text::tr("%1: %2, while this client's threads computed %3 of the time",
                                  "who is the bottleneck, how, a share")
                             .arg(clause, limitText(result, limited), shareText(point.clientBusy));
    return analysis::isMachineFull(point)
        ? clauses({text,
                   Text::tr("they share this machine, whose processors had nothing to spare (%1 busy)")
                       .arg(shareText(point.machineBusy))})
        : text;
}

QString amplificationText(const SweepResult &result)
{
    if (!result.found.found())
        return Text::tr("no metrics were found to see by what the server keeps");
    const experiment::ResourceAmplification *leading = result.leading();
    if (!leading)
        return result.levels.empty() ? Text::tr("no level was measured")
                                     : Text::tr("the server tells nothing of itself that could be compared");
    const analysis::LoadAmplification &judged = leading->judged;
    if (result.amplified() == Amplified::Unknown && judged.overall() == Amplified::Absent)
        return Text::tr("the server's garbage cannot be collected on demand, and what is left cannot "
                        "be told from it; otherwise %1")
            .arg(comparedText(result, *leading));
    if (judged.overall() == Amplified::Present && judged.byRetries != Amplified::Present)
        return comparedText(result, *leading);
    return clauses({comparedText(result, *leading), retriesText(leading->resource, judged)});
}

QStringList sweepNotes(const SweepResult &result)
{
    QStringList notes;
    const auto sentence = [](QString text) {
        if (!text.isEmpty())
            text[0] = text[0].toUpper();
        return text;
    };
    if (result.stop != SweepStop::None && !result.levels.empty())
        notes += Text::tr("Stopped: %1").arg(stopText(result));
    if (!result.survived().empty())
        notes += sentence(bottleneckText(result));
    if (!result.levels.empty()) {
        notes += amplificationNote(result);
    }
    return notes + sweepRemarks(result);
}

QString bottleneckName(const analysis::Scaling &scaling)
{
    switch (scaling.bottleneck) {
    case Bottleneck::Machine:
        return Text::tr("this machine", "bottleneck");
    case Bottleneck::None:
        return Text::tr("none", "bottleneck");
    case Bottleneck::Server:
        return scaling.isLimiter ? Text::tr("server's limiter", "bottleneck")
                                 : Text::tr("server", "bottleneck");
    case Bottleneck::Client:
        return Text::tr("client", "bottleneck");
    case Bottleneck::Unclear:
        break;
    }
    return Text::tr("unclear", "bottleneck");
}

} // namespace report
