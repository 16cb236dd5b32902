// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/servers/rawsocket.h"
#include "tests/support/faultyserver.h"
#include "tests/support/nginxserver.h"
#include "tests/support/rawhttp.h"
#include "tests/support/testcertificates.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

using support::FaultyServer;
using support::NginxServer;
using support::RawAnswer;
using support::TestCertificates;

/// nginx and TLS as the other tests use them.
class TestNginxAndTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nginxLimitsTheBody_data();
    void nginxLimitsTheBody();
    void nginxRefusesBeforeTheBody();
    void certificates_data();
    void certificates();
    void clientCertificateIsDemanded();
    void everyEndingReachesThroughTls_data();
    void everyEndingReachesThroughTls();

private:
    TestCertificates m_certificates;
};

void TestNginxAndTls::nginxLimitsTheBody_data()
{
    QTest::addColumn<QString>("limit");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("status");
    QTest::newRow("below") << QStringLiteral("1m") << 1'000'000 << 201;
    QTest::newRow("above") << QStringLiteral("1m") << 1'100'000 << 413;
    QTest::newRow("above another") << QStringLiteral("10k") << 11'000 << 413;
    QTest::newRow("none") << QStringLiteral("0") << 1'100'000 << 201;
}

void TestNginxAndTls::nginxLimitsTheBody()
{
    QFETCH(QString, limit);
    QFETCH(int, size);
    NginxServer server;
    QVERIFY2(server.start(limit), qPrintable(server.failure()));
    const RawAnswer answer = support::postFile(server.url(), "f", QByteArray(size, 'b'));
    QTEST(answer.status, "status");
    QVERIFY(answer.header("Server").startsWith("nginx"));
    QVERIFY(answer.body.contains(answer.status == 413 ? "413 Request Entity Too Large" : "stored\n"));
}

void TestNginxAndTls::nginxRefusesBeforeTheBody()
{
    NginxServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    RawSocket socket(server.url());
    QVERIFY(socket.send("POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1073741824\r\n\r\n"));
    QCOMPARE(support::parseAnswer(socket.receiveAnswer()).status, 413);
}

void TestNginxAndTls::certificates_data()
{
    using Make = TestCertificates::Pair (TestCertificates::*)() const;
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QList<QSslError::SslError>>("errors");
    const QString name = QStringLiteral("localhost");
    const QString address = QStringLiteral("127.0.0.1");
    QTest::newRow("good, by name") << &TestCertificates::server << name << QList<QSslError::SslError>{};
    QTest::newRow("good, by address") << &TestCertificates::server << address << QList<QSslError::SslError>{};
    QTest::newRow("self-signed") << &TestCertificates::selfSigned << name
                                 << QList{QSslError::SelfSignedCertificate};
    QTest::newRow("expired") << &TestCertificates::expired << name << QList{QSslError::CertificateExpired};
    QTest::newRow("wrong name") << &TestCertificates::wrongName << name << QList{QSslError::HostNameMismatch};
}

void TestNginxAndTls::certificates()
{
    using Make = TestCertificates::Pair (TestCertificates::*)() const;
    QFETCH(Make, make);
    QFETCH(QString, host);
    const TestCertificates::Pair pair = (m_certificates.*make)();
    FaultyServer server;
    QVERIFY2(server.startTls(pair.certificate, pair.key), qPrintable(server.failure()));

    QSslSocket socket;
    QSslConfiguration configuration = socket.sslConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(m_certificates.authority().certificate));
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"),
                                  static_cast<quint16>(server.url(QString()).port()), host);
    QList<QSslError::SslError> errors;
    const bool encrypted = socket.waitForEncrypted(20'000);
    const QList<QSslError> met = socket.sslHandshakeErrors();
    for (const QSslError &error : met)
        errors << error.error();
    QTEST(errors, "errors");
    QCOMPARE(encrypted, errors.isEmpty());

    QCOMPARE(support::get(server.url(QStringLiteral("/ok?id=tls"))).status, 201); // looks at no certificate
    QCOMPARE(server.stats(QStringLiteral("tls")).requests, 1);
}

void TestNginxAndTls::clientCertificateIsDemanded()
{
    const TestCertificates::Pair pair = m_certificates.server();
    FaultyServer server;
    QVERIFY2(server.startTls(pair.certificate, pair.key, m_certificates.authority().certificate),
             qPrintable(server.failure()));
    QCOMPARE(support::get(server.url(QStringLiteral("/ok"))).status, 0);

    const TestCertificates::Pair client = m_certificates.client();
    QFile key(client.key);
    QVERIFY(key.open(QIODevice::ReadOnly));
    QSslSocket socket;
    QSslConfiguration configuration = socket.sslConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(m_certificates.authority().certificate));
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(client.certificate));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(QStringLiteral("localhost"),
                                  static_cast<quint16>(server.url(QString()).port()));
    QVERIFY2(socket.waitForEncrypted(20'000), qPrintable(socket.errorString()));
    socket.write("GET /ok HTTP/1.0\r\n\r\n");
    QVERIFY(socket.waitForReadyRead(20'000));
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 201 "));
}

void TestNginxAndTls::everyEndingReachesThroughTls_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<int>("status");
    QTest::newRow("fin") << QStringLiteral("fin") << 413;
    QTest::newRow("linger") << QStringLiteral("linger") << 413;
    QTest::newRow("rst") << QStringLiteral("rst") << 413;
}

void TestNginxAndTls::everyEndingReachesThroughTls()
{
    QFETCH(QString, ending);
    const TestCertificates::Pair pair = m_certificates.server();
    FaultyServer server;
    QVERIFY2(server.startTls(pair.certificate, pair.key), qPrintable(server.failure()));
    const QUrl url = server.url(QStringLiteral("/early?pause=100&id=tls&close=") + ending);
    QTEST(support::postFile(url, "f", "short").status, "status");
    QCOMPARE(server.stats(QStringLiteral("tls")).answered, 1);
}

QTEST_GUILESS_MAIN(TestNginxAndTls)
#include "tst_nginxandtls.moc"
