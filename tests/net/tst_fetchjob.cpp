// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/net/fetchjob.h"
#include "tests/net/scriptserver.h"

#include <QTcpSocket>
#include <QTest>

using base::ErrorKind;
using Exchange = ScriptServer::Exchange;
using namespace std::chrono_literals;

class TestFetchJob final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsBackWhatItGot();
    void anyStatusIsAResult();
    void failures_data();
    void failures();
    void destroyedInSilence();
    void endlessPageIsCutOff();

private:
    base::Result<net::Fetched> fetch(const QUrl &url, net::FetchJob::Limits limits = {});

    net::CurlAccessManager m_manager;
};

base::Result<net::Fetched> TestFetchJob::fetch(const QUrl &url, net::FetchJob::Limits limits)
{
    net::Endpoint endpoint;
    endpoint.url = url;
    net::FetchJob job(m_manager, endpoint, url, limits);
    std::optional<base::Result<net::Fetched>> result;
    connect(&job, &net::FetchJob::finished, this, [&](const base::Result<net::Fetched> &r) {
        Q_ASSERT(!result);
        result = r;
    });
    job.start("text/plain");
    if (result)
        return base::Error{ErrorKind::Internal, QStringLiteral("finished from within start()"), 0, {}};
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 20'000))
        return base::Error{ErrorKind::Internal, QStringLiteral("never finished"), 0, {}};
    return *result;
}

void TestFetchJob::bringsBackWhatItGot()
{
    ScriptServer server(
        ScriptServer::always(ScriptServer::ok("a 1\n", "Content-Type: text/plain; version=0.0.4\r\n")));
    const auto result = fetch(server.url(QStringLiteral("/metrics")));
    QVERIFY(result.ok());
    QCOMPARE(result->httpStatus, 200);
    QCOMPARE(result->body, QByteArray("a 1\n"));
    QCOMPARE(result->contentType, QByteArray("text/plain; version=0.0.4"));
    QCOMPARE(result->url, server.url(QStringLiteral("/metrics")));
    QVERIFY(result->elapsed.count() > 0);
    QVERIFY(server.requests().constLast().contains("Accept: text/plain\r\n"));
}

void TestFetchJob::anyStatusIsAResult()
{
    ScriptServer server(ScriptServer::always("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno"));
    const auto result = fetch(server.url());
    QVERIFY(result.ok());
    QCOMPARE(result->httpStatus, 404);
    QCOMPARE(result->body, QByteArray("no"));
}

void TestFetchJob::failures_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no answer in time") << QByteArray() << ErrorKind::Timeout;
    QTest::newRow("too large") << ScriptServer::ok(QByteArray(2000, 'x')) << ErrorKind::TooLarge;
    QTest::newRow("not http") << QByteArray("220 mail ready\r\n\r\n") << ErrorKind::Protocol;
}

void TestFetchJob::failures()
{
    QFETCH(QByteArray, answer);
    ScriptServer server([&](Exchange &exchange) {
        if (exchange.isWhole() && !answer.isEmpty()) {
            exchange.answer(answer);
            exchange.close();
        }
    });
    const auto result = fetch(server.url(), {300ms, 1000});
    QVERIFY(!result.ok());
    QTEST(result.error().kind, "kind");
    QVERIFY(!result.error().message.isEmpty());
}

void TestFetchJob::destroyedInSilence()
{
    ScriptServer server([](Exchange &) {});
    net::Endpoint endpoint;
    int finished = 0;
    {
        net::FetchJob job(m_manager, endpoint, server.url(), {});
        connect(&job, &net::FetchJob::finished, this, [&] { ++finished; });
        job.start();
        QTRY_COMPARE(server.connections(), 1);
    }
    QTest::qWait(20);
    QCOMPARE(finished, 0);
}

void TestFetchJob::endlessPageIsCutOff()
{
    qint64 written = 0;
    ScriptServer server([&](Exchange &exchange) {
        if (!exchange.isWhole())
            return;
        exchange.answer("HTTP/1.1 200 OK\r\n\r\n");
        QTcpSocket *socket = &exchange.socket;
        const auto more = [&written, socket] {
            if (written < 512LL * 1024 * 1024)
                written += socket->write(QByteArray(256 * 1024, 'm'));
        };
        connect(socket, &QTcpSocket::bytesWritten, socket, more);
        more();
    });
    const auto result = fetch(server.url(), {10s, 1024 * 1024});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, ErrorKind::TooLarge);
    QVERIFY(written < 64 * 1024 * 1024);
}

QTEST_GUILESS_MAIN(TestFetchJob)
#include "tst_fetchjob.moc"
