// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/watchedfiles.h"

#include "core/experiment/folderwalk.h"

namespace experiment {
namespace {

constexpr qsizetype mostFiles = 1'000'000;

WatchedFiles filesOf(const WatchedFiles &files, const WatchedFiles &others, bool isInBoth)
{
    WatchedFiles some;
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        const auto other = others.constFind(file.key());
        if ((other != others.cend() && *other == *file) == isInBoth)
            some.insert(file.key(), *file);
    }
    return some;
}

} // namespace

WatchedFiles listFiles(const QStringList &folders, const std::stop_token &stop)
{
    WatchedFiles files;
    for (const QString &folder : folders) {
        (void)walkFolder(nativePath(folder), stop,
                         [&files](const std::filesystem::path &path, const struct stat &its) {
                             files.insert(QByteArray::fromStdString(path.string()), its.st_ino);
                             return files.size() < mostFiles;
                         });
    }
    return files;
}

WatchedFiles newFiles(const WatchedFiles &now, const WatchedFiles &before)
{
    return filesOf(now, before, false);
}

WatchedFiles filesStillIn(const WatchedFiles &now, const WatchedFiles &files)
{
    return filesOf(files, now, true);
}

} // namespace experiment
