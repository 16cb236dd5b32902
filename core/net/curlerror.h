// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QUrl>

#include <curl/curl.h>

namespace net {

/// What libcurl knew when it gave up.
struct CurlFailure
{
    CURLcode code = CURLE_OK;
    QString text = {}; ///< CURLOPT_ERRORBUFFER, may be empty.
    QUrl target = {}; ///< What was asked for, be it through a proxy.
    bool isConnected = false; ///< The connection (and TLS) stood.
    bool isTcpConnected = false; ///< So far, at least, to the proxy if there is one.
    bool isProxied = false; ///< As far as is known.
    bool isReused = false; ///< The connection was kept from an earlier transfer.
    qint64 bodyBytesRead = 0; ///< Of the body to send; what of them left is not known after a reset.
    int answerStatus = 0; ///< Of a final answer that had begun to come, 0 if none had.
    int osError = 0; ///< errno of the last failed system call, 0 if unknown.
    bool hasProxyUser = false; ///< One was named to it.
    int proxyStatus = 0; ///< An HTTP proxy's answer to CONNECT, 0 if there was none.
};

/// What a 407 means.
[[nodiscard]] QString proxySignInText(bool hasProxyUser);

/// A typed error with a sentence that says what and why (https://curl.se/libcurl/c/libcurl-errors.html).
[[nodiscard]] base::Error toError(const CurlFailure &failure);

} // namespace net
