// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "core/session/session.h"
#include "core/transfer/uploadrecord.h"
#include "tests/session/watchscript.h"

#include <QMap>
#include <QMetaEnum>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using session::Session;
using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;

/// Scripted replies, a clock that only the test moves, and everything the session says in one ordered log:
/// "[1 Sending, 2 Waiting]" is a batch, "- 1 2" rows that left, the rest are marks and signals by name.
class TestSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void uploadsRunToTheirEnd();
    void waitsForATarget();
    void batchesAreSpacedAndLoseNothing();
    void batchesAreBounded();
    void drainedComesAfterTheLastBatch();
    void drainedWithoutAnyUpload();
    void drainedOnlyWhenNothingIsToCome();
    void notAFileBecomesAFailedRow_data();
    void notAFileBecomesAFailedRow();
    void cancelOneAndAll();
    void cancelAllForgetsWhatIsNotFoundYet();
    void retryOneAndAll();
    void clearFinishedSaysWhichRowsWent();
    void setTargetWhileRunning();
    void parallelLimitWhileRunning();
    void activityAndBands();
    void watchesAndMarks();
    void watchTwice();
    void notesAreMarks();
    void snapshotIsFrozen();
    void snapshotShowsNoCredentials();
    void slotsMayCallBack();
    void destroyedWhileRunning();

private:
    void connectLog();
    void setTarget(const QString &url = QStringLiteral("http://127.0.0.1:1/upload"));
    [[nodiscard]] QStringList makeFiles(int count, qint64 bytes = 1'000);
    /// Those that wait for an answer, in the order in which they began.
    [[nodiscard]] QList<testing::ScriptedReply *> posts() const;
    /// Adds and waits for the session to have found them all, and to have sent its batch.
    void add(const QStringList &paths);
    void answer(int post, int status = 201);
    void pass(std::chrono::milliseconds span);
    [[nodiscard]] QString log() const { return m_log.join(QLatin1Char(' ')); }

    std::unique_ptr<base::FakeClock> m_clock;
    std::unique_ptr<testing::ScriptedManager> m_manager;
    std::unique_ptr<testing::WatchScript> m_script;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QTemporaryDir> m_dir;
    QStringList m_log;
    QMap<UploadId, UploadRecord> m_rows; ///< As a receiver would keep them.
    qsizetype m_largestBatch = 0;
};

void TestSession::init()
{
    m_session.reset();
    m_clock = std::make_unique<base::FakeClock>();
    m_manager = std::make_unique<testing::ScriptedManager>();
    m_script = std::make_unique<testing::WatchScript>(*m_manager);
    m_session = std::make_unique<Session>(*m_manager, *m_clock);
    m_dir = std::make_unique<QTemporaryDir>();
    m_log.clear();
    m_rows.clear();
    m_largestBatch = 0;
    connectLog();
}

void TestSession::connectLog()
{
    connect(m_session.get(), &Session::uploadsChanged, this, [this](const session::UploadBatch &batch) {
        QStringList rows;
        UploadId last;
        for (const UploadRecord &record : batch.records) {
            QVERIFY(record.id > last);
            last = record.id;
            m_rows.insert(record.id, record);
            rows << QStringLiteral("%1 %2")
                        .arg(record.id.value)
                        .arg(QLatin1StringView(
                            QMetaEnum::fromType<UploadState>().valueToKey(int(record.state))));
        }
        m_largestBatch = std::max(m_largestBatch, batch.records.size());
        if (rows.size() > 10)
            rows = {QStringLiteral("%1 rows").arg(rows.size())};
        m_log << QLatin1Char('[') + rows.join(QStringLiteral(", ")) + QLatin1Char(']');
    });
    connect(m_session.get(), &Session::uploadsRemoved, this, [this](const QList<UploadId> &ids) {
        QString text = QStringLiteral("-");
        for (const UploadId id : ids) {
            text += QLatin1Char(' ') + QString::number(id.value);
            QVERIFY(m_rows.remove(id) == 1);
        }
        m_log << text;
    });
    connect(m_session.get(), &Session::drained, this, [this] { m_log << QStringLiteral("drained"); });
    connect(m_session.get(), &Session::discovered, this, [this] { m_log << QStringLiteral("discovered"); });
    connect(m_session.get(), &Session::marked, this,
            [this](const session::Mark &mark) { m_log << session::toKey(mark.kind); });
    connect(m_session.get(), &Session::scraped, this, [this](const session::ScrapeTick &tick) {
        m_log << (tick.ok ? QStringLiteral("scraped") : QStringLiteral("missed"));
    });
}

void TestSession::setTarget(const QString &url)
{
    transfer::UploadTarget target;
    target.endpoint.url = QUrl(url);
    m_session->setTarget(target);
}

QStringList TestSession::makeFiles(int count, qint64 bytes)
{
    QStringList paths;
    for (int i = 0; i < count; ++i) {
        QFile file(m_dir->filePath(QStringLiteral("file-%1").arg(i)));
        if (!file.open(QIODevice::WriteOnly) || !file.resize(bytes))
            qFatal("cannot make a file");
        paths << file.fileName();
    }
    return paths;
}

QList<testing::ScriptedReply *> TestSession::posts() const
{
    QList<testing::ScriptedReply *> found;
    for (const auto &reply : std::as_const(m_manager->replies)) {
        if (reply && !reply->isFinished() && reply->operation() == QNetworkAccessManager::PostOperation)
            found.append(reply);
    }
    return found;
}

void TestSession::add(const QStringList &paths)
{
    const qsizetype before = m_log.size();
    m_session->addPaths(paths);
    QCOMPARE(m_log.size(), before); // Never from within the call.
    QTRY_VERIFY_WITH_TIMEOUT(m_log.size() > before, 30'000);
}

void TestSession::answer(int post, int status)
{
    const auto replies = posts();
    QVERIFY(post < replies.size());
    QVERIFY(replies[post]->readBody());
    replies[post]->emitAllSent();
    replies[post]->answer(status, {}, "the server's words");
}

void TestSession::pass(std::chrono::milliseconds span)
{
    QTest::qWait(0); // What was posted comes first.
    m_clock->advance(span);
}

void TestSession::uploadsRunToTheirEnd()
{
    setTarget();
    m_session->setParallelLimit(2);
    add(makeFiles(3));
    QCOMPARE(log(), QStringLiteral("[1 Sending, 2 Sending, 3 Waiting]"));
    m_log.clear();
    answer(0);
    answer(0, 413);
    pass(100ms);
    QCOMPARE(log(), QStringLiteral("[1 Done, 2 Failed, 3 Sending]"));
    QCOMPARE(m_rows[UploadId{2}].httpStatus, 413);
    QCOMPARE(m_rows[UploadId{2}].serverMessage, QStringLiteral("the server's words"));
    m_log.clear();
    pass(20ms);
    answer(0);
    QTRY_COMPARE(log(), QStringLiteral("[3 Done] drained"));
    pass(10s);
    QCOMPARE(log(), QStringLiteral("[3 Done] drained"));
}

void TestSession::waitsForATarget()
{
    add(makeFiles(1));
    pass(1s);
    QCOMPARE(log(), QStringLiteral("[1 Waiting]"));
    setTarget();
    QTRY_COMPARE(posts().size(), 1);
    answer(0);
    QTRY_COMPARE(log(), QStringLiteral("[1 Waiting] [1 Done] drained"));
}

void TestSession::batchesAreSpacedAndLoseNothing()
{
    setTarget();
    m_session->setParallelLimit(1);
    const int files = 30;
    add(makeFiles(files));
    int batches = 0;
    connect(m_session.get(), &Session::uploadsChanged, this, [&] { ++batches; });
    // One upload every 10 ms, each with several changes: ten times fewer batches.
    for (int i = 0; i < files - 1; ++i) {
        answer(0);
        QTRY_COMPARE(m_manager->replies.size(), i + 2);
        pass(10ms);
    }
    QVERIFY2(batches >= 2 && batches <= 4, qPrintable(QString::number(batches)));
    answer(0);
    QTRY_COMPARE(m_log.constLast(), QStringLiteral("drained"));
    const auto snapshot = m_session->snapshot({});
    QCOMPARE(m_rows.values(), snapshot->uploads);
    QCOMPARE(snapshot->totals.done, files);
}

void TestSession::batchesAreBounded()
{
    QStringList missing;
    for (int i = 0; i < 30'000; ++i)
        missing << QStringLiteral("/nonexistent/") + QString::number(i);
    add(missing);
    QTRY_VERIFY_WITH_TIMEOUT((pass(100ms), m_log.constLast() == QLatin1StringView("drained")), 30'000);
    QCOMPARE(m_rows.size(), 30'000);
    QVERIFY(m_largestBatch <= 12'500);
    QCOMPARE(m_log.count(QStringLiteral("drained")), 1);
    const auto snapshot = m_session->snapshot({});
    QCOMPARE(m_rows.values(), snapshot->uploads);
    for (int i = 0; i < missing.size(); ++i)
        QCOMPARE(snapshot->uploads[i].path, missing[i]);
    m_log.clear();
    pass(10s);
    QCOMPARE(log(), QString());

    // All of them change at once: still bounded, still all of them, 100 ms apart.
    m_session->retryAllFailed();
    QTRY_COMPARE(m_log.size(), 1);
    m_clock->advance(99ms);
    QCOMPARE(log(), QStringLiteral("[12500 rows]"));
    m_clock->advance(1ms);
    QCOMPARE(log(), QStringLiteral("[12500 rows] [12500 rows]"));
    m_clock->advance(100ms);
    QCOMPARE(log(), QStringLiteral("[12500 rows] [12500 rows] [5000 rows] drained"));
}

void TestSession::drainedComesAfterTheLastBatch()
{
    setTarget();
    add(makeFiles(1));
    m_log.clear();
    answer(0);
    QTRY_COMPARE(log(), QStringLiteral("[1 Done] drained"));
    m_log.clear();
    m_session->retryAllFailed(); // None failed: nothing to say.
    pass(1s);
    QCOMPARE(log(), QString());
    add(makeFiles(1));
    QTRY_COMPARE(posts().size(), 1);
    answer(0);
    QTRY_COMPARE(log(), QStringLiteral("[2 Sending] [2 Done] drained"));
}

void TestSession::drainedWithoutAnyUpload()
{
    m_session->addPaths({m_dir->path()});
    QTRY_COMPARE(log(), QStringLiteral("[] drained"));
    m_session->addPaths({});
    QTRY_COMPARE(log(), QStringLiteral("[] drained [] drained"));
}

void TestSession::drainedOnlyWhenNothingIsToCome()
{
    setTarget();
    const QStringList files = makeFiles(2);
    add(files.first(1));
    m_session->addPaths({QStringLiteral("/nonexistent")});
    QTRY_COMPARE(m_session->snapshot({})->uploads.size(), 2);
    pass(1s);
    QVERIFY(!m_log.contains(QStringLiteral("drained")));
    answer(0);
    m_session->addPaths(files.sliced(1)); // The queue is empty now, but more is to come.
    QTRY_COMPARE(posts().size(), 1);
    pass(1s);
    QVERIFY(!m_log.contains(QStringLiteral("drained")));
    answer(0);
    QTRY_COMPARE(m_log.count(QStringLiteral("drained")), 1);
    QCOMPARE(m_log.constLast(), QStringLiteral("drained"));
}

void TestSession::notAFileBecomesAFailedRow_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<base::ErrorKind>("kind");

    QTest::newRow("missing") << QStringLiteral("/nonexistent") << base::ErrorKind::FileMissing;
    QTest::newRow("a device") << QStringLiteral("/dev/null") << base::ErrorKind::NotAFile;
    QTest::newRow("empty") << QString() << base::ErrorKind::FileMissing;
}

void TestSession::notAFileBecomesAFailedRow()
{
    QFETCH(QString, path);
    QFETCH(base::ErrorKind, kind);
    setTarget();
    add({path});
    QCOMPARE(log(), QStringLiteral("[1 Failed] drained"));
    QCOMPARE(m_rows[UploadId{1}].error.kind, kind);
    QCOMPARE(m_rows[UploadId{1}].path, path);
}

void TestSession::cancelOneAndAll()
{
    setTarget();
    m_session->setParallelLimit(2);
    add(makeFiles(4));
    m_log.clear();
    m_session->cancel({UploadId{1}, UploadId{3}, UploadId{99}});
    pass(100ms);
    QCOMPARE(log(), QStringLiteral("[1 Cancelled, 3 Cancelled, 4 Sending]"));
    m_session->cancelAll();
    QTRY_COMPARE(log(),
                 QStringLiteral("[1 Cancelled, 3 Cancelled, 4 Sending] [2 Cancelled, 4 Cancelled] drained"));
}

void TestSession::cancelAllForgetsWhatIsNotFoundYet()
{
    setTarget();
    m_session->addPaths(makeFiles(3));
    m_session->cancelAll();
    QCOMPARE(log(), QString());
    pass(0ms);
    QCOMPARE(log(), QStringLiteral("[] drained"));
    pass(1s);
    QCOMPARE(log(), QStringLiteral("[] drained"));
    QVERIFY(posts().isEmpty());
}

void TestSession::retryOneAndAll()
{
    setTarget();
    add(makeFiles(3));
    for (int i = 0; i < 3; ++i)
        answer(0, 500);
    QTRY_COMPARE(m_log.constLast(), QStringLiteral("drained"));
    m_log.clear();
    m_session->retry({UploadId{2}, UploadId{99}});
    QTRY_COMPARE(posts().size(), 1);
    pass(100ms);
    QCOMPARE(log(), QStringLiteral("[2 Sending]"));
    answer(0);
    QTRY_COMPARE(m_log.constLast(), QStringLiteral("drained"));
    m_log.clear();
    m_session->retryAllFailed();
    QTRY_COMPARE(posts().size(), 2);
    pass(100ms);
    QCOMPARE(log(), QStringLiteral("[1 Sending, 3 Sending]"));
    answer(0);
    answer(0);
    QTRY_COMPARE(log(), QStringLiteral("[1 Sending, 3 Sending] [1 Done, 3 Done] drained"));
    QCOMPARE(m_rows[UploadId{1}].attempts, 2);
}

void TestSession::clearFinishedSaysWhichRowsWent()
{
    setTarget();
    m_session->setParallelLimit(1);
    add(makeFiles(2) + QStringList{QStringLiteral("/nonexistent")});
    answer(0);
    QTRY_COMPARE(m_manager->replies.size(), 2);
    pass(100ms);
    m_log.clear();
    m_session->clearFinished();
    QCOMPARE(log(), QStringLiteral("- 1 3"));
    pass(100ms);
    QCOMPARE(log(), QStringLiteral("- 1 3 []")); // The totals differ.
    QCOMPARE(m_session->snapshot({})->uploads.size(), 1);
}

void TestSession::setTargetWhileRunning()
{
    setTarget(QStringLiteral("http://127.0.0.1:1/first"));
    m_session->setParallelLimit(1);
    add(makeFiles(2));
    setTarget(QStringLiteral("http://127.0.0.1:1/second"));
    QCOMPARE(posts().size(), 1);
    QCOMPARE(posts()[0]->url().path(), QStringLiteral("/first"));
    answer(0);
    QTRY_COMPARE(posts().size(), 1);
    QCOMPARE(posts()[0]->url().path(), QStringLiteral("/second"));
    QCOMPARE(m_session->snapshot({})->server, QUrl(QStringLiteral("http://127.0.0.1:1/second")));
}

void TestSession::parallelLimitWhileRunning()
{
    setTarget();
    m_session->setParallelLimit(1);
    add(makeFiles(5));
    QCOMPARE(posts().size(), 1);
    m_session->setParallelLimit(3);
    QTRY_COMPARE(posts().size(), 3);
    m_session->setParallelLimit(0); // Means 1.
    answer(0);
    answer(0);
    pass(0ms);
    QCOMPARE(m_manager->replies.size(), 3);
    answer(0);
    QTRY_COMPARE(m_manager->replies.size(), 4);
}

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
