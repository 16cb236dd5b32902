// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/profilejson.h"
#include "core/servers/serverprofile.h"
#include "core/transfer/uploadqueue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace std::chrono_literals;
using servers::Auth;
using servers::Method;
using servers::ServerProfile;

namespace {
using Change = std::function<void(ServerProfile &)>;

ServerProfile usable()
{
    ServerProfile profile = servers::newProfile();
    profile.name = QStringLiteral("Files");
    profile.url = QUrl(QStringLiteral("https://files.example/upload"));
    return profile;
}

ServerProfile full()
{
    ServerProfile profile = usable();
    profile.watch = QUrl(QStringLiteral("http://files.example:9090/metrics"));
    profile.method = Method::Tus;
    profile.field = QStringLiteral("photo");
    profile.form = {{QStringLiteral("kind"), QStringLiteral("x"), false},
                    {QStringLiteral("ticket"), QStringLiteral("HUSH1"), true}};
    profile.headers = {{QStringLiteral("X-Kind"), QStringLiteral("y"), false},
                       {QStringLiteral("X-Api-Key"), QStringLiteral("HUSH2"), true},
                       {QStringLiteral("X-Team"), QStringLiteral("HUSH7"), true}};
    profile.auth = Auth::Digest;
    profile.user = QStringLiteral("ann");
    profile.password = QStringLiteral("HUSH3");
    profile.token = QStringLiteral("HUSH4");
    profile.proxy = QUrl(QStringLiteral("http://proxy:3128"));
    profile.proxyUser = QStringLiteral("pat");
    profile.proxyPassword = QStringLiteral("HUSH5");
    profile.caFile = QStringLiteral("/ca.pem");
    profile.crlFile = QStringLiteral("/crl.pem");
    profile.certFile = QStringLiteral("/cert.p12");
    profile.keyFile = QStringLiteral("/key.pem");
    profile.keyPassword = QStringLiteral("HUSH6");
    profile.trustedCertificate = QByteArray(32, '\x7f');
    profile.followsRedirects = true;
    profile.digestField = QStringLiteral("sha256");
    profile.sendsReprDigest = true;
    profile.sendsIdempotencyKey = true;
    profile.limits = {9, 2'000'000, 5s, 6s, 7s, 8};
    return profile;
}
} // namespace
Q_DECLARE_METATYPE(Change)

class TestServerProfile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonRoundTrip();
    void jsonHoldsNoSecret();
    void defaultsAreLeftOut();
    void asManyAtOnceAsTheWindowAllows();
    void jsonMistakes_data();
    void jsonMistakes();
    void secretsComeBack();
    void secretNames_data();
    void secretNames();
    void checks_data();
    void checks();
    void targetHoldsAll();
    void emptyHeaderIsSent();
    void otherOriginGetsNoCredentials();
};

void TestServerProfile::jsonRoundTrip()
{
    const auto back = servers::profileFromJson(servers::toJson(full()));
    QVERIFY2(back, back ? "" : qPrintable(back.error().message));
    ServerProfile expected = servers::withoutSecrets(full());
    expected.id = back->id;
    QVERIFY(*back == expected);
}

void TestServerProfile::jsonHoldsNoSecret()
{
    const QByteArray text = QJsonDocument(servers::toJson(full())).toJson();
    QVERIFY2(!text.contains("HUSH"), text.constData());
    QVERIFY(text.contains("X-Api-Key"));
}

void TestServerProfile::defaultsAreLeftOut()
{
    const QStringList keys = servers::toJson(usable()).keys();
    QCOMPARE(keys,
             QStringList({QStringLiteral("auth"), QStringLiteral("field"), QStringLiteral("id"),
                          QStringLiteral("method"), QStringLiteral("name"), QStringLiteral("url")}));
}

/// Or the window would show less than it was given.
void TestServerProfile::asManyAtOnceAsTheWindowAllows()
{
    QJsonObject object = servers::toJson(full());
    object.insert(QStringLiteral("parallel"), 1000);
    const auto profile = servers::profileFromJson(object);
    QVERIFY(profile);
    QCOMPARE(profile->limits.parallel, transfer::UploadQueue::largestParallelLimit);
}

void TestServerProfile::jsonMistakes_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no id") << QStringLiteral("id") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("no address") << QStringLiteral("url") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("address of another type") << QStringLiteral("url") << QJsonValue(7);
    QTest::newRow("unknown method") << QStringLiteral("method") << QJsonValue(QStringLiteral("ftp"));
    QTest::newRow("unknown auth") << QStringLiteral("auth") << QJsonValue(QStringLiteral("ntlm"));
    QTest::newRow("negative limit") << QStringLiteral("parallel") << QJsonValue(-1);
    QTest::newRow("headers that are no list") << QStringLiteral("headers") << QJsonValue(QStringLiteral("x"));
    QTest::newRow("header that is no object") << QStringLiteral("headers") << QJsonValue(QJsonArray{1});
    QTest::newRow("no fingerprint") << QStringLiteral("trustedCertificate")
                                    << QJsonValue(QStringLiteral("12:34"));
}

void TestServerProfile::jsonMistakes()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject object = servers::toJson(full());
    object.insert(key, value);
    const auto profile = servers::profileFromJson(object);
    QVERIFY(!profile);
    QVERIFY2(profile.error().message.contains(key), qPrintable(profile.error().message));
}

void TestServerProfile::secretsComeBack()
{
    ServerProfile profile = servers::withoutSecrets(full());
    QVERIFY(servers::isSecretMissing(profile));
    servers::putSecrets(profile, servers::secretsOf(full()));
    QVERIFY(!servers::isSecretMissing(profile));
    ServerProfile expected = full();
    expected.id = profile.id;
    QVERIFY(profile == expected);
}

void TestServerProfile::secretNames_data()
{
    QTest::addColumn<bool>("isSecret");
    for (const char *name : {"Authorization", "proxy-authorization", "Cookie", "X-Api-Key", "X-Auth-Token",
                             "access_token", "Password", "client-secret"})
        QTest::newRow(name) << true;
    for (const char *name : {"Accept", "Content-Type", "X-Kind", "User-Agent", "Monkey"})
        QTest::newRow(name) << false;
}

void TestServerProfile::secretNames()
{
    QTEST(servers::isSecretName(QString::fromLatin1(QTest::currentDataTag())), "isSecret");
}

void TestServerProfile::checks_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("words"); // empty: it is good
    const auto row = [](const char *name, Change change, const char *words) {
        QTest::newRow(name) << std::move(change) << QString::fromUtf8(words);
    };
    const auto url = [](const char *text) { return QUrl(QString::fromLatin1(text)); };
    row(
        "good", [](ServerProfile &) {}, "");
    row(
        "no address", [=](ServerProfile &p) { p.url = QUrl(); }, "the address is not complete");
    row(
        "no host", [=](ServerProfile &p) { p.url = url("http:///x"); }, "the address is not complete");
    row(
        "ftp", [=](ServerProfile &p) { p.url = url("ftp://h/"); }, "only http:// and https://");
    row(
        "password in it", [=](ServerProfile &p) { p.url = url("http://a:b@h/"); }, "fields of their own");
    row(
        "a secret that was left out", [=](ServerProfile &p) { p.url = url("http://h/?token=***"); },
        "*** where a secret");
    row(
        "metrics without a host", [=](ServerProfile &p) { p.watch = url("http:"); },
        "the address of the metrics");
    row(
        "header name",
        [](ServerProfile &p) {
            p.headers = {{QStringLiteral("a:b"), {}, false}};
        },
        "name of a header");
    row(
        "header with a line break",
        [](ServerProfile &p) {
            p.headers = {{QStringLiteral("A"), QStringLiteral("x\r\nB: c"), false}};
        },
        "holds a line break");
    row(
        "field without a name",
        [](ServerProfile &p) {
            p.form = {{QString(), QStringLiteral("x"), false}};
        },
        "has no name");
    row(
        "no field for the file", [](ServerProfile &p) { p.field.clear(); }, "field of the file has no name");
    row(
        "none needed by put",
        [](ServerProfile &p) {
            p.field.clear();
            p.method = Method::Put;
        },
        "");
    row(
        "no user", [](ServerProfile &p) { p.auth = Auth::Basic; }, "name is missing");
    row(
        "colon in Basic",
        [](ServerProfile &p) {
            p.auth = Auth::Basic;
            p.user = QStringLiteral("a:b");
        },
        "colon");
    row(
        "token of two lines",
        [](ServerProfile &p) {
            p.auth = Auth::Bearer;
            p.token = QStringLiteral("a\nb");
        },
        "line break");
    row(
        "key alone", [](ServerProfile &p) { p.keyFile = QStringLiteral("k"); }, "no client certificate");
    row(
        "proxy scheme", [=](ServerProfile &p) { p.proxy = url("ftp://p:1"); }, "the proxy's address");
    row(
        "password in the proxy", [=](ServerProfile &p) { p.proxy = url("http://a:b@p:1"); },
        "fields of their own");
    row(
        "socks", [=](ServerProfile &p) { p.proxy = url("socks5h://p:1"); }, "");
}

void TestServerProfile::checks()
{
    QFETCH(Change, change);
    QFETCH(QString, words);
    ServerProfile profile = usable();
    change(profile);
    const auto done = servers::check(profile);
    const QString said = done ? QString() : done.error().message;
    QVERIFY2(words.isEmpty() ? said.isEmpty() : said.contains(words), qPrintable(said));
}

void TestServerProfile::targetHoldsAll()
{
    const transfer::UploadTarget target = servers::targetOf(full());
    const net::TransportOptions &transport = target.endpoint.transport;
    QCOMPARE(target.field, QStringLiteral("photo"));
    QCOMPARE(target.form.size(), 2);
    QCOMPARE(target.endpoint.headers.size(), 3);
    QCOMPARE(target.endpoint.headers.at(1).second, QByteArray("HUSH2"));
    // What no name tells.
    QCOMPARE(transport.secretHeaders, QByteArrayList{"X-Team"});
    QCOMPARE(target.secretFields, QStringList{QStringLiteral("ticket")});
    QCOMPARE(transport.auth, net::TransportOptions::Auth::Digest);
    QCOMPARE(transport.password, QStringLiteral("HUSH3"));
    QVERIFY(transport.token.isEmpty()); // of another way to sign in
    QCOMPARE(transport.trustedCertificate, full().trustedCertificate);
    QCOMPARE(transport.proxyPassword, QStringLiteral("HUSH5"));
    QCOMPARE(transport.keyPassword, QStringLiteral("HUSH6"));
    QCOMPARE(transport.totalTimeout, 7s);
    QVERIFY(transport.verifyTls && transport.resendBodyOnRedirect);
    QVERIFY(target.sendsIdempotencyKey);
    QVERIFY(target.digestField.isEmpty() && !target.sendsReprDigest); // tus has means of its own
    ServerProfile form = full();
    form.method = Method::Post;
    QCOMPARE(servers::targetOf(form).digestField, QStringLiteral("sha256"));
    QVERIFY(servers::targetOf(form).sendsReprDigest);
}

void TestServerProfile::emptyHeaderIsSent()
{
    ServerProfile profile = usable();
    profile.headers = {{QStringLiteral("X-Empty"), QString(), false}};
    const QNetworkRequest request = servers::targetOf(profile).endpoint.request();
    QVERIFY(request.hasRawHeader("X-Empty"));
    QCOMPARE(request.rawHeader("X-Empty"), QByteArray());
}

void TestServerProfile::otherOriginGetsNoCredentials()
{
    const net::Endpoint watch = servers::watchOf(full());
    QCOMPARE(watch.url, full().watch);
    QCOMPARE(watch.headers.size(), 1);
    QVERIFY(watch.transport.user.isEmpty() && watch.transport.password.isEmpty()
            && watch.transport.certFile.isEmpty() && watch.transport.keyPassword.isEmpty()
            && watch.transport.trustedCertificate.isEmpty());

    ServerProfile same = full();
    same.watch = QUrl();
    QCOMPARE(servers::watchOf(same).url, QUrl(QStringLiteral("https://files.example/")));
    QCOMPARE(servers::watchOf(same).transport.password, QStringLiteral("HUSH3"));
}

QTEST_GUILESS_MAIN(TestServerProfile)
#include "tst_serverprofile.moc"
