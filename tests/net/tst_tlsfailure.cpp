// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tlsfailure.h"

#include <QTest>

class TestTlsFailure final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fingerprints_data();
    void fingerprints();
    void fingerprintIsReadBack();
    void unreadableCertificateHasItsFingerprint();
    void whatCanBeTrusted();
};

void TestTlsFailure::fingerprints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGood");
    const QString hex = QStringLiteral("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
    QString colons = hex.toUpper();
    for (qsizetype at = 62; at > 0; at -= 2)
        colons.insert(at, u':');
    QTest::newRow("bare") << hex << true;
    QTest::newRow("upper case, colons") << colons << true;
    QTest::newRow("openssl") << QStringLiteral("sha256 Fingerprint=") + colons << true;
    QTest::newRow("prefix") << QStringLiteral("SHA256:") + hex << true;
    QTest::newRow("blanks around") << QStringLiteral("  ") + hex + u' ' << true;
    QTest::newRow("SHA-1") << hex.left(40) << false;
    QTest::newRow("too long") << hex + QStringLiteral("00") << false;
    QTest::newRow("no hex") << QString(hex).replace(3, 1, QStringLiteral("g")) << false;
    QTest::newRow("empty") << QString() << false;
}

void TestTlsFailure::fingerprints()
{
    QFETCH(QString, text);
    const auto parsed = net::parseFingerprint(text);
    QTEST(parsed.has_value(), "isGood");
    if (parsed) {
        QCOMPARE(parsed->toHex().left(8), QByteArray("00112233"));
        QCOMPARE(parsed->size(), 32);
    }
}

void TestTlsFailure::fingerprintIsReadBack()
{
    QByteArray bytes(32, 'a');
    bytes[0] = '\xff';
    QCOMPARE(net::parseFingerprint(net::fingerprintText(bytes)), std::optional(bytes));
    QVERIFY(net::fingerprintText(bytes).startsWith(QStringLiteral("FF:61:")));
}

void TestTlsFailure::unreadableCertificateHasItsFingerprint()
{
    const net::CertificateInfo info = net::certificateInfo("no certificate");
    QCOMPARE(info.sha256.size(), 32);
    QVERIFY(info.subject.isEmpty());
}

void TestTlsFailure::whatCanBeTrusted()
{
    net::TlsFailure failure;
    failure.chain = {net::CertificateInfo()};
    failure.problem = net::TlsProblem::SelfSigned;
    QVERIFY(net::canBeTrusted(failure));
    failure.problem = net::TlsProblem::Revoked;
    QVERIFY(!net::canBeTrusted(failure));
    failure.problem = net::TlsProblem::Expired;
    failure.chain.clear();
    QVERIFY(!net::canBeTrusted(failure));
}

QTEST_GUILESS_MAIN(TestTlsFailure)
#include "tst_tlsfailure.moc"
