// SPDX-License-Identifier: GPL-3.0-or-later
// An UploadQueue that tries again by itself: scripted replies and a fake clock for the order of things, a real server for
// the sum of its requests.
#include "core/base/fakeclock.h"
#include "core/net/curlaccessmanager.h"
#include "core/transfer/uploadqueue.h"
#include "tests/support/faultyserver.h"
#include "tests/transfer/pattern.h"
#include "tests/transfer/scriptedmanager.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorKind;
using namespace std::chrono_literals;
using namespace transfer;

namespace {

UploadTarget targetAt(const QUrl &url)
{
    UploadTarget target;
    target.endpoint.url = url;
    return target;
}

void runEvents()
{
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace

class TestUploadRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_manager = std::make_unique<testing::ScriptedManager>();
        m_clock = std::make_unique<base::FakeClock>();
        m_queue = std::make_unique<UploadQueue>(*m_manager, *m_clock);
        m_queue->setRetryPolicy({.attempts = 3});
        m_queue->setTarget(targetAt(QUrl(QStringLiteral("http://localhost/upload"))));
        m_drained = std::make_unique<QSignalSpy>(m_queue.get(), &UploadQueue::drained);
    }
    void cleanup()
    {
        m_drained.reset();
        m_queue.reset();
        m_server.reset();
        m_answered = 0;
        m_method = UploadMethod::Post;
    }

    void secondAttemptIsDone()
    {
        const UploadId id = add(1).constFirst();
        runEvents();
        reply(0)->answer(503, "Service Unavailable", "busy");
        runEvents();
        const UploadRecord waiting = *m_queue->find(id);
        QCOMPARE(waiting.state, UploadState::Waiting);
        QCOMPARE(waiting.error.kind, ErrorKind::HttpStatus);
        QCOMPARE(waiting.httpStatus, 503);
        QVERIFY(waiting.retryAtMs >= nowMs() && waiting.retryAtMs <= nowMs() + 1000);
        QCOMPARE(waiting.finishedAtMs, 0);
        QVERIFY(m_drained->isEmpty());
        m_clock->advance(1s);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 2);
        QCOMPARE(m_queue->find(id)->state, UploadState::Sending);
        QCOMPARE(m_queue->find(id)->error.kind, ErrorKind::None);
        QCOMPARE(m_queue->find(id)->retryAtMs, 0);
        QVERIFY(reply(1)->readBody()); // the whole file again
        reply(1)->answer(201);
        runEvents();
        const UploadRecord &done = *m_queue->find(id);
        QCOMPARE(done.state, UploadState::Done);
        QCOMPARE(done.attempts, 2);
        QCOMPARE(done.httpStatus, 201);
        QCOMPARE(m_drained->size(), 1);
    }

    void notWorthwhileIsFinal()
    {
        const UploadId id = add(1).constFirst();
        runEvents();
        reply(0)->answer(413, "Too Large");
        runEvents();
        QCOMPARE(m_queue->find(id)->state, UploadState::Failed);
        m_clock->advance(1h);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 1);
    }

    void lastAttemptIsFinal()
    {
        const UploadId id = add(1).constFirst();
        runEvents();
        for (int attempt = 0; attempt < 4; ++attempt) {
            QCOMPARE(m_manager->replies.size(), attempt + 1);
            reply(attempt)->answer(500, "Oops");
            runEvents();
            m_clock->advance(1min);
            runEvents();
        }
        QCOMPARE(m_queue->find(id)->state, UploadState::Failed);
        QCOMPARE(m_queue->find(id)->attempts, 4);
        QCOMPARE(m_queue->find(id)->error.httpStatus, 500);
        QCOMPARE(m_drained->size(), 1);
    }

    void offIsOff()
    {
        m_queue->setRetryPolicy({});
        const UploadId id = add(1).constFirst();
        runEvents();
        reply(0)->answer(503);
        runEvents();
        QCOMPARE(m_queue->find(id)->state, UploadState::Failed);
    }

    void cancelledWhileItWaits()
    {
        const UploadId id = add(1).constFirst();
        runEvents();
        reply(0)->answer(503);
        runEvents();
        m_queue->cancel(id);
        QCOMPARE(m_queue->find(id)->state, UploadState::Cancelled);
        runEvents();
        QCOMPARE(m_drained->size(), 1);
        m_clock->advance(1h);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 1);
        m_queue->retry(id); // by hand it may be tried again
        runEvents();
        QCOMPARE(m_manager->replies.size(), 2);
    }

    void needNotWaitWhenAsked()
    {
        const UploadId id = add(1).constFirst();
        runEvents();
        reply(0)->answer(503);
        runEvents();
        m_queue->retry(id);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 2);
        QCOMPARE(m_queue->find(id)->retryAtMs, 0);
        m_clock->advance(1h);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 2); // not once more when its time would have come
    }

    void anotherServerIsTriedAtOnce()
    {
        m_queue->setParallelLimit(3);
        const QList<UploadId> ids = add(3);
        runEvents();
        for (int i = 0; i < 3; ++i)
            reply(i)->answer(500);
        runEvents();
        // Whoever hears of the first one cancels and forgets the others.
        connect(m_queue.get(), &UploadQueue::changed, this, [&, isDone = false](UploadId told) mutable {
            if (std::exchange(isDone, true))
                return;
            for (const UploadId id : ids) {
                if (id != told)
                    m_queue->cancel(id);
            }
            m_queue->clearFinished();
        });
        m_queue->setTarget(targetAt(QUrl(QStringLiteral("http://other.example/upload"))));
        QCOMPARE(m_queue->size(), 1);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 4);
        reply(3)->answer(201);
        runEvents();
        QCOMPARE(m_queue->totals().done, 1);
    }

    void changedFileIsReadAnew()
    {
        const UploadId id = add(1).constFirst();
        runEvents();
        reply(0)->answer(503);
        runEvents();
        QVERIFY(testing::writePattern(m_queue->find(id)->path, 5000));
        m_clock->advance(1s);
        runEvents();
        QCOMPARE(m_queue->find(id)->bytes, 5000);
        QVERIFY(reply(1)->readBody());
        QVERIFY(reply(1)->body().contains(testing::pattern(0, 5000)));
    }

    void vanishedFileFails()
    {
        const UploadId id = add(1).constFirst();
        runEvents();
        reply(0)->answer(503);
        runEvents();
        QVERIFY(QFile::remove(m_queue->find(id)->path));
        m_clock->advance(1s);
        runEvents();
        QCOMPARE(m_queue->find(id)->state, UploadState::Failed);
        QCOMPARE(m_queue->find(id)->error.kind, ErrorKind::FileMissing);
    }

    void budgetBoundsWhatAllDoTogether()
    {
        m_queue->setRetryPolicy({.attempts = 3, .givesUp = true});
        m_queue->setParallelLimit(100);
        add(100);
        startAll();
        for (int i = 0; i < 100; ++i)
            reply(i)->answer(500); // no sign of strain: no breaker
        runEvents();
        for (int i = 0; i < 105; ++i) {
            m_clock->advance(100ms);
            runEvents();
            while (m_answered < m_manager->replies.size() - 100) {
                reply(100 + m_answered++)->answer(500);
                runEvents();
            }
        }
        QCOMPARE(m_manager->replies.size(), 120);
        QCOMPARE(m_queue->totals().failed, 100);
    }

    void whatAnOutageLeftIsMadeUpForAtOnce()
    {
        m_queue->setParallelLimit(100);
        add(100);
        startAll();
        for (int i = 0; i < 100; ++i)
            reply(i)->answer(500);
        runEvents();
        for (int i = 0; i < 100; ++i) { // ten seconds, not half an hour
            m_clock->advance(100ms);
            runEvents();
            while (m_answered < m_manager->replies.size() - 100) {
                reply(100 + m_answered++)->answer(201);
                runEvents();
            }
        }
        QCOMPARE(m_queue->totals().done, 100);
        QCOMPARE(m_manager->replies.size(), 200);
    }

    void breakerPausesTheQueueAndProbes()
    {
        QSignalSpy paused(m_queue.get(), &UploadQueue::paused);
        m_queue->setRetryPolicy({.attempts = 1});
        m_queue->setParallelLimit(5);
        add(20);
        startAll();
        for (int i = 0; i < 5; ++i)
            reply(i)->answer(503);
        runEvents();
        QCOMPARE(paused.size(), 1);
        QCOMPARE(paused.first().at(0).value<std::chrono::milliseconds>(), 1000ms);
        QCOMPARE(m_manager->replies.size(), 5);
        m_clock->advance(999ms);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 5);
        m_clock->advance(1ms);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 6); // the probe, alone
        reply(5)->answer(503);
        runEvents();
        QCOMPARE(paused.size(), 2);
        m_clock->advance(2s);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 7);
        reply(6)->answer(201);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 8); // one at first
        reply(7)->answer(201);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 10); // then two
    }

    void probesCostNoAttempt()
    {
        m_queue->setRetryPolicy({.attempts = 1});
        m_queue->setParallelLimit(5);
        add(5);
        startAll();
        for (int i = 0; i < 5; ++i)
            reply(i)->end({ErrorKind::ConnectionRefused, {}, 0, {}});
        runEvents();
        m_answered = 5;
        for (int i = 0; i < 3000 && m_manager->replies.size() < 12; ++i) { // the server is away for long
            m_clock->advance(100ms);
            runEvents();
            while (m_answered < m_manager->replies.size()) {
                reply(m_answered++)->end({ErrorKind::ConnectionRefused, {}, 0, {}});
                runEvents();
            }
        }
        QVERIFY(m_manager->replies.size() >= 12);
        QCOMPARE(m_queue->totals().failed, 0);
        for (int i = 0; i < 3000 && m_drained->isEmpty(); ++i) { // and back
            m_clock->advance(100ms);
            runEvents();
            while (m_answered < m_manager->replies.size()) {
                reply(m_answered++)->answer(201);
                runEvents();
            }
        }
        QCOMPARE(m_queue->totals().done, 5);
    }

    void givesUpWhenTheServerStaysAway()
    {
        m_queue->setRetryPolicy({.attempts = 2, .givesUp = true});
        m_queue->setParallelLimit(5);
        add(50);
        startAll();
        for (int i = 0; i < 1000 && m_drained->isEmpty(); ++i) {
            while (m_answered < m_manager->replies.size()) {
                reply(m_answered++)
                    ->end({ErrorKind::ConnectionRefused, QStringLiteral("nothing listens there"), 0, {}});
                runEvents();
            }
            m_clock->advance(100ms);
            runEvents();
        }
        QCOMPARE(m_drained->size(), 1);
        QCOMPARE(m_queue->totals().failed, 50);
        QVERIFY2(m_manager->replies.size() <= 8, qPrintable(QString::number(m_manager->replies.size())));
        const UploadRecord last = m_queue->records().constLast();
        QCOMPARE(last.attempts, 0);
        QCOMPARE(last.error.kind, ErrorKind::ConnectionRefused);
        QVERIFY(last.error.message.contains(QStringLiteral("nothing listens there")));
    }

    void waitsForAServerThatWasThereToComeBack_data()
    {
        QTest::addColumn<int>("awayFor"); // seconds
        QTest::addColumn<int>("done");
        QTest::newRow("a restart") << 25 << 50;
        QTest::newRow("gone for good") << 1000 << 10;
    }
    void waitsForAServerThatWasThereToComeBack()
    {
        QFETCH(const int, awayFor);
        QFETCH(const int, done);
        m_queue->setRetryPolicy({.attempts = 2, .givesUp = true});
        m_queue->setParallelLimit(5);
        add(50);
        startAll();
        const base::Error refused{
            ErrorKind::ConnectionRefused, QStringLiteral("nothing listens there"), 0, {}};
        std::optional<base::Steady> away;
        for (int i = 0; i < 2000 && m_drained->isEmpty(); ++i) {
            while (m_answered < m_manager->replies.size()) {
                if (m_answered == 10)
                    away = m_clock->now();
                if (away && m_clock->now() - *away < std::chrono::seconds(awayFor))
                    reply(m_answered++)->end(refused);
                else
                    reply(m_answered++)->answer(201);
                runEvents();
            }
            m_clock->advance(100ms);
            runEvents();
        }
        QCOMPARE(m_drained->size(), 1);
        QCOMPARE(m_queue->totals().done, done);
        QCOMPARE(m_queue->totals().failed, 50 - done);
    }

    void retryAfterHoldsTheWholeServer()
    {
        QSignalSpy paused(m_queue.get(), &UploadQueue::paused);
        m_queue->setParallelLimit(2);
        const QList<UploadId> ids = add(4);
        runEvents();
        leaveAlone(0, 429, 10);
        leaveAlone(1, 429, 10);
        QCOMPARE(paused.size(), 1);
        QVERIFY(paused.first().at(0).value<std::chrono::milliseconds>() >= 10s);
        QCOMPARE(m_queue->find(ids[0])->state, UploadState::Waiting);
        QVERIFY(m_queue->find(ids[0])->retryAtMs >= nowMs() + 10'000);
        m_clock->advance(9'999ms);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 2); // neither these nor the others
        m_clock->advance(1001ms);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 3);
        QCOMPARE(states(), QStringLiteral("SWWW")); // not one of the others
        QCOMPARE(m_queue->find(ids[0])->retryAtMs, 0);
        for (int i = 2; i < 6; ++i) {
            reply(i)->answer(201);
            runEvents();
        }
        QCOMPARE(m_queue->totals().done, 4);
        QCOMPARE(m_manager->replies.size(), 6);
    }

    void whoeverIsInvitedNeedsNoBudget()
    {
        m_queue->setRetryPolicy({.attempts = 1, .givesUp = true});
        m_queue->setParallelLimit(20);
        add(20);
        startAll();
        for (int i = 0; i < 20; ++i)
            leaveAlone(i, 429, 10);
        m_clock->advance(11s);
        runEvents();
        for (int i = 20; i < m_manager->replies.size(); ++i) {
            reply(i)->answer(201);
            runEvents();
        }
        QCOMPARE(m_queue->totals().done, 20);
        QCOMPARE(m_manager->replies.size(), 40);
    }

    void anInvitedOneMayBeCancelledAndPaused()
    {
        m_queue->setParallelLimit(3);
        const QList<UploadId> ids = add(3);
        runEvents();
        for (int i = 0; i < 3; ++i)
            leaveAlone(i, 503, 10);
        m_queue->cancel(ids[0]);
        m_queue->pause(ids[1]);
        QCOMPARE(states(), QStringLiteral("CPW"));
        m_clock->advance(11s);
        runEvents();
        QCOMPARE(states(), QStringLiteral("CPS"));
    }

    void retryAfterIsByTheServersClock()
    {
        const UploadId id = add(1).constFirst();
        runEvents();
        reply(0)->giveHeader("Date", "Sun, 06 Nov 1994 08:49:37 GMT"); // whatever ours says
        reply(0)->giveHeader("Retry-After", "Sun, 06 Nov 1994 08:49:47 GMT");
        answer(0, 429);
        QCOMPARE(m_queue->find(id)->state, UploadState::Waiting);
        QVERIFY(m_queue->find(id)->retryAtMs >= nowMs() + 10'000);
        m_clock->advance(9'999ms);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 1);
        m_clock->advance(1s);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 2);
    }

    void retryAfterForEverEnds()
    {
        m_queue->setRetryPolicy({.attempts = 2, .givesUp = true});
        m_queue->setParallelLimit(2);
        add(3);
        runEvents();
        for (int i = 0; i < m_manager->replies.size(); ++i) {
            leaveAlone(i, 429, 10);
            m_clock->advance(11s);
            runEvents();
        }
        QCOMPARE(m_queue->totals().failed, 3);
        QCOMPARE(m_manager->replies.size(), 9);
        QCOMPARE(m_drained->size(), 1);
    }

    void aFileThatIsRefusedForEverStandsInNobodysWay()
    {
        m_queue->setRetryPolicy({.attempts = 3});
        m_queue->setParallelLimit(1);
        add(3);
        runEvents();
        leaveAlone(0, 429, 10);
        m_clock->advance(11s);
        runEvents();
        leaveAlone(1, 429, 10); // the same once more, as the probe
        QCOMPARE(states(), QStringLiteral("WWW"));
        m_clock->advance(11s);
        runEvents();
        QCOMPARE(states(), QStringLiteral("WSW"));
        for (int i = 2; i < 4; ++i)
            answer(i, 201);
        QCOMPARE(states(), QStringLiteral("SDD"));
    }

    void whoWantsToBeLeftAloneForLongIs()
    {
        QFETCH(const bool, givesUp);
        m_queue->setRetryPolicy({.attempts = 3, .givesUp = givesUp});
        m_queue->setParallelLimit(1);
        const QList<UploadId> ids = add(2);
        runEvents();
        leaveAlone(0, 429, 600);
        QCOMPARE(m_queue->find(ids[0])->state, UploadState::Failed);
        const UploadRecord other = *m_queue->find(ids[1]);
        QCOMPARE(other.state, givesUp ? UploadState::Failed : UploadState::Waiting);
        for (const UploadId id : ids) {
            const QString why = m_queue->find(id)->error.message;
            QVERIFY2(why.contains(QStringLiteral("600 s")) != (!givesUp && id == ids[1]), qPrintable(why));
        }
        m_clock->advance(599s);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 1);
        m_clock->advance(2s);
        runEvents();
        QCOMPARE(m_manager->replies.size(), givesUp ? 1 : 2);
    }
    void whoWantsToBeLeftAloneForLongIs_data()
    {
        QTest::addColumn<bool>("givesUp");
        QTest::newRow("somebody waits for the end") << true;
        QTest::newRow("the queue waits") << false;
    }

    void refusedPiecesOfTusWaitAsOthersDo_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {409, 423, 460})
            QTest::addRow("%d", status) << status;
    }
    void refusedPiecesOfTusWaitAsOthersDo()
    {
        QFETCH(const int, status);
        m_queue->setRetryPolicy({.attempts = 1, .givesUp = true});
        UploadTarget target = targetAt(QUrl(QStringLiteral("http://localhost/files")));
        target.method = UploadMethod::Tus;
        m_queue->setTarget(target);
        const UploadId id = add(1).constFirst();
        runEvents();
        answer(0, 204); // OPTIONS
        reply(1)->giveHeader("Location", "/files/1");
        answer(1, 201);
        answer(2, status); // PATCH
        QCOMPARE(m_queue->find(id)->state, UploadState::Waiting);
        QCOMPARE(m_queue->find(id)->attempts, 1);
        QVERIFY(m_queue->find(id)->retryAtMs >= nowMs());
        QCOMPARE(m_manager->replies.size(), 3);
        m_clock->advance(1s);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 4);
        reply(3)->giveHeader("Upload-Offset", "0");
        answer(3, 200); // HEAD
        answer(4, status);
        QCOMPARE(m_queue->find(id)->state, UploadState::Failed);
        QCOMPARE(m_queue->find(id)->attempts, 2);
        m_clock->advance(1h);
        runEvents();
        QCOMPARE(m_manager->replies.size(), 5);
    }

    // ---- A real server ----

    void earlyYesIsNoUpload_data()
    {
        QTest::addColumn<UploadMethod>("method");
        QTest::newRow("form") << UploadMethod::Post;
        QTest::newRow("put") << UploadMethod::Put;
    }
    void earlyYesIsNoUpload()
    {
        QFETCH(const UploadMethod, method);
        constexpr qint64 large = 64 * 1024 * 1024;
        m_method = method;
        start(QStringLiteral("/early?status=201&text=ok&pause=200&id=a"), {.attempts = 3, .step = 1ms}, 1, 4,
              large);
        const UploadRecord record = m_queue->records().constFirst();
        QCOMPARE(record.state, UploadState::Failed);
        QCOMPARE(record.error.kind, ErrorKind::AnsweredEarly);
        QCOMPARE(record.httpStatus, 201);
        QVERIFY(record.bytesSent < large);
        QCOMPARE(record.error.message,
                 QStringLiteral("the server answered 201 before the file was sent (%1 of %2 bytes)")
                     .arg(record.bytesSent)
                     .arg(large));
        QCOMPARE(m_server->stats(QStringLiteral("a")).requests, 1);
    }

    void answersThatBreakOffAreNotAskedForTwice_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<UploadState>("state");
        QTest::addColumn<QString>("part"); // of what is said of it
        const QString brokeOff = QStringLiteral("(the answer broke off)");
        QTest::newRow("its text") << QStringLiteral("/broken?kind=short") << UploadState::Done << brokeOff;
        QTest::newRow("its text, by a reset")
            << QStringLiteral("/broken?kind=short&close=rst&pause=100") << UploadState::Done << brokeOff;
        QTest::newRow("its chunks") << QStringLiteral("/broken?kind=chunk-short") << UploadState::Done
                                    << brokeOff;
        QTest::newRow("its head, by a reset")
            << QStringLiteral("/broken?kind=status-only&close=rst&pause=100") << UploadState::Failed
            << QStringLiteral("which began with 201");
        QTest::newRow("its head") << QStringLiteral("/broken?kind=half-head") << UploadState::Failed
                                  << QStringLiteral("in the middle of");
    }
    void answersThatBreakOffAreNotAskedForTwice()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, part);
        start(path + QStringLiteral("&id=a"), {.attempts = 3, .step = 1ms}, 1, 4);
        const UploadRecord record = m_queue->records().constFirst();
        QTEST(record.state, "state");
        const QString said = record.state == UploadState::Done ? record.serverMessage : record.error.message;
        QVERIFY2(said.contains(part), qPrintable(said));
        QCOMPARE(m_server->stats(QStringLiteral("a")).requests, 1);
    }

    void flakyServerGetsThemAll()
    {
        start(QStringLiteral("/flaky?times=2&code=503&id=a"), {.attempts = 3, .step = 20ms}, 1, 4);
        QCOMPARE(m_queue->totals().done, 1);
        QCOMPARE(m_queue->records().constFirst().attempts, 3);
        const support::UploadStats seen = m_server->stats(QStringLiteral("a"));
        QCOMPARE(seen.requests, 3);
        QCOMPARE(seen.complete, 3);
    }

    void retryAfterIsObeyed()
    {
        QElapsedTimer timer;
        timer.start();
        start(QStringLiteral("/flaky?times=1&code=503&header=Retry-After:%201&id=a"),
              {.attempts = 1, .step = 1ms}, 1, 4);
        QCOMPARE(m_queue->totals().done, 1);
        QVERIFY(timer.elapsed() >= 1000);
    }

    void limitedServerGetsThemAll_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("parallel");
        QTest::addColumn<int>("mostRefused");
        // Three windows come to their end: all that are under way learn of the first one, one of each other; and two more
        // windows on a machine that is too busy to fill them.
        QTest::newRow("429") << 429 << 4 << 8;
        QTest::newRow("503") << 503 << 4 << 8;
        QTest::newRow("one at a time") << 429 << 1 << 3;
    }
    void limitedServerGetsThemAll()
    {
        QFETCH(const int, code);
        QFETCH(const int, parallel);
        QFETCH(const int, mostRefused);
        start(QStringLiteral("/limit?quota=5&ms=2000&code=%1&id=a").arg(code),
              {.attempts = 3, .step = 10ms, .givesUp = true}, 20, parallel);
        QCOMPARE(m_queue->totals().done, 20);
        const support::UploadStats seen = m_server->stats(QStringLiteral("a"));
        QVERIFY2(seen.requests <= 20 + mostRefused,
                 qPrintable(QStringLiteral("%1 requests").arg(seen.requests)));
    }

    void strugglingServerIsSpared_data()
    {
        QTest::addColumn<int>("parallel");
        for (const int parallel : {4, 16, 48, 198})
            QTest::addRow("%d at once", parallel) << parallel;
    }
    void strugglingServerIsSpared()
    {
        QFETCH(const int, parallel);
        start(QStringLiteral("/busy?above=4&ms=20&id=a"), {.attempts = 5, .step = 100ms, .givesUp = true},
              200, parallel);
        const support::UploadStats seen = m_server->stats(QStringLiteral("a"));
        qInfo("%d requests for 200 files", static_cast<int>(seen.requests));
        QVERIFY2(seen.requests <= 240, qPrintable(QStringLiteral("%1 requests").arg(seen.requests)));
        QVERIFY2(m_queue->totals().done >= 180,
                 qPrintable(QStringLiteral("%1 done").arg(m_queue->totals().done)));
    }

private:
    QList<UploadId> add(int files, qint64 size = 1000)
    {
        QList<UploadQueue::Item> items;
        for (int i = 0; i < files; ++i) {
            items.append({m_folder.filePath(QStringLiteral("f%1").arg(i)), {}});
            if (!testing::writePattern(items.last().path, size))
                qFatal("no file");
        }
        return m_queue->add(items);
    }
    /// As many as are wanted at once: a start goes in steps.
    void startAll()
    {
        runEvents();
        m_clock->advance(1s);
        runEvents();
    }
    void answer(qsizetype n, int status)
    {
        reply(n)->answer(status);
        runEvents();
    }
    void leaveAlone(qsizetype n, int status, int seconds)
    {
        reply(n)->giveHeader("Retry-After", QByteArray::number(seconds));
        answer(n, status);
    }
    /// One letter per record, as in QueueBench.
    [[nodiscard]] QString states() const
    {
        QString letters;
        const QList<UploadRecord> records = m_queue->records();
        for (const UploadRecord &record : records)
            letters += QLatin1Char("WSADFCP"[static_cast<int>(record.state)]);
        return letters;
    }
    [[nodiscard]] testing::ScriptedReply *reply(qsizetype n) const { return m_manager->replies[n]; }
    [[nodiscard]] qint64 nowMs() const { return base::toUnixMs(m_clock->wallNow()); }

    /// Uploads to the real server, to the end.
    void start(const QString &path, const RetryPolicy &policy, int files, int parallel, qint64 size = 1000)
    {
        m_server = std::make_unique<support::FaultyServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        m_queue = std::make_unique<UploadQueue>(m_curl, m_system);
        m_drained = std::make_unique<QSignalSpy>(m_queue.get(), &UploadQueue::drained);
        m_queue->setThreads(1);
        m_queue->setRetryPolicy(policy);
        m_queue->setParallelLimit(parallel);
        UploadTarget target = targetAt(m_server->url(path));
        target.method = m_method;
        m_queue->setTarget(target);
        add(files, size);
        QVERIFY(m_drained->wait(60'000));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<testing::ScriptedManager> m_manager;
    std::unique_ptr<base::FakeClock> m_clock;
    net::CurlAccessManager m_curl;
    base::SystemClock m_system;
    std::unique_ptr<support::FaultyServer> m_server;
    std::unique_ptr<UploadQueue> m_queue;
    std::unique_ptr<QSignalSpy> m_drained;
    qsizetype m_answered = 0;
    UploadMethod m_method = UploadMethod::Post;
};

QTEST_GUILESS_MAIN(TestUploadRetry)
#include "tst_uploadretry.moc"
