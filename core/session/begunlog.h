// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/transfer/attemptjournal.h"

#include <QFile>

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

namespace session {

/// What happened to a run that the archive may not tell, in a small file beside it: which attempts have begun, and which of
/// them the server has taken, because the archive learns of it up to a quarter of a second later, or not at all while it
/// cannot be written; and up to which commit the archive was written, so that one
/// whose "-wal" was lost or damaged is known from one that is whole.
///
/// Each entry is one write of 24 bytes, about a microsecond, which the kernel keeps whatever becomes of
/// this program. Disk space for some thousand of them is set aside beforehand: they can be written when a full disk takes
/// nothing else any more. Emptied whenever nothing is under way, so it grows by 48 bytes per upload for as long as something
/// always is.
///
/// Threads: any, as AttemptJournal says. Entries are written side by side, each in its own place: no thread waits for another one's system call.
class BegunLog final : public transfer::AttemptJournal
{
public:
    struct Begun
    {
        qint64 run = 0;
        quint64 id = 0; ///< UploadId::value
        qint64 attempt = 0; ///< From 1.
    };
    struct Answered
    {
        qint64 run = 0;
        quint64 id = 0;
        int httpStatus = 0;
        qint64 startedAtMs = 0; ///< UploadRecord::startedAtMs
    };
    /// What an earlier program left in the file; nothing if there is none. What is torn or foreign is not believed.
    struct Content
    {
        std::vector<Begun> begun;
        std::vector<Answered> answered; ///< With 2xx.
        std::vector<qint64> unkept; ///< Runs of which whatever waits may have been sent.
        qint64 commits
            = 0; ///< So many the archive must tell of, at least; 0 as well if the machine was started since.
    };

    [[nodiscard]] static Content read(const QString &path);

    /// Empties the file, or makes it. `onFailure` is called, in whichever thread, when a beginning cannot be noted, but not
    /// again before reserve() has succeeded. Error: WriteFailed.
    [[nodiscard]] base::Result<base::Done> open(const QString &path, qint64 run, qint64 commits,
                                                std::function<void(const base::Error &)> onFailure);
    /// The archive is whole without its "-wal". Removes the file, unless there is an attempt in it.
    void close();

    /// Also true, without a note, between setUnkept() and forget().
    [[nodiscard]] bool begins(transfer::UploadId id, int attempt) override;
    bool answered(transfer::UploadId id, int httpStatus, qint64 startedAtMs) override;
    /// All but the number of commits.
    void forget() override;

    /// The archive tells of so many commits now.
    void committed(qint64 commits);
    /// Uploads begin from now on whether that can be noted or not.
    void setUnkept();
    /// Makes sure that there is disk space for the next entries. Error: WriteFailed.
    [[nodiscard]] base::Result<base::Done> reserve();

private:
    struct Entry;

    void writeCommits(qint64 commits);
    [[nodiscard]] bool append(const Entry &entry);
    [[nodiscard]] base::Result<base::Done> reserveNow();

    std::mutex m_mutex; ///< Of all but entries and their failures.
    QFile m_file; ///< Unbuffered.
    int m_descriptor = -1; ///< Its.
    std::function<void(const base::Error &)> m_onFailure;
    quint64 m_run = 0;
    std::atomic<qint64> m_end = 0; ///< Of the entries.
    qint64 m_reserved = 0; ///< Up to there the disk has space for sure.
    std::atomic<bool> m_isUnkept = false;
    std::atomic<bool> m_hasFailed = false;
};

} // namespace session
