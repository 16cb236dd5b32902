// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of an audit: what uploads leave that should leave nothing.
#include "core/base/format.h"
#include "core/experiment/auditcontext.h"
#include "core/experiment/auditsteps.h"
#include "core/experiment/checkplan.h"

#include <QCoreApplication>

#include <cmath>

namespace experiment::auditsteps {
namespace {

using namespace std::chrono_literals;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(experiment::AuditEvidence)
};

constexpr int uploadsOfASize = 3;
constexpr auto settling = 2s;
constexpr auto look = 100ms;

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

/// How many more files there are than `before`, once that falls no more.
QCoro::Task<double> filesLeft(AuditContext &context, qint64 before)
{
    const base::Steady until = context.stage().clock().now() + settling;
    const QStringList folders = context.plan().folders;
    DiskReading now = co_await context.stage().countFiles(folders);
    while (now.files > before && context.stage().clock().now() < until && !context.stage().isCancelled()) {
        co_await context.stage().pause(look);
        now = co_await context.stage().countFiles(folders);
    }
    co_return static_cast<double>(now.files - before);
}

QString each(double files)
{
    return base::formatCount(std::round(100 * files / uploadsOfASize) / 100);
}

/// What aborted uploads left, each; NaN: it cannot be seen.
struct Remains
{
    double files = Sight::unknown;
    double descriptors = Sight::unknown;
    double goroutines = Sight::unknown;
    double memory = Sight::unknown; ///< Only where garbage is no part of it.

    Remains(const Sight &before, const Sight &after)
        : files((after.files - before.files) / aborts)
        , descriptors((after.descriptors - before.descriptors) / aborts)
        , goroutines((after.goroutines - before.goroutines) / aborts)
        , memory(after.isExact && before.isExact ? (after.memory - before.memory) / aborts : Sight::unknown)
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
            || memory >= keptShare * static_cast<double>(sent);
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
        if (std::isfinite(memory))
            parts += Text::tr("%1 of heap", "bytes").arg(base::formatBytes(std::max(0.0, memory)));
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
        if (made.isCancelled)
            co_return false;
    }
    co_return true;
}

} // namespace

Finding tempFiles(AuditContext &context)
{
    const QStringList folders = context.plan().folders;
    if (folders.isEmpty())
        co_return undecided(Text::tr("no folder of temporary files is watched (--disk)"));
    co_await seekLimit(context);
    const qint64 large = std::min({spillBytes, context.plan().bounds.body, context.limit.taken});
    const DiskReading before = co_await context.stage().countFiles(folders);
    const bool areSmallTaken = co_await upload(context, 0);
    const double afterSmall = co_await filesLeft(context, before.files);
    const DiskReading between = co_await context.stage().countFiles(folders);
    const bool areLargeTaken = co_await upload(context, large);
    const double afterLarge = co_await filesLeft(context, between.files);
    if (!areSmallTaken || !areLargeTaken)
        co_return undecided(Text::tr("not all uploads of up to %1 were taken")
                                .arg(base::formatBytes(static_cast<double>(large))));
    const QString evidence
        = Text::tr("uploads of less than 1 KiB left %1 files each below the watched folders, such of "
                   "%2 left %3 each")
              .arg(each(afterSmall), base::formatBytes(static_cast<double>(large)), each(afterLarge));
    if (afterLarge >= afterSmall + uploadsOfASize)
        co_return failed(evidence);
    if (afterLarge < 1 && afterSmall < 1)
        co_return passed(evidence);
    co_return undecided(
        Text::tr("%1; whether they are meant to stay cannot be told: watch the temporary folder "
                 "alone",
                 "what was seen")
            .arg(evidence));
}

Finding abortedUploads(AuditContext &context)
{
    co_await seekLimit(context);
    const qint64 sent = abortPlan(context, 1, transfer::CutBy::Fin).bytes / 2;
    const bool isWarm = co_await abort(context, abortsToWarmUp);
    const Sight before = co_await context.look();
    const bool isMade = co_await abort(context, aborts);
    const base::Steady begun = context.stage().clock().now();
    Sight after = co_await context.look();
    Remains remains(before, after);
    if (!isWarm || !isMade)
        co_return undecided(Text::tr("not all of the uploads to be aborted could be made"));
    if (!remains.isSeen())
        co_return undecided(
            Text::tr("what %1 aborted uploads left cannot be seen: %2, nor are files (--disk)")
                .arg(QString::number(aborts), context.blindness()));
    const base::Steady until = begun + context.plan().bounds.release;
    bool hasWaited = false;
    while (remains.isAny(sent) && context.stage().clock().now() < until && !context.stage().isCancelled()) {
        hasWaited = true;
        co_await context.stage().pause(lookAgain);
        after = co_await context.look();
        remains = Remains(before, after);
    }
    const auto waited
        = std::chrono::duration_cast<std::chrono::milliseconds>(context.stage().clock().now() - begun);
    const QString evidence = Text::tr("%1 uploads were broken off half-way; %2 later each had left %3",
                                      "count, time, what was left")
                                 .arg(QString::number(aborts), base::formatDuration(waited), remains.text());
    if (!remains.isSeen())
        co_return undecided(
            Text::tr("the server could not be looked at any more: %1").arg(context.blindness()));
    if (remains.isAny(sent))
        co_return failed(evidence);
    co_return passed(hasWaited ? Text::tr("%1: it was released late", "what was seen").arg(evidence)
                               : evidence);
}

} // namespace experiment::auditsteps
