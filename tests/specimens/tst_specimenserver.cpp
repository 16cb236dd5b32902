// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhttp.h"
#include "tests/support/specimenserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using support::RawAnswer;
using support::SpecimenServer;

/// The sample server as a program: what it says, refuses and bounds, and when it ends.
class TestSpecimenServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineTellsEveryAddress();
    void everyFileOfAFormIsStored();
    void bareBodyIsStored_data();
    void bareBodyIsStored();
    void whatIsNoUploadIsRefused_data();
    void whatIsNoUploadIsRefused();
    void brokenUploadIsNotRetained();
    void roomIsBounded_data();
    void roomIsBounded();
    void curedFormNeedsNoRoom();
    void pagesAnswer_data();
    void pagesAnswer();
    void endsWithItsParent();
    void portInUseIsToldInOneSentence();
    void wrongUsageIsRefused_data();
    void wrongUsageIsRefused();
    void listensOnLoopbackOnly();
};

void TestSpecimenServer::lineTellsEveryAddress()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QJsonObject line = QJsonDocument::fromJson(server.line()).object();
    QCOMPARE(line.value(QLatin1StringView("schema")).toString(), QStringLiteral("tidemark.specimens/1"));
    QCOMPARE(line.value(QLatin1StringView("pid")).toInteger(), server.pid());
    const QUrl base(line.value(QLatin1StringView("base")).toString());
    QCOMPARE(base.host(), QStringLiteral("127.0.0.1"));
    QVERIFY(base.port() > 0);
    for (const char *key : {"metrics", "expvar", "pprof"}) {
        const QUrl url(line.value(QLatin1StringView(key)).toString());
        QVERIFY2(base.isParentOf(url) && support::get(url).status == 200, key);
    }
    const QJsonObject uploads = line.value(QLatin1StringView("uploads")).toObject();
    QVERIFY(uploads.contains(QStringLiteral("global-cache")) && uploads.contains(QStringLiteral("read-all")));
    for (const QString &specimen : uploads.keys()) {
        const QString path = base.toString() + QStringLiteral("/upload/") + specimen;
        const QJsonObject forms = uploads.value(specimen).toObject();
        QCOMPARE(forms.value(QLatin1StringView("leaking")).toString(), path);
        QCOMPARE(forms.value(QLatin1StringView("cured")).toString(), path + QStringLiteral("/cured"));
        QCOMPARE(forms.size(), 2);
        QCOMPARE(server.retainedBytes(specimen, QStringLiteral("leaking")), 0); // -1 if it is not told
        QCOMPARE(server.retainedBytes(specimen, QStringLiteral("cured")), 0);
    }
}

void TestSpecimenServer::everyFileOfAFormIsStored()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(QStringLiteral("read-all"), QStringLiteral("leaking"));
    const QByteArray form
        = "--b\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\nvalue\r\n"
          "--b\r\nContent-Disposition: form-data; name=\"one\"; filename=\"a\"\r\n\r\n123\r\n"
          "--b\r\nContent-Disposition: form-data; name=\"two\"; filename=\"folder/b\"\r\n\r\n\r\n--b--\r\n";
    const RawAnswer answer = support::parseAnswer(support::exchange(
        url,
        support::postRequest(url, form,
                             {"Content-Type: multipart/form-data; boundary=b", "Connection: close"})));
    QCOMPARE(answer.status, 201);
    QVERIFY2(answer.body == "stored 3 bytes of a\nstored 0 bytes of b\n", answer.everything.constData());
    QCOMPARE(server.retainedBytes(QStringLiteral("read-all"), QStringLiteral("leaking")), 3);
    QCOMPARE(server.uploads(QStringLiteral("read-all"), QStringLiteral("leaking")), 2);
}

void TestSpecimenServer::bareBodyIsStored_data()
{
    QTest::addColumn<QByteArray>("request"); // its first line, without the protocol
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("retained");
    QTest::newRow("put") << QByteArray("PUT /upload/read-all") << 201
                         << QByteArray("stored 7 bytes of body\n") << 7;
    QTest::newRow("put with a name") << QByteArray("PUT /upload/read-all/a/b%20c?d=e") << 201
                                     << QByteArray("stored 7 bytes of a/b c\n") << 7;
    QTest::newRow("put to the cured form")
        << QByteArray("PUT /upload/read-all/cured/1") << 201 << QByteArray("stored 7 bytes of 1\n") << 0;
    QTest::newRow("post has no name in the path")
        << QByteArray("POST /upload/read-all/1") << 404 << QByteArray("404 page not found\n") << 0;
}

void TestSpecimenServer::bareBodyIsStored()
{
    QFETCH(QByteArray, request);
    QFETCH(int, retained);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const RawAnswer answer = support::parseAnswer(support::exchange(
        server.url(QStringLiteral("/")),
        request + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 7\r\n\r\ncontent"));
    QTEST(answer.status, "status");
    QTEST(answer.body, "text");
    QCOMPARE(server.retainedBytes(QStringLiteral("read-all"), QStringLiteral("leaking")), retained);
}

void TestSpecimenServer::whatIsNoUploadIsRefused_data()
{
    QTest::addColumn<QByteArray>("request"); // after the path
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &method, const QByteArray &type,
                        const QByteArray &body, int status, const char *text) {
        QTest::newRow(name) << method
                + " /upload/read-all HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  "Content-Type: "
                + type + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body
                            << status << QByteArray(text);
    };
    const QByteArray form = "multipart/form-data; boundary=b";
    const QByteArray field = "--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nvalue\r\n--b--\r\n";
    row("get", "GET", "text/plain", "", 405, "uploads are POST requests");
    row("delete", "DELETE", "text/plain", "", 405, "or PUT requests");
    row("bare body", "POST", "application/octet-stream", "content", 400, "expected multipart/form-data");
    row("no boundary", "POST", "multipart/form-data", field, 400, "boundary");
    row("only fields", "POST", form, field, 400, "no file part");
    row("empty form", "POST", form, "--b--\r\n", 400, "no file part");
    row("empty body", "POST", form, "", 400, "the form is broken: ");
    row("cut form", "POST", form, field.chopped(10), 400, "the form is broken: ");
}

void TestSpecimenServer::whatIsNoUploadIsRefused()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, text);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const RawAnswer answer
        = support::parseAnswer(support::exchange(server.url(QStringLiteral("/")), request));
    QTEST(answer.status, "status");
    QVERIFY2(answer.body.contains(text), answer.everything.constData());
    QCOMPARE(server.uploads(QStringLiteral("read-all"), QStringLiteral("leaking")), 0);
}

void TestSpecimenServer::brokenUploadIsNotRetained()
{
    SpecimenServer server;
    QVERIFY2(server.start({QStringLiteral("--max-retained"), QStringLiteral("1M")}),
             qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(QStringLiteral("read-all"), QStringLiteral("leaking"));
    const QByteArray part = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n"
        + QByteArray(600 * 1024, 'b');
    // The room of two such is more than there is: what the first took must come back.
    for (int i = 0; i < 3; ++i) {
        const RawAnswer answer = support::parseAnswer(support::exchange(
            url,
            support::postRequest(url, part,
                                 {"Content-Type: multipart/form-data; boundary=b", "Connection: close"})));
        QCOMPARE(answer.status, 400);
        QVERIFY2(answer.body.startsWith("the file ended after 614"), answer.body.constData());
    }
    QCOMPARE(server.retainedBytes(QStringLiteral("read-all"), QStringLiteral("leaking")), 0);
    QCOMPARE(server.uploads(QStringLiteral("read-all"), QStringLiteral("leaking")), 0);
}

void TestSpecimenServer::roomIsBounded_data()
{
    QTest::addColumn<bool>("lengthIsKnown");
    QTest::newRow("told by the length") << true;
    QTest::newRow("found while reading") << false;
}

void TestSpecimenServer::roomIsBounded()
{
    QFETCH(bool, lengthIsKnown);
    SpecimenServer server;
    QVERIFY2(server.start({QStringLiteral("--max-retained"), QStringLiteral("300K")}),
             qPrintable(server.failure()));
    const QUrl url = server.uploadUrl(QStringLiteral("global-cache"), QStringLiteral("leaking"));
    const auto post = [&] {
        const QByteArray content(100'000, 'b');
        if (lengthIsKnown)
            return support::postFile(url, "f", content);
        const QByteArray form = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n"
            + content + "\r\n--b--\r\n";
        return support::parseAnswer(
            support::exchange(url,
                              "POST /upload/global-cache HTTP/1.1\r\nHost: h\r\nConnection: "
                              "close\r\nTransfer-Encoding: chunked\r\n"
                              "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
                                  + QByteArray::number(form.size(), 16) + "\r\n" + form + "\r\n0\r\n\r\n"));
    };
    for (int i = 0; i < 3; ++i)
        QCOMPARE(post().status, 201);
    const RawAnswer refused = post();
    QCOMPARE(refused.status, 507);
    QVERIFY2(refused.body.contains("307200 bytes"), refused.body.constData());
    QCOMPARE(server.retainedBytes(QStringLiteral("global-cache"), QStringLiteral("leaking")), 300'000);
}

void TestSpecimenServer::curedFormNeedsNoRoom()
{
    SpecimenServer server;
    QVERIFY2(server.start({QStringLiteral("--max-retained"), QStringLiteral("1K")}),
             qPrintable(server.failure()));
    for (const char *specimen : {"read-all", "global-cache"}) {
        const QUrl url = server.uploadUrl(QLatin1StringView(specimen), QStringLiteral("cured"));
        QCOMPARE(support::postFile(url, "f", QByteArray(100'000, 'b')).status, 201);
    }
}

void TestSpecimenServer::pagesAnswer_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("index") << QStringLiteral("/") << 200 << QByteArray("/upload/read-all/cured ");
    QTest::newRow("no such page") << QStringLiteral("/nowhere") << 404 << QByteArray("404");
    QTest::newRow("no such specimen") << QStringLiteral("/upload/nothing") << 404 << QByteArray("404");
    QTest::newRow("Go's metrics") << QStringLiteral("/metrics") << 200 << QByteArray("\ngo_goroutines ");
    QTest::newRow("the process's metrics")
        << QStringLiteral("/metrics") << 200 << QByteArray("\nprocess_resident_memory_bytes ");
    QTest::newRow("expvar") << QStringLiteral("/debug/vars") << 200 << QByteArray("\"HeapAlloc\":");
    QTest::newRow("profiles") << QStringLiteral("/debug/pprof/") << 200 << QByteArray("goroutine");
    QTest::newRow("heap profile") << QStringLiteral("/debug/pprof/heap") << 200 << QByteArray("\x1f\x8b");
}

void TestSpecimenServer::pagesAnswer()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const RawAnswer answer = support::get(server.url(path));
    QTEST(answer.status, "status");
    QVERIFY2(answer.body.contains(content), answer.body.left(1000).constData());
}

void TestSpecimenServer::endsWithItsParent()
{
    // A shell starts it, and is killed so that it can end nothing by itself.
    support::ChildProcess shell;
    QVERIFY(shell.start(
        QStringLiteral("sh"),
        {QStringLiteral("-c"), QStringLiteral("\"$0\" --parent $$ & wait"), SpecimenServer::program()}));
    const QJsonObject line = QJsonDocument::fromJson(shell.firstLine()).object();
    const QUrl base(line.value(QLatin1StringView("base")).toString());
    const QUrl page = base.resolved(QUrl(QStringLiteral("/")));
    QCOMPARE(support::get(page).status, 200);
    QCOMPARE(::kill(static_cast<pid_t>(shell.pid()), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(support::get(page).status, 0, 20'000);
}

void TestSpecimenServer::portInUseIsToldInOneSentence()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString port = QString::number(other.serverPort());
    SpecimenServer server;
    QVERIFY(!server.start({QStringLiteral("--port"), port}));
    QCOMPARE(server.process().exitCode(), 3);
    QCOMPARE(QString::fromUtf8(server.process().complaints()),
             QString(QStringLiteral("tidemark-specimens: port %1 on 127.0.0.1 is in use by another program\n")
                         .arg(port)));
}

void TestSpecimenServer::wrongUsageIsRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--prot"), QStringLiteral("1")};
    QTest::newRow("stray argument") << QStringList{QStringLiteral("start")};
    QTest::newRow("port too large") << QStringList{QStringLiteral("--port"), QStringLiteral("65536")};
    QTest::newRow("port not a number") << QStringList{QStringLiteral("--port"), QStringLiteral("http")};
    QTest::newRow("no size") << QStringList{QStringLiteral("--max-retained"), QStringLiteral("M")};
    QTest::newRow("two units") << QStringList{QStringLiteral("--max-retained"), QStringLiteral("1KM")};
    QTest::newRow("size too large") << QStringList{QStringLiteral("--max-retained"),
                                                   QStringLiteral("9999999999G")};
}

void TestSpecimenServer::wrongUsageIsRefused()
{
    QFETCH(QStringList, options);
    SpecimenServer server;
    QVERIFY(!server.start(options));
    QCOMPARE(server.process().exitCode(), 2);
    QVERIFY(!server.process().complaints().isEmpty());
}

void TestSpecimenServer::listensOnLoopbackOnly()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    // A server on all addresses would answer on this one, too.
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.2"), static_cast<quint16>(server.url(QString()).port()));
    QVERIFY(!socket.waitForConnected(5000));
    QCOMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

QTEST_GUILESS_MAIN(TestSpecimenServer)
#include "tst_specimenserver.moc"
