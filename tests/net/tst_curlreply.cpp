// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/net/endpoint.h"
#include "core/net/networkerror.h"
#include "core/net/phasetimings.h"
#include "tests/net/scriptserver.h"

#include <QBuffer>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using base::ErrorKind;
using Exchange = ScriptServer::Exchange;

/// What a reply holds when finished, whatever the server did.
class TestCurlReply final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void get();
    void outcome_data();
    void outcome();
    void cannotStart_data();
    void cannotStart();
    void interimAnswersAreNotTheAnswer_data();
    void interimAnswersAreNotTheAnswer();
    void repeatedHeadersAreCombined();
    void cookiesComeAndGo();
    void timeouts_data();
    void timeouts();
    void answerMayBeLimited();
    void readBufferHoldsTheServerBack();
    void timingsAreInOrder();
    void httpProxyIsUsed();
    void environmentsProxyIsNotForLoopback_data();
    void environmentsProxyIsNotForLoopback();
    void passwordsAreNotTold();
    void requestsWithoutABodyAreNotRepeated_data();
    void requestsWithoutABodyAreNotRepeated();
    void basicCredentialsGoWithTheFirstRequest();
    void customVerbAndHead();
    void connectionsAreKeptAlive();
    void headIsKnownBeforeItsText();
    void managersDefaultsAreHonoured();
    void repeatedRequestHeadersAreAList();

private:
    net::CurlAccessManager m_manager;
};

static QByteArray readWhole(QNetworkReply *reply)
{
    if (!reply->isFinished()) {
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!finished.wait(20'000))
            return "never finished";
    }
    return reply->readAll();
}

static int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

static QNetworkRequest withTransport(const QUrl &url, const net::TransportOptions &options)
{
    net::Endpoint endpoint;
    endpoint.url = url;
    endpoint.transport = options;
    return endpoint.request();
}

void TestCurlReply::get()
{
    ScriptServer server(
        ScriptServer::always(ScriptServer::ok("hello", "X-Thing: 1\r\nContent-Type: text/plain\r\n")));
    QNetworkRequest request(server.url(QStringLiteral("/a b?q=%26#fragment")));
    request.setRawHeader("X-Mine", "yes");
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QSignalSpy meta(reply.get(), &QNetworkReply::metaDataChanged);
    QCOMPARE(readWhole(reply.get()), QByteArray("hello"));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(meta.size(), 1);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::None);
    QCOMPARE(statusOf(*reply), 200);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString(), QStringLiteral("OK"));
    QCOMPARE(reply->rawHeader("x-thing"), QByteArray("1"));
    QCOMPARE(reply->header(QNetworkRequest::ContentTypeHeader).toString(), QStringLiteral("text/plain"));
    QCOMPARE(reply->header(QNetworkRequest::ContentLengthHeader).toInt(), 5);
    const QByteArray head = server.requests().constFirst();
    QVERIFY2(head.startsWith("GET /a%20b?q=%26 HTTP/1.1\r\n"), head.constData());
    QVERIFY(head.contains("X-Mine: yes\r\n"));
    QVERIFY(!head.contains("Expect:"));
}

void TestCurlReply::outcome_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("then"); // "keep", "close", "reset"
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QByteArray>("body");

    const auto row = [](const char *name, const QByteArray &answer, const char *then, int status,
                        ErrorKind kind, const QByteArray &body) {
        QTest::newRow(name) << answer << QString::fromLatin1(then) << status << kind << body;
    };
    const QByteArray http = "HTTP/1.1 ";
    row("201", http + "201 Created\r\nContent-Length: 2\r\n\r\nok", "keep", 201, ErrorKind::None, "ok");
    row("204 without a body", http + "204 No Content\r\n\r\n", "keep", 204, ErrorKind::None, "");
    row("404", http + "404 Not Found\r\nContent-Length: 4\r\n\r\ngone", "keep", 404, ErrorKind::HttpStatus,
        "gone");
    row("500", http + "500 Oops\r\nContent-Length: 0\r\n\r\n", "keep", 500, ErrorKind::HttpStatus, "");
    row("ends with the connection", http + "200 OK\r\n\r\nall of it", "close", 200, ErrorKind::None,
        "all of it");
    row("http 1.0", "HTTP/1.0 200 OK\r\n\r\nold", "close", 200, ErrorKind::None, "old");
    row("chunked", http + "200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", "keep", 200,
        ErrorKind::None, "abc");
    row("cut short", http + "200 OK\r\nContent-Length: 9\r\n\r\nhalf", "close", 200, ErrorKind::Protocol,
        "half");
    row("refusal cut short", http + "413 Too Large\r\nContent-Length: 9\r\n\r\nhalf", "reset", 413,
        ErrorKind::HttpStatus, "half");
    row("broken chunk", http + "200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "keep", 200,
        ErrorKind::Protocol, "");
    row("nothing", "", "close", 0, ErrorKind::ConnectionReset, "");
    row("reset", "", "reset", 0, ErrorKind::ConnectionReset, "");
    row("not http", "SSH-2.0-OpenSSH_9.2\r\n", "close", 0, ErrorKind::Protocol, "");
    row("half a head", http + "200 OK\r\nContent-Le", "close", 0, ErrorKind::ConnectionReset, "");
}

void TestCurlReply::outcome()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, then);
    ScriptServer server([&](Exchange &exchange) {
        if (!exchange.isWhole())
            return;
        exchange.answer(answer);
        if (then == QLatin1String("close"))
            exchange.close();
        else if (then == QLatin1String("reset"))
            exchange.reset();
    });
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(server.url())));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QSignalSpy errors(reply.get(), &QNetworkReply::errorOccurred);
    const QByteArray body = readWhole(reply.get());
    const base::Error error = net::errorOf(*reply);
    QTEST(error.kind, "kind");
    QTEST(statusOf(*reply), "status");
    QTEST(body, "body");
    QCOMPARE(finished.size(), 1);
    QCOMPARE(errors.size(), error.kind == ErrorKind::None ? 0 : 1);
    QCOMPARE(reply->error() == QNetworkReply::NoError, error.kind == ErrorKind::None);
    QCOMPARE(error.message.isEmpty(), error.kind == ErrorKind::None);
    QCOMPARE(server.connections(), 1); // nothing was asked for twice
}

void TestCurlReply::cannotStart_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<ErrorKind>("kind");

    QTcpServer unused;
    unused.listen(QHostAddress::LocalHost);
    const quint16 port = unused.serverPort();
    unused.close();
    QTest::newRow("refused") << QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port))
                             << ErrorKind::ConnectionRefused;
    QTest::newRow("unknown host") << QUrl(QStringLiteral("http://no-such-host.invalid/"))
                                  << ErrorKind::HostNotFound;
    QTest::newRow("ftp") << QUrl(QStringLiteral("ftp://127.0.0.1/")) << ErrorKind::UnsupportedScheme;
    QTest::newRow("no host") << QUrl(QStringLiteral("http:///path")) << ErrorKind::BadUrl;
    QTest::newRow("empty") << QUrl() << ErrorKind::BadUrl;
}

void TestCurlReply::cannotStart()
{
    QFETCH(QUrl, url);
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(url)));
    QVERIFY2(!reply->isFinished(),
             "finished fires from the event loop, so that the caller can connect first");
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(20'000));
    QTEST(net::errorOf(*reply).kind, "kind");
    QVERIFY(!net::errorOf(*reply).message.isEmpty());
    QCOMPARE(statusOf(*reply), 0);
    QCOMPARE(finished.size(), 1);
}

void TestCurlReply::interimAnswersAreNotTheAnswer_data()
{
    QTest::addColumn<QByteArray>("interim");
    QTest::newRow("100") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
    QTest::newRow("102") << QByteArray("HTTP/1.1 102 Processing\r\n\r\n");
    QTest::newRow("103") << QByteArray("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
    QTest::newRow("104") << QByteArray("HTTP/1.1 104 Upload Resumption Supported\r\nLocation: /u\r\n\r\n");
    QTest::newRow("several") << QByteArray(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 X\r\n\r\nHTTP/1.1 104 Y\r\n\r\n");
}

void TestCurlReply::interimAnswersAreNotTheAnswer()
{
    QFETCH(QByteArray, interim);
    ScriptServer server([&](Exchange &exchange) {
        if (exchange.isWhole())
            exchange.answer(interim + ScriptServer::ok("final"));
    });
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(server.url())));
    QCOMPARE(readWhole(reply.get()), QByteArray("final"));
    QCOMPARE(statusOf(*reply), 200);
    QVERIFY(!reply->hasRawHeader("Link") && !reply->hasRawHeader("Location"));
}

void TestCurlReply::repeatedHeadersAreCombined()
{
    ScriptServer server(ScriptServer::always(
        ScriptServer::ok("", "Warning: a\r\nWarning: b\r\nSet-Cookie: c=1\r\nSet-Cookie: d=2\r\n")));
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(server.url())));
    readWhole(reply.get());
    QCOMPARE(reply->rawHeader("Warning"), QByteArray("a, b"));
    QCOMPARE(reply->rawHeader("Set-Cookie"), QByteArray("c=1\nd=2"));
}

void TestCurlReply::cookiesComeAndGo()
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

void TestCurlReply::timeouts_data()
{
    QTest::addColumn<net::TransportOptions>("options");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");

    net::TransportOptions stall;
    stall.stallTimeout = std::chrono::milliseconds(150);
    net::TransportOptions total;
    total.totalTimeout = std::chrono::milliseconds(150);
    QTest::newRow("no answer") << stall << QByteArray() << ErrorKind::Stalled;
    QTest::newRow("stalls in the head") << stall << QByteArray("HTTP/1.1 200 OK\r\n") << ErrorKind::Stalled;
    QTest::newRow("stalls in the body")
        << stall << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf") << ErrorKind::Stalled;
    QTest::newRow("whole request") << total << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")
                                   << ErrorKind::Timeout;
}

void TestCurlReply::timeouts()
{
    QFETCH(net::TransportOptions, options);
    QFETCH(QByteArray, answer);
    ScriptServer server([&](Exchange &exchange) {
        if (exchange.isWhole() && !answer.isEmpty())
            exchange.answer(answer);
    });
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(withTransport(server.url(), options)));
    readWhole(reply.get());
    QTEST(net::errorOf(*reply).kind, "kind");
    QCOMPARE(reply->error(), QNetworkReply::TimeoutError);
    // Qt's own knob does the same.
    QNetworkRequest request(server.url());
    request.setTransferTimeout(150);
    const std::unique_ptr<QNetworkReply> second(m_manager.get(request));
    readWhole(second.get());
    QCOMPARE(net::errorOf(*second).kind, ErrorKind::Stalled);
}

void TestCurlReply::answerMayBeLimited()
{
    ScriptServer server(ScriptServer::always(ScriptServer::ok(QByteArray(100'000, 'x'))));
    net::TransportOptions options;
    options.maxAnswerBytes = 99'999;
    const std::unique_ptr<QNetworkReply> tooLong(m_manager.get(withTransport(server.url(), options)));
    readWhole(tooLong.get());
    QCOMPARE(net::errorOf(*tooLong).kind, ErrorKind::TooLarge);
    options.maxAnswerBytes = 100'000;
    const std::unique_ptr<QNetworkReply> fits(m_manager.get(withTransport(server.url(), options)));
    QCOMPARE(readWhole(fits.get()).size(), 100'000);
    QCOMPARE(net::errorOf(*fits).kind, ErrorKind::None);
}

void TestCurlReply::readBufferHoldsTheServerBack()
{
    constexpr qint64 size = 3 * 1024 * 1024;
    QByteArray content(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        content[i] = static_cast<char>(i * 7 + i / 251);
    ScriptServer server(ScriptServer::always(ScriptServer::ok(content)));
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(server.url())));
    reply->setReadBufferSize(64 * 1024);
    QByteArray read;
    qint64 most = 0;
    connect(reply.get(), &QNetworkReply::readyRead, reply.get(), [&] {
        most = std::max(most, reply->bytesAvailable());
        // Reading later, as a slow consumer would: the reply must pause and go on by itself.
        QMetaObject::invokeMethod(
            reply.get(), [&] { read += reply->read(10'000); }, Qt::QueuedConnection);
    });
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    const auto drain = [&] {
        read += reply->read(200'000);
        return !finished.isEmpty() && reply->bytesAvailable() == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(drain(), 30'000);
    QCOMPARE(read.size(), size);
    QVERIFY(read == content);
    QVERIFY2(most < 1024 * 1024, qPrintable(QString::number(most)));
}

void TestCurlReply::timingsAreInOrder()
{
    ScriptServer server(ScriptServer::always(ScriptServer::ok()));
    const std::unique_ptr<QNetworkReply> reply(
        m_manager.post(QNetworkRequest(server.url()), QByteArray("body")));
    readWhole(reply.get());
    const auto timings = reply->attribute(net::phaseTimingsAttribute).value<net::PhaseTimings>();
    QVERIFY(timings.connect.count() > 0);
    QVERIFY(timings.connect >= timings.dns);
    QCOMPARE(timings.tls.count(), 0);
    QVERIFY(timings.sent >= timings.connect);
    QVERIFY(timings.firstByte >= timings.sent);
    QVERIFY(timings.total >= timings.firstByte);

    const std::unique_ptr<QNetworkReply> again(
        m_manager.post(QNetworkRequest(server.url()), QByteArray("body")));
    readWhole(again.get());
    QCOMPARE(server.connections(), 1);
    const auto reused = again->attribute(net::phaseTimingsAttribute).value<net::PhaseTimings>();
    QCOMPARE(reused.connect.count(), 0);
    QVERIFY(reused.total.count() > 0);
}

void TestCurlReply::httpProxyIsUsed()
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

void TestCurlReply::environmentsProxyIsNotForLoopback_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isNamed"); // the manager names the proxy
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("127.0.0.1") << QStringLiteral("127.0.0.1") << false << QByteArray("direct");
    QTest::newRow("localhost") << QStringLiteral("localhost") << false << QByteArray("direct");
    QTest::newRow("elsewhere") << QStringLiteral("no-such-host.invalid") << false << QByteArray("by proxy");
    QTest::newRow("named") << QStringLiteral("127.0.0.1") << true << QByteArray("by proxy");
}

void TestCurlReply::environmentsProxyIsNotForLoopback()
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

void TestCurlReply::passwordsAreNotTold()
{
    const QUrl url(QStringLiteral("http://jo:secret@/path"));
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(url)));
    readWhole(reply.get());
    const base::Error error = net::errorOf(*reply);
    QCOMPARE(error.kind, ErrorKind::BadUrl);
    QVERIFY2(!error.message.contains(QStringLiteral("secret")), qPrintable(error.message));
}

void TestCurlReply::requestsWithoutABodyAreNotRepeated_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<bool>("hasBody"); // an empty one
    for (const char *verb : {"DELETE", "PATCH", "POST", "PUT"}) {
        QTest::addRow("%s, no body", verb) << QByteArray(verb) << false;
        QTest::addRow("%s, an empty body", verb) << QByteArray(verb) << true;
    }
}

void TestCurlReply::requestsWithoutABodyAreNotRepeated()
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

void TestCurlReply::basicCredentialsGoWithTheFirstRequest()
{
    ScriptServer server(ScriptServer::always(ScriptServer::ok()));
    net::TransportOptions options;
    options.user = QStringLiteral("jo");
    options.password = QStringLiteral("p:w");
    readWhole(std::unique_ptr<QNetworkReply>(m_manager.get(withTransport(server.url(), options))).get());
    const QByteArray expected = "Authorization: Basic " + QByteArray("jo:p:w").toBase64();
    QVERIFY(server.requests().constLast().contains(expected));
}

void TestCurlReply::customVerbAndHead()
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

void TestCurlReply::connectionsAreKeptAlive()
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

// A server may refuse and never send the text that it has announced.
void TestCurlReply::headIsKnownBeforeItsText()
{
    ScriptServer server([](Exchange &exchange) {
        if (exchange.isWhole())
            exchange.answer("HTTP/1.1 413 Too Large\r\nContent-Length: 30\r\n\r\n");
    });
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(server.url())));
    QSignalSpy meta(reply.get(), &QNetworkReply::metaDataChanged);
    QVERIFY(meta.wait(20'000));
    QVERIFY(!reply->isFinished());
    QCOMPARE(statusOf(*reply), 413);
}

void TestCurlReply::managersDefaultsAreHonoured()
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

void TestCurlReply::repeatedRequestHeadersAreAList()
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

QTEST_GUILESS_MAIN(TestCurlReply)
#include "tst_curlreply.moc"
