// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/servers/rawsocket.h"
#include "tests/support/faultyserver.h"
#include "tests/support/rawhttp.h"
#include "tests/support/testfiles.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using support::FaultyServer;
using support::RawAnswer;
using support::TestFiles;
using Ending = RawSocket::Ending;

Q_DECLARE_METATYPE(RawSocket::Ending)

namespace {
constexpr QLatin1StringView sha256("sha256");

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QJsonObject receiptOf(const RawAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

QJsonObject firstFileOf(const RawAnswer &answer)
{
    return receiptOf(answer).value(QLatin1StringView("files")).toArray().at(0).toObject();
}
} // namespace

/// The server that other tests rely on does what it promises.
class TestFaultyServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answers_data();
    void answers();
    void slipInTheUrlIsToldByStatus400_data();
    void slipInTheUrlIsToldByStatus400();
    void receiptDescribesBodyAndFile();
    void patternTellsTheFirstForeignByte_data();
    void patternTellsTheFirstForeignByte();
    void chunkedBodyIsRead();
    void interimAnswersComeFirst();
    void continueIsSentOnlyWhenTheBodyIsWanted();
    void connectionEnds_data();
    void connectionEnds();
    void brokenAnswers_data();
    void brokenAnswers();
    void endlessAnswerGoesOn();
    void connectionIsKeptAlive();
    void keptConnectionEndsUnannounced_data();
    void keptConnectionEndsUnannounced();
    void neverAnswersButReads();
    void stallStopsReading();
    void everyRequestIsCounted();
    void uploadThatBreaksOffIsNotAnswered();
    void redirectToAnotherPortArrives();

private:
    [[nodiscard]] QUrl url(const char *pathAndQuery) const
    {
        return m_server.url(QLatin1StringView(pathAndQuery));
    }

    FaultyServer m_server;
};

void TestFaultyServer::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
}

void TestFaultyServer::answers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("content"); // contained in the answer
    const auto row = [](const char *name, const char *path, int status, const QByteArray &content) {
        QTest::newRow(name) << QString::fromLatin1(path) << status << content;
    };
    row("ok", "/ok", 201, "\"received\":4,");
    row("status", "/status?code=503&text=busy&header=Retry-After:7", 503, "Retry-After:7\r\n");
    row("status text", "/status?code=503&text=busy", 503, "\r\n\r\nbusy");
    row("no content", "/status?code=204", 204, "204 No Content");
    row("unknown path", "/nowhere", 404, "/nowhere");
    row("early", "/early?status=413&text=no%20more%20than%201%20MiB&close=linger", 413,
        "\r\n\r\nno more than 1 MiB");
    row("late", "/delay?ms=20", 201, "\"received\":4,");
    row("slowly read", "/slow?rate=100", 201, "\"received\":4,");
    row("slowly answered", "/slow-answer?rate=100&text=drop%20by%20drop", 200, "\r\n\r\ndrop by drop");
    row("headers", "/echo-headers/here", 200, R"({"headers":[["Host","127.0.0.1:)");
    row("cookie", "/cookie", 200, "Set-Cookie: tidemark=1; Path=/\r\n");
    row("big", "/big?bytes=100000", 200, QByteArray(100'000, 'x'));
    row("page for people", "/html/metrics", 200, "Content-Type: text/html");
    row("metrics", "/metrics-fake/metrics", 200, "\ngo_goroutines 7\n");
    row("no metrics", "/metrics-fake/metrics?kind=junk", 200, "no metrics = at all");
    for (const char *code : {"301", "302", "303", "307", "308"}) {
        QTest::addRow("redirect %s", code)
            << QStringLiteral("/redirect?to=self&target=/ok&id=a%20b&status=") + QLatin1StringView(code)
            << QByteArray(code).toInt() << QByteArray("Location: /ok?id=a+b\r\n");
    }
    row("redirect for ever", "/redirect?to=loop", 307, "Location: /redirect?to=loop\r\n");
    row("redirect anywhere", "/redirect?location=ftp://there/", 307, "Location: ftp://there/\r\n");
}

void TestFaultyServer::answers()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    const QUrl where = m_server.url(path);
    RawSocket socket(where);
    QVERIFY(socket.send(support::postRequest(where, "body", {"Connection: close"})));
    const RawAnswer answer = support::parseAnswer(socket.receive());
    QTEST(answer.status, "status");
    QVERIFY2(answer.everything.contains(content), answer.everything.left(1000).constData());
    QCOMPARE(socket.ending(), Ending::Orderly);
}

void TestFaultyServer::slipInTheUrlIsToldByStatus400_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("unknown parameter") << QStringLiteral("/ok?sta=1");
    QTest::newRow("parameter of another path") << QStringLiteral("/ok?after=1");
    QTest::newRow("not a number") << QStringLiteral("/reset?after=1M");
    QTest::newRow("no such choice") << QStringLiteral("/broken?kind=somehow");
    QTest::newRow("no such ending") << QStringLiteral("/ok?close=bang");
}

void TestFaultyServer::slipInTheUrlIsToldByStatus400()
{
    QFETCH(QString, path);
    const RawAnswer answer = support::get(m_server.url(path));
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.body.startsWith("faulty-server: "));
}

void TestFaultyServer::receiptDescribesBodyAndFile()
{
    const QByteArray content = TestFiles::pattern(300'000);
    const RawAnswer answer = support::postFile(url("/ok"), "some file.bin", content);
    QCOMPARE(answer.status, 201);
    QCOMPARE(receiptOf(answer).value(QLatin1StringView("complete")).toBool(), true);
    const QJsonObject file = firstFileOf(answer);
    QCOMPARE(file.value(QLatin1StringView("name")).toString(), QStringLiteral("some file.bin"));
    QCOMPARE(file.value(QLatin1StringView("field")).toString(), QStringLiteral("file"));
    QCOMPARE(file.value(QLatin1StringView("bytes")).toInteger(), content.size());
    QCOMPARE(file.value(sha256).toString().toLatin1(), digestOf(content));

    const RawAnswer raw = support::parseAnswer(
        support::exchange(url("/ok"), support::postRequest(url("/ok"), content, {"Connection: close"})));
    QCOMPARE(receiptOf(raw).value(sha256).toString().toLatin1(), digestOf(content));
}

void TestFaultyServer::patternTellsTheFirstForeignByte_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<qint64>("firstForeign");
    const QByteArray right = TestFiles::pattern(200'000, 5);
    QTest::newRow("none") << right << qint64(-1);
    QTest::newRow("none in nothing") << QByteArray() << qint64(-1);
    QTest::newRow("first") << QByteArray(1, char(6)) << qint64(0);
    QTest::newRow("last") << right.chopped(1) + char(TestFiles::patternAt(199'999, 5) + 1) << qint64(199'999);
    QTest::newRow("a block twice") << right.left(65'536) + right.left(65'536) << qint64(65'536);
    QTest::newRow("a block left out") << right.left(4096) + right.mid(8192) << qint64(4096);
    QTest::newRow("zeros at the end") << right + QByteArray(10, '\0') << qint64(200'000);
}

void TestFaultyServer::patternTellsTheFirstForeignByte()
{
    QFETCH(QByteArray, content);
    QFETCH(qint64, firstForeign);
    const QString id = QStringLiteral("pattern-%1").arg(QLatin1StringView(QTest::currentDataTag()));
    const QUrl where = m_server.url(QStringLiteral("/pattern?seed=5&id=")
                                    + QString::fromLatin1(QUrl::toPercentEncoding(id)));
    const RawAnswer answer = support::postFile(where, "f", content);
    QCOMPARE(firstFileOf(answer).value(QLatin1StringView("firstForeign")).toInteger(), firstForeign);
    QCOMPARE(m_server.stats(id).firstForeign, firstForeign);
    QCOMPARE(m_server.stats(id).fileBytes, content.size());
}

void TestFaultyServer::chunkedBodyIsRead()
{
    RawSocket socket(url("/"));
    QVERIFY(socket.send("POST /ok HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                        "4\r\nfour\r\nA;x=y\r\nten bytes.\r\n0\r\nTrailer: t\r\n\r\n"));
    const RawAnswer answer = support::parseAnswer(socket.receive());
    QCOMPARE(receiptOf(answer).value(QLatin1StringView("received")).toInt(), 14);
    QCOMPARE(receiptOf(answer).value(sha256).toString().toLatin1(), digestOf("fourten bytes."));
}

void TestFaultyServer::interimAnswersComeFirst()
{
    const RawAnswer answer = support::postFile(url("/interim?codes=100,102,103,104"), "f", "x");
    QCOMPARE(answer.status, 201);
    QByteArrayList codes;
    for (const QByteArray &line : answer.everything.split('\n')) {
        if (line.startsWith("HTTP/1.1 "))
            codes << line.mid(9, 3);
    }
    QCOMPARE(codes, (QByteArrayList{"100", "102", "103", "104", "201"}));
}

void TestFaultyServer::continueIsSentOnlyWhenTheBodyIsWanted()
{
    for (const char *path : {"/ok", "/early?close=linger"}) {
        RawSocket socket(url(path));
        const QByteArray request
            = support::postRequest(url(path), "body", {"Expect: 100-continue", "Connection: close"});
        QVERIFY(socket.send(request));
        QCOMPARE(socket.receiveAnswer().startsWith("HTTP/1.1 100 "), QByteArray(path) == "/ok");
    }
}

void TestFaultyServer::connectionEnds_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<Ending>("ending");
    // The body is longer than what is read of it.
    QTest::newRow("early, careless") << QStringLiteral("/early?close=fin&pause=100") << 413 << Ending::Reset;
    QTest::newRow("early, reset") << QStringLiteral("/early?close=rst&pause=100") << 413 << Ending::Reset;
    QTest::newRow("early, lingering") << QStringLiteral("/early?close=linger") << 413 << Ending::Orderly;
    QTest::newRow("reset within") << QStringLiteral("/reset?after=1000") << 0 << Ending::Reset;
    QTest::newRow("reset at the end") << QStringLiteral("/reset?after=100000000") << 0 << Ending::Reset;
    QTest::newRow("closed within") << QStringLiteral("/close?after=1000&pause=100") << 0 << Ending::Reset;
    QTest::newRow("closed within, lingering")
        << QStringLiteral("/close?after=1000&close=linger") << 0 << Ending::Orderly;
    QTest::newRow("closed at the end") << QStringLiteral("/close") << 0 << Ending::Orderly;
    QTest::newRow("answered, then reset")
        << QStringLiteral("/ok?close=rst&pause=100") << 201 << Ending::Reset;
}

void TestFaultyServer::connectionEnds()
{
    QFETCH(QString, path);
    const QUrl where = m_server.url(path);
    RawSocket socket(where);
    socket.send(support::postRequest(where, QByteArray(100'000, 'b'))); // may break, which is seen below
    const RawAnswer answer = support::parseAnswer(socket.receive());
    QTEST(answer.status, "status");
    QTEST(socket.ending(), "ending");
}

void TestFaultyServer::brokenAnswers_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<qsizetype>("size"); // 0: any
    const auto row = [](const char *kind, const char *begin, const char *end, qsizetype size = 0) {
        QTest::newRow(kind) << QByteArray(begin) << QByteArray(end) << size;
    };
    row("status-line", "HTTP/1.1 two", "\r\n\r\n");
    row("headers", "HTTP/1.1 200 OK\r\n", "not a header\r\n : nor this\r\n\r\nok");
    row("length", "HTTP/1.1 200 OK\r\nContent-Length: minus", "ok");
    row("chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", "not hex\r\n");
    row("chunk-short", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", "\r\nfour\r\n");
    row("short", "HTTP/1.1 200 OK\r\nContent-Length: 1000", "\r\n\r\nten bytes.");
    row("half-head", "HTTP/1.1 200 OK\r\n", "Content-Le");
    row("no-http", "SSH-2.0", "\3");
    row("empty", "", "");
    row("huge-header", "HTTP/1.1 200 OK\r\nX-Huge: x", "ok", (4 << 20) + 50);
}

void TestFaultyServer::brokenAnswers()
{
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, end);
    QFETCH(qsizetype, size);
    const QUrl where
        = m_server.url(QStringLiteral("/broken?kind=%1").arg(QLatin1StringView(QTest::currentDataTag())));
    RawSocket socket(where);
    QVERIFY(socket.send(support::postRequest(where, "body")));
    const QByteArray everything = socket.receive();
    QVERIFY2(everything.startsWith(begin) && everything.endsWith(end), everything.left(1000).constData());
    QCOMPARE(everything.isEmpty(), end.isEmpty());
    QVERIFY(everything.size() >= size);
    QCOMPARE(socket.ending(), Ending::Orderly);
}

void TestFaultyServer::endlessAnswerGoesOn()
{
    for (const char *path : {"/broken?kind=endless", "/broken?kind=endless-headers", "/big"}) {
        RawSocket socket(url(path));
        QVERIFY(socket.send(support::postRequest(url(path), "body")));
        qsizetype received = 0;
        while (received < 20'000'000 && socket.ending() == Ending::Open)
            received += socket.receiveAtMost(1'000'000).size();
        QVERIFY2(received >= 20'000'000, path);
    }
}

void TestFaultyServer::connectionIsKeptAlive()
{
    const int before = m_server.stats().connections;
    RawSocket socket(url("/ok"));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(socket.send(support::postRequest(url("/ok"), "body")));
        QCOMPARE(support::parseAnswer(socket.receiveAnswer()).status, 201);
    }
    QCOMPARE(m_server.stats().connections, before + 1);
    QTRY_COMPARE(m_server.stats().open, 1); // those of other tests may need a moment
}

void TestFaultyServer::keptConnectionEndsUnannounced_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<int>("requests");
    QTest::newRow("at once") << QStringLiteral("idle") << 1;
    QTest::newRow("when the next request arrives") << QStringLiteral("next") << 2;
}

void TestFaultyServer::keptConnectionEndsUnannounced()
{
    QFETCH(QString, when);
    const QUrl where = m_server.url(QStringLiteral("/keepalive-close?when=%1&id=kept-%1").arg(when));
    RawSocket socket(where);
    QVERIFY(socket.send(support::postRequest(where, "body")));
    const RawAnswer answer = support::parseAnswer(socket.receiveAnswer());
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.header("Connection"), QByteArray());
    if (when == QLatin1StringView("next"))
        QVERIFY(socket.send(support::postRequest(where, "body")));
    QCOMPARE(socket.receive(), QByteArray());
    QVERIFY(socket.ending() != Ending::Open);
    QTEST(m_server.stats(QStringLiteral("kept-") + when).requests, "requests");
    QCOMPARE(m_server.stats(QStringLiteral("kept-") + when).answered, 1);
}

void TestFaultyServer::neverAnswersButReads()
{
    RawSocket socket(url("/never"));
    QVERIFY(socket.send(support::postRequest(url("/never?id=never"), QByteArray(50'000, 'b'))));
    QTRY_COMPARE(m_server.stats(QStringLiteral("never")).complete, 1);
    QCOMPARE(socket.receive(100), QByteArray());
    QCOMPARE(socket.ending(), Ending::Open);
    QCOMPARE(m_server.stats(QStringLiteral("never")).answered, 0);
}

void TestFaultyServer::stallStopsReading()
{
    const QUrl where = url("/stall?after=1000&id=stall");
    const QByteArray request = support::postRequest(where, QByteArray(32 << 20, 'b'));
    RawSocket socket(where);
    QVERIFY(socket.sendUntilFull(request, 500) < request.size());
    QCOMPARE(m_server.stats(QStringLiteral("stall")).received, 1000);
    QCOMPARE(m_server.stats(QStringLiteral("stall")).complete, 0);
}

void TestFaultyServer::everyRequestIsCounted()
{
    support::postFile(url("/ok"), "counted.bin", "12345");
    support::postFile(url("/early?id=counted.bin&close=linger"), "any", QByteArray(10'000, 'b'));
    support::exchange(
        url("/ok"),
        support::postRequest(url("/ok"), "123", {"X-Upload-Id: counted.bin", "Connection: close"}));
    // It counts what came while lingering when that is over.
    QTRY_VERIFY(m_server.stats(QStringLiteral("counted.bin")).drained > 10'000);
    const support::UploadStats stats = m_server.stats(QStringLiteral("counted.bin"));
    QCOMPARE(stats.requests, 3);
    QCOMPARE(stats.complete, 2);
    QCOMPARE(stats.answered, 3);
    QCOMPARE(stats.fileBytes, 5);
    QCOMPARE(
        stats.targets,
        (QStringList{QStringLiteral("POST /ok"), QStringLiteral("POST /early?id=counted.bin&close=linger"),
                     QStringLiteral("POST /ok")}));
    QCOMPARE(m_server.stats(QStringLiteral("nobody")).requests, 0);
}

void TestFaultyServer::uploadThatBreaksOffIsNotAnswered()
{
    const QString id = QStringLiteral("broken-off");
    const int openBefore = m_server.stats().open; // a stalled one stays for a minute
    {
        RawSocket socket(url("/"));
        QVERIFY(socket.send("POST /ok?id=broken-off HTTP/1.1\r\nContent-Length: 1000\r\n\r\nhalf"));
        QTRY_COMPARE(m_server.stats(id).received, 4);
    }
    QTRY_VERIFY(m_server.stats().open <= openBefore);
    QCOMPARE(m_server.stats(id).complete, 0);
    QCOMPARE(m_server.stats(id).answered, 0);
}

void TestFaultyServer::redirectToAnotherPortArrives()
{
    const RawAnswer answer = support::get(url("/redirect?status=308&to=other&target=/ok&id=moved"));
    const QUrl there(QString::fromLatin1(answer.header("Location")));
    QCOMPARE(there, m_server.otherUrl(QStringLiteral("/ok?id=moved")));
    QCOMPARE(support::get(there).status, 201);
    QCOMPARE(m_server.stats(QStringLiteral("moved")).requests, 2);
}

QTEST_GUILESS_MAIN(TestFaultyServer)
#include "tst_faultyserver.moc"
