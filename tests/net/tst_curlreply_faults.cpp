// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/net/endpoint.h"
#include "core/net/networkerror.h"
#include "core/net/phasetimings.h"
#include "tests/support/faultyserver.h"
#include "tests/support/nginxserver.h"
#include "tests/support/testcertificates.h"
#include "tests/support/testfiles.h"

#include <QFile>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using base::ErrorKind;

/// Against servers in processes of their own: what resets, lies, stalls or refuses TLS.
class TestCurlReplyFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void earlyRefusal_data();
    void earlyRefusal();
    void refusalOfNginx();
    void brokenConnections_data();
    void brokenConnections();
    void certificates_data();
    void certificates();
    void plainServerToldByHttps();
    void clientCertificate();
    void encryptedKey_data();
    void encryptedKey();

private:
    std::unique_ptr<QNetworkReply> post(const net::Endpoint &endpoint, QIODevice &body);

    net::CurlAccessManager m_manager;
    support::FaultyServer m_server;
    support::TestFiles m_files;
    support::TestCertificates m_certificates;
};

void TestCurlReplyFaults::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
}

std::unique_ptr<QNetworkReply> TestCurlReplyFaults::post(const net::Endpoint &endpoint, QIODevice &body)
{
    std::unique_ptr<QNetworkReply> reply(m_manager.post(endpoint.request(), &body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!finished.wait(60'000))
        qWarning("never finished");
    return reply;
}

void TestCurlReplyFaults::earlyRefusal_data()
{
    QTest::addColumn<QString>("close");
    QTest::addColumn<bool>("mayLoseTheAnswer");
    QTest::newRow("fin") << QStringLiteral("fin") << false;
    QTest::newRow("linger") << QStringLiteral("linger") << false;
    // RFC 9112 section 9.6: a reset may destroy what was received but not yet read.
    QTest::newRow("rst") << QStringLiteral("rst") << true;
}

void TestCurlReplyFaults::earlyRefusal()
{
    QFETCH(QString, close);
    QFETCH(bool, mayLoseTheAnswer);
    QFile file(m_files.makeSparse(close, 1024LL * 1024 * 1024));
    QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    net::Endpoint endpoint;
    endpoint.url = m_server.url(QStringLiteral("/early?status=413&text=limit&id=%1&close=%1").arg(close));
    const auto reply = post(endpoint, file);
    const base::Error error = net::errorOf(*reply);
    if (mayLoseTheAnswer && error.kind == ErrorKind::ConnectionReset) {
        QVERIFY2(error.message.contains(QStringLiteral("size")), qPrintable(error.message));
    } else {
        QCOMPARE(error.kind, ErrorKind::HttpStatus);
        QCOMPARE(error.httpStatus, 413);
        QVERIFY(reply->readAll().contains("limit"));
    }
    QVERIFY2(file.pos() < file.size() / 2, "most of the file must not have been read");
    QCOMPARE(m_server.stats(close).requests, 1);
}

void TestCurlReplyFaults::refusalOfNginx()
{
    support::NginxServer nginx;
    QVERIFY2(nginx.start(), qPrintable(nginx.failure()));
    QFile large(m_files.makeSparse(QStringLiteral("large"), 1024LL * 1024 * 1024));
    QVERIFY(large.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    net::Endpoint endpoint;
    endpoint.url = nginx.url();
    const auto refused = post(endpoint, large);
    QCOMPARE(net::errorOf(*refused).httpStatus, 413);
    QVERIFY(refused->readAll().contains("413 Request Entity Too Large"));

    QFile small(m_files.makeFile(QStringLiteral("small"), 1000));
    QVERIFY(small.open(QIODevice::ReadOnly));
    QCOMPARE(net::errorOf(*post(endpoint, small)).kind, ErrorKind::None);
}

void TestCurlReplyFaults::brokenConnections_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("reset before the body's end")
        << QStringLiteral("/reset?after=1000") << ErrorKind::ConnectionReset;
    QTest::newRow("reset after it") << QStringLiteral("/reset?after=3000000") << ErrorKind::ConnectionReset;
    QTest::newRow("closed before the body's end")
        << QStringLiteral("/close?after=1000") << ErrorKind::ConnectionReset;
    QTest::newRow("never answers") << QStringLiteral("/never") << ErrorKind::Stalled;
    QTest::newRow("stops reading") << QStringLiteral("/stall?after=1000") << ErrorKind::Stalled;
    QTest::newRow("not http") << QStringLiteral("/broken?kind=no-http") << ErrorKind::Protocol;
    QTest::newRow("broken chunk") << QStringLiteral("/broken?kind=chunk") << ErrorKind::Protocol;
    QTest::newRow("short body") << QStringLiteral("/broken?kind=short") << ErrorKind::Protocol;
    QTest::newRow("slow but alive") << QStringLiteral("/slow?rate=20000000") << ErrorKind::None;
    QTest::newRow("interim answers first")
        << QStringLiteral("/interim?codes=100,102,103,104") << ErrorKind::None;
}

void TestCurlReplyFaults::brokenConnections()
{
    QFETCH(QString, path);
    QFile file(m_files.makeFile(QStringLiteral("body"), 32LL * 1024 * 1024));
    QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    net::Endpoint endpoint;
    const QChar join = path.contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?');
    const QString id
        = QString::fromLatin1(QTest::currentDataTag()).remove(QLatin1Char(' ')).remove(QLatin1Char('\''));
    endpoint.url = m_server.url(path + join + QStringLiteral("id=") + id);
    endpoint.transport.stallTimeout = std::chrono::milliseconds(1500);
    const auto reply = post(endpoint, file);
    QTEST(net::errorOf(*reply).kind, "kind");
    QCOMPARE(m_server.stats(id).requests, 1);
}

void TestCurlReplyFaults::certificates_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<bool>("isTrusted"); // the authority is given
    QTest::addColumn<bool>("isVerified");
    QTest::addColumn<ErrorKind>("kind");
    const auto row
        = [](const char *name, const char *which, bool isTrusted, bool isVerified, ErrorKind kind) {
              QTest::newRow(name) << QString::fromLatin1(which) << isTrusted << isVerified << kind;
          };
    row("good", "server", true, true, ErrorKind::None);
    row("unknown authority", "server", false, true, ErrorKind::TlsFailed);
    row("self-signed", "selfSigned", true, true, ErrorKind::TlsFailed);
    row("expired", "expired", true, true, ErrorKind::TlsFailed);
    row("wrong name", "wrongName", true, true, ErrorKind::TlsFailed);
    row("self-signed, not verified", "selfSigned", false, false, ErrorKind::None);
}

void TestCurlReplyFaults::certificates()
{
    QFETCH(QString, which);
    QFETCH(bool, isTrusted);
    QFETCH(bool, isVerified);
    const auto pair = which == QLatin1String("server") ? m_certificates.server()
        : which == QLatin1String("expired")            ? m_certificates.expired()
        : which == QLatin1String("wrongName")          ? m_certificates.wrongName()
                                                       : m_certificates.selfSigned();
    support::FaultyServer server;
    QVERIFY2(server.startTls(pair.certificate, pair.key), qPrintable(server.failure()));
    net::Endpoint endpoint;
    endpoint.url = server.url(QStringLiteral("/ok?id=tls"));
    endpoint.transport.verifyTls = isVerified;
    if (isTrusted)
        endpoint.transport.caFile = m_certificates.authority().certificate;
    QFile file(m_files.makeFile(QStringLiteral("tls"), 100'000));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto reply = post(endpoint, file);
    const base::Error error = net::errorOf(*reply);
    QTEST(error.kind, "kind");
    if (error.kind == ErrorKind::None) {
        const auto timings = reply->attribute(net::phaseTimingsAttribute).value<net::PhaseTimings>();
        QVERIFY(timings.tls >= timings.connect);
        QCOMPARE(server.stats(QStringLiteral("tls")).complete, 1);
    } else {
        QVERIFY2(error.message.contains(QStringLiteral("certificate")), qPrintable(error.message));
        QCOMPARE(server.stats().requests, 0);
    }
}

void TestCurlReplyFaults::plainServerToldByHttps()
{
    support::FaultyServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    net::Endpoint endpoint;
    endpoint.url = server.url(QStringLiteral("/ok"));
    endpoint.url.setScheme(QStringLiteral("https"));
    QFile file(m_files.makeFile(QStringLiteral("plain"), 1000));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const base::Error error = net::errorOf(*post(endpoint, file));
    QCOMPARE(error.kind, ErrorKind::TlsFailed);
    QVERIFY2(error.message.contains(QStringLiteral("http://")), qPrintable(error.message));
    QVERIFY(error.detail.contains(QStringLiteral("SSL")));
}

void TestCurlReplyFaults::clientCertificate()
{
    const auto pair = m_certificates.server();
    const auto authority = m_certificates.authority().certificate;
    support::FaultyServer server;
    QVERIFY2(server.startTls(pair.certificate, pair.key, authority), qPrintable(server.failure()));
    net::Endpoint endpoint;
    endpoint.url = server.url(QStringLiteral("/ok"));
    endpoint.transport.caFile = authority;
    QFile file(m_files.makeFile(QStringLiteral("mtls"), 1000));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(net::errorOf(*post(endpoint, file)).kind != ErrorKind::None);

    endpoint.transport.certFile = m_certificates.client().certificate;
    endpoint.transport.keyFile = m_certificates.client().key;
    QVERIFY(file.seek(0));
    const auto reply = post(endpoint, file);
    QCOMPARE(net::errorOf(*reply).message, QString());

    // The kept connection, made with the good key, would do for the same certificate.
    endpoint.transport.closeConnection = true;
    QVERIFY(file.seek(0));
    QCOMPARE(net::errorOf(*post(endpoint, file)).kind, ErrorKind::None);
    endpoint.transport.keyFile = m_files.path(QStringLiteral("no-such-key"));
    QVERIFY(file.seek(0));
    QCOMPARE(net::errorOf(*post(endpoint, file)).kind, ErrorKind::TlsFailed);
}

void TestCurlReplyFaults::encryptedKey_data()
{
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("right") << QStringLiteral("tide") << ErrorKind::None;
    QTest::newRow("wrong") << QStringLiteral("ebb") << ErrorKind::TlsFailed;
    QTest::newRow("none") << QString() << ErrorKind::TlsFailed; // and nobody is asked
}

void TestCurlReplyFaults::encryptedKey()
{
    QFETCH(QString, passphrase);
    const auto pair = m_certificates.server();
    const auto authority = m_certificates.authority().certificate;
    support::FaultyServer server;
    QVERIFY2(server.startTls(pair.certificate, pair.key, authority), qPrintable(server.failure()));
    net::Endpoint endpoint;
    endpoint.url = server.url(QStringLiteral("/ok"));
    endpoint.transport.caFile = authority;
    endpoint.transport.certFile = m_certificates.encryptedClient().certificate;
    endpoint.transport.keyFile = m_certificates.encryptedClient().key;
    endpoint.transport.keyPassword = passphrase;
    QFile file(m_files.makeFile(QStringLiteral("encrypted"), 1000));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const base::Error error = net::errorOf(*post(endpoint, file));
    QTEST(error.kind, "kind");
    QVERIFY2(error.kind == ErrorKind::None
                 || error.message.startsWith(QStringLiteral("the key is encrypted: ")),
             qPrintable(error.message));
}

QTEST_GUILESS_MAIN(TestCurlReplyFaults)
#include "tst_curlreply_faults.moc"
