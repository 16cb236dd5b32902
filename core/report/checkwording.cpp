// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkwording.h"

#include "core/base/format.h"
#include "core/report/checkevidence.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using analysis::Cause;
using analysis::Outcome;
using analysis::Reason;
using analysis::Resource;
using experiment::CheckResult;
using experiment::Interruption;

QString amountText(analysis::Unit unit, double value)
{
    const double size = std::abs(value);
    const QString amount
        = unit == analysis::Unit::Bytes ? base::formatBytes(size) : QString::number(size, 'f', 2);
    const bool isNothing = unit == analysis::Unit::Bytes ? size < 0.5 : size < 0.005;
    return value < 0 && !isNothing ? QStringLiteral("−") + amount : amount;
}

QString thingsText(Resource resource)
{
    switch (resource) {
    case Resource::Goroutines:
        return QStringLiteral("goroutines");
    case Resource::Threads:
        return QStringLiteral("threads");
    case Resource::Descriptors:
        return QStringLiteral("descriptors");
    case Resource::TempFiles:
        return QStringLiteral("files");
    case Resource::HeapObjects:
        return QStringLiteral("objects");
    case Resource::Heap:
    case Resource::External:
    case Resource::Rss:
    case Resource::TempBytes:
        break;
    }
    return {};
}

// "1.06 MiB per upload", "1.00 goroutines per upload"
QString rateText(const analysis::ResourceVerdict &verdict, const QString &per)
{
    const QString things = thingsText(verdict.resource);
    return amountText(verdict.unit, verdict.perUpload.value_or(0))
        + (things.isEmpty() ? QString() : u' ' + things) + QStringLiteral(" per ") + per;
}

// "grew once by 4.77 MiB"
QString onceText(const analysis::ResourceVerdict &verdict)
{
    return QStringLiteral("grew once by %1")
        .arg(verdict.unit == analysis::Unit::Bytes ? base::formatBytes(verdict.keptOnce())
                                                   : base::formatCount(std::round(verdict.keptOnce())));
}

QString belowText(const analysis::ResourceVerdict &verdict)
{
    const QString below
        = QStringLiteral("does not grow by %1").arg(amountText(verdict.unit, verdict.threshold));
    return verdict.keptOnce() > 0 ? below + QStringLiteral(", but ") + onceText(verdict) : below;
}

QString stableSentence(const CheckResult &result)
{
    const analysis::ResourceVerdict *memory = find(result.resources, Resource::Heap);
    if (!memory)
        memory = find(result.resources, Resource::Rss);
    if (!memory)
        return QStringLiteral("Stable: nothing grows with uploads");
    if (memory->reason == Reason::Plateau)
        return QStringLiteral("Stable: %1 %2").arg(resourceName(memory->resource), reasonText(*memory));
    if (memory->outcome == Outcome::ReleasedLate)
        return QStringLiteral("Stable: %1 %2").arg(resourceName(memory->resource), reasonText(*memory));
    // Of memory that varied too much nothing is promised.
    const bool isAll = std::ranges::none_of(result.resources, [](const analysis::ResourceVerdict &verdict) {
        const bool isOutside = verdict.resource == Resource::Rss || verdict.resource == Resource::External;
        return isOutside && verdict.outcome == Outcome::Inconclusive;
    });
    QString sentence = QStringLiteral("Stable: nothing above %1%2 per upload")
                           .arg(base::formatBytes(surelySeen(*memory)),
                                isAll ? QString() : QStringLiteral(" of ") + resourceName(memory->resource));
    const auto once = std::ranges::find_if(result.resources, [](const analysis::ResourceVerdict &verdict) {
        return verdict.keptOnce() > 0 && verdict.resource != Resource::Rss;
    });
    if (once != result.resources.end())
        sentence += QStringLiteral(", but %1 %2").arg(resourceName(once->resource), onceText(*once));
    return sentence;
}

// What a server that ended may have ended of.
QString growthUntilThen(const CheckResult &result)
{
    const analysis::ResourceVerdict *memory = find(result.resources, Resource::Heap);
    if (!memory)
        memory = find(result.resources, Resource::Rss);
    if (!memory || !memory->growsNow())
        return {};
    return QStringLiteral("; until then %1 grew by %2")
        .arg(resourceName(memory->resource), rateText(*memory, QStringLiteral("upload")));
}

// "Leaks 1.00 goroutines per upload in a, and 985 KiB of heap per upload in b"
QString besideText(const CheckResult &result, const QString &per)
{
    if (!result.verdict.heap)
        return {};
    const pprof::Suspect *guilty = result.heapGuilt ? result.heapGuilt->attribution.guilty() : nullptr;
    return QStringLiteral(", and %1 of heap per %2%3")
        .arg(amountText(analysis::Unit::Bytes, result.verdict.heap->perUpload.value_or(0)), per,
             guilty ? QStringLiteral(" in %1").arg(siteText(guilty->guilty())) : QString());
}

QString leakSentence(const CheckResult &result)
{
    const analysis::Verdict &verdict = result.verdict;
    if (!verdict.leading)
        return QStringLiteral("Leaks");
    QString per = verdict.onlyWhenAborted ? QStringLiteral("aborted upload") : QStringLiteral("upload");
    if (verdict.onlyWhenCrowded)
        per += QStringLiteral(" when %1 are made at once").arg(result.crowdConnections);
    else if (verdict.onlyWhenLarge)
        per = QStringLiteral("large upload");
    QString where;
    if (const pprof::Suspect *guilty = guiltyOf(result))
        where = QStringLiteral(" in %1").arg(siteText(guilty->guilty()));
    else if (result.guilt && result.guilt->attribution.common)
        where = QStringLiteral(" in what %1 calls").arg(siteText(*result.guilt->attribution.common));
    else if (verdict.leading->resource == Resource::Rss)
        where = find(result.resources, Resource::Heap) && !find(result.resources, Resource::External)
            ? QStringLiteral(" outside the heap that the runtime knows of")
            : QStringLiteral(" of process memory");
    const QString kind = verdict.cause == Cause::DescriptorsClosedByGc
        ? QStringLiteral(", closed only by the garbage collector")
        : QString();
    return QStringLiteral("Leaks %1%2%3%4")
        .arg(rateText(*verdict.leading, per), kind, where, besideText(result, per));
}

QString inconclusiveSentence(const CheckResult &result)
{
    if (result.interruption != Interruption::None)
        return QStringLiteral("Inconclusive: %1").arg(interruptionText(result));
    if (!result.verdict.leading)
        return QStringLiteral("Inconclusive: too little was measured");
    const analysis::ResourceVerdict &leading = *result.verdict.leading;
    // The rounds of normal uploads are looked at first: what is decided there is left open by aborted ones.
    const analysis::ResourceVerdict *normal = find(result.resources, leading.resource);
    const bool isOfAborted = !normal || normal->reason != leading.reason;
    return QStringLiteral("Inconclusive: %1%2 %3")
        .arg(resourceName(leading.resource),
             isOfAborted ? QStringLiteral(" after aborted uploads") : QString(), reasonText(leading));
}

/// What makes a heap tell more.
QString collectingText(analysis::Reading reading)
{
    switch (reading) {
    case analysis::Reading::GoExact:
    case analysis::Reading::GoMetrics:
        return QStringLiteral("/debug/pprof/ tells, or more and larger uploads");
    case analysis::Reading::Jvm:
        return QStringLiteral("more uploads tell, or a smaller heap (-Xmx)");
    case analysis::Reading::Node:
        return QStringLiteral("more uploads tell, or a smaller heap (--max-old-space-size)");
    case analysis::Reading::Other:
        break;
    }
    return QStringLiteral("more and larger uploads tell");
}

} // namespace

QString interruptionText(const CheckResult &result)
{
    const QString why = printable(withoutSecrets(result.error.message), 200);
    switch (result.interruption) {
    case Interruption::Cancelled:
        return QStringLiteral("the check was stopped before it was over");
    case Interruption::NoMetrics:
        return QStringLiteral("no metrics were found to watch the server by%1")
            .arg(why.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(why));
    case Interruption::UploadsFailed:
        return QStringLiteral("the uploads failed%1: %2")
            .arg(result.uploads > 0
                     ? QStringLiteral(" after %1 that were taken").arg(base::formatCount(result.uploads))
                     : QString(),
                 why);
    case Interruption::ReadingFailed:
        return QStringLiteral("the server could not be read any more: %1").arg(why);
    case Interruption::Restarted:
        return QStringLiteral("the server was restarted meanwhile") + growthUntilThen(result);
    case Interruption::Gone:
        return QStringLiteral("the server is gone: nothing answers there any more") + growthUntilThen(result);
    case Interruption::ForeignTraffic:
        return QStringLiteral(
            "somebody else uses the server, too: it answered more requests than were made here");
    case Interruption::StaleMetrics:
        return QStringLiteral("the server's metrics stood still while it took uploads: they are renewed only "
                              "now and then, by a "
                              "timer or a cache; have them read anew with each request");
    case Interruption::None:
        break;
    }
    return {};
}

QString resourceName(Resource resource)
{
    switch (resource) {
    case Resource::Heap:
        return QStringLiteral("heap");
    case Resource::HeapObjects:
        return QStringLiteral("heap objects");
    case Resource::External:
        return QStringLiteral("external memory");
    case Resource::Rss:
        return QStringLiteral("process memory");
    case Resource::Goroutines:
        return QStringLiteral("goroutines");
    case Resource::Threads:
        return QStringLiteral("threads");
    case Resource::Descriptors:
        return QStringLiteral("descriptors");
    case Resource::TempFiles:
        return QStringLiteral("files");
    case Resource::TempBytes:
        return QStringLiteral("bytes in files");
    }
    return {};
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Leaks:
        return QStringLiteral("leaks");
    case Outcome::Stable:
        return QStringLiteral("stable");
    case Outcome::Inconclusive:
    case Outcome::NeedsMoreRounds:
        return QStringLiteral("inconclusive");
    case Outcome::ReleasedLate:
        return QStringLiteral("released late");
    case Outcome::GcClosed:
        return QStringLiteral("closed only by the garbage collector");
    }
    return {};
}

Outcome finalOutcome(const analysis::ResourceVerdict &verdict)
{
    return verdict.isDecided() ? verdict.outcome : Outcome::Inconclusive;
}

QString perUploadText(const analysis::ResourceVerdict &verdict)
{
    if (!verdict.perUpload)
        return dash();
    const QString amount = amountText(verdict.unit, *verdict.perUpload);
    const bool isGrowth = *verdict.perUpload > 0 && amount != amountText(verdict.unit, 0);
    return isGrowth ? QStringLiteral("+") + amount : amount;
}

QString intervalText(const analysis::ResourceVerdict &verdict)
{
    if (!verdict.low || !verdict.high)
        return dash();
    return QStringLiteral("%1 to %2")
        .arg(amountText(verdict.unit, *verdict.low), amountText(verdict.unit, *verdict.high));
}

double surelySeen(const analysis::ResourceVerdict &verdict)
{
    return std::max(verdict.threshold, verdict.detectable.value_or(0));
}

QString reasonText(const analysis::ResourceVerdict &verdict)
{
    switch (verdict.reason) {
    case Reason::TooFewRounds:
        return QStringLiteral("was measured too few times");
    case Reason::BadData:
        return QStringLiteral("could not be read every time");
    case Reason::Steady:
        return QStringLiteral("grows with every upload");
    case Reason::BelowThreshold:
        return belowText(verdict);
    case Reason::Plateau:
        if (std::round(verdict.plateauFrom.value_or(0)) < 1)
            return QStringLiteral("grew at first, then stopped");
        return QStringLiteral("grew for %1 uploads, then stopped").arg(std::round(*verdict.plateauFrom));
    case Reason::TooNoisy:
        return QStringLiteral("varies too much: only %1 per upload would be seen")
            .arg(amountText(verdict.unit, verdict.detectable.value_or(0)));
    case Reason::NearThreshold:
        return QStringLiteral("grows by about the limit of %1")
            .arg(amountText(verdict.unit, verdict.threshold));
    case Reason::StillSlowing:
        return QStringLiteral("grows ever less: a warm-up or a cache that fills");
    case Reason::StartedLate:
        return QStringLiteral("began to grow late");
    case Reason::Uneven:
        return QStringLiteral(
            "grew in few jumps, as a buffer does that uploads are appended to: a thorough check tells");
    case Reason::Slow:
        return QStringLiteral("creeps up");
    case Reason::GrowsIdle:
        return QStringLiteral("grows without uploads, too");
    case Reason::InReserve:
        return QStringLiteral("grew within what the runtime had taken before");
    case Reason::Falls:
        return QStringLiteral("fell all along: what is given back may hide what is kept");
    case Reason::FallsBack:
        return QStringLiteral("grew and fell back in one go: it seems to be kept for a while");
    case Reason::NotPrecise:
        return QStringLiteral("grows, by how much is not sure yet");
    case Reason::TakesLonger:
        return QStringLiteral("looks like a leak; more rounds have to show it");
    case Reason::NotCollected:
        return QStringLiteral("was hardly ever collected meanwhile: %1").arg(collectingText(verdict.reading));
    case Reason::HoldsHeap:
        return QStringLiteral("grew, but the heap that is in it is undecided");
    case Reason::GivenBack:
        return QStringLiteral("was given back while idle");
    case Reason::ClosedByCollector:
        return QStringLiteral("are closed by finalizers alone");
    }
    return {};
}

QString siteText(const pprof::Site &site)
{
    QString file = site.file;
    const QStringList parts = file.split(u'/');
    if (parts.size() > 2)
        file = parts.mid(parts.size() - 2).join(u'/');
    if (file.isEmpty())
        return printable(site.function);
    return printable(site.line > 0 ? QStringLiteral("%1 (%2:%3)").arg(site.function, file).arg(site.line)
                                   : QStringLiteral("%1 (%2)").arg(site.function, file));
}

QString checkSentence(const CheckResult &result)
{
    switch (result.verdict.outcome) {
    case Outcome::Leaks:
        return leakSentence(result);
    case Outcome::Stable:
        return stableSentence(result);
    default:
        return inconclusiveSentence(result);
    }
}

QString phaseText(const experiment::CheckProgress &progress)
{
    using experiment::CheckPhase;
    const QString round = progress.rounds > 0
        ? QStringLiteral(" %1 of %2").arg(progress.round).arg(progress.rounds)
        : QStringLiteral(" %1").arg(progress.round);
    switch (progress.phase) {
    case CheckPhase::Probe:
        return QStringLiteral("looking for metrics");
    case CheckPhase::WarmUp:
        return QStringLiteral("warming up, round") + round;
    case CheckPhase::Blank:
        return QStringLiteral("looking without uploads,") + round;
    case CheckPhase::Rounds:
        return QStringLiteral("round") + round;
    case CheckPhase::Aborts:
        return QStringLiteral("aborted uploads, round") + round;
    case CheckPhase::Sizes:
        return QStringLiteral("two sizes");
    case CheckPhase::SameFile:
        return QStringLiteral("the same file again, round") + round;
    case CheckPhase::Concurrency:
        return QStringLiteral("one and many at once, round") + round;
    case CheckPhase::Idle:
        return QStringLiteral("waiting without uploads, %1 %").arg(std::round(progress.share * 100));
    case CheckPhase::Profile:
        if (progress.rounds > 2)
            return QStringLiteral("uploading until the profile can name a function, %1 of %2")
                .arg(progress.round)
                .arg(progress.rounds);
        return QStringLiteral("fetching profiles");
    case CheckPhase::Control:
        return QStringLiteral("whether it still grows, round") + round;
    case CheckPhase::Done:
        break;
    }
    return QStringLiteral("done");
}

} // namespace report
