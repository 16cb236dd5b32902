// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/processprobe.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <dirent.h>
#include <fcntl.h>
#include <limits>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_set>
#include <vector>

namespace experiment {
namespace {

using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(experiment::ProcessProbe)
};

constexpr QByteArrayView socketPrefix("socket:[");

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

using Inodes = std::unordered_set<quint64>;

/// One line of /proc/PID/net/tcp, which is as wide for IPv6.
struct Connection
{
    quint16 localPort = 0;
    bool isListening = false;
    quint64 inode = 0; ///< 0: nobody's any more.
};

// "  0: 0100007F:1F90 00000000:0000 0A …": number, addresses, state, queues, timers, retransmissions, user, timeout, inode
std::optional<Connection> connectionIn(QByteArrayView line)
{
    constexpr size_t local = 1, state = 3, inode = 9;
    std::array<QByteArrayView, inode + 1> fields;
    size_t count = 0;
    for (qsizetype at = 0; count < fields.size();) {
        while (at < line.size() && line[at] == ' ')
            ++at;
        const qsizetype begin = at;
        while (at < line.size() && line[at] != ' ')
            ++at;
        if (begin == at)
            return {};
        fields[count++] = line.sliced(begin, at - begin);
    }
    bool isPort = false, isInode = false;
    const Connection connection{
        fields[local].sliced(fields[local].lastIndexOf(':') + 1).toUShort(&isPort, 16), fields[state] == "0A",
        fields[inode].toULongLong(&isInode)};
    return isPort && isInode ? std::optional(connection) : std::nullopt; // else the heading
}

/// How many of these sockets come from a port that nobody listens on. A process may have been handed what another one
/// accepted, so that the port need not be its own.
int outgoingOf(const Inodes &sockets, const QString &folder)
{
    std::vector<quint16> ports;
    std::unordered_set<quint16> listened;
    for (const char *const table : {"/tcp", "/tcp6"}) {
        const QByteArray content = contentOf(folder + QLatin1StringView(table));
        for (qsizetype at = 0; at < content.size();) {
            const qsizetype found = content.indexOf('\n', at);
            const qsizetype end = found < 0 ? content.size() : found;
            const auto connection = connectionIn(QByteArrayView(content).sliced(at, end - at));
            at = end + 1;
            if (connection && connection->isListening)
                listened.insert(connection->localPort);
            else if (connection && sockets.contains(connection->inode))
                ports.push_back(connection->localPort);
        }
    }
    return static_cast<int>(
        std::ranges::count_if(ports, [&](quint16 port) { return !listened.contains(port); }));
}

base::Result<DescriptorKinds> descriptorsOf(const QString &process, DescriptorDetail detail)
{
    const QString folder = process + QStringLiteral("/fd");
    const QByteArray path = QFile::encodeName(folder);
    DIR *const directory = opendir(path.constData());
    if (!directory) {
        if (errno == ENOENT)
            return Error{ErrorKind::NotFound, Text::tr("the process of %1 has ended").arg(folder), 0, {}};
        return Error{ErrorKind::FileUnreadable,
                     Text::tr("%1 may not be read: run as the server's user").arg(folder),
                     0,
                     {}};
    }
    DescriptorKinds kinds;
    Inodes sockets;
    while (const dirent *entry = readdir(directory)) {
        if (entry->d_name[0] == '.')
            continue;
        if (detail == DescriptorDetail::Number) {
            ++kinds.other;
            continue;
        }
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
        if (name.startsWith(socketPrefix))
            sockets.insert(name.sliced(socketPrefix.size()).chopped(1).toULongLong());
    }
    closedir(directory);
    if (sockets.empty())
        return kinds;
    kinds.outgoing = outgoingOf(sockets, process + QStringLiteral("/net"));
    kinds.sockets -= kinds.outgoing;
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

base::Result<ProcessReading> readProcess(qint64 pid, const QString &root, DescriptorDetail detail)
{
    const QString folder = QStringLiteral("%1/%2").arg(root).arg(pid);
    const QByteArray status = contentOf(folder + QStringLiteral("/status"));
    if (status.isEmpty())
        return Error{ErrorKind::NotFound, Text::tr("there is no process %1").arg(pid), 0, {}};
    if (status.contains("\nState:\tZ")) // what it held is given back, but it would seem to hold nothing
        return Error{ErrorKind::NotFound, Text::tr("process %1 has ended").arg(pid), 0, {}};
    ProcessReading reading;
    reading.anonymousRss = kibField(status, "RssAnon");
    reading.threads = static_cast<int>(kibField(status, "Threads"));
    reading.startTicks = startTicksOf(contentOf(folder + QStringLiteral("/stat")));
    reading.lazyFree = kibField(contentOf(folder + QStringLiteral("/smaps_rollup")), "LazyFree");
    const base::Result<DescriptorKinds> descriptors = descriptorsOf(folder, detail);
    if (!descriptors)
        return descriptors.error();
    reading.descriptors = *descriptors;
    return reading;
}

qint64 ownResidentBytes(const QString &root)
{
    // proc(5): in pages; the second figure is the resident set
    const QList<QByteArray> figures = contentOf(root + QStringLiteral("/self/statm")).split(' ');
    return figures.size() > 1 ? figures[1].toLongLong() * sysconf(_SC_PAGESIZE) : 0;
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
