// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlaccessmanager.h"
#include "core/net/networkerror.h"
#include "core/net/phasetimings.h"
#include "tests/net/scriptserver.h"

#include <QBuffer>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using base::ErrorKind;
using Exchange = ScriptServer::Exchange;

/// Abort and destruction at every moment a slot can run.
class TestCurlReplyLifetime final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void abortIsSynchronousAndIdempotent();
    void abortedUploadHasItsTimings();
    void inSlot_data();
    void inSlot();
    void destroyedWhileRunning();
    void deviceDestroyedWhileRunning();
    void managerDestroyedWhileRunning();
    void manyAtOnce();
    void abortHundredsAtOnce();
};

/// Answers in two pieces so that every signal of a reply fires.
static void answerSlowly(Exchange &exchange)
{
    if (exchange.isWhole())
        exchange.answer(ScriptServer::ok(QByteArray(100'000, 'a')));
}

void TestCurlReplyLifetime::abortIsSynchronousAndIdempotent()
{
    ScriptServer server([](Exchange &) {});
    net::CurlAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(manager.get(QNetworkRequest(server.url())));
    QTRY_COMPARE(server.connections(), 1);
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QSignalSpy errors(reply.get(), &QNetworkReply::errorOccurred);
    reply->abort();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(net::errorOf(*reply).kind, ErrorKind::Cancelled);
    QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
    reply->abort();
    reply->close();
    QTest::qWait(20);
    QCOMPARE(finished.size(), 1);
}

void TestCurlReplyLifetime::abortedUploadHasItsTimings()
{
    ScriptServer server([](Exchange &) {});
    net::CurlAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(
        manager.post(QNetworkRequest(server.url()), QByteArray(100'000, 'a')));
    QSignalSpy progress(reply.get(), &QNetworkReply::uploadProgress);
    QVERIFY(progress.wait(20'000));
    reply->abort();
    const auto timings = reply->attribute(net::phaseTimingsAttribute).value<net::PhaseTimings>();
    QVERIFY(timings.connect.count() > 0);
    QVERIFY(timings.total >= timings.connect);
}

void TestCurlReplyLifetime::inSlot_data()
{
    QTest::addColumn<QString>("signal");
    QTest::addColumn<QString>("action");
    for (const char *signal :
         {"uploadProgress", "metaDataChanged", "readyRead", "downloadProgress", "finished"}) {
        for (const char *action : {"abort", "delete", "deleteLater", "close"})
            QTest::addRow("%s in %s", action, signal)
                << QString::fromLatin1(signal) << QString::fromLatin1(action);
    }
}

void TestCurlReplyLifetime::inSlot()
{
    QFETCH(QString, signal);
    QFETCH(QString, action);
    ScriptServer server(answerSlowly);
    net::CurlAccessManager manager;
    QBuffer device;
    device.setData(QByteArray(1'000'000, 'x'));
    QVERIFY(device.open(QIODevice::ReadOnly));
    // A second request shares the engine and must not notice.
    const std::unique_ptr<QNetworkReply> bystander(manager.get(QNetworkRequest(server.url())));
    QPointer<QNetworkReply> reply = manager.post(QNetworkRequest(server.url()), &device);
    int finished = 0;
    bool isDone = false;
    connect(reply, &QNetworkReply::finished, this, [&] { ++finished; });
    const auto act = [&] {
        if (std::exchange(isDone, true))
            return;
        if (action == QLatin1String("abort"))
            reply->abort();
        else if (action == QLatin1String("close"))
            reply->close();
        else if (action == QLatin1String("deleteLater"))
            reply->deleteLater();
        else
            delete reply.data();
    };
    if (signal == QLatin1String("uploadProgress"))
        connect(reply, &QNetworkReply::uploadProgress, this, act);
    else if (signal == QLatin1String("metaDataChanged"))
        connect(reply, &QNetworkReply::metaDataChanged, this, act);
    else if (signal == QLatin1String("readyRead"))
        connect(reply, &QNetworkReply::readyRead, this, act);
    else if (signal == QLatin1String("downloadProgress"))
        connect(reply, &QNetworkReply::downloadProgress, this, act);
    else
        connect(reply, &QNetworkReply::finished, this, act);
    QTRY_VERIFY_WITH_TIMEOUT(isDone, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(bystander->isFinished(), 20'000);
    QCOMPARE(net::errorOf(*bystander).kind, ErrorKind::None);
    QTest::qWait(20);
    if (action == QLatin1String("abort") || action == QLatin1String("close"))
        QCOMPARE(finished, 1);
    else
        QVERIFY(finished <= 1);
    delete reply.data();
}

void TestCurlReplyLifetime::destroyedWhileRunning()
{
    ScriptServer server([](Exchange &) {});
    net::CurlAccessManager manager;
    QNetworkReply *reply = manager.get(QNetworkRequest(server.url()));
    QSignalSpy finished(reply, &QNetworkReply::finished);
    QTRY_COMPARE(server.connections(), 1);
    delete reply;
    QTest::qWait(20);
    QCOMPARE(finished.size(), 0);
}

void TestCurlReplyLifetime::deviceDestroyedWhileRunning()
{
    ScriptServer server([](Exchange &exchange) { exchange.socket.setReadBufferSize(1); });
    net::CurlAccessManager manager;
    auto device = std::make_unique<QBuffer>();
    device->setData(QByteArray(64 * 1024 * 1024, 'x'));
    QVERIFY(device->open(QIODevice::ReadOnly));
    const std::unique_ptr<QNetworkReply> reply(manager.post(QNetworkRequest(server.url()), device.get()));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QTRY_VERIFY(device->pos() > 0);
    device.reset();
    server.close();
    for (QTcpSocket *socket : server.findChildren<QTcpSocket *>())
        delete socket;
    QVERIFY(finished.size() == 1 || finished.wait(20'000));
    QVERIFY(net::errorOf(*reply).kind != ErrorKind::None);
}

void TestCurlReplyLifetime::managerDestroyedWhileRunning()
{
    ScriptServer server([](Exchange &) {});
    auto manager = std::make_unique<net::CurlAccessManager>();
    QPointer<QNetworkReply> first = manager->get(QNetworkRequest(server.url()));
    QPointer<QNetworkReply> second = manager->post(QNetworkRequest(server.url()), QByteArray("x"));
    QTRY_COMPARE(server.connections(), 2);
    manager.reset();
    QVERIFY(!first && !second);
}

void TestCurlReplyLifetime::manyAtOnce()
{
    ScriptServer server(answerSlowly);
    net::CurlAccessManager manager;
    int good = 0;
    int open = 200;
    for (int i = 0; i < 200; ++i) {
        QNetworkReply *reply = manager.post(QNetworkRequest(server.url()), QByteArray(10'000, 'x'));
        connect(reply, &QNetworkReply::finished, this, [&, reply] {
            --open;
            const base::Error error = net::errorOf(*reply);
            good += error.kind == ErrorKind::None && reply->readAll().size() == 100'000;
            if (error.kind != ErrorKind::None)
                qWarning() << error.kind << error.message << error.detail;
            reply->deleteLater();
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(open, 0, 60'000);
    QCOMPARE(good, 200);
}

void TestCurlReplyLifetime::abortHundredsAtOnce()
{
    ScriptServer server([](Exchange &) {});
    net::CurlAccessManager manager;
    QList<QNetworkReply *> replies;
    int finished = 0;
    for (int i = 0; i < 300; ++i) {
        replies << manager.post(QNetworkRequest(server.url()), QByteArray(100, 'x'));
        connect(replies.constLast(), &QNetworkReply::finished, this, [&] { ++finished; });
    }
    QTRY_VERIFY(server.connections() > 50);
    for (QNetworkReply *reply : std::as_const(replies))
        reply->abort();
    QCOMPARE(finished, 300);
}

QTEST_GUILESS_MAIN(TestCurlReplyLifetime)
#include "tst_curlreply_lifetime.moc"
