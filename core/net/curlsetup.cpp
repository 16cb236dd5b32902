// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlsetup.h"

#include <sys/socket.h>

namespace net {
namespace {

constexpr long keepAliveSeconds = 4; // below the 5 s of Node, the shortest common server-side limit

void setString(CURL *handle, CURLoption option, const QString &value)
{
    if (!value.isEmpty())
        curl_easy_setopt(handle, option, value.toUtf8().constData());
}

void setMethod(CURL *handle, const HopRequest &hop)
{
    // libcurl by itself sends a request without a body again where a kept-alive connection broke before the answer.
    const bool isRepeatable = hop.method == "GET" || hop.method == "HEAD";
    if (!isRepeatable && (!hop.hasBody || hop.bodySize == 0))
        curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, 1L);
    if (hop.hasBody) {
        curl_easy_setopt(handle, CURLOPT_UPLOAD,
                         1L); // streamed through the read callback, whatever the method
        if (hop.method != "PUT")
            curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, hop.method.constData());
        return;
    }
    if (hop.method == "HEAD") {
        curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);
    } else if (hop.method == "POST" || hop.method == "PUT") {
        curl_easy_setopt(handle, CURLOPT_POST, 1L);
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, "");
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(0));
        curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, hop.method.constData());
    } else if (hop.method != "GET") {
        curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, hop.method.constData());
    }
}

void setTls(CURL *handle, const TransportOptions &transport)
{
    // libcurl keeps the parsed certificates for further connections only where there is no folder of them to look into
    // (CURLOPT_CA_CACHE_TIMEOUT), and Debian's has both a bundle and a folder, of the same ones. Reading the bundle
    // takes longer than the rest of a handshake.
    const bool hasBundle = !transport.caFile.isEmpty() || curl_version_info(CURLVERSION_NOW)->cainfo;
    if (hasBundle)
        curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
    // What is older libcurl would still offer, and OpenSSL then not accept for its signatures, in words that say nothing.
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    setString(handle, CURLOPT_CAINFO, transport.caFile);
    setString(handle, CURLOPT_CRLFILE, transport.crlFile);
    setString(handle, CURLOPT_SSLCERT, transport.certFile);
    if (isPkcs12(transport.certFile))
        curl_easy_setopt(handle, CURLOPT_SSLCERTTYPE, "P12");
    setString(handle, CURLOPT_SSLKEY, transport.keyFile);
    // Without a passphrase, be it an empty one, OpenSSL asks for it on the terminal and waits.
    curl_easy_setopt(handle, CURLOPT_KEYPASSWD, transport.keyPassword.toUtf8().constData());
    if (!transport.verifyTls) {
        curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 0L);
    } else if (!transport.trustedCertificate.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST,
                         0L); // TlsTrace compares it, unless it is that certificate
    }
}

// close() then sends RST and throws away what is not sent yet (socket(7), SO_LINGER).
int lingerNot(void *, curl_socket_t socket, curlsocktype)
{
    const linger none{1, 0};
    return setsockopt(socket, SOL_SOCKET, SO_LINGER, &none, sizeof none) == 0 ? CURL_SOCKOPT_OK
                                                                              : CURL_SOCKOPT_ERROR;
}

void setLimits(CURL *handle, const TransportOptions &transport)
{
    // libcurl's own default is 300 s; 0 would mean that.
    const auto connect = transport.connectTimeout.count() > 0 ? transport.connectTimeout.count() : 86'400'000;
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connect));
    curl_easy_setopt(handle, CURLOPT_MAXAGE_CONN, keepAliveSeconds);
    if (transport.closeConnection)
        curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, 1L);
    if (transport.resetOnClose) {
        curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, 1L);
        curl_easy_setopt(handle, CURLOPT_SOCKOPTFUNCTION, lingerNot);
    }
}

curl_slist *headersOf(const HopRequest &hop)
{
    // "Expect: 100-continue" costs a round trip, or a second where the server does not know it.
    curl_slist *list = curl_slist_append(nullptr, "Expect:");
    const HeaderList headers = ownHeaders(hop);
    for (const auto &[name, value] : headers) {
        // "Name;" is libcurl's way to send a header without a value.
        QByteArray line = name;
        line += value.isEmpty() ? QByteArray(";") : ": " + value;
        list = curl_slist_append(list, line.constData());
    }
    return list;
}

} // namespace

HeaderList ownHeaders(const HopRequest &hop)
{
    HeaderList headers;
    bool hasAgent = false;
    const QList<QByteArray> names = hop.request->rawHeaderList();
    for (const QByteArray &name : names) {
        const bool isFraming = name.compare("Content-Length", Qt::CaseInsensitive) == 0
            || name.compare("Transfer-Encoding", Qt::CaseInsensitive) == 0;
        const bool isReplaced
            = !hop.contentType.isEmpty() && name.compare("Content-Type", Qt::CaseInsensitive) == 0;
        if (isFraming || isReplaced || (!hop.mayAuthenticate && isSecretHeader(name, *hop.transport)))
            continue;
        hasAgent = hasAgent || name.compare("User-Agent", Qt::CaseInsensitive) == 0;
        headers.emplaceBack(name, hop.request->rawHeader(name));
    }
    if (!hop.contentType.isEmpty())
        headers.emplaceBack("Content-Type", hop.contentType);
    if (!hasAgent)
        headers.emplaceBack(QByteArrayLiteral("User-Agent"), QByteArrayLiteral("Tidemark/" TIDEMARK_VERSION));
    if (!hop.transport->token.isEmpty() && hop.mayAuthenticate)
        headers.emplaceBack("Authorization", QByteArray("Bearer " + hop.transport->token.toUtf8()));
    if (!hop.cookies.isEmpty())
        headers.emplaceBack(QByteArrayLiteral("Cookie"), hop.cookies);
    if (hop.transport->closeConnection)
        headers.emplaceBack("Connection", "close");
    if (hop.hasBody && hop.bodySize < 0)
        headers.emplaceBack("Transfer-Encoding", "chunked");
    return headers;
}

namespace {

void setProxy(CURL *handle, const TransportOptions &transport)
{
    // The proxy's answer to CONNECT is not the server's: neither its status nor its headers.
    curl_easy_setopt(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (transport.proxy.isEmpty())
        return;
    curl_easy_setopt(handle, CURLOPT_PROXY, transport.proxy.toEncoded().constData());
    setString(handle, CURLOPT_PROXYUSERNAME, transport.proxyUser);
    setString(handle, CURLOPT_PROXYPASSWORD, transport.proxyPassword);
}

void setUser(CURL *handle, const HopRequest &hop)
{
    const TransportOptions &transport = *hop.transport;
    if (!hop.mayAuthenticate || !transport.token.isEmpty())
        return;
    const bool isInUrl = transport.user.isEmpty();
    // A redirect within the origin names the place, but seldom the user.
    const QUrl &named = hop.url.userName().isEmpty() ? hop.request->url() : hop.url;
    const QString user = isInUrl ? named.userName(QUrl::FullyDecoded) : transport.user;
    if (user.isEmpty())
        return;
    curl_easy_setopt(handle, CURLOPT_HTTPAUTH, isDigest(hop) ? CURLAUTH_DIGEST : CURLAUTH_BASIC);
    setString(handle, CURLOPT_USERNAME, user);
    setString(handle, CURLOPT_PASSWORD, isInUrl ? named.password(QUrl::FullyDecoded) : transport.password);
}

} // namespace

bool isDigest(const HopRequest &hop)
{
    const TransportOptions &transport = *hop.transport;
    return transport.auth == TransportOptions::Auth::Digest && transport.token.isEmpty()
        && hop.mayAuthenticate && !(transport.user.isEmpty() && hop.request->url().userName().isEmpty());
}

curl_slist *setUp(CURL *handle, const HopRequest &hop)
{
    const TransportOptions &transport = *hop.transport;
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    // Uploads over HTTP/2 are bounded by the server's small windows: only on request.
    const bool http2 = hop.request->attribute(QNetworkRequest::Http2AllowedAttribute, false).toBool();
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, http2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1);
    setMethod(handle, hop);
    setLimits(handle, transport);
    if (hop.url.scheme() == QLatin1String("https"))
        setTls(handle, transport);
    setProxy(handle, transport);
    setUser(handle, hop);
    return headersOf(hop);
}

QByteArray methodFor(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation:
        return "HEAD";
    case QNetworkAccessManager::GetOperation:
        return "GET";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    case QNetworkAccessManager::CustomOperation:
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    case QNetworkAccessManager::UnknownOperation:
        break;
    }
    return "GET";
}

} // namespace net
