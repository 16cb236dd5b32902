// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/session/archivetest.h"

#include <QFile>
#include <QTest>

using namespace std::chrono_literals;
using transfer::UploadId;
using transfer::UploadState;

/// What is known after a kill of things that the archive's own moments come too late for.
class TestKeptAtOnce final : public testing::ArchiveTest
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreKnownBeforeTheArchiveIsWritten();
    void resumePointsAreWrittenSoon();
};

void TestKeptAtOnce::answersAreKnownBeforeTheArchiveIsWritten()
{
    (void)open(plan());
    setTarget();
    m_session->setParallelLimit(3);
    add(makeFiles(4));
    awaitPosts(3);
    answer(0);
    answer(0, 413);
    restartAfterKill(); // no time has passed
    const session::SharedSnapshot snapshot = m_session->snapshot({});
    QCOMPARE(snapshot->uploads[0].state, UploadState::Done);
    QCOMPARE(snapshot->uploads[0].httpStatus, 201);
    QCOMPARE(states(), QStringLiteral("DIII")); // of a refusal nobody but the server knows
}

void TestKeptAtOnce::resumePointsAreWrittenSoon()
{
    (void)open(plan());
    transfer::UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("http://127.0.0.1:1/files"));
    target.method = transfer::UploadMethod::Tus;
    m_session->setTarget(target);
    add(makeFiles(1));
    const auto reply = [this](qsizetype n) -> testing::ScriptedReply * {
        const bool isThere
            = QTest::qWaitFor([&] { return pass(20ms), m_manager->replies.size() > n; }, 30'000);
        return isThere ? m_manager->replies[n] : nullptr;
    };
    testing::ScriptedReply *features = reply(0);
    QVERIFY(features);
    features->giveHeader("Tus-Extension", "creation");
    features->answer(204);
    testing::ScriptedReply *creation = reply(1);
    QVERIFY(creation);
    creation->giveHeader("Location", "/files/7");
    creation->answer(201);
    QVERIFY(reply(2)); // what is sent, and not answered
    // Only what is written soon is: the clock stands at a small part of a quarter of a second from now on.
    pass(20ms);
    QFile log(plan().path + QStringLiteral("-wal"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QTRY_VERIFY(log.seek(0) && log.readAll().contains("http://127.0.0.1:1/files/7"));
    restartAfterKill();
    QCOMPARE(states(), QStringLiteral("I"));
    QCOMPARE(m_session->snapshot({})->uploads[0].resume.url,
             QUrl(QStringLiteral("http://127.0.0.1:1/files/7")));
}

QTEST_GUILESS_MAIN(TestKeptAtOnce)
#include "tst_keptatonce.moc"
