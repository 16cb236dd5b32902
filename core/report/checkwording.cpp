// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/checkwording.h"

#include "core/base/format.h"
#include "core/report/checkevidence.h"
#include "core/report/safetext.h"
#include "core/report/wording.h"

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

const pprof::Suspect *guiltyOf(const CheckResult &result)
{
    return result.guilt ? result.guilt->attribution.guilty() : nullptr;
}

const analysis::ResourceVerdict *find(const std::vector<analysis::ResourceVerdict> &verdicts,
                                      Resource resource)
{
    const auto found = std::ranges::find(verdicts, resource, &analysis::ResourceVerdict::resource);
    return found == verdicts.end() ? nullptr : &*found;
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
    return QStringLiteral("Stable: nothing above %1 per upload").arg(base::formatBytes(surelySeen(*memory)));
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
    else if (verdict.leading->resource == Resource::Rss)
        where = QStringLiteral(" outside the heap that the runtime knows of");
    const QString kind = verdict.cause == Cause::DescriptorsClosedByGc
        ? QStringLiteral(", closed only by the garbage collector")
        : QString();
    return QStringLiteral("Leaks %1%2%3").arg(rateText(*verdict.leading, per), kind, where);
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

QString profileNote(const CheckResult &result)
{
    if (guiltyOf(result)) {
        const pprof::Suspect &guilty = *guiltyOf(result);
        return QStringLiteral("It explains %1 % of the growth. A profile tells who allocates, not who keeps.")
            .arg(std::round(guilty.share * 100));
    }
    if (result.guilt && result.guilt->attribution.tooCoarse) {
        const auto needed = result.guilt->attribution.uploadsNeeded;
        return QStringLiteral("The heap profile is too coarse to name a line%1.")
            .arg(needed
                     ? QStringLiteral(
                           ": about %1 uploads would be enough, or runtime.MemProfileRate = 1 in the server")
                           .arg(base::formatCount(static_cast<double>(*needed)))
                     : QString());
    }
    if (result.profileError.kind != base::ErrorKind::None)
        return QStringLiteral("No function is named: %1.").arg(printable(result.profileError.message, 200));
    return {};
}

QString retentionNote(const CheckResult &result)
{
    if (!result.retention)
        return {};
    switch (result.retention->retention) {
    case analysis::Retention::KeepsBody:
        return QStringLiteral("It keeps the body: %1 × its size.").arg(result.retention->share, 0, 'f', 2);
    case analysis::Retention::KeepsPart:
        return QStringLiteral("It keeps a part of the body: %1 % of its size.")
            .arg(std::round(result.retention->share * 100));
    case analysis::Retention::FixedBytes:
        return QStringLiteral("It keeps the same amount whatever the size of the upload.");
    case analysis::Retention::Nothing:
    case analysis::Retention::Unclear:
        break;
    }
    return {};
}

QString sameFileNote(const CheckResult &result)
{
    if (result.sameFile == analysis::SameFile::Keyed)
        return QStringLiteral(
            "The same file again leaves nothing more: something is keyed by name or content.");
    if (result.sameFile == analysis::SameFile::PerRequest)
        return QStringLiteral("The same file again grows as much: every request is kept.");
    return {};
}

QString confidenceNote(const CheckResult &result)
{
    const analysis::Verdict &verdict = result.verdict;
    if (verdict.outcome != Outcome::Leaks)
        return {};
    if (verdict.cause == Cause::DescriptorsClosedByGc)
        return QStringLiteral("Confirmed: they were open before each forced collection and closed after it.");
    if (result.idle && result.idle->confirms() && !verdict.confirmed)
        return QStringLiteral("%1 s without uploads gave back %2 %; the rest stayed.")
            .arg(result.idle->time.count())
            .arg(std::round(result.idle->returnedShare.value_or(0) * 100));
    if (!verdict.confirmed || !result.idle)
        return QStringLiteral(
            "Not confirmed: a release within 75 s is not excluded; a default check with its full "
            "wait shows it.");
    return QStringLiteral("Confirmed: %1 s without uploads gave back %2 %.")
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
        return QStringLiteral("Memory outside the heap was not watched.");
    if (rss->outcome == Outcome::Stable || rss->outcome == Outcome::ReleasedLate)
        return {};
    return QStringLiteral("Memory outside the heap is not judged: process memory %1.").arg(reasonText(*rss));
}

// Of what is cheap to leak and easy to watch; memory has a note of its own.
QString unwatchedNote(const CheckResult &result)
{
    QStringList names;
    if (!find(result.resources, Resource::Descriptors))
        names += QStringLiteral("descriptors (--pid shows them)");
    if (!find(result.resources, Resource::Goroutines) && !find(result.resources, Resource::Threads))
        names += QStringLiteral("threads (--pid)");
    if (!find(result.resources, Resource::TempFiles))
        names += QStringLiteral("files (--disk)");
    return names.isEmpty() ? QString()
                           : QStringLiteral("Not watched: %1.").arg(names.join(QStringLiteral(", ")));
}

QString goalNote(const CheckResult &result)
{
    return result.reading == analysis::Reading::GoMetrics ? QStringLiteral(
               "The heap was read from the collector's goal, taking GOGC for 100: with another GOGC, or with "
               "GOMEMLIMIT, the bytes are wrong. /debug/pprof/ on the server gives exact ones.")
                                                          : QString();
}

QString crowdNote(const CheckResult &result)
{
    return result.isCrowdSkipped
        ? QStringLiteral("Many uploads at once were not tried for want of time; --thorough does.")
        : QString();
}

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
        list += QStringLiteral("%1 file(s)").arg(plan.uploads.files.size());
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
    const std::pair<const char *, int> kinds[]{{"files", to.files - from.files},
                                               {"deleted files", to.deleted - from.deleted},
                                               {"sockets", to.sockets - from.sockets},
                                               {"pipes", to.pipes - from.pipes},
                                               {"anonymous", to.anonymous - from.anonymous},
                                               {"other", to.other - from.other}};
    QStringList grown;
    for (const auto &[name, count] : kinds) {
        if (count > 0)
            grown += QStringLiteral("%1 %2").arg(count).arg(QLatin1StringView(name));
    }
    return grown.isEmpty() ? QString()
                           : QStringLiteral("Descriptors that stayed: ") + grown.join(QStringLiteral(", "));
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
        return QStringLiteral("the uploads failed: %1").arg(why);
    case Interruption::ReadingFailed:
        return QStringLiteral("the server could not be read any more: %1").arg(why);
    case Interruption::Restarted:
        return QStringLiteral("the server was restarted meanwhile");
    case Interruption::ForeignTraffic:
        return QStringLiteral(
            "somebody else uses the server, too: it answered more requests than were made here");
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
        return QStringLiteral("does not grow by %1").arg(amountText(verdict.unit, verdict.threshold));
    case Reason::Plateau:
        return QStringLiteral("grew for %1 uploads, then stopped")
            .arg(std::round(verdict.plateauFrom.value_or(0)));
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
        return QStringLiteral("grew in few jumps");
    case Reason::Slow:
        return QStringLiteral("creeps up");
    case Reason::GrowsIdle:
        return QStringLiteral("grows without uploads, too");
    case Reason::NotPrecise:
        return QStringLiteral("grows, by how much is not sure yet");
    case Reason::TakesLonger:
        return QStringLiteral("looks like a leak; more rounds have to show it");
    case Reason::NotCollected:
        return QStringLiteral(
            "was hardly ever collected meanwhile: more, or larger, uploads would have it collected");
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

QStringList checkNotes(const CheckResult &result)
{
    QStringList notes{confidenceNote(result), profileNote(result), retentionNote(result),
                      sameFileNote(result)};
    if (result.verdict.outcome != Outcome::Leaks)
        notes = {};
    else if (result.interruption != Interruption::None)
        notes += QStringLiteral("It ended early: %1.").arg(interruptionText(result));
    if (result.verdict.outcome == Outcome::Stable)
        notes = {uncoveredNote(result), unwatchedNote(result), crowdNote(result)};
    if (result.verdict.outcome != Outcome::Inconclusive)
        notes += goalNote(result);
    const auto late = result.verdict.releasedLate;
    if (!late.empty())
        notes += QStringLiteral("%1 grew and was given back while idle: released late, not a leak.")
                     .arg(resourceName(late.front()));
    if (const analysis::ResourceVerdict *heap = find(result.aborted, Resource::Heap);
        heap && heap->outcome == Outcome::Stable)
        notes += QStringLiteral(
                     "Aborted uploads leave nothing above %1 each on average, so no single one of the %2 "
                     "ways to abort leaves more than %3.")
                     .arg(base::formatBytes(surelySeen(*heap)))
                     .arg(result.abortKinds)
                     .arg(base::formatBytes(surelySeen(*heap) / result.rarestAbort));
    if (result.verdict.outcome == Outcome::Leaks && result.verdict.onlyWhenAborted)
        notes += QStringLiteral(
                     "That is an average over %1 ways to break an upload off or to spoil it; if only one of "
                     "them leaks, it leaves up to %2 × as much.")
                     .arg(result.abortKinds)
                     .arg(std::round(1 / result.rarestAbort));
    if (result.verdict.outcome == Outcome::Leaks && result.verdict.grewBy > 0)
        notes += QStringLiteral(
                     "It grew all along, by %1 in %2 uploads: a cache larger than that cannot be excluded.")
                     .arg(base::formatBytes(result.verdict.grewBy),
                          base::formatCount(result.verdict.grewForUploads));
    if (result.amplification && result.amplification->outcome == analysis::Amplifies::GrowsWithConcurrency)
        notes += QStringLiteral("Many uploads at once leave %1 × as much per upload.")
                     .arg(result.amplification->ratio, 0, 'f', 1);
    notes.removeAll(QString());
    return notes;
}

QStringList checkConditions(const CheckResult &result)
{
    QStringList lines;
    lines
        += QStringLiteral("Uploads to %1, %2 each, %3 at once")
               .arg(displayUrl(result.plan.uploads.target.endpoint.url), base::formatBytes(result.bodyBytes))
               .arg(result.plan.uploads.connections);
    const QString runtime = runtimeText(result.found);
    if (result.found.found())
        lines += QStringLiteral("Watched by %1%2")
                     .arg(displayUrl(result.found.sources.first().url),
                          runtime.isEmpty() ? QString() : QStringLiteral(", ") + runtime);
    if (result.found.found() && !result.blanks.empty() && std::isnan(result.blanks.back().requests))
        lines += QStringLiteral(
            "The server does not tell how many requests it answered: other traffic would not have "
            "been noticed");
    const QStringList deviations = deviationsOf(result.plan);
    if (!deviations.isEmpty())
        lines += QStringLiteral("Asked for: ") + deviations.join(QStringLiteral(", "));
    if (const QString kinds = descriptorKindsText(result); !kinds.isEmpty())
        lines += kinds;
    lines += QStringLiteral("%1 uploads and %2 aborted ones in %3; seed %4; Tidemark %5; begun %6")
                 .arg(result.uploads)
                 .arg(result.abortedUploads)
                 .arg(base::formatDuration(result.took))
                 .arg(result.plan.uploads.seed)
                 .arg(QStringLiteral(TIDEMARK_VERSION), base::formatUtc(result.startedMs));
    return lines;
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
    case CheckPhase::Done:
        break;
    }
    return QStringLiteral("done");
}

} // namespace report
