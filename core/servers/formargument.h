// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace servers {

/// What one -F of a curl command says.
struct FormArgument
{
    QString name;
    QString value; ///< Of a plain field.
    QStringList files; ///< Of name=@file,file; empty: a plain field.
    QStringList attributes; ///< "type=text/plain": what else was said of it.

    bool operator==(const FormArgument &) const = default;
};

/// By curl's rules (https://curl.se/docs/manpage.html#-F), of which quotes are the subtle part: a value or file name in
/// double quotes may hold anything, with \" and \\ for those two. Nothing: there is no "=", or no name before it.
/// name=<file, a field that is read from a file, has the attribute "<file".
[[nodiscard]] std::optional<FormArgument> parseFormArgument(const QString &argument);

/// An attribute as it may be shown: its name, and the value of those in which nobody keeps a secret.
[[nodiscard]] QString shownAttribute(const QString &attribute);

/// `path`, or another name, as parseFormArgument() and curl read it back behind the @ or behind "filename=".
[[nodiscard]] QByteArray quoteFormFile(const QByteArray &path);

} // namespace servers
