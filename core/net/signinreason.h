// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QNetworkReply;

namespace net {

/// Why a request was answered by 401, as far as what it showed of us and what the server offers (WWW-Authenticate, RFC 9110
/// section 11.6.1) tell: "it does not accept this user and password".
[[nodiscard]] QString signInReason(const QNetworkReply &reply);

} // namespace net
