// SPDX-License-Identifier: GPL-3.0-or-later
// What connections that break while a body is sent, or while it is answered, mean to the guard, to the queue and to tus.
#include "core/base/fakeclock.h"
#include "core/net/curlaccessmanager.h"
#include "core/transfer/serverguard.h"
#include "core/transfer/uploadqueue.h"
#include "tests/support/faultyserver.h"
#include "tests/transfer/pattern.h"
#include "tests/transfer/queuebench.h"

#include <QSignalSpy>
#include <QTest>

using base::Error;
using base::ErrorKind;
using testing::runEvents;
using namespace std::chrono_literals;
using namespace transfer;
using State = ServerGuard::State;

namespace {

const Error refused{ErrorKind::ConnectionRefused, QStringLiteral("refused"), 0, {}};
const Error tooBusy{ErrorKind::HttpStatus, QStringLiteral("the server answered 503"), 503, {}};
const Error reset{ErrorKind::ConnectionReset, QStringLiteral("it broke"), 0, {}};

} // namespace

class TestBrokenBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_manager = std::make_unique<testing::ScriptedManager>();
        m_clock = std::make_unique<base::FakeClock>();
        m_queue = std::make_unique<UploadQueue>(*m_manager, *m_clock);
    }
    void cleanup()
    {
        m_drained.reset();
        m_queue.reset();
        m_server.reset();
    }

    // ---- The guard ----

    void whereSmallOnesGoThroughLargeOnesOpenNothing()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        for (int i = 0; i < 5; ++i)
            cut(guard, clock, {1000 + i, true, false});
        QCOMPARE(guard.state(), State::Open); // nobody can know yet
        clock.advance(1s);
        taken(guard, clock, 10);
        QCOMPARE(guard.state(), State::Closed);
        for (int i = 0; i < 20; ++i)
            cut(guard, clock, {1000, true, false});
        QCOMPARE(guard.state(), State::Closed);
        QCOMPARE(guard.allowed(), 1); // but fewer run
        for (int i = 0; i < 5; ++i) // smaller ones were not known to be too large
            cut(guard, clock, {999, true, false});
        QCOMPARE(guard.state(), State::Open);
        clock.advance(1s);
        taken(guard, clock, 2000);
        QCOMPARE(guard.state(), State::Closed);
        for (int i = 0; i < 5; ++i) // size it was not
            cut(guard, clock, {1000, true, false});
        QCOMPARE(guard.state(), State::Open);
    }

    void whatIsNoBreakOfABodyIsStrainAtAnySize_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<bool>("isCut");
        QTest::addColumn<qint64>("taken");
        QTest::newRow("refused") << refused << false << qint64(10);
        QTest::newRow("answered") << tooBusy << false << qint64(10);
        QTest::newRow("cut, as small as what goes through") << reset << true << qint64(1000);
        QTest::newRow("cut, and of what went through no size is known") << reset << true << qint64(-1);
    }
    void whatIsNoBreakOfABodyIsStrainAtAnySize()
    {
        QFETCH(const Error, error);
        QFETCH(const bool, isCut);
        QFETCH(const qint64, taken);
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 5; ++i) {
                clock.advance(1ms);
                guard.ended(error, clock.now(), {}, {1000, isCut, false});
            }
            QCOMPARE(guard.state(), State::Open);
            clock.advance(1s);
            TestBrokenBodies::taken(guard, clock, taken);
            QCOMPARE(guard.state(), State::Closed);
        }
    }

    void whatGetsOnOpensNothing()
    {
        base::FakeClock clock;
        ServerGuard guard(clock);
        guard.setOn(true);
        for (int i = 0; i < 20; ++i)
            cut(guard, clock, {1000, true, i > 0});
        QCOMPARE(guard.state(), State::Closed);
        for (int i = 0; i < 5; ++i)
            end(guard, clock, refused);
        QCOMPARE(guard.state(), State::Open);
        clock.advance(1s);
        cut(guard, clock, {1000, true, true}); // the probe
        QCOMPARE(guard.state(), State::Closed);
        QCOMPARE(guard.failedProbes(), 0);
    }

    // ---- tus ----

    // A shaky line: it breaks again and again, and each attempt finds more on the server.
    void tusThatGetsOnIsNotGivenUp()
    {
        m_queue->setRetryPolicy({.attempts = 3, .givesUp = true});
        useTus();
        constexpr qint64 size = 100'000;
        const UploadId id = add(QStringLiteral("f"), 1, size).constFirst();
        runEvents();
        answer(0, 204); // OPTIONS
        reply(1)->giveHeader("Location", "/files/1");
        answer(1, 201);
        qsizetype n = 2;
        for (int broken = 1; broken <= 10; ++broken) {
            breakOff(n++, 5000); // PATCH
            QCOMPARE(m_queue->find(id)->state, UploadState::Waiting);
            wait(n);
            reply(n)->giveHeader("Upload-Offset", QByteArray::number(broken * 5000));
            answer(n++, 200); // HEAD
        }
        reply(n)->giveHeader("Upload-Offset", QByteArray::number(size));
        answer(n, 204);
        QCOMPARE(m_queue->find(id)->state, UploadState::Done);
        QCOMPARE(m_queue->find(id)->attempts, 11);
    }

    void tusThatDoesNotGetOnEnds()
    {
        m_queue->setRetryPolicy({.attempts = 3, .givesUp = true});
        useTus();
        const UploadId id = add(QStringLiteral("f"), 1, 100'000).constFirst();
        runEvents();
        answer(0, 204);
        reply(1)->giveHeader("Location", "/files/1");
        answer(1, 201);
        qsizetype n = 2;
        for (int broken = 1; m_queue->find(id)->state != UploadState::Failed; ++broken) {
            QVERIFY(broken < 20);
            breakOff(n++, 5000);
            if (m_queue->find(id)->state == UploadState::Failed)
                break;
            wait(n);
            reply(n)->giveHeader("Upload-Offset", "0"); // nothing of it arrived
            answer(n++, 200);
        }
        QCOMPARE(m_queue->find(id)->attempts, 4);
    }

    void tusThatHasMoreThanWasSentIsNotBelieved_data()
    {
        QTest::addColumn<bool>("isPaused");
        QTest::newRow("tried again") << false;
        QTest::newRow("paused, which nobody hears the end of") << true;
    }
    void tusThatHasMoreThanWasSentIsNotBelieved()
    {
        QFETCH(const bool, isPaused);
        m_queue->setRetryPolicy({.attempts = 3});
        useTus();
        const UploadId id = add(QStringLiteral("f"), 1, 100'000).constFirst();
        runEvents();
        answer(0, 204);
        reply(1)->giveHeader("Location", "/files/1");
        answer(1, 201);
        if (isPaused) {
            reply(2)->emitProgress(5000);
            m_queue->pause(id);
            m_queue->resume(id);
            runEvents();
        } else {
            breakOff(2, 5000);
        }
        wait(3);
        reply(3)->giveHeader("Upload-Offset", "100000");
        answer(3, 200); // HEAD
        QCOMPARE(m_queue->find(id)->state, isPaused ? UploadState::Done : UploadState::Sending);
        QCOMPARE(m_manager->replies.size(), isPaused ? 4 : 5);
        if (!isPaused)
            QCOMPARE(reply(4)->request().attribute(QNetworkRequest::CustomVerbAttribute).toByteArray(),
                     "POST");
    }

    // ---- A real server ----

    void largeAnswerHeadIsTheServersAndIsNotAskedForTwice_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("a line") << QStringLiteral("huge-header");
        QTest::newRow("many lines") << QStringLiteral("endless-headers");
    }
    void largeAnswerHeadIsTheServersAndIsNotAskedForTwice()
    {
        QFETCH(const QString, kind);
        prepare(QStringLiteral("/broken?id=a&kind=") + kind, {.attempts = 3, .step = 1ms});
        add(QStringLiteral("f"), 1, 1000);
        QVERIFY(m_drained->wait(60'000));
        const UploadRecord record = m_queue->records().constFirst();
        QCOMPARE(record.state, UploadState::Failed);
        QCOMPARE(record.error.kind, ErrorKind::TooLarge);
        QCOMPARE(record.error.httpStatus, 200);
        QVERIFY2(record.error.message.contains(QStringLiteral("header of the server's answer")),
                 qPrintable(record.error.message));
        QCOMPARE(m_server->stats(QStringLiteral("a")).requests, 1);
    }

    void largeOnesThatAreCutHoldUpNoSmallOnes_data()
    {
        QTest::addColumn<bool>("givesUp");
        QTest::newRow("somebody waits for the end") << true;
        QTest::newRow("the queue waits") << false;
    }
    void largeOnesThatAreCutHoldUpNoSmallOnes()
    {
        QFETCH(const bool, givesUp);
        constexpr qint64 large = 32 * 1024 * 1024;
        constexpr int largeOnes = 8,
                      smallOnes = 100; // as many as the budget needs for the others' repetitions
        prepare(QStringLiteral("/reset?after=1048576&above=2000000&id=a"),
                {.attempts = 2, .step = 10ms, .givesUp = givesUp});
        QSignalSpy paused(m_queue.get(), &UploadQueue::paused);
        add(QStringLiteral("large"), largeOnes, large);
        add(QStringLiteral("small"), smallOnes, 1000);
        QVERIFY(m_drained->wait(60'000));
        QCOMPARE(m_queue->totals().done, smallOnes);
        for (const UploadRecord &record : m_queue->records().first(largeOnes)) {
            QCOMPARE(record.state, UploadState::Failed);
            QCOMPARE(record.error.kind, ErrorKind::ConnectionReset);
            QVERIFY2(record.error.message.contains(QStringLiteral("of %1 bytes of the file").arg(large)),
                     qPrintable(record.error.message));
            QVERIFY2(!record.error.message.contains(QStringLiteral("given up")),
                     qPrintable(record.error.message));
        }
        for (const auto &pause : std::as_const(paused)) // the second one would be of a probe that failed
            QCOMPARE(pause.at(0).value<std::chrono::milliseconds>(), 1s);
    }

private:
    /// An attempt that began and ended just now.
    static void end(ServerGuard &guard, base::FakeClock &clock, const Error &error)
    {
        clock.advance(1ms);
        guard.ended(error, clock.now());
    }
    static void cut(ServerGuard &guard, base::FakeClock &clock, const ServerGuard::Upload &upload)
    {
        clock.advance(1ms);
        guard.ended(reset, clock.now(), {}, upload);
    }
    static void taken(ServerGuard &guard, base::FakeClock &clock, qint64 bytes)
    {
        clock.advance(1ms);
        guard.ended(Error(), clock.now(), {}, {bytes, false, false});
    }

    QList<UploadId> add(const QString &name, int files, qint64 size)
    {
        QList<UploadQueue::Item> items;
        for (int i = 0; i < files; ++i) {
            items.append({m_folder.filePath(name + QString::number(i)), {}});
            if (!testing::writePattern(items.last().path, size))
                qFatal("no file");
        }
        return m_queue->add(items);
    }
    [[nodiscard]] testing::ScriptedReply *reply(qsizetype n) const { return m_manager->replies[n]; }
    void answer(qsizetype n, int status)
    {
        reply(n)->answer(status);
        runEvents();
    }
    void useTus()
    {
        UploadTarget target;
        target.endpoint.url = QUrl(QStringLiteral("http://localhost/files"));
        target.method = UploadMethod::Tus;
        m_queue->setTarget(target);
    }
    void breakOff(qsizetype n, qint64 sent)
    {
        reply(n)->emitProgress(sent);
        reply(n)->end(reset);
        runEvents();
    }
    /// Until there is a request of that number.
    void wait(qsizetype n)
    {
        for (int i = 0; i < 1000 && m_manager->replies.size() <= n; ++i) {
            m_clock->advance(100ms);
            runEvents();
        }
        QCOMPARE(m_manager->replies.size(), n + 1);
    }
    /// Makes the queue one for the real server.
    void prepare(const QString &path, const RetryPolicy &policy)
    {
        m_server = std::make_unique<support::FaultyServer>();
        QVERIFY2(m_server->start(), qPrintable(m_server->failure()));
        m_queue = std::make_unique<UploadQueue>(m_curl, m_system);
        m_drained = std::make_unique<QSignalSpy>(m_queue.get(), &UploadQueue::drained);
        m_queue->setThreads(1);
        m_queue->setRetryPolicy(policy);
        UploadTarget target;
        target.endpoint.url = m_server->url(path);
        m_queue->setTarget(target);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<testing::ScriptedManager> m_manager;
    std::unique_ptr<base::FakeClock> m_clock;
    net::CurlAccessManager m_curl;
    base::SystemClock m_system;
    std::unique_ptr<support::FaultyServer> m_server;
    std::unique_ptr<UploadQueue> m_queue;
    std::unique_ptr<QSignalSpy> m_drained;
};

QTEST_GUILESS_MAIN(TestBrokenBodies)
#include "tst_brokenbodies.moc"
