// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlerror.h"
#include "core/net/networkerror.h"

#include <QMetaEnum>
#include <QTest>

#include <cerrno>

using base::Error;
using base::ErrorKind;

class TestNetworkError final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void curlCodes_data();
    void curlCodes();
    void saysWhatWasWaitedFor_data();
    void saysWhatWasWaitedFor();
    void quotesNoPassword();
    void everyKindHasAQtCode();
    void statusIsMappedAsByQt_data();
    void statusIsMappedAsByQt();
};

void TestNetworkError::curlCodes_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isConnected");
    QTest::addColumn<int>("osError");
    QTest::addColumn<ErrorKind>("kind");

    const auto row = [](const char *name, CURLcode code, const char *text, bool isConnected, ErrorKind kind,
                        int osError = 0) {
        QTest::newRow(name) << static_cast<int>(code) << QString::fromLatin1(text) << isConnected << osError
                            << kind;
    };
    row("ok", CURLE_OK, "", true, ErrorKind::None);
    row("host", CURLE_COULDNT_RESOLVE_HOST, "Could not resolve host: x", false, ErrorKind::HostNotFound);
    row("refused", CURLE_COULDNT_CONNECT, "Couldn't connect", false, ErrorKind::ConnectionRefused,
        ECONNREFUSED);
    row("no route", CURLE_COULDNT_CONNECT, "Couldn't connect", false, ErrorKind::ConnectionFailed,
        EHOSTUNREACH);
    row("late connect", CURLE_OPERATION_TIMEDOUT, "", false, ErrorKind::ConnectTimeout);
    row("late answer", CURLE_OPERATION_TIMEDOUT, "", true, ErrorKind::Timeout);
    row("reset", CURLE_RECV_ERROR, "", true, ErrorKind::ConnectionReset);
    row("broken pipe", CURLE_SEND_ERROR, "", true, ErrorKind::ConnectionReset);
    row("nothing came", CURLE_GOT_NOTHING, "", true, ErrorKind::ConnectionReset);
    row("broken chunk", CURLE_RECV_ERROR, "Illegal number in chunked-encoding", true, ErrorKind::Protocol);
    row("not http", CURLE_UNSUPPORTED_PROTOCOL, "Received HTTP/0.9 when not allowed", true,
        ErrorKind::Protocol);
    row("scheme", CURLE_UNSUPPORTED_PROTOCOL, "Protocol \"x\" not supported", false,
        ErrorKind::UnsupportedScheme);
    row("short", CURLE_PARTIAL_FILE, "", true, ErrorKind::Protocol);
    row("certificate", CURLE_PEER_FAILED_VERIFICATION, "self-signed", false, ErrorKind::TlsFailed);
    row("proxy", CURLE_COULDNT_RESOLVE_PROXY, "", false, ErrorKind::ProxyFailed);
    row("refused by the server", CURLE_COULDNT_CONNECT,
        "Failed to connect to server.test port 443 after 1 ms: Couldn't connect to server", false,
        ErrorKind::ConnectionRefused, ECONNREFUSED);
    row("refused by the proxy", CURLE_COULDNT_CONNECT,
        "Failed to connect to proxy.test port 443 after 1 ms: Couldn't connect to server", false,
        ErrorKind::ProxyFailed, ECONNREFUSED);
    row("refused by the proxy on the same host", CURLE_COULDNT_CONNECT,
        "Failed to connect to server.test port 3128 after 1 ms: Couldn't connect to server", false,
        ErrorKind::ProxyFailed, ECONNREFUSED);
    row("unheard of", CURLE_FTP_COULDNT_USE_REST, "", false, ErrorKind::ConnectionFailed);
}

void TestNetworkError::curlCodes()
{
    QFETCH(int, code);
    QFETCH(QString, text);
    QFETCH(bool, isConnected);
    QFETCH(int, osError);
    const Error error = net::toError({.code = static_cast<CURLcode>(code),
                                      .text = text,
                                      .target = QUrl(QStringLiteral("https://server.test./path")),
                                      .isConnected = isConnected,
                                      .osError = osError});
    QTEST(error.kind, "kind");
    QVERIFY(code == CURLE_OK || !error.message.isEmpty());
}

void TestNetworkError::saysWhatWasWaitedFor_data()
{
    QTest::addColumn<net::CurlFailure>("failure");
    QTest::addColumn<QString>("words");
    const QUrl plain(QStringLiteral("http://server.test/")), secure(QStringLiteral("https://server.test/"));
    QTest::newRow("nobody") << net::CurlFailure{.code = CURLE_OPERATION_TIMEDOUT, .target = secure}
                            << QStringLiteral("no connection within");
    QTest::newRow("TLS") << net::CurlFailure{.code = CURLE_OPERATION_TIMEDOUT,
                                             .target = secure,
                                             .isTcpConnected = true}
                         << QStringLiteral("the server was reached, but the TLS handshake did not end");
    QTest::newRow("the proxy") << net::CurlFailure{.code = CURLE_OPERATION_TIMEDOUT,
                                                   .target = plain,
                                                   .isTcpConnected = true,
                                                   .isProxied = true}
                               << QStringLiteral("the proxy made no way to the server");
    QTest::newRow("TLS through the proxy") << net::CurlFailure{.code = CURLE_OPERATION_TIMEDOUT,
                                                               .target = secure,
                                                               .isTcpConnected = true,
                                                               .isProxied = true,
                                                               .proxyStatus = 200}
                                           << QStringLiteral("TLS handshake did not end");
    QTest::newRow("broken behind a proxy")
        << net::CurlFailure{.code = CURLE_RECV_ERROR, .target = plain, .isConnected = true, .isProxied = true}
        << QStringLiteral("closed by the proxy or by the server behind it");
    QTest::newRow("a kept-alive connection") << net::CurlFailure{.code = CURLE_SEND_FAIL_REWIND,
                                                                 .target = plain,
                                                                 .isReused = true,
                                                                 .bodyBytesRead = 1}
                                             << QStringLiteral("closed the kept-alive connection");
    QTest::newRow("a new one") << net::CurlFailure{.code = CURLE_SEND_FAIL_REWIND, .target = plain}
                               << QStringLiteral("the server closed the connection before it answered");
    QTest::newRow("CONNECT aborted") << net::CurlFailure{
        .code = CURLE_RECV_ERROR,
        .text = QStringLiteral("Proxy CONNECT aborted"),
        .target = secure,
        .isProxied = true} << QStringLiteral("the proxy closed the connection instead of making a way");
    QTest::newRow("a user is wanted")
        << net::CurlFailure{.code = CURLE_RECV_ERROR, .target = secure, .isProxied = true, .proxyStatus = 407}
        << QStringLiteral("it wants a user and a password");
    QTest::newRow("another user is wanted") << net::CurlFailure{.code = CURLE_RECV_ERROR,
                                                                .target = secure,
                                                                .isProxied = true,
                                                                .hasProxyUser = true,
                                                                .proxyStatus = 407}
                                            << QStringLiteral("it does not accept the user and password");
}

void TestNetworkError::saysWhatWasWaitedFor()
{
    QFETCH(net::CurlFailure, failure);
    QFETCH(QString, words);
    const QString message = net::toError(failure).message;
    QVERIFY2(message.contains(words), qPrintable(message));
}

void TestNetworkError::quotesNoPassword()
{
    for (const CURLcode code : {CURLE_COULDNT_RESOLVE_PROXY, CURLE_URL_MALFORMAT, CURLE_OPERATION_TIMEDOUT}) {
        const Error error = net::toError(
            {.code = code,
             .text = QStringLiteral("Unsupported proxy syntax in 'http://u:hush@127.0.0.1:99999'")});
        const QString told = error.message + u'\n' + error.detail;
        QVERIFY2(told.contains(QStringLiteral("'http://127.0.0.1:99999'")), qPrintable(told));
        QVERIFY2(!told.contains(QStringLiteral("hush")), qPrintable(told));
    }
}

void TestNetworkError::everyKindHasAQtCode()
{
    const QMetaEnum kinds = QMetaEnum::fromType<ErrorKind>();
    for (int i = 0; i < kinds.keyCount(); ++i) {
        const auto kind = static_cast<ErrorKind>(kinds.value(i));
        const Error error{kind, QStringLiteral("x"), kind == ErrorKind::HttpStatus ? 413 : 0, {}};
        QCOMPARE(net::qtErrorFor(error) == QNetworkReply::NoError, kind == ErrorKind::None);
    }
}

void TestNetworkError::statusIsMappedAsByQt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::newRow("200") << 200 << QNetworkReply::NoError;
    QTest::newRow("302") << 302 << QNetworkReply::NoError;
    QTest::newRow("401") << 401 << QNetworkReply::AuthenticationRequiredError;
    QTest::newRow("404") << 404 << QNetworkReply::ContentNotFoundError;
    QTest::newRow("413") << 413 << QNetworkReply::UnknownContentError;
    QTest::newRow("429") << 429 << QNetworkReply::UnknownContentError;
    QTest::newRow("500") << 500 << QNetworkReply::InternalServerError;
    QTest::newRow("502") << 502 << QNetworkReply::UnknownServerError;
    QTest::newRow("503") << 503 << QNetworkReply::ServiceUnavailableError;
}

void TestNetworkError::statusIsMappedAsByQt()
{
    QFETCH(int, status);
    QTEST(net::qtErrorForStatus(status), "error");
}

QTEST_APPLESS_MAIN(TestNetworkError)
#include "tst_networkerror.moc"
