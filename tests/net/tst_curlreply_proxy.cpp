// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/net/endpoint.h"
#include "core/net/networkerror.h"
#include "tests/net/replies.h"
#include "tests/net/scriptserver.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testcertificates.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using base::ErrorKind;
using replies::statusOf;

namespace {

/// An HTTP proxy that only tunnels (RFC 9110 section 9.3.6), or gives every CONNECT the same other answer.
class ConnectProxy final : public QTcpServer
{
public:
    explicit ConnectProxy(QByteArray refusal = {})
        : m_refusal(std::move(refusal))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection())
                serve(client);
        });
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    [[nodiscard]] const QByteArrayList &heads() const { return m_heads; }

private:
    void serve(QTcpSocket *client)
    {
        connect(client, &QTcpSocket::readyRead, client, [this, client] {
            const QByteArray seen = client->peek(64 * 1024);
            if (!seen.endsWith("\r\n\r\n"))
                return;
            m_heads.append(client->readAll());
            if (!m_refusal.isEmpty()) {
                client->write(m_refusal);
                client->disconnectFromHost();
                return;
            }
            client->disconnect();
            tunnel(client, m_heads.constLast().split(' ').at(1));
        });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

    static void tunnel(QTcpSocket *client, const QByteArray &authority)
    {
        auto *server = new QTcpSocket(client);
        connect(server, &QTcpSocket::connected, client, [client] {
            client->write("HTTP/1.1 200 Connection established\r\nX-Of: the proxy\r\n\r\n");
        });
        connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
        connect(client, &QTcpSocket::readyRead, server, [=] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        const qsizetype colon = authority.lastIndexOf(':');
        server->connectToHost(QString::fromLatin1(authority.left(colon)),
                              authority.mid(colon + 1).toUShort());
    }

    QByteArray m_refusal;
    QByteArrayList m_heads;
};

} // namespace

/// HTTPS through an HTTP proxy: two answers arrive, and only one of them is the server's.
class TestCurlReplyProxy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theServersAnswerCounts_data();
    void theServersAnswerCounts();
    void proxyThatRefuses_data();
    void proxyThatRefuses();
    void plainAnswerMayBeTheProxys_data();
    void plainAnswerMayBeTheProxys();
    void proxyThatIsSilent_data();
    void proxyThatIsSilent();
    void proxyThatIsNotThere_data();
    void proxyThatIsNotThere();

private:
    std::unique_ptr<QNetworkReply> post(const QUrl &url, const QUrl &proxy);

    net::CurlAccessManager m_manager;
    support::TestCertificates m_certificates;
    support::FaultyServer m_server;
};

void TestCurlReplyProxy::initTestCase()
{
    const auto pair = m_certificates.server();
    QVERIFY2(m_server.startTls(pair.certificate, pair.key), qPrintable(m_server.failure()));
}

std::unique_ptr<QNetworkReply> TestCurlReplyProxy::post(const QUrl &url, const QUrl &proxy)
{
    net::Endpoint endpoint;
    endpoint.url = url;
    endpoint.transport.proxy = proxy;
    endpoint.transport.caFile = m_certificates.authority().certificate;
    std::unique_ptr<QNetworkReply> reply(m_manager.post(endpoint.request(), QByteArray(100'000, 'b')));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!finished.wait(20'000))
        qWarning("never finished");
    return reply;
}

void TestCurlReplyProxy::theServersAnswerCounts_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("201") << QStringLiteral("/ok?id=201") << 201 << ErrorKind::None;
    QTest::newRow("302") << QStringLiteral("/redirect?status=302&to=self&id=302") << 302
                         << ErrorKind::RedirectRefused;
    QTest::newRow("413") << QStringLiteral("/status?code=413&text=limit&id=413") << 413
                         << ErrorKind::HttpStatus;
}

void TestCurlReplyProxy::theServersAnswerCounts()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    const ConnectProxy proxy;
    const auto reply = post(m_server.url(path), proxy.url());
    const base::Error error = net::errorOf(*reply);
    QTEST(error.kind, "kind");
    QCOMPARE(statusOf(*reply), status);
    QCOMPARE(error.httpStatus, error.kind == ErrorKind::None ? 0 : status);
    QVERIFY(!reply->hasRawHeader("X-Of"));
    QCOMPARE(proxy.heads().size(), 1);
    QCOMPARE(m_server.stats(QString::number(status)).requests, 1);
}

void TestCurlReplyProxy::proxyThatRefuses_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("said");
    const QByteArray end = "\r\nContent-Length: 4\r\n\r\ntext";
    QTest::newRow("407") << QByteArray("HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic realm=\"x\"" + end)
                         << QStringLiteral("407");
    QTest::newRow("403") << QByteArray("HTTP/1.1 403 No" + end) << QStringLiteral("403");
    QTest::newRow("302") << QByteArray("HTTP/1.1 302 Found\r\nLocation: LOCATION" + end)
                         << QStringLiteral("302");
    QTest::newRow("502, without a text")
        << QByteArray("HTTP/1.1 502 Bad Gateway\r\n\r\n") << QStringLiteral("502");
    QTest::newRow("closes") << QByteArray("HTTP/1.1 ") << QString();
}

void TestCurlReplyProxy::proxyThatRefuses()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, said);
    ScriptServer elsewhere(ScriptServer::always(ScriptServer::ok()));
    answer.replace("LOCATION", elsewhere.url().toEncoded());
    const ConnectProxy proxy(answer);
    const int before = m_server.stats().requests;
    const auto reply = post(m_server.url(QStringLiteral("/ok")), proxy.url());
    const base::Error error = net::errorOf(*reply);
    QCOMPARE(error.kind, ErrorKind::ProxyFailed);
    QVERIFY2(error.message.contains(QLatin1String("roxy")) && error.message.contains(said),
             qPrintable(error.message));
    QCOMPARE(error.httpStatus, 0);
    QCOMPARE(statusOf(*reply), 0);
    QVERIFY(!reply->hasRawHeader("Location"));
    QCOMPARE(elsewhere.connections(), 0);
    QCOMPARE(m_server.stats().requests, before);
}

void TestCurlReplyProxy::proxyThatIsSilent_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("target");
    QTest::newRow("CONNECT") << QStringLiteral("http") << QStringLiteral("https://server.test/");
    QTest::newRow("SOCKS") << QStringLiteral("socks5h") << QStringLiteral("http://server.test/");
}

void TestCurlReplyProxy::proxyThatIsSilent()
{
    QFETCH(QString, scheme);
    QFETCH(QString, target);
    ScriptServer silent([](ScriptServer::Exchange &) {});
    net::TransportOptions options;
    options.proxy = silent.url();
    options.proxy.setScheme(scheme);
    options.connectTimeout = std::chrono::milliseconds(300);
    const std::unique_ptr<QNetworkReply> reply(
        m_manager.post(replies::withTransport(QUrl(target), options), QByteArray("body")));
    QVERIFY(replies::waitFor(reply.get()));
    const base::Error error = net::errorOf(*reply);
    QCOMPARE(error.kind, ErrorKind::ConnectTimeout);
    QVERIFY2(error.message.contains(QLatin1String("the proxy made no way to the server")),
             qPrintable(error.message));
}

void TestCurlReplyProxy::proxyThatIsNotThere_data()
{
    QTest::addColumn<QString>("scheme");
    for (const char *scheme : {"http", "https"})
        QTest::newRow(scheme) << QString::fromLatin1(scheme);
}

void TestCurlReplyProxy::proxyThatIsNotThere()
{
    QFETCH(QString, scheme);
    QUrl nowhere;
    {
        const ConnectProxy proxy;
        nowhere = proxy.url();
    }
    QUrl target = m_server.url(QStringLiteral("/ok"));
    target.setScheme(scheme);
    const base::Error error = net::errorOf(*post(target, nowhere));
    QCOMPARE(error.kind, ErrorKind::ProxyFailed);
    QVERIFY2(error.message.contains(QStringLiteral("proxy")), qPrintable(error.message));
}

void TestCurlReplyProxy::plainAnswerMayBeTheProxys_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("user");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    const QByteArray end = "\r\nContent-Length: 0\r\n\r\n";
    QTest::newRow("no user") << QByteArray("HTTP/1.1 407 Who?" + end) << QString() << ErrorKind::ProxyFailed
                             << QStringLiteral("the proxy wants a user and a password");
    QTest::newRow("another user") << QByteArray("HTTP/1.1 407 Who?" + end) << QStringLiteral("pat")
                                  << ErrorKind::ProxyFailed
                                  << QStringLiteral("the proxy does not accept the user");
    QTest::newRow("refused") << QByteArray("HTTP/1.1 403 No" + end) << QString() << ErrorKind::HttpStatus
                             << QStringLiteral("the server, or the proxy on the way, answered 403 No");
    QTest::newRow("closed") << QByteArray() << QString() << ErrorKind::ConnectionReset
                            << QStringLiteral("closed by the proxy or by the server behind it");
}

void TestCurlReplyProxy::plainAnswerMayBeTheProxys()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, user);
    QFETCH(QString, words);
    ScriptServer proxy([answer](ScriptServer::Exchange &exchange) {
        if (!exchange.isWhole())
            return;
        if (!answer.isEmpty())
            exchange.answer(answer);
        exchange.close();
    });
    net::TransportOptions options;
    options.proxy = proxy.url();
    options.proxyUser = user;
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(
        replies::withTransport(QUrl(QStringLiteral("http://server.test/up")), options), QByteArray("body")));
    QVERIFY(replies::waitFor(reply.get()));
    const base::Error error = net::errorOf(*reply);
    QTEST(error.kind, "kind");
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
}

QTEST_GUILESS_MAIN(TestCurlReplyProxy)
#include "tst_curlreply_proxy.moc"
