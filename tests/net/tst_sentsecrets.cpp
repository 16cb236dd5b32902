// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/endpoint.h"
#include "core/net/sentsecrets.h"

#include <QTest>

using net::SentSecrets;

/// What comes back from a server does not give away what was sent to it.
class TestSentSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strikes_data();
    void strikes();
    void strikesWhatIsQuoted();
    void strikesWhatWasCutOff_data();
    void strikesWhatWasCutOff();
    void strikesTheLongerOneFirst();
    void leavesTheRestAlone();
    void strikesBytes();
    void requestWithoutSecrets();
};

namespace {

net::Endpoint endpointWithAll()
{
    net::Endpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://amy:in-url@h/up?token=in-query&part=seven&sig=signed"));
    endpoint.headers = {{"Authorization", "Bearer in-header"},
                        {"X-Api-Key", "api-key"},
                        {"Cookie", "id=cookie1; theme=cookie2"},
                        {"X-Tenant", "tenant"},
                        {"X-Plain", "plain"}};
    net::TransportOptions &transport = endpoint.transport;
    transport.secretHeaders = {"x-tenant"};
    transport.token = QStringLiteral("t0ken");
    transport.user = QStringLiteral("bob");
    transport.password = QStringLiteral("pass word");
    transport.proxyUser = QStringLiteral("pat");
    transport.proxyPassword = QStringLiteral("proxy-pw");
    transport.keyPassword = QStringLiteral("key-pw");
    return endpoint;
}

} // namespace

void TestSentSecrets::strikes_data()
{
    QTest::addColumn<QString>("secret");
    const QList<QByteArray> secrets{"in-url",
                                    "in-query",
                                    "signed",
                                    "in-header",
                                    "api-key",
                                    "cookie1",
                                    "cookie2",
                                    "tenant",
                                    "t0ken",
                                    "pass word",
                                    "pass%20word",
                                    QByteArray("bob:pass word").toBase64(),
                                    QByteArray("amy:in-url").toBase64(),
                                    "proxy-pw",
                                    QByteArray("pat:proxy-pw").toBase64(),
                                    "key-pw"};
    for (const QByteArray &secret : secrets)
        QTest::newRow(secret.constData()) << QString::fromUtf8(secret);
}

void TestSentSecrets::strikes()
{
    QFETCH(QString, secret);
    const SentSecrets secrets(endpointWithAll().request());
    QCOMPARE(secrets.struckFrom(QStringLiteral("you sent [%1], %1!").arg(secret)),
             QStringLiteral("you sent [***], ***!"));
}

void TestSentSecrets::strikesWhatIsQuoted()
{
    SentSecrets secrets;
    secrets.add(QStringLiteral("p<&\"w'/\u00f6 XYZ"));
    for (const char *quoted : {"p&lt;&amp;&quot;w'/\u00f6 XYZ", "p&lt;&amp;&quot;w&#39;/\u00f6 XYZ",
                               "p<&\\\"w'/\u00f6 XYZ", "p<&\\\"w'/\\u00f6 XYZ"})
        QCOMPARE(secrets.struckFrom(u'>' + QString::fromUtf8(quoted) + u'<'), QStringLiteral(">***<"));
}

void TestSentSecrets::strikesWhatWasCutOff_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rest");
    QTest::newRow("half of it") << QStringLiteral("you sent S3cre") << QStringLiteral("you sent ***");
    QTest::newRow("all but one") << QStringLiteral("you sent S3cretTOKE") << QStringLiteral("you sent ***");
    QTest::newRow("too little to tell") << QStringLiteral("you sent S3c") << QStringLiteral("you sent S3c");
    QTest::newRow("nothing else") << QStringLiteral("S3cret") << QStringLiteral("***");
}

void TestSentSecrets::strikesWhatWasCutOff()
{
    QFETCH(QString, text);
    SentSecrets secrets;
    secrets.add(QStringLiteral("S3cretTOKEN"));
    QTEST(secrets.struckFrom(text), "rest");
}

void TestSentSecrets::strikesTheLongerOneFirst()
{
    SentSecrets secrets;
    secrets.add(QStringLiteral("hush"));
    secrets.add(QStringLiteral("hush-hush"));
    QCOMPARE(secrets.struckFrom(QStringLiteral("<hush-hush>")), QStringLiteral("<***>"));
}

void TestSentSecrets::leavesTheRestAlone()
{
    const SentSecrets secrets(endpointWithAll().request());
    for (const char *harmless : {"Bearer", "plain", "seven", "amy", "bob", "X-Api-Key", ""})
        QCOMPARE(secrets.struckFrom(QString::fromLatin1(harmless)), QString::fromLatin1(harmless));
    SentSecrets tooShort;
    tooShort.add(QStringLiteral("the"));
    QVERIFY(tooShort.isEmpty());
}

void TestSentSecrets::strikesBytes()
{
    SentSecrets secrets;
    secrets.addCookies("a=cookie1; b=cookie2");
    QCOMPARE(secrets.struckFrom(QByteArray("x=cookie2; y")), "x=***; y");
    const QByteArray noText("\xff\xfe");
    QCOMPARE(secrets.struckFrom(noText), noText);
}

void TestSentSecrets::requestWithoutSecrets()
{
    net::Endpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://h/up?part=7"));
    endpoint.headers = {{"X-Plain", "plain text"}, {"Accept", "*/*"}};
    endpoint.transport.user = QStringLiteral("somebody");
    QVERIFY(SentSecrets(endpoint.request()).isEmpty());
    QVERIFY(SentSecrets(QNetworkRequest()).isEmpty());
}

QTEST_GUILESS_MAIN(TestSentSecrets)
#include "tst_sentsecrets.moc"
