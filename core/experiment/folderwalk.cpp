// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/folderwalk.h"

#include <QFile>

#include <vector>

namespace experiment {
namespace {

namespace fs = std::filesystem;

/// A folder's files are visited, its folders put into `folders`. False: `visit` has enough.
using Visit = std::function<bool(const fs::path &, const struct stat &)>;

bool look(const fs::path &folder, std::vector<fs::path> &folders, const std::stop_token &stop,
          const Visit &visit, std::error_code &error)
{
    // Not a recursive_directory_iterator: a folder that vanishes under it ends all of it.
    fs::directory_iterator at(folder, error);
    for (const fs::directory_iterator end; !error && at != end; at.increment(error)) {
        if (stop.stop_requested())
            return false;
        struct stat its;
        if (::lstat(at->path().c_str(), &its) != 0) // gone meanwhile
            continue;
        if (S_ISDIR(its.st_mode))
            folders.push_back(at->path());
        else if (S_ISREG(its.st_mode) && !visit(at->path(), its))
            return false;
    }
    return true;
}

} // namespace

fs::path nativePath(const QString &folder)
{
    return {QFile::encodeName(folder).toStdString()};
}

std::error_code walkFolder(const fs::path &root, const std::stop_token &stop, const Visit &visit)
{
    std::error_code unreadable;
    std::vector<fs::path> folders;
    bool goesOn = look(root, folders, stop, visit, unreadable);
    while (goesOn && !folders.empty()) {
        const fs::path next = std::move(folders.back());
        folders.pop_back();
        std::error_code ignored;
        goesOn = look(next, folders, stop, visit, ignored);
    }
    return unreadable;
}

QStringList filesThatHold(const QStringList &folders, const QByteArray &content, const std::stop_token &stop)
{
    QStringList found;
    const auto visit = [&](const fs::path &path, const struct stat &its) {
        if (its.st_size != content.size())
            return true;
        QFile file(QFile::decodeName(QByteArray::fromStdString(path.string())));
        if (file.open(QIODevice::ReadOnly) && file.readAll() == content)
            found += file.fileName();
        return true;
    };
    for (const QString &folder : folders)
        (void)walkFolder(nativePath(folder), stop, visit);
    found.removeDuplicates(); // of folders within one another
    return found;
}

} // namespace experiment
