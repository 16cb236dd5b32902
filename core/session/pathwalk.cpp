// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pathwalk.h"

#include "core/session/pathoverlap.h"
#include "core/transfer/nativepath.h"

#include <algorithm>
#include <deque>
#include <dirent.h>
#include <fcntl.h>
#include <optional>
#include <set>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace session {
namespace {

/// What is of interest in a folder, by name.
struct Entry
{
    enum class Kind { File, Folder, LinkToFolder, Link, Other }; ///< The last two are passed over.

    QByteArray name;
    Kind kind = Kind::File;
};

using Entries = std::vector<Entry>;

/// A folder on the way from the start to where the walk is.
struct Level
{
    QByteArray path; ///< Ends with a slash.
    Entries entries;
    size_t next = 0;
};

Entry::Kind kindOf(int folder, const dirent &found, bool followsLinks)
{
    unsigned char type = found.d_type;
    struct stat info;
    if (type == DT_UNKNOWN) { // Some file systems do not tell.
        if (::fstatat(folder, found.d_name, &info, AT_SYMLINK_NOFOLLOW) != 0)
            return Entry::Kind::Other;
        type = IFTODT(info.st_mode);
    }
    if (type == DT_REG)
        return Entry::Kind::File;
    if (type == DT_DIR)
        return Entry::Kind::Folder;
    if (type != DT_LNK)
        return Entry::Kind::Other;
    if (!followsLinks || ::fstatat(folder, found.d_name, &info, 0) != 0)
        return Entry::Kind::Link;
    if (S_ISREG(info.st_mode))
        return Entry::Kind::File;
    return S_ISDIR(info.st_mode) ? Entry::Kind::LinkToFolder : Entry::Kind::Other;
}

std::optional<Entry> entryOf(int folder, const dirent &found, const FolderOptions &options)
{
    const QByteArrayView name(found.d_name);
    if (name == "." || name == ".." || (!options.takesHidden && name.startsWith('.')))
        return std::nullopt;
    return Entry{name.toByteArray(), kindOf(folder, found, options.followsLinks)};
}

/// Takes over the descriptor.
std::optional<Entries> read(int fd, const FolderOptions &options)
{
    DIR *const dir = ::fdopendir(fd);
    if (!dir) {
        ::close(fd);
        return std::nullopt;
    }
    Entries entries;
    while (const dirent *found = ::readdir(dir)) {
        if (auto entry = entryOf(fd, *found, options))
            entries.push_back(std::move(*entry));
    }
    ::closedir(dir);
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.name < b.name; });
    return entries;
}

/// "photos/" of "/x/photos"; nothing of the root.
QString labelOf(const QByteArray &folder)
{
    const QString path = transfer::fromNativePath(folder);
    const QString name = path.sliced(path.lastIndexOf(QLatin1Char('/')) + 1);
    return name.isEmpty() ? name : name + QLatin1Char('/');
}

/// FolderOptions::own, in bytes.
QList<QByteArray> ownOf(const FolderOptions &options)
{
    QList<QByteArray> own;
    for (const QString &path : options.own)
        own.append(transfer::toNativePath(path));
    return own;
}

/// However each of them is reached.
bool isSameFile(const QByteArray &one, const QByteArray &other)
{
    struct stat first, second;
    return ::stat(one.constData(), &first) == 0 && ::stat(other.constData(), &second) == 0
        && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

class Walk final
{
public:
    Walk(const WalkPlan &plan, const FileSink &sink, const ProgressSink &progress,
         const std::atomic<bool> &cancelled, const QList<QByteArray> &paths)
        : m_plan(plan)
        , m_sink(sink)
        , m_progress(progress)
        , m_cancelled(cancelled)
        , m_overlap(paths)
        , m_own(ownOf(plan.options))
    {
    }

    [[nodiscard]] const PassedOver &passedOver() const { return m_passedOver; }

    /// Like all here false if the walk was cancelled.
    bool take(const QByteArray &path, WalkedFile file)
    {
        if (m_overlap.hasSeen(path)) {
            ++m_passedOver.repeated;
            return !m_cancelled;
        }
        m_batch.append(std::move(file));
        ++m_files;
        return m_batch.size() < m_plan.batchSize || flush();
    }

    bool flush()
    {
        if (!m_cancelled && !m_batch.isEmpty()) {
            tellProgress();
            m_sink(std::exchange(m_batch, {}));
        }
        return !m_cancelled;
    }

    bool walk(const QByteArray &start)
    {
        m_start = start.endsWith('/') ? start : start + '/';
        m_label = labelOf(start);
        m_seen.clear();
        m_links = {start}; // Named by the user: a link to a folder is followed.
        while (!m_links.empty()) {
            const QByteArray folder = std::move(m_links.front());
            m_links.pop_front();
            if (!enter(folder, 0) || !walkLevels())
                return false;
        }
        return true;
    }

private:
    bool walkLevels()
    {
        while (!m_levels.empty()) {
            Level &level = m_levels.back();
            if (level.next == level.entries.size()) {
                m_levels.pop_back();
                continue;
            }
            const Entry entry = std::move(level.entries[level.next++]);
            const QByteArray path = level.path + entry.name;
            switch (entry.kind) {
            case Entry::Kind::File:
                if (isOwn(path, entry.name))
                    ++m_passedOver.own;
                else if (!takeFound(path))
                    return false;
                break;
            case Entry::Kind::Folder:
                if (!enter(path, O_NOFOLLOW))
                    return false;
                break;
            case Entry::Kind::LinkToFolder:
                m_links.push_back(path);
                break;
            case Entry::Kind::Link:
                ++m_passedOver.links;
                break;
            case Entry::Kind::Other:
                ++m_passedOver.others;
                break;
            }
        }
        return true;
    }

    bool enter(const QByteArray &folder, int flags)
    {
        if (m_cancelled)
            return false;
        m_folder = transfer::fromNativePath(folder);
        tellProgress();
        const int fd = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags);
        if (fd < 0)
            return takeFound(folder);
        if (m_plan.options.followsLinks && !isNew(fd)) {
            ::close(fd);
            return true;
        }
        auto entries = read(fd, m_plan.options);
        if (!entries)
            return takeFound(folder);
        m_levels.push_back({folder.endsWith('/') ? folder : folder + '/', std::move(*entries), 0});
        return true;
    }

    /// Looks at the file only if its name is one of theirs.
    bool isOwn(const QByteArray &path, const QByteArray &name) const
    {
        const QByteArray ending = '/' + name;
        return std::ranges::any_of(
            m_own, [&](const QByteArray &own) { return own.endsWith(ending) && isSameFile(own, path); });
    }

    bool isNew(int folder)
    {
        struct stat info;
        return ::fstat(folder, &info) == 0 && m_seen.emplace(info.st_dev, info.st_ino).second;
    }

    bool takeFound(const QByteArray &path)
    {
        WalkedFile file{transfer::fromNativePath(path), {}, {}};
        // A start that cannot be read has no path below itself.
        const auto relativePath = [&]() -> QString {
            return m_label + transfer::fromNativePath(path.sliced(std::min(m_start.size(), path.size())));
        };
        switch (m_plan.options.relativePath) {
        case FolderOptions::RelativePath::None:
            break;
        case FolderOptions::RelativePath::InName:
            file.name = relativePath();
            break;
        case FolderOptions::RelativePath::InField:
            file.relativePath = relativePath();
            break;
        }
        return take(path, std::move(file));
    }

    void tellProgress()
    {
        if (!m_folder.isEmpty())
            m_progress({m_folder, m_files});
    }

    const WalkPlan &m_plan;
    const FileSink &m_sink;
    const ProgressSink &m_progress;
    const std::atomic<bool> &m_cancelled;
    PathOverlap m_overlap;
    QList<QByteArray> m_own;
    PassedOver m_passedOver;
    QList<WalkedFile> m_batch;
    QString m_folder; ///< Where the walk is.
    qint64 m_files = 0;
    QByteArray m_start; ///< Ends with a slash.
    QString m_label; ///< What stands for it in relative paths.
    std::vector<Level> m_levels; ///< Not recursion: only the file system bounds the depth.
    std::deque<QByteArray> m_links; ///< To folders; still to be walked.
    std::set<std::pair<dev_t, ino_t>> m_seen; ///< Folders below the start.
};

} // namespace

PassedOver walkPaths(const WalkPlan &plan, const FileSink &sink, const ProgressSink &progress,
                     const std::atomic<bool> &cancelled)
{
    QStringList paths;
    QList<QByteArray> natives;
    for (const QString &path : plan.paths) {
        paths << transfer::absolutePath(path);
        natives << transfer::toNativePath(paths.last());
    }
    Walk walk(plan, sink, progress, cancelled, natives);
    for (qsizetype i = 0; i < paths.size(); ++i) {
        struct stat info;
        const bool isFolder = !natives[i].contains('\0') && ::stat(natives[i].constData(), &info) == 0
            && S_ISDIR(info.st_mode);
        if (!(isFolder ? walk.walk(natives[i]) : walk.take(natives[i], {paths[i], {}, {}})))
            return walk.passedOver();
    }
    walk.flush();
    return walk.passedOver();
}

} // namespace session
