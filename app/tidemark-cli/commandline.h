// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/options.h"

#include <variant>

namespace cli {

/// Why there is nothing to run: --help or --version (exit 0, text for stdout), or a mistake (exit 2, for
/// stderr).
struct CommandLineExit
{
    int code = exitUsage;
    QString text;
    QString json{}; ///< A mistake in a value: where --json wants to be told of it; empty: nowhere.
    QByteArray document{}; ///< What to write there.
};

/// Reads the arguments, and the file that --from-curl names.
[[nodiscard]] std::variant<Options, CommandLineExit> parseCommandLine(int argc, const char *const *argv);

} // namespace cli
