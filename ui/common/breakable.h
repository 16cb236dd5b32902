// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Text that wraps in a narrow place although it holds what has no spaces. Pure.
namespace ui {

/// With marks that nobody sees, where long names of functions and files may end a line; a number and its unit stay together.
[[nodiscard]] QString breakable(const QString &text);
/// A selection of such a text as it reads: the marks are for the eye only.
[[nodiscard]] QString unbroken(QString text);

} // namespace ui
