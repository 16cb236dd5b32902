// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tlsfailure.h"
#include "tests/cli/cli.h"
#include "tests/support/faultyserver.h"
#include "tests/support/nginxserver.h"
#include "tests/support/testcertificates.h"
#include "tests/support/testfiles.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QSslCertificate>
#include <QTest>

using namespace support;

/// Trust and credentials of the real program: the exception for one certificate, client certificates, every way to sign in,
/// and that no secret is left anywhere.
class TestCliSecure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pinTrustsOneCertificate();
    void failureShowsTheChain();
    void clientCertificateAsPkcs12();
    void wrongPassphraseIsSaid();
    void signsIn_data();
    void signsIn();
    void curlCommandNamesServerAndFile();
    void curlCommandFromStandardInput();
    void curlCommandNotUnderstood();
    void curlCommandTakesVariablesOfTheEnvironment();
    void curlCommandThatCannotBeSent_data();
    void curlCommandThatCannotBeSent();
    void mistakes_data();
    void mistakes();
    void noSecretIsLeftInAnyFile();
    void noSecretIsLeftThatTheServerSaysAgain_data();
    void noSecretIsLeftThatTheServerSaysAgain();

private:
    /// Fails the test if one of the folders' files holds the words.
    static void searchFor(const QByteArray &words, const QStringList &folders)
    {
        int files = 0;
        for (const QString &folder : folders) {
            QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                QFile file(all.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(!file.readAll().contains(words), qPrintable(file.fileName()));
                ++files;
            }
        }
        QVERIFY2(files >= 2, "nothing was searched");
    }

    [[nodiscard]] QStringList upload(const QUrl &to) const
    {
        return {QStringLiteral("upload"),  QStringLiteral("--to"), to.toString(), m_file,
                QStringLiteral("--retry"), QStringLiteral("0")};
    }
    static QString fingerprintOf(const TestCertificates::Pair &pair)
    {
        return net::fingerprintText(
            QSslCertificate::fromPath(pair.certificate).constFirst().digest(QCryptographicHash::Sha256));
    }

    TestFiles m_files;
    TestCertificates m_certificates;
    FaultyServer m_plain;
    QString m_file;
};

void TestCliSecure::initTestCase()
{
    QVERIFY2(m_plain.start(), qPrintable(m_plain.failure()));
    m_file = m_files.makeFile(QStringLiteral("file.bin"), 100);
}

void TestCliSecure::pinTrustsOneCertificate()
{
    const auto pair = m_certificates.selfSigned();
    NginxServer server;
    QVERIFY2(server.startTls({pair.certificate, pair.key}), qPrintable(server.failure()));
    Cli cli;
    const CliResult right
        = cli.run(upload(server.url()) + QStringList{QStringLiteral("--pin"), fingerprintOf(pair)});
    QVERIFY2(right.exitCode == 0, right.told());
    const CliResult other
        = cli.run(upload(server.url())
                  + QStringList{QStringLiteral("--pin"), fingerprintOf(m_certificates.otherSelfSigned())});
    QVERIFY2(other.exitCode == 3, other.told());
    QVERIFY2(other.err.contains("self-signed"), other.told());
}

void TestCliSecure::failureShowsTheChain()
{
    const auto pair = m_certificates.withIntermediate();
    NginxServer server;
    QVERIFY2(server.startTls({pair.certificate, pair.key}), qPrintable(server.failure()));
    Cli cli;
    const CliResult result = cli.run(upload(server.url()));
    QVERIFY2(result.exitCode == 3, result.told());
    for (const QString &part :
         {QStringLiteral("not trusted here"), QStringLiteral("Intermediate of the tests"),
          QStringLiteral("Authority of the tests"), fingerprintOf(pair)})
        QVERIFY2(result.err.contains(part.toUtf8()), result.told());
}

void TestCliSecure::clientCertificateAsPkcs12()
{
    const auto pair = m_certificates.server();
    NginxServer server;
    QVERIFY2(server.startTls({pair.certificate, pair.key, m_certificates.authority().certificate}),
             qPrintable(server.failure()));
    const QStringList trusting = upload(server.url())
        + QStringList{QStringLiteral("--cacert"), m_certificates.authority().certificate};
    Cli cli;
    const CliResult without = cli.run(trusting);
    QVERIFY2(without.exitCode == 3 && without.err.contains("demands a client certificate"), without.told());
    cli.setEnvironment(QStringLiteral("TIDEMARK_KEY_PASSWORD"), QStringLiteral("tide"));
    const CliResult with
        = cli.run(trusting + QStringList{QStringLiteral("--cert"), m_certificates.clientP12()});
    QVERIFY2(with.exitCode == 0, with.told());
}

void TestCliSecure::wrongPassphraseIsSaid()
{
    Cli cli;
    cli.setEnvironment(QStringLiteral("TIDEMARK_KEY_PASSWORD"), QStringLiteral("HUSH-ebb"));
    const CliResult result = cli.run(upload(QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(freePort())))
                                     + QStringList{QStringLiteral("--cert"), m_certificates.clientP12()});
    QVERIFY2(result.exitCode == 3, result.told());
    QVERIFY2(!result.err.contains("HUSH"), result.told());

    const auto pair = m_certificates.server();
    NginxServer server;
    QVERIFY2(server.startTls({pair.certificate, pair.key}), qPrintable(server.failure()));
    const CliResult wrong
        = cli.run(upload(server.url())
                  + QStringList{QStringLiteral("--cacert"), m_certificates.authority().certificate,
                                QStringLiteral("--cert"), m_certificates.clientP12()});
    QVERIFY2(wrong.exitCode == 3 && wrong.err.contains("the passphrase does not open"), wrong.told());

    cli.setEnvironment(QStringLiteral("TIDEMARK_KEY_PASSWORD"), QStringLiteral("tide"));
    const CliResult old
        = cli.run(upload(server.url())
                  + QStringList{QStringLiteral("--cacert"), m_certificates.authority().certificate,
                                QStringLiteral("--cert"), m_certificates.oldClientP12()});
    QVERIFY2(old.exitCode == 3 && old.err.contains("openssl pkcs12 -legacy -in OLD.p12"), old.told());
    QVERIFY2(!old.err.contains("the passphrase does not open"), old.told());

    const CliResult keyless
        = cli.run(upload(server.url())
                  + QStringList{QStringLiteral("--cacert"), m_certificates.authority().certificate,
                                QStringLiteral("--cert"), m_certificates.clientP12WithoutKey()});
    QVERIFY2(keyless.exitCode == 3 && keyless.err.contains("does not hold the private key"), keyless.told());
}

void TestCliSecure::signsIn_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("requests");
    QTest::newRow("basic") << QStringList{QStringLiteral("--user"), QStringLiteral("ann")}
                           << QStringLiteral("basic") << 1;
    QTest::newRow("digest") << QStringList{QStringLiteral("--user"), QStringLiteral("ann"),
                                           QStringLiteral("--digest")}
                            << QStringLiteral("digest") << 2;
    QTest::newRow("bearer") << QStringList{QStringLiteral("--bearer")} << QStringLiteral("bearer") << 1;
}

void TestCliSecure::signsIn()
{
    QFETCH(QStringList, options);
    QFETCH(QString, kind);
    QFETCH(int, requests);
    Cli cli;
    cli.setEnvironment(QStringLiteral("TIDEMARK_PASSWORD"), QStringLiteral("sea"));
    cli.setEnvironment(QStringLiteral("TIDEMARK_TOKEN"), QStringLiteral("t0ken"));
    const QString id = QStringLiteral("cli-") + kind;
    const CliResult result
        = cli.run(upload(m_plain.url(QStringLiteral("/auth?kind=%1&id=%2").arg(kind, id))) + options);
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(m_plain.stats(id).requests, requests);
    QCOMPARE(m_plain.stats(id).fileBytes, 100);
}

void TestCliSecure::curlCommandNamesServerAndFile()
{
    const QString command = m_files.makeText(
        QStringLiteral("upload.sh"),
        QStringLiteral("curl -k --digest -u ann:sea \\\n  -F 'photo=@%1' '%2'\n")
            .arg(m_file, m_plain.url(QStringLiteral("/auth?kind=digest&id=from-curl")).toString())
            .toUtf8());
    Cli cli;
    const CliResult result = cli.run({QStringLiteral("upload"), QStringLiteral("--from-curl"), command});
    QVERIFY2(result.exitCode == 0, result.told());
    QVERIFY2(result.err.contains("note: -k is not taken over"), result.told());
    QCOMPARE(m_plain.stats(QStringLiteral("from-curl")).fileBytes, 100);
}

void TestCliSecure::curlCommandFromStandardInput()
{
    const QString command = m_files.makeText(QStringLiteral("line.txt"),
                                             "curl -F file=@ignored "
                                                 + m_plain.url(QStringLiteral("/ok?id=stdin")).toEncoded());
    Cli cli;
    cli.start({QStringLiteral("-c"), QStringLiteral("exec \"$0\" upload --from-curl - \"$1\" < \"$2\""),
               Cli::program(), m_file, command},
              QStringLiteral("/bin/sh"));
    const CliResult result = cli.finish();
    QVERIFY2(result.exitCode == 0, result.told());
    QCOMPARE(m_plain.stats(QStringLiteral("stdin")).fileBytes, 100); // the file named here, not the command's
}

void TestCliSecure::curlCommandNotUnderstood()
{
    const QString command = m_files.makeText(QStringLiteral("broken.sh"), "curl -F 'file=@a http://h/");
    Cli cli;
    const CliResult result = cli.run({QStringLiteral("upload"), QStringLiteral("--from-curl"), command});
    QVERIFY2(result.exitCode == 2 && result.err.contains("a single quote has no end"), result.told());
}

void TestCliSecure::curlCommandTakesVariablesOfTheEnvironment()
{
    const QString command = m_files.makeText(
        QStringLiteral("variable.sh"),
        QStringLiteral("curl -H \"Authorization: Bearer $UP_TOKEN\" -F file=@%1 '%2'")
            .arg(m_file, m_plain.url(QStringLiteral("/auth?kind=bearer&id=variable")).toString())
            .toUtf8());
    const QStringList arguments{QStringLiteral("upload"), QStringLiteral("--from-curl"), command};
    Cli unset;
    const CliResult refused = unset.run(arguments);
    QVERIFY2(refused.exitCode == 2 && refused.err.contains("-H uses the variable $UP_TOKEN"), refused.told());
    QCOMPARE(m_plain.stats(QStringLiteral("variable")).requests, 0);
    Cli set;
    set.setEnvironment(QStringLiteral("UP_TOKEN"), QStringLiteral("t0ken"));
    const CliResult sent = set.run(arguments);
    QVERIFY2(sent.exitCode == 0, sent.told());
    QCOMPARE(m_plain.stats(QStringLiteral("variable")).fileBytes, 100);
}

void TestCliSecure::curlCommandThatCannotBeSent_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const char *options, const char *words) {
        QTest::newRow(name) << QString::fromUtf8(options) << QByteArray(words);
    };
    row("raw body by POST", "--data-binary @%1", "by POST; here raw bodies are sent by PUT only");
    row("form by PUT", "-X PUT -F file=@%1", "-X PUT sends a form by PUT");
    row("fields of a file", "-d @%1", "not the file; to upload the file itself write -F");
    row("a field from a file", "-F file=@%1 -F 'meta=<%1'", "the field meta is read from a file by curl");
}

void TestCliSecure::curlCommandThatCannotBeSent()
{
    QFETCH(QString, options);
    QFETCH(QByteArray, words);
    const QString line = QStringLiteral("curl ") + options.replace(QLatin1String("%1"), m_file)
        + QStringLiteral(" '%1'").arg(m_plain.url(QStringLiteral("/ok?id=unsent")).toString());
    const QString command = m_files.makeText(QStringLiteral("unsent.sh"), line.toUtf8());
    Cli cli;
    const CliResult result = cli.run({QStringLiteral("upload"), QStringLiteral("--from-curl"), command});
    QVERIFY2(result.exitCode == 2 && result.err.contains(words), result.told());
    QCOMPARE(m_plain.stats(QStringLiteral("unsent")).requests, 0);
}

void TestCliSecure::mistakes_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const QStringList &options, const char *words) {
        QTest::newRow(name) << options << QByteArray(words);
    };
    const QString to = QStringLiteral("--to"), url = QStringLiteral("http://127.0.0.1:9/"),
                  file = QStringLiteral("f");
    const QString pin = QStringLiteral("--pin");
    row("no fingerprint", {to, url, pin, QStringLiteral("12:34"), file}, "not a SHA-256 fingerprint");
    row("pin and insecure", {to, url, pin, QString(64, u'a'), QStringLiteral("--insecure"), file},
        "exclude each other");
    row("digest without user", {to, url, QStringLiteral("--digest"), file}, "--digest needs --user");
    row("bearer and user",
        {to, url, QStringLiteral("--bearer"), QStringLiteral("--user"), QStringLiteral("a"), file},
        "give one of them");
    row("no server", {file}, "--to is required");
    row("no file", {to, url}, "FILE is required");
    row("two servers", {to, url, QStringLiteral("--from-curl"), QStringLiteral("x"), file},
        "exclude each other");
    row("no curl file", {QStringLiteral("--from-curl"), QStringLiteral("/none"), file}, "cannot be read");
}

void TestCliSecure::mistakes()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, words);
    Cli cli;
    const CliResult result = cli.run(QStringList(QStringLiteral("upload")) + options);
    QVERIFY2(result.exitCode == 2 && result.err.contains(words), result.told());
}

void TestCliSecure::noSecretIsLeftInAnyFile()
{
    Cli cli;
    cli.setEnvironment(QStringLiteral("TIDEMARK_PASSWORD"), QStringLiteral("HUSH-password"));
    cli.setEnvironment(QStringLiteral("TIDEMARK_PROXY_PASSWORD"), QStringLiteral("HUSH-proxy"));
    cli.setEnvironment(QStringLiteral("TIDEMARK_KEY_PASSWORD"), QStringLiteral("HUSH-key"));
    const TestFiles results;
    const CliResult result
        = cli.run(upload(m_plain.url(QStringLiteral("/auth?kind=digest&id=hush")))
                  + QStringList{QStringLiteral("--user"), QStringLiteral("ann"), QStringLiteral("--digest"),
                                QStringLiteral("--json"), results.path(QStringLiteral("run.json")),
                                QStringLiteral("--report"), results.path(QStringLiteral("run.html")),
                                QStringLiteral("--cert"), m_certificates.clientP12()});
    QVERIFY2(result.exitCode == 1, result.told()); // 401: the password is another
    QVERIFY2(!result.out.contains("HUSH") && !result.err.contains("HUSH"), result.told());
    searchFor("HUSH", {results.folder(), cli.home()});
}

void TestCliSecure::noSecretIsLeftThatTheServerSaysAgain_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("secret");
    const auto row = [](const char *name, const QStringList &options, const QByteArray &secret) {
        QTest::newRow(name) << options << secret;
    };
    row("token", {QStringLiteral("--bearer")}, "HUSH-token");
    row("password", {QStringLiteral("--user"), QStringLiteral("ann")},
        QByteArray("ann:HUSH-password").toBase64());
    row("key", {QStringLiteral("--header"), QStringLiteral("X-Api-Key: HUSH-key")}, "HUSH-key");
    row("cookie", {QStringLiteral("--header"), QStringLiteral("Cookie: id=HUSH-cookie")}, "HUSH-cookie");
}

void TestCliSecure::noSecretIsLeftThatTheServerSaysAgain()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, secret);
    Cli cli;
    cli.setEnvironment(QStringLiteral("TIDEMARK_PASSWORD"), QStringLiteral("HUSH-password"));
    cli.setEnvironment(QStringLiteral("TIDEMARK_TOKEN"), QStringLiteral("HUSH-token"));
    const TestFiles results;
    const QString json = results.path(QStringLiteral("run.json"));
    const CliResult result = cli.run(upload(m_plain.url(QStringLiteral("/echo-headers")))
                                     + QStringList{QStringLiteral("--json"), json, QStringLiteral("--report"),
                                                   results.path(QStringLiteral("run.html"))}
                                     + options);
    QVERIFY2(result.exitCode == 0, result.told());
    const QString said
        = jsonFile(json)[QStringLiteral("uploads")][0][QStringLiteral("serverMessage")].toString();
    QVERIFY2(said.contains(QLatin1StringView("***")), qPrintable(said));
    QVERIFY2(!result.out.contains(secret) && !result.err.contains(secret), result.told());
    searchFor(secret, {results.folder(), cli.home()});
}

QTEST_GUILESS_MAIN(TestCliSecure)
#include "tst_cli_secure.moc"
