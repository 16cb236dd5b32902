// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/diskprobe.h"

#include <QFile>

#include <filesystem>
#include <vector>

#include <sys/stat.h>

namespace experiment {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorKind;

constexpr qint64 mostFiles = 1'000'000;

class Walk final
{
public:
    explicit Walk(std::stop_token stop)
        : m_stop(std::move(stop))
    {
    }

    /// Adds what is below `root`. Why that itself cannot be read; a folder below that vanishes, or is not ours, is left out.
    std::error_code add(const fs::path &root)
    {
        const std::error_code unreadable = look(root);
        while (!m_folders.empty() && !isOver()) {
            const fs::path next = std::move(m_folders.back());
            m_folders.pop_back();
            (void)look(next);
        }
        m_folders.clear();
        return unreadable;
    }
    [[nodiscard]] bool isFull() const { return m_reading.files >= mostFiles; }
    [[nodiscard]] const DiskReading &reading() const { return m_reading; }

private:
    [[nodiscard]] bool isOver() const { return isFull() || m_stop.stop_requested(); }

    // Not a recursive_directory_iterator: a folder that vanishes under it ends all of it.
    std::error_code look(const fs::path &folder)
    {
        std::error_code error;
        fs::directory_iterator at(folder, error);
        for (const fs::directory_iterator end; !error && at != end && !isOver(); at.increment(error)) {
            struct stat its;
            if (::lstat(at->path().c_str(), &its) != 0) // gone meanwhile
                continue;
            if (S_ISDIR(its.st_mode)) {
                m_folders.push_back(at->path());
            } else if (S_ISREG(its.st_mode)) {
                ++m_reading.files;
                m_reading.bytes += its.st_size;
            }
        }
        return error;
    }

    std::stop_token m_stop;
    std::vector<fs::path> m_folders; ///< Not looked at yet.
    DiskReading m_reading;
};

fs::path pathOf(const QString &folder)
{
    return {QFile::encodeName(folder).toStdString()};
}

Error why(const std::error_code &error, const QString &folder)
{
    if (error == std::errc::no_such_file_or_directory)
        return {ErrorKind::NotFound, QStringLiteral("there is no folder %1").arg(folder), 0, {}};
    if (error == std::errc::not_a_directory)
        return {ErrorKind::NotFound, QStringLiteral("%1 is not a folder").arg(folder), 0, {}};
    return {
        ErrorKind::FileUnreadable,
        QStringLiteral("folder %1 cannot be read: %2").arg(folder, QString::fromStdString(error.message())),
        0,
        {}};
}

} // namespace

DiskReading readDisk(const QStringList &folders, const std::stop_token &stop)
{
    Walk walk(stop);
    for (const QString &folder : folders)
        (void)walk.add(pathOf(folder));
    return walk.reading();
}

base::Result<DiskReading> readFolder(const QString &folder, const std::stop_token &stop)
{
    Walk walk(stop);
    if (const std::error_code error = walk.add(pathOf(folder)))
        return why(error, folder);
    if (stop.stop_requested())
        return Error{
            ErrorKind::Cancelled, QStringLiteral("counting below %1 was stopped").arg(folder), 0, {}};
    if (walk.isFull())
        return Error{
            ErrorKind::TooLarge,
            QStringLiteral("folder %1 holds more than a million files; name a smaller one").arg(folder),
            0,
            {}};
    return walk.reading();
}

} // namespace experiment
