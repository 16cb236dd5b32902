// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadjob.h"

#include "core/base/fakeclock.h"
#include "core/net/networkerror.h"
#include "tests/transfer/pattern.h"
#include "tests/transfer/scriptedmanager.h"

#include <QTemporaryDir>
#include <QTest>

using base::ErrorKind;
using testing::ScriptedReply;
using transfer::UploadJob;
using namespace std::chrono_literals;

namespace {

constexpr qint64 fileSize = 10'000;

/// A job, what it said, and the world around it.
struct Bench
{
    base::FakeClock clock;
    testing::ScriptedManager manager;
    std::unique_ptr<UploadJob> job;
    QStringList log;
    UploadJob::Outcome outcome;

    Bench()
    {
        job = std::make_unique<UploadJob>(manager, clock);
        QObject::connect(job.get(), &UploadJob::progressed, job.get(),
                         [this](qint64 sent) { log << QStringLiteral("sent %1").arg(sent); });
        QObject::connect(job.get(), &UploadJob::bodySent, job.get(),
                         [this] { log << QStringLiteral("body sent"); });
        QObject::connect(job.get(), &UploadJob::finished, job.get(), [this](const UploadJob::Outcome &o) {
            log << QStringLiteral("finished");
            outcome = o;
        });
    }
    [[nodiscard]] ScriptedReply *reply() const { return manager.last(); }
};

transfer::UploadTarget anyTarget()
{
    transfer::UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("http://localhost/upload"));
    return target;
}

} // namespace

class TestUploadJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goodUpload();
    void exampleOfTheHeader();
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
    void cancelEmitsOnce();
    void cancelBeforeAndAfter();
    void cancelFromItsOwnSignals_data();
    void cancelFromItsOwnSignals();
    void cancelOfAMissingFile();
    void destroyedWhileRunningIsSilent();
    void deletedLaterFromItsOwnSignal();
    void nothingIsLeftBehind();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void TestUploadJob::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(QStringLiteral("file.bin"));
    QVERIFY(testing::writePattern(m_path, fileSize));
}

void TestUploadJob::goodUpload()
{
    Bench b;
    QCOMPARE(b.job->fileBytes(), -1);
    b.job->start(anyTarget(), m_path);
    QCOMPARE(b.job->fileBytes(), fileSize);
    QCOMPARE(b.log, QStringList());
    QVERIFY(b.reply()->readBody());
    QVERIFY(b.reply()->body().contains("filename=\"file.bin\""));
    QVERIFY(b.reply()->body().contains(testing::pattern(0, fileSize)));
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
    QCOMPARE(b.outcome.bytesSent, fileSize);
}

void TestUploadJob::exampleOfTheHeader()
{
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
    job.start(target, m_path, QStringLiteral("other.bin"));
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
    Bench b;
    b.job->start(anyTarget(), m_path);
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
    Bench b;
    b.job->start(anyTarget(), m_path);
    b.reply()->failUntyped(QNetworkReply::ConnectionRefusedError, QStringLiteral("Connection refused"));
    QCOMPARE(b.outcome.error.kind, ErrorKind::ConnectionRefused);
    QCOMPARE(b.outcome.error.message, QStringLiteral("Connection refused"));
}

void TestUploadJob::fileErrorsComeFirst()
{
    Bench b;
    b.job->start(anyTarget(), m_path);
    QVERIFY(QFile::resize(m_path, 100));
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
    Bench b;
    b.job->start(anyTarget(), m_path);
    QVERIFY(b.reply()->readBody());
    QVERIFY(QFile::resize(m_path, fileSize + 1));
    b.reply()->emitAllSent();
    b.reply()->answer(status);
    QTEST(b.outcome.error.kind, "kind");
    QCOMPARE(b.outcome.error.httpStatus, status);
    QCOMPARE(b.outcome.httpStatus, status);
}

void TestUploadJob::missingFileMakesNoRequest()
{
    Bench b;
    b.job->start(anyTarget(), m_dir->filePath(QStringLiteral("gone")));
    QCOMPARE(b.log, QStringList()); // not from within start()
    QTRY_COMPARE(b.log, QStringList{QStringLiteral("finished")});
    QCOMPARE(b.outcome.error.kind, ErrorKind::FileMissing);
    QCOMPARE(b.job->fileBytes(), -1);
    QCOMPARE(b.manager.replies.size(), 0);
}

void TestUploadJob::progressCountsTheFileOnly()
{
    Bench b;
    b.job->start(anyTarget(), m_path);
    QVERIFY(b.reply()->readBody());
    const qint64 before = b.reply()->body().indexOf(testing::pattern(0, 100));
    QVERIFY(before > 0);
    b.reply()->emitProgress(before); // the part's head alone is nothing
    b.reply()->emitProgress(before + 1);
    b.reply()->emitProgress(before + fileSize); // all of the file, but not of the body
    b.reply()->emitAllSent();
    QCOMPARE(
        b.log,
        (QStringList{QStringLiteral("sent 1"), QStringLiteral("sent 10000"), QStringLiteral("body sent")}));
}

void TestUploadJob::progressNeverGoesBack()
{
    Bench b;
    b.job->start(anyTarget(), m_path);
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
    QVERIFY(testing::writePattern(m_path, 0));
    Bench b;
    b.job->start(anyTarget(), m_path);
    QVERIFY(b.reply()->readBody());
    b.reply()->emitAllSent();
    b.reply()->answer(200);
    QCOMPARE(b.log, (QStringList{QStringLiteral("body sent"), QStringLiteral("finished")}));
    QCOMPARE(b.outcome.error.kind, ErrorKind::None);
    QCOMPARE(b.outcome.bytesSent, 0);
}

void TestUploadJob::earlyAnswer()
{
    Bench b;
    b.job->start(anyTarget(), m_path);
    b.reply()->emitProgress(2'000);
    b.reply()->answer(413, "Too Large", "no");
    QCOMPARE(b.log.size(), 2);
    QCOMPARE(b.outcome.error.kind, ErrorKind::HttpStatus);
    QVERIFY(b.outcome.bytesSent < fileSize);
}

void TestUploadJob::oldEngineTurnsPostIntoGet()
{
    Bench b;
    b.job->start(anyTarget(), m_path);
    b.reply()->setOperationTo(QNetworkAccessManager::GetOperation);
    b.reply()->answer(200);
    QCOMPARE(b.outcome.error.kind, ErrorKind::RedirectRefused);

    Bench manual;
    manual.job->start(anyTarget(), m_path);
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
    Bench b;
    b.job->start(anyTarget(), m_path);
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
    Bench b;
    b.job->start(anyTarget(), m_path);
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
    Bench b;
    b.job->start(anyTarget(), m_path);
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
    Bench b;
    b.job->start(anyTarget(), m_path);
    b.reply()->emitAllSent();
    b.reply()->giveHead(200);
    b.reply()->giveData("working");
    b.clock.advance(1h);
    QVERIFY(!b.log.contains(QStringLiteral("finished")));
    b.reply()->end();
    QCOMPARE(b.outcome.error.kind, ErrorKind::None);
}

void TestUploadJob::cancelEmitsOnce()
{
    Bench b;
    b.job->start(anyTarget(), m_path);
    b.reply()->emitProgress(5'000);
    b.log.clear();
    b.job->cancel();
    QCOMPARE(b.log, QStringList{QStringLiteral("finished")});
    QCOMPARE(b.outcome.error.kind, ErrorKind::Cancelled);
    QVERIFY(b.reply()->wasAborted());
    b.job->cancel();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(b.log, QStringList{QStringLiteral("finished")});
}

void TestUploadJob::cancelBeforeAndAfter()
{
    Bench b;
    b.job->cancel();
    QCOMPARE(b.log, QStringList());
    b.job->start(anyTarget(), m_path);
    b.reply()->answer(200);
    b.job->cancel();
    QCOMPARE(b.log, QStringList{QStringLiteral("finished")});
    QCOMPARE(b.outcome.error.kind, ErrorKind::None);
}

void TestUploadJob::cancelFromItsOwnSignals_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QStringList>("log");
    const QString sent = QStringLiteral("sent 10000");
    const QString body = QStringLiteral("body sent");
    const QString finished = QStringLiteral("finished");
    QTest::newRow("progressed") << sent << QStringList{sent, finished};
    QTest::newRow("bodySent") << body << QStringList{sent, body, finished};
    QTest::newRow("finished") << finished << QStringList{sent, body, finished};
}

void TestUploadJob::cancelFromItsOwnSignals()
{
    QFETCH(QString, when);
    Bench b;
    const auto cancelIf = [&](const char *signal) {
        if (when == QLatin1String(signal))
            b.job->cancel();
    };
    connect(b.job.get(), &UploadJob::progressed, this, [&] { cancelIf("sent 10000"); });
    connect(b.job.get(), &UploadJob::bodySent, this, [&] { cancelIf("body sent"); });
    connect(b.job.get(), &UploadJob::finished, this, [&] { cancelIf("finished"); });
    b.job->start(anyTarget(), m_path);
    b.reply()->emitAllSent();
    if (!b.log.contains(QStringLiteral("finished")))
        b.reply()->answer(200);
    QTEST(b.log, "log");
}

void TestUploadJob::cancelOfAMissingFile()
{
    Bench b;
    b.job->start(anyTarget(), m_dir->filePath(QStringLiteral("gone")));
    b.job->cancel();
    QCOMPARE(b.outcome.error.kind, ErrorKind::Cancelled);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(b.log, QStringList{QStringLiteral("finished")});
}

void TestUploadJob::destroyedWhileRunningIsSilent()
{
    Bench b;
    b.job->start(anyTarget(), m_path);
    const QPointer<ScriptedReply> reply = b.reply();
    b.reply()->giveHead(500);
    b.reply()->giveData("…"); // its cut-off timer runs
    b.job.reset();
    QVERIFY(reply && reply->wasAborted());
    b.clock.advance(1min);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!reply);
    QCOMPARE(b.log, QStringList());
}

void TestUploadJob::deletedLaterFromItsOwnSignal()
{
    Bench b;
    UploadJob *job = b.job.release();
    const QPointer<UploadJob> alive = job;
    connect(job, &UploadJob::progressed, job, &QObject::deleteLater);
    job->start(anyTarget(), m_path);
    b.reply()->emitProgress(5'000);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the job
    QVERIFY(!alive);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // its reply
    QVERIFY(!b.log.contains(QStringLiteral("finished")));
    QCOMPARE(b.manager.liveReplies(), 0);
}

void TestUploadJob::nothingIsLeftBehind()
{
    const auto openFiles = [] {
        return QDir(QStringLiteral("/proc/self/fd"))
            .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
            .size();
    };
    const auto before = openFiles();
    Bench b;
    b.job->start(anyTarget(), m_path);
    QCOMPARE(openFiles(), before + 1);
    b.reply()->answer(200);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(b.manager.liveReplies(), 0);
    QCOMPARE(openFiles(), before);
}

QTEST_GUILESS_MAIN(TestUploadJob)
#include "tst_uploadjob.moc"
