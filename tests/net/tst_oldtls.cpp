// SPDX-License-Identifier: GPL-3.0-or-later
// The hello of an old client and what comes back; real servers answer it in tests/experiment/tst_auditchecks.
#include "core/net/oldtls.h"

#include <QTest>

namespace {

int number(const QByteArray &bytes, qsizetype at, int count)
{
    int value = 0;
    for (int i = 0; i < count; ++i)
        value = value * 256 + static_cast<quint8>(bytes[at + i]);
    return value;
}

} // namespace

class TestOldTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengthsAreRight()
    {
        const QByteArray hello = net::oldTlsHello(QStringLiteral("upload.example"));
        QCOMPARE(number(hello, 0, 1), 22);
        QCOMPARE(number(hello, 3, 2), hello.size() - 5);
        QCOMPARE(number(hello, 6, 3), hello.size() - 9);
        QCOMPARE(number(hello, 9, 2), 0x0302);
        const int suites = number(hello, 44, 2);
        QCOMPARE(suites % 2, 0);
        const qsizetype extensions = 46 + suites + 2;
        QCOMPARE(number(hello, extensions, 2), hello.size() - extensions - 2);
        QVERIFY(hello.contains("upload.example"));
    }

    void addressesAreNotNamed()
    {
        QVERIFY(!net::oldTlsHello(QStringLiteral("127.0.0.1")).contains("127.0.0.1"));
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("received");
        QTest::addColumn<bool>("isTold");
        QTest::addColumn<QString>("version");
        QTest::newRow("alert") << QByteArray::fromHex("15030200020246") << true << QString();
        QTest::newRow("TLS 1.1") << QByteArray::fromHex("160302003d020000390302aa") << true
                                 << QStringLiteral("TLS 1.1");
        QTest::newRow("TLS 1.0") << QByteArray::fromHex("160301003d020000390301aa") << true
                                 << QStringLiteral("TLS 1.0");
        QTest::newRow("SSL 3.0") << QByteArray::fromHex("160300003d020000390300aa") << true
                                 << QStringLiteral("SSL 3.0");
        QTest::newRow("newer than asked")
            << QByteArray::fromHex("160303003d020000390303aa") << true << QString();
        QTest::newRow("too few") << QByteArray::fromHex("1603020039") << false << QString();
        QTest::newRow("nothing") << QByteArray() << false << QString();
        QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << false << QString();
    }

    void answers()
    {
        QFETCH(const QByteArray, received);
        QFETCH(const bool, isTold);
        QFETCH(const QString, version);
        const auto answer = net::readOldTlsAnswer(received);
        QCOMPARE(answer.has_value(), isTold);
        if (answer) {
            QCOMPARE(answer->isAccepted, !version.isEmpty());
            QCOMPARE(answer->version, version);
        }
    }
};

QTEST_GUILESS_MAIN(TestOldTls)
#include "tst_oldtls.moc"
