// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkerror.h"
#include "tests/transfer/jobbench.h"
#include "tests/transfer/pattern.h"

#include <QTest>

using base::ErrorKind;
using testing::anyTarget;
using testing::JobBench;
using testing::JobFile;
using testing::ScriptedReply;
using transfer::UploadJob;
using namespace std::chrono_literals;

/// One attempt to its end: what is sent, and what is made of the answer.
class TestUploadJob final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodUpload();
    void exampleOfTheHeader();
    void oneJobMakesManyAttempts();
    void outcomes_data();
    void outcomes();
    void untypedErrorsOfAnyManager();
    void fileErrorsComeFirst();
    void changedFileIsNoSuccess_data();
    void changedFileIsNoSuccess();
    void missingFileMakesNoRequest();
    void progressCountsTheFileOnly();
    void progressNeverGoesBack();
    void emptyFile();
    void earlyAnswer();
    void oldEngineTurnsPostIntoGet();
    void longAnswersAreNoFailure_data();
    void longAnswersAreNoFailure();
    void endlessGoodAnswerWaitsForTheBody();
    void refusalThatDoesNotEnd();
    void slowGoodAnswerIsWaitedFor();
    void resultElsewhere_data();
    void resultElsewhere();
    void nothingSecretComesBack_data();
    void nothingSecretComesBack();
};

void TestUploadJob::goodUpload()
{
    JobBench b;
    QCOMPARE(b.job->fileBytes(), -1);
    b.job->start(anyTarget(), b.file.path());
    QCOMPARE(b.job->fileBytes(), JobFile::size);
    QCOMPARE(b.log, QStringList());
    QVERIFY(b.reply()->readBody());
    QVERIFY(b.reply()->body().contains("filename=\"file.bin\""));
    QVERIFY(b.reply()->body().contains(testing::pattern(0, JobFile::size)));
    b.reply()->emitAllSent();
    const net::PhaseTimings timings{1us, 2us, 3us, 4us, 5us, 6us};
    b.reply()->setAnyAttribute(net::phaseTimingsAttribute, QVariant::fromValue(timings));
    b.reply()->answer(201, "Created", "stored as 17\n");
    QCOMPARE(
        b.log,
        (QStringList{QStringLiteral("sent 10000"), QStringLiteral("body sent"), QStringLiteral("finished")}));
    QCOMPARE(b.outcome.error, base::Error{});
    QCOMPARE(b.outcome.httpStatus, 201);
    QCOMPARE(b.outcome.serverMessage, QStringLiteral("stored as 17"));
    QCOMPARE(b.outcome.timings, timings);
    QCOMPARE(b.outcome.bytesSent, JobFile::size);
}

void TestUploadJob::oneJobMakesManyAttempts()
{
    const JobFile file;
    const QString small = file.missing(); // not any more
    QFile writer(small);
    QVERIFY(writer.open(QIODevice::WriteOnly));
    QCOMPARE(writer.write("x"), 1);
    writer.close();
    testing::ScriptedManager manager;
    base::SystemClock clock;
    const transfer::UploadForm form(anyTarget());
    UploadJob job(manager, clock);
    QVERIFY(!job.suits(form)); // start() is what comes first
    QList<qint64> progress;
    QList<qint64> sent;
    connect(&job, &UploadJob::progressed, this, [&](qint64 bytes) { progress.append(bytes); });
    connect(&job, &UploadJob::finished, this, [&](const UploadJob::Outcome &outcome) {
        sent.append(outcome.bytesSent);
        QVERIFY(job.suits(form));
        if (sent.size() == 1)
            job.start(form, small); // from within its signal
    });
    job.start(form, file.path());
    QVERIFY(!job.suits(form));
    for (int i = 0; i < 2; ++i) {
        QVERIFY(manager.last()->readBody());
        manager.last()->emitAllSent();
        manager.last()->answer(201, "Created", "stored");
    }
    QCOMPARE(sent, (QList<qint64>{JobFile::size, 1}));
    job.start(form, file.path() + QStringLiteral(".not"));
    QCOMPARE(job.fileBytes(), -1);
    QTRY_COMPARE(sent, (QList<qint64>{JobFile::size, 1, 0}));
    QCOMPARE(progress, (QList<qint64>{JobFile::size, 1}));
    transfer::UploadTarget resumable = anyTarget();
    resumable.method = transfer::UploadMethod::Tus;
    QVERIFY(!job.suits(transfer::UploadForm(resumable)));
}

void TestUploadJob::exampleOfTheHeader()
{
    const JobFile file;
    // As in the header, with a manager that can be looked into.
    testing::ScriptedManager manager;
    base::SystemClock clock;
    transfer::UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("http://localhost:8080/upload"));
    bool isStored = false;
    UploadJob job(manager, clock);
    QObject::connect(&job, &UploadJob::finished, this, [&](const UploadJob::Outcome &outcome) {
        isStored = outcome.error.kind == ErrorKind::None;
    });
    job.start(target, file.path(), QStringLiteral("other.bin"));
    QVERIFY(manager.last()->readBody());
    QVERIFY(manager.last()->body().contains("filename=\"other.bin\""));
    manager.last()->answer(200);
    QVERIFY(isStored);
}

void TestUploadJob::outcomes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<base::Error>("transport");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("serverMessage");
    const base::Error none;
    const base::Error reset{ErrorKind::ConnectionReset, QStringLiteral("it broke"), 0, {}};
    QTest::newRow("204 without a text") << 204 << QByteArray("No Content") << QByteArray() << none
                                        << ErrorKind::None << QString() << QStringLiteral("No Content");
    QTest::newRow("413 with a page") << 413 << QByteArray("Request Entity Too Large")
                                     << QByteArray("<html><title>413 Request Entity Too Large</title></html>")
                                     << base::Error{ErrorKind::HttpStatus, QStringLiteral("x"), 413, {}}
                                     << ErrorKind::HttpStatus
                                     << QStringLiteral("the server answered 413 Request Entity Too Large")
                                     << QStringLiteral("413 Request Entity Too Large");
    QTest::newRow("500 without a reason")
        << 500 << QByteArray() << QByteArray() << none << ErrorKind::HttpStatus
        << QStringLiteral("the server answered 500") << QString();
    QTest::newRow("503 whose text broke off")
        << 503 << QByteArray("Busy") << QByteArray("come back la") << reset << ErrorKind::HttpStatus
        << QStringLiteral("the server answered 503 Busy") << QStringLiteral("come back la");
    QTest::newRow("304") << 304 << QByteArray("Not Modified") << QByteArray() << none << ErrorKind::HttpStatus
                         << QStringLiteral("the server answered 304 Not Modified")
                         << QStringLiteral("Not Modified");
    QTest::newRow("200 that broke off")
        << 200 << QByteArray("OK") << QByteArray("sto") << reset << ErrorKind::ConnectionReset
        << QStringLiteral("it broke") << QStringLiteral("sto");
    QTest::newRow("no answer") << 0 << QByteArray() << QByteArray() << reset << ErrorKind::ConnectionReset
                               << QStringLiteral("it broke") << QString();
    const base::Error refused{
        ErrorKind::TooManyRedirects, QStringLiteral("the transport knows why"), 307, {}};
    QTest::newRow("redirect the transport refused")
        << 307 << QByteArray() << QByteArray() << refused << ErrorKind::TooManyRedirects << refused.message
        << QString();
}

void TestUploadJob::outcomes()
{
    QFETCH(int, status);
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, text);
    QFETCH(base::Error, transport);
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    if (status > 0)
        b.reply()->giveHead(status, reason, text.startsWith('<') ? "text/html" : "text/plain");
    if (!text.isEmpty())
        b.reply()->giveData(text);
    b.reply()->end(transport);
    QCOMPARE(b.log, QStringList{QStringLiteral("finished")});
    QTEST(b.outcome.error.kind, "kind");
    QTEST(b.outcome.error.message, "message");
    QTEST(b.outcome.serverMessage, "serverMessage");
    QCOMPARE(b.outcome.httpStatus, status);
    const bool isGood = b.outcome.error.kind == ErrorKind::None;
    QCOMPARE(b.outcome.error.httpStatus, isGood ? 0 : status);
    QCOMPARE(b.outcome.error.detail,
             b.outcome.error.kind == ErrorKind::HttpStatus ? b.outcome.serverMessage : QString());
}

void TestUploadJob::untypedErrorsOfAnyManager()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    b.reply()->failUntyped(QNetworkReply::ConnectionRefusedError, QStringLiteral("Connection refused"));
    QCOMPARE(b.outcome.error.kind, ErrorKind::ConnectionRefused);
    QCOMPARE(b.outcome.error.message, QStringLiteral("Connection refused"));
}

void TestUploadJob::fileErrorsComeFirst()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    QVERIFY(QFile::resize(b.file.path(), 100));
    QVERIFY(!b.reply()->readBody());
    b.reply()->failUntyped(QNetworkReply::UnknownNetworkError, QStringLiteral("Unknown error"));
    QCOMPARE(b.outcome.error.kind, ErrorKind::FileChanged);
    QCOMPARE(b.outcome.error.message, QStringLiteral("the file shrank while it was being sent"));
}

void TestUploadJob::changedFileIsNoSuccess_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("a 2xx is none") << 200 << ErrorKind::FileChanged;
    QTest::newRow("a refusal says more") << 413 << ErrorKind::HttpStatus;
}

void TestUploadJob::changedFileIsNoSuccess()
{
    QFETCH(int, status);
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    QVERIFY(b.reply()->readBody());
    QVERIFY(QFile::resize(b.file.path(), JobFile::size + 1));
    b.reply()->emitAllSent();
    b.reply()->answer(status);
    QTEST(b.outcome.error.kind, "kind");
    QCOMPARE(b.outcome.error.httpStatus, status);
    QCOMPARE(b.outcome.httpStatus, status);
}

void TestUploadJob::missingFileMakesNoRequest()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.missing());
    QCOMPARE(b.log, QStringList()); // not from within start()
    QTRY_COMPARE(b.log, QStringList{QStringLiteral("finished")});
    QCOMPARE(b.outcome.error.kind, ErrorKind::FileMissing);
    QCOMPARE(b.job->fileBytes(), -1);
    QCOMPARE(b.manager.replies.size(), 0);
}

void TestUploadJob::progressCountsTheFileOnly()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    QVERIFY(b.reply()->readBody());
    const qint64 before = b.reply()->body().indexOf(testing::pattern(0, 100));
    QVERIFY(before > 0);
    b.reply()->emitProgress(before); // the part's head alone is nothing
    b.reply()->emitProgress(before + 1);
    b.reply()->emitProgress(before + JobFile::size); // all of the file, but not of the body
    b.reply()->emitAllSent();
    QCOMPARE(
        b.log,
        (QStringList{QStringLiteral("sent 1"), QStringLiteral("sent 10000"), QStringLiteral("body sent")}));
}

void TestUploadJob::progressNeverGoesBack()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    b.reply()->emitProgress(5'000);
    const QStringList before = b.log;
    b.reply()->emitProgress(5'000);
    b.reply()->emitProgress(3'000); // a redirect starts anew
    Q_EMIT b.reply()->uploadProgress(0, 0); // how Qt's engine ends
    Q_EMIT b.reply()->uploadProgress(10, -1);
    QCOMPARE(b.log, before);
    b.reply()->emitAllSent();
    b.reply()->emitAllSent();
    QCOMPARE(b.log, before + (QStringList{QStringLiteral("sent 10000"), QStringLiteral("body sent")}));
}

void TestUploadJob::emptyFile()
{
    JobBench b;
    QVERIFY(testing::writePattern(b.file.path(), 0));
    b.job->start(anyTarget(), b.file.path());
    QVERIFY(b.reply()->readBody());
    b.reply()->emitAllSent();
    b.reply()->answer(200);
    QCOMPARE(b.log, (QStringList{QStringLiteral("body sent"), QStringLiteral("finished")}));
    QCOMPARE(b.outcome.error.kind, ErrorKind::None);
    QCOMPARE(b.outcome.bytesSent, 0);
}

void TestUploadJob::earlyAnswer()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    b.reply()->emitProgress(2'000);
    b.reply()->answer(413, "Too Large", "no");
    QCOMPARE(b.log.size(), 2);
    QCOMPARE(b.outcome.error.kind, ErrorKind::HttpStatus);
    QVERIFY(b.outcome.bytesSent < JobFile::size);
}

void TestUploadJob::oldEngineTurnsPostIntoGet()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    b.reply()->setOperationTo(QNetworkAccessManager::GetOperation);
    b.reply()->answer(200);
    QCOMPARE(b.outcome.error.kind, ErrorKind::RedirectRefused);

    JobBench manual;
    manual.job->start(anyTarget(), manual.file.path());
    manual.reply()->setAnyAttribute(QNetworkRequest::RedirectionTargetAttribute,
                                    QUrl(QStringLiteral("/new place")));
    manual.reply()->answer(302, "Found");
    QCOMPARE(manual.outcome.error.kind, ErrorKind::RedirectRefused);
    QCOMPARE(manual.outcome.error.httpStatus, 302);
    QVERIFY2(manual.outcome.error.message.contains(QStringLiteral("http://localhost/new place (302)")),
             qPrintable(manual.outcome.error.message));
}

void TestUploadJob::longAnswersAreNoFailure_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isSent");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("200") << 200 << true << ErrorKind::None;
    QTest::newRow("413 before the end of the body") << 413 << false << ErrorKind::HttpStatus;
}

void TestUploadJob::longAnswersAreNoFailure()
{
    QFETCH(int, status);
    QFETCH(bool, isSent);
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    if (isSent)
        b.reply()->emitAllSent();
    b.reply()->giveHead(status);
    const QPointer<ScriptedReply> reply = b.reply();
    for (int i = 0; i < 1000 && reply && !b.log.contains(QStringLiteral("finished")); ++i)
        reply->giveData(QByteArray(10'000, 'x'));
    QCOMPARE(b.log.count(QStringLiteral("finished")), 1);
    QTEST(b.outcome.error.kind, "kind");
    QCOMPARE(b.outcome.httpStatus, status);
    QVERIFY(b.outcome.serverMessage.startsWith(QStringLiteral("xxxx")));
    QVERIFY(b.outcome.serverMessage.size() <= 2048);
    QVERIFY(reply->wasAborted());
}

void TestUploadJob::endlessGoodAnswerWaitsForTheBody()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    b.reply()->giveHead(200);
    for (int i = 0; i < 300; ++i)
        b.reply()->giveData(QByteArray(10'000, 'x'));
    QCOMPARE(b.log, QStringList()); // cutting it off now would cut off the upload
    b.reply()->emitAllSent();
    b.reply()->giveData("x");
    QVERIFY(b.log.contains(QStringLiteral("finished")));
    QCOMPARE(b.outcome.error.kind, ErrorKind::None);
}

void TestUploadJob::refusalThatDoesNotEnd()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    b.reply()->giveHead(413, "Too Large");
    b.reply()->giveData("drip");
    b.clock.advance(4s);
    b.reply()->giveData("drop");
    QCOMPARE(b.log, QStringList());
    b.clock.advance(2s);
    QCOMPARE(b.log, QStringList{QStringLiteral("finished")});
    QCOMPARE(b.outcome.error.kind, ErrorKind::HttpStatus);
    QCOMPARE(b.outcome.serverMessage, QStringLiteral("dripdrop"));
}

void TestUploadJob::slowGoodAnswerIsWaitedFor()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    b.reply()->emitAllSent();
    b.reply()->giveHead(200);
    b.reply()->giveData("working");
    b.clock.advance(1h);
    QVERIFY(!b.log.contains(QStringLiteral("finished")));
    b.reply()->end();
    QCOMPARE(b.outcome.error.kind, ErrorKind::None);
}

void TestUploadJob::resultElsewhere_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<bool>("isDone");
    QTest::newRow("post, redirect, get") << 303 << QByteArray("/files/17") << true << true;
    QTest::newRow("before it was sent") << 303 << QByteArray("/files/17") << false << false;
    QTest::newRow("to sign in") << 303 << QByteArray("/login") << true << false;
    QTest::newRow("to somebody else") << 303 << QByteArray("http://other/files/17") << true << false;
    QTest::newRow("moved") << 302 << QByteArray("/files/17") << true << false;
}

void TestUploadJob::resultElsewhere()
{
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    QFETCH(bool, isWhole);
    QFETCH(bool, isDone);
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    QVERIFY(b.reply()->readBody());
    if (isWhole)
        b.reply()->emitAllSent();
    b.reply()->giveHeader("Location", location);
    b.reply()->setAnyAttribute(QNetworkRequest::RedirectionTargetAttribute, QUrl::fromEncoded(location));
    b.reply()->answer(status, "X", "elsewhere");
    QCOMPARE(b.outcome.httpStatus, status);
    QCOMPARE(b.outcome.error.kind, isDone ? ErrorKind::None : ErrorKind::RedirectRefused);
    const QString target
        = anyTarget().endpoint.url.resolved(QUrl::fromEncoded(location)).toString(QUrl::RemoveUserInfo);
    if (isDone)
        QCOMPARE(b.outcome.serverMessage, QStringLiteral("the result is at ") + target);
    else
        QVERIFY2(b.outcome.error.message.contains(target + QStringLiteral(" (")),
                 qPrintable(b.outcome.error.message));
}

void TestUploadJob::nothingSecretComesBack_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("taken") << 200;
    QTest::newRow("refused") << 403;
    QTest::newRow("sent elsewhere") << 302;
}

void TestUploadJob::nothingSecretComesBack()
{
    QFETCH(int, status);
    transfer::UploadTarget target = anyTarget();
    target.endpoint.headers = {{"X-Api-Key", "S3cretKEY"}};
    target.endpoint.transport.token = QStringLiteral("S3cretTOK");
    target.form = {{QStringLiteral("upload_token"), QStringLiteral("S3cretFIELD")},
                   {QStringLiteral("ticket"), QStringLiteral("S3cretTICKET")},
                   {QStringLiteral("album"), QStringLiteral("summer")}};
    target.secretFields = {QStringLiteral("ticket")};
    JobBench b;
    b.job->start(target, b.file.path());
    QVERIFY(b.reply()->readBody());
    b.reply()->emitAllSent();
    b.reply()->giveHeader("X-Echo", "Bearer S3cretTOK");
    b.reply()->setAnyAttribute(QNetworkRequest::RedirectionTargetAttribute,
                               QUrl(QStringLiteral("http://localhost/S3cretKEY")));
    b.reply()->answer(status, "S3cretTOK",
                      "you sent S3cretTOK, S3cretKEY, S3cretFIELD and S3cretTICKET for summer");
    QCOMPARE(b.outcome.serverMessage, QStringLiteral("you sent ***, ***, *** and *** for summer"));
    const base::Error error = b.outcome.error;
    QCOMPARE(error.kind == ErrorKind::None, status == 200);
    QVERIFY2(!QString(error.message + error.detail).contains(QLatin1StringView("S3cret")),
             qPrintable(error.message + error.detail));
    QVERIFY(b.outcome.answerHeaders.contains(net::Header("X-Echo", "Bearer ***")));
}

QTEST_GUILESS_MAIN(TestUploadJob)
#include "tst_uploadjob.moc"
