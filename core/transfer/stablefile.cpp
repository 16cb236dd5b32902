// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/stablefile.h"

#include "core/transfer/nativepath.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace transfer {
namespace {

using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(transfer::StableFile)
};

Error changed(const QString &how)
{
    return {ErrorKind::FileChanged, how, 0, {}};
}

Error replaced()
{
    return changed(Text::tr("the file was replaced while it was being sent"));
}

Error shrunk()
{
    return changed(Text::tr("the file shrank while it was being sent"));
}

Error difference(const FileStamp &before, const FileStamp &now)
{
    if (now == before)
        return {};
    if (now.inode != before.inode || now.device != before.device)
        return replaced();
    if (now.bytes < before.bytes)
        return shrunk();
    return changed(now.bytes > before.bytes ? Text::tr("the file grew while it was being sent")
                                            : Text::tr("the file was written to while it was being sent"));
}

// Files that a kernel makes up have no blocks, and say 0 bytes (/proc) or a page (/sys) whatever they hold. So have empty
// ones and those that are all hole: whether the last byte is there, and none behind it, only reading tells.
Error madeUp(int descriptor, const struct stat &info)
{
    if (info.st_blocks > 0)
        return {};
    char byte = 0;
    const off_t last = std::max<off_t>(0, info.st_size - 1);
    const ssize_t bytes = ::pread(descriptor, &byte, 1, last);
    if (bytes < 0)
        return fileError(errno);
    if ((bytes > 0) == (info.st_size > 0))
        return {};
    const QString text = info.st_size > 0
        ? Text::tr(
            "its size is known only once it is read, as of files below /proc and /sys (it says %1 bytes, "
            "and has fewer); save its content to a file, and upload that")
        : Text::tr(
            "its size is known only once it is read, as of files below /proc and /sys (it says %1 bytes, "
            "and has more); save its content to a file, and upload that");
    return {ErrorKind::NotAFile, text.arg(info.st_size), 0, {}};
}

} // namespace

StableFile::StableFile(const QString &path, QObject *parent)
    : QIODevice(parent)
    , m_path(path)
{
}

StableFile::~StableFile()
{
    StableFile::close();
}

bool StableFile::open(OpenMode mode)
{
    if (isOpen() || (mode & ~(ReadOnly | Unbuffered | ExistingOnly)) || !(mode & ReadOnly))
        return refuse(
            {ErrorKind::Internal, QStringLiteral("a StableFile is opened once, for reading"), 0, {}});
    m_failure = {};
    m_offset = 0;
    m_stamp = {};
    m_native = toNativePath(m_path);
    if (m_native.isEmpty() || m_native.contains('\0'))
        return refuse(fileError(ENOENT));

    // O_NONBLOCK: opening a FIFO would wait for a writer. Regular files do not know it.
    const int fd = ::open(m_native.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return refuse(fileError(errno));
    struct stat info;
    const base::Result<FileStamp> stamp = ::fstat(fd, &info) == 0 ? stampOf(info) : fileError(errno);
    const Error error = stamp ? madeUp(fd, info) : stamp.error();
    if (error.kind != ErrorKind::None) {
        ::close(fd);
        return refuse(error);
    }
    m_stamp = *stamp;
    m_descriptor = fd;
    return QIODevice::open(ReadOnly | Unbuffered);
}

void StableFile::close()
{
    QIODevice::close();
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

bool StableFile::refuse(const Error &error)
{
    m_failure = error;
    setErrorString(error.message);
    return false;
}

bool StableFile::atEnd() const
{
    return m_offset >= m_stamp.bytes;
}

bool StableFile::seek(qint64 offset)
{
    if (offset > m_stamp.bytes || !QIODevice::seek(offset))
        return false;
    m_offset = offset;
    return true;
}

qint64 StableFile::readData(char *data, qint64 maxSize)
{
    if (m_failure.kind != ErrorKind::None)
        return -1;
    const qint64 wanted = std::min(maxSize, m_stamp.bytes - m_offset);
    if (wanted <= 0)
        return 0; // -1 would break the exchange of an engine that reads at the end
    ssize_t bytes = 0;
    do {
        bytes = ::pread(m_descriptor, data, static_cast<size_t>(wanted), m_offset);
    } while (bytes < 0 && errno == EINTR);
    if (bytes <= 0) {
        refuse(bytes < 0 ? fileError(errno) : shrunk());
        return -1;
    }
    m_offset += bytes;
    return bytes;
}

Error StableFile::verifyUnchanged() const
{
    Q_ASSERT(isOpen());
    if (m_failure.kind != ErrorKind::None)
        return m_failure;
    struct stat info;
    if (::stat(m_native.constData(), &info) == 0) {
        const base::Result<FileStamp> atPath = stampOf(info);
        return atPath ? difference(m_stamp, *atPath) : replaced();
    }
    if (::fstat(m_descriptor, &info) != 0)
        return fileError(errno);
    const base::Result<FileStamp> opened = stampOf(info);
    return opened ? difference(m_stamp, *opened) : opened.error();
}

} // namespace transfer
