// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/diskprobe.h"

#include <QFile>

#include <filesystem>

namespace experiment {

namespace fs = std::filesystem;

DiskReading readDisk(const QStringList &folders)
{
    constexpr qint64 mostFiles = 1'000'000;
    DiskReading reading;
    for (const QString &folder : folders) {
        std::error_code error;
        const fs::path root(QFile::encodeName(folder).toStdString());
        fs::recursive_directory_iterator at(root, fs::directory_options::skip_permission_denied, error);
        for (const fs::recursive_directory_iterator end; !error && at != end && reading.files < mostFiles;
             at.increment(error)) {
            std::error_code gone;
            if (!fs::is_regular_file(at->symlink_status(gone)) || gone)
                continue;
            const auto size = at->file_size(gone);
            if (gone)
                continue;
            ++reading.files;
            reading.bytes += static_cast<qint64>(size);
        }
    }
    return reading;
}

} // namespace experiment
