// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/endpoint.h"
#include "core/net/secretheader.h"

#include <QNetworkAccessManager>

#include <curl/curl.h>

class QNetworkCookieJar;

namespace net {

/// One hop of a request, ready to be told to libcurl.
struct HopRequest
{
    QUrl url;
    QByteArray method; ///< "GET", "POST", …
    const QNetworkRequest *request = nullptr;
    const TransportOptions *transport = nullptr;
    bool hasBody = false;
    qint64 bodySize = -1; ///< -1: chunked.
    bool mayAuthenticate = true; ///< False on another origin after a redirect.
    QByteArray contentType; ///< Of the body; empty: what the request says.
    QByteArray cookies; ///< Value of the Cookie header; empty: none.
};

/// Whether the exchange begins with the server's challenge, which is not its answer.
[[nodiscard]] bool isDigest(const HopRequest &hop);

/// Sets every option of `handle` that the request decides, but the URL. Returns the header list, to be freed by the
/// caller.
[[nodiscard]] curl_slist *setUp(CURL *handle, const HopRequest &hop);

/// The headers that are not libcurl's: those of the request, as far as they may go to this hop, and ours.
[[nodiscard]] HeaderList ownHeaders(const HopRequest &hop);

/// "GET", "POST" … for Qt's operation; for a custom one the verb in the request.
[[nodiscard]] QByteArray methodFor(QNetworkAccessManager::Operation operation,
                                   const QNetworkRequest &request);

} // namespace net
