// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/net/endpoint.h"
#include "core/net/networkerror.h"
#include "tests/net/replies.h"
#include "tests/net/scriptserver.h"

#include <QBuffer>
#include <QHttpMultiPart>
#include <QNetworkReply>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using base::ErrorKind;
using Exchange = ScriptServer::Exchange;
using replies::waitFor;

/// Redirects over a real connection; the decision table itself is tested in tst_redirect.
class TestCurlReplyRedirect final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void get();
    void uploadIsNeverTurnedIntoAGet_data();
    void uploadIsNeverTurnedIntoAGet();
    void uploadIsRepeatedOnlyIfAllowed_data();
    void uploadIsRepeatedOnlyIfAllowed();
    void multipartIsRepeatedWhole();
    void bodyThatCannotBeReadTwice();
    void credentialsStayWithTheirOrigin();
    void credentialsOfTheUrlAreSent();
    void credentialsOfTheUrlStayWithinTheOrigin();
    void manualPolicyDeliversTheAnswer();
    void asksBeforeFollowing_data();
    void asksBeforeFollowing();
    void loopEnds();
    void abortInRedirectedSlot();
    void timeLimitIsForAllHops();
    void statusWithoutLocationIsAnError();
    void replyMayGoWhenARedirectIsRefused();

private:
    net::CurlAccessManager m_manager;
};

static ScriptServer::Script redirectOnce(int status, const QByteArray &location)
{
    return [status, location](Exchange &exchange) {
        if (!exchange.isWhole())
            return;
        if (exchange.received.contains(" /there "))
            exchange.answer(ScriptServer::ok("arrived"));
        else
            exchange.answer("HTTP/1.1 " + QByteArray::number(status) + " Moved\r\nLocation: " + location
                            + "\r\nContent-Length: 9\r\n\r\ngo there!");
    };
}

static QNetworkRequest requestFor(const QUrl &url, bool mayResend)
{
    net::Endpoint endpoint;
    endpoint.url = url;
    endpoint.transport.resendBodyOnRedirect = mayResend;
    return endpoint.request();
}

void TestCurlReplyRedirect::get()
{
    ScriptServer server(redirectOnce(302, "/there"));
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(server.url())));
    QSignalSpy redirected(reply.get(), &QNetworkReply::redirected);
    QSignalSpy meta(reply.get(), &QNetworkReply::metaDataChanged);
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(reply->readAll(), QByteArray("arrived"));
    QCOMPARE(reply->url(), server.url(QStringLiteral("/there")));
    QCOMPARE(redirected.size(), 1);
    QCOMPARE(meta.size(), 1);
    QVERIFY(!reply->attribute(QNetworkRequest::RedirectionTargetAttribute).isValid());
}

void TestCurlReplyRedirect::uploadIsNeverTurnedIntoAGet_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303})
        QTest::newRow(qPrintable(QString::number(status))) << status;
}

void TestCurlReplyRedirect::uploadIsNeverTurnedIntoAGet()
{
    QFETCH(int, status);
    ScriptServer server(redirectOnce(status, "/there"));
    const std::unique_ptr<QNetworkReply> reply(
        m_manager.post(requestFor(server.url(), true), QByteArray("upload")));
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::RedirectRefused);
    QCOMPARE(net::errorOf(*reply).httpStatus, status);
    QCOMPARE(server.requests().size(), 1);
}

void TestCurlReplyRedirect::uploadIsRepeatedOnlyIfAllowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isAllowed");
    for (const int status : {307, 308}) {
        QTest::addRow("%d allowed", status) << status << true;
        QTest::addRow("%d not allowed", status) << status << false;
    }
}

void TestCurlReplyRedirect::uploadIsRepeatedOnlyIfAllowed()
{
    QFETCH(int, status);
    QFETCH(bool, isAllowed);
    ScriptServer server(redirectOnce(status, "/there"));
    QBuffer device;
    device.setData(QByteArray(200'000, 'u'));
    QVERIFY(device.open(QIODevice::ReadOnly));
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(requestFor(server.url(), isAllowed), &device));
    QVERIFY(waitFor(reply.get()));
    if (!isAllowed) {
        QCOMPARE(net::errorOf(*reply).kind, ErrorKind::RedirectRefused);
        QCOMPARE(server.requests().size(), 1);
        return;
    }
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::None);
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(server.requests().constLast().startsWith("POST /there HTTP/1.1"));
    const QByteArray expected = "\r\n\r\n" + device.data();
    QVERIFY(server.requests().constLast().endsWith(expected));
}

void TestCurlReplyRedirect::multipartIsRepeatedWhole()
{
    ScriptServer server(redirectOnce(307, "/there"));
    QBuffer device;
    device.setData(QByteArray(150'000, 'm'));
    QVERIFY(device.open(QIODevice::ReadOnly));
    QHttpMultiPart multiPart(QHttpMultiPart::FormDataType);
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentDispositionHeader, QByteArray("form-data; name=\"file\""));
    part.setBodyDevice(&device);
    multiPart.append(part);
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(requestFor(server.url(), true), &multiPart));
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::None);
    QCOMPARE(server.requests().size(), 2);
    const auto body = [](const QByteArray &request) { return request.mid(request.indexOf("\r\n\r\n")); };
    QVERIFY(body(server.requests().constLast()).contains(device.data()));
    QVERIFY(body(server.requests().constFirst()) == body(server.requests().constLast()));
}

void TestCurlReplyRedirect::bodyThatCannotBeReadTwice()
{
    class Once final : public QBuffer
    {
    public:
        [[nodiscard]] bool isSequential() const override { return true; }
        [[nodiscard]] qint64 size() const override { return 0; }
    };
    ScriptServer server(redirectOnce(307, "/there"));
    Once device;
    device.setData("once");
    QVERIFY(device.open(QIODevice::ReadOnly));
    QNetworkRequest request = requestFor(server.url(), true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, 4);
    const std::unique_ptr<QNetworkReply> reply(m_manager.post(request, &device));
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::RedirectRefused);
    QCOMPARE(server.requests().size(), 1);
}

void TestCurlReplyRedirect::credentialsStayWithTheirOrigin()
{
    ScriptServer other(ScriptServer::always(ScriptServer::ok("arrived")));
    ScriptServer server(redirectOnce(307, other.url(QStringLiteral("/there")).toEncoded()));
    net::Endpoint endpoint;
    endpoint.url = server.url();
    endpoint.headers = {{"Authorization", "Bearer secret1"},
                        {"Cookie", "session=secret2"},
                        {"X-Api-Key", "secret3"},
                        {"X-Tenant", "secret4"}, // only the user knows
                        {"X-Other", "kept"}};
    endpoint.transport.secretHeaders = {"x-tenant"};
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(endpoint.request()));
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(reply->readAll(), QByteArray("arrived"));
    for (const char *secret : {"Authorization: Bearer secret1", "session=secret2", "secret3", "secret4"})
        QVERIFY2(server.requests().constFirst().contains(secret), secret);
    QVERIFY(!other.requests().constFirst().contains("secret"));
    QVERIFY(other.requests().constFirst().contains("X-Other: kept"));
}

void TestCurlReplyRedirect::credentialsOfTheUrlAreSent()
{
    ScriptServer other(ScriptServer::always(ScriptServer::ok("arrived")));
    ScriptServer server(redirectOnce(307, other.url(QStringLiteral("/there")).toEncoded()));
    QUrl url = server.url();
    url.setUserName(QStringLiteral("ann"));
    url.setPassword(QStringLiteral("a:b@c%"));
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(url)));
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(reply->readAll(), QByteArray("arrived"));
    QVERIFY(server.requests().constFirst().contains(
        QByteArray("Authorization: Basic " + QByteArray("ann:a:b@c%").toBase64())));
    QVERIFY(!other.requests().constFirst().contains("Authorization"));
}

void TestCurlReplyRedirect::credentialsOfTheUrlStayWithinTheOrigin()
{
    ScriptServer server([&server](Exchange &exchange) {
        redirectOnce(307,
                     server.url(QStringLiteral("/there")).toEncoded())(exchange); // in full, without a user
    });
    QUrl url = server.url();
    url.setUserName(QStringLiteral("ann"));
    url.setPassword(QStringLiteral("a:b@c%"));
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(url)));
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(reply->readAll(), QByteArray("arrived"));
    QCOMPARE(server.requests().size(), 2);
    QVERIFY2(server.requests().constLast().contains(
                 QByteArray("Authorization: Basic " + QByteArray("ann:a:b@c%").toBase64())),
             server.requests().constLast().constData());
}

void TestCurlReplyRedirect::manualPolicyDeliversTheAnswer()
{
    ScriptServer server(redirectOnce(302, "/there"));
    QNetworkRequest request(server.url());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(request));
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::None);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 302);
    QCOMPARE(reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl(),
             QUrl(QStringLiteral("/there")));
    QCOMPARE(reply->readAll(), QByteArray("go there!"));
}

void TestCurlReplyRedirect::asksBeforeFollowing_data()
{
    QTest::addColumn<bool>("isAtOnce");
    QTest::addRow("allowed in the slot") << true;
    QTest::addRow("allowed later") << false;
}

void TestCurlReplyRedirect::asksBeforeFollowing()
{
    QFETCH(bool, isAtOnce);
    ScriptServer server(redirectOnce(302, "/there"));
    QNetworkRequest request(server.url());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::UserVerifiedRedirectPolicy);
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(request));
    QSignalSpy redirected(reply.get(), &QNetworkReply::redirected);
    if (isAtOnce) {
        connect(reply.get(), &QNetworkReply::redirected, reply.get(), &QNetworkReply::redirectAllowed);
    } else {
        QTRY_COMPARE(redirected.size(), 1);
        QTest::qWait(50);
        QVERIFY(!reply->isFinished());
        QCOMPARE(server.requests().size(), 1);
        Q_EMIT reply->redirectAllowed();
        Q_EMIT reply->redirectAllowed(); // once is enough
    }
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(reply->readAll(), QByteArray("arrived"));
    QCOMPARE(redirected.size(), 1);
    QCOMPARE(server.requests().size(), 2);
}

void TestCurlReplyRedirect::loopEnds()
{
    ScriptServer server(redirectOnce(302, "/again"));
    QNetworkRequest request(server.url());
    request.setMaximumRedirectsAllowed(7);
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(request));
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::TooManyRedirects);
    QCOMPARE(server.requests().size(), 8);
}

void TestCurlReplyRedirect::abortInRedirectedSlot()
{
    ScriptServer server(redirectOnce(302, "/there"));
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(server.url())));
    connect(reply.get(), &QNetworkReply::redirected, reply.get(), [&] { reply->abort(); });
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::Cancelled);
    QTest::qWait(50);
    QCOMPARE(server.requests().size(), 1);
}

void TestCurlReplyRedirect::timeLimitIsForAllHops()
{
    ScriptServer server([](Exchange &exchange) {
        if (!exchange.isWhole())
            return;
        QTimer::singleShot(100, &exchange.socket, [socket = &exchange.socket] {
            socket->write(
                "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    net::Endpoint endpoint;
    endpoint.url = server.url();
    endpoint.transport.totalTimeout = std::chrono::milliseconds(350);
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(endpoint.request()));
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::Timeout);
}

void TestCurlReplyRedirect::statusWithoutLocationIsAnError()
{
    ScriptServer server(ScriptServer::always("HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\n\r\n"));
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(QNetworkRequest(server.url())));
    QVERIFY(waitFor(reply.get()));
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::HttpStatus);
    QCOMPARE(net::errorOf(*reply).httpStatus, 304);
}

void TestCurlReplyRedirect::replyMayGoWhenARedirectIsRefused()
{
    ScriptServer server(redirectOnce(302, "/there"));
    QBuffer body;
    body.setData("file");
    body.open(QIODevice::ReadOnly);
    QNetworkRequest request(server.url());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("text/plain"));
    QPointer<QNetworkReply> reply = m_manager.post(request, &body);
    connect(reply, &QNetworkReply::metaDataChanged, reply, [&] { delete reply; });
    QTRY_VERIFY(!reply);
}

QTEST_GUILESS_MAIN(TestCurlReplyRedirect)
#include "tst_curlreply_redirect.moc"
