// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of an audit: what uploads leave that should leave nothing.
#include "core/base/format.h"
#include "core/experiment/auditcontext.h"
#include "core/experiment/auditreach.h"
#include "core/experiment/auditsetting.h"
#include "core/experiment/auditsteps.h"
#include "core/experiment/checkplan.h"

#include <QCoreApplication>
#include <QFile>

#include <cmath>

namespace experiment::auditsteps {
namespace {

using namespace std::chrono_literals;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(experiment::AuditEvidence)
};

constexpr int uploadsOfASize = 3;
constexpr auto look = 200ms;

constexpr int abortsToWarmUp = 10;
constexpr int aborts = 20; // half of them by RST, half by FIN
constexpr qint64 abortedBytes = 1024 * 1024;
constexpr auto lookAgain = 3s;
constexpr double leftBehind = 0.5; // of a thing for each
constexpr double keptShare = 0.25; // of the bytes that were sent

/// So many uploads of that size, one after another. False: not all were taken.
QCoro::Task<bool> upload(AuditContext &context, qint64 bytes)
{
    for (int i = 0; i < uploadsOfASize; ++i) {
        const RawUpload next = bytes == 0 ? context.uploads().small() : context.uploads().large(bytes);
        const Exchanged made = co_await context.exchange(next);
        if (!made.isTaken())
            co_return false;
    }
    co_return true;
}

/// The files that uploads brought and that were still there afterwards.
struct LeftFiles
{
    WatchedFiles ofSmall, ofLarge;
    std::chrono::milliseconds waited{0}; ///< For them to go.

    [[nodiscard]] bool isAny() const { return !ofSmall.isEmpty() || !ofLarge.isEmpty(); }
    /// One of them.
    [[nodiscard]] QString example() const
    {
        const WatchedFiles &some = ofLarge.isEmpty() ? ofSmall : ofLarge;
        return some.isEmpty() ? QString() : QFile::decodeName(some.cbegin().key());
    }
};

/// Waits until all of them are gone, at most as long as the plan says: those who clean up at once cost no time.
QCoro::Task<LeftFiles> awaitCleanUp(AuditContext &context, LeftFiles files)
{
    const base::Steady begun = context.stage().clock().now();
    const base::Steady until = begun + context.plan().bounds.remains;
    const QStringList folders = context.plan().folders;
    while (files.isAny() && !context.stage().isCancelled()) {
        const WatchedFiles now = co_await context.stage().listFiles(folders);
        files.ofSmall = filesStillIn(now, files.ofSmall);
        files.ofLarge = filesStillIn(now, files.ofLarge);
        if (context.stage().clock().now() >= until)
            break;
        if (files.isAny())
            co_await context.stage().pause(look);
    }
    files.waited
        = std::chrono::duration_cast<std::chrono::milliseconds>(context.stage().clock().now() - begun);
    co_return files;
}

QString each(const WatchedFiles &files)
{
    return base::formatCount(std::round(100.0 * static_cast<double>(files.size()) / uploadsOfASize) / 100);
}

/// What aborted uploads left, each; NaN: it cannot be seen. They usually leave the part of the body that came - in memory or
/// in a temporary file - and what holds the connection: a descriptor, and where the server tells them, a goroutine.
struct Remains
{
    double files = Sight::unknown;
    double descriptors = Sight::unknown;
    double goroutines = Sight::unknown;
    double memory = Sight::unknown;
    bool isExact = false; ///< Garbage is no part of the memory.

    Remains(const Sight &before, const Sight &after)
        : files((after.files - before.files) / aborts)
        , descriptors((after.descriptors - before.descriptors) / aborts)
        , goroutines((after.goroutines - before.goroutines) / aborts)
        , memory((after.memory - before.memory) / aborts)
        , isExact(after.isExact && before.isExact)
    {
    }

    [[nodiscard]] bool isSeen() const
    {
        return std::isfinite(files) || std::isfinite(descriptors) || std::isfinite(goroutines)
            || std::isfinite(memory);
    }
    [[nodiscard]] bool isAny(qint64 sent) const
    {
        return files >= leftBehind || descriptors >= leftBehind || goroutines >= leftBehind
            || (isExact && isMore(sent));
    }
    /// Of memory, than could be left of something else; garbage may be part of it.
    [[nodiscard]] bool isMore(qint64 sent) const { return memory >= keptShare * static_cast<double>(sent); }
    /// What nobody looked at, with the marks of how to.
    [[nodiscard]] QStringList unseen() const
    {
        QStringList missing;
        if (!std::isfinite(memory) || !isExact)
            missing += Text::tr("memory without garbage (a Go server’s /debug/pprof/)");
        if (!std::isfinite(files))
            missing += Text::tr("files%1", "how to watch them, in brackets")
                           .arg(markOf(AuditSetting::TemporaryFolder));
        if (!std::isfinite(descriptors))
            missing += Text::tr("descriptors%1", "how to watch them, in brackets")
                           .arg(markOf(AuditSetting::Process));
        return missing;
    }
    /// Whether whatever they usually leave would have been seen. A goroutine stands for the descriptor that it waits for. A
    /// process keeps much in memory that it had before, and so hides what few uploads leave.
    [[nodiscard]] bool isAllSeen() const
    {
        return std::isfinite(memory) && isExact && std::isfinite(files)
            && (std::isfinite(descriptors) || std::isfinite(goroutines));
    }
    [[nodiscard]] QString text() const
    {
        QStringList parts;
        const auto add = [&parts](double value, const QString &what) {
            if (std::isfinite(value))
                parts += what.arg(QString::number(std::max(0.0, value), 'f', 2));
        };
        add(files, Text::tr("%1 files"));
        add(descriptors, Text::tr("%1 descriptors"));
        add(goroutines, Text::tr("%1 goroutines"));
        const QString bytes = base::formatBytes(std::max(0.0, memory));
        if (std::isfinite(memory))
            parts += isExact ? Text::tr("%1 of heap", "bytes").arg(bytes)
                             : Text::tr("%1 of the process’s memory", "bytes").arg(bytes);
        return parts.join(Text::tr(", ", "between the words of a list"));
    }
};

transfer::LoadPlan abortPlan(AuditContext &context, int uploads, transfer::CutBy by)
{
    transfer::LoadPlan load;
    load.target = context.plan().target;
    load.method
        = context.uploads().isForm() ? transfer::LoadPlan::Method::Post : transfer::LoadPlan::Method::Put;
    load.fileName = QStringLiteral("tidemark-audit-%1-aborted-{n}.bin").arg(context.plan().token);
    load.bytes = std::clamp<qint64>(context.limit.taken / 2, 1024, abortedBytes);
    load.uploads = uploads;
    load.connections = context.plan().connections;
    load.first = static_cast<quint64>(context.requests()); // none twice
    load.cutAt = transfer::CutAt::Half;
    load.cutBy = by;
    return load;
}

/// False: a bound forbids it, or it was cancelled.
QCoro::Task<bool> abort(AuditContext &context, int uploads)
{
    for (const transfer::CutBy by : {transfer::CutBy::Reset, transfer::CutBy::Fin}) {
        const transfer::LoadPlan load = abortPlan(context, uploads / 2, by);
        for (int i = 0; i < load.uploads; ++i) {
            if (!context.begin(load.bytes / 2))
                co_return false;
        }
        const transfer::LoadResult made = co_await context.stage().load(load);
        const bool isAskedForLess = made.statuses.contains(429) || made.statuses.contains(503);
        if (made.isCancelled || isAskedForLess)
            co_return false;
    }
    co_return true;
}

/// What was seen of uploads that were broken off, after whatever is released late was.
struct Aborted
{
    bool isMade = false; ///< Else nothing is known.
    Sight after;
    Remains remains;
    std::chrono::milliseconds waited{0};
    bool hasWaited = false; ///< For something to be released.
};

QCoro::Task<Aborted> abortAndLook(AuditContext &context, Sight before, qint64 sent)
{
    Aborted seen{.after = {}, .remains = Remains({}, {})};
    seen.isMade = co_await abort(context, aborts);
    const base::Steady begun = context.stage().clock().now();
    const base::Steady until = begun + context.plan().bounds.release;
    seen.after = co_await context.look();
    seen.remains = Remains(before, seen.after);
    while (seen.isMade && seen.remains.isAny(sent) && context.stage().clock().now() < until
           && !context.stage().isCancelled()) {
        seen.hasWaited = true;
        co_await context.stage().pause(lookAgain);
        seen.after = co_await context.look();
        seen.remains = Remains(before, seen.after);
    }
    seen.waited
        = std::chrono::duration_cast<std::chrono::milliseconds>(context.stage().clock().now() - begun);
    co_return seen;
}

/// Nothing of it was left for certain.
AuditFinding judgeClean(const Aborted &seen, qint64 sent, const QString &evidence)
{
    if (seen.remains.isMore(sent))
        return undecided(
            Text::tr("%1, and no less before that; garbage may be part of it: a leak check of aborted "
                     "uploads tells",
                     "what was seen")
                .arg(evidence));
    const QStringList unseen = seen.remains.unseen();
    const QString all = unseen.isEmpty()
        ? evidence
        : Text::tr("%1; not watched: %2", "what was seen, a list")
              .arg(evidence, unseen.join(Text::tr(", ", "between the words of a list")));
    if (!seen.remains.isAllSeen())
        return undecided(all);
    return passed(seen.hasWaited ? Text::tr("%1: it was released late", "what was seen").arg(all) : all);
}

} // namespace

Finding tempFiles(AuditContext &context)
{
    const QStringList folders = context.plan().folders;
    if (folders.isEmpty())
        co_return undecided(
            Text::tr("no folder of temporary files is watched%1", "how to set that, in brackets")
                .arg(markOf(AuditSetting::TemporaryFolder)));
    co_await seekLimit(context);
    const qint64 large = std::min({spillBytes, context.plan().bounds.body, context.limit.taken});
    const WatchedFiles before = co_await context.stage().listFiles(folders);
    const bool areSmallTaken = co_await upload(context, 0);
    const WatchedFiles between = co_await context.stage().listFiles(folders);
    const bool areLargeTaken = co_await upload(context, large);
    const WatchedFiles after = co_await context.stage().listFiles(folders);
    if (!areSmallTaken || !areLargeTaken)
        co_return undecided(Text::tr("not all uploads of up to %1 were taken")
                                .arg(base::formatBytes(static_cast<double>(large))));
    LeftFiles brought{newFiles(between, before), newFiles(after, between)};
    const LeftFiles left = co_await awaitCleanUp(context, std::move(brought));
    const QString evidence
        = Text::tr("%1 later, uploads of less than 1 KiB had left %2 files each below the watched folders, "
                   "such of %3 %4 each",
                   "time, count, bytes, count")
              .arg(base::formatDuration(left.waited), each(left.ofSmall),
                   base::formatBytes(static_cast<double>(large)), each(left.ofLarge));
    if (left.ofLarge.size() >= left.ofSmall.size() + uploadsOfASize)
        co_return failed(Text::tr("%1: %2, for one", "what was seen, a file").arg(evidence, left.example()));
    if (!left.isAny())
        co_return passed(evidence);
    co_return undecided(
        Text::tr("%1: %2, for one. They are left over if the service stores nothing there; whether it does "
                 "cannot be told",
                 "what was seen, a file")
            .arg(evidence, left.example()));
}

Finding abortedUploads(AuditContext &context)
{
    co_await seekLimit(context);
    const qint64 sent = abortPlan(context, 1, transfer::CutBy::Fin).bytes / 2;
    const bool isWarm = co_await abort(context, abortsToWarmUp);
    const Sight before = co_await context.lookAfresh();
    Aborted seen = co_await abortAndLook(context, before, sent);
    // A heap with garbage in it grows at first; one that holds every body grows again.
    if (isWarm && seen.isMade && !seen.remains.isAny(sent) && seen.remains.isMore(sent)) {
        const Sight grown = seen.after;
        seen = co_await abortAndLook(context, grown, sent);
    }
    if (!isWarm || !seen.isMade)
        co_return undecided(Text::tr("not all of the uploads to be aborted could be made"));
    const QString count = QString::number(aborts);
    if (!seen.remains.isSeen()) {
        const QString why = context.blindness();
        co_return undecided(seen.hasWaited
                                ? Text::tr("the server could not be looked at any more: %1").arg(why)
                                : Text::tr("what %1 aborted uploads left cannot be seen: %2, nor are files%3",
                                           "count, why, how to watch them, in brackets")
                                      .arg(count, why, markOf(AuditSetting::TemporaryFolder)));
    }
    const QString evidence = Text::tr("%1 uploads were broken off half-way; %2 later each had left %3",
                                      "count, time, what was left")
                                 .arg(count, base::formatDuration(seen.waited), seen.remains.text());
    if (seen.remains.isAny(sent))
        co_return failed(evidence);
    const AuditFinding clean = judgeClean(seen, sent, evidence);
    if (clean.outcome != AuditOutcome::Pass)
        co_return clean;
    const Reach reach = co_await seekReach(context);
    co_return reach == Reach::Seen ? clean : undecided(unreached(clean.evidence, reach));
}

} // namespace experiment::auditsteps
