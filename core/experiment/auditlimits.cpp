// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of an audit: how large a request may be, and how that is said.
#include "core/base/format.h"
#include "core/experiment/auditcontext.h"
#include "core/experiment/auditpatience.h"
#include "core/experiment/auditreach.h"
#include "core/experiment/auditsetting.h"
#include "core/experiment/auditsteps.h"
#include "core/experiment/audittrials.h"

#include <QCoreApplication>

#include <cmath>

namespace experiment::auditsteps {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(experiment::AuditEvidence)
};

constexpr qint64 firstSize = 64 * 1024;
constexpr int growth = 4; // from one size to the next
constexpr double near = 1.1; // a limit is told as well as that
constexpr qint64 smallest = 2048; // with its form
constexpr int answers = 3; // one may be lost
constexpr qint64 telling = 8 * 1024 * 1024; // bytes that are seen in the memory of most servers

QString size(qint64 bytes)
{
    return base::formatBytes(static_cast<double>(bytes));
}

/// What became of the smallest body that was neither taken nor refused.
QString breakText(const AuditContext &context)
{
    const AuditContext::Limit &limit = context.limit;
    return Text::tr("a body of %1 was taken; one of %2 was not refused: %3%4",
                    "bytes, bytes, the answer, its words")
        .arg(size(limit.taken), size(limit.broken), limit.breaking.text(),
             limit.breaking.words(context.secrets()));
}

/// What became of a body that may have been too slow, and not too large.
QString lateText(const AuditContext &context)
{
    const AuditContext::Limit &limit = context.limit;
    return Text::tr("bodies of up to %1 were taken; one of %2 was refused after %3: %4%5; a small one that "
                    "took as long was not "
                    "taken either, so that it may be time that is limited, and not size",
                    "bytes, bytes, time, the answer, its words")
        .arg(size(limit.taken), size(limit.late), base::formatDuration(limit.lateness.took),
             limit.lateness.text(), limit.lateness.words(context.secrets()));
}

QString noLimit(const AuditContext &context)
{
    if (context.limit.late > 0)
        return lateText(context);
    if (!context.limit.isSought)
        return Text::tr("the limit was not found");
    if (context.limit.broken > 0)
        return Text::tr("%1; that is no limit whose answer could be judged", "what was seen")
            .arg(breakText(context));
    return Text::tr("no limit was found up to %1").arg(size(context.plan().bounds.body));
}

/// The size to try next, between the largest that is taken and the smallest that is not; 0: they are near enough.
qint64 nextSize(const AuditContext::Limit &limit, qint64 bound)
{
    const qint64 ceiling = limit.ceiling();
    if (ceiling == 0)
        return limit.taken < bound ? std::min(limit.taken * growth, bound) : 0;
    const auto low = static_cast<double>(std::max(limit.taken, smallest));
    const auto middle = static_cast<qint64>(std::sqrt(low * static_cast<double>(ceiling)));
    const bool isNear = static_cast<double>(ceiling) <= near * low;
    return isNear || middle <= limit.taken || middle >= ceiling ? 0 : middle;
}

/// Of a body that is too large by a limit that is known: a body for which the connection just ends is told from one that
/// was refused by sending it again, because an answer is lost where a server closes with unread bytes.
QCoro::Task<Exchanged> sendLarge(AuditContext &context, qint64 bytes, bool isChunked)
{
    Exchanged made;
    for (int i = 0; i < answers; ++i) {
        RawUpload upload = context.uploads().large(bytes);
        upload.isChunked = isChunked;
        made = co_await context.exchange(upload);
        if (made.answer || made.error.kind != base::ErrorKind::None || !made.hasEnded)
            break;
    }
    co_return made;
}

} // namespace

QCoro::Task<bool> seekLimit(AuditContext &context)
{
    AuditContext::Limit &limit = context.limit;
    if (limit.isSought)
        co_return true;
    const qint64 bound = context.plan().bounds.body;
    limit = {};
    qint64 next = std::min(firstSize, bound);
    while (next > 0) {
        const Exchanged made = co_await sendLarge(context, next, false);
        if (made.error.kind != base::ErrorKind::None || context.stage().isCancelled())
            co_return false;
        const bool isOpen = !made.answer && !made.hasEnded; // too slow to tell
        if (isOpen || made.asksForLess() || made.status() == 408)
            co_return false;
        if (made.isTaken()) {
            limit.taken = next;
        } else if (made.isRefused()) {
            const bool isForSize = co_await isRefusedForSize(context, made);
            if (context.stage().isCancelled())
                co_return false;
            if (!isForSize) { // and smaller ones would tell no more
                limit.late = limit.refused > 0 ? 0 : next;
                limit.lateness = made;
                break;
            }
            limit.refused = next;
        } else {
            limit.broken = next;
            limit.breaking = made;
        }
        next = nextSize(limit, bound);
    }
    limit.isSought = true;
    co_return true;
}

Finding bodyLimit(AuditContext &context)
{
    const bool isDone = co_await seekLimit(context);
    const AuditContext::Limit &limit = context.limit;
    if (!isDone)
        co_return undecided(
            Text::tr("bodies of up to %1 were taken; a larger one was not answered, or not for its size")
                .arg(size(limit.taken)));
    if (limit.late > 0)
        co_return undecided(lateText(context));
    if (limit.broken > 0 && limit.broken == limit.ceiling()) {
        if (limit.breaking.status() >= 500)
            co_return failed(Text::tr("%1; the service breaks where it should refuse", "what was seen")
                                 .arg(breakText(context)));
        co_return undecided(
            Text::tr("%1; whether that is a limit or a break-down cannot be told from outside",
                     "what was seen")
                .arg(breakText(context)));
    }
    if (limit.refused > 0)
        co_return passed(Text::tr("a body of %1 was taken, one of %2 was refused")
                             .arg(size(limit.taken), size(limit.refused)));
    co_return failed(
        Text::tr(
            "a body of %1 was taken, which is the bound of this audit; a limit above it was not looked for%2",
            "bytes, how to set that, in brackets")
            .arg(size(limit.taken), markOf(AuditSetting::LargestBody)));
}

Finding limitAnswer(AuditContext &context)
{
    co_await seekLimit(context);
    const AuditContext::Limit &limit = context.limit;
    // Who ends connections without reading what comes on them lets nobody read why, whatever the reason is. It is told from a
    // break-down afterwards by a body that is larger than what the systems between can hold of it.
    const bool seemsCut = limit.refused == 0 && limit.late == 0 && limit.broken > 0 && !limit.breaking.answer;
    if (limit.refused == 0 && !seemsCut)
        co_return undecided(noLimit(context));
    const qint64 bound = context.plan().bounds.body;
    const qint64 bytes = seemsCut ? bound : std::min(bound, limit.refused * growth);
    QString others, words;
    int read = 0;
    for (int i = 0; i < answers; ++i) {
        const RawUpload upload = context.uploads().large(bytes);
        const Exchanged made = co_await context.exchange(upload);
        if (made.error.kind != base::ErrorKind::None)
            co_return undecided(made.error.message);
        if (seemsCut && (made.status() >= 500 || (!made.answer && made.sent >= bytes)))
            co_return undecided(noLimit(context));
        if (made.status() == 413 && made.answer->isWhole) {
            ++read;
            words = made.words(context.secrets());
        } else {
            others = made.text() + made.words(context.secrets());
        }
    }
    const QString evidence
        = Text::tr("413 was read in %1 of %2 attempts to send %3%4", "counts, bytes, the server's words")
              .arg(QString::number(read), QString::number(answers), size(bytes), words);
    if (read == answers)
        co_return passed(evidence);
    co_return failed(Text::tr("%1; else %2", "what was read, other answers").arg(evidence, others));
}

Finding limitChunked(AuditContext &context)
{
    co_await seekLimit(context);
    const AuditContext::Limit &limit = context.limit;
    if (limit.refused == 0)
        co_return undecided(noLimit(context));
    const qint64 bytes = std::min(context.plan().bounds.body, 2 * limit.refused);
    const Exchanged made = co_await sendLarge(context, bytes, true);
    const QString evidence
        = Text::tr("%1 in chunks, their sum not told: %2%3", "bytes, the answer, its words")
              .arg(size(bytes), made.text(), made.words(context.secrets()));
    constexpr int notImplemented = 501; // a server that knows no chunks says so (RFC 9112 section 6.1)
    if (made.isRefused() || made.status() == notImplemented)
        co_return passed(evidence);
    if (made.isTaken())
        co_return failed(evidence);
    if (made.status() >= 500)
        co_return failed(
            Text::tr("%1; the service breaks where it should refuse", "what was seen").arg(evidence));
    co_return undecided(
        Text::tr("%1; whether that is a limit or a break-down cannot be told from outside", "what was seen")
            .arg(evidence));
}

Finding limitStreaming(AuditContext &context)
{
    co_await seekLimit(context);
    const AuditContext::Limit &limit = context.limit;
    if (limit.refused == 0)
        co_return undecided(noLimit(context));
    const qint64 bytes = std::min(context.plan().bounds.body, std::max(2 * limit.refused, telling));
    const RawUpload upload = context.uploads().large(bytes);
    const Held held = co_await context.hold(upload);
    if (held.exchanged.error.kind != base::ErrorKind::None)
        co_return undecided(held.exchanged.error.message);
    if (held.exchanged.answer && !held.exchanged.isRefused())
        co_return undecided(
            Text::tr("a body of %1 was not refused: %2%3", "bytes, the answer, its words")
                .arg(size(bytes), held.exchanged.text(), held.exchanged.words(context.secrets())));
    if (held.isEarly)
        co_return passed(
            Text::tr("the server did not wait for the end of a body of %1: %2", "bytes, the answer")
                .arg(size(bytes), held.exchanged.text()));
    const QString late
        = Text::tr("a body of %1 was read to its last byte before it was answered: %2", "bytes, the answer")
              .arg(size(bytes), held.exchanged.text());
    const std::optional<bool> isInMemory = held.isInMemory(bytes);
    if (!isInMemory)
        co_return undecided(unseen(late, context));
    if (*isInMemory)
        co_return failed(withMemory(late, held));
    const Reach reach = co_await seekReach(context);
    co_return reach == Reach::Seen ? passed(withMemory(late, held))
                                   : undecided(unreached(withMemory(late, held), reach));
}

} // namespace experiment::auditsteps
