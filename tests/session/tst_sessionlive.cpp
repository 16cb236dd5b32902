// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/net/curlaccessmanager.h"
#include "core/session/session.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testfiles.h"

#include <QTest>
#include <QThread>

using namespace std::chrono_literals;
using metrics::Role;
using session::MarkKind;
using session::Session;
using session::SharedSnapshot;

/// The two journeys on the real transport, against the sample server: a file to its row, a reading to its
/// series.
class TestSessionLive final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void uploadsGrowTheHeap();
    void curedUploadsDoNot();
    void goneAndBackAsAnotherProcess();
    void runsInAThreadOfItsOwn();
    void destroyedWhileUploading();

private:
    [[nodiscard]] QStringList makeFiles(int count, qint64 bytes);

    static constexpr int patience = 60'000;
    static constexpr int files = 20;
    static constexpr qint64 fileBytes = 256 * 1024;

    support::TestFiles m_files;
    base::SystemClock m_clock;
};

static net::Endpoint endpointAt(const QUrl &url)
{
    net::Endpoint endpoint;
    endpoint.url = url;
    return endpoint;
}

static transfer::UploadTarget targetAt(const QUrl &url)
{
    transfer::UploadTarget target;
    target.endpoint.url = url;
    return target;
}

/// The first and the last heap reading.
static std::pair<double, double> heapOf(const session::SessionSnapshot &snapshot)
{
    const auto points = snapshot.series.points(Role::HeapLive, 0, snapshot.finishedAtMs);
    if (points.empty())
        return {};
    return {points.front().mean(), points.back().mean()};
}

void TestSessionLive::initTestCase()
{
    session::registerMetaTypes();
}

QStringList TestSessionLive::makeFiles(int count, qint64 bytes)
{
    QStringList paths;
    for (int i = 0; i < count; ++i) {
        const QString name = QStringLiteral("%1-%2").arg(bytes).arg(i);
        paths << (QFile::exists(m_files.path(name)) ? m_files.path(name) : m_files.makeFile(name, bytes));
    }
    return paths;
}

void TestSessionLive::uploadsGrowTheHeap()
{
    support::SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    net::CurlAccessManager manager;
    Session session(manager, m_clock);
    int scrapes = 0;
    bool drained = false;
    connect(&session, &Session::scraped, this,
            [&](const session::ScrapeTick &tick) { scrapes += tick.ok ? 1 : 0; });
    connect(&session, &Session::drained, this, [&] { drained = true; });

    session.watch(endpointAt(server.url(QStringLiteral("/"))), 200ms);
    session.setTarget(targetAt(server.url(QStringLiteral("/upload/read-all"))));
    QTRY_VERIFY_WITH_TIMEOUT(scrapes >= 2, patience);
    session.addPaths(makeFiles(files, fileBytes));
    QTRY_VERIFY_WITH_TIMEOUT(drained, patience);
    const int before = scrapes;
    QTRY_VERIFY_WITH_TIMEOUT(scrapes >= before + 2, patience);

    const SharedSnapshot snapshot = session.snapshot(QStringLiteral("upload"));
    QCOMPARE(snapshot->totals.files, files);
    QCOMPARE(snapshot->totals.done, files);
    QCOMPARE(snapshot->totals.bytesDone, files * fileBytes);
    for (const transfer::UploadRecord &record : snapshot->uploads) {
        QCOMPARE(record.state, transfer::UploadState::Done);
        QVERIFY(record.httpStatus / 100 == 2);
        QCOMPARE(record.bytesSent, fileBytes);
        QVERIFY(record.timings.total.count() > 0);
    }
    QCOMPARE(server.retainedBytes(QStringLiteral("read-all"), QStringLiteral("leaking")), files * fileBytes);
    const auto [first, last] = heapOf(*snapshot);
    QVERIFY2(last - first > files * fileBytes / 2,
             qPrintable(QStringLiteral("%1 → %2").arg(first).arg(last)));

    QVERIFY(!snapshot->discovery.sources.isEmpty());
    QCOMPARE(snapshot->discovery.sources[0].runtime, metrics::Runtime::Go);
    qint64 inBands = 0;
    for (const session::Band &band : snapshot->timeline.bands()) {
        QVERIFY(band.fromMs >= snapshot->startedAtMs && band.toMs <= snapshot->finishedAtMs);
        inBands += band.uploads;
    }
    QCOMPARE(inBands, files);
    QVERIFY(!snapshot->timeline.activity().isEmpty());
    QVERIFY(snapshot->timeline.activity()[0].inFlight > 0);
    QVERIFY(snapshot->timeline.activity()[0].bytesPerSecond > 0);
}

void TestSessionLive::curedUploadsDoNot()
{
    support::SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    net::CurlAccessManager manager;
    Session session(manager, m_clock);
    bool drained = false;
    connect(&session, &Session::drained, this, [&] { drained = true; });
    session.setTarget(targetAt(server.url(QStringLiteral("/upload/read-all/cured"))));
    session.addPaths(makeFiles(files, fileBytes));
    QTRY_VERIFY_WITH_TIMEOUT(drained, patience);
    QCOMPARE(session.snapshot({})->totals.done, files);
    QCOMPARE(server.uploads(QStringLiteral("read-all"), QStringLiteral("cured")), files);
    QCOMPARE(server.retainedBytes(QStringLiteral("read-all"), QStringLiteral("cured")), 0);
}

void TestSessionLive::goneAndBackAsAnotherProcess()
{
    auto server = std::make_unique<support::SpecimenServer>();
    QVERIFY2(server->start(), qPrintable(server->failure()));
    const QUrl url = server->url(QStringLiteral("/"));
    net::CurlAccessManager manager;
    Session session(manager, m_clock);
    int good = 0;
    int missed = 0;
    QList<MarkKind> marks;
    connect(&session, &Session::scraped, this,
            [&](const session::ScrapeTick &tick) { ++(tick.ok ? good : missed); });
    connect(&session, &Session::marked, this, [&](const session::Mark &mark) { marks << mark.kind; });
    session.watch(endpointAt(url), 200ms);
    // Start times less than 1.5 s apart would count as one process.
    QTRY_VERIFY_WITH_TIMEOUT(good >= 12, patience);
    QCOMPARE(marks, QList<MarkKind>{MarkKind::Connected});

    server->stop(); // SIGKILL
    QTRY_VERIFY_WITH_TIMEOUT(missed >= 2, patience);
    QCOMPARE(marks, (QList<MarkKind>{MarkKind::Connected, MarkKind::Lost}));

    server = std::make_unique<support::SpecimenServer>();
    QVERIFY2(server->start({QStringLiteral("--port"), QString::number(url.port())}),
             qPrintable(server->failure()));
    const int before = good;
    QTRY_VERIFY_WITH_TIMEOUT(good >= before + 2, patience);
    QCOMPARE(
        marks,
        (QList<MarkKind>{MarkKind::Connected, MarkKind::Lost, MarkKind::Recovered, MarkKind::Restarted}));

    const SharedSnapshot snapshot = session.snapshot(QStringLiteral("watch"));
    const auto points = snapshot->series.points(Role::HeapLive, 0, snapshot->finishedAtMs);
    QVERIFY(std::any_of(points.begin(), points.end(),
                        [](const metrics::Bucket &point) { return point.isGap(); }));
    QVERIFY(!snapshot->lastMissReason.isEmpty());
}

void TestSessionLive::runsInAThreadOfItsOwn()
{
    support::SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));

    QThread thread;
    QObject inThread;
    inThread.moveToThread(&thread);
    thread.start();
    std::unique_ptr<net::CurlAccessManager> manager;
    std::unique_ptr<Session> session;
    QMetaObject::invokeMethod(
        &inThread,
        [&] {
            manager = std::make_unique<net::CurlAccessManager>();
            session = std::make_unique<Session>(*manager, m_clock);
        },
        Qt::BlockingQueuedConnection);

    QMap<transfer::UploadId, transfer::UploadRecord> rows;
    transfer::QueueTotals totals;
    QSet<QThread *> threads;
    int scrapes = 0;
    bool isFound = false;
    bool drained = false;
    SharedSnapshot snapshot;
    // Takes what is still queued with it: `this` would run it after the locals are gone.
    QObject receiver;
    connect(session.get(), &Session::uploadsChanged, &receiver, [&](const session::UploadBatch &batch) {
        threads << QThread::currentThread();
        totals = batch.totals;
        for (const transfer::UploadRecord &record : batch.records)
            rows.insert(record.id, record);
    });
    connect(session.get(), &Session::discovered, &receiver,
            [&](const metrics::DiscoveryReport &report) { isFound = report.found(); });
    connect(session.get(), &Session::scraped, &receiver, [&](const session::ScrapeTick &tick) {
        threads << QThread::currentThread();
        scrapes += tick.ok ? 1 : 0;
    });
    connect(session.get(), &Session::drained, &receiver, [&] { drained = true; });
    connect(session.get(), &Session::snapshotReady, &receiver,
            [&](const SharedSnapshot &ready) { snapshot = ready; });

    Session *const engine = session.get();
    const auto in = [engine](auto work) { QMetaObject::invokeMethod(engine, work, Qt::QueuedConnection); };
    const net::Endpoint watched = endpointAt(server.url(QStringLiteral("/")));
    const transfer::UploadTarget target = targetAt(server.url(QStringLiteral("/upload/read-all/cured")));
    const QStringList paths = makeFiles(50, 1'000) + QStringList{QStringLiteral("/nonexistent")};
    in([=] { engine->watch(watched, 100ms); });
    in([=] { engine->setTarget(target); });
    in([=] { engine->addPaths(paths); });
    QTRY_VERIFY_WITH_TIMEOUT(drained && scrapes >= 2, patience);
    in([=] { engine->requestSnapshot(QStringLiteral("session")); });
    QTRY_VERIFY_WITH_TIMEOUT(snapshot != nullptr, patience);

    // Deleted in its thread, while it is still watching.
    QMetaObject::invokeMethod(
        &inThread,
        [&] {
            session.reset();
            manager.reset();
        },
        Qt::BlockingQueuedConnection);
    thread.quit();
    QVERIFY(thread.wait(patience));

    QVERIFY(isFound);
    QCOMPARE(threads, QSet<QThread *>{QThread::currentThread()});
    QCOMPARE(totals.done, 50);
    QCOMPARE(totals.failed, 1);
    QCOMPARE(rows.values(), snapshot->uploads);
    QVERIFY(snapshot->series.has(Role::HeapLive));
}

void TestSessionLive::destroyedWhileUploading()
{
    support::SpecimenServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    net::CurlAccessManager manager;
    auto session = std::make_unique<Session>(manager, m_clock);
    bool isRunning = false;
    connect(session.get(), &Session::uploadsChanged, this,
            [&](const session::UploadBatch &batch) { isRunning = isRunning || batch.totals.running > 0; });
    session->watch(endpointAt(server.url(QStringLiteral("/"))), 100ms);
    session->setTarget(targetAt(server.url(QStringLiteral("/upload/read-all/cured"))));
    session->addPaths({m_files.makeSparse(QStringLiteral("large"), qint64(1) << 40)});
    QTRY_VERIFY_WITH_TIMEOUT(isRunning, patience);
    session.reset();

    // The manager and the server are as good as before.
    Session next(manager, m_clock);
    bool drained = false;
    connect(&next, &Session::drained, this, [&] { drained = true; });
    next.setTarget(targetAt(server.url(QStringLiteral("/upload/read-all/cured"))));
    next.addPaths(makeFiles(2, 1'000));
    QTRY_VERIFY_WITH_TIMEOUT(drained, patience);
    QCOMPARE(next.snapshot({})->totals.done, 2);
}

QTEST_GUILESS_MAIN(TestSessionLive)
#include "tst_sessionlive.moc"
