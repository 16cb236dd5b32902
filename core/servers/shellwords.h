// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace servers {

/// One argument of a command as a shell would hand it over.
struct ShellWord
{
    QString text; ///< Without quotes. Variables stand in it as they were written.
    bool hasVariables
        = false; ///< "$NAME" or "${NAME}" outside of single quotes: only the shell knows what it is.

    bool operator==(const ShellWord &) const = default;
};

/// Takes one simple command apart as bash does (POSIX.1-2017, Shell Command Language, 2.2 and 2.3; $'…' as in bash): quotes
/// of all kinds, backslashes, lines that go on after a backslash. Error Malformed where it is no simple command: a quote
/// without its end, pipes, redirections, several commands, command substitution. Nothing is run or expanded.
[[nodiscard]] base::Result<QList<ShellWord>> splitShell(const QString &line);

/// As one word for any POSIX shell, see base::shellQuoted().
[[nodiscard]] QString quoteForShell(const QString &text);

} // namespace servers
