// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/metrics/role.h"

#include <QString>

#include <stop_token>

namespace session {

/// Something of this machine that is watched beside a server: one of its processes, or what lies below a folder.
struct LocalSource
{
    qint64 pid = 0; ///< 0: a folder.
    QString folder; ///< As the user named it.

    [[nodiscard]] bool isProcess() const { return pid != 0; }
    /// Tells it from all others: "process 4711", "folder /srv/tmp".
    [[nodiscard]] QString name() const;
    bool operator==(const LocalSource &) const = default;
};

/// Reads a LocalSource. Of a process: anonymous memory, threads, descriptors and their kinds; of a folder: the files below
/// it and their bytes.
///
/// Thread: any, one at a time. A reading blocks as long as /proc or the disk takes.
class LocalProbe final
{
public:
    /// `root` is for tests.
    explicit LocalProbe(LocalSource source, QString root = QStringLiteral("/proc"));

    [[nodiscard]] const LocalSource &source() const { return m_source; }
    /// Without a time. Errors, each of which names the source: NotFound when it is not there, or when another process has
    /// its number since the first reading; FileUnreadable when it may not be looked at; TooLarge for a folder of more than a
    /// million files; Cancelled as soon as `stop` asks for it.
    [[nodiscard]] base::Result<metrics::Reading> read(const std::stop_token &stop = {});

private:
    [[nodiscard]] base::Result<metrics::Reading> readTheProcess();
    [[nodiscard]] base::Result<metrics::Reading> readTheFolder(const std::stop_token &stop) const;

    LocalSource m_source;
    QString m_root;
    quint64 m_startTicks = 0; ///< Of the process at the first reading; 0: there was none.
};

} // namespace session
