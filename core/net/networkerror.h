// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/endpoint.h"

#include <QNetworkReply>

namespace net {

/// On a finished CurlReply that failed: a base::Error with more than QNetworkReply::error() can say.
inline constexpr auto errorAttribute = static_cast<QNetworkRequest::Attribute>(QNetworkRequest::User + 3);

/// The typed error of a finished reply: from `errorAttribute` when the reply carries one, otherwise derived from error()
/// and the status (so that a stock QNetworkAccessManager can be used too). Kind None when the exchange succeeded with a
/// 2xx, or with a 3xx that the manual redirect policy leaves to the caller; a whole answer with any other status is
/// HttpStatus. The server's text is not read here.
[[nodiscard]] base::Error errorOf(const QNetworkReply &reply);

/// "the server answered 413 Content Too Large"; where a proxy may have said so, it is named, too.
[[nodiscard]] QString answeredText(int status, const QByteArray &reason, const QUrl &url,
                                   const TransportOptions &transport);

/// Qt's code for a typed error, for QNetworkReply::error().
[[nodiscard]] QNetworkReply::NetworkError qtErrorFor(const base::Error &error);
/// Qt's code for an HTTP status, as Qt's own engine maps it; NoError below 400.
[[nodiscard]] QNetworkReply::NetworkError qtErrorForStatus(int httpStatus);

} // namespace net
