// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/attemptlog.h"
#include "core/transfer/uploadform.h"

#include <QTest>

using transfer::AttemptLog;
using transfer::UploadAttempt;
using transfer::UploadDetails;
using transfer::UploadId;
using transfer::UploadRecord;

class TestAttemptLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLastAttempts();
    void forgetsLongAgoOnes();
    void keepsFailedOnesLonger();
    void staysSmallHoweverManyThereAre();
    void forgetsOnRequest();
    void tellsHeadsOfTheLastAttempt();
};

static UploadRecord recordOf(quint64 id, int attempts = 1)
{
    UploadRecord record;
    record.id = UploadId{id};
    record.path = QStringLiteral("/data/%1").arg(id);
    record.attempts = attempts;
    record.startedAtMs = attempts * 1'000;
    return record;
}

static UploadAttempt::Outcome outcomeOf(int status)
{
    UploadAttempt::Outcome outcome;
    outcome.httpStatus = status;
    if (status >= 300)
        outcome.error = {base::ErrorKind::HttpStatus, {}, status, QStringLiteral("not now")};
    outcome.request.operation = QNetworkAccessManager::PostOperation;
    outcome.request.request = QNetworkRequest(QUrl(QStringLiteral("http://host/upload")));
    outcome.request.url = outcome.request.request.url();
    return outcome;
}

static bool isKnown(const AttemptLog &log, quint64 id)
{
    return !log.details(UploadId{id}).attempts.isEmpty();
}

void TestAttemptLog::keepsTheLastAttempts()
{
    AttemptLog log;
    for (int attempt = 1; attempt <= 8; ++attempt)
        log.ended(recordOf(1, attempt), outcomeOf(attempt < 8 ? 503 : 201), attempt * 1'000 + 40, nullptr);
    const UploadDetails details = log.details(UploadId{1});
    QCOMPARE(details.attempts.size(), AttemptLog::attemptsKept);
    QCOMPARE(details.attempts.first().number, 4);
    const transfer::AttemptSummary last = details.attempts.last();
    QCOMPARE(last, (transfer::AttemptSummary{8, 8'000, 8'040, 201, {}}));
    QCOMPARE(details.attempts.first().error.detail, QStringLiteral("not now"));
}

void TestAttemptLog::forgetsLongAgoOnes()
{
    AttemptLog log;
    for (quint64 id = 1; id <= AttemptLog::recentKept + 1; ++id)
        log.ended(recordOf(id), outcomeOf(201), 0, nullptr);
    QVERIFY(!isKnown(log, 1));
    QVERIFY(isKnown(log, 2));
    QVERIFY(isKnown(log, AttemptLog::recentKept + 1));
}

void TestAttemptLog::keepsFailedOnesLonger()
{
    AttemptLog log;
    log.ended(recordOf(1), outcomeOf(413), 0, nullptr);
    log.ended(recordOf(2), outcomeOf(503), 0, nullptr);
    log.ended(recordOf(2, 2), outcomeOf(201), 0, nullptr); // It was well in the end.
    for (quint64 id = 3; id <= 2 * AttemptLog::recentKept; ++id)
        log.ended(recordOf(id), outcomeOf(201), 0, nullptr);
    QVERIFY(isKnown(log, 1));
    QCOMPARE(log.details(UploadId{2}).attempts.size(), 2);
    QVERIFY(!isKnown(log, 3));
    for (quint64 id = 10'001; id <= 10'000 + AttemptLog::failedKept; ++id)
        log.ended(recordOf(id), outcomeOf(500), 0, nullptr);
    QVERIFY(!isKnown(log, 1));
    QVERIFY(isKnown(log, 10'001));
}

void TestAttemptLog::staysSmallHoweverManyThereAre()
{
    AttemptLog log;
    for (quint64 id = 1; id <= 20'000; ++id) {
        for (int attempt = 1; attempt <= 3; ++attempt)
            log.ended(recordOf(id, attempt), outcomeOf(id % 3 ? 503 : 201), 0, nullptr);
    }
    QVERIFY2(log.size() <= AttemptLog::failedKept + AttemptLog::recentKept,
             qPrintable(QString::number(log.size())));
}

void TestAttemptLog::forgetsOnRequest()
{
    AttemptLog log;
    for (quint64 id = 1; id <= 3; ++id)
        log.ended(recordOf(id), outcomeOf(413), 0, nullptr);
    log.forget({UploadId{1}, UploadId{3}, UploadId{99}});
    QCOMPARE(log.size(), size_t(1));
    for (quint64 id = 4; id <= 5'000; ++id)
        log.ended(recordOf(id), outcomeOf(413), 0, nullptr);
    QVERIFY(!isKnown(log, 2));
    QCOMPARE(log.size(), AttemptLog::failedKept);
}

void TestAttemptLog::tellsHeadsOfTheLastAttempt()
{
    transfer::UploadTarget then;
    then.endpoint.url = QUrl(QStringLiteral("http://then/upload"));
    AttemptLog log;
    UploadAttempt::Outcome outcome = outcomeOf(201);
    outcome.answerHeaders = {{"Location", "/files/7"}, {"Set-Cookie", "id=hidden; Path=/"}};
    log.ended(recordOf(1), outcome, 0, std::make_shared<const transfer::UploadForm>(then));
    const UploadDetails details = log.details(UploadId{1});
    QCOMPARE(details.requestLine, QStringLiteral("POST http://host/upload"));
    QVERIFY(details.requestHeaders.contains(net::Header("Host", "host")));
    QCOMPARE(details.answerHeaders.first(), net::Header("Location", "/files/7"));
    QVERIFY(!details.answerHeaders.last().second.contains("hidden"));
    QVERIFY(log.targetOf(UploadId{1}));
    QCOMPARE(log.targetOf(UploadId{1})->endpoint.url, then.endpoint.url);
    QVERIFY(!log.targetOf(UploadId{2}));
    const UploadDetails unsent = log.details(UploadId{2});
    QVERIFY(unsent.requestLine.isEmpty() && unsent.requestHeaders.isEmpty());
}

QTEST_GUILESS_MAIN(TestAttemptLog)
#include "tst_attemptlog.moc"
