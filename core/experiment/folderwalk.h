// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <filesystem>
#include <functional>
#include <stop_token>
#include <system_error>

#include <sys/stat.h>

namespace experiment {

[[nodiscard]] std::filesystem::path nativePath(const QString &folder);

/// Visits every regular file below `root`, links not followed, until `visit` returns false or `stop` asks for it. Returns
/// why `root` itself cannot be read; a folder below that vanishes, or is not ours, is left out, and so is a file that
/// vanishes. Any thread; blocks as long as the disk takes.
std::error_code
walkFolder(const std::filesystem::path &root, const std::stop_token &stop,
           const std::function<bool(const std::filesystem::path &file, const struct stat &its)> &visit);

/// The files below `folders` that hold exactly `content`. Any thread; blocks as long as the disk takes.
[[nodiscard]] QStringList filesThatHold(const QStringList &folders, const QByteArray &content,
                                        const std::stop_token &stop = {});

} // namespace experiment
