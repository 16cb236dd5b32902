// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pathfeeder.h"

#include "core/base/handover.h"

namespace session {

PathFeeder::PathFeeder(QObject *parent)
    : QObject(parent)
{
    m_turn.setSingleShot(true);
    m_turn.callOnTimeout(this, &PathFeeder::handOut);
}

PathFeeder::~PathFeeder()
{
    cancel();
}

void PathFeeder::add(const QStringList &paths, const FolderOptions &options)
{
    ++m_unfinished;
    const std::scoped_lock lock(m_mutex);
    m_walks.push_back({{paths, options, portionSize}, m_cancelled});
    m_added.notify_one();
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
}

WalkProgress PathFeeder::progress() const
{
    const std::scoped_lock lock(m_mutex);
    return {m_progress.folder, m_filesBefore + m_progress.files};
}

void PathFeeder::cancel()
{
    *m_cancelled = true;
    m_unfinished = 0;
    m_passedOver = {};
    m_turn.stop();
    const std::scoped_lock lock(m_mutex);
    m_cancelled = std::make_shared<CancelFlag>(false);
    m_walks.clear();
    m_ready.clear();
    m_progress = {};
    m_filesBefore = 0;
}

void PathFeeder::forgetProgress()
{
    const std::scoped_lock lock(m_mutex);
    m_progress = {};
    m_filesBefore = 0;
}

/// In the worker thread.
void PathFeeder::work(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (m_added.wait(lock, stop, [this] { return !m_walks.empty(); })) {
        const Walk next = std::move(m_walks.front());
        m_walks.pop_front();
        lock.unlock();
        walk(next.plan, *next.cancelled);
        lock.lock();
    }
}

/// In the worker thread.
void PathFeeder::walk(const WalkPlan &plan, const CancelFlag &cancelled)
{
    const PassedOver passedOver = walkPaths(
        plan,
        [&](QList<WalkedFile> &&files) {
            put({std::move(files), false, {}}, cancelled);
        },
        [&](const WalkProgress &progress) { note(progress, cancelled); }, cancelled);
    put({{}, true, passedOver}, cancelled);
}

/// In the worker thread.
void PathFeeder::note(const WalkProgress &progress, const CancelFlag &cancelled)
{
    const std::scoped_lock lock(m_mutex);
    if (!cancelled)
        m_progress = progress;
}

/// In the worker thread.
void PathFeeder::put(Portion portion, const CancelFlag &cancelled)
{
    const std::scoped_lock lock(m_mutex);
    if (cancelled) // Asked under the lock, so that nothing comes after cancel().
        return;
    if (portion.isLast) {
        m_filesBefore += m_progress.files;
        m_progress = {};
    }
    m_ready.push_back(std::move(portion));
    if (m_ready.size() == 1)
        base::post(this, [this] { m_turn.start(0); });
}

void PathFeeder::handOut()
{
    Portion portion;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_ready.empty())
            return;
        portion = std::move(m_ready.front());
        m_ready.pop_front();
        if (!m_ready.empty())
            m_turn.start(0);
    }
    if (!portion.isLast) {
        Q_EMIT found(portion.files);
        return;
    }
    m_passedOver += portion.passedOver;
    if (--m_unfinished > 0)
        return;
    forgetProgress();
    if (const PassedOver all = std::exchange(m_passedOver, {}); !all.isEmpty())
        Q_EMIT passedOver(all);
    Q_EMIT finished();
}

} // namespace session
