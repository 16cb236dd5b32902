// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlerror.h"

#include "core/base/secrets.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cerrno>

namespace net {
namespace {

using base::Error;
using base::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(net::CurlError)
};

// Older libcurls have no code of its own for it: for a line of more than 100 KiB their buffer "is out of memory", and for
// 300 KiB in all nothing but the text tells it from a broken connection.
bool isHeadTooLarge(const CurlFailure &failure)
{
    constexpr int curleTooLarge = 100;
    return failure.code == curleTooLarge || (failure.code == CURLE_OUT_OF_MEMORY && failure.isConnected)
        || failure.text.startsWith(QLatin1String("Too large response headers"));
}

bool isRefusedByProxy(const CurlFailure &failure)
{
    return failure.proxyStatus >= 300 && failure.code != CURLE_ABORTED_BY_CALLBACK;
}

// Which of the two could not be reached libcurl says in its text alone: "Failed to connect to HOST port PORT after …".
bool isProxyUnreachable(const CurlFailure &failure)
{
    static const QRegularExpression pattern(QStringLiteral("^Failed to connect to (\\S+) port (\\d+) "));
    const QRegularExpressionMatch match = pattern.match(failure.text);
    if (!match.hasMatch())
        return false;
    QString host = failure.target.host(QUrl::FullyEncoded).section(u'%', 0, 0); // without fe80::1's %eth0
    if (host.endsWith(u'.')) // libcurl does without the root's dot
        host.chop(1);
    const int port = failure.target.port(failure.target.scheme() == QLatin1String("https") ? 443 : 80);
    return match.captured(1).compare(host, Qt::CaseInsensitive) != 0 || match.captured(2).toInt() != port;
}

ErrorKind kindOf(const CurlFailure &failure)
{
    if (isRefusedByProxy(failure))
        return ErrorKind::ProxyFailed;
    if (isHeadTooLarge(failure))
        return ErrorKind::TooLarge;
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
        if (isProxyUnreachable(failure))
            return ErrorKind::ProxyFailed;
        return failure.osError == ECONNREFUSED ? ErrorKind::ConnectionRefused : ErrorKind::ConnectionFailed;
    case CURLE_OPERATION_TIMEDOUT:
        return failure.isConnected ? ErrorKind::Timeout : ErrorKind::ConnectTimeout;
    case CURLE_RECV_ERROR:
        if (failure.text.contains(QLatin1String("chunked-encoding")))
            return ErrorKind::Protocol;
        if (failure.text.startsWith(QLatin1String("Proxy CONNECT"))) // … aborted, … connection closed
            return ErrorKind::ProxyFailed;
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

// libcurl quotes a proxy that it does not understand as it was given, be it by the environment: with its password.
QString saidOf(const CurlFailure &failure)
{
    return failure.text.isEmpty() ? QString::fromUtf8(curl_easy_strerror(failure.code))
                                  : base::withoutSecrets(failure.text);
}

QString proxyMessage(const CurlFailure &failure)
{
    if (isRefusedByProxy(failure)) {
        const QString told = Text::tr("the proxy made no way to the server: it answered %1 to CONNECT")
                                 .arg(failure.proxyStatus);
        if (failure.proxyStatus != 407)
            return told;
        return failure.hasProxyUser
            ? Text::tr("%1: it does not accept the user and password that it was given").arg(told)
            : Text::tr("%1: it wants a user and a password").arg(told);
    }
    if (failure.code == CURLE_COULDNT_CONNECT)
        return Text::tr("the proxy cannot be reached");
    if (failure.code == CURLE_RECV_ERROR) // "Proxy CONNECT aborted"
        return Text::tr("the proxy closed the connection instead of making a way to the server");
    return saidOf(failure);
}

// OpenSSL's words for what is not TLS at all: a plain server's "400 Bad Request", or its closing the connection.
bool isNoTls(const CurlFailure &failure)
{
    static constexpr std::array words{"wrong version number", "packet length too long", "http request",
                                      "SSL_ERROR_SYSCALL", "unexpected eof"};
    return failure.code == CURLE_SSL_CONNECT_ERROR && std::ranges::any_of(words, [&](const char *word) {
               return failure.text.contains(QLatin1String(word));
           });
}

QString resetMessage(const CurlFailure &failure)
{
    if (failure.answerStatus > 0)
        return Text::tr("the connection broke in the middle of the server's answer, which began with %1")
            .arg(failure.answerStatus);
    if (failure.code == CURLE_SEND_FAIL_REWIND && failure.isReused)
        return Text::tr("the server closed the kept-alive connection while the request was sent");
    if (failure.bodyBytesRead > 0)
        return Text::tr("the server closed the connection before it answered; "
                        "it may have refused the upload, for instance for its size");
    return Text::tr("the server closed the connection before it answered");
}

QString timeoutMessage(const CurlFailure &failure)
{
    const bool hasWay = !failure.isProxied || failure.proxyStatus / 100 == 2;
    if (!hasWay)
        return Text::tr("the proxy made no way to the server within the allowed time");
    if (failure.isTcpConnected && failure.target.scheme() == QLatin1String("https"))
        return Text::tr("the server was reached, but the TLS handshake did not end within the allowed time; "
                        "perhaps nothing speaks TLS at that port");
    return Text::tr("no connection within the allowed time");
}

} // namespace

QString proxySignInText(bool hasProxyUser)
{
    return hasProxyUser ? Text::tr("the proxy does not accept the user and password that it was given")
                        : Text::tr("the proxy wants a user and a password");
}

Error toError(const CurlFailure &failure)
{
    Error error;
    error.kind = kindOf(failure);
    const QString said = saidOf(failure);
    switch (error.kind) {
    case ErrorKind::ConnectionReset:
        error.message = failure.isProxied
            ? Text::tr("the connection through the proxy broke before a whole answer came: closed by the "
                       "proxy or by the server behind it")
            : resetMessage(failure);
        error.detail = said;
        break;
    case ErrorKind::ConnectTimeout:
        error.message = timeoutMessage(failure);
        error.detail = said;
        break;
    case ErrorKind::Timeout:
        error.message = Text::tr("no complete answer within the allowed time");
        error.detail = said;
        break;
    case ErrorKind::ConnectionRefused:
        error.message = Text::tr("nothing listens there: the connection was refused");
        error.detail = said;
        break;
    case ErrorKind::ProxyFailed:
        error.message = proxyMessage(failure);
        error.detail = said;
        break;
    case ErrorKind::TlsFailed:
        error.message = isNoTls(failure)
            ? Text::tr("the server did not answer in TLS; perhaps it speaks http:// there")
            : said;
        if (isNoTls(failure))
            error.detail = said;
        break;
    case ErrorKind::TooLarge:
        error.message
            = Text::tr("the header of the server's answer is larger than the 100 KiB a line and 300 KiB in "
                       "all that are taken of one; look at what it sends there, cookies for instance");
        error.detail = said;
        break;
    case ErrorKind::Protocol:
        error.message = Text::tr("the answer is not whole or not HTTP");
        error.detail = said;
        break;
    default:
        error.message = said;
    }
    return error;
}

} // namespace net
