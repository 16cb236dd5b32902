// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pathwalk.h"

#include "core/transfer/nativepath.h"

#include <QDir>

#include <algorithm>
#include <dirent.h>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace session {
namespace {

/// What is of interest in a folder: regular files and folders, by name.
struct Entry
{
    QByteArray name;
    bool isFolder = false;
};

using Entries = std::vector<Entry>;

/// A folder on the way from the start to where the walk is.
struct Level
{
    QByteArray path; ///< Ends with a slash.
    Entries entries;
    size_t next = 0;
};

std::optional<Entry> entryOf(int folder, const dirent &found)
{
    const QByteArrayView name(found.d_name);
    if (name == "." || name == "..")
        return std::nullopt;
    unsigned char type = found.d_type;
    if (type == DT_UNKNOWN) { // Some file systems do not tell.
        struct stat info;
        if (::fstatat(folder, found.d_name, &info, AT_SYMLINK_NOFOLLOW) != 0)
            return std::nullopt;
        type = S_ISREG(info.st_mode) ? DT_REG : S_ISDIR(info.st_mode) ? DT_DIR : DT_UNKNOWN;
    }
    if (type != DT_REG && type != DT_DIR)
        return std::nullopt;
    return Entry{name.toByteArray(), type == DT_DIR};
}

std::optional<Entries> read(const QByteArray &folder, int flags)
{
    const int fd = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags);
    DIR *const dir = fd < 0 ? nullptr : ::fdopendir(fd);
    if (!dir) {
        if (fd >= 0)
            ::close(fd);
        return std::nullopt;
    }
    Entries entries;
    while (const dirent *found = ::readdir(dir)) {
        if (auto entry = entryOf(fd, *found))
            entries.push_back(std::move(*entry));
    }
    ::closedir(dir);
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.name < b.name; });
    return entries;
}

class Walk final
{
public:
    Walk(qsizetype batchSize, const PathSink &sink, const std::atomic<bool> &cancelled)
        : m_batchSize(batchSize)
        , m_sink(sink)
        , m_cancelled(cancelled)
    {
    }

    bool take(const QString &path)
    {
        m_batch.append(path);
        return m_batch.size() < m_batchSize || flush();
    }

    /// Like all here false if the walk was cancelled.
    bool flush()
    {
        if (!m_cancelled && !m_batch.isEmpty())
            m_sink(std::exchange(m_batch, {}));
        return !m_cancelled;
    }

    bool walk(const QByteArray &start)
    {
        if (!enter(start, 0)) // Named by the user: a link to a folder is followed.
            return false;
        while (!m_levels.empty()) {
            Level &level = m_levels.back();
            if (level.next == level.entries.size()) {
                m_levels.pop_back();
                continue;
            }
            const Entry entry = std::move(level.entries[level.next++]);
            const QByteArray path = level.path + entry.name;
            if (!(entry.isFolder ? enter(path, O_NOFOLLOW) : take(transfer::fromNativePath(path))))
                return false;
        }
        return true;
    }

private:
    bool enter(const QByteArray &folder, int flags)
    {
        if (m_cancelled)
            return false;
        auto entries = read(folder, flags);
        if (!entries)
            return take(transfer::fromNativePath(folder));
        m_levels.push_back({folder.endsWith('/') ? folder : folder + '/', std::move(*entries), 0});
        return true;
    }

    qsizetype m_batchSize;
    const PathSink &m_sink;
    const std::atomic<bool> &m_cancelled;
    QStringList m_batch;
    std::vector<Level> m_levels; ///< Not recursion: only the file system bounds the depth.
};

} // namespace

void walkPaths(const QStringList &paths, qsizetype batchSize, const PathSink &sink,
               const std::atomic<bool> &cancelled)
{
    Walk walk(batchSize, sink, cancelled);
    for (const QString &path : paths) {
        const QString absolute = path.isEmpty() || path.startsWith(QLatin1Char('/'))
            ? path
            : QDir::currentPath() + QLatin1Char('/') + path;
        const QByteArray native = transfer::toNativePath(absolute);
        struct stat info;
        const bool isFolder
            = !native.contains('\0') && ::stat(native.constData(), &info) == 0 && S_ISDIR(info.st_mode);
        if (!(isFolder ? walk.walk(native) : walk.take(absolute)))
            return;
    }
    walk.flush();
}

} // namespace session
