// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/writefile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace base {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(base::WriteFile)
};

Error unwritable(const QString &fileName, const QString &why)
{
    return {ErrorKind::WriteFailed, Text::tr("%1 cannot be written: %2").arg(fileName, why), 0, {}};
}

/// A FIFO or a device: never replaced.
bool isDevice(const QFileInfo &target)
{
    return target.exists() && !target.isFile() && !target.isDir();
}

/// False, with errno, if the file did not take all of it. By the system's own call: QSaveFile holds up to 16 KiB back until
/// commit(), which does not look whether those were taken, and it does not tell the reason.
bool takes(int descriptor, const QByteArray &content)
{
    qsizetype at = 0;
    while (at < content.size()) {
        const auto taken
            = ::write(descriptor, content.constData() + at, static_cast<size_t>(content.size() - at));
        if (taken < 0 && errno != EINTR)
            return false;
        at += std::max<qsizetype>(taken, 0);
    }
    return true;
}

/// False, with errno, if the disk did not. File systems that know no such thing say EINVAL.
bool reachesDisk(int descriptor)
{
    return ::fsync(descriptor) == 0 || errno == EINVAL;
}

} // namespace

Result<Done> writeFile(const QString &fileName, const QByteArray &content,
                       std::optional<QFileDevice::Permissions> permissions)
{
    if (isDevice(QFileInfo(fileName))) { // looks through links
        QFile device(fileName);
        if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return unwritable(fileName, device.errorString());
        if (!takes(device.handle(), content))
            return unwritable(fileName, qt_error_string(errno));
        return Done();
    }
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly) || (permissions && !file.setPermissions(*permissions)))
        return unwritable(fileName, file.errorString());
    if (!takes(file.handle(), content) || !reachesDisk(file.handle()))
        return unwritable(fileName, qt_error_string(errno));
    if (!file.commit())
        return unwritable(fileName, file.errorString());
    return Done();
}

Result<Done> couldWriteFile(const QString &fileName)
{
    const QFileInfo target(fileName);
    if (target.isDir())
        return unwritable(fileName, Text::tr("it is a folder"));
    if (isDevice(target)) { // to open a FIFO would wait for its reader
        if (!target.isWritable())
            return unwritable(fileName, qt_error_string(EACCES));
        return Done();
    }
    QSaveFile file(fileName); // what it began is gone with it
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(fileName, file.errorString());
    return Done();
}

} // namespace base
