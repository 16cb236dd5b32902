// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/uploadruns.h"
#include "tests/session/sessiontest.h"

#include <QTest>

using session::Session;
using session::SharedSnapshot;
using session::UploadRuns;
using namespace std::chrono_literals;

/// Where a session's uploads are cut into runs.
class TestUploadRuns final : public testing::SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { session::registerMetaTypes(); }
    void anotherAddressEndsARun();
    void theFirstAddressAndTheSameOneEndNothing();
    void withoutUploadsThereIsNoRun();
    void whatIsUnderWayIsOfTheNextRun();
    void whatWasClearedBelongsToItsRun();
    void tooManyClearedAreARunAtOnce();

private:
    /// By number, as the queue counts.
    [[nodiscard]] static QString rows(const SharedSnapshot &run)
    {
        QStringList numbers;
        for (const transfer::UploadRecord &upload : run ? run->uploads : QList<transfer::UploadRecord>())
            numbers += QString::number(upload.id.value);
        return run ? numbers.join(u' ') : QStringLiteral("none");
    }
    /// To its end, or to where it waits for an answer.
    void upload(bool isAnswered = true)
    {
        pass(1s); // A run is told from the next one by the time.
        add(makeFiles(1));
        if (!isAnswered)
            return;
        answer(0);
        pass(1s);
    }

    const QUrl m_here{QStringLiteral("http://127.0.0.1:1/upload")};
    const QUrl m_there{QStringLiteral("http://127.0.0.1:1/elsewhere")};
};

void TestUploadRuns::anotherAddressEndsARun()
{
    UploadRuns runs(*m_session);
    QVERIFY(!runs.moveTo(m_here));
    setTarget();
    upload();
    upload();
    const SharedSnapshot first = runs.moveTo(m_there);
    QCOMPARE(rows(first), QStringLiteral("1 2"));
    QCOMPARE(first->server, m_here);
    setTarget(m_there.toString());
    upload();
    const SharedSnapshot second = runs.end();
    QCOMPARE(rows(second), QStringLiteral("3"));
    QCOMPARE(second->server, m_there);
    QVERIFY(second->startedAtMs >= first->finishedAtMs);
}

void TestUploadRuns::theFirstAddressAndTheSameOneEndNothing()
{
    setTarget();
    upload();
    UploadRuns runs(*m_session);
    QVERIFY(!runs.moveTo(m_here)); // What came back from before belongs to it.
    upload();
    QVERIFY(!runs.moveTo(m_here)); // Connected anew.
    QCOMPARE(rows(runs.end()), QStringLiteral("1 2"));
}

void TestUploadRuns::withoutUploadsThereIsNoRun()
{
    UploadRuns runs(*m_session);
    QVERIFY(!runs.moveTo(m_here));
    QVERIFY(!runs.moveTo(m_there));
    setTarget();
    upload();
    QVERIFY(runs.end());
    pass(1s);
    QVERIFY(!runs.end());
}

void TestUploadRuns::whatIsUnderWayIsOfTheNextRun()
{
    UploadRuns runs(*m_session);
    setTarget();
    upload();
    upload(false);
    QCOMPARE(rows(runs.end()), QStringLiteral("1"));
    pass(1s);
    answer(0);
    pass(1s);
    QCOMPARE(rows(runs.end()), QStringLiteral("2"));
}

void TestUploadRuns::whatWasClearedBelongsToItsRun()
{
    UploadRuns runs(*m_session);
    connect(m_session.get(), &Session::uploadsCleared, m_session.get(),
            [&runs](const QList<transfer::UploadRecord> &records) { QVERIFY(!runs.clear(records)); });
    setTarget();
    upload();
    m_session->clearFinished();
    QVERIFY(m_session->snapshot({})->uploads.isEmpty());
    upload();
    QCOMPARE(rows(runs.end()), QStringLiteral("1 2"));
    QVERIFY2(!runs.end(), "once only");
}

void TestUploadRuns::tooManyClearedAreARunAtOnce()
{
    UploadRuns runs(*m_session);
    setTarget();
    upload();
    // As if each of so many had been cleared; the queue itself still holds one.
    QList<transfer::UploadRecord> cleared(UploadRuns::mostCleared,
                                          m_session->snapshot({})->uploads.constFirst());
    for (qsizetype i = 0; i < cleared.size(); ++i)
        cleared[i].id = transfer::UploadId{static_cast<quint64>(i + 2)};
    QVERIFY(!runs.clear(cleared));
    transfer::UploadRecord further = cleared.constLast();
    const SharedSnapshot run = runs.clear({further});
    QVERIFY(run);
    QCOMPARE(run->uploads.size(), UploadRuns::mostCleared + 1);
    pass(1s);
    QVERIFY2(!runs.end(), "they are forgotten");
}

QTEST_GUILESS_MAIN(TestUploadRuns)
#include "tst_uploadruns.moc"
