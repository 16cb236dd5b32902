// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/auditpatience.h"

namespace experiment {
namespace {

using namespace std::chrono_literals;

constexpr auto soon = 1s; // no service gives a body less
constexpr qsizetype mostSteps = 20;

} // namespace

QCoro::Task<Exchanged> sendSlowly(AuditContext &context, std::chrono::microseconds time)
{
    Exchanged made;
    const RawUpload upload = context.uploads().small();
    if (context.stage().isCancelled() || !context.begin(upload.bodyBytes())) {
        made.error.kind = base::ErrorKind::TooLarge; // the context's obstacle says which bound it is
        co_return made;
    }
    const base::Steady begun = context.stage().clock().now();
    net::RawConnection connection(context.endpoint());
    connection.open();
    qsizetype held = upload.after.size() - 1;
    upload.sendOn(connection, held);
    std::function<bool()> isOver = [&connection] { return connection.hasAnswer() || connection.hasEnded(); };
    const qsizetype steps = std::min(held, mostSteps);
    const auto pause = std::chrono::ceil<std::chrono::milliseconds>(time / steps);
    for (qsizetype step = 0; step < steps && !context.stage().isCancelled(); ++step) {
        const bool over = co_await context.stage().until(connection, isOver, pause);
        if (over)
            break;
        const qsizetype bytes = held / (steps - step); // all that is left in the last step
        connection.send(upload.after.sliced(upload.after.size() - held, bytes));
        held -= bytes;
    }
    co_await context.awaitAnswer(connection);
    co_return context.resultOf(connection, begun);
}

QCoro::Task<bool> isRefusedForSize(AuditContext &context, Exchanged refused)
{
    if (refused.status() == 413 || refused.took < soon || refused.took <= context.limit.tolerated)
        co_return true;
    const std::chrono::microseconds time
        = refused.took + refused.took / 10; // no answer takes quite as long twice
    const Exchanged slow = co_await sendSlowly(context, time);
    if (slow.isTaken())
        context.limit.tolerated = time;
    co_return slow.isTaken();
}

} // namespace experiment
