// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/secretheader.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include <optional>

class QNetworkReply;

namespace net {

/// The head of a request that was sent, kept without being spelled out: costs next to nothing for every request, and tells
/// all for the few that somebody asks about. Not to be stored or shown as it is: it holds secrets.
struct RequestHead
{
    QNetworkRequest request;
    QNetworkAccessManager::Operation operation = QNetworkAccessManager::UnknownOperation;
    QUrl url; ///< After redirects.
    QByteArray cookies; ///< Of the manager's jar.
    std::optional<qint64> bodyBytes; ///< Nothing: there is no body. -1: how many was not known before.
    QByteArray contentType = {}; ///< BodyDevice::contentType()
};

/// Of a reply that has ended.
[[nodiscard]] RequestHead requestHeadOf(const QNetworkReply &reply, std::optional<qint64> bodyBytes,
                                        const QByteArray &contentType = {});

/// "POST http://host/upload", without credentials (see base::withoutSecrets()).
[[nodiscard]] QString requestLine(const RequestHead &head);
/// What a CurlReply sends for it, HTTP/1.1's own headers included; secrets as maskedValue() shows them.
[[nodiscard]] HeaderList maskedHeaders(const RequestHead &head);
/// How many bytes it has on the wire by HTTP/1.1; an answer to a digest's challenge is not counted.
[[nodiscard]] qint64 headBytes(const RequestHead &head);

/// On a CurlReply that sent some: the value of the Cookie header, a QByteArray.
inline constexpr auto sentCookiesAttribute
    = static_cast<QNetworkRequest::Attribute>(QNetworkRequest::User + 20);

} // namespace net
