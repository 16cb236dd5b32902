// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/net/endpoint.h"
#include "core/net/networkerror.h"
#include "tests/net/replies.h"
#include "tests/net/scriptserver.h"

#include <QBuffer>
#include <QHttpMultiPart>
#include <QNetworkReply>
#include <QTemporaryFile>
#include <QTest>
#include <QTimer>

using base::ErrorKind;
using Exchange = ScriptServer::Exchange;
using replies::waitFor;

namespace {

/// A pipe: what is pushed can be read, in the same thread.
class Pipe final : public QIODevice
{
public:
    Pipe() { open(ReadOnly | Unbuffered); }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_isClosed && m_data.isEmpty(); }
    void push(const QByteArray &data)
    {
        m_data += data;
        Q_EMIT readyRead();
    }
    void end()
    {
        m_isClosed = true;
        Q_EMIT readyRead();
    }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        if (m_data.isEmpty())
            return m_isClosed ? -1 : 0;
        const qint64 bytes = std::min<qint64>(size, m_data.size());
        std::copy_n(m_data.constData(), bytes, data);
        m_data.remove(0, bytes);
        return bytes;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_data;
    bool m_isClosed = false;
};

QByteArray pattern(qsizetype size)
{
    QByteArray data(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        data[i] = static_cast<char>(i * 31 + i / 509);
    return data;
}

} // namespace

/// What happens to the body of a request: exact bytes, once, in constant memory.
class TestCurlReplyBody final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreExact_data();
    void bytesAreExact();
    void multipart();
    void sequentialIsChunked();
    void declaredSequentialHasALength();
    void bodyThatEndsEarlyBreaksTheExchange();
    void progressGrowsAndEnds();
    void earlyAnswerWins_data();
    void earlyAnswerWins();
    void earlySuccessIsNone_data();
    void earlySuccessIsNone();
    void brokenKeptConnectionIsNotRetried_data();
    void brokenKeptConnectionIsNotRetried();
    void idleConnectionClosedByTheServerIsNoticed();

private:
    net::CurlAccessManager m_manager;
};

void TestCurlReplyBody::bytesAreExact_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {0, 1, 16'383, 16'384, 65'536, 524'288, 524'289, 5'000'011})
        QTest::newRow(qPrintable(QString::number(size))) << size;
}

void TestCurlReplyBody::bytesAreExact()
{
    QFETCH(qsizetype, size);
    const QByteArray data = pattern(size);
    ScriptServer server(ScriptServer::always(ScriptServer::ok()));
    for (const char *verb : {"POST", "PUT"}) {
        QBuffer device;
        device.setData(data);
        QVERIFY(device.open(QIODevice::ReadOnly));
        const QNetworkRequest request(server.url());
        const bool isPut = qstrcmp(verb, "PUT") == 0;
        const std::unique_ptr<QNetworkReply> reply(isPut ? m_manager.put(request, &device)
                                                         : m_manager.post(request, &device));
        QVERIFY(waitFor(reply.get()));
        QCOMPARE(net::errorOf(*reply).kind, ErrorKind::None);
        const QByteArray received = server.requests().constLast();
        QVERIFY(received.startsWith(verb));
        const qsizetype head = received.indexOf("\r\n\r\n") + 4;
        QCOMPARE(received.size() - head, size);
        QVERIFY(received.mid(head) == data);
        const QByteArray length = "Content-Length: " + QByteArray::number(size) + "\r\n";
        QVERIFY(received.contains(length));
    }
}

void TestCurlReplyBody::multipart()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    const QByteArray data = pattern(300'000);
    QCOMPARE(file.write(data), data.size());
    QVERIFY(file.flush() && file.seek(0));
    QHttpMultiPart multiPart(QHttpMultiPart::FormDataType);
    multiPart.setBoundary("boundaryOfTheTest");
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentDispositionHeader, QByteArray("form-data; name=\"file\""));
    part.setBodyDevice(&file);
    multiPart.append(part);
    ScriptServer server(ScriptServer::always(ScriptServer::ok()));
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(QNetworkRequest(server.url()), &multiPart));
    QVERIFY(waitFor(reply.get()));
    const QByteArray received = server.requests().constLast();
    QVERIFY(received.contains("multipart/form-data; boundary=\"boundaryOfTheTest\"\r\n"));
    const QByteArray expected
        = "\r\n\r\n--boundaryOfTheTest\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + data
        + "\r\n--boundaryOfTheTest--\r\n";
    QVERIFY(received.endsWith(expected));
}

void TestCurlReplyBody::sequentialIsChunked()
{
    ScriptServer server(ScriptServer::always(ScriptServer::ok()));
    Pipe pipe;
    QNetworkRequest request(server.url());
    // Qt itself would hold a sequential body in memory until its end unless told not to.
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(request, &pipe));
    QTRY_COMPARE(server.connections(), 1);
    pipe.push("first");
    QTest::qWait(0);
    pipe.push("second");
    QTest::qWait(0);
    pipe.end();
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::None);
    const QByteArray received = server.requests().constLast();
    QVERIFY(received.contains("Transfer-Encoding: chunked\r\n"));
    QVERIFY(!received.contains("Content-Length"));
    QCOMPARE(received.count("first"), 1);
    QCOMPARE(received.count("second"), 1);
    QVERIFY(received.endsWith("0\r\n\r\n"));
}

void TestCurlReplyBody::declaredSequentialHasALength()
{
    ScriptServer server(ScriptServer::always(ScriptServer::ok()));
    Pipe pipe;
    QNetworkRequest request(server.url());
    request.setHeader(QNetworkRequest::ContentLengthHeader, 6);
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(request, &pipe));
    pipe.push("abc");
    QTRY_COMPARE(server.connections(), 1);
    pipe.push("def");
    pipe.end();
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::None);
    QVERIFY(server.requests().constLast().contains("Content-Length: 6\r\n"));
    QVERIFY(server.requests().constLast().endsWith("\r\n\r\nabcdef"));
}

void TestCurlReplyBody::bodyThatEndsEarlyBreaksTheExchange()
{
    QByteArray received;
    ScriptServer server([&](Exchange &exchange) { received = exchange.received; });
    Pipe pipe;
    QNetworkRequest request(server.url());
    request.setHeader(QNetworkRequest::ContentLengthHeader, 600'000);
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(request, &pipe));
    const QByteArray data = pattern(400'000);
    pipe.push(data);
    pipe.end();
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::FileUnreadable);
    QTest::qWait(50); // whatever is still on its way may arrive
    const QByteArray body = received.mid(received.indexOf("\r\n\r\n") + 4);
    QVERIFY(data.startsWith(body)); // nothing but the device's own bytes, nothing padded
}

void TestCurlReplyBody::progressGrowsAndEnds()
{
    ScriptServer server(ScriptServer::always(ScriptServer::ok()));
    QBuffer device;
    device.setData(pattern(20'000'000));
    QVERIFY(device.open(QIODevice::ReadOnly));
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(QNetworkRequest(server.url()), &device));
    QList<std::pair<qint64, qint64>> seen;
    connect(reply.get(), &QNetworkReply::uploadProgress, this, [&seen](qint64 sent, qint64 total) {
        seen.append({sent, total});
    });
    QVERIFY(waitFor(reply.get()));
    QVERIFY(!seen.isEmpty());
    qint64 last = 0;
    for (const auto &[sent, total] : std::as_const(seen)) {
        QVERIFY(sent > last);
        QCOMPARE(total, 20'000'000);
        last = sent;
    }
    QCOMPARE(last, 20'000'000);
}

void TestCurlReplyBody::earlyAnswerWins_data()
{
    QTest::addColumn<QString>("then");
    QTest::newRow("keeps the connection") << QStringLiteral("keep");
    QTest::newRow("closes") << QStringLiteral("close");
}

void TestCurlReplyBody::earlyAnswerWins()
{
    QFETCH(QString, then);
    ScriptServer server([&](Exchange &exchange) {
        if (!exchange.hasHead() || exchange.isAnswered)
            return;
        exchange.socket.setReadBufferSize(1); // reads no more
        exchange.answer("HTTP/1.1 413 Request Entity Too Large\r\nContent-Length: 12\r\n\r\nlimit is 1 M");
        if (then == QLatin1String("close"))
            exchange.close();
    });
    QBuffer device;
    device.setData(QByteArray(64 * 1024 * 1024, 'x'));
    QVERIFY(device.open(QIODevice::ReadOnly));
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(QNetworkRequest(server.url()), &device));
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(reply->readAll(), QByteArray("limit is 1 M"));
    const base::Error error = net::errorOf(*reply);
    QCOMPARE(error.kind, ErrorKind::HttpStatus);
    QCOMPARE(error.httpStatus, 413);
    QVERIFY2(device.pos() < device.size(), "the rest of the body was not even read");
    QCOMPARE(server.connections(), 1);
}

void TestCurlReplyBody::earlySuccessIsNone_data()
{
    QTest::addColumn<QString>("then");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<ErrorKind>("kind");
    constexpr qint64 large = 16 * 1024 * 1024; // more than any buffer between here and there
    QTest::newRow("takes the rest") << QStringLiteral("read") << large << ErrorKind::None;
    QTest::newRow("says that it closes") << QStringLiteral("announce") << large << ErrorKind::AnsweredEarly;
    QTest::newRow("closes") << QStringLiteral("close") << large << ErrorKind::AnsweredEarly;
    QTest::newRow("resets") << QStringLiteral("reset") << large << ErrorKind::AnsweredEarly;
    QTest::newRow("says that it closes, but all is on its way")
        << QStringLiteral("announce") << qint64(1000) << ErrorKind::None;
}

void TestCurlReplyBody::earlySuccessIsNone()
{
    QFETCH(const QString, then);
    QFETCH(const qint64, size);
    ScriptServer server([&](Exchange &exchange) {
        if (!exchange.hasHead() || exchange.isAnswered)
            return;
        const bool isAnnounced = then == QLatin1String("announce");
        exchange.answer(QByteArray("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n")
                        + (isAnnounced ? "Connection: close\r\n" : "") + "\r\nok");
        if (then != QLatin1String("read"))
            exchange.socket.setReadBufferSize(1); // reads no more
        exchange.socket.flush();
        if (then == QLatin1String("close"))
            exchange.close();
        else if (then == QLatin1String("reset"))
            QTimer::singleShot(200, &exchange.socket, [&exchange] { exchange.reset(); });
    });
    QBuffer device;
    device.setData(QByteArray(size, 'x'));
    QVERIFY(device.open(QIODevice::ReadOnly));
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(QNetworkRequest(server.url()), &device));
    QVERIFY(waitFor(reply.get()));
    const base::Error error = net::errorOf(*reply);
    QTEST(error.kind, "kind");
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 201);
    if (error.kind == ErrorKind::AnsweredEarly) {
        QCOMPARE(error.httpStatus, 201);
        QVERIFY2(error.message.contains(QStringLiteral("of %1 bytes").arg(size)), qPrintable(error.message));
    }
}

void TestCurlReplyBody::brokenKeptConnectionIsNotRetried_data()
{
    QTest::addColumn<bool>("isReset");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

void TestCurlReplyBody::brokenKeptConnectionIsNotRetried()
{
    QFETCH(bool, isReset);
    int heads = 0;
    ScriptServer server([&](Exchange &exchange) {
        if (!exchange.isWhole())
            return;
        if (++heads == 1) {
            exchange.answer(ScriptServer::ok());
            return;
        }
        isReset ? exchange.reset() : exchange.close(); // took the whole upload, then broke
    });
    const auto post = [&] {
        return std::unique_ptr<QNetworkReply>(
            m_manager.post(QNetworkRequest(server.url()), QByteArray(1000, 'x')));
    };
    const auto first = post();
    QVERIFY(waitFor(first.get()));
    QCOMPARE(net::errorOf(*first).kind, ErrorKind::None);
    const auto second = post();
    QVERIFY(waitFor(second.get()));
    QCOMPARE(net::errorOf(*second).kind, ErrorKind::ConnectionReset);
    QVERIFY2(!net::errorOf(*second).message.contains(QStringLiteral("again")),
             "whether it was is not known here");
    QTest::qWait(50); // a repetition would arrive now
    QCOMPARE(heads, 2);
}

void TestCurlReplyBody::idleConnectionClosedByTheServerIsNoticed()
{
    ScriptServer server([](Exchange &exchange) {
        if (!exchange.isWhole())
            return;
        exchange.answer(ScriptServer::ok());
        exchange.close();
    });
    for (int i = 0; i < 5; ++i) {
        const std::unique_ptr<QNetworkReply> reply(
            m_manager.post(QNetworkRequest(server.url()), QByteArray(1000, 'x')));
        QVERIFY(waitFor(reply.get()));
        QCOMPARE(net::errorOf(*reply).kind, ErrorKind::None);
        QTest::qWait(10); // its FIN arrives while nothing is under way
    }
    QCOMPARE(server.requests().size(), 5);
}

QTEST_GUILESS_MAIN(TestCurlReplyBody)
#include "tst_curlreply_body.moc"
