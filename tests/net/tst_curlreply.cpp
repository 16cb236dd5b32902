// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/net/networkerror.h"
#include "core/net/phasetimings.h"
#include "tests/net/replies.h"
#include "tests/net/scriptserver.h"

#include <QSignalSpy>
#include <QTest>

using base::ErrorKind;
using Exchange = ScriptServer::Exchange;
using replies::readWhole;
using replies::statusOf;
using replies::withTransport;

/// What a reply holds when finished, whatever the server did.
class TestCurlReply final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void get();
    void outcome_data();
    void outcome();
    void cannotStart_data();
    void cannotStart();
    void interimAnswersAreNotTheAnswer_data();
    void interimAnswersAreNotTheAnswer();
    void repeatedHeadersAreCombined();
    void timeouts_data();
    void timeouts();
    void answerMayBeLimited();
    void readBufferHoldsTheServerBack();
    void timingsAreInOrder();
    void headIsKnownBeforeItsText();

private:
    net::CurlAccessManager m_manager;
};

void TestCurlReply::get()
{
    ScriptServer server(
        ScriptServer::always(ScriptServer::ok("hello", "X-Thing: 1\r\nContent-Type: text/plain\r\n")));
    QNetworkRequest request(server.url(QStringLiteral("/a b?q=%26#fragment")));
    request.setRawHeader("X-Mine", "yes");
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QSignalSpy meta(reply.get(), &QNetworkReply::metaDataChanged);
    QCOMPARE(readWhole(reply.get()), QByteArray("hello"));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(meta.size(), 1);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::None);
    QCOMPARE(statusOf(*reply), 200);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString(), QStringLiteral("OK"));
    QCOMPARE(reply->rawHeader("x-thing"), QByteArray("1"));
    QCOMPARE(reply->header(QNetworkRequest::ContentTypeHeader).toString(), QStringLiteral("text/plain"));
    QCOMPARE(reply->header(QNetworkRequest::ContentLengthHeader).toInt(), 5);
    const QByteArray head = server.requests().constFirst();
    QVERIFY2(head.startsWith("GET /a%20b?q=%26 HTTP/1.1\r\n"), head.constData());
    QVERIFY(head.contains("X-Mine: yes\r\n"));
    QVERIFY(!head.contains("Expect:"));
}

void TestCurlReply::outcome_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("then"); // "keep", "close", "reset"
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QByteArray>("body");

    const auto row = [](const char *name, const QByteArray &answer, const char *then, int status,
                        ErrorKind kind, const QByteArray &body) {
        QTest::newRow(name) << answer << QString::fromLatin1(then) << status << kind << body;
    };
    const QByteArray http = "HTTP/1.1 ";
    row("201", http + "201 Created\r\nContent-Length: 2\r\n\r\nok", "keep", 201, ErrorKind::None, "ok");
    row("204 without a body", http + "204 No Content\r\n\r\n", "keep", 204, ErrorKind::None, "");
    row("404", http + "404 Not Found\r\nContent-Length: 4\r\n\r\ngone", "keep", 404, ErrorKind::HttpStatus,
        "gone");
    row("500", http + "500 Oops\r\nContent-Length: 0\r\n\r\n", "keep", 500, ErrorKind::HttpStatus, "");
    row("ends with the connection", http + "200 OK\r\n\r\nall of it", "close", 200, ErrorKind::None,
        "all of it");
    row("http 1.0", "HTTP/1.0 200 OK\r\n\r\nold", "close", 200, ErrorKind::None, "old");
    row("chunked", http + "200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", "keep", 200,
        ErrorKind::None, "abc");
    row("cut short", http + "200 OK\r\nContent-Length: 9\r\n\r\nhalf", "close", 200, ErrorKind::Protocol,
        "half");
    row("refusal cut short", http + "413 Too Large\r\nContent-Length: 9\r\n\r\nhalf", "reset", 413,
        ErrorKind::HttpStatus, "half");
    row("broken chunk", http + "200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "keep", 200,
        ErrorKind::Protocol, "");
    row("nothing", "", "close", 0, ErrorKind::ConnectionReset, "");
    row("reset", "", "reset", 0, ErrorKind::ConnectionReset, "");
    row("not http", "SSH-2.0-OpenSSH_9.2\r\n", "close", 0, ErrorKind::Protocol, "");
    row("half a head", http + "200 OK\r\nContent-Le", "close", 0, ErrorKind::ConnectionReset, "");
}

void TestCurlReply::outcome()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, then);
    ScriptServer server([&](Exchange &exchange) {
        if (!exchange.isWhole())
            return;
        exchange.answer(answer);
        if (then == QLatin1String("close"))
            exchange.close();
        else if (then == QLatin1String("reset"))
            exchange.reset();
    });
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(server.url())));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QSignalSpy errors(reply.get(), &QNetworkReply::errorOccurred);
    const QByteArray body = readWhole(reply.get());
    const base::Error error = net::errorOf(*reply);
    QTEST(error.kind, "kind");
    QTEST(statusOf(*reply), "status");
    QTEST(body, "body");
    QCOMPARE(finished.size(), 1);
    QCOMPARE(errors.size(), error.kind == ErrorKind::None ? 0 : 1);
    QCOMPARE(reply->error() == QNetworkReply::NoError, error.kind == ErrorKind::None);
    QCOMPARE(error.message.isEmpty(), error.kind == ErrorKind::None);
    QCOMPARE(server.connections(), 1); // nothing was asked for twice
}

void TestCurlReply::cannotStart_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<ErrorKind>("kind");

    QTcpServer unused;
    unused.listen(QHostAddress::LocalHost);
    const quint16 port = unused.serverPort();
    unused.close();
    QTest::newRow("refused") << QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port))
                             << ErrorKind::ConnectionRefused;
    QTest::newRow("unknown host") << QUrl(QStringLiteral("http://no-such-host.invalid/"))
                                  << ErrorKind::HostNotFound;
    QTest::newRow("ftp") << QUrl(QStringLiteral("ftp://127.0.0.1/")) << ErrorKind::UnsupportedScheme;
    QTest::newRow("no host") << QUrl(QStringLiteral("http:///path")) << ErrorKind::BadUrl;
    QTest::newRow("empty") << QUrl() << ErrorKind::BadUrl;
}

void TestCurlReply::cannotStart()
{
    QFETCH(QUrl, url);
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(url)));
    QVERIFY2(!reply->isFinished(),
             "finished fires from the event loop, so that the caller can connect first");
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(20'000));
    QTEST(net::errorOf(*reply).kind, "kind");
    QVERIFY(!net::errorOf(*reply).message.isEmpty());
    QCOMPARE(statusOf(*reply), 0);
    QCOMPARE(finished.size(), 1);
}

void TestCurlReply::interimAnswersAreNotTheAnswer_data()
{
    QTest::addColumn<QByteArray>("interim");
    QTest::newRow("100") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
    QTest::newRow("102") << QByteArray("HTTP/1.1 102 Processing\r\n\r\n");
    QTest::newRow("103") << QByteArray("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
    QTest::newRow("104") << QByteArray("HTTP/1.1 104 Upload Resumption Supported\r\nLocation: /u\r\n\r\n");
    QTest::newRow("several") << QByteArray(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 X\r\n\r\nHTTP/1.1 104 Y\r\n\r\n");
}

void TestCurlReply::interimAnswersAreNotTheAnswer()
{
    QFETCH(QByteArray, interim);
    ScriptServer server([&](Exchange &exchange) {
        if (exchange.isWhole())
            exchange.answer(interim + ScriptServer::ok("final"));
    });
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(server.url())));
    QCOMPARE(readWhole(reply.get()), QByteArray("final"));
    QCOMPARE(statusOf(*reply), 200);
    QVERIFY(!reply->hasRawHeader("Link") && !reply->hasRawHeader("Location"));
}

void TestCurlReply::repeatedHeadersAreCombined()
{
    ScriptServer server(ScriptServer::always(
        ScriptServer::ok("", "Warning: a\r\nWarning: b\r\nSet-Cookie: c=1\r\nSet-Cookie: d=2\r\n")));
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(server.url())));
    readWhole(reply.get());
    QCOMPARE(reply->rawHeader("Warning"), QByteArray("a, b"));
    QCOMPARE(reply->rawHeader("Set-Cookie"), QByteArray("c=1\nd=2"));
}

void TestCurlReply::timeouts_data()
{
    QTest::addColumn<net::TransportOptions>("options");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");

    net::TransportOptions stall;
    stall.stallTimeout = std::chrono::milliseconds(150);
    net::TransportOptions total;
    total.totalTimeout = std::chrono::milliseconds(150);
    QTest::newRow("no answer") << stall << QByteArray() << ErrorKind::Stalled;
    QTest::newRow("stalls in the head") << stall << QByteArray("HTTP/1.1 200 OK\r\n") << ErrorKind::Stalled;
    QTest::newRow("stalls in the body")
        << stall << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf") << ErrorKind::Stalled;
    QTest::newRow("whole request") << total << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")
                                   << ErrorKind::Timeout;
}

void TestCurlReply::timeouts()
{
    QFETCH(net::TransportOptions, options);
    QFETCH(QByteArray, answer);
    ScriptServer server([&](Exchange &exchange) {
        if (exchange.isWhole() && !answer.isEmpty())
            exchange.answer(answer);
    });
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(withTransport(server.url(), options)));
    readWhole(reply.get());
    QTEST(net::errorOf(*reply).kind, "kind");
    QCOMPARE(reply->error(), QNetworkReply::TimeoutError);
    // Qt's own knob does the same.
    QNetworkRequest request(server.url());
    request.setTransferTimeout(150);
    const std::unique_ptr<QNetworkReply> second(m_manager.get(request));
    readWhole(second.get());
    QCOMPARE(net::errorOf(*second).kind, ErrorKind::Stalled);
}

void TestCurlReply::answerMayBeLimited()
{
    ScriptServer server(ScriptServer::always(ScriptServer::ok(QByteArray(100'000, 'x'))));
    net::TransportOptions options;
    options.maxAnswerBytes = 99'999;
    const std::unique_ptr<QNetworkReply> tooLong(m_manager.get(withTransport(server.url(), options)));
    readWhole(tooLong.get());
    QCOMPARE(net::errorOf(*tooLong).kind, ErrorKind::TooLarge);
    options.maxAnswerBytes = 100'000;
    const std::unique_ptr<QNetworkReply> fits(m_manager.get(withTransport(server.url(), options)));
    QCOMPARE(readWhole(fits.get()).size(), 100'000);
    QCOMPARE(net::errorOf(*fits).kind, ErrorKind::None);
}

void TestCurlReply::readBufferHoldsTheServerBack()
{
    constexpr qint64 size = 3 * 1024 * 1024;
    QByteArray content(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        content[i] = static_cast<char>(i * 7 + i / 251);
    ScriptServer server(ScriptServer::always(ScriptServer::ok(content)));
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(server.url())));
    reply->setReadBufferSize(64 * 1024);
    QByteArray read;
    qint64 most = 0;
    connect(reply.get(), &QNetworkReply::readyRead, reply.get(), [&] {
        most = std::max(most, reply->bytesAvailable());
        // Reading later, as a slow consumer would: the reply must pause and go on by itself.
        QMetaObject::invokeMethod(
            reply.get(), [&] { read += reply->read(10'000); }, Qt::QueuedConnection);
    });
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    const auto drain = [&] {
        read += reply->read(200'000);
        return !finished.isEmpty() && reply->bytesAvailable() == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(drain(), 30'000);
    QCOMPARE(read.size(), size);
    QVERIFY(read == content);
    QVERIFY2(most < 1024 * 1024, qPrintable(QString::number(most)));
}

void TestCurlReply::timingsAreInOrder()
{
    ScriptServer server(ScriptServer::always(ScriptServer::ok()));
    const std::unique_ptr<QNetworkReply> reply(
        m_manager.post(QNetworkRequest(server.url()), QByteArray("body")));
    readWhole(reply.get());
    const auto timings = reply->attribute(net::phaseTimingsAttribute).value<net::PhaseTimings>();
    QVERIFY(timings.connect.count() > 0);
    QVERIFY(timings.connect >= timings.dns);
    QCOMPARE(timings.tls.count(), 0);
    QVERIFY(timings.sent >= timings.connect);
    QVERIFY(timings.firstByte >= timings.sent);
    QVERIFY(timings.total >= timings.firstByte);

    const std::unique_ptr<QNetworkReply> again(
        m_manager.post(QNetworkRequest(server.url()), QByteArray("body")));
    readWhole(again.get());
    QCOMPARE(server.connections(), 1);
    const auto reused = again->attribute(net::phaseTimingsAttribute).value<net::PhaseTimings>();
    QCOMPARE(reused.connect.count(), 0);
    QVERIFY(reused.total.count() > 0);
}

// A server may refuse and never send the text that it has announced.
void TestCurlReply::headIsKnownBeforeItsText()
{
    ScriptServer server([](Exchange &exchange) {
        if (exchange.isWhole())
            exchange.answer("HTTP/1.1 413 Too Large\r\nContent-Length: 30\r\n\r\n");
    });
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(server.url())));
    QSignalSpy meta(reply.get(), &QNetworkReply::metaDataChanged);
    QVERIFY(meta.wait(20'000));
    QVERIFY(!reply->isFinished());
    QCOMPARE(statusOf(*reply), 413);
}

QTEST_GUILESS_MAIN(TestCurlReply)
#include "tst_curlreply.moc"
