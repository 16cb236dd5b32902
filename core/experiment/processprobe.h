// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMetaType>

namespace experiment {

/// Open descriptors of a process by what they are. From the targets of /proc/PID/fd (proc(5)); which connections it made is
/// told by /proc/PID/net, where a port is listened on that they do not come from.
struct DescriptorKinds
{
    int sockets = 0; ///< Listening and accepted ones, and those that no table of TCP tells of.
    int outgoing = 0; ///< Of TCP connections that the process made: to a database, to a service.
    int pipes = 0;
    int files = 0;
    int deleted = 0; ///< Of files that have no name any more: their blocks stay on the disk.
    int anonymous = 0; ///< eventfd, epoll, timerfd …
    int other = 0; ///< Devices, folders and the rest.

    [[nodiscard]] int all() const { return sockets + outgoing + pipes + files + deleted + anonymous + other; }
    bool operator==(const DescriptorKinds &) const = default;
};

/// What Linux tells of a local process.
struct ProcessReading
{
    DescriptorKinds descriptors;
    qint64 anonymousRss
        = 0; ///< Bytes, RssAnon: what is not backed by a file. Neither page cache nor tmpfs is in it.
    qint64 lazyFree = 0; ///< Bytes of it that are given back already and that the kernel has not taken yet.
    int threads = 0;
    quint64 startTicks = 0; ///< Clock ticks after boot: tells a process from a later one with its number.
};

/// To see what every descriptor is takes two system calls for each: of a thousand, some tens of milliseconds.
enum class DescriptorDetail {
    Number, ///< All are `other`.
    Kinds,
};

/// Reads /proc/PID. `root` is for tests. Errors: NotFound when there is no such process or it has ended and only its number
/// is still taken, FileUnreadable when it is somebody else's.
[[nodiscard]] base::Result<ProcessReading> readProcess(qint64 pid,
                                                       const QString &root = QStringLiteral("/proc"),
                                                       DescriptorDetail detail = DescriptorDetail::Kinds);

/// When a process started, by what /proc tells since boot, in Unix seconds; NaN where the boot's time is not told.
[[nodiscard]] double unixStartOf(quint64 startTicks, const QString &root = QStringLiteral("/proc"));

/// What this process itself takes, resident memory in bytes; 0 where the system does not tell.
[[nodiscard]] qint64 ownResidentBytes(const QString &root = QStringLiteral("/proc"));

/// What one link's target is; a socket is one of `sockets`.
void count(DescriptorKinds &kinds, const QByteArray &target);

} // namespace experiment
