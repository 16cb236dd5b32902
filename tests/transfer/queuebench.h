// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fakeclock.h"
#include "core/transfer/uploadqueue.h"
#include "tests/transfer/anytarget.h"
#include "tests/transfer/scriptedmanager.h"

#include <QHash>
#include <QStringList>
#include <QTemporaryDir>

namespace testing {

/// A queue over a scripted manager, and the ordered log of what happened: "3 began", "3 ended Failed",
/// "drained".
class QueueBench final : public QObject
{
    Q_DISABLE_COPY_MOVE(QueueBench)

public:
    static constexpr qint64 fileSize = 1000;

    QueueBench();

    /// One that need not exist.
    transfer::UploadId addFile(const char *name);
    /// New ones of `fileSize`, named f1, f2 …
    QList<transfer::UploadId> addFiles(int count);
    [[nodiscard]] QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    /// The reply of the n-th attempt, from 0.
    [[nodiscard]] ScriptedReply *reply(int n) const { return manager.replies[n]; }
    [[nodiscard]] transfer::UploadState state(transfer::UploadId id) const { return queue->find(id)->state; }
    /// One letter per record: W S A D F C P.
    [[nodiscard]] QString states() const;
    QStringList takeLog() { return std::exchange(log, {}); }

    base::FakeClock clock;
    ScriptedManager manager;
    std::unique_ptr<transfer::UploadQueue> queue;
    QStringList log;
    QHash<transfer::UploadId, int> changes;

private:
    QTemporaryDir m_dir;
    int m_files = 0;
};

/// What is posted, and what that posts in turn; the replies are scripted, so nothing else is under way.
void runEvents();
/// A log as QueueBench keeps it, from its lines with ", " between them.
[[nodiscard]] QStringList logOf(const char *lines);

} // namespace testing
