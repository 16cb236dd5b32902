// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweepwording.h"

#include "core/base/format.h"
#include "core/report/checkwording.h"
#include "core/report/failurewording.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using analysis::Amplified;
using analysis::Bottleneck;
using experiment::SweepLevel;
using experiment::SweepPhase;
using experiment::SweepResult;
using experiment::SweepStop;

constexpr double fullMachine = 0.95;

QString atOnce(double connections)
{
    return base::formatCount(connections) + QStringLiteral(" at once");
}

QString rateText(double perSecond)
{
    return base::formatCount(perSecond < 100 ? std::round(perSecond * 10) / 10 : std::round(perSecond));
}

// Timeouts are the more telling word where they are most of it.
QString failuresText(const SweepLevel &level)
{
    const bool isTimeouts = 2 * level.timeouts() >= level.failed();
    return isTimeouts ? shareText(level.timeoutShare()) + QStringLiteral(" time out")
                      : shareText(level.failedShare()) + QStringLiteral(" fail");
}

QString bottleneckClause(const SweepResult &result)
{
    const analysis::Scaling &scaling = result.scaling;
    switch (scaling.bottleneck) {
    case Bottleneck::Server:
        return QStringLiteral("the server is the bottleneck from %1 on")
            .arg(atOnce(result.levels[scaling.limitedAt].connections));
    case Bottleneck::Client:
        return QStringLiteral("this client is the bottleneck from %1 on")
            .arg(atOnce(result.levels[scaling.limitedAt].connections));
    case Bottleneck::None:
        return QStringLiteral("neither server nor client was at its limit");
    case Bottleneck::Unclear:
        break;
    }
    return QStringLiteral("one level alone does not tell who is the bottleneck");
}

QString amplificationClause(Amplified amplified)
{
    switch (amplified) {
    case Amplified::Present:
        return QStringLiteral("a leak grows with the load");
    case Amplified::Absent:
        return QStringLiteral("no leak grows with the load");
    case Amplified::Unknown:
        break;
    }
    return QStringLiteral("whether a leak grows with the load is not known");
}

/// As the table says it: over all rounds of that level.
QString leftAt(const SweepResult &result, double connections, analysis::Resource resource)
{
    const auto level = std::ranges::find(result.levels, connections, &SweepLevel::connections);
    return growthText(resource,
                      level == result.levels.end() ? experiment::ServerPeaks::unknown
                                                   : level->perUpload(resource));
}

QString comparedText(const SweepResult &result, const experiment::ResourceAmplification &one)
{
    const analysis::LoadAmplification &judged = one.judged;
    const analysis::Resource resource = one.resource;
    if (!judged.low || !judged.high)
        return QStringLiteral("there are not two levels to compare");
    QString text = QStringLiteral("%1 %2 per upload with %3, %4 with %5")
                       .arg(resourceName(resource), leftAt(result, judged.lowConnections, resource),
                            atOnce(judged.lowConnections), leftAt(result, judged.highConnections, resource),
                            atOnce(judged.highConnections));
    if (judged.byConcurrency == Amplified::Unknown)
        text += QStringLiteral(", but that scatters by ±%1 and ±%2")
                    .arg(growthText(resource, judged.low->bounds(0.95).halfWidth()).remove(u'+'),
                         growthText(resource, judged.high->bounds(0.95).halfWidth()).remove(u'+'));
    return text;
}

QString retriesText(analysis::Resource resource, const analysis::LoadAmplification &judged)
{
    if (judged.failed == 0)
        return QStringLiteral("nothing failed, so nothing would have been tried again");
    const QString each
        = judged.perFailed ? growthText(resource, judged.perFailed->perUpload).remove(u'+') : dash();
    switch (judged.byRetries) {
    case Amplified::Present:
        return QStringLiteral("a failed attempt leaves %1, and each retry leaves that once more").arg(each);
    case Amplified::Absent:
        return QStringLiteral("failed attempts leave nothing (%1 each), and neither do retries").arg(each);
    case Amplified::Unknown:
        break;
    }
    return QStringLiteral("what failed attempts leave is not known");
}

/// "200 at once: 3,680 × 504 Gateway Timeout, 2 × Connection broken"
QString failureLine(const SweepLevel &level)
{
    QStringList kinds;
    const auto add = [&kinds](int times, const QString &title) {
        kinds += QStringLiteral("%1 × %2").arg(base::formatCount(times), title);
    };
    for (const auto &[status, times] : level.load.statuses) {
        if (status / 100 != 2)
            add(times, failureTitle(base::ErrorKind::HttpStatus, status));
    }
    for (const auto &[kind, times] : level.load.errors)
        add(times, failureTitle(kind, 0));
    return kinds.isEmpty()
        ? QString()
        : QStringLiteral("%1: %2").arg(atOnce(level.connections), kinds.join(QStringLiteral(", ")));
}

QString clientText(const SweepLevel &level)
{
    const analysis::LoadPoint point = level.point();
    if (analysis::clientLimit(point) == analysis::ClientLimit::Processor)
        return QStringLiteral("with %1 its threads computed %2 of the time")
            .arg(atOnce(level.connections), shareText(point.clientBusy));
    return QStringLiteral("with %1 it was late by %2, where an answer took %3")
        .arg(atOnce(level.connections), secondsText(point.clientLagMs / 1000),
             secondsText(point.medianMs / 1000));
}

} // namespace

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

QString sweepHeadline(const SweepResult &result)
{
    if (result.levels.empty())
        return QStringLiteral("No level was measured");
    if (result.scaling.collapsedAt)
        return QStringLiteral("Breaks down at ")
            + atOnce(result.levels[*result.scaling.collapsedAt].connections);
    return QStringLiteral("Takes ") + atOnce(result.levels.back().connections);
}

QString sweepDetail(const SweepResult &result)
{
    if (result.levels.empty())
        return stopText(result);
    if (result.scaling.collapsedAt)
        return collapseText(result);
    const SweepLevel &last = result.levels.back();
    return last.failed() > 0 ? failuresText(last)
                             : rateText(last.goodPerSecond()) + QStringLiteral(" uploads/s");
}

QString sweepSentence(const SweepResult &result)
{
    const bool isBad = result.levels.empty() || result.scaling.collapsedAt;
    const bool isFlawed = !isBad && result.levels.back().failed() > 0;
    const QString first = sweepHeadline(result)
        + (isBad          ? QStringLiteral(": ")
               : isFlawed ? QStringLiteral(", but ")
                          : QStringLiteral(", "))
        + sweepDetail(result);
    if (result.levels.empty())
        return first;
    return QStringList{first, bottleneckClause(result), amplificationClause(result.amplified())}.join(
        QStringLiteral("; "));
}

QString collapseText(const SweepResult &result)
{
    if (!result.scaling.collapsedAt)
        return {};
    const SweepLevel &level = result.levels[*result.scaling.collapsedAt];
    if (level.failedShare() >= 0.5)
        return failuresText(level);
    const SweepLevel &best = result.levels[result.scaling.bestAt];
    return QStringLiteral("%1 uploads/s instead of %2 with %3")
        .arg(rateText(level.goodPerSecond()), rateText(best.goodPerSecond()), atOnce(best.connections));
}

QString stopText(const SweepResult &result)
{
    const QString why = printable(withoutSecrets(result.error.message), 200);
    switch (result.stop) {
    case SweepStop::Cancelled:
        return QStringLiteral("the sweep was stopped before it was over");
    case SweepStop::ServerDown:
        if (result.warmUpUploads == 0 && result.levels.empty())
            return QStringLiteral("no upload got an answer there: %1").arg(why);
        return QStringLiteral("the server is down: nothing answers there any more (%1)").arg(why);
    case SweepStop::Restarted:
        return QStringLiteral("the server was restarted meanwhile");
    case SweepStop::NotTaken:
        return QStringLiteral("the server took none of the first uploads: %1").arg(why);
    case SweepStop::ErrorRate:
        return QStringLiteral("more than %1 of the attempts with %2 failed")
            .arg(shareText(result.plan.errorLimit), atOnce(result.levels.back().connections));
    case SweepStop::Client:
        return QStringLiteral(
            "this client is the bottleneck: higher levels would have measured it, not the server");
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
        return QStringLiteral("%1: %2").arg(clause, clientText(result.levels[scaling.limitedAt]));
    if (scaling.bottleneck != Bottleneck::Server)
        return clause;
    const SweepLevel &limited = result.levels[scaling.limitedAt];
    const analysis::LoadPoint point = limited.point();
    const QString how = limited.failedShare() > 0.05
        ? failuresText(limited)
        : QStringLiteral("more at once got hardly more done, %1 uploads/s at most, and waited longer")
              .arg(rateText(scaling.bestPerSecond));
    QString text = QStringLiteral("%1: %2, while this client's threads computed %3 of the time")
                       .arg(clause, how, shareText(point.clientBusy));
    const bool isShared = net::isLoopback(result.plan.uploads.target.endpoint.url.host());
    if (isShared && limited.machineBusy >= fullMachine)
        text += QStringLiteral("; they share this machine, whose processors had nothing to spare (%1 busy)")
                    .arg(shareText(limited.machineBusy));
    return text;
}

QString amplificationText(const SweepResult &result)
{
    if (!result.found.found())
        return QStringLiteral("no metrics were found to see by what the server keeps");
    const experiment::ResourceAmplification *leading = result.leading();
    if (!leading)
        return result.levels.empty()
            ? QStringLiteral("no level was measured")
            : QStringLiteral("the server tells nothing of itself that could be compared");
    const analysis::LoadAmplification &judged = leading->judged;
    if (result.amplified() == Amplified::Unknown && judged.overall() == Amplified::Absent)
        return QStringLiteral("the server's garbage cannot be collected on demand, and what is left cannot "
                              "be told from it; otherwise %1")
            .arg(comparedText(result, *leading));
    if (judged.overall() == Amplified::Present && judged.byRetries != Amplified::Present)
        return comparedText(result, *leading);
    return comparedText(result, *leading) + QStringLiteral("; ") + retriesText(leading->resource, judged);
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
        notes += QStringLiteral("Stopped: ") + stopText(result);
    if (!result.levels.empty()) {
        notes += sentence(bottleneckText(result));
        notes += QStringLiteral("Amplification %1: %2")
                     .arg(toKey(result.amplified()), amplificationText(result));
    }
    return notes + sweepRemarks(result);
}

QStringList sweepRemarks(const SweepResult &result)
{
    QStringList remarks;
    for (const SweepLevel &level : result.levels) {
        if (const QString line = failureLine(level); !line.isEmpty())
            remarks += QStringLiteral("Failures with ") + line;
    }
    for (const SweepLevel &level : result.levels) {
        if (level.isCutShort)
            remarks += QStringLiteral("%1 was ended after %2: a level takes no longer")
                           .arg(atOnce(level.connections), base::formatDuration(result.plan.longestLevel));
    }
    return remarks;
}

QString bottleneckName(Bottleneck bottleneck)
{
    switch (bottleneck) {
    case Bottleneck::None:
        return QStringLiteral("none");
    case Bottleneck::Server:
        return QStringLiteral("server");
    case Bottleneck::Client:
        return QStringLiteral("client");
    case Bottleneck::Unclear:
        break;
    }
    return QStringLiteral("unclear");
}

QString sweepBoundsText(const experiment::SweepPlan &plan, double bodyBytes)
{
    const auto most = static_cast<double>(plan.mostUploads());
    return QStringLiteral("up to %1 uploads, %2, %3 in all")
        .arg(base::formatCount(most), atOnce(plan.levels.empty() ? 0 : plan.levels.back()),
             base::formatBytes(most * bodyBytes));
}

QString sweepPhaseText(const experiment::SweepProgress &progress)
{
    const QString percent
        = QStringLiteral(" %1 %").arg(std::lround(std::clamp(progress.share, 0.0, 1.0) * 100));
    switch (progress.phase) {
    case SweepPhase::Probe:
        return QStringLiteral("looking for metrics");
    case SweepPhase::WarmUp:
        return QStringLiteral("warming up");
    case SweepPhase::Ramp:
        return QStringLiteral("ramping up");
    case SweepPhase::Load:
        return QStringLiteral("measuring") + percent;
    case SweepPhase::Rounds:
        return QStringLiteral("what is left") + percent;
    case SweepPhase::Done:
        break;
    }
    return {};
}

QStringList sweepConditions(const SweepResult &result)
{
    const experiment::SweepPlan &plan = result.plan;
    QStringList lines;
    lines += QStringLiteral("Uploads to %1, %2 each, %3, connections kept alive")
                 .arg(displayUrl(plan.uploads.target.endpoint.url), base::formatBytes(result.bodyBytes),
                      plan.levelTime ? QStringLiteral("%1 a level").arg(base::formatDuration(*plan.levelTime))
                                     : QStringLiteral("%1 per connection").arg(plan.perConnection));
    lines += QStringLiteral("Closed loop: each connection sends its next upload when it has the answer to "
                            "its last one; a timeout is no answer within %1, or a 408 or 504")
                 .arg(base::formatDuration(plan.uploads.target.endpoint.transport.totalTimeout));
    const QString runtime = runtimeText(result.found);
    if (result.found.found())
        lines += QStringLiteral("Watched by %1%2")
                     .arg(displayUrl(result.found.sources.first().url),
                          runtime.isEmpty() ? QString() : QStringLiteral(", ") + runtime);
    lines += QStringLiteral("%1 uploads in %2, warm-up and rounds for what is left included; seed %3; "
                            "Tidemark %4; begun %5")
                 .arg(base::formatCount(static_cast<double>(result.attempts)),
                      base::formatDuration(result.took))
                 .arg(plan.uploads.seed)
                 .arg(QStringLiteral(TIDEMARK_VERSION), base::formatUtc(result.startedMs));
    return lines;
}

} // namespace report
