// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/archivelock.h"

#include <QFile>
#include <QLockFile>
#include <QSysInfo>
#include <QTemporaryFile>

#include <sys/file.h>

namespace session {
namespace {

constexpr int bootLine = 4; // of a lock file: process, program, host, machine, boot (QLockFile of Qt 6)

} // namespace

bool removeAbandoned(const QString &lockPath)
{
    QFile file(lockPath);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> lines = file.read(4'096).split('\n');
    const QByteArray boot = QSysInfo::bootUniqueId();
    // Nobody else can take it while it is locked here; and whoever makes one locks it before writing into it.
    return lines.size() > bootLine && !boot.isEmpty() && lines[bootLine] == boot
        && ::flock(file.handle(), LOCK_EX | LOCK_NB) == 0 && file.remove();
}

base::Error inUse(const QLockFile &lock, const QString &archivePath)
{
    qint64 pid = 0;
    QString host, program;
    lock.getLockInfo(&pid, &host, &program);
    const QString who = QStringLiteral("another %1 (process %2")
                            .arg(program.isEmpty() ? QStringLiteral("program") : program)
                            .arg(pid);
    if (host.isEmpty() || host == QSysInfo::machineHostName())
        return {
            base::ErrorKind::InUse, who + QStringLiteral(") uses the archive %1").arg(archivePath), 0, {}};
    return {base::ErrorKind::InUse,
            who
                + QStringLiteral(
                      " on the host %1) uses the archive %2; whether it still runs cannot be seen from "
                      "here: if it does not, remove %3")
                      .arg(host, archivePath, lock.fileName()),
            0,
            {}};
}

QString whyNotWritable(const QString &path)
{
    QTemporaryFile probe(path + QStringLiteral(".XXXXXX"));
    if (probe.open() && probe.write("x") == 1 && probe.flush())
        return QStringLiteral("the reason is not known");
    return probe.errorString();
}

} // namespace session
