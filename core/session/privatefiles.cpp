// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/privatefiles.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace session {
namespace {

constexpr mode_t ofTheOwner = S_IRUSR | S_IWUSR;

} // namespace

void makePrivately(const QString &path)
{
    const int descriptor = ::open(path.toUtf8().constData(), O_RDWR | O_CREAT | O_CLOEXEC, ofTheOwner);
    if (descriptor >= 0)
        ::close(descriptor);
}

void makePrivate(const QString &path)
{
    for (const char *part : {"", "-wal", "-shm", "-begun"}) {
        const QByteArray file = path.toUtf8() + part;
        struct stat info;
        if (::stat(file.constData(), &info) == 0 && (info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
            ::chmod(file.constData(), info.st_mode & ofTheOwner);
    }
}

} // namespace session
