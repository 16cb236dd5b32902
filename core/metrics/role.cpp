// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/role.h"

#include <cmath>
#include <limits>

namespace metrics {

const std::array<Role, roleCount> &allRoles()
{
    static constexpr std::array<Role, roleCount> roles{
        Role::HeapLive,     Role::HeapGoal,        Role::Rss,      Role::AnonymousRss, Role::Goroutines,
        Role::Threads,      Role::Descriptors,     Role::Sockets,  Role::Pipes,        Role::OpenFiles,
        Role::DeletedFiles, Role::DescriptorLimit, Role::GcCount,  Role::GcPauseTotal, Role::GcPauseMax,
        Role::CpuTotal,     Role::StartTime,       Role::Requests, Role::DiskFiles,    Role::DiskBytes,
        Role::PoolInUse,    Role::PoolSize,
    };
    return roles;
}

Unit unitOf(Role role)
{
    switch (role) {
    case Role::HeapLive:
    case Role::HeapGoal:
    case Role::Rss:
    case Role::AnonymousRss:
    case Role::DiskBytes:
        return Unit::Bytes;
    case Role::GcPauseTotal:
    case Role::GcPauseMax:
    case Role::CpuTotal:
    case Role::StartTime:
        return Unit::Seconds;
    case Role::Goroutines:
    case Role::Threads:
    case Role::Descriptors:
    case Role::DescriptorLimit:
    case Role::GcCount:
    case Role::Requests:
    case Role::Sockets:
    case Role::Pipes:
    case Role::OpenFiles:
    case Role::DeletedFiles:
    case Role::DiskFiles:
    case Role::PoolInUse:
    case Role::PoolSize:
        return Unit::Count;
    }
    Q_UNREACHABLE();
}

QString toKey(Role role)
{
    switch (role) {
    case Role::HeapLive:
        return QStringLiteral("heap");
    case Role::HeapGoal:
        return QStringLiteral("heapGoal");
    case Role::Rss:
        return QStringLiteral("rss");
    case Role::Goroutines:
        return QStringLiteral("goroutines");
    case Role::Threads:
        return QStringLiteral("threads");
    case Role::Descriptors:
        return QStringLiteral("descriptors");
    case Role::DescriptorLimit:
        return QStringLiteral("descriptorLimit");
    case Role::GcCount:
        return QStringLiteral("gcCount");
    case Role::GcPauseTotal:
        return QStringLiteral("gcPauseTotal");
    case Role::GcPauseMax:
        return QStringLiteral("gcPauseMax");
    case Role::CpuTotal:
        return QStringLiteral("cpuTotal");
    case Role::StartTime:
        return QStringLiteral("startTime");
    case Role::Requests:
        return QStringLiteral("requests");
    case Role::AnonymousRss:
        return QStringLiteral("anonymousRss");
    case Role::Sockets:
        return QStringLiteral("sockets");
    case Role::Pipes:
        return QStringLiteral("pipes");
    case Role::OpenFiles:
        return QStringLiteral("openFiles");
    case Role::DeletedFiles:
        return QStringLiteral("deletedFiles");
    case Role::DiskFiles:
        return QStringLiteral("disk");
    case Role::DiskBytes:
        return QStringLiteral("diskBytes");
    case Role::PoolInUse:
        return QStringLiteral("poolInUse");
    case Role::PoolSize:
        return QStringLiteral("poolSize");
    }
    Q_UNREACHABLE();
}

QString toKey(Unit unit)
{
    switch (unit) {
    case Unit::Bytes:
        return QStringLiteral("bytes");
    case Unit::Seconds:
        return QStringLiteral("seconds");
    case Unit::Count:
        return QStringLiteral("count");
    }
    Q_UNREACHABLE();
}

Reading::Reading()
{
    values.fill(std::numeric_limits<double>::quiet_NaN());
}

bool Reading::has(Role role) const
{
    return !std::isnan(value(role));
}

RoleSet Reading::roles() const
{
    RoleSet known;
    for (size_t i = 0; i < values.size(); ++i)
        known.set(i, !std::isnan(values[i]));
    return known;
}

} // namespace metrics
