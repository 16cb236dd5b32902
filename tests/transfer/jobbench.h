// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fakeclock.h"
#include "core/transfer/uploadjob.h"
#include "tests/transfer/anytarget.h"
#include "tests/transfer/scriptedmanager.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace testing {

/// The file that a job is to send, in a folder of its own.
class JobFile final
{
    Q_DISABLE_COPY_MOVE(JobFile)

public:
    static constexpr qint64 size = 10'000;

    JobFile();

    [[nodiscard]] QString path() const { return m_dir.filePath(QStringLiteral("file.bin")); }
    /// Beside it, and not there.
    [[nodiscard]] QString missing() const { return m_dir.filePath(QStringLiteral("gone")); }

private:
    QTemporaryDir m_dir;
};

/// A job, what it said ("sent 5000", "body sent", "finished"), and the world around it.
class JobBench final
{
    Q_DISABLE_COPY_MOVE(JobBench)

public:
    JobBench();

    /// The reply of its request.
    [[nodiscard]] ScriptedReply *reply() const { return manager.last(); }

    JobFile file;
    base::FakeClock clock;
    ScriptedManager manager;
    std::unique_ptr<transfer::UploadJob> job;
    QStringList log;
    transfer::UploadJob::Outcome outcome;
};

} // namespace testing
