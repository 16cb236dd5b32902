// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace base {

/// Whether what is so named proves who somebody is, or opens a session: whatever is named like a key, token, secret, password
/// or signature, in any case. Of headers, form fields and query items; rather one too many, because no list knows them all.
[[nodiscard]] bool isSecretName(QStringView name);

/// Removes "user:password@" from the addresses in a text, and the values of items of their queries and fragments that are
/// named like secrets (isSecretName(), and the "code" of OAuth). Whatever is shown, reported or kept and may quote an address
/// goes through it.
[[nodiscard]] QString withoutSecrets(const QString &text);

} // namespace base
