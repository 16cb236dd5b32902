// SPDX-License-Identifier: GPL-3.0-or-later
// What an upload says of its own bytes: the form field with the file's SHA-256, Repr-Digest, and the idempotency key.
#include "core/net/curlaccessmanager.h"
#include "core/transfer/ratelimit.h"
#include "core/transfer/sha256.h"
#include "tests/support/faultyserver.h"
#include "tests/transfer/jobbench.h"
#include "tests/transfer/pattern.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

using base::ErrorKind;
using testing::anyTarget;
using testing::JobBench;
using testing::JobFile;
using transfer::UploadJob;
using transfer::UploadTarget;
using namespace std::chrono_literals;

namespace {

QByteArray sha256(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256);
}

UploadTarget withDigestField()
{
    UploadTarget target = anyTarget();
    target.digestField = QStringLiteral("sum");
    return target;
}

UploadTarget withReprDigest()
{
    UploadTarget target = anyTarget();
    target.sendsReprDigest = true;
    return target;
}

UploadTarget withKey()
{
    UploadTarget target = anyTarget();
    target.sendsIdempotencyKey = true;
    return target;
}

void runTurns(int turns = 20)
{
    for (int i = 0; i < turns; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace

class TestUploadDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashIsTheKnownOne_data();
    void hashIsTheKnownOne();
    void fieldFollowsTheFile();
    void fieldOfAnEmptyFile();
    void progressLeavesTheFieldOut();
    void serverGetsTheField_data();
    void serverGetsTheField();
    void nothingWasAskedFor();
    void reprDigestIsOfTheBody();
    void reprDigestOfAFileThatShrinks();
    void cancelledBeforeTheDigestIsKnown();
    void destroyedBeforeTheDigestIsKnown();
    void keyIsTheSameForTheSameFile();
    void keyIsAnotherOneOnceTheFileChanged();
};

void TestUploadDigest::hashIsTheKnownOne_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hex");
    // FIPS 180-2, appendix B
    QTest::newRow("one block") << QByteArray(
        "abc") << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << QByteArray(
                                       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

void TestUploadDigest::hashIsTheKnownOne()
{
    QFETCH(const QByteArray, text);
    transfer::Sha256 hash;
    hash.add("something else");
    hash.reset();
    for (const char c : text) // piece by piece
        hash.add({&c, 1});
    QTEST(hash.result().toHex(), "hex");
}

void TestUploadDigest::fieldFollowsTheFile()
{
    JobBench b;
    b.job->start(withDigestField(), b.file.path());
    QVERIFY(b.reply()->readBody());
    const QByteArray content = testing::pattern(0, JobFile::size);
    const QByteArray type = b.reply()->request().rawHeader("Content-Type");
    const QByteArray boundary = type.sliced(type.indexOf("boundary=") + 9);
    const QByteArray end = content + "\r\n--" + boundary
        + "\r\nContent-Disposition: form-data; name=\"sum\"\r\n\r\n" + sha256(content).toHex() + "\r\n--"
        + boundary + "--\r\n";
    QVERIFY(b.reply()->body().endsWith(end));
    QCOMPARE(b.reply()->body().size(), b.reply()->bodySize());
    b.reply()->emitAllSent();
    b.reply()->answer(201);
    QCOMPARE(b.outcome.error.kind, ErrorKind::None);
    QCOMPARE(b.outcome.sha256, sha256(content));
}

void TestUploadDigest::fieldOfAnEmptyFile()
{
    JobBench b;
    QVERIFY(::truncate(QFile::encodeName(b.file.path()).constData(), 0) == 0);
    b.job->start(withDigestField(), b.file.path());
    QVERIFY(b.reply()->readBody());
    QVERIFY(b.reply()->body().contains(sha256({}).toHex()));
    b.reply()->answer(201);
    QCOMPARE(b.outcome.sha256, sha256({}));
}

void TestUploadDigest::progressLeavesTheFieldOut()
{
    JobBench b;
    b.job->start(withDigestField(), b.file.path());
    b.reply()->emitAllSent();
    QCOMPARE(b.log, (QStringList{QStringLiteral("sent 10000"), QStringLiteral("body sent")}));
}

void TestUploadDigest::serverGetsTheField_data()
{
    QTest::addColumn<bool>("isLimited");
    QTest::newRow("at full speed") << false;
    QTest::newRow("with a rate limit") << true;
}

void TestUploadDigest::serverGetsTheField()
{
    QFETCH(const bool, isLimited);
    support::FaultyServer server;
    QVERIFY2(server.start(), qPrintable(server.failure()));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.bin"));
    QVERIFY(testing::writePattern(path, 3'000'000));
    net::CurlAccessManager manager;
    base::SystemClock clock;
    transfer::RateLimit limit(clock);
    limit.set({.bytesPerSecond = 20'000'000});
    UploadJob job(manager, clock);
    if (isLimited)
        job.setRateLimit(limit);
    UploadTarget target = withDigestField();
    target.endpoint.url = server.url(QStringLiteral("/ok"));
    QSignalSpy finished(&job, &UploadJob::finished);
    job.start(target, path);
    QVERIFY(finished.wait(20'000));
    const auto outcome = finished.constFirst().constFirst().value<UploadJob::Outcome>();
    QCOMPARE(outcome.error, base::Error());
    const QJsonObject receipt = QJsonDocument::fromJson(outcome.serverMessage.toUtf8()).object();
    const QString received = receipt.value(QLatin1String("files"))
                                 .toArray()
                                 .at(0)
                                 .toObject()
                                 .value(QLatin1String("sha256"))
                                 .toString();
    QVERIFY(!received.isEmpty());
    QCOMPARE(receipt.value(QLatin1String("fields")).toObject().value(QLatin1String("sum")).toString(),
             received);
    QCOMPARE(QString::fromLatin1(outcome.sha256.toHex()), received);
}

void TestUploadDigest::nothingWasAskedFor()
{
    JobBench b;
    b.job->start(anyTarget(), b.file.path(), {}, QUuid::createUuid());
    QVERIFY(!b.reply()->request().hasRawHeader("Repr-Digest"));
    QVERIFY(!b.reply()->request().hasRawHeader("Idempotency-Key"));
    b.reply()->answer(201);
    QVERIFY(b.outcome.sha256.isEmpty());
}

void TestUploadDigest::reprDigestIsOfTheBody()
{
    JobBench b;
    QVERIFY(testing::writePattern(b.file.path(), 2'500'000)); // more than is read at once
    UploadTarget target = withReprDigest();
    target.digestField = QStringLiteral("sum");
    b.job->start(target, b.file.path());
    QVERIFY(b.manager.replies.isEmpty());
    runTurns();
    QCOMPARE(b.manager.replies.size(), 1);
    QVERIFY(b.reply()->readBody());
    const QByteArray digest = b.reply()->request().rawHeader("Repr-Digest");
    QCOMPARE(digest, "sha-256=:" + sha256(b.reply()->body()).toBase64() + ":");
    b.reply()->answer(201);
    QCOMPARE(b.outcome.error.kind, ErrorKind::None);
    QCOMPARE(b.outcome.sha256, sha256(testing::pattern(0, 2'500'000)));
}

void TestUploadDigest::reprDigestOfAFileThatShrinks()
{
    JobBench b;
    b.job->start(withReprDigest(), b.file.path());
    QVERIFY(::truncate(QFile::encodeName(b.file.path()).constData(), 10) == 0);
    runTurns();
    QVERIFY(b.manager.replies.isEmpty()); // nothing was sent
    QCOMPARE(b.log, QStringList{QStringLiteral("finished")});
    QCOMPARE(b.outcome.error.kind, ErrorKind::FileChanged);
}

void TestUploadDigest::cancelledBeforeTheDigestIsKnown()
{
    JobBench b;
    QVERIFY(testing::writePattern(b.file.path(), 2'500'000));
    b.job->start(withReprDigest(), b.file.path());
    runTurns(1);
    b.job->cancel();
    QCOMPARE(b.outcome.error.kind, ErrorKind::Cancelled);
    runTurns();
    QVERIFY(b.manager.replies.isEmpty());
    QCOMPARE(b.log.size(), 1);
}

void TestUploadDigest::destroyedBeforeTheDigestIsKnown()
{
    JobBench b;
    b.job->start(withReprDigest(), b.file.path());
    b.job.reset();
    runTurns();
    QVERIFY(b.manager.replies.isEmpty());
    QVERIFY(b.log.isEmpty());
}

void TestUploadDigest::keyIsTheSameForTheSameFile()
{
    JobBench b;
    const QUuid key = QUuid::createUuid();
    QByteArrayList sent;
    for (const QUuid &given : {key, key, QUuid::createUuid()}) {
        UploadJob job(b.manager, b.clock);
        job.start(withKey(), b.file.path(), {}, given);
        sent << b.reply()->request().rawHeader("Idempotency-Key");
    }
    QVERIFY(!QUuid::fromString(QLatin1StringView(sent[0]).mid(1, sent[0].size() - 2)).isNull());
    QVERIFY(sent[0].startsWith('"') && sent[0].endsWith('"'));
    QCOMPARE(sent[1], sent[0]);
    QVERIFY(sent[2] != sent[0]);
}

void TestUploadDigest::keyIsAnotherOneOnceTheFileChanged()
{
    JobBench b;
    const QUuid key = QUuid::createUuid();
    QByteArrayList sent;
    for (const qint64 size : {JobFile::size, JobFile::size + 1}) {
        QVERIFY(testing::writePattern(b.file.path(), size));
        UploadJob job(b.manager, b.clock);
        job.start(withKey(), b.file.path(), {}, key);
        sent << b.reply()->request().rawHeader("Idempotency-Key");
    }
    QVERIFY(sent[1] != sent[0]);
}

QTEST_GUILESS_MAIN(TestUploadDigest)
#include "tst_uploaddigest.moc"
