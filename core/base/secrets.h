// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace base {

/// Removes "user:password@" from the addresses in a text, and the values of query items that are named like
/// secrets (token, key, signature, password, …). Whatever is shown, reported or kept and may quote an address goes through
/// it.
[[nodiscard]] QString withoutSecrets(const QString &text);

} // namespace base
