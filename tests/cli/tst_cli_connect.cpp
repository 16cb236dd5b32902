// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testcertificates.h"
#include "tests/support/testfiles.h"

#include <QJsonArray>
#include <QTest>

using namespace support;

namespace {
QString errorKind(const QJsonObject &document)
{
    return document[QStringLiteral("error")][QStringLiteral("kind")].toString();
}
} // namespace

/// Servers that cannot be reached, or not trusted: one sentence, a typed error and the right exit code.
class TestCliConnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void unreachableServers_data();
    void unreachableServers();
    void watchSaysTheSame_data();
    void watchSaysTheSame();
    void brokenServersAnswerNothingUseful_data();
    void brokenServersAnswerNothingUseful();
    void resultElsewhereIsDone();
    void ownReasonIsPrinted();
    void endlessAnswerIsCutOff();
    void trustIsExplicit();
    void clientCertificates();
    void passwordComesFromTheEnvironment();
    void noPasswordAndNoTerminal();
    void passwordOfTheProxyIsNotPrinted();
    void mistakesInValuesAreInTheJson();

private:
    [[nodiscard]] QStringList upload(const QString &to) const
    {
        return {QStringLiteral("upload"), QStringLiteral("--to"), to, m_file};
    }

    TestFiles m_files;
    TestCertificates m_certificates;
    FaultyServer m_plain;
    QString m_file;
};

void TestCliConnect::initTestCase()
{
    QVERIFY2(m_plain.start(), qPrintable(m_plain.failure()));
    m_file = m_files.makeFile(QStringLiteral("file.bin"), 100);
}

void TestCliConnect::unreachableServers_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("kind");
    QTest::newRow("unknown host") << QStringLiteral("http://no-such-host.invalid/upload")
                                  << QStringLiteral("host-not-found");
    QTest::newRow("refused") << QStringLiteral("http://127.0.0.1:%1/upload").arg(freePort())
                             << QStringLiteral("connection-refused");
    QUrl tls = m_plain.url(QStringLiteral("/ok"));
    tls.setScheme(QStringLiteral("https"));
    QTest::newRow("TLS to a plain server") << tls.toString() << QStringLiteral("tls-failed");
}

void TestCliConnect::unreachableServers()
{
    QFETCH(const QString, url);
    QFETCH(const QString, kind);
    Cli cli;
    const CliResult result
        = cli.run(upload(url) + QStringList{QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 3, result.told());
    const QJsonObject run = result.json();
    QCOMPARE(run[QStringLiteral("error")][QStringLiteral("kind")].toString(), kind);
    QCOMPARE(run[QStringLiteral("uploads")][0][QStringLiteral("error")][QStringLiteral("kind")].toString(),
             kind);
    QVERIFY2(result.err.contains("no upload reached the server"), result.told());
    QVERIFY2(result.err.startsWith("tidemark-cli: "), result.told());
}

void TestCliConnect::watchSaysTheSame_data()
{
    unreachableServers_data();
}

void TestCliConnect::watchSaysTheSame()
{
    QFETCH(const QString, url);
    QFETCH(const QString, kind);
    Cli cli;
    const CliResult result
        = cli.run({QStringLiteral("watch"), QStringLiteral("--watch"), url, QStringLiteral("--for"),
                   QStringLiteral("5s"), QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 3, result.told());
    QCOMPARE(result.json()[QStringLiteral("error")][QStringLiteral("kind")].toString(), kind);
    QVERIFY2(result.err.contains("cannot reach "), result.told());
    QCOMPARE(result.err.count('\n'), 1);
}

void TestCliConnect::brokenServersAnswerNothingUseful_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("kind");
    QTest::newRow("closes without a word") << QStringLiteral("/close") << QStringLiteral("connection-reset");
    QTest::newRow("is no HTTP server")
        << QStringLiteral("/broken?kind=no-http") << QStringLiteral("protocol");
    QTest::newRow("cuts its head") << QStringLiteral("/broken?kind=half-head")
                                   << QStringLiteral("connection-reset");
    QTest::newRow("redirects to itself")
        << QStringLiteral("/redirect?status=307&to=self") << QStringLiteral("redirect-refused");
    QTest::newRow("turns the upload into a GET")
        << QStringLiteral("/redirect?status=302&to=self") << QStringLiteral("redirect-refused");
    QTest::newRow("shows the result somewhere else")
        << QStringLiteral("/redirect?status=303&to=other") << QStringLiteral("redirect-refused");
    QTest::newRow("never answers") << QStringLiteral("/never?x") << QStringLiteral("stalled");
}

void TestCliConnect::brokenServersAnswerNothingUseful()
{
    QFETCH(QString, path);
    QFETCH(const QString, kind);
    const QString id = QStringLiteral("b%1").arg(qHash(path));
    path.remove(QStringLiteral("?x"));
    path += (path.contains(QLatin1Char('?')) ? QStringLiteral("&id=") : QStringLiteral("?id=")) + id;
    Cli cli;
    const CliResult result = cli.run(upload(m_plain.url(path).toString())
                                     + QStringList{QStringLiteral("--json"), QStringLiteral("-"),
                                                   QStringLiteral("--stall-timeout"), QStringLiteral("2s"),
                                                   QStringLiteral("--retry"), QStringLiteral("0")});
    QVERIFY2(result.exitCode == 1, result.told());
    const QJsonValue upload = result.json()[QStringLiteral("uploads")][0];
    QCOMPARE(upload[QStringLiteral("error")][QStringLiteral("kind")].toString(), kind);
    QVERIFY(!upload[QStringLiteral("error")][QStringLiteral("message")].toString().isEmpty());
    QVERIFY2(m_plain.stats(id).requests == 1, "sent more than once");
}

void TestCliConnect::resultElsewhereIsDone()
{
    Cli cli;
    const CliResult result
        = cli.run(upload(m_plain.url(QStringLiteral("/redirect?status=303&to=self&id=result")).toString())
                  + QStringList{QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 0, result.told());
    const QJsonValue done = result.json()[QStringLiteral("uploads")][0];
    QCOMPARE(done[QStringLiteral("state")].toString(), QStringLiteral("done"));
    QCOMPARE(done[QStringLiteral("httpStatus")].toInt(), 303);
    QVERIFY2(done[QStringLiteral("serverMessage")].toString().startsWith(
                 QLatin1StringView("the result is at http")),
             result.told());
    QCOMPARE(m_plain.stats(QStringLiteral("result")).requests, 1);
}

void TestCliConnect::ownReasonIsPrinted()
{
    Cli cli;
    const CliResult result = cli.run(upload(m_plain.url(QStringLiteral("/ok?id=reason")).toString())
                                     + QStringList{QStringLiteral("--method"), QStringLiteral("tus"),
                                                   QStringLiteral("--retry"), QStringLiteral("0")});
    QVERIFY2(result.exitCode == 1 && result.out.contains("it sent no Location"), result.told());
}

void TestCliConnect::endlessAnswerIsCutOff()
{
    Cli cli;
    const CliResult result = cli.run(upload(m_plain.url(QStringLiteral("/broken?kind=endless")).toString())
                                     + QStringList{QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 0, result.told()); // Its status was a 2xx.
    const QJsonValue upload = result.json()[QStringLiteral("uploads")][0];
    QVERIFY(upload[QStringLiteral("serverMessage")].toString().size() <= 2048);
}

void TestCliConnect::trustIsExplicit()
{
    struct Row
    {
        const char *what;
        TestCertificates::Pair pair;
        bool authorityHelps;
    };
    const QList<Row> rows{{"signed by an unknown authority", m_certificates.server(), true},
                          {"self-signed", m_certificates.selfSigned(), false},
                          {"expired", m_certificates.expired(), false},
                          {"for another name", m_certificates.wrongName(), false}};
    const QStringList authority{QStringLiteral("--cacert"), m_certificates.authority().certificate};
    for (const Row &row : rows) {
        FaultyServer server;
        QVERIFY2(server.startTls(row.pair.certificate, row.pair.key), qPrintable(server.failure()));
        const QStringList arguments = upload(server.url(QStringLiteral("/ok")).toString())
            + QStringList{QStringLiteral("--json"), QStringLiteral("-")};
        Cli cli;
        const CliResult plain = cli.run(arguments);
        QVERIFY2(plain.exitCode == 3, plain.told());
        const QJsonValue error = plain.json()[QStringLiteral("uploads")][0][QStringLiteral("error")];
        QVERIFY2(error[QStringLiteral("kind")].toString() == QStringLiteral("tls-failed"), row.what);
        QVERIFY2(error[QStringLiteral("message")].toString().contains(QStringLiteral("certificate")),
                 plain.told());
        QVERIFY2(server.stats().requests == 0, "something was sent to a server that is not trusted");

        const CliResult trusted = cli.run(arguments + authority);
        QVERIFY2(trusted.exitCode == (row.authorityHelps ? 0 : 3), trusted.told());
        QVERIFY2(!trusted.err.contains("--insecure"), trusted.told());

        const CliResult insecure = cli.run(arguments + QStringList{QStringLiteral("--insecure")});
        QVERIFY2(insecure.exitCode == 0, insecure.told());
        QVERIFY2(insecure.err.contains("warning: --insecure"), insecure.told());
    }
}

void TestCliConnect::clientCertificates()
{
    const auto pair = m_certificates.server();
    const auto client = m_certificates.client();
    FaultyServer server;
    QVERIFY2(server.startTls(pair.certificate, pair.key, m_certificates.authority().certificate),
             qPrintable(server.failure()));
    const QStringList arguments = upload(server.url(QStringLiteral("/ok")).toString())
        + QStringList{QStringLiteral("--cacert"), m_certificates.authority().certificate};
    Cli cli;
    const CliResult without = cli.run(arguments);
    QVERIFY2(without.exitCode == 1 || without.exitCode == 3, without.told());
    const CliResult with = cli.run(
        arguments
        + QStringList{QStringLiteral("--cert"), client.certificate, QStringLiteral("--key"), client.key});
    QVERIFY2(with.exitCode == 0, with.told());
    const CliResult missing = cli.run(arguments
                                      + QStringList{QStringLiteral("--cert"), QStringLiteral("/none.pem"),
                                                    QStringLiteral("--key"), client.key});
    QVERIFY2(missing.exitCode == 3, missing.told());
}

void TestCliConnect::passwordComesFromTheEnvironment()
{
    Cli cli;
    cli.setEnvironment(QStringLiteral("TIDEMARK_PASSWORD"), QStringLiteral("pass:word"));
    const QUrl url = m_plain.url(QStringLiteral("/auth?kind=basic&user=me&password=pass:word"));
    const CliResult result = cli.run(upload(url.toString())
                                     + QStringList{QStringLiteral("--user"), QStringLiteral("me"),
                                                   QStringLiteral("--json"), QStringLiteral("-")});
    QVERIFY2(result.exitCode == 0, result.told()); // 401 for any other
    QVERIFY2(!result.out.contains("pass:word"), result.told());
}

void TestCliConnect::noPasswordAndNoTerminal()
{
    // Whoever runs the tests may have a terminal: setsid takes it away.
    Cli cli;
    cli.start(QStringList{Cli::program()}
                  + upload(m_plain.url(QStringLiteral("/ok?id=no-password")).toString())
                  + QStringList{QStringLiteral("--user"), QStringLiteral("me"), QStringLiteral("--json"),
                                QStringLiteral("-")},
              QStringLiteral("setsid"));
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 2, result.told());
    QVERIFY2(result.err.contains("TIDEMARK_PASSWORD"), result.told());
    QCOMPARE(result.json()[QStringLiteral("command")].toString(), QStringLiteral("upload"));
    QCOMPARE(errorKind(result.json()), QStringLiteral("not-found"));
    QCOMPARE(m_plain.stats(QStringLiteral("no-password")).requests, 0);
}

void TestCliConnect::passwordOfTheProxyIsNotPrinted()
{
    Cli cli;
    cli.setEnvironment(QStringLiteral("http_proxy"), QStringLiteral("http://u:hush@127.0.0.1:99999"));
    for (const QStringList &more :
         {QStringList(), QStringList{QStringLiteral("--json"), QStringLiteral("-")}}) {
        const CliResult result
            = cli.run(upload(QStringLiteral("http://server.invalid/in"))
                      + QStringList{QStringLiteral("--retry"), QStringLiteral("0")} + more);
        QVERIFY2(result.exitCode == 3, result.told());
        QVERIFY2(result.err.contains("no upload reached the server: ")
                     && result.err.contains("127.0.0.1:99999"),
                 result.told());
        QVERIFY2(!result.err.contains("hush") && !result.out.contains("hush"), result.told());
    }
}

void TestCliConnect::mistakesInValuesAreInTheJson()
{
    Cli cli;
    for (const char *url : {"ftp://host/in", "http://a b/"}) {
        const CliResult result = cli.run(upload(QLatin1StringView(url))
                                         + QStringList{QStringLiteral("--json"), QStringLiteral("-")});
        QVERIFY2(result.exitCode == 2, result.told());
        QCOMPARE(result.json()[QStringLiteral("schema")].toString(), QStringLiteral("tidemark.upload/1"));
        QCOMPARE(errorKind(result.json()), QStringLiteral("malformed"));
        QVERIFY2(result.err.startsWith("tidemark-cli: --to"), result.told());
    }
    const QString file = m_files.path(QStringLiteral("mistake.json"));
    const CliResult result = cli.run({QStringLiteral("watch"), QStringLiteral("--watch"),
                                      QStringLiteral("ftp://host/"), QStringLiteral("--json"), file});
    QVERIFY2(result.exitCode == 2 && result.out.isEmpty(), result.told());
    QCOMPARE(errorKind(jsonFile(file)), QStringLiteral("malformed"));
}

QTEST_GUILESS_MAIN(TestCliConnect)
#include "tst_cli_connect.moc"
