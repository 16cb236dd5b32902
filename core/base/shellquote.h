// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace base {

/// One word of a POSIX shell's command line that stands for exactly these bytes (POSIX.1-2017, XCU 2.2.2: within single
/// quotes everything is literal). Words of harmless characters stay as they are; what no text can hold, or what a terminal
/// would act on when it is pasted, is written for printf(1): "$(printf 'caf\351')". No shell can pass NUL on: it is left out.
[[nodiscard]] QByteArray shellQuoted(const QByteArray &word);

} // namespace base
