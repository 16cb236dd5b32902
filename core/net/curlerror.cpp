// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlerror.h"

#include <cerrno>

namespace net {
namespace {

using base::ErrorKind;

ErrorKind kindOf(const CurlFailure &failure)
{
    switch (failure.code) {
    case CURLE_OK:
        return ErrorKind::None;
    case CURLE_URL_MALFORMAT:
        return ErrorKind::BadUrl;
    case CURLE_UNSUPPORTED_PROTOCOL: // also what libcurl says to an answer that is not HTTP
        return failure.text.contains(QLatin1String("HTTP/0.9")) ? ErrorKind::Protocol
                                                                : ErrorKind::UnsupportedScheme;
    case CURLE_COULDNT_RESOLVE_HOST:
        return ErrorKind::HostNotFound;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return ErrorKind::ProxyFailed;
    case CURLE_COULDNT_CONNECT:
        return failure.osError == ECONNREFUSED ? ErrorKind::ConnectionRefused : ErrorKind::ConnectionFailed;
    case CURLE_OPERATION_TIMEDOUT:
        return failure.isConnected ? ErrorKind::Timeout : ErrorKind::ConnectTimeout;
    case CURLE_RECV_ERROR:
        if (failure.text.contains(QLatin1String("chunked-encoding")))
            return ErrorKind::Protocol;
        [[fallthrough]];
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_FAIL_REWIND:
        return ErrorKind::ConnectionReset;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_PARTIAL_FILE:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_HTTP_RETURNED_ERROR:
        return ErrorKind::Protocol;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CLIENTCERT:
    case CURLE_USE_SSL_FAILED:
        return ErrorKind::TlsFailed;
    case CURLE_ABORTED_BY_CALLBACK:
        return ErrorKind::Cancelled;
    default:
        return ErrorKind::ConnectionFailed;
    }
}

QString resetMessage(const CurlFailure &failure)
{
    if (failure.code == CURLE_SEND_FAIL_REWIND)
        return QStringLiteral("the server closed the kept-alive connection while the request was sent; "
                              "it was not sent again by itself");
    if (failure.bodyBytesRead > 0)
        return QStringLiteral("the server closed the connection before it answered; "
                              "it may have refused the upload, for instance for its size");
    return QStringLiteral("the server closed the connection before it answered");
}

} // namespace

base::Error toError(const CurlFailure &failure)
{
    base::Error error;
    error.kind = kindOf(failure);
    const QString said
        = failure.text.isEmpty() ? QString::fromUtf8(curl_easy_strerror(failure.code)) : failure.text;
    switch (error.kind) {
    case ErrorKind::ConnectionReset:
        error.message = resetMessage(failure);
        error.detail = said;
        break;
    case ErrorKind::ConnectTimeout:
        error.message = QStringLiteral("no connection within the allowed time");
        error.detail = said;
        break;
    case ErrorKind::Timeout:
        error.message = QStringLiteral("no complete answer within the allowed time");
        error.detail = said;
        break;
    case ErrorKind::ConnectionRefused:
        error.message = QStringLiteral("nothing listens there: the connection was refused");
        error.detail = said;
        break;
    case ErrorKind::Protocol:
        error.message = QStringLiteral("the answer is not whole or not HTTP");
        error.detail = said;
        break;
    default:
        error.message = said;
    }
    return error;
}

} // namespace net
