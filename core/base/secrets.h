// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QUrl;

namespace base {

/// Whether what is so named proves who somebody is, or opens a session: whatever is named like a key, token, secret, password
/// or signature, in any case. Of headers, form fields and query items; rather one too many, because no list knows them all.
[[nodiscard]] bool isSecretName(QStringView name);

/// The same of a query's item, by its name without percent-encoding: the "code" of OAuth, too.
[[nodiscard]] bool isSecretItem(QStringView name);

/// Removes "user:password@" from the addresses in a text, and the values of items of their queries and fragments that are
/// named like secrets (isSecretItem()). Whatever is shown, reported or kept and may quote an address
/// goes through it.
[[nodiscard]] QString withoutSecrets(const QString &text);
/// The same of one address, whose items are known to end where they do: in a text, a blank or a quotation mark may be part of
/// a value or not.
[[nodiscard]] QUrl withoutSecrets(const QUrl &url);

} // namespace base
