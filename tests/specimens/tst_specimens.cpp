// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhttp.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QFile>
#include <QHttpMultiPart>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

#include <signal.h>

using support::RawAnswer;
using support::SpecimenServer;
using support::TestFiles;

/// The sample server leaks exactly what it says, and nothing where it is cured.
class TestSpecimens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineTellsEveryAddress();
    void retains_data();
    void retains();
    void heapShowsWhatIsRetained_data();
    void heapShowsWhatIsRetained();
    void profileNamesTheGuiltyFunction_data();
    void profileNamesTheGuiltyFunction();
    void boundedCacheStreamsWhatIsTooLarge();
    void everyFileOfAFormIsStored();
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

namespace {
constexpr qint64 mebibyte = 1 << 20;

/// Every path is one that it printed.
QUrl uploadUrl(const SpecimenServer &server, const QString &specimen, const QString &form)
{
    const QJsonObject uploads
        = QJsonDocument::fromJson(server.line()).object().value(QLatin1StringView("uploads")).toObject();
    return QUrl(uploads.value(specimen).toObject().value(form).toString());
}

/// As the program itself does it: a multipart form over a file. Returns the status.
int upload(QNetworkAccessManager &manager, const QUrl &url, const QString &path)
{
    QHttpMultiPart form(QHttpMultiPart::FormDataType);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    QHttpPart part;
    part.setHeader(
        QNetworkRequest::ContentDispositionHeader,
        QString(QStringLiteral("form-data; name=\"file\"; filename=\"%1\"").arg(QFileInfo(path).fileName())));
    part.setBodyDevice(&file);
    form.append(part);
    const std::unique_ptr<QNetworkReply> reply(manager.post(QNetworkRequest(url), &form));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!finished.wait(30'000))
        return -1;
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// The heap in use after a collection.
double heapAfterCollection(const SpecimenServer &server)
{
    if (support::get(server.url(QStringLiteral("/debug/pprof/heap?gc=1"))).status != 200)
        return -1;
    return server.metric("go_memstats_heap_alloc_bytes").value_or(-1);
}

void addForms()
{
    QTest::addColumn<QString>("specimen");
    QTest::addColumn<QString>("form");
    for (const char *specimen : {"read-all", "global-cache"}) {
        for (const char *form : {"leaking", "cured"})
            QTest::addRow("%s %s", specimen, form)
                << QString::fromLatin1(specimen) << QString::fromLatin1(form);
    }
}
} // namespace

void TestSpecimens::lineTellsEveryAddress()
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
    QCOMPARE(uploads.keys(), (QStringList{QStringLiteral("global-cache"), QStringLiteral("read-all")}));
}

void TestSpecimens::retains_data()
{
    addForms();
}

void TestSpecimens::retains()
{
    QFETCH(QString, specimen);
    QFETCH(QString, form);
    constexpr int count = 70; // more than the bounded cache holds
    const QByteArray content = TestFiles::pattern(100'003);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = uploadUrl(server, specimen, form);
    for (int i = 1; i <= count; ++i) {
        const RawAnswer answer = support::postFile(url, "some file.bin", content);
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.body, QByteArray("stored 100003 bytes of some file.bin\n"));
        qint64 expected = i * content.size();
        if (form == QLatin1StringView("cured"))
            expected = specimen == QLatin1StringView("global-cache") ? qMin(i, 64) * content.size() : 0;
        QCOMPARE(server.retainedBytes(specimen, form), expected);
    }
    QCOMPARE(server.uploads(specimen, form), count);
    const QString otherForm
        = form == QLatin1StringView("cured") ? QStringLiteral("leaking") : QStringLiteral("cured");
    QCOMPARE(server.retainedBytes(specimen, otherForm), 0);
    QCOMPARE(server.uploads(specimen, otherForm), 0);
}

void TestSpecimens::heapShowsWhatIsRetained_data()
{
    addForms();
}

// What is exported as truth is true: the collected heap grows by what the retained buffers take, and by
// little else.
void TestSpecimens::heapShowsWhatIsRetained()
{
    QFETCH(QString, specimen);
    QFETCH(QString, form);
    const TestFiles files;
    const QString path = files.makeFile(QStringLiteral("f"), mebibyte);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = uploadUrl(server, specimen, form);
    QNetworkAccessManager manager;
    QCOMPARE(upload(manager, url, path), 201); // what is allocated once
    const QByteArray memory = "specimen_retained_memory_bytes{form=\"" + form.toUtf8() + "\",specimen=\""
        + specimen.toUtf8() + "\"}";
    const double heapBefore = heapAfterCollection(server);
    const double truthBefore = server.metric(memory).value_or(-1);
    for (int i = 0; i < 32; ++i)
        QCOMPARE(upload(manager, url, path), 201);
    const double heapGrowth = heapAfterCollection(server) - heapBefore;
    const double truthGrowth = server.metric(memory).value_or(-1) - truthBefore;
    QVERIFY(truthGrowth >= server.retainedBytes(specimen, form) - mebibyte);
    QVERIFY2(qAbs(heapGrowth - truthGrowth) < mebibyte,
             qPrintable(QStringLiteral("heap %1, truth %2").arg(heapGrowth).arg(truthGrowth)));
}

void TestSpecimens::profileNamesTheGuiltyFunction_data()
{
    QTest::addColumn<QString>("specimen");
    QTest::addColumn<QByteArray>("function");
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("read-all") << QStringLiteral("read-all") << QByteArray("main.readAll+")
                              << QByteArray("tidemark/specimens/read_all.go:");
    QTest::newRow("global-cache") << QStringLiteral("global-cache") << QByteArray("main.globalCache+")
                                  << QByteArray("tidemark/specimens/global_cache.go:");
}

void TestSpecimens::profileNamesTheGuiltyFunction()
{
    QFETCH(QString, specimen);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = uploadUrl(server, specimen, QStringLiteral("leaking"));
    // Bodies larger than the sampling interval of 512 KiB, so that it is no matter of chance.
    for (int i = 0; i < 4; ++i)
        QCOMPARE(support::postFile(url, "f", QByteArray(4 * mebibyte, 'b')).status, 201);
    const QByteArray profile
        = support::get(server.url(QStringLiteral("/debug/pprof/heap?gc=1&debug=1"))).body;
    QByteArray guilty;
    for (const QByteArray &line : profile.split('\n')) {
        if (line.contains("\tmain.")) {
            guilty = line; // the first of ours in the first, that is the largest, stack
            break;
        }
    }
    QFETCH(QByteArray, function);
    QFETCH(QByteArray, file);
    QVERIFY2(guilty.contains(function) && guilty.contains(file), guilty.constData());
}

void TestSpecimens::boundedCacheStreamsWhatIsTooLarge()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = uploadUrl(server, QStringLiteral("global-cache"), QStringLiteral("cured"));
    const auto retained
        = [&server] { return server.retainedBytes(QStringLiteral("global-cache"), QStringLiteral("cured")); };
    QCOMPARE(support::postFile(url, "f", QByteArray(8 * mebibyte, 'b')).status, 201);
    QCOMPARE(retained(), 8 * mebibyte);
    const RawAnswer answer = support::postFile(url, "f", QByteArray(8 * mebibyte + 1, 'b'));
    QCOMPARE(answer.body, QByteArray("stored 8388609 bytes of f\n"));
    QCOMPARE(retained(), 8 * mebibyte);
}

void TestSpecimens::everyFileOfAFormIsStored()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const QUrl url = uploadUrl(server, QStringLiteral("read-all"), QStringLiteral("leaking"));
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

void TestSpecimens::whatIsNoUploadIsRefused_data()
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
    row("put", "PUT", "text/plain", "content", 405, "uploads are POST requests");
    row("bare body", "POST", "application/octet-stream", "content", 400, "expected multipart/form-data");
    row("no boundary", "POST", "multipart/form-data", field, 400, "boundary");
    row("only fields", "POST", form, field, 400, "no file part");
    row("empty form", "POST", form, "--b--\r\n", 400, "no file part");
    row("empty body", "POST", form, "", 400, "the form is broken: ");
    row("cut form", "POST", form, field.chopped(10), 400, "the form is broken: ");
}

void TestSpecimens::whatIsNoUploadIsRefused()
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

void TestSpecimens::brokenUploadIsNotRetained()
{
    SpecimenServer server;
    QVERIFY2(server.start({QStringLiteral("--max-retained"), QStringLiteral("1M")}),
             qPrintable(server.failure()));
    const QUrl url = uploadUrl(server, QStringLiteral("read-all"), QStringLiteral("leaking"));
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

void TestSpecimens::roomIsBounded_data()
{
    QTest::addColumn<bool>("lengthIsKnown");
    QTest::newRow("told by the length") << true;
    QTest::newRow("found while reading") << false;
}

void TestSpecimens::roomIsBounded()
{
    QFETCH(bool, lengthIsKnown);
    SpecimenServer server;
    QVERIFY2(server.start({QStringLiteral("--max-retained"), QStringLiteral("300K")}),
             qPrintable(server.failure()));
    const QUrl url = uploadUrl(server, QStringLiteral("global-cache"), QStringLiteral("leaking"));
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

void TestSpecimens::curedFormNeedsNoRoom()
{
    SpecimenServer server;
    QVERIFY2(server.start({QStringLiteral("--max-retained"), QStringLiteral("1K")}),
             qPrintable(server.failure()));
    for (const char *specimen : {"read-all", "global-cache"}) {
        const QUrl url = uploadUrl(server, QLatin1StringView(specimen), QStringLiteral("cured"));
        QCOMPARE(support::postFile(url, "f", QByteArray(100'000, 'b')).status, 201);
    }
}

void TestSpecimens::pagesAnswer_data()
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

void TestSpecimens::pagesAnswer()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    const RawAnswer answer = support::get(server.url(path));
    QTEST(answer.status, "status");
    QVERIFY2(answer.body.contains(content), answer.body.left(1000).constData());
}

void TestSpecimens::endsWithItsParent()
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

void TestSpecimens::portInUseIsToldInOneSentence()
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

void TestSpecimens::wrongUsageIsRefused_data()
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

void TestSpecimens::wrongUsageIsRefused()
{
    QFETCH(QStringList, options);
    SpecimenServer server;
    QVERIFY(!server.start(options));
    QCOMPARE(server.process().exitCode(), 2);
    QVERIFY(!server.process().complaints().isEmpty());
}

void TestSpecimens::listensOnLoopbackOnly()
{
    SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    // A server on all addresses would answer on this one, too.
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.2"), static_cast<quint16>(server.url(QString()).port()));
    QVERIFY(!socket.waitForConnected(5000));
    QCOMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

QTEST_GUILESS_MAIN(TestSpecimens)
#include "tst_specimens.moc"
