// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/transfer/jobbench.h"

#include <QDir>
#include <QTest>

using base::ErrorKind;
using testing::anyTarget;
using testing::JobBench;
using testing::ScriptedReply;
using transfer::UploadJob;
using namespace std::chrono_literals;

/// Cancelling and destruction at every moment at which a caller can act.
class TestUploadJobLifetime final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelEmitsOnce();
    void cancelBeforeAndAfter();
    void cancelFromItsOwnSignals_data();
    void cancelFromItsOwnSignals();
    void cancelOfAMissingFile();
    void destroyedWhileRunningIsSilent();
    void deletedLaterFromItsOwnSignal();
    void nothingIsLeftBehind();
};

void TestUploadJobLifetime::cancelEmitsOnce()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
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

void TestUploadJobLifetime::cancelBeforeAndAfter()
{
    JobBench b;
    b.job->cancel();
    QCOMPARE(b.log, QStringList());
    b.job->start(anyTarget(), b.file.path());
    b.reply()->answer(200);
    b.job->cancel();
    QCOMPARE(b.log, QStringList{QStringLiteral("finished")});
    QCOMPARE(b.outcome.error.kind, ErrorKind::None);
}

void TestUploadJobLifetime::cancelFromItsOwnSignals_data()
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

void TestUploadJobLifetime::cancelFromItsOwnSignals()
{
    QFETCH(QString, when);
    JobBench b;
    const auto cancelIf = [&](const char *signal) {
        if (when == QLatin1String(signal))
            b.job->cancel();
    };
    connect(b.job.get(), &UploadJob::progressed, this, [&] { cancelIf("sent 10000"); });
    connect(b.job.get(), &UploadJob::bodySent, this, [&] { cancelIf("body sent"); });
    connect(b.job.get(), &UploadJob::finished, this, [&] { cancelIf("finished"); });
    b.job->start(anyTarget(), b.file.path());
    b.reply()->emitAllSent();
    if (!b.log.contains(QStringLiteral("finished")))
        b.reply()->answer(200);
    QTEST(b.log, "log");
}

void TestUploadJobLifetime::cancelOfAMissingFile()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.missing());
    b.job->cancel();
    QCOMPARE(b.outcome.error.kind, ErrorKind::Cancelled);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(b.log, QStringList{QStringLiteral("finished")});
}

void TestUploadJobLifetime::destroyedWhileRunningIsSilent()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
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

void TestUploadJobLifetime::deletedLaterFromItsOwnSignal()
{
    JobBench b;
    UploadJob *job = b.job.release();
    const QPointer<UploadJob> alive = job;
    connect(job, &UploadJob::progressed, job, &QObject::deleteLater);
    job->start(anyTarget(), b.file.path());
    b.reply()->emitProgress(5'000);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the job
    QVERIFY(!alive);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // its reply
    QVERIFY(!b.log.contains(QStringLiteral("finished")));
    QCOMPARE(b.manager.liveReplies(), 0);
}

void TestUploadJobLifetime::nothingIsLeftBehind()
{
    const auto openFiles = [] {
        return QDir(QStringLiteral("/proc/self/fd"))
            .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
            .size();
    };
    const auto before = openFiles();
    JobBench b;
    b.job->start(anyTarget(), b.file.path());
    QCOMPARE(openFiles(), before + 1);
    b.reply()->answer(200);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(b.manager.liveReplies(), 0);
    QCOMPARE(openFiles(), before);
}

QTEST_GUILESS_MAIN(TestUploadJobLifetime)
#include "tst_uploadjob_lifetime.moc"
