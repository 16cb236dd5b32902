// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/net/networkerror.h"
#include "tests/net/replies.h"
#include "tests/net/scriptserver.h"

#include <QBuffer>
#include <QNetworkProxy>
#include <QScopeGuard>
#include <QTest>

using base::ErrorKind;
using Exchange = ScriptServer::Exchange;
using replies::readWhole;
using replies::statusOf;
using replies::withTransport;

/// What is asked for, of whom and how often. Bodies are tested in tst_curlreply_body.
class TestCurlReplyRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cookiesComeAndGo();
    void httpProxyIsUsed();
    void environmentsProxyIsNotForLoopback_data();
    void environmentsProxyIsNotForLoopback();
    void passwordsAreNotTold();
    void requestsWithoutABodyAreNotRepeated_data();
    void requestsWithoutABodyAreNotRepeated();
    void basicCredentialsGoWithTheFirstRequest();
    void customVerbAndHead();
    void connectionsAreKeptAlive();
    void managersDefaultsAreHonoured();
    void repeatedRequestHeadersAreAList();

private:
    net::CurlAccessManager m_manager;
};

void TestCurlReplyRequest::cookiesComeAndGo()
{
    net::CurlAccessManager manager;
    ScriptServer server(ScriptServer::always(ScriptServer::ok("", "Set-Cookie: id=42; Path=/\r\n")));
    for (int i = 0; i < 2; ++i)
        readWhole(std::unique_ptr<QNetworkReply>(manager.get(QNetworkRequest(server.url()))).get());
    QNetworkRequest without(server.url());
    without.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    readWhole(std::unique_ptr<QNetworkReply>(manager.get(without)).get());
    QVERIFY(!server.requests().at(0).contains("Cookie:"));
    QVERIFY(server.requests().at(1).contains("Cookie: id=42\r\n"));
    QVERIFY(!server.requests().at(2).contains("Cookie:"));
}

void TestCurlReplyRequest::httpProxyIsUsed()
{
    ScriptServer proxy(ScriptServer::always(ScriptServer::ok("by proxy")));
    const QUrl target(QStringLiteral("http://no-such-host.invalid/x"));
    net::TransportOptions options;
    options.proxy = proxy.url();
    const std::unique_ptr<QNetworkReply> byOption(m_manager.get(withTransport(target, options)));
    QCOMPARE(readWhole(byOption.get()), QByteArray("by proxy"));
    QVERIFY(proxy.requests().constLast().startsWith("GET http://no-such-host.invalid/x HTTP/1.1"));

    net::CurlAccessManager manager;
    manager.setProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort()));
    const std::unique_ptr<QNetworkReply> byManager(manager.get(QNetworkRequest(target)));
    QCOMPARE(readWhole(byManager.get()), QByteArray("by proxy"));

    options.proxy = QUrl(QStringLiteral("http://no-such-proxy.invalid:1"));
    const std::unique_ptr<QNetworkReply> missing(m_manager.get(withTransport(proxy.url(), options)));
    readWhole(missing.get());
    QCOMPARE(net::errorOf(*missing).kind, ErrorKind::ProxyFailed);
}

void TestCurlReplyRequest::environmentsProxyIsNotForLoopback_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isNamed"); // the manager names the proxy
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("127.0.0.1") << QStringLiteral("127.0.0.1") << false << QByteArray("direct");
    QTest::newRow("localhost") << QStringLiteral("localhost") << false << QByteArray("direct");
    QTest::newRow("elsewhere") << QStringLiteral("no-such-host.invalid") << false << QByteArray("by proxy");
    QTest::newRow("named") << QStringLiteral("127.0.0.1") << true << QByteArray("by proxy");
}

void TestCurlReplyRequest::environmentsProxyIsNotForLoopback()
{
    QFETCH(QString, host);
    QFETCH(bool, isNamed);
    ScriptServer proxy(ScriptServer::always(ScriptServer::ok("by proxy")));
    ScriptServer server(ScriptServer::always(ScriptServer::ok("direct")));
    const QByteArray before = qgetenv("http_proxy");
    const auto restore = qScopeGuard([&] {
        if (before.isNull())
            qunsetenv("http_proxy");
        else
            qputenv("http_proxy", before);
    });
    qputenv("http_proxy", proxy.url().toEncoded());
    net::CurlAccessManager manager;
    if (isNamed)
        manager.setProxy(
            QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort()));
    QUrl url = server.url();
    url.setHost(host);
    QTEST(readWhole(std::unique_ptr<QNetworkReply>(manager.get(QNetworkRequest(url))).get()), "answer");
}

void TestCurlReplyRequest::passwordsAreNotTold()
{
    const QUrl url(QStringLiteral("http://jo:secret@/path"));
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(url)));
    readWhole(reply.get());
    const base::Error error = net::errorOf(*reply);
    QCOMPARE(error.kind, ErrorKind::BadUrl);
    QVERIFY2(!error.message.contains(QStringLiteral("secret")), qPrintable(error.message));
}

void TestCurlReplyRequest::requestsWithoutABodyAreNotRepeated_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<bool>("hasBody"); // an empty one
    for (const char *verb : {"DELETE", "PATCH", "POST", "PUT"}) {
        QTest::addRow("%s, no body", verb) << QByteArray(verb) << false;
        QTest::addRow("%s, an empty body", verb) << QByteArray(verb) << true;
    }
}

void TestCurlReplyRequest::requestsWithoutABodyAreNotRepeated()
{
    QFETCH(QByteArray, verb);
    QFETCH(bool, hasBody);
    int others = 0; // than the GET that opens the connection
    ScriptServer server([&others](Exchange &exchange) {
        if (!exchange.isWhole())
            return;
        if (exchange.received.startsWith("GET")) {
            exchange.answer(ScriptServer::ok());
        } else {
            ++others;
            exchange.close(); // acted on, and not answered
        }
    });
    readWhole(std::unique_ptr<QNetworkReply>(m_manager.get(QNetworkRequest(server.url()))).get());
    QBuffer empty;
    empty.open(QIODevice::ReadOnly);
    const std::unique_ptr<QNetworkReply> reply(
        m_manager.sendCustomRequest(QNetworkRequest(server.url()), verb, hasBody ? &empty : nullptr));
    readWhole(reply.get());
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::ConnectionReset);
    QCOMPARE(others, 1);
}

void TestCurlReplyRequest::basicCredentialsGoWithTheFirstRequest()
{
    ScriptServer server(ScriptServer::always(ScriptServer::ok()));
    net::TransportOptions options;
    options.user = QStringLiteral("jo");
    options.password = QStringLiteral("p:w");
    readWhole(std::unique_ptr<QNetworkReply>(m_manager.get(withTransport(server.url(), options))).get());
    const QByteArray expected = "Authorization: Basic " + QByteArray("jo:p:w").toBase64();
    QVERIFY(server.requests().constLast().contains(expected));
}

void TestCurlReplyRequest::customVerbAndHead()
{
    ScriptServer server([](Exchange &exchange) {
        if (exchange.isWhole())
            exchange.answer(exchange.received.startsWith("HEAD")
                                ? "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"
                                : ScriptServer::ok("x"));
    });
    const std::unique_ptr<QNetworkReply> head(m_manager.head(QNetworkRequest(server.url())));
    QCOMPARE(readWhole(head.get()), QByteArray());
    QCOMPARE(net::errorOf(*head).kind, ErrorKind::None);
    QCOMPARE(head->header(QNetworkRequest::ContentLengthHeader).toInt(), 99);
    const std::unique_ptr<QNetworkReply> custom(
        m_manager.sendCustomRequest(QNetworkRequest(server.url()), "PATCH", QByteArray("abc")));
    readWhole(custom.get());
    QVERIFY(server.requests().constLast().startsWith("PATCH / HTTP/1.1"));
    QVERIFY(server.requests().constLast().endsWith("\r\n\r\nabc"));
    readWhole(std::unique_ptr<QNetworkReply>(m_manager.deleteResource(QNetworkRequest(server.url()))).get());
    QVERIFY(server.requests().constLast().startsWith("DELETE / HTTP/1.1"));
    readWhole(
        std::unique_ptr<QNetworkReply>(m_manager.post(QNetworkRequest(server.url()), QByteArray())).get());
    QVERIFY(server.requests().constLast().startsWith("POST / HTTP/1.1"));
    QVERIFY2(server.requests().constLast().contains("Content-Length: 0"),
             server.requests().constLast().constData());
}

void TestCurlReplyRequest::connectionsAreKeptAlive()
{
    ScriptServer server(ScriptServer::always(ScriptServer::ok()));
    for (int i = 0; i < 5; ++i)
        readWhole(std::unique_ptr<QNetworkReply>(m_manager.get(QNetworkRequest(server.url()))).get());
    QCOMPARE(server.connections(), 1);
    net::TransportOptions options;
    options.closeConnection = true;
    for (int i = 0; i < 2; ++i)
        readWhole(std::unique_ptr<QNetworkReply>(m_manager.get(withTransport(server.url(), options))).get());
    QVERIFY(server.requests().constLast().contains("Connection: close\r\n"));
    QCOMPARE(server.connections(), 2); // the kept one served the first of the two
}

void TestCurlReplyRequest::managersDefaultsAreHonoured()
{
    net::CurlAccessManager manager;
    manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager.setTransferTimeout(150);
    ScriptServer server([](Exchange &exchange) {
        if (exchange.isWhole() && !exchange.head().contains("/silent"))
            exchange.answer("HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n");
    });
    const std::unique_ptr<QNetworkReply> reply(manager.get(QNetworkRequest(server.url())));
    readWhole(reply.get());
    QCOMPARE(statusOf(*reply), 302);
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::None);
    const std::unique_ptr<QNetworkReply> silent(
        manager.get(QNetworkRequest(server.url(QStringLiteral("/silent")))));
    readWhole(silent.get());
    QCOMPARE(net::errorOf(*silent).kind, ErrorKind::Stalled);
}

void TestCurlReplyRequest::repeatedRequestHeadersAreAList()
{
    ScriptServer server(ScriptServer::always(ScriptServer::ok()));
    net::Endpoint endpoint;
    endpoint.url = server.url();
    endpoint.headers = {{"X-Tag", "a"}, {"x-tag", "b"}, {"Cookie", "c=1"}, {"Cookie", "d=2"}};
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(endpoint.request()));
    readWhole(reply.get());
    const QByteArray sent = server.requests().constFirst().toLower();
    QVERIFY2(sent.contains("x-tag: a, b\r\n"), sent.constData());
    QVERIFY2(sent.contains("cookie: c=1; d=2\r\n"), sent.constData());
}

QTEST_GUILESS_MAIN(TestCurlReplyRequest)
#include "tst_curlreply_request.moc"
