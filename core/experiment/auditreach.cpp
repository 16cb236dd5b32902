// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/auditreach.h"

#include "core/experiment/auditsetting.h"
#include "core/net/rawconnection.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <list>

namespace experiment {
namespace {

using namespace std::chrono_literals;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(experiment::AuditEvidence)
};

constexpr int heldAtOnce = 5;
constexpr double surelySeen = 4; // more than before: one that does something else meanwhile is none of them
constexpr qint64 usualBytes = 64 * 1024;
constexpr qint64 leastBytes = 2048;
constexpr qint64 mostBytes = 256 * 1024; // more than those keep that hand on what they have no room for
constexpr int looks = 4;
constexpr int looksThatTell = 2; // what others do is over by then, or it is much
constexpr int probesToMiss
    = 3; // on a busy machine what was counted before may end only while the held ones begin
constexpr auto gap = 200ms;

struct HeldOne
{
    HeldOne(const net::Endpoint &endpoint, RawUpload sent)
        : connection(endpoint)
        , upload(std::move(sent))
    {
        connection.open();
        upload.sendOn(connection, held());
    }

    [[nodiscard]] qsizetype held() const { return upload.after.size() - 1; }
    [[nodiscard]] bool isOver() { return connection.hasAnswer() || connection.hasEnded(); }

    net::RawConnection connection;
    RawUpload upload;
};

bool isTold(const Counts &counts)
{
    return std::isfinite(counts.goroutines) || std::isfinite(counts.descriptors);
}

/// Of whatever shows a connection the most; what is not told counts as nothing.
double rise(const Counts &before, const Counts &now)
{
    return std::fmax(now.goroutines - before.goroutines, now.descriptors - before.descriptors);
}

/// A size that is taken.
qint64 bytesOfEach(const AuditContext &context)
{
    const qint64 taken = context.limit.isSought ? context.limit.taken : usualBytes;
    return std::clamp(taken, leastBytes, std::min(mostBytes, context.plan().bounds.body));
}

/// Whether they show in the service's counts, which were `before`.
QCoro::Task<Reach> lookFor(AuditContext &context, std::list<HeldOne> &all, Counts before)
{
    int seen = 0;
    for (int i = 0; i < looks && !context.stage().isCancelled(); ++i) {
        co_await context.stage().pause(gap);
        const Counts now = co_await context.counts();
        seen = rise(before, now) >= surelySeen ? seen + 1 : 0;
        if (seen == looksThatTell)
            co_return Reach::Seen;
        if (std::ranges::any_of(all, &HeldOne::isOver))
            co_return Reach::NotHeld;
        if (!isTold(now))
            co_return Reach::NotCounted;
    }
    co_return Reach::Unseen;
}

QCoro::Task<Reach> probe(AuditContext &context)
{
    (void)co_await context.look(); // until connections of before are over
    const Counts before = co_await context.counts();
    if (!isTold(before))
        co_return Reach::NotCounted;
    const base::Steady begun = context.stage().clock().now();
    std::list<HeldOne> all;
    for (int i = 0; i < heldAtOnce; ++i) {
        RawUpload upload = context.uploads().large(bytesOfEach(context));
        if (!context.begin(upload.bodyBytes()))
            co_return Reach::NotHeld; // the context's obstacle says why
        all.emplace_back(context.endpoint(), std::move(upload));
    }
    for (HeldOne &one : all) {
        std::function<bool()> isSent = [&one] { return one.isOver() || one.connection.hasSentAll(); };
        co_await context.stage().until(one.connection, isSent, context.plan().bounds.patience);
    }
    const Reach reach = co_await lookFor(context, all, before);
    for (HeldOne &one : all)
        one.connection.send(one.upload.after.last(one.held()));
    for (HeldOne &one : all) {
        co_await context.awaitAnswer(one.connection);
        (void)context.resultOf(one.connection, begun); // it may ask to be sent less
    }
    co_return reach;
}

} // namespace

QCoro::Task<Reach> seekReach(AuditContext &context)
{
    if (!context.reach) {
        Reach reach = co_await probe(context);
        for (int i = 1; i < probesToMiss && reach == Reach::Unseen && !context.stage().isCancelled(); ++i)
            reach = co_await probe(context);
        if (reach == Reach::NotHeld) // a later one may be
            co_return reach;
        context.reach = reach;
    }
    co_return *context.reach;
}

QString unreached(const QString &seen, Reach reach)
{
    switch (reach) {
    case Reach::Unseen:
        return Text::tr(
                   "%1; nothing of it had reached the service: %2 uploads that were held open before "
                   "their end showed in nothing that it counts. Something in front of it keeps bodies "
                   "until they are whole, as a buffering proxy does, or another process than the one that "
                   "is watched takes them: audit the service’s own address",
                   "what was seen, count")
            .arg(seen)
            .arg(heldAtOnce);
    case Reach::NotCounted:
        return Text::tr(
                   "%1; whether it had reached the service cannot be seen: neither its goroutines nor its "
                   "descriptors are told%2",
                   "what was seen, how to set that, in brackets")
            .arg(seen, markOf(AuditSetting::Process));
    case Reach::NotHeld:
        return Text::tr("%1; whether it had reached the service is not known: uploads that were held open to "
                        "see that were over before their end",
                        "what was seen")
            .arg(seen);
    case Reach::Seen:
        break;
    }
    return seen;
}

} // namespace experiment
