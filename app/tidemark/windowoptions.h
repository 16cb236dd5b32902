// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"

#include <QStringList>

#include <optional>

namespace app {

/// What the command line asks of the window.
struct WindowOptions
{
    QString url; ///< Empty: none.
    QStringList files; ///< Files and folders, absolute.
    bool startSample = false;
    std::optional<ui::ThemeMode> theme;
    std::optional<ui::Language> language;
    bool keepsHistory = true; ///< False: --no-history.
    QString history; ///< The file in which runs are kept, absolute.
    bool showHelp = false;
    bool showVersion = false;

    bool operator==(const WindowOptions &) const = default;
};

/// `tidemark [URL] [FILES…] [--sample] [--theme light|dark|system] [--language system|en|zh] [--history FILE|--no-history]`.
/// The first argument is a URL if it looks like one and no file has its name. Error Malformed says what is wrong.
[[nodiscard]] base::Result<WindowOptions> parseWindowOptions(const QStringList &arguments);

/// For --help.
[[nodiscard]] QString windowHelp();

} // namespace app
