// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/diskprobe.h"

#include "core/experiment/folderwalk.h"

#include <QCoreApplication>

namespace experiment {
namespace {

using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(experiment::DiskProbe)
};

constexpr qint64 mostFiles = 1'000'000;

/// Adds what is below `folder`, up to mostFiles.
std::error_code add(const QString &folder, const std::stop_token &stop, DiskReading &reading)
{
    if (reading.files >= mostFiles)
        return {};
    return walkFolder(nativePath(folder), stop,
                      [&reading](const std::filesystem::path &, const struct stat &its) {
                          ++reading.files;
                          reading.bytes += its.st_size;
                          return reading.files < mostFiles;
                      });
}

Error why(const std::error_code &error, const QString &folder)
{
    if (error == std::errc::no_such_file_or_directory)
        return {ErrorKind::NotFound, Text::tr("there is no folder %1").arg(folder), 0, {}};
    if (error == std::errc::not_a_directory)
        return {ErrorKind::NotFound, Text::tr("%1 is not a folder").arg(folder), 0, {}};
    return {ErrorKind::FileUnreadable,
            Text::tr("folder %1 cannot be read: %2").arg(folder, QString::fromStdString(error.message())),
            0,
            {}};
}

} // namespace

DiskReading readDisk(const QStringList &folders, const std::stop_token &stop)
{
    DiskReading reading;
    for (const QString &folder : folders)
        (void)add(folder, stop, reading);
    return reading;
}

base::Result<DiskReading> readFolder(const QString &folder, const std::stop_token &stop)
{
    DiskReading reading;
    if (const std::error_code error = add(folder, stop, reading))
        return why(error, folder);
    if (stop.stop_requested())
        return Error{ErrorKind::Cancelled, Text::tr("counting below %1 was stopped").arg(folder), 0, {}};
    if (reading.files >= mostFiles)
        return Error{ErrorKind::TooLarge,
                     Text::tr("folder %1 holds more than a million files; name a smaller one").arg(folder),
                     0,
                     {}};
    return reading;
}

} // namespace experiment
