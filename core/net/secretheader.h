// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace net {

using Header = std::pair<QByteArray, QByteArray>;
using HeaderList = QList<Header>;

/// base::isSecretName(), without the headers of HTTP that are only named so (WWW-Authenticate, Idempotency-Key, …).
[[nodiscard]] bool isSecretName(QByteArrayView name);

inline constexpr char secretMask[] = "\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2"; ///< Three bullets.

/// The value as it may be shown, copied and written: the scheme of an Authorization ("Basic •••") and the names of cookies
/// ("id=•••; Path=/") stay, because they help to find a mistake. The value itself where the header is not secret.
[[nodiscard]] QByteArray maskedValue(const Header &header, const QByteArray &mask = secretMask);
[[nodiscard]] HeaderList masked(const HeaderList &headers);

} // namespace net
