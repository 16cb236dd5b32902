// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <array>
#include <bitset>

namespace metrics {
Q_NAMESPACE

/// What a reading means, whatever its runtime calls it. The MetricCatalog maps names to roles.
enum class Role {
    HeapLive, ///< Bytes of allocated heap objects.
    HeapGoal, ///< Bytes at which the next collection starts.
    Rss, ///< Resident set size, bytes.
    AnonymousRss, ///< Resident bytes that no file backs. Read from the server's machine, as are some of the next.
    Goroutines,
    Threads,
    Descriptors, ///< Open file descriptors.
    Sockets, ///< Of the descriptors, as are the next three. From the machine.
    Pipes,
    OpenFiles,
    DeletedFiles, ///< Open, but without a name any more: their blocks stay on the disk.
    DescriptorLimit,
    GcCount, ///< Completed collections of the whole heap, as far as the runtime tells them apart; cumulative.
    GcPauseTotal, ///< Seconds, cumulative.
    GcPauseMax, ///< Seconds, the longest of the runtime's window.
    CpuTotal, ///< Seconds of CPU, cumulative.
    StartTime, ///< Unix seconds; a change means a restart.
    Requests, ///< Requests served, cumulative, where the server counts them.
    DiskFiles, ///< Below a folder of the machine.
    DiskBytes, ///< Of their lengths.
    PoolInUse, ///< Connections or threads of the server's pools of one kind that are in use, all of them together …
    PoolSize, ///< … and how many there may be.
};
Q_ENUM_NS(Role)
inline constexpr int roleCount = 22;

enum class Unit { Bytes, Seconds, Count };
Q_ENUM_NS(Unit)

/// Which roles something knows, by their numbers.
using RoleSet = std::bitset<roleCount>;

/// Every role, for loops.
[[nodiscard]] const std::array<Role, roleCount> &allRoles();
[[nodiscard]] Unit unitOf(Role role);
/// The contract's key: "heap", "heapGoal", "rss", "goroutines", "threads", "descriptors", "descriptorLimit",
/// "gcCount", "gcPauseTotal", "gcPauseMax", "cpuTotal", "startTime", "requests", "anonymousRss", "sockets", "pipes",
/// "openFiles", "deletedFiles", "disk" (files), "diskBytes", "poolInUse", "poolSize".
[[nodiscard]] QString toKey(Role role);
/// "bytes", "seconds", "count".
[[nodiscard]] QString toKey(Unit unit);

/// One scrape's readings, one slot per role.
struct Reading
{
    qint64 timeMs = 0; ///< Unix milliseconds, when the answer was complete.
    std::array<double, roleCount> values; ///< NaN where the server did not say.

    Reading();
    [[nodiscard]] double value(Role role) const { return values[static_cast<size_t>(role)]; }
    void set(Role role, double value) { values[static_cast<size_t>(role)] = value; }
    [[nodiscard]] bool has(Role role) const;
    [[nodiscard]] RoleSet roles() const;
};

} // namespace metrics

Q_DECLARE_METATYPE(metrics::Reading)
