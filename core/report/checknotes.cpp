// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checknotes.h"

#include "core/analysis/memoryeta.h"
#include "core/base/format.h"
#include "core/report/checkevidence.h"
#include "core/report/checkwording.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using analysis::Cause;
using analysis::Outcome;
using analysis::Resource;
using experiment::CheckResult;
using experiment::Interruption;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(report::CheckNotes)
};

QString spreadNote(const pprof::Attribution &attribution)
{
    constexpr qsizetype named = 3;
    QStringList most;
    for (const pprof::Suspect &suspect :
         attribution.suspects.first(std::min(named, attribution.suspects.size())))
        most += Text::tr("%1 %2 %", "a function, its share")
                    .arg(siteText(suspect.guilty()), QString::number(std::round(suspect.share * 100)));
    return Text::tr("No single function allocates a fifth of it; most do %1.", "functions")
        .arg(commaList(most));
}

// Of the function named, whoever calls it. A profile that samples is an estimate: that may well be more than all. "All" is
// what the stack below calls 100 %.
QString explainedText(const CheckResult &result)
{
    double share = 0;
    for (const pprof::Suspect &suspect : result.guilt->attribution.suspects) {
        if (suspect.accepted && suspect.guilty().function == guiltyOf(result)->guilty().function)
            share += suspect.share;
    }
    return std::round(share * 100) >= 100
        ? Text::tr("It explains all of the growth.")
        : Text::tr("It explains %1 % of the growth.").arg(std::round(share * 100));
}

QString profileNote(const CheckResult &result)
{
    if (guiltyOf(result)) {
        const pprof::Suspect &guilty = *guiltyOf(result);
        const QString explains = explainedText(result);
        if (guilty.begin)
            return sentences(
                explains, Text::tr("None of the program's own functions is in what these goroutines run."));
        if (result.guilt->unit != QLatin1StringView("bytes"))
            return explains;
        return sentences(explains,
                         guilty.own || guilty.caller
                             ? Text::tr("A profile tells who allocates, not who keeps.")
                             : Text::tr("None of the program's own functions is in that stack."));
    }
    if (result.guilt && result.guilt->attribution.isSpread)
        return spreadNote(result.guilt->attribution);
    if (result.guilt && result.guilt->attribution.tooCoarse) {
        const auto needed = result.guilt->attribution.uploadsNeeded;
        if (!needed)
            return Text::tr("The heap profile is too coarse to name a line.");
        return (result.verdict.onlyWhenAborted
                    ? Text::tr(
                        "The heap profile is too coarse to name a line: about %1 aborted uploads would "
                        "be enough, or runtime.MemProfileRate = 1 in the server.")
                    : Text::tr("The heap profile is too coarse to name a line: about %1 uploads would be "
                               "enough, or runtime.MemProfileRate = 1 in the server."))
            .arg(base::formatCount(static_cast<double>(*needed)));
    }
    if (result.profileError.kind != base::ErrorKind::None)
        return Text::tr("No function is named: %1.").arg(printable(result.profileError.message, 200));
    return {};
}

QString besideNote(const CheckResult &result)
{
    if (!result.verdict.heap)
        return {};
    const bool isUnnamed = result.heapGuilt && !result.heapGuilt->attribution.guilty();
    const QString more = Text::tr(
        "The heap that grows with them is more than they are made of: they hold it, or it leaks by itself.");
    return isUnnamed ? sentences(more, Text::tr("The heap profile is too coarse to say who allocates it."))
                     : more;
}

QString retentionNote(const CheckResult &result)
{
    if (!result.retention)
        return {};
    switch (result.retention->retention) {
    case analysis::Retention::KeepsBody:
        return Text::tr("It keeps the body: %1 × its size.").arg(result.retention->share, 0, 'f', 2);
    case analysis::Retention::KeepsPart:
        return Text::tr("It keeps a part of the body: %1 % of its size.")
            .arg(std::round(result.retention->share * 100));
    case analysis::Retention::FixedBytes:
        return Text::tr("It keeps the same amount whatever the size of the upload.");
    case analysis::Retention::Nothing:
    case analysis::Retention::Unclear:
        break;
    }
    return {};
}

QString sameFileNote(const CheckResult &result)
{
    if (result.sameFile == analysis::SameFile::Keyed)
        return Text::tr("The same file again leaves nothing more: something is keyed by name or content.");
    if (result.sameFile == analysis::SameFile::PerRequest)
        return Text::tr("The same file again grows as much: every request is kept.");
    return {};
}

QString confidenceNote(const CheckResult &result, Surface surface)
{
    const analysis::Verdict &verdict = result.verdict;
    if (verdict.outcome != Outcome::Leaks)
        return {};
    if (verdict.cause == Cause::DescriptorsClosedByGc)
        return Text::tr("Confirmed: they were open before each forced collection and closed after it.");
    if (result.idle && result.idle->confirms() && !verdict.confirmed && result.idle->isUncollected)
        return Text::tr("Not confirmed: in %1 s without uploads no garbage was collected.")
            .arg(result.idle->time.count());
    if (result.idle && result.idle->confirms() && !verdict.confirmed)
        return Text::tr("%1 s without uploads gave back %2 %; the rest stayed.")
            .arg(result.idle->time.count())
            .arg(std::round(result.idle->returnedShare.value_or(0) * 100));
    if (result.idle && !verdict.confirmed)
        return (surface == Surface::Terminal
                    ? Text::tr("Not confirmed: it waited for %1 s only; without --idle it waits for 75 s.")
                    : Text::tr("Not confirmed: it waited for %1 s only; a default check waits for 75 s."))
            .arg(result.idle->time.count());
    if (!verdict.confirmed || !result.idle)
        return Text::tr("Not confirmed: a release within 75 s is not excluded; a default check with its full "
                        "wait shows it.");
    if (!result.idle->returnedShare)
        return {};
    return Text::tr("Confirmed: %1 s without uploads gave back %2 %.")
        .arg(result.idle->time.count())
        .arg(std::round(std::max(0.0, result.idle->returnedShare.value_or(0)) * 100));
}

// What a stable verdict, which speaks of the heap, does not speak of.
QString uncoveredNote(const CheckResult &result)
{
    const analysis::ResourceVerdict *rss = find(result.resources, Resource::Rss);
    if (!find(result.resources, Resource::Heap))
        return {};
    if (!rss)
        return Text::tr("Memory outside the heap was not watched.");
    if (rss->outcome == Outcome::Stable || rss->outcome == Outcome::ReleasedLate)
        return {};
    return Text::tr("Memory outside the heap is not judged: process memory %1.").arg(reasonText(*rss));
}

// Where nothing else on the page tells whether it is as new as it looks.
QString restNote(const CheckResult &result)
{
    constexpr int enough = 5;
    int rest = 0, longest = 0;
    for (size_t i = 1; i < result.rounds.size(); ++i) {
        rest = result.rounds[i].floor.rss == result.rounds[i - 1].floor.rss ? rest + 1 : 0;
        longest = std::max(longest, rest);
    }
    const bool isAlone = result.reading == analysis::Reading::Other && result.plan.pid == 0;
    return isAlone && longest >= enough
        ? Text::tr("Process memory was told as the same number for %1 rounds, to the byte: it rests, or "
                   "the server renews what it tells only now and then.")
              .arg(longest)
        : QString();
}

// Of what is cheap to leak and easy to watch; memory has a note of its own.
QString unwatchedNote(const CheckResult &result, Surface surface)
{
    const bool hasOptions = surface == Surface::Terminal; // the window has no fields for these
    QStringList names;
    if (!find(result.resources, Resource::Descriptors))
        names
            += hasOptions ? Text::tr("descriptors (--pid shows them)") : resourceName(Resource::Descriptors);
    if (!find(result.resources, Resource::Goroutines) && !find(result.resources, Resource::Threads))
        names += hasOptions ? Text::tr("threads (--pid)") : resourceName(Resource::Threads);
    if (!find(result.resources, Resource::TempFiles))
        names += hasOptions ? Text::tr("files (--disk)") : resourceName(Resource::TempFiles);
    return names.isEmpty() ? QString() : Text::tr("Not watched: %1.").arg(commaList(names));
}

QString thoroughCheck(Surface surface)
{
    return surface == Surface::Terminal ? QStringLiteral("--thorough") : Text::tr("a thorough check");
}

QString onceNote(const CheckResult &result, Surface surface)
{
    const bool isOnce = std::ranges::any_of(result.resources, [](const analysis::ResourceVerdict &verdict) {
        return verdict.keptOnce() > 0 && verdict.resource != Resource::Rss;
    });
    return isOnce
        ? Text::tr("What grew once may be a pool or a table, or what every so many uploads leave: a "
                   "check of more uploads, or %1, tells.",
                   "--thorough, or: a thorough check")
              .arg(thoroughCheck(surface))
        : QString();
}

QString sameFilesNote(const CheckResult &result)
{
    const qsizetype files = result.plan.uploads.files.size();
    if (files == 0)
        return {};
    return files == 1
        ? Text::tr("The content of one file was sent again and again: what is kept once for each content is "
                   "not seen. Without files every upload is another one.")
        : Text::tr("The content of %1 files was sent again and again: what is kept once for each content is "
                   "not seen. Without files every upload is another one.")
              .arg(files);
}

QString goalNote(const CheckResult &result)
{
    return result.reading == analysis::Reading::GoMetrics ? Text::tr(
               "The heap was read from the collector's goal, taking GOGC for 100: with another GOGC, or with "
               "GOMEMLIMIT, the bytes are wrong. /debug/pprof/ on the server gives exact ones.")
                                                          : QString();
}

QString fullNote(const analysis::ResourceVerdict &verdict)
{
    constexpr double gib = 1024.0 * 1024 * 1024;
    if (verdict.unit != analysis::Unit::Bytes || !verdict.perUpload || !verdict.low || !verdict.high)
        return {};
    const auto eta = analysis::etaToLimit(0, gib, *verdict.perUpload, {*verdict.low, *verdict.high});
    return eta ? Text::tr("At that rate 1 GiB is gone after %1 such uploads.")
                     .arg(base::formatCount(std::round(eta->expected)))
               : QString();
}

QString idleGrowthNote(const CheckResult &result)
{
    const analysis::ResourceVerdict *heap = find(result.resources, Resource::Heap);
    if (!heap || heap->blank <= heap->threshold || result.blanks.size() < 2)
        return {};
    const experiment::FloorReading &first = result.blanks.front(), &last = result.blanks.back();
    const double seconds = static_cast<double>(last.timeMs - first.timeMs) / 1000;
    return seconds > 0
        ? Text::tr("The heap grows without uploads, too, by %1 a second: that is not counted here.")
              .arg(base::formatBytes((last.heap - first.heap) / seconds))
        : QString();
}

QString crowdNote(const CheckResult &result, Surface surface)
{
    return result.isCrowdSkipped ? Text::tr("Many uploads at once were not tried for want of time; %1 does.",
                                            "--thorough, or: a thorough check")
                                       .arg(thoroughCheck(surface))
                                 : QString();
}

} // namespace

QStringList checkNotes(const CheckResult &result, Surface surface)
{
    QStringList notes{confidenceNote(result, surface), profileNote(result), besideNote(result),
                      retentionNote(result), sameFileNote(result)};
    if (result.verdict.outcome != Outcome::Leaks)
        notes = {};
    else if (result.interruption != Interruption::None)
        notes += Text::tr("It ended early: %1.").arg(interruptionText(result));
    if (result.verdict.outcome == Outcome::Stable)
        notes = {onceNote(result, surface),      restNote(result),
                 sameFilesNote(result),          uncoveredNote(result),
                 unwatchedNote(result, surface), crowdNote(result, surface)};
    if (result.verdict.outcome != Outcome::Inconclusive)
        notes += goalNote(result);
    notes += idleGrowthNote(result);
    const auto late = result.verdict.releasedLate;
    if (!late.empty())
        notes += (isPlural(late.front())
                      ? Text::tr("%1 grew and were given back while idle: released late, not a leak.")
                      : Text::tr("%1 grew and was given back while idle: released late, not a leak."))
                     .arg(resourceName(late.front()));
    const bool areAbortsClean
        = std::ranges::none_of(result.aborted, [](const analysis::ResourceVerdict &verdict) {
              return verdict.outcome == Outcome::Leaks || verdict.outcome == Outcome::GcClosed;
          });
    if (const analysis::ResourceVerdict *heap = find(result.aborted, Resource::Heap);
        heap && heap->outcome == Outcome::Stable && areAbortsClean)
        notes
            += Text::tr("Aborted uploads leave nothing above %1 each on average, so no single one of the %2 "
                        "ways to abort leaves more than %3.")
                   .arg(base::formatBytes(surelySeen(*heap)))
                   .arg(result.abortKinds)
                   .arg(base::formatBytes(surelySeen(*heap) / result.rarestAbort));
    if (result.verdict.outcome == Outcome::Leaks && result.verdict.onlyWhenAborted)
        notes += Text::tr(
                     "That is an average over %1 ways to break an upload off or to spoil it; if only one of "
                     "them leaks, it leaves up to %2 × as much.")
                     .arg(result.abortKinds)
                     .arg(std::round(1 / result.rarestAbort));
    if (result.verdict.outcome == Outcome::Leaks && result.verdict.grewBy > 0)
        notes += (result.verdict.leading->firstHalf >= 0.5 * result.verdict.leading->secondHalf
                      ? Text::tr("It grew all along, by %1 in %2 uploads: a cache larger than that cannot be "
                                 "excluded.")
                      : Text::tr("It grew by %1 in %2 uploads: a cache larger than that cannot be excluded."))
                     .arg(base::formatBytes(result.verdict.grewBy),
                          base::formatCount(result.verdict.grewForUploads));
    if (result.verdict.outcome == Outcome::Leaks && result.verdict.leading)
        notes += fullNote(*result.verdict.leading);
    if (result.amplification && result.amplification->outcome == analysis::Amplifies::GrowsWithConcurrency)
        notes += Text::tr("Many uploads at once leave %1 × as much per upload.")
                     .arg(result.amplification->ratio, 0, 'f', 1);
    notes.removeAll(QString());
    return notes;
}

} // namespace report
