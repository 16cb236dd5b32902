// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/session/sessiontest.h"

#include <QTest>

using namespace std::chrono_literals;
using session::Session;
using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;

/// What is watched, noted and kept beside the uploads, which are tested in tst_sessionuploads.
class TestSession final : public testing::SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void activityAndBands();
    void watchesAndMarks();
    void watchTwice();
    void notesAreMarks();
    void snapshotIsFrozen();
    void snapshotShowsNoCredentials();
    void slotsMayCallBack();
    void destroyedWhileRunning();
};

void TestSession::activityAndBands()
{
    QList<session::Activity> told;
    connect(m_session.get(), &Session::active, this,
            [&](const session::Activity &activity) { told << activity; });
    setTarget();
    add(makeFiles(2, 50'000));
    const qint64 startMs = base::toUnixMs(m_clock->wallNow());
    pass(1'500ms);
    answer(0);
    pass(1s);
    answer(0);
    QTRY_COMPARE(m_log.constLast(), QStringLiteral("drained"));
    pass(10s);
    const session::Timeline timeline = m_session->snapshot({})->timeline;
    QCOMPARE(timeline.bands(), (QList<session::Band>{{startMs, startMs + 2'500, 2}}));
    QCOMPARE(timeline.activity(), told);
    QCOMPARE(told,
             (QList<session::Activity>{{startMs + 1'000, 0, 2},
                                       {startMs + 2'000, 50'000, 2},
                                       {startMs + 2'500, 100'000, 1},
                                       {startMs + 3'500, 0, 0}}));
}

void TestSession::watchesAndMarks()
{
    net::Endpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://127.0.0.1:1/"));
    QList<session::ScrapeTick> ticks;
    connect(m_session.get(), &Session::scraped, this,
            [&](const session::ScrapeTick &tick) { ticks << tick; });
    m_session->watch(endpoint);
    QTRY_VERIFY((m_script->answerAll(), ticks.size() == 1));
    pass(1s);
    QTRY_VERIFY((m_script->failAll(base::ErrorKind::ConnectionRefused, QStringLiteral("nothing listens")),
                 ticks.size() == 2));
    m_script->startTime += 50;
    pass(1s);
    QTRY_VERIFY((m_script->answerAll(), ticks.size() == 3));
    QCOMPARE(log(), QStringLiteral("discovered connected scraped lost missed recovered restarted scraped"));
    QVERIFY(ticks[0].ok && !ticks[1].ok && ticks[2].ok);
    QCOMPARE(ticks[0].reading.value(metrics::Role::HeapLive), 1e6);
    QCOMPARE(ticks[1].reason, QStringLiteral("nothing listens"));
    QVERIFY(ticks[1].timeMs > ticks[0].timeMs);

    const auto snapshot = m_session->snapshot(QStringLiteral("watch"));
    QCOMPARE(snapshot->timeline.marks().size(), 4);
    QCOMPARE(snapshot->scrapesOk, 2);
    QCOMPARE(snapshot->scrapesMissed, 1);
    QCOMPARE(snapshot->lastMissReason, QStringLiteral("nothing listens"));
    QCOMPARE(snapshot->watched, endpoint.url);
    QVERIFY(snapshot->server.isEmpty());
    QCOMPARE(snapshot->series.points(metrics::Role::HeapLive, 0, snapshot->finishedAtMs).size(), size_t(3));
    m_session->stopWatching();
    m_log.clear();
    pass(10s);
    QCOMPARE(log(), QString());
    QVERIFY(m_session->snapshot({})->series.has(metrics::Role::HeapLive));
}

void TestSession::watchTwice()
{
    net::Endpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://127.0.0.1:1/"));
    m_session->watch(endpoint);
    QTRY_VERIFY((m_script->answerAll(), m_log.contains(QStringLiteral("scraped"))));
    m_log.clear();
    endpoint.url = QUrl(QStringLiteral("http://127.0.0.1:2/"));
    m_session->watch(endpoint, 500ms);
    QVERIFY(m_session->snapshot({})->series.isEmpty());
    QTRY_VERIFY((m_script->answerAll(), m_log.contains(QStringLiteral("scraped"))));
    pass(500ms);
    QTRY_VERIFY((m_script->answerAll(), m_log.size() == 4));
    QCOMPARE(log(), QStringLiteral("discovered connected scraped scraped"));
    QCOMPARE(m_session->snapshot({})->watched, endpoint.url);
    QCOMPARE(m_session->snapshot({})->scrapesOk, 2);
}

void TestSession::notesAreMarks()
{
    QList<session::Mark> marks;
    connect(m_session.get(), &Session::marked, this, [&](const session::Mark &mark) { marks << mark; });
    pass(5s);
    m_session->addNote(QStringLiteral("deployed v2"));
    const session::Mark expected{base::toUnixMs(m_clock->wallNow()), session::MarkKind::Note,
                                 QStringLiteral("deployed v2")};
    QCOMPARE(marks, QList<session::Mark>{expected});
    QCOMPARE(m_session->snapshot({})->timeline.marks(), marks);
}

void TestSession::snapshotIsFrozen()
{
    const qint64 startMs = base::toUnixMs(m_clock->wallNow());
    setTarget();
    add(makeFiles(1));
    pass(2s);
    session::SharedSnapshot answered;
    connect(m_session.get(), &Session::snapshotReady, this,
            [&](const session::SharedSnapshot &snapshot) { answered = snapshot; });
    m_session->requestSnapshot(QStringLiteral("session"));
    QVERIFY(answered);
    QCOMPARE(answered->command, QStringLiteral("session"));
    QCOMPARE(answered->startedAtMs, startMs);
    QCOMPARE(answered->finishedAtMs, startMs + 2'000);
    QCOMPARE(answered->programVersion, QStringLiteral(TIDEMARK_VERSION));
    m_session->addNote(QStringLiteral("later"));
    answer(0);
    add(makeFiles(1));
    pass(1s);
    QCOMPARE(answered->uploads.size(), 1);
    QCOMPARE(answered->uploads[0].state, UploadState::Sending);
    QCOMPARE(answered->totals.running, 1);
    QVERIFY(answered->timeline.marks().isEmpty());
    m_session.reset();
    QCOMPARE(answered->uploads[0].bytes, 1'000);
}

void TestSession::snapshotShowsNoCredentials()
{
    setTarget(QStringLiteral("http://ann:secret@127.0.0.1:1/upload"));
    net::Endpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://ann:secret@127.0.0.1:1/"));
    m_session->watch(endpoint);
    QTRY_VERIFY((m_script->answerAll(), m_log.contains(QStringLiteral("scraped"))));
    const auto snapshot = m_session->snapshot({});
    QCOMPARE(snapshot->server, QUrl(QStringLiteral("http://127.0.0.1:1/upload")));
    QCOMPARE(snapshot->watched, QUrl(QStringLiteral("http://127.0.0.1:1/")));
    QVERIFY(snapshot->discovery.sources[0].url.userInfo().isEmpty());
}

void TestSession::slotsMayCallBack()
{
    setTarget();
    bool isRetried = false;
    connect(m_session.get(), &Session::drained, this, [&] {
        if (!std::exchange(isRetried, true))
            m_session->retryAllFailed();
        else
            m_session->clearFinished();
    });
    connect(m_session.get(), &Session::uploadsChanged, this, [&](const session::UploadBatch &batch) {
        for (const UploadRecord &record : batch.records) {
            if (record.id == UploadId{2})
                m_session->cancel({UploadId{2}});
        }
    });
    add(makeFiles(2) + QStringList{QStringLiteral("/nonexistent")});
    answer(0, 500);
    QTRY_VERIFY(isRetried);
    QTRY_COMPARE(posts().size(), 1);
    answer(0);
    QTRY_VERIFY((pass(100ms), m_rows.isEmpty()));
    QCOMPARE(m_log.count(QStringLiteral("drained")), 2);
}

void TestSession::destroyedWhileRunning()
{
    setTarget();
    net::Endpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://127.0.0.1:1/"));
    m_session->watch(endpoint);
    add(makeFiles(3));
    QStringList many;
    for (int i = 0; i < 20'000; ++i)
        many << QStringLiteral("/nonexistent/") + QString::number(i);
    m_session->addPaths(many);
    QVERIFY(m_manager->liveReplies() > 3);
    m_log.clear();
    m_session.reset();
    QTRY_COMPARE(m_manager->liveReplies(), 0);
    pass(10s);
    QCOMPARE(log(), QString());
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
