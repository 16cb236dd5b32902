// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/archivelock.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QLockFile>
#include <QSysInfo>
#include <QTemporaryFile>
#include <QThread>

#include <sys/file.h>

#include <chrono>

namespace session {
namespace {

using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(session::Archive)
};

constexpr int bootLine = 4; // of a lock file: process, program, host, machine, boot (QLockFile of Qt 6)

/// Making, locking and writing a lock file are three system calls in a row: so long may a program be held up between them.
constexpr std::chrono::milliseconds timeToWrite{1'000};

QByteArray contentOf(QFile &file)
{
    file.seek(0);
    return file.read(4'096);
}

bool staysEmpty(QFile &file)
{
    for (QDeadlineTimer deadline(timeToWrite); !deadline.hasExpired(); QThread::msleep(20)) {
        if (!contentOf(file).isEmpty())
            return false;
    }
    return true;
}

bool ranSinceThisStart(const QByteArray &content)
{
    const QList<QByteArray> lines = content.split('\n');
    const QByteArray boot = QSysInfo::bootUniqueId();
    return lines.size() > bootLine && !boot.isEmpty() && lines[bootLine] == boot;
}

} // namespace

bool removeAbandoned(const QString &lockPath)
{
    QFile file(lockPath);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    const QByteArray content = contentOf(file);
    if (content.isEmpty() ? !staysEmpty(file) : !ranSinceThisStart(content))
        return false;
    // Nobody else can take it while it is locked here; and whoever makes one locks it before writing into it.
    return ::flock(file.handle(), LOCK_EX | LOCK_NB) == 0 && contentOf(file) == content && file.remove();
}

Error inUse(const QLockFile &lock, const QString &archivePath)
{
    qint64 pid = 0;
    QString host, program;
    lock.getLockInfo(&pid, &host, &program);
    const QString who = program.isEmpty() ? Text::tr("another program") : Text::tr("another %1").arg(program);
    const QString process = QString::number(pid);
    if (host.isEmpty() || host == QSysInfo::machineHostName())
        return {ErrorKind::InUse,
                Text::tr("%1 (process %2) uses the archive %3").arg(who, process, archivePath),
                0,
                {}};
    return {
        ErrorKind::InUse,
        Text::tr(
            "%1 (process %2 on the host %3) uses the archive %4; whether it still runs cannot be seen from "
            "here: if it does not, remove %5")
            .arg(who, process, host, archivePath, lock.fileName()),
        0,
        {}};
}

QString whyNotWritable(const QString &path)
{
    QTemporaryFile probe(path + QStringLiteral(".XXXXXX"));
    if (probe.open() && probe.write("x") == 1 && probe.flush())
        return Text::tr("the reason is not known");
    return probe.errorString();
}

} // namespace session
