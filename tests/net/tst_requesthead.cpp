// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/bodydevice.h"
#include "core/net/curlaccessmanager.h"
#include "core/net/requesthead.h"
#include "tests/net/replies.h"
#include "tests/net/scriptserver.h"

#include <QBuffer>
#include <QTest>

using replies::readWhole;

/// One that knows what it is.
class TypedBody final : public net::BodyDevice
{
public:
    TypedBody() { open(ReadOnly | Unbuffered); }
    [[nodiscard]] QByteArray contentType() const override { return "text/right"; }
    [[nodiscard]] qint64 size() const override { return 4; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 bytes = std::min(maxSize, size() - pos());
        std::fill_n(data, bytes, 'x');
        return bytes;
    }
    qint64 writeData(const char *, qint64) override { return -1; }
};

/// What is told of a request afterwards is what went over the wire.
class TestRequestHead final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatWasSent_data();
    void tellsWhatWasSent();
    void tellsTheTypeThatABodyHas();
    void tellsRequestsWithoutABody_data();
    void tellsRequestsWithoutABody();
    void tellsTheProxyOnlyWhatItIsTold();
    void tellsDigest();
    void tellsCookiesOfTheJar();
    void leavesCredentialsBehindAtAnotherOrigin();
    void masksWhatTheUserCalledSecret();
    void namesTheUsualPortNever();
    void secretNames_data();
    void secretNames();
    void masks_data();
    void masks();
};

/// The header lines of a request, sorted; values of secret ones as they are shown.
static QByteArrayList linesOf(const QByteArray &request)
{
    QByteArrayList lines = request.first(request.indexOf("\r\n\r\n")).split('\n');
    lines.removeFirst();
    for (QByteArray &line : lines) {
        line = line.trimmed();
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.first(colon);
        line = name + ": " + net::maskedValue({name, line.sliced(colon + 1).trimmed()});
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

static QByteArrayList linesOf(const net::HeaderList &headers)
{
    QByteArrayList lines;
    for (const auto &[name, value] : headers)
        lines.append(name + ": " + value);
    std::sort(lines.begin(), lines.end());
    return lines;
}

void TestRequestHead::tellsWhatWasSent_data()
{
    QTest::addColumn<net::Endpoint>("endpoint");
    net::Endpoint plain;
    QTest::newRow("plain") << plain;
    net::Endpoint rich;
    rich.headers = {{"X-Api-Key", "s3cret"},   {"X-Empty", ""},        {"User-Agent", "mine/1"},
                    {"Accept-Language", "de"}, {"Cookie", "a=1; b=2"}, {"Authorization", "Bearer t0ken"}};
    QTest::newRow("headers of all kinds") << rich;
    net::Endpoint known;
    known.transport.user = QStringLiteral("ann");
    known.transport.password = QStringLiteral("pa:ss");
    known.transport.closeConnection = true;
    QTest::newRow("a user, and no second request") << known;
    net::Endpoint bearer;
    bearer.transport.token = QStringLiteral("t0ken");
    bearer.transport.user = QStringLiteral("ann");
    QTest::newRow("a token, which comes before the user") << bearer;
    net::Endpoint inAddress;
    inAddress.url.setUserInfo(QStringLiteral("ann:secret"));
    QTest::newRow("a user in the address") << inAddress;
}

void TestRequestHead::tellsWhatWasSent()
{
    QFETCH(net::Endpoint, endpoint);
    ScriptServer server(ScriptServer::always(ScriptServer::ok("fine", "X-Answer: 1\r\n")));
    const QString userInfo = endpoint.url.userInfo(QUrl::FullyEncoded);
    endpoint.url = server.url();
    if (!userInfo.isEmpty())
        endpoint.url.setUserInfo(userInfo);
    net::CurlAccessManager manager;
    QBuffer body;
    body.setData("12345");
    QVERIFY(body.open(QIODevice::ReadOnly));
    QNetworkRequest request = endpoint.request();
    request.setRawHeader("Content-Type", "text/plain");
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, &body));
    readWhole(reply.get());

    const net::RequestHead head = net::requestHeadOf(*reply, 5);
    const QByteArray sent = server.requests().constFirst();
    QCOMPARE(linesOf(net::maskedHeaders(head)), linesOf(sent));
    QCOMPARE(net::requestLine(head), QStringLiteral("POST ") + server.url().toString());
    const qint64 bytes = sent.indexOf("\r\n\r\n") + 4;
    const qint64 slack
        = linesOf(sent).join().contains("Basic") ? 16 : 1; // not spelled out; a blank of empty ones
    QVERIFY2(qAbs(net::headBytes(head) - bytes) <= slack,
             qPrintable(QString::number(net::headBytes(head) - bytes)));
    const QString told = QString::fromUtf8(linesOf(net::maskedHeaders(head)).join('\n'));
    for (const char *secret : {"s3cret", "t0ken", "pa:ss", "secret", "YW5u"})
        QVERIFY2(!told.contains(QLatin1StringView(secret)), qPrintable(told));
    QVERIFY(reply->rawHeaderPairs().contains(net::Header("X-Answer", "1")));
}

void TestRequestHead::tellsTheTypeThatABodyHas()
{
    ScriptServer server(ScriptServer::always(ScriptServer::ok("fine", "")));
    net::CurlAccessManager manager;
    TypedBody body;
    QNetworkRequest request(server.url());
    request.setRawHeader("Content-Type", "text/wrong");
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, &body));
    readWhole(reply.get());
    const QByteArrayList sent = linesOf(server.requests().constFirst());
    QCOMPARE(linesOf(net::maskedHeaders(net::requestHeadOf(*reply, 4, body.contentType()))), sent);
    QVERIFY(sent.contains("Content-Type: text/right"));
    QVERIFY(!sent.contains("Content-Type: text/wrong"));
}

void TestRequestHead::tellsRequestsWithoutABody_data()
{
    QTest::addColumn<QByteArray>("verb");
    for (const char *verb : {"POST", "OPTIONS", "PATCH"})
        QTest::newRow(verb) << QByteArray(verb);
}

void TestRequestHead::tellsRequestsWithoutABody()
{
    QFETCH(QByteArray, verb);
    ScriptServer server(ScriptServer::always(ScriptServer::ok("fine")));
    net::CurlAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(
        manager.sendCustomRequest(QNetworkRequest(server.url()), verb, static_cast<QIODevice *>(nullptr)));
    readWhole(reply.get());
    const net::RequestHead head = net::requestHeadOf(*reply, std::nullopt);
    QCOMPARE(linesOf(net::maskedHeaders(head)), linesOf(server.requests().constFirst()));
    QCOMPARE(net::requestLine(head), QString::fromLatin1(verb) + QLatin1Char(' ') + server.url().toString());
}

void TestRequestHead::tellsTheProxyOnlyWhatItIsTold()
{
    net::Endpoint endpoint;
    endpoint.transport.proxy = QUrl(QStringLiteral("http://proxy:3128"));
    endpoint.transport.proxyUser = QStringLiteral("pat");
    endpoint.transport.proxyPassword = QStringLiteral("hidden");
    const auto told = [&endpoint](const char *url) {
        endpoint.url = QUrl(QString::fromLatin1(url));
        return linesOf(net::maskedHeaders(
                           {endpoint.request(), QNetworkAccessManager::PostOperation, endpoint.url, {}, 1}))
            .join('\n');
    };
    QVERIFY(told("http://h/").contains("Proxy-Authorization: Basic \xe2\x80\xa2"));
    QVERIFY(!told("http://h/").contains("hidden"));
    QVERIFY(!told("https://h/").contains("Proxy"));
}

void TestRequestHead::tellsDigest()
{
    net::Endpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://h/"));
    endpoint.transport.user = QStringLiteral("ann");
    endpoint.transport.auth = net::TransportOptions::Auth::Digest;
    const QByteArray told
        = linesOf(net::maskedHeaders(
                      {endpoint.request(), QNetworkAccessManager::PostOperation, endpoint.url, {}, 1}))
              .join('\n');
    QVERIFY2(told.contains("Authorization: Digest \xe2\x80\xa2"), told.constData());
}

void TestRequestHead::tellsCookiesOfTheJar()
{
    ScriptServer server(ScriptServer::always(ScriptServer::ok("", "Set-Cookie: id=42; Path=/\r\n")));
    net::CurlAccessManager manager;
    net::HeaderList headers;
    for (int i = 0; i < 2; ++i) {
        const std::unique_ptr<QNetworkReply> reply(
            manager.post(QNetworkRequest(server.url()), QByteArray("x")));
        readWhole(reply.get());
        headers = net::maskedHeaders(net::requestHeadOf(*reply, 1));
    }
    QVERIFY2(linesOf(headers).contains("Cookie: id=\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2"),
             linesOf(headers).join('\n').constData());
}

void TestRequestHead::leavesCredentialsBehindAtAnotherOrigin()
{
    net::Endpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://one.example/x"));
    endpoint.headers = {{"Authorization", "Bearer t"}, {"X-Api-Key", "k"}, {"X-Plain", "1"}};
    endpoint.transport.user = QStringLiteral("ann");
    net::RequestHead head{endpoint.request(),
                          QNetworkAccessManager::PostOperation,
                          QUrl(QStringLiteral("http://two.example:81/y#z")),
                          {},
                          3};
    const QByteArray told = linesOf(net::maskedHeaders(head)).join('\n');
    QVERIFY2(!told.contains("Authorization") && !told.contains("X-Api-Key"), told.constData());
    QVERIFY2(told.contains("X-Plain: 1") && told.contains("Host: two.example:81"), told.constData());
    QCOMPARE(net::requestLine(head), QStringLiteral("POST http://two.example:81/y"));
}

void TestRequestHead::masksWhatTheUserCalledSecret()
{
    net::Endpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://one.example/x"));
    endpoint.headers = {{"X-Tenant", "hidden"}, {"X-Plain", "1"}};
    endpoint.transport.secretHeaders = {"x-tenant"};
    const net::RequestHead head{
        endpoint.request(), QNetworkAccessManager::PostOperation, endpoint.url, {}, 3};
    const net::HeaderList told = net::maskedHeaders(head);
    QVERIFY(told.contains(net::Header("X-Tenant", net::secretMask)));
    QVERIFY(told.contains(net::Header("X-Plain", "1")));
}

void TestRequestHead::namesTheUsualPortNever()
{
    const auto hostOf = [](const char *url) {
        const QNetworkRequest request{QUrl(QString::fromLatin1(url))};
        return net::maskedHeaders({request, QNetworkAccessManager::PostOperation, request.url(), {}, 1})
            .constFirst()
            .second;
    };
    QCOMPARE(hostOf("http://h:80/"), "h");
    QCOMPARE(hostOf("https://h:443/"), "h");
    QCOMPARE(hostOf("https://h:80/"), "h:80");
    QCOMPARE(hostOf("http://[::1]:8080/"), "[::1]:8080");
    QCOMPARE(hostOf("http://ann:x@h/"), "h");
}

void TestRequestHead::secretNames_data()
{
    QTest::addColumn<bool>("isSecret");
    for (const char *name : {"Authorization", "proxy-authorization", "Cookie", "SET-COOKIE", "X-Api-Key",
                             "apikey", "X-Auth-Token", "X-Amz-Signature", "client_secret", "password",
                             "X-Session-Id", "sid", "Pass", "jwt"})
        QTest::newRow(name) << true;
    for (const char *name : {"Content-Type", "Accept", "Host", "User-Agent", "WWW-Authenticate",
                             "Idempotency-Key", "X-Request-Id", "ETag", "file", "code", ""})
        QTest::newRow(*name ? name : "none") << false;
}

void TestRequestHead::secretNames()
{
    QFETCH(bool, isSecret);
    const QByteArray name = QTest::currentDataTag();
    QCOMPARE(net::isSecretName(name == "none" ? QByteArray() : name), isSecret);
}

void TestRequestHead::masks_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *what, const char *name, const char *value, const char *shown) {
        QTest::newRow(what) << QByteArray(name) << QByteArray(value) << QByteArray(shown);
    };
    row("plain", "Content-Type", "text/plain", "text/plain");
    row("a scheme stays", "Authorization", "Bearer abc def", "Bearer *");
    row("without a scheme", "Authorization", "abc", "*");
    row("empty", "Authorization", "", "");
    row("a key", "X-Api-Key", "abc def", "*");
    row("cookies", "Cookie", "a=1; b=2=3", "a=*; b=*");
    row("an odd cookie", "Cookie", "abc", "*");
    row("a cookie that is set", "Set-Cookie", "id=42; Path=/; HttpOnly", "id=*; Path=/; HttpOnly");
}

void TestRequestHead::masks()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QTEST(net::maskedValue({name, value}, "*"), "shown");
}

QTEST_GUILESS_MAIN(TestRequestHead)
#include "tst_requesthead.moc"
