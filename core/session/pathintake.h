// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/pathfeeder.h"

#include <utility>

namespace session {

/// The way of files and folders to the queue: has them wait as long as they shall, walks through them, and tells how far
/// that is, ten times a second.
///
/// Thread: that of the clock, with an event loop. The clock must outlive it.
class PathIntake final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PathIntake)

public:
    explicit PathIntake(base::Clock &clock, QObject *parent = nullptr);

    /// For what is added from then on.
    void setOptions(const FolderOptions &options) { m_options = options; }
    [[nodiscard]] const FolderOptions &options() const { return m_options; }

    void add(const QStringList &paths);
    /// The same, but not before begin().
    void addLater(const QStringList &paths);
    void begin();
    /// Forgets everything that was not handed out yet; tells by `walking` that it is over. False: there was nothing.
    bool cancel();
    /// From add() or addLater() until `finished`.
    [[nodiscard]] bool isBusy() const { return m_feeder.isBusy() || !m_later.isEmpty(); }

Q_SIGNALS:
    /// See PathFeeder.
    void found(const QList<session::WalkedFile> &files);
    void passedOver(const session::PassedOver &what);
    void finished();
    /// While folders are walked, and when that is over if it was told of: walks that take no time are not.
    void walking(const session::WalkProgress &progress);

private:
    void walk(const QStringList &paths, const FolderOptions &options);
    void tell();

    FolderOptions m_options;
    QList<std::pair<QStringList, FolderOptions>> m_later; ///< With the options of then.
    PathFeeder m_feeder;
    WalkProgress m_told; ///< What `walking` said last.
    std::unique_ptr<base::ClockTimer> m_timer;
};

} // namespace session
