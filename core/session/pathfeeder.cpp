// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pathfeeder.h"

#include "core/session/pathwalk.h"

namespace session {

PathFeeder::PathFeeder(QObject *parent)
    : QObject(parent)
{
    m_turn.setSingleShot(true);
    m_turn.callOnTimeout(this, &PathFeeder::handOut);
    m_pool.setMaxThreadCount(1);
}

PathFeeder::~PathFeeder()
{
    *m_cancelled = true;
    m_pool.clear();
    m_pool.waitForDone();
}

void PathFeeder::add(const QStringList &paths)
{
    ++m_unfinished;
    m_pool.start([this, paths, cancelled = m_cancelled] { work(paths, *cancelled); });
}

void PathFeeder::cancel()
{
    *m_cancelled = true;
    m_pool.clear();
    m_unfinished = 0;
    m_turn.stop();
    const QMutexLocker lock(&m_mutex);
    m_cancelled = std::make_shared<CancelFlag>(false);
    m_ready.clear();
}

/// In the worker thread.
void PathFeeder::work(const QStringList &paths, const CancelFlag &cancelled)
{
    walkPaths(
        paths, portionSize,
        [&](QStringList &&found) {
            put({std::move(found), false}, cancelled);
        },
        cancelled);
    put({{}, true}, cancelled);
}

/// In the worker thread.
void PathFeeder::put(Portion portion, const CancelFlag &cancelled)
{
    const QMutexLocker lock(&m_mutex);
    if (cancelled) // Asked under the lock, so that nothing comes after cancel().
        return;
    m_ready.push_back(std::move(portion));
    if (m_ready.size() == 1)
        QMetaObject::invokeMethod(
            this, [this] { m_turn.start(0); }, Qt::QueuedConnection);
}

void PathFeeder::handOut()
{
    Portion portion;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_ready.empty())
            return;
        portion = std::move(m_ready.front());
        m_ready.pop_front();
        if (!m_ready.empty())
            m_turn.start(0);
    }
    if (!portion.isLast)
        Q_EMIT found(portion.paths);
    else if (--m_unfinished == 0)
        Q_EMIT finished();
}

} // namespace session
