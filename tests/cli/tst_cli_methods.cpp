// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/nginxserver.h"
#include "tests/support/testfiles.h"
#include "tests/support/tusserver.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace support;

namespace {

constexpr qint64 MiB = 1024 * 1024;

} // namespace

/// `tidemark-cli upload --method …` against the servers that such uploads are made for.
class TestCliMethods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putToNginx()
    {
        NginxServer nginx;
        QVERIFY2(nginx.start(QStringLiteral("20m")), qPrintable(nginx.failure()));
        const QString one = m_files.makeFile(QStringLiteral("put/one.bin"), 10 * MiB);
        const QString two = m_files.makeFile(QStringLiteral("put/two.bin"), 1000, 1);
        const CliResult result = upload(
            nginx.url(QStringLiteral("/dav/")).toString() + QStringLiteral("{n}/"), "put", {one, two});
        QVERIFY2(result.exitCode == 0, result.told());
        QCOMPARE(TestFiles::content(nginx.stored(QStringLiteral("1/one.bin"))), TestFiles::content(one));
        QCOMPARE(TestFiles::content(nginx.stored(QStringLiteral("2/two.bin"))), TestFiles::content(two));
    }

    void putIsNotAllowedEverywhere()
    {
        NginxServer nginx;
        QVERIFY2(nginx.start(), qPrintable(nginx.failure()));
        const CliResult result = upload(nginx.url(QStringLiteral("/static/")).toString(), "put",
                                        {m_files.makeFile(QStringLiteral("refused.bin"), 1000)});
        QVERIFY2(result.exitCode == 1, result.told());
        const QJsonObject error
            = result.json()[QStringLiteral("uploads")][0][QStringLiteral("error")].toObject();
        QVERIFY2(error[QStringLiteral("message")].toString().contains(
                     QStringLiteral("it takes no PUT at this address")),
                 result.told());
    }

    void tusArrivesWhole()
    {
        TusServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        const QString path = m_files.makeFile(QStringLiteral("tus.bin"), 10 * MiB);
        const CliResult result = upload(server.url().toString(), "tus", {path},
                                        {QStringLiteral("--form"), QStringLiteral("run={n}")});
        QVERIFY2(result.exitCode == 0, result.told());
        QCOMPARE(TestFiles::content(server.onlyFile()), TestFiles::content(path));
        QVERIFY(TestFiles::content(server.onlyFile() + QStringLiteral(".json")).contains(R"("run":"1")"));
    }

    void tusOutlivesItsServer()
    {
        TusServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        const QString path = m_files.makeFile(QStringLiteral("outlive.bin"), 32 * MiB);
        Cli cli;
        cli.start(arguments(server.url().toString(), "tus", {path}, {}));
        QVERIFY(comesTrue([&] { return server.relay().bytesSent() > 16 * MiB; }));
        server.kill();
        QVERIFY2(server.start(), qPrintable(server.failure()));
        const CliResult result = cli.finish();
        QVERIFY2(result.exitCode == 0, result.told());
        QCOMPARE(TestFiles::content(server.onlyFile()), TestFiles::content(path));
        QVERIFY(server.relay().bytesSent() < 40 * MiB);
    }

    void tusGoesOnAfterASignal_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void tusGoesOnAfterASignal()
    {
        QFETCH(const int, signal);
        TusServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        const QString path = m_files.makeFile(QStringLiteral("signal.bin"), 32 * MiB, signal);
        const QStringList limit{QStringLiteral("--limit-rate"), QStringLiteral("12M")};
        Cli cli;
        cli.start(arguments(server.url().toString(), "tus", {path}, limit));
        QVERIFY(comesTrue([&] { return server.relay().bytesSent() > 16 * MiB; }));
        cli.send(signal);
        const CliResult stopped = cli.finish();
        QVERIFY2(stopped.exitCode == 130, stopped.told());
        QCOMPARE(stopped.json()[QStringLiteral("uploads")][0][QStringLiteral("state")].toString(),
                 QStringLiteral("cancelled"));
        QCOMPARE(server.count(), 1);
        const CliResult result
            = cli.run(arguments(server.url().toString(), "tus", {path}, {QStringLiteral("--resume")}));
        QVERIFY2(result.exitCode == 0, result.told());
        QCOMPARE(TestFiles::content(server.onlyFile()), TestFiles::content(path));
        QVERIFY(server.relay().bytesSent() < 40 * MiB);
    }

    void tusNeedsItsServer()
    {
        NginxServer nginx;
        QVERIFY2(nginx.start(), qPrintable(nginx.failure()));
        const CliResult result
            = upload(nginx.url().toString(), "tus", {m_files.makeFile(QStringLiteral("plain.bin"), 1000)});
        QVERIFY2(result.exitCode == 1, result.told());
        QVERIFY2(result.out.contains("is this the address of a tus server?"), result.told());
    }

private:
    static QStringList arguments(const QString &url, const char *method, const QStringList &paths,
                                 const QStringList &options)
    {
        return QStringList{QStringLiteral("upload"),   QStringLiteral("--to"),    url,
                           QStringLiteral("--method"), QLatin1StringView(method), QStringLiteral("--json"),
                           QStringLiteral("-")}
        + options + paths;
    }
    static CliResult upload(const QString &url, const char *method, const QStringList &paths,
                            const QStringList &options = {})
    {
        Cli cli;
        return cli.run(arguments(url, method, paths, options));
    }

    TestFiles m_files;
};

QTEST_GUILESS_MAIN(TestCliMethods)
#include "tst_cli_methods.moc"
