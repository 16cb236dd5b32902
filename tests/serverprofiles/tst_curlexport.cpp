// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/curlexport.h"
#include "core/servers/curlimport.h"
#include "tests/support/faultyserver.h"
#include "tests/support/nginxserver.h"
#include "tests/support/testcertificates.h"
#include "tests/support/testfiles.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace std::chrono_literals;
using servers::Auth;
using servers::Method;
using servers::SecretsIn;
using servers::ServerProfile;

/// What is written is read back as the same, and the real curl does with it what Tidemark would.
class TestCurlExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roundTrip_data();
    void roundTrip();
    void whatDiffersByFileIsNoted();
    void secretsAreVariablesUnlessAskedFor();
    void longCommandsGoOnInFurtherLines();
    void tusHasNone();
    void exceptionIsNoted();
    void realCurlSendsTheSame();
    void realCurlSignsIn_data();
    void realCurlSignsIn();
    void realCurlWithClientCertificate();

private:
    struct Ran
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };
    static Ran run(const QString &command, const QMap<QString, QString> &variables = {});
    static ServerProfile named(const QString &url);

    support::FaultyServer m_server;
    support::TestFiles m_files;
    support::TestCertificates m_certificates;
};

void TestCurlExport::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
}

TestCurlExport::Ran TestCurlExport::run(const QString &command, const QMap<QString, QString> &variables)
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *proxy : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"})
        environment.remove(QLatin1String(proxy));
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        environment.insert(it.key(), it.value());
    shell.setProcessEnvironment(environment);
    shell.start(QStringLiteral("sh"),
                {QStringLiteral("-c"), command + QStringLiteral(" -sS --fail-with-body")});
    shell.waitForFinished();
    return {shell.exitCode(), shell.readAllStandardOutput(), shell.readAllStandardError()};
}

ServerProfile TestCurlExport::named(const QString &url)
{
    ServerProfile profile = servers::newProfile();
    profile.url = QUrl(url);
    profile.name = profile.url.host();
    return profile;
}

void TestCurlExport::roundTrip_data()
{
    QTest::addColumn<ServerProfile>("profile");
    ServerProfile plain = named(QStringLiteral("http://h/up"));
    QTest::newRow("plain") << plain;

    ServerProfile rich = named(QStringLiteral("https://h:8443/up?a=1&b=%27"));
    rich.field = QStringLiteral("photo");
    rich.form = {{QStringLiteral("kind"), QStringLiteral("it's; \"so\" @x <y"), false},
                 {QStringLiteral("access_token"), QStringLiteral("a$b`c\\d"), true}};
    rich.headers = {{QStringLiteral("X-Kind"), QStringLiteral("a 'b' \"c\" $d"), false},
                    {QStringLiteral("X-Empty"), QString(), false},
                    {QStringLiteral("X-Api-Key"), QStringLiteral("k'e\"y"), true}};
    rich.auth = Auth::Digest;
    rich.user = QStringLiteral("ann o'hara");
    rich.password = QStringLiteral("s:e a'\"$");
    rich.proxy = QUrl(QStringLiteral("socks5://proxy:1080"));
    rich.proxyUser = QStringLiteral("pat");
    rich.proxyPassword = QStringLiteral("p w");
    rich.caFile = QStringLiteral("/etc/my ca.pem");
    rich.crlFile = QStringLiteral("/etc/r.pem");
    rich.certFile = QStringLiteral("/home/a:b\\c.pem");
    rich.keyFile = QStringLiteral("/home/key file");
    rich.keyPassword = QStringLiteral("pass phrase");
    rich.followsRedirects = true;
    rich.limits.bytesPerSecond = 123'456;
    rich.limits.connectTimeout = 2500ms;
    rich.limits.stallTimeout = 20s;
    rich.limits.totalTimeout = 1h;
    rich.limits.retries = 0;
    QTest::newRow("rich") << rich;

    ServerProfile put = named(QStringLiteral("http://[::1]:8080/up/"));
    put.method = Method::Put;
    put.auth = Auth::Bearer;
    put.token = QStringLiteral("a.b-c_d==");
    put.certFile = QStringLiteral("me.p12");
    put.keyPassword = QStringLiteral("tide");
    QTest::newRow("put") << put;
}

void TestCurlExport::roundTrip()
{
    QFETCH(ServerProfile, profile);
    const QString file = QStringLiteral("/tmp/a \"b\", c; 'd'.bin");
    const auto line = servers::exportCurl(profile, file, SecretsIn::Plain);
    QVERIFY2(line, line ? "" : qPrintable(line.error().message));
    const auto back = servers::importCurl(line->command);
    QVERIFY2(back, back ? "" : qPrintable(back.error().message + line->command));
    ServerProfile expected = profile;
    expected.id = back->profile.id;
    QVERIFY2(back->profile == expected, qPrintable(line->command));
    QCOMPARE(back->files, QStringList(file));
    QVERIFY2(back->notes.isEmpty(), qPrintable(back->notes.join(u'\n')));
}

void TestCurlExport::whatDiffersByFileIsNoted()
{
    ServerProfile profile = named(QStringLiteral("http://h/up"));
    profile.sendsIdempotencyKey = true;
    profile.digestField = QStringLiteral("sha256");
    const auto line = servers::exportCurl(profile);
    QVERIFY(line);
    QCOMPARE(line->notes.size(), 2);
    QVERIFY2(line->notes[0].contains(QStringLiteral("SHA-256")), qPrintable(line->notes[0]));
    QVERIFY2(line->notes[1].contains(QStringLiteral("Idempotency-Key")), qPrintable(line->notes[1]));
}

void TestCurlExport::secretsAreVariablesUnlessAskedFor()
{
    ServerProfile profile = named(QStringLiteral("http://h/up"));
    profile.auth = Auth::Basic;
    profile.user = QStringLiteral("ann");
    profile.password = QStringLiteral("SECRET1");
    profile.proxy = QUrl(QStringLiteral("http://p:1"));
    profile.proxyUser = QStringLiteral("pat");
    profile.proxyPassword = QStringLiteral("SECRET2");
    profile.certFile = QStringLiteral("c.p12");
    profile.keyPassword = QStringLiteral("SECRET3");
    profile.headers = {{QStringLiteral("X-Api-Key"), QStringLiteral("SECRET4"), true}};
    profile.form = {{QStringLiteral("token"), QStringLiteral("SECRET5"), true}};
    const auto line = servers::exportCurl(profile);
    QVERIFY(line);
    QVERIFY2(!line->command.contains(QStringLiteral("SECRET")), qPrintable(line->command));
    for (const char *variable :
         {"-u ann:\"$TIDEMARK_PASSWORD\"", "-U pat:\"$TIDEMARK_PROXY_PASSWORD\"",
          "--pass \"$TIDEMARK_KEY_PASSWORD\"", "-H 'X-Api-Key: '\"$TIDEMARK_X_API_KEY\"",
          "--form-string token=\"$TIDEMARK_TOKEN\""})
        QVERIFY2(line->command.contains(QLatin1String(variable)), qPrintable(line->command));
    const auto asked = servers::exportCurl(profile, {}, SecretsIn::Plain);
    QCOMPARE(asked->command.count(QStringLiteral("SECRET")), 5);
}

void TestCurlExport::longCommandsGoOnInFurtherLines()
{
    ServerProfile profile = named(QStringLiteral("http://h/up"));
    QVERIFY(!servers::exportCurl(profile)->command.contains(u'\n'));
    profile.headers = {{QStringLiteral("X-Long"), QString(100, u'x'), false}};
    QVERIFY(servers::exportCurl(profile)->command.contains(QStringLiteral(" \\\n  ")));
}

void TestCurlExport::tusHasNone()
{
    ServerProfile profile = named(QStringLiteral("http://h/up"));
    profile.method = Method::Tus;
    const auto line = servers::exportCurl(profile);
    QVERIFY(!line);
    QVERIFY(line.error().message.contains(QStringLiteral("tus")));
}

void TestCurlExport::exceptionIsNoted()
{
    ServerProfile profile = named(QStringLiteral("https://h/up"));
    profile.trustedCertificate = QByteArray(32, 'x');
    const auto line = servers::exportCurl(profile);
    QVERIFY(line && line->notes.size() == 1);
    QVERIFY2(!line->command.contains(QStringLiteral("-k")), "an exception for one is none for all");
}

void TestCurlExport::realCurlSendsTheSame()
{
    ServerProfile profile = named(m_server.url(QStringLiteral("/echo-headers?id=sa%20me")).toString());
    profile.headers = {{QStringLiteral("X-Kind"), QStringLiteral("it's \"so\" $HOME"), false},
                       {QStringLiteral("X-Api-Key"), QStringLiteral("k'e\"y$"), true}};
    const QString file = m_files.makeFile(QStringLiteral("a \"b\"; 'c'.bin"), 5000);
    const auto line = servers::exportCurl(profile, file);
    const Ran ran = run(line->command, {{QStringLiteral("TIDEMARK_X_API_KEY"), QStringLiteral("k'e\"y$")}});
    QVERIFY2(ran.code == 0, ran.err.constData());
    const QJsonObject seen = QJsonDocument::fromJson(ran.out).object();
    QCOMPARE(seen.value(QStringLiteral("method")).toString(), QStringLiteral("POST"));
    QCOMPARE(seen.value(QStringLiteral("target")).toString(), QStringLiteral("/echo-headers?id=sa%20me"));
    QMap<QString, QString> headers;
    const QJsonArray list = seen.value(QStringLiteral("headers")).toArray();
    for (const QJsonValue &pair : list)
        headers.insert(pair[0].toString(), pair[1].toString());
    QCOMPARE(headers.value(QStringLiteral("X-Kind")), QStringLiteral("it's \"so\" $HOME"));
    QCOMPARE(headers.value(QStringLiteral("X-Api-Key")), QStringLiteral("k'e\"y$"));
    QCOMPARE(m_server.stats(QStringLiteral("sa me")).fileBytes, 5000);
}

void TestCurlExport::realCurlSignsIn_data()
{
    QTest::addColumn<Auth>("auth");
    QTest::addColumn<QString>("kind");
    QTest::newRow("basic") << Auth::Basic << QStringLiteral("basic");
    QTest::newRow("digest") << Auth::Digest << QStringLiteral("digest");
    QTest::newRow("bearer") << Auth::Bearer << QStringLiteral("bearer");
}

void TestCurlExport::realCurlSignsIn()
{
    QFETCH(Auth, auth);
    QFETCH(QString, kind);
    ServerProfile profile = named(
        m_server.url(QStringLiteral("/auth?kind=") + kind + QStringLiteral("&id=sign-") + kind).toString());
    profile.auth = auth;
    profile.user = QStringLiteral("ann");
    const auto line = servers::exportCurl(profile, m_files.makeFile(QStringLiteral("sign-in"), 3000));
    const Ran ran = run(line->command,
                        {{QStringLiteral("TIDEMARK_PASSWORD"), QStringLiteral("sea")},
                         {QStringLiteral("TIDEMARK_TOKEN"), QStringLiteral("t0ken")}});
    QVERIFY2(ran.code == 0, QByteArray(ran.err + ran.out).constData());
    QCOMPARE(m_server.stats(QStringLiteral("sign-") + kind).fileBytes, 3000);
    QVERIFY(run(line->command, {{QStringLiteral("TIDEMARK_PASSWORD"), QStringLiteral("ebb")}}).code != 0);
}

void TestCurlExport::realCurlWithClientCertificate()
{
    const auto pair = m_certificates.server();
    support::NginxServer server;
    QVERIFY2(server.startTls({pair.certificate, pair.key, m_certificates.authority().certificate}),
             qPrintable(server.failure()));
    ServerProfile profile = named(server.url().toString());
    profile.caFile = m_certificates.authority().certificate;
    profile.certFile = m_certificates.clientP12();
    profile.keyPassword = QStringLiteral("tide");
    const auto line = servers::exportCurl(profile, m_files.makeFile(QStringLiteral("mtls"), 3000));
    const Ran ran = run(line->command, {{QStringLiteral("TIDEMARK_KEY_PASSWORD"), QStringLiteral("tide")}});
    QVERIFY2(ran.code == 0 && ran.out == "stored\n", QByteArray(ran.err + ran.out).constData());
}

QTEST_GUILESS_MAIN(TestCurlExport)
#include "tst_curlexport.moc"
