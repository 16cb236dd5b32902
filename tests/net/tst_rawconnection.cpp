// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as they are, to servers that answer early, late and never.
#include "core/net/rawconnection.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testcertificates.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QTest>

using net::RawConnection;

class TestRawConnection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.failure())); }

    void answerOfTwoRequestsOnOneConnection()
    {
        RawConnection connection(at(QStringLiteral("/ok")));
        connection.open();
        for (const qint64 times : {1, 40}) {
            connection.send(head("/ok?id=twice", 1000 * times));
            connection.send(QByteArray(1000, 'x'), times);
            QTRY_VERIFY(connection.hasAnswer());
            const auto answer = connection.takeAnswer();
            QCOMPARE(answer->status(), 201);
            const QByteArray told = "\"received\":" + QByteArray::number(1000 * times);
            QVERIFY2(answer->body.contains(told), answer->body.constData());
            QVERIFY(!connection.hasAnswer());
        }
        QVERIFY(connection.isOpen() && !connection.hasEnded());
        QVERIFY(connection.hasSentAll());
        QCOMPARE(m_server.stats(QStringLiteral("twice")).received, 41'000);
    }

    // The server closes with megabytes unread, so that its host resets the connection: the answer must not be lost.
    void earlyAnswerOutlivesTheReset()
    {
        for (int i = 0; i < 30; ++i) {
            RawConnection connection(at(QStringLiteral("/early")));
            connection.open();
            connection.send(head("/early?status=413&text=no", 64 * 1024 * 1024));
            connection.send(QByteArray(64 * 1024, 'x'), 1024);
            QTRY_VERIFY(connection.hasAnswer() || connection.hasEnded());
            const auto answer = connection.takeAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->status(), 413);
            QCOMPARE(answer->body, QByteArray("no"));
            QVERIFY(connection.sent() < 64 * 1024 * 1024);
        }
    }

    void noAnswerIsAnEnd()
    {
        RawConnection connection(at(QStringLiteral("/reset")));
        connection.open();
        connection.send(head("/reset", 10) + "0123456789");
        QTRY_VERIFY(connection.hasEnded());
        QVERIFY(!connection.hasAnswer());
        QCOMPARE(connection.error().kind, base::ErrorKind::None);
    }

    void oneDirectionEndsAlone()
    {
        RawConnection connection(at(QStringLiteral("/ok")));
        connection.open();
        connection.send(head("/ok?id=short&delay=200", 5) + "12345");
        connection.endSending();
        QTRY_VERIFY(connection.hasAnswer());
        QCOMPARE(connection.takeAnswer()->status(), 201);
    }

    void nobodyListens()
    {
        support::FaultyServer gone;
        QVERIFY2(gone.start(), qPrintable(gone.failure()));
        net::Endpoint endpoint;
        endpoint.url = gone.url(QStringLiteral("/ok"));
        gone.stop();
        RawConnection connection(endpoint);
        connection.open();
        connection.send("GET / HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(connection.hasEnded());
        QCOMPARE(connection.error().kind, base::ErrorKind::ConnectionRefused);
        QVERIFY(!connection.isOpen());
    }

    void tlsWithAClientCertificate_data()
    {
        QTest::addColumn<bool>("shows");
        QTest::newRow("shown") << true;
        QTest::newRow("missing") << false;
    }

    void tlsWithAClientCertificate()
    {
        QFETCH(const bool, shows);
        const support::TestCertificates certificates;
        support::FaultyServer server;
        QVERIFY2(server.startTls(certificates.server().certificate, certificates.server().key,
                                 certificates.authority().certificate),
                 qPrintable(server.failure()));
        net::Endpoint endpoint;
        endpoint.url = server.url(QStringLiteral("/ok"));
        endpoint.transport.caFile = certificates.authority().certificate;
        if (shows) {
            endpoint.transport.certFile = certificates.client().certificate;
            endpoint.transport.keyFile = certificates.client().key;
        }
        RawConnection connection(endpoint);
        connection.open();
        connection.send(head("/ok", 100'000));
        connection.send(QByteArray(1000, 'x'), 100);
        QTRY_VERIFY(connection.hasAnswer() || connection.hasEnded());
        const auto answer = connection.takeAnswer();
        QCOMPARE(answer.has_value(), shows);
        if (answer)
            QCOMPARE(answer->status(), 201);
    }

    void onlyTrustedServersAreSentAnything_data()
    {
        QTest::addColumn<bool>("isVerified");
        QTest::addColumn<bool>("isExcepted");
        QTest::addColumn<bool>("isTrusted");
        QTest::newRow("self-signed") << true << false << false;
        QTest::newRow("not looked at") << false << false << true;
        QTest::newRow("by its fingerprint") << true << true << true;
    }

    void onlyTrustedServersAreSentAnything()
    {
        QFETCH(const bool, isVerified);
        QFETCH(const bool, isExcepted);
        QFETCH(const bool, isTrusted);
        const support::TestCertificates certificates;
        const support::TestCertificates::Pair pair = certificates.selfSigned();
        support::FaultyServer server;
        QVERIFY2(server.startTls(pair.certificate, pair.key), qPrintable(server.failure()));
        net::Endpoint endpoint;
        endpoint.url = server.url(QStringLiteral("/ok"));
        endpoint.transport.verifyTls = isVerified;
        if (isExcepted)
            endpoint.transport.trustedCertificate
                = QSslCertificate::fromPath(pair.certificate).first().digest(QCryptographicHash::Sha256);
        RawConnection connection(endpoint);
        connection.open();
        connection.send(head("/ok?id=secret", 5) + "12345");
        QTRY_VERIFY(connection.hasAnswer() || connection.hasEnded());
        QCOMPARE(connection.takeAnswer().has_value(), isTrusted);
        QCOMPARE(connection.error().kind, isTrusted ? base::ErrorKind::None : base::ErrorKind::TlsFailed);
        QCOMPARE(connection.sent() > 0, isTrusted);
    }

    void unreadableCertificateIsSaid()
    {
        net::Endpoint endpoint;
        endpoint.url = QUrl(QStringLiteral("https://127.0.0.1:9/"));
        endpoint.transport.certFile = QStringLiteral("/nonexistent.pem");
        RawConnection connection(endpoint);
        connection.open();
        QTRY_VERIFY(connection.hasEnded());
        QCOMPARE(connection.error().kind, base::ErrorKind::FileUnreadable);
        QVERIFY(connection.error().message.contains(QStringLiteral("/nonexistent.pem")));
    }

private:
    [[nodiscard]] net::Endpoint at(const QString &path) const
    {
        net::Endpoint endpoint;
        endpoint.url = m_server.url(path);
        return endpoint;
    }

    [[nodiscard]] static QByteArray head(const QByteArray &target, qint64 length)
    {
        return "POST " + target + " HTTP/1.1\r\nHost: test\r\nContent-Length: " + QByteArray::number(length)
            + "\r\n\r\n";
    }

    support::FaultyServer m_server;
};

QTEST_GUILESS_MAIN(TestRawConnection)
#include "tst_rawconnection.moc"
