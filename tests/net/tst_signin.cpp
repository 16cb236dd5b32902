// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/net/networkerror.h"
#include "core/net/signinreason.h"
#include "tests/net/replies.h"
#include "tests/net/scriptserver.h"
#include "tests/support/faultyserver.h"

#include <QBuffer>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using Auth = net::TransportOptions::Auth;

/// Basic, Digest and Bearer, and that no body is sent in vain.
class TestSignIn final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void kinds_data();
    void kinds();
    void digestAsksOnceForEachRequest();
    void digestWithoutChallengeIsRefused();
    void digestNeedsASize();
    void resetAfterTheChallengeIsNoAnswer();
    void proxyGetsItsOwnPassword();
    void otherOriginGetsNoToken();
    void reasonOfA401_data();
    void reasonOfA401();

private:
    std::unique_ptr<QNetworkReply> post(const QString &pathAndQuery, const net::TransportOptions &options);

    static constexpr qsizetype m_bytes = 300'000;
    net::CurlAccessManager m_manager;
    support::FaultyServer m_server;
};

void TestSignIn::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
}

std::unique_ptr<QNetworkReply> TestSignIn::post(const QString &pathAndQuery,
                                                const net::TransportOptions &options)
{
    auto *body = new QBuffer;
    body->setData(QByteArray(m_bytes, 'b'));
    body->open(QIODevice::ReadOnly);
    std::unique_ptr<QNetworkReply> reply(
        m_manager.post(replies::withTransport(m_server.url(pathAndQuery), options), body));
    body->setParent(reply.get());
    if (!replies::waitFor(reply.get()))
        qWarning("never finished");
    return reply;
}

void TestSignIn::kinds_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Auth>("auth");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("token");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("requests");
    QTest::addColumn<qint64>("received"); // of bodies
    const QString none, ann = QStringLiteral("ann"), sea = QStringLiteral("sea"), ebb = QStringLiteral("ebb");
    const QString token = QStringLiteral("t0ken");
    const qint64 once = m_bytes;
    QTest::newRow("basic") << QStringLiteral("basic") << Auth::Basic << ann << sea << none << 201 << 1
                           << once;
    QTest::newRow("basic, wrong") << QStringLiteral("basic") << Auth::Basic << ann << ebb << none << 401 << 1
                                  << once;
    QTest::newRow("digest") << QStringLiteral("digest") << Auth::Digest << ann << sea << none << 201 << 2
                            << once;
    QTest::newRow("digest, wrong") << QStringLiteral("digest") << Auth::Digest << ann << ebb << none << 401
                                   << 2 << once;
    QTest::newRow("bearer") << QStringLiteral("bearer") << Auth::Basic << none << none << token << 201 << 1
                            << once;
    QTest::newRow("bearer before user")
        << QStringLiteral("bearer") << Auth::Digest << ann << sea << token << 201 << 1 << once;
    QTest::newRow("bearer, wrong") << QStringLiteral("bearer") << Auth::Basic << none << none << ebb << 401
                                   << 1 << once;
}

void TestSignIn::kinds()
{
    QFETCH(QString, kind);
    QFETCH(Auth, auth);
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(QString, token);
    net::TransportOptions options;
    options.auth = auth;
    options.user = user;
    options.password = password;
    options.token = token;
    const QString id = QStringLiteral("kinds%1").arg(qHash(QTest::currentDataTag()));
    const auto reply = post(QStringLiteral("/auth?kind=%1&id=%2").arg(kind, id), options);
    QTEST(replies::statusOf(*reply), "status");
    const support::UploadStats stats = m_server.stats(id);
    QTEST(stats.requests, "requests");
    QTEST(stats.received, "received");
    const bool isGood = replies::statusOf(*reply) == 201;
    QCOMPARE(net::errorOf(*reply).kind, isGood ? base::ErrorKind::None : base::ErrorKind::HttpStatus);
    QCOMPARE(reply->readAll().contains("who are you?"), !isGood);
}

void TestSignIn::digestAsksOnceForEachRequest()
{
    net::TransportOptions options;
    options.auth = Auth::Digest;
    options.user = QStringLiteral("ann");
    options.password = QStringLiteral("sea");
    for (int i = 0; i < 3; ++i)
        QCOMPARE(replies::statusOf(*post(QStringLiteral("/auth?kind=digest&id=thrice"), options)), 201);
    QCOMPARE(m_server.stats(QStringLiteral("thrice")).received, 3 * m_bytes);
}

void TestSignIn::digestWithoutChallengeIsRefused()
{
    // The server wants another kind: its 401 is the answer, and says so.
    net::TransportOptions options;
    options.auth = Auth::Digest;
    options.user = QStringLiteral("ann");
    options.password = QStringLiteral("sea");
    const auto reply = post(QStringLiteral("/auth?kind=basic&id=other-kind"), options);
    QCOMPARE(replies::statusOf(*reply), 401);
    QCOMPARE(m_server.stats(QStringLiteral("other-kind")).received, 0);
}

void TestSignIn::digestNeedsASize()
{
    class Endless final : public QIODevice
    {
    public:
        bool isSequential() const override { return true; }

    protected:
        qint64 readData(char *data, qint64 size) override
        {
            std::fill_n(data, size, 'x');
            return size;
        }
        qint64 writeData(const char *, qint64) override { return -1; }
    };
    Endless body;
    QVERIFY(body.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    net::TransportOptions options;
    options.auth = Auth::Digest;
    options.user = QStringLiteral("ann");
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(
        replies::withTransport(m_server.url(QStringLiteral("/ok?id=sizeless")), options), &body));
    QVERIFY(replies::waitFor(reply.get()));
    QVERIFY(net::errorOf(*reply).message.contains(QStringLiteral("size is known")));
    QCOMPARE(m_server.stats(QStringLiteral("sizeless")).requests, 0);
}

void TestSignIn::resetAfterTheChallengeIsNoAnswer()
{
    // The challenge came, then the connection broke in the middle of the body: that is what has to be told, not the 401.
    net::TransportOptions options;
    options.auth = Auth::Digest;
    options.user = QStringLiteral("ann");
    options.password = QStringLiteral("sea");
    const auto reply = post(QStringLiteral("/auth?kind=digest&id=broken&break=1"), options);
    QCOMPARE(net::errorOf(*reply).kind, base::ErrorKind::ConnectionReset);
    QCOMPARE(replies::statusOf(*reply), 0);
}

void TestSignIn::proxyGetsItsOwnPassword()
{
    ScriptServer proxy(ScriptServer::always(ScriptServer::ok()));
    net::TransportOptions options;
    options.proxy = proxy.url();
    options.proxyUser = QStringLiteral("pat");
    options.proxyPassword = QStringLiteral("p w");
    options.user = QStringLiteral("ann");
    options.password = QStringLiteral("sea");
    const std::unique_ptr<QNetworkReply> reply(
        m_manager.get(replies::withTransport(QUrl(QStringLiteral("http://server.example/x")), options)));
    QCOMPARE(replies::readWhole(reply.get()), QByteArray("fine"));
    const QByteArray request = proxy.requests().constFirst();
    QVERIFY2(request.contains(QByteArray("Proxy-Authorization: Basic " + QByteArray("pat:p w").toBase64())),
             request.constData());
    QVERIFY2(request.contains(QByteArray("\r\nAuthorization: Basic " + QByteArray("ann:sea").toBase64())),
             request.constData());
}

void TestSignIn::otherOriginGetsNoToken()
{
    ScriptServer other(ScriptServer::always(ScriptServer::ok()));
    ScriptServer first(ScriptServer::always(
        "HTTP/1.1 307 There\r\nContent-Length: 0\r\nLocation: " + other.url().toEncoded() + "\r\n\r\n"));
    net::TransportOptions options;
    options.token = QStringLiteral("t0ken");
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(replies::withTransport(first.url(), options)));
    QCOMPARE(replies::readWhole(reply.get()), QByteArray("fine"));
    QVERIFY(first.requests().constFirst().contains("Authorization: Bearer t0ken\r\n"));
    QVERIFY2(!other.requests().constFirst().contains("t0ken"), other.requests().constFirst().constData());
}

void TestSignIn::reasonOfA401_data()
{
    QTest::addColumn<QByteArray>("offered");
    QTest::addColumn<net::TransportOptions>("options");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("reason");
    const net::TransportOptions nobody;
    net::TransportOptions basic;
    basic.user = QStringLiteral("ann");
    net::TransportOptions digest = basic;
    digest.auth = Auth::Digest;
    net::TransportOptions bearer;
    bearer.token = QStringLiteral("t0ken");
    const QByteArray none, wantsBasic = "Basic realm=\"a, b \\\"c, d\\\" e\"",
                           wantsDigest = "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"";
    QTest::newRow("nothing shown, nothing offered")
        << none << nobody << none << QStringLiteral("it wants to know who uploads");
    QTest::newRow("nothing shown") << QByteArray(wantsDigest + ", " + wantsBasic) << nobody << none
                                   << QStringLiteral("it wants to know who uploads (by Digest, Basic)");
    QTest::newRow("wrong password") << wantsBasic << basic << none
                                    << QStringLiteral("it does not accept this user and password");
    QTest::newRow("digest, only Basic offered")
        << wantsBasic << digest << none
        << QStringLiteral("it was shown the user and password by Digest and offers only Basic");
    QTest::newRow("basic, only Digest offered")
        << wantsDigest << basic << none
        << QStringLiteral("it was shown the user and password by Basic and offers only Digest");
    QTest::newRow("wrong token") << none << bearer << none << QStringLiteral("it does not accept this token");
    QTest::newRow("a header") << wantsBasic << nobody << QByteArray("Custom x")
                              << QStringLiteral("it does not accept what the header Authorization says");
}

void TestSignIn::reasonOfA401()
{
    QFETCH(QByteArray, offered);
    QFETCH(net::TransportOptions, options);
    QFETCH(QByteArray, header);
    const QByteArray challenge = offered.isEmpty() ? offered : "WWW-Authenticate: " + offered + "\r\n";
    ScriptServer server(
        ScriptServer::always("HTTP/1.1 401 Who?\r\nContent-Length: 0\r\n" + challenge + "\r\n"));
    QNetworkRequest request = replies::withTransport(server.url(), options);
    if (!header.isEmpty())
        request.setRawHeader("Authorization", header);
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(request, QByteArray("body")));
    QVERIFY(replies::waitFor(reply.get()));
    QCOMPARE(replies::statusOf(*reply), 401);
    QTEST(net::signInReason(*reply), "reason");
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
