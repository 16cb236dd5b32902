// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/pathwalk.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace session {

/// Walks paths (see pathwalk.h) in a thread of its own and hands out what it finds in small portions, one per
/// turn of the event loop, so that 100,000 files never keep their receiver from other work.
///
/// Thread: one, with an event loop. Ownership: the caller's. Destruction is silent; it waits for the worker,
/// which stops at the next file.
class PathFeeder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PathFeeder)

public:
    static constexpr qsizetype portionSize = 1'000;

    explicit PathFeeder(QObject *parent = nullptr);
    ~PathFeeder() override;

    /// Behind what is still being walked. Returns at once.
    void add(const QStringList &paths, const FolderOptions &options = {});
    /// Forgets everything that was not handed out yet, in silence.
    void cancel();
    /// From add() until `finished`.
    [[nodiscard]] bool isBusy() const { return m_unfinished > 0; }
    /// Where the worker is; of everything since it was last idle. Over while no folder is walked.
    [[nodiscard]] WalkProgress progress() const;

Q_SIGNALS:
    /// In the order of the paths that were added; at most `portionSize`.
    void found(const QList<session::WalkedFile> &files);
    /// Not all was handed out that the paths led to, since it was last idle. Just before `finished`.
    void passedOver(const session::PassedOver &what);
    /// Everything added was handed out. From the event loop.
    void finished();

private:
    struct Portion
    {
        QList<WalkedFile> files;
        bool isLast = false; ///< Of one add().
        PassedOver passedOver = {}; ///< In all of it; only with the last.
    };
    using CancelFlag = std::atomic<bool>;
    /// Of one add().
    struct Walk
    {
        WalkPlan plan;
        std::shared_ptr<const CancelFlag> cancelled;
    };

    void work(const std::stop_token &stop);
    void walk(const WalkPlan &plan, const CancelFlag &cancelled);
    void put(Portion portion, const CancelFlag &cancelled);
    void note(const WalkProgress &progress, const CancelFlag &cancelled);
    void handOut();
    void forgetProgress();

    mutable std::mutex m_mutex; ///< Of the next four.
    std::deque<Walk> m_walks; ///< Not begun yet.
    std::deque<Portion> m_ready;
    WalkProgress m_progress; ///< Of the present add().
    qint64 m_filesBefore = 0; ///< Found by earlier ones.
    std::condition_variable_any m_added; ///< To m_walks.
    std::shared_ptr<CancelFlag> m_cancelled = std::make_shared<CancelFlag>(false);
    PassedOver m_passedOver; ///< Since it was last idle.
    int m_unfinished = 0; ///< Calls of add() whose last portion was not handed out.
    QTimer m_turn; ///< Not posted events: those would all be delivered in one turn.
    std::jthread m_thread; ///< From the first add() on; it uses all of the above, so it ends first.
};

} // namespace session
