// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadqueue_p.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace transfer {
namespace {

using base::Error;
using namespace std::chrono_literals;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(transfer::UploadQueue)
};

constexpr auto worthTelling = 1s; // of a pause that grows
constexpr std::chrono::milliseconds budgetStep = 100ms; // between two looks at it

} // namespace

UploadQueue::Private::Sequel UploadQueue::Private::sequelOf(const AttemptEvent &event, base::Steady begun,
                                                            bool isCut) const
{
    // A probe is the server's trial, not the upload's: unless somebody waits for an end in vain, it costs no attempt. One whose body
    // was on its way when the connection broke may be what the server does not take: that one would be tried for ever.
    const bool isProbe = guard.state() == ServerGuard::State::HalfOpen && begun >= guard.openedAt();
    const bool isResumable = !store.find(event.id)->resume.url.isEmpty();
    const auto asked = event.outcome->retryAfter;
    const double chance = QRandomGenerator::global()->generateDouble();
    Sequel sequel;
    sequel.isFree = isProbe && !isCut && (!policy.givesUp || isBackSoon());
    const int made = sequel.isFree ? 1 : store.fruitlessAttempts(event.id);
    sequel.wait = policy.waitAfter(made, event.outcome->error, asked, chance, isResumable);
    sequel.hold = policy.holdAfter(event.outcome->error, asked, chance);
    sequel.isLeftAlone = sequel.hold && asked > policy.patience;
    return sequel;
}

ServerGuard::Upload UploadQueue::Private::seenByGuard(const AttemptEvent &event) const
{
    const Error &error = event.outcome->error;
    const bool isCut = error.kind == base::ErrorKind::ConnectionReset && error.httpStatus == 0
        && event.outcome->bytesSent > 0;
    return {store.find(event.id)->bytes, isCut, store.getsOn(event.id)};
}

Error UploadQueue::Private::leftAlone(Error error, std::chrono::seconds asked) const
{
    error.message
        = Text::tr("%1; it asks to be left alone for %2 s, and the longest wait is %3 s: not tried again")
              .arg(error.message, QString::number(asked.count()), QString::number(policy.patience.count()));
    return error;
}

void UploadQueue::Private::postpone(UploadId id, std::chrono::milliseconds wait)
{
    postponed.add(id, wait);
    store.update(id, [&](UploadRecord &record) { record.retryAtMs = nowMs() + wait.count(); });
}

// Cancelled or paused by whoever heard of its failure, it is not postponed any more. It needs nothing of the budget, which
// is for repetitions that nobody has asked for. One that is first although its attempts are not counted could be refused for
// ever, and stand in the way of all others.
void UploadQueue::Private::waitWithServer(UploadId id, bool first)
{
    if (postponed.remove(id))
        enqueue(id, first);
}

// Whoever waits for an end waits for the budget only while something succeeds. An attempt that goes on where the last one got
// to is no repetition.
std::chrono::milliseconds UploadQueue::Private::onDue(UploadId id)
{
    const qint64 others = store.countIn(UploadState::Waiting) - postponed.size() - 1;
    const bool isFirstLeft = others > static_cast<qint64>(repetitions.size());
    const bool isNoRepetition = store.hasGotOn(id);
    if (isNoRepetition || budget->take(isFirstLeft)) {
        if (!isNoRepetition)
            repetitions.insert(id.value);
        tryAgain(id);
    } else if (runs.size() > 0 || others > 0 || !policy.givesUp || !budget->isHopeless()) {
        return std::clamp(policy.step, 1ms, budgetStep);
    } else {
        Error error = store.find(id)->error;
        error.message
            = Text::tr("%1; not tried again: nothing has succeeded for ten seconds").arg(error.message);
        fail(id, error, nowMs());
    }
    return std::chrono::milliseconds(0);
}

void UploadQueue::Private::noteSuccess(bool wasRepetition)
{
    succeededAt = clock.now();
    budget->noteSuccess(wasRepetition ? RetryBudget::Attempt::Repetition : RetryBudget::Attempt::First);
}

bool UploadQueue::Private::isBackSoon() const
{
    return succeededAt && clock.now() - *succeededAt < policy.comeback;
}

void UploadQueue::Private::tryAgain(UploadId id)
{
    store.update(id, [](UploadRecord &record) { record.retryAtMs = 0; });
    enqueue(id);
    schedulePump();
    announce(id);
}

void UploadQueue::Private::followGuard()
{
    const int allowed = guard.allowed();
    const bool isOpening = allowed == 0 && (!isPaused || guard.pausedUntil() > pauseTold + worthTelling);
    isPaused = allowed == 0;
    const bool isProbing = guard.state() == ServerGuard::State::HalfOpen;
    line.setLimit(allowed + (isProbing ? runs.countBegunBefore(guard.openedAt()) : 0));
    line.setProbing(isProbing);
    line.setHeld(isHeld || isPaused || isPausedByUser);
    if (isOpening) {
        pauseTold = guard.pausedUntil();
        Q_EMIT q.paused(guard.pause(), guard.reason());
    }
    schedulePump();
}

// Those that were begun by a lane, but not told of yet, are left to it. What was tried has met with something of its own.
void UploadQueue::Private::giveUp()
{
    const Error reason = guard.reason();
    const QString text = guard.failedProbes() > 0 ? Text::tr("given up: the server did not come back; %1")
                                                  : Text::tr("given up: %1");
    const QList<UploadId> waiting = store.idsIn(UploadState::Waiting);
    for (const UploadId id : waiting) {
        if (!postponed.remove(id) && !line.withdraw(store.ticketOf(id)))
            continue;
        const Error own = store.find(id)->error;
        Error error = own.kind == base::ErrorKind::None ? reason : own;
        error.message = text.arg(error.message);
        fail(id, error, nowMs());
    }
}

} // namespace transfer
