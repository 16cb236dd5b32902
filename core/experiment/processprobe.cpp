// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/processprobe.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <dirent.h>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <unistd.h>

namespace experiment {
namespace {

using base::Error;
using base::ErrorKind;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// "RssAnon:	   12345 kB"
qint64 kibField(const QByteArray &text, const QByteArray &name)
{
    const qsizetype at = text.indexOf(QByteArray(name + ':'));
    if (at < 0)
        return 0;
    const qsizetype end = text.indexOf('\n', at);
    QByteArray value = text.mid(at + name.size() + 1, end - at - name.size() - 1).simplified();
    if (value.endsWith(" kB"))
        return value.chopped(3).toLongLong() * 1024;
    return value.toLongLong();
}

// Field 22 of stat; the second is the program's name in brackets and may hold anything.
quint64 startTicksOf(const QByteArray &stat)
{
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 19 ? fields[19].toULongLong() : 0;
}

bool isRegular(const QByteArray &link)
{
    struct stat status = {};
    return stat(link.constData(), &status) == 0 && S_ISREG(status.st_mode);
}

base::Result<DescriptorKinds> descriptorsOf(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    DIR *const directory = opendir(path.constData());
    if (!directory) {
        if (errno == ENOENT)
            return Error{
                ErrorKind::NotFound, QStringLiteral("the process of %1 has ended").arg(folder), 0, {}};
        return Error{ErrorKind::FileUnreadable,
                     QStringLiteral("%1 may not be read: run as the server's user").arg(folder),
                     0,
                     {}};
    }
    DescriptorKinds kinds;
    while (const dirent *entry = readdir(directory)) {
        if (entry->d_name[0] == '.')
            continue;
        std::array<char, PATH_MAX> target;
        const QByteArray link = path + '/' + entry->d_name;
        const ssize_t length = readlink(link.constData(), target.data(), target.size());
        if (length < 0) // closed meanwhile
            continue;
        const QByteArray name(target.data(), length);
        const bool isFile = name.startsWith('/') && !name.endsWith(" (deleted)");
        if (isFile && !isRegular(link))
            ++kinds.other;
        else
            count(kinds, name);
    }
    closedir(directory);
    return kinds;
}

} // namespace

void count(DescriptorKinds &kinds, const QByteArray &target)
{
    if (target.startsWith("socket:"))
        ++kinds.sockets;
    else if (target.startsWith("pipe:"))
        ++kinds.pipes;
    else if (target.startsWith("anon_inode:"))
        ++kinds.anonymous;
    else if (target.startsWith('/') && target.endsWith(" (deleted)"))
        ++kinds.deleted;
    else if (target.startsWith('/'))
        ++kinds.files;
    else
        ++kinds.other;
}

base::Result<ProcessReading> readProcess(qint64 pid, const QString &root)
{
    const QString folder = QStringLiteral("%1/%2").arg(root).arg(pid);
    const QByteArray status = contentOf(folder + QStringLiteral("/status"));
    if (status.isEmpty())
        return Error{ErrorKind::NotFound, QStringLiteral("there is no process %1").arg(pid), 0, {}};
    if (status.contains("\nState:\tZ")) // what it held is given back, but it would seem to hold nothing
        return Error{ErrorKind::NotFound, QStringLiteral("process %1 has ended").arg(pid), 0, {}};
    ProcessReading reading;
    reading.anonymousRss = kibField(status, "RssAnon");
    reading.threads = static_cast<int>(kibField(status, "Threads"));
    reading.startTicks = startTicksOf(contentOf(folder + QStringLiteral("/stat")));
    reading.lazyFree = kibField(contentOf(folder + QStringLiteral("/smaps_rollup")), "LazyFree");
    const base::Result<DescriptorKinds> descriptors = descriptorsOf(folder + QStringLiteral("/fd"));
    if (!descriptors)
        return descriptors.error();
    reading.descriptors = *descriptors;
    return reading;
}

double unixStartOf(quint64 startTicks, const QString &root)
{
    const QList<QByteArray> lines = contentOf(root + QStringLiteral("/stat")).split('\n');
    const auto boot
        = std::ranges::find_if(lines, [](const QByteArray &line) { return line.startsWith("btime "); });
    if (boot == lines.end())
        return std::numeric_limits<double>::quiet_NaN();
    return boot->mid(6).toDouble()
        + static_cast<double>(startTicks) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace experiment
