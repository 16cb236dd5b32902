// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/handover.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace base {

/// Calls `work` on the worker pool, and `then` with what it returned: from the event loop of the owner's thread, which is
/// the caller's. If the owner is gone by then, nobody is told; the work ends all the same, so it takes with it what it needs.
template <typename Work, typename Then>
void inBackground(QObject &owner, Work work, Then then)
{
    using Result = std::invoke_result_t<Work>;
    const auto promise = std::make_shared<QPromise<Result>>();
    // Not QFuture::then(&owner, …): that must not outlive its context (Qt 6.4), and the work may.
    auto *watcher = new QFutureWatcher<Result>(&owner);
    void *mark = promise.get();
    QObject::connect(watcher, &QFutureWatcherBase::finished, &owner, [watcher, mark, then = std::move(then)] {
        handover::receive(mark);
        watcher->deleteLater();
        then(watcher->result());
    });
    watcher->setFuture(promise->future());
    promise->start();
    handover::give(mark);
    QThreadPool::globalInstance()->start([promise, mark, work = std::move(work)] {
        handover::receive(mark);
        promise->addResult(work());
        handover::give(mark);
        promise->finish();
    });
}

} // namespace base
