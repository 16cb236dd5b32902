// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace servers {

/// One argument of a command as a shell would hand it over.
struct ShellWord
{
    QString text; ///< Without quotes. Variables that are not known stand in it as they were written.
    QString unknown; ///< The first of those: "$NAME", "${NAME}", or "${NAME…}"; empty: there is none.

    bool operator==(const ShellWord &) const = default;
};

/// The value of a shell's variable; nothing: it is not known.
using Variables = std::function<std::optional<QString>(const QString &name)>;

/// Takes one simple command apart as bash does (POSIX.1-2017, Shell Command Language, 2.2 and 2.3; $'…' as in bash): quotes
/// of all kinds, backslashes, lines that go on after a backslash. Error Malformed where it is no simple command: a quote
/// without its end, pipes, redirections, several commands, command substitution. Nothing is run, and nothing expanded but
/// `variables` outside of single quotes, each as if it stood in double ones: what is in a value is never taken apart.
[[nodiscard]] base::Result<QList<ShellWord>> splitShell(const QString &line, const Variables &variables = {});

/// As one word for any POSIX shell, see base::shellQuoted().
[[nodiscard]] QString quoteForShell(const QString &text);

} // namespace servers
