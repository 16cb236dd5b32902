// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/net/networkerror.h"
#include "core/net/tlsfailure.h"
#include "core/net/tlsinspection.h"
#include "tests/net/replies.h"
#include "tests/net/scriptserver.h"
#include "tests/support/nginxserver.h"
#include "tests/support/testcertificates.h"

#include <QBuffer>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QTest>

using base::ErrorKind;
using net::TlsProblem;
using support::NginxServer;
using support::TestCertificates;

Q_DECLARE_METATYPE(net::TlsProblem)

/// Against a real nginx: every way in which TLS can fail has a sentence of its own, and an exception is one for one.
class TestTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problems_data();
    void problems();
    void everyProblemHasItsOwnSentence();
    void wholeChainIsTrusted();
    void clientCertificates_data();
    void clientCertificates();
    void brokenFiles_data();
    void brokenFiles();
    void exceptionIsForOneCertificate_data();
    void exceptionIsForOneCertificate();
    void otherCertificateStillNeedsItsName();
    void exceptionIsNotReusedByOthers();
    void exceptionNotThroughASecureProxy();
    void handshakeThatDoesNotEnd();
    void plainHttpToATlsPort();
    void inspectionSaysWhy();
    void inspectionOfGoodServer();

private:
    struct Outcome
    {
        base::Error error;
        net::TlsFailure failure;
        int status = 0;
    };
    Outcome post(const QUrl &url, const net::TransportOptions &options, qsizetype bytes = 1000);
    net::TransportOptions trusting() const;
    static QByteArray fingerprintOf(const TestCertificates::Pair &pair);

    TestCertificates m_certificates;
    net::CurlAccessManager m_manager;
};

TestTls::Outcome TestTls::post(const QUrl &url, const net::TransportOptions &options, qsizetype bytes)
{
    QBuffer body;
    body.setData(QByteArray(bytes, 'b'));
    body.open(QIODevice::ReadOnly);
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(replies::withTransport(url, options), &body));
    if (!replies::waitFor(reply.get()))
        qWarning("never finished");
    return {net::errorOf(*reply), reply->attribute(net::tlsFailureAttribute).value<net::TlsFailure>(),
            replies::statusOf(*reply)};
}

net::TransportOptions TestTls::trusting() const
{
    net::TransportOptions options;
    options.caFile = m_certificates.authority().certificate;
    return options;
}

QByteArray TestTls::fingerprintOf(const TestCertificates::Pair &pair)
{
    return QSslCertificate::fromPath(pair.certificate).constFirst().digest(QCryptographicHash::Sha256);
}

void TestTls::problems_data()
{
    using Make = TestCertificates::Pair (TestCertificates::*)() const;
    QTest::addColumn<Make>("make");
    QTest::addColumn<TlsProblem>("problem");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("chain");
    QTest::newRow("wrong host") << &TestCertificates::wrongName << TlsProblem::WrongHost
                                << QStringLiteral("is for other.example, not for 127.0.0.1") << 2;
    QTest::newRow("expired") << &TestCertificates::expired << TlsProblem::Expired
                             << QStringLiteral("expired on 2020-02-01") << 2;
    QTest::newRow("not yet valid") << &TestCertificates::notYetValid << TlsProblem::NotYetValid
                                   << QStringLiteral("only from 2090-01-01") << 2;
    QTest::newRow("self-signed") << &TestCertificates::selfSigned << TlsProblem::SelfSigned
                                 << QStringLiteral("is self-signed") << 1;
    QTest::newRow("intermediate missing")
        << &TestCertificates::withoutIntermediate << TlsProblem::IncompleteChain
        << QStringLiteral("an intermediate may be missing") << 1;
}

void TestTls::problems()
{
    using Make = TestCertificates::Pair (TestCertificates::*)() const;
    QFETCH(Make, make);
    QFETCH(QString, words);
    QFETCH(int, chain);
    const TestCertificates::Pair pair = (m_certificates.*make)();
    NginxServer server;
    QVERIFY2(server.startTls({pair.certificate, pair.key}), qPrintable(server.failure()));
    const Outcome outcome = post(server.url(), trusting());
    QCOMPARE(outcome.error.kind, ErrorKind::TlsFailed);
    QTEST(outcome.failure.problem, "problem");
    QVERIFY2(outcome.error.message.contains(words), qPrintable(outcome.error.message));
    QCOMPARE(outcome.status, 0);

    // The chain: who, by whom, when, and which.
    QCOMPARE(outcome.failure.chain.size(), chain);
    const net::CertificateInfo &own = outcome.failure.chain.constFirst();
    QCOMPARE(own.sha256, fingerprintOf(pair));
    QVERIFY(own.validFrom < own.validUntil);
    for (const QString &part : {own.subject, own.issuer, net::fingerprintText(own.sha256)})
        QVERIFY2(!part.isEmpty() && outcome.error.detail.contains(part), qPrintable(outcome.error.detail));
    QVERIFY(net::canBeTrusted(outcome.failure));
}

void TestTls::everyProblemHasItsOwnSentence()
{
    const auto start = [&](NginxServer &server, const NginxServer::Tls &tls) {
        if (!server.startTls(tls))
            qWarning("%s", qPrintable(server.failure()));
    };
    QSet<QString> sentences;
    const auto see = [&](const TestCertificates::Pair &pair, const net::TransportOptions &options,
                         TlsProblem problem, NginxServer::Tls tls = {}) {
        tls.certificate = pair.certificate;
        tls.key = pair.key;
        NginxServer server;
        start(server, tls);
        const Outcome outcome = post(server.url(), options);
        QCOMPARE(outcome.error.kind, ErrorKind::TlsFailed);
        QVERIFY2(outcome.failure.problem == problem,
                 qPrintable(outcome.error.message + outcome.error.detail));
        QVERIFY2(!sentences.contains(outcome.error.message), qPrintable(outcome.error.message));
        sentences.insert(outcome.error.message);
    };
    net::TransportOptions revoked = trusting();
    revoked.crlFile = m_certificates.revocationList();
    see(m_certificates.wrongName(), trusting(), TlsProblem::WrongHost);
    see(m_certificates.expired(), trusting(), TlsProblem::Expired);
    see(m_certificates.notYetValid(), trusting(), TlsProblem::NotYetValid);
    see(m_certificates.selfSigned(), trusting(), TlsProblem::SelfSigned);
    see(m_certificates.withIntermediate(), {}, TlsProblem::UnknownIssuer);
    see(m_certificates.withoutIntermediate(), trusting(), TlsProblem::IncompleteChain);
    see(m_certificates.revoked(), revoked, TlsProblem::Revoked);
    see(m_certificates.withIntermediate(), revoked,
        TlsProblem::NoRevocationList); // none of the intermediate's
    see(m_certificates.server(), trusting(), TlsProblem::VersionTooOld,
        {.versions = QStringLiteral("TLSv1 TLSv1.1")});
    const NginxServer::Tls demanding{.clientAuthority = m_certificates.authority().certificate};
    see(m_certificates.server(), trusting(), TlsProblem::ClientCertificateMissing, demanding);
    net::TransportOptions stranger = trusting();
    stranger.certFile = m_certificates.strangeClient().certificate;
    stranger.keyFile = m_certificates.strangeClient().key;
    see(m_certificates.server(), stranger, TlsProblem::ClientCertificateRefused, demanding);
    QCOMPARE(sentences.size(), 11);
}

void TestTls::wholeChainIsTrusted()
{
    const TestCertificates::Pair pair = m_certificates.withIntermediate();
    NginxServer server;
    QVERIFY2(server.startTls({pair.certificate, pair.key}), qPrintable(server.failure()));
    QCOMPARE(post(server.url(), trusting()).status, 201);
}

void TestTls::clientCertificates_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("passphrase");
    const QString tide = QStringLiteral("tide");
    QTest::newRow("PEM") << m_certificates.client().certificate << m_certificates.client().key << QString();
    QTest::newRow("PEM, encrypted key")
        << m_certificates.client().certificate << m_certificates.encryptedClient().key << tide;
    QTest::newRow("PKCS#12") << m_certificates.clientP12() << QString() << tide;
}

void TestTls::clientCertificates()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, passphrase);
    const TestCertificates::Pair pair = m_certificates.server();
    NginxServer server;
    QVERIFY2(server.startTls({pair.certificate, pair.key, m_certificates.authority().certificate}),
             qPrintable(server.failure()));
    net::TransportOptions options = trusting();
    options.certFile = certificate;
    options.keyFile = key;
    options.keyPassword = passphrase;
    const Outcome outcome = post(server.url(), options);
    QCOMPARE(outcome.error.message, QString());
    QCOMPARE(outcome.status, 201);
}

void TestTls::brokenFiles_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("authorities");
    QTest::addColumn<QString>("words");
    const QString good = m_certificates.client().certificate;
    const QString authority = m_certificates.authority().certificate;
    const QString none = QStringLiteral("/nowhere.pem");
    const QString noPem = QStringLiteral(TIDEMARK_TEST_DATA "/pprof/README.md");
    QTest::newRow("no certificate")
        << none << QString() << authority
        << QStringLiteral("the client certificate /nowhere.pem cannot be read: No such file");
    QTest::newRow("no key") << good << none << authority
                            << QStringLiteral("the key /nowhere.pem cannot be read: No such file");
    QTest::newRow("damaged certificate") << noPem << QString() << authority
                                         << QStringLiteral("does not hold a client certificate and its key");
    QTest::newRow("another's key") << good << m_certificates.server().key << authority
                                   << QStringLiteral("do not belong together");
    QTest::newRow("wrong passphrase") << m_certificates.clientP12() << QString() << authority
                                      << QStringLiteral("the passphrase does not open");
    QTest::newRow("no authorities") << QString() << QString() << none
                                    << QStringLiteral(
                                           "the file of certificate authorities /nowhere.pem cannot be read");
    QTest::newRow("damaged authorities") << QString() << QString() << noPem << QStringLiteral("is not PEM");
}

void TestTls::brokenFiles()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, authorities);
    QFETCH(QString, words);
    const TestCertificates::Pair pair = m_certificates.server();
    NginxServer server;
    QVERIFY2(server.startTls({pair.certificate, pair.key, m_certificates.authority().certificate}),
             qPrintable(server.failure()));
    net::TransportOptions options;
    options.caFile = authorities;
    options.certFile = certificate;
    options.keyFile = key;
    options.keyPassword = QStringLiteral("ebb");
    const Outcome outcome = post(server.url(), options);
    QCOMPARE(outcome.error.kind, ErrorKind::TlsFailed);
    QVERIFY2(outcome.error.message.contains(words), qPrintable(outcome.error.message));
    QVERIFY2(!outcome.error.message.contains(options.keyPassword)
                 && !outcome.error.detail.contains(options.keyPassword),
             "a passphrase is told");
}

void TestTls::exceptionIsForOneCertificate_data()
{
    using Make = TestCertificates::Pair (TestCertificates::*)() const;
    QTest::addColumn<Make>("make");
    QTest::newRow("self-signed") << &TestCertificates::selfSigned;
    QTest::newRow("expired") << &TestCertificates::expired;
    QTest::newRow("wrong host") << &TestCertificates::wrongName;
    QTest::newRow("unknown issuer") << &TestCertificates::withIntermediate;
}

void TestTls::exceptionIsForOneCertificate()
{
    using Make = TestCertificates::Pair (TestCertificates::*)() const;
    QFETCH(Make, make);
    const TestCertificates::Pair pair = (m_certificates.*make)();
    NginxServer server;
    QVERIFY2(server.startTls({pair.certificate, pair.key}), qPrintable(server.failure()));
    net::TransportOptions options;
    options.trustedCertificate = fingerprintOf(pair);
    QCOMPARE(post(server.url(), options).error.message, QString());

    // Another one at the same address is refused, the present one with another exception, too.
    options.trustedCertificate = fingerprintOf(m_certificates.otherSelfSigned());
    const Outcome other = post(server.url(), options);
    QCOMPARE(other.error.kind, ErrorKind::TlsFailed);
    QCOMPARE(other.failure.chain.constFirst().sha256, fingerprintOf(pair));
    QVERIFY2(
        other.error.message.startsWith(QStringLiteral("another certificate than the trusted one: SHA-256 ")
                                       + net::fingerprintText(fingerprintOf(pair)) + QStringLiteral("; ")),
        qPrintable(other.error.message));
    QVERIFY(!post(server.url(), {}).error.message.contains(QStringLiteral("another certificate")));
}

void TestTls::otherCertificateStillNeedsItsName()
{
    // An exception turns libcurl's check of the name off; ours has to be there for all other certificates.
    net::TransportOptions options = trusting();
    options.trustedCertificate = fingerprintOf(m_certificates.selfSigned());
    NginxServer wrong;
    QVERIFY(wrong.startTls({m_certificates.wrongName().certificate, m_certificates.wrongName().key}));
    QCOMPARE(post(wrong.url(), options).failure.problem, TlsProblem::WrongHost);

    NginxServer good;
    QVERIFY(good.startTls({m_certificates.server().certificate, m_certificates.server().key}));
    QCOMPARE(post(good.url(), options).status, 201);
    QUrl byName = good.url();
    byName.setHost(QStringLiteral("localhost"));
    QCOMPARE(post(byName, options).status, 201);
}

void TestTls::exceptionIsNotReusedByOthers()
{
    const TestCertificates::Pair pair = m_certificates.selfSigned();
    NginxServer server;
    QVERIFY2(server.startTls({pair.certificate, pair.key}), qPrintable(server.failure()));
    net::TransportOptions options;
    options.trustedCertificate = fingerprintOf(pair);
    QCOMPARE(post(server.url(), options).status, 201); // and the connection is kept
    QCOMPARE(post(server.url(), {}).error.kind, ErrorKind::TlsFailed);
    net::TransportOptions other;
    other.trustedCertificate = fingerprintOf(m_certificates.otherSelfSigned());
    QCOMPARE(post(server.url(), other).error.kind, ErrorKind::TlsFailed);
    QCOMPARE(post(server.url(), options).status, 201);
    net::TransportOptions careless;
    careless.verifyTls = false;
    QCOMPARE(post(server.url(), careless).status, 201);
    QCOMPARE(post(server.url(), {}).error.kind, ErrorKind::TlsFailed);
}

void TestTls::exceptionNotThroughASecureProxy()
{
    net::TransportOptions options;
    options.trustedCertificate = QByteArray(32, 'x');
    options.proxy = QUrl(QStringLiteral("https://127.0.0.1:9"));
    const Outcome outcome = post(QUrl(QStringLiteral("https://127.0.0.1:10/")), options);
    QCOMPARE(outcome.error.kind, ErrorKind::TlsFailed);
    QVERIFY2(outcome.error.message.contains(QStringLiteral("proxy")), qPrintable(outcome.error.message));
}

void TestTls::handshakeThatDoesNotEnd()
{
    ScriptServer silent([](ScriptServer::Exchange &) {});
    QUrl url = silent.url();
    url.setScheme(QStringLiteral("https"));
    net::TransportOptions options = trusting();
    options.connectTimeout = std::chrono::milliseconds(300);
    const Outcome outcome = post(url, options);
    QCOMPARE(outcome.error.kind, ErrorKind::ConnectTimeout);
    QVERIFY2(outcome.error.message.contains(QStringLiteral("the TLS handshake did not end")),
             qPrintable(outcome.error.message));
}

void TestTls::plainHttpToATlsPort()
{
    NginxServer server;
    const auto pair = m_certificates.server();
    QVERIFY2(server.startTls({pair.certificate, pair.key}), qPrintable(server.failure()));
    QUrl url = server.url();
    url.setScheme(QStringLiteral("http"));
    const Outcome outcome = post(url, {});
    QCOMPARE(outcome.error.kind, ErrorKind::TlsFailed);
    QCOMPARE(outcome.status, 400);
    QVERIFY2(outcome.error.message.contains(QStringLiteral("https://")), qPrintable(outcome.error.message));
}

void TestTls::inspectionSaysWhy()
{
    const TestCertificates::Pair pair = m_certificates.selfSigned();
    NginxServer server;
    QVERIFY2(server.startTls({pair.certificate, pair.key}), qPrintable(server.failure()));
    net::TlsInspection inspection(m_manager);
    QSignalSpy finished(&inspection, &net::TlsInspection::finished);
    net::Endpoint endpoint;
    endpoint.url = server.url();
    inspection.start(endpoint);
    inspection.start(endpoint); // the first is forgotten
    QVERIFY(finished.wait(30'000));
    const auto failure = finished.constFirst().constFirst().value<net::TlsFailure>();
    QCOMPARE(failure.problem, TlsProblem::SelfSigned);
    QCOMPARE(failure.chain.constFirst().sha256, fingerprintOf(pair));
    QCOMPARE(finished.size(), 1);
}

void TestTls::inspectionOfGoodServer()
{
    NginxServer server;
    QVERIFY(server.startTls({m_certificates.server().certificate, m_certificates.server().key}));
    net::TlsInspection inspection(m_manager);
    QSignalSpy finished(&inspection, &net::TlsInspection::finished);
    net::Endpoint endpoint;
    endpoint.url = server.url();
    endpoint.transport = trusting();
    inspection.start(endpoint);
    QVERIFY(finished.wait(30'000));
    QCOMPARE(finished.constFirst().constFirst().value<net::TlsFailure>().problem, TlsProblem::None);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
