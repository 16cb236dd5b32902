// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/localprobe.h"

#include "core/experiment/diskprobe.h"
#include "core/experiment/processprobe.h"

#include <QCoreApplication>

namespace session {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::LocalProbe)
};

} // namespace

using base::Error;
using base::ErrorKind;
using metrics::Reading;
using metrics::Role;

QString LocalSource::name() const
{
    return isProcess() ? QStringLiteral("process %1").arg(pid) : QStringLiteral("folder ") + folder;
}

LocalProbe::LocalProbe(LocalSource source, QString root)
    : m_source(std::move(source))
    , m_root(std::move(root))
{
}

base::Result<Reading> LocalProbe::read(const std::stop_token &stop)
{
    return m_source.isProcess() ? readTheProcess() : readTheFolder(stop);
}

base::Result<Reading> LocalProbe::readTheProcess()
{
    const base::Result<experiment::ProcessReading> process = experiment::readProcess(m_source.pid, m_root);
    if (!process) {
        if (process.error().kind == ErrorKind::NotFound && m_startTicks != 0)
            return Error{ErrorKind::NotFound, Text::tr("%1 has ended").arg(m_source.name()), 0, {}};
        return process.error();
    }
    if (m_startTicks != 0 && process->startTicks != m_startTicks)
        return Error{ErrorKind::NotFound,
                     Text::tr("%1 has ended; another process has its number now").arg(m_source.name()),
                     0,
                     {}};
    m_startTicks = process->startTicks;
    const experiment::DescriptorKinds &kinds = process->descriptors;
    Reading reading;
    // What is given back already counts as gone, as it does in a leak check.
    reading.set(Role::AnonymousRss, static_cast<double>(process->anonymousRss - process->lazyFree));
    reading.set(Role::Threads, process->threads);
    reading.set(Role::Descriptors, kinds.all());
    reading.set(Role::Sockets, kinds.sockets + kinds.outgoing);
    reading.set(Role::Pipes, kinds.pipes);
    reading.set(Role::OpenFiles, kinds.files);
    reading.set(Role::DeletedFiles, kinds.deleted);
    return reading;
}

base::Result<Reading> LocalProbe::readTheFolder(const std::stop_token &stop) const
{
    const base::Result<experiment::DiskReading> disk = experiment::readFolder(m_source.folder, stop);
    if (!disk)
        return disk.error();
    Reading reading;
    reading.set(Role::DiskFiles, static_cast<double>(disk->files));
    reading.set(Role::DiskBytes, static_cast<double>(disk->bytes));
    return reading;
}

} // namespace session
