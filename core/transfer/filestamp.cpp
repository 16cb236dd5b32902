// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/filestamp.h"

#include <QCoreApplication>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace transfer {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(transfer::FileStamp)
};

qint64 nanoseconds(const timespec &time)
{
    return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

using base::Error;
using base::ErrorKind;

QString notAFileText(mode_t mode)
{
    if (S_ISDIR(mode))
        return Text::tr("this is a folder, not a file");
    if (S_ISFIFO(mode))
        return Text::tr("this is a named pipe, not a file");
    if (S_ISSOCK(mode))
        return Text::tr("this is a socket, not a file");
    return Text::tr("this is a device, not a file");
}

bool isReadable(const struct stat &info, const QByteArray &nativePath)
{
    constexpr mode_t everybody = S_IRUSR | S_IRGRP | S_IROTH;
    return (info.st_mode & everybody) == everybody || (info.st_uid == ::geteuid() && (info.st_mode & S_IRUSR))
        || ::faccessat(AT_FDCWD, nativePath.constData(), R_OK, AT_EACCESS) == 0;
}

} // namespace

Error fileError(int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return {ErrorKind::FileMissing, Text::tr("no such file"), 0, {}};
    case EISDIR:
        return {ErrorKind::NotAFile, notAFileText(S_IFDIR), 0, {}};
    case ENXIO: // open() of a socket
    case ENODEV:
        return {ErrorKind::NotAFile, Text::tr("this is a socket or a device, not a file"), 0, {}};
    case EACCES:
    case EPERM:
        return {ErrorKind::FileUnreadable, Text::tr("no permission to read the file"), 0, {}};
    default:
        break;
    }
    return {ErrorKind::FileUnreadable,
            Text::tr("the file cannot be read: %1")
                .arg(QString::fromLocal8Bit(std::generic_category().message(code))),
            0,
            {}};
}

base::Result<FileStamp> stampOf(const struct stat &info)
{
    if (!S_ISREG(info.st_mode)) {
        return Error{ErrorKind::NotAFile, notAFileText(info.st_mode), 0, {}};
    }
    return FileStamp{info.st_size, nanoseconds(info.st_mtim), info.st_ino, info.st_dev};
}

base::Result<FileStamp> stampAt(const QByteArray &nativePath)
{
    if (nativePath.isEmpty()
        || nativePath.contains('\0')) // the kernel would stop at the NUL and see another file
        return fileError(ENOENT);
    struct stat info;
    if (::stat(nativePath.constData(), &info) != 0)
        return fileError(errno);
    if (S_ISDIR(info.st_mode) && ::faccessat(AT_FDCWD, nativePath.constData(), R_OK | X_OK, AT_EACCESS) != 0)
        return Error{ErrorKind::FileUnreadable, Text::tr("no permission to read the folder"), 0, {}};
    base::Result<FileStamp> stamp = stampOf(info);
    if (stamp && !isReadable(info, nativePath))
        return fileError(EACCES);
    return stamp;
}

std::optional<qint64> inodeChangedNs(const QByteArray &nativePath)
{
    struct stat info;
    if (nativePath.contains('\0') || ::stat(nativePath.constData(), &info) != 0)
        return {};
    return nanoseconds(info.st_ctim);
}

} // namespace transfer
