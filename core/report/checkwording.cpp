// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkwording.h"

#include "core/base/format.h"
#include "core/report/checkevidence.h"
#include "core/report/safetext.h"
#include "core/report/watchability.h"
#include "core/report/wording.h"

#include <QCoreApplication>

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

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::CheckWording)
};

// "1.06 MiB", "1.00 goroutines"
QString thingsText(const analysis::ResourceVerdict &verdict)
{
    const QString amount = amountText(verdict.unit, verdict.perUpload.value_or(0));
    switch (verdict.resource) {
    case Resource::Goroutines:
        return Text::tr("%1 goroutines").arg(amount);
    case Resource::Threads:
        return Text::tr("%1 threads").arg(amount);
    case Resource::Descriptors:
        return Text::tr("%1 descriptors").arg(amount);
    case Resource::TempFiles:
        return Text::tr("%1 files").arg(amount);
    case Resource::HeapObjects:
        return Text::tr("%1 objects").arg(amount);
    case Resource::Heap:
    case Resource::External:
    case Resource::Rss:
    case Resource::TempBytes:
        break;
    }
    return amount;
}

// "1.06 MiB per upload", of the uploads that the verdict is about.
QString rateText(const CheckResult &result, const QString &amount)
{
    const analysis::Verdict &verdict = result.verdict;
    if (verdict.onlyWhenCrowded)
        return Text::tr("%1 per upload when %2 are made at once", "amount")
            .arg(amount, QString::number(result.crowdConnections));
    if (verdict.onlyWhenLarge)
        return Text::tr("%1 per large upload", "amount").arg(amount);
    return (verdict.onlyWhenAborted ? Text::tr("%1 per aborted upload", "amount")
                                    : Text::tr("%1 per upload", "amount"))
        .arg(amount);
}

// "grew once by 4.77 MiB"
QString onceText(const analysis::ResourceVerdict &verdict)
{
    return Text::tr("grew once by %1", "behind a resource's name")
        .arg(verdict.unit == analysis::Unit::Bytes ? base::formatBytes(verdict.keptOnce())
                                                   : base::formatCount(std::round(verdict.keptOnce())));
}

QString belowText(const analysis::ResourceVerdict &verdict)
{
    const QString below = (isPlural(verdict.resource)
                               ? Text::tr("do not grow by %1", "behind a resource's name, which is a plural")
                               : Text::tr("does not grow by %1", "behind a resource's name"))
                              .arg(amountText(verdict.unit, verdict.threshold));
    return verdict.keptOnce() > 0
        ? Text::tr("%1, but %2", "does not grow by 1 KiB, grew once by 2 MiB").arg(below, onceText(verdict))
        : below;
}

QString stableSentence(const CheckResult &result)
{
    const analysis::ResourceVerdict *memory = find(result.resources, Resource::Heap);
    if (!memory)
        memory = find(result.resources, Resource::Rss);
    if (!memory)
        return Text::tr("Stable: nothing grows with uploads");
    if (memory->reason == Reason::Plateau || memory->outcome == Outcome::ReleasedLate)
        return Text::tr("Stable: %1 %2", "a resource, why it is judged so")
            .arg(resourceName(memory->resource), reasonText(*memory));
    // Of memory that varied too much nothing is promised.
    const bool isAll = std::ranges::none_of(result.resources, [](const analysis::ResourceVerdict &verdict) {
        const bool isOutside = verdict.resource == Resource::Rss || verdict.resource == Resource::External;
        return isOutside && verdict.outcome == Outcome::Inconclusive;
    });
    const QString least = base::formatBytes(surelySeen(*memory));
    const QString sentence = isAll ? Text::tr("Stable: nothing above %1 per upload").arg(least)
                                   : Text::tr("Stable: nothing above %1 of %2 per upload", "amount, resource")
                                         .arg(least, resourceName(memory->resource));
    const auto once = std::ranges::find_if(result.resources, [](const analysis::ResourceVerdict &verdict) {
        return verdict.keptOnce() > 0 && verdict.resource != Resource::Rss;
    });
    return once == result.resources.end()
        ? sentence
        : Text::tr("%1, but %2 %3", "a sentence, a resource, grew once by 2 MiB")
              .arg(sentence, resourceName(once->resource), onceText(*once));
}

// With what a server that ended may have ended of.
QString withGrowthUntilThen(const QString &ended, const CheckResult &result)
{
    const analysis::ResourceVerdict *memory = find(result.resources, Resource::Heap);
    if (!memory)
        memory = find(result.resources, Resource::Rss);
    if (!memory || !memory->growsNow())
        return ended;
    return Text::tr("%1; until then %2 grew by %3 per upload", "how it ended, a resource, an amount")
        .arg(ended, resourceName(memory->resource), thingsText(*memory));
}

// "1.06 MiB per upload in main.readAll (specimens/read_all.go:31)"
QString growthText(const CheckResult &result)
{
    const analysis::Verdict &verdict = result.verdict;
    QString growth = rateText(result, thingsText(*verdict.leading));
    if (verdict.cause == Cause::DescriptorsClosedByGc)
        growth = Text::tr("%1, closed only by the garbage collector", "descriptors per upload").arg(growth);
    if (const pprof::Suspect *guilty = guiltyOf(result))
        return Text::tr("%1 in %2", "an amount per upload, a function")
            .arg(growth, siteText(guilty->guilty()));
    if (result.guilt && result.guilt->attribution.common)
        return Text::tr("%1 in what %2 calls", "an amount per upload, a function")
            .arg(growth, siteText(*result.guilt->attribution.common));
    if (verdict.leading->resource != Resource::Rss)
        return growth;
    return (find(result.resources, Resource::Heap) && !find(result.resources, Resource::External)
                ? Text::tr("%1 outside the heap that the runtime knows of", "an amount per upload")
                : Text::tr("%1 of process memory", "an amount per upload"))
        .arg(growth);
}

// "985 KiB of heap per upload in main.readAll (specimens/read_all.go:31)", beside what leaks.
QString heapText(const CheckResult &result)
{
    const QString amount = amountText(analysis::Unit::Bytes, result.verdict.heap->perUpload.value_or(0));
    const QString growth = rateText(result, Text::tr("%1 of heap", "amount").arg(amount));
    const pprof::Suspect *guilty = result.heapGuilt ? result.heapGuilt->attribution.guilty() : nullptr;
    return guilty
        ? Text::tr("%1 in %2", "an amount per upload, a function").arg(growth, siteText(guilty->guilty()))
        : growth;
}

QString leakSentence(const CheckResult &result)
{
    if (!result.verdict.leading)
        return Text::tr("Leaks");
    return result.verdict.heap
        ? Text::tr("Leaks %1, and %2", "two amounts per upload").arg(growthText(result), heapText(result))
        : Text::tr("Leaks %1", "an amount per upload").arg(growthText(result));
}

QString inconclusiveSentence(const CheckResult &result)
{
    if (result.interruption != Interruption::None)
        return Text::tr("Inconclusive: %1").arg(interruptionText(result));
    if (!result.verdict.leading)
        return Text::tr("Inconclusive: too little was measured");
    const analysis::ResourceVerdict &leading = *result.verdict.leading;
    // The rounds of normal uploads are looked at first: what is decided there is left open by aborted ones.
    const analysis::ResourceVerdict *normal = find(result.resources, leading.resource);
    const bool isOfAborted = !normal || normal->reason != leading.reason;
    return (isOfAborted
                ? Text::tr("Inconclusive: %1 after aborted uploads %2", "a resource, why it is judged so")
                : Text::tr("Inconclusive: %1 %2", "a resource, why it is judged so"))
        .arg(resourceName(leading.resource), reasonText(leading));
}

/// What makes a heap tell more.
QString collectingText(analysis::Reading reading)
{
    switch (reading) {
    case analysis::Reading::GoExact:
    case analysis::Reading::GoMetrics:
        return Text::tr("/debug/pprof/ tells, or more and larger uploads");
    case analysis::Reading::Jvm:
        return Text::tr("more uploads tell, or a smaller heap (-Xmx)");
    case analysis::Reading::Node:
        return Text::tr("more uploads tell, or a smaller heap (--max-old-space-size)");
    case analysis::Reading::Other:
        break;
    }
    return Text::tr("more and larger uploads tell");
}

// Of a server that is not there, or says nothing, metrics are the last thing that is wanting.
QString noMetricsText(const metrics::DiscoveryReport &found, const QString &why)
{
    const QString place = found.misses.isEmpty()
        ? QString()
        : displayUrl(found.misses.constFirst().url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery
                                                            | QUrl::RemoveFragment));
    if (isMute(found))
        return Text::tr("the server at %1 takes connections and does not answer: %2", "address, why")
            .arg(place, why);
    if (watchability(found) == Watchability::Unreachable)
        return mainReason(found).kind == base::ErrorKind::ConnectionRefused
            ? Text::tr("nothing listens at %1: the connection was refused", "address").arg(place)
            : Text::tr("the server at %1 cannot be reached: %2", "address, why").arg(place, why);
    return why.isEmpty() ? Text::tr("no metrics were found to watch the server by")
                         : Text::tr("no metrics were found to watch the server by (%1)").arg(why);
}

} // namespace

QString interruptionText(const CheckResult &result)
{
    const QString why = printable(withoutSecrets(result.error.message), 200);
    switch (result.interruption) {
    case Interruption::Cancelled:
        return Text::tr("the check was stopped before it was over");
    case Interruption::NoMetrics:
        return noMetricsText(result.found, why);
    case Interruption::UploadsFailed:
        return result.uploads > 0 ? Text::tr("the uploads failed after %1 that were taken: %2", "count, why")
                                        .arg(base::formatCount(result.uploads), why)
                                  : Text::tr("the uploads failed: %1").arg(why);
    case Interruption::ReadingFailed:
        return Text::tr("the server could not be read any more: %1").arg(why);
    case Interruption::Restarted:
        return withGrowthUntilThen(Text::tr("the server was restarted meanwhile"), result);
    case Interruption::Gone:
        return withGrowthUntilThen(Text::tr("the server is gone: nothing answers there any more"), result);
    case Interruption::ForeignTraffic:
        return Text::tr("somebody else uses the server, too: it answered more requests than were made here");
    case Interruption::StaleMetrics:
        return Text::tr("the server's metrics stood still while it took uploads: they are renewed only "
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
        return Text::tr("heap");
    case Resource::HeapObjects:
        return Text::tr("heap objects");
    case Resource::External:
        return Text::tr("external memory");
    case Resource::Rss:
        return Text::tr("process memory");
    case Resource::Goroutines:
        return Text::tr("goroutines");
    case Resource::Threads:
        return Text::tr("threads");
    case Resource::Descriptors:
        return Text::tr("descriptors");
    case Resource::TempFiles:
        return Text::tr("files");
    case Resource::TempBytes:
        return Text::tr("bytes in files");
    }
    return {};
}

bool isPlural(Resource resource)
{
    switch (resource) {
    case Resource::HeapObjects:
    case Resource::Goroutines:
    case Resource::Threads:
    case Resource::Descriptors:
    case Resource::TempFiles:
    case Resource::TempBytes:
        return true;
    case Resource::Heap:
    case Resource::External:
    case Resource::Rss:
        break;
    }
    return false;
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Leaks:
        return Text::tr("leaks", "a verdict");
    case Outcome::Stable:
        return Text::tr("stable", "a verdict");
    case Outcome::Inconclusive:
    case Outcome::NeedsMoreRounds:
        return Text::tr("inconclusive", "a verdict");
    case Outcome::ReleasedLate:
        return Text::tr("released late", "a verdict");
    case Outcome::GcClosed:
        return Text::tr("closed by GC", "a verdict");
    }
    return {};
}

Outcome finalOutcome(const analysis::ResourceVerdict &verdict)
{
    return verdict.isDecided() ? verdict.outcome : Outcome::Inconclusive;
}

QString amountText(analysis::Unit unit, double value)
{
    const double size = std::abs(value);
    const QString amount
        = unit == analysis::Unit::Bytes ? base::formatBytes(size) : QString::number(size, 'f', 2);
    const bool isNothing = unit == analysis::Unit::Bytes ? size < 0.5 : size < 0.005;
    return value < 0 && !isNothing ? QStringLiteral("−") + amount : amount;
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
    return Text::tr("%1 to %2", "an interval")
        .arg(amountText(verdict.unit, *verdict.low), amountText(verdict.unit, *verdict.high));
}

double surelySeen(const analysis::ResourceVerdict &verdict)
{
    return std::max(verdict.threshold, verdict.detectable.value_or(0));
}

QString reasonText(const analysis::ResourceVerdict &verdict)
{
    const bool areMany = isPlural(verdict.resource);
    switch (verdict.reason) {
    case Reason::TooFewRounds:
        return areMany ? Text::tr("were measured too few times") : Text::tr("was measured too few times");
    case Reason::BadData:
        return Text::tr("could not be read every time");
    case Reason::Steady:
        return areMany ? Text::tr("grow with every upload") : Text::tr("grows with every upload");
    case Reason::BelowThreshold:
        return belowText(verdict);
    case Reason::Plateau:
        if (std::round(verdict.plateauFrom.value_or(0)) < 1)
            return Text::tr("grew at first, then stopped");
        return Text::tr("grew for %1 uploads, then stopped").arg(std::round(*verdict.plateauFrom));
    case Reason::TooNoisy:
        return (areMany ? Text::tr("vary too much: only %1 per upload would be seen")
                        : Text::tr("varies too much: only %1 per upload would be seen"))
            .arg(amountText(verdict.unit, verdict.detectable.value_or(0)));
    case Reason::NearThreshold:
        return (areMany ? Text::tr("grow by about the limit of %1")
                        : Text::tr("grows by about the limit of %1"))
            .arg(amountText(verdict.unit, verdict.threshold));
    case Reason::StillSlowing:
        return areMany ? Text::tr("grow ever less: a warm-up or a cache that fills")
                       : Text::tr("grows ever less: a warm-up or a cache that fills");
    case Reason::StartedLate:
        return Text::tr("began to grow late");
    case Reason::Uneven:
        return Text::tr(
            "grew in few jumps, as a buffer does that uploads are appended to: a thorough check tells");
    case Reason::Slow:
        return areMany ? Text::tr("creep up") : Text::tr("creeps up");
    case Reason::GrowsIdle:
        return areMany ? Text::tr("grow without uploads, too") : Text::tr("grows without uploads, too");
    case Reason::InReserve:
        return Text::tr("grew within what the runtime had taken before");
    case Reason::Falls:
        return Text::tr("fell all along: what is given back may hide what is kept");
    case Reason::FallsBack:
        return areMany ? Text::tr("grew and fell back in one go: they seem to be kept for a while")
                       : Text::tr("grew and fell back in one go: it seems to be kept for a while");
    case Reason::NotPrecise:
        return areMany ? Text::tr("grow, by how much is not sure yet")
                       : Text::tr("grows, by how much is not sure yet");
    case Reason::TakesLonger:
        return areMany ? Text::tr("look like a leak; more rounds have to show it")
                       : Text::tr("looks like a leak; more rounds have to show it");
    case Reason::NotCollected:
        return Text::tr("was hardly ever collected meanwhile: %1").arg(collectingText(verdict.reading));
    case Reason::HoldsHeap:
        return Text::tr("grew, but the heap that is in it is undecided");
    case Reason::GivenBack:
        return areMany ? Text::tr("were given back while idle") : Text::tr("was given back while idle");
    case Reason::ClosedByCollector:
        return Text::tr("are closed by finalizers alone");
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
        ? Text::tr("%1 of %2", "number of a round").arg(progress.round).arg(progress.rounds)
        : QString::number(progress.round);
    switch (progress.phase) {
    case CheckPhase::Probe:
        return Text::tr("looking for metrics");
    case CheckPhase::WarmUp:
        return Text::tr("warming up, round %1").arg(round);
    case CheckPhase::Blank:
        return Text::tr("looking without uploads, %1", "number of a look").arg(round);
    case CheckPhase::Rounds:
        return Text::tr("round %1").arg(round);
    case CheckPhase::Aborts:
        return Text::tr("aborted uploads, round %1").arg(round);
    case CheckPhase::Sizes:
        return Text::tr("two sizes", "a step of the check");
    case CheckPhase::SameFile:
        return Text::tr("the same file again, round %1").arg(round);
    case CheckPhase::Concurrency:
        return Text::tr("one and many at once, round %1").arg(round);
    case CheckPhase::Idle:
        return Text::tr("waiting without uploads, %1 %").arg(std::round(progress.share * 100));
    case CheckPhase::Profile:
        if (progress.rounds > 2)
            return Text::tr("uploading until the profile can name a function, %1 of %2")
                .arg(progress.round)
                .arg(progress.rounds);
        return Text::tr("fetching profiles");
    case CheckPhase::Control:
        return Text::tr("whether it still grows, round %1").arg(round);
    case CheckPhase::Done:
        break;
    }
    return Text::tr("done");
}

} // namespace report
