// SPDX-License-Identifier: GPL-3.0-or-later
// What a TusUpload asks of a server that keeps to the protocol, and in which order.
#include "tests/transfer/pattern.h"
#include "tests/transfer/tusbench.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

using base::ErrorKind;
using testing::TusBench;
using transfer::ResumePoint;
using transfer::UploadTarget;

namespace {

constexpr qint64 size = TusBench::size;
const TusBench::Headers created{{"Location", "http://localhost/files/1"}};

} // namespace

class TestTusUpload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAndSends()
    {
        TusBench b;
        b.start();
        QCOMPARE(b.log, QStringList());
        QCOMPARE(b.asked(), "OPTIONS http://localhost/files");
        QVERIFY(!b.reply()->request().hasRawHeader("Tus-Resumable")); // as the protocol asks of OPTIONS
        b.answerOptions();
        QCOMPARE(b.asked(), "POST http://localhost/files");
        QCOMPARE(b.header("Tus-Resumable"), "1.0.0");
        QCOMPARE(b.header("Upload-Length"), QByteArray::number(size));
        QCOMPARE(b.header("Upload-Metadata"), "filename " + QByteArray("file.bin").toBase64());
        b.answer(201, created);
        QCOMPARE(b.asked(), "PATCH http://localhost/files/1");
        QCOMPARE(b.header("Upload-Offset"), "0");
        QCOMPARE(b.header("Content-Type"), "application/offset+octet-stream");
        QVERIFY(!b.reply()->request().hasRawHeader("Upload-Checksum"));
        b.reply()->emitProgress(4000);
        QCOMPARE(b.takePiece(size), testing::pattern(0, size));
        QCOMPARE(b.outcome.error, base::Error{});
        QCOMPARE(b.outcome.httpStatus, 204);
        QCOMPARE(b.outcome.bytesSent, size);
        QCOMPARE(b.log.join(u','), QStringLiteral("resumable 0,sent 4000,sent 10000,body sent,finished"));
        QCOMPARE(b.told, b.point());
    }

    void resumes()
    {
        TusBench b;
        b.start(b.point());
        b.answerOptions();
        QCOMPARE(b.asked(), "HEAD http://localhost/files/1");
        b.answer(200, {{"Upload-Offset", "7000"}, {"Upload-Length", QByteArray::number(size)}});
        QCOMPARE(b.header("Upload-Offset"), "7000");
        b.reply()->emitProgress(1000);
        QCOMPARE(b.takePiece(size), testing::pattern(7000, size - 7000));
        QCOMPARE(b.outcome.error, base::Error{});
        QCOMPARE(b.log.join(u','), QStringLiteral("resumable 7000,sent 8000,sent 10000,body sent,finished"));
    }

    void isThereAlready()
    {
        TusBench b;
        b.start(b.point());
        b.answerOptions();
        b.answer(200, {{"Upload-Offset", QByteArray::number(size)}});
        QCOMPARE(b.outcome.error, base::Error{});
        QCOMPARE(b.outcome.bytesSent, size);
        QCOMPARE(b.log.last(), QStringLiteral("finished"));
    }

    void emptyFileIsOnlyCreated()
    {
        TusBench b;
        QVERIFY(QFile::resize(b.file.path(), 0));
        b.start();
        b.answerOptions();
        QCOMPARE(b.header("Upload-Length"), "0");
        b.answer(201, created);
        QCOMPARE(b.outcome.error, base::Error{});
        QCOMPARE(b.asked(), QByteArray());
    }

    void beginsAnew_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("length");
        QTest::newRow("unknown") << 404 << QByteArray();
        QTest::newRow("expired") << 410 << QByteArray();
        QTest::newRow("somebody else's") << 403 << QByteArray();
        QTest::newRow("of another length") << 200 << QByteArray("77");
    }

    void beginsAnew()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, length);
        TusBench b;
        b.start(b.point());
        b.answerOptions();
        b.answer(status, {{"Upload-Offset", "10"}, {"Upload-Length", length}});
        QCOMPARE(b.asked(), "POST http://localhost/files");
        b.answer(201, {{"Location", "/files/2"}});
        QCOMPARE(b.asked(), "PATCH http://localhost/files/2");
        QCOMPARE(b.takePiece(size), testing::pattern(0, size));
        QCOMPARE(b.told.url, QUrl(QStringLiteral("http://localhost/files/2")));
        QCOMPARE(b.outcome.error, base::Error{});
    }

    void moreThanWasSentIsAnothers_data()
    {
        QTest::addColumn<qint64>("given");
        QTest::addColumn<qint64>("has");
        QTest::addColumn<bool>("isBelieved");
        QTest::newRow("all of it") << qint64(4000) << size << false;
        QTest::newRow("a byte more") << qint64(4000) << qint64(4001) << false;
        QTest::newRow("answers were lost") << qint64(4000) << qint64(4000) << true;
        QTest::newRow("nothing was sent") << qint64(0) << qint64(1) << false;
        QTest::newRow("not known, after a restart") << qint64(-1) << qint64(4001) << true;
    }
    void moreThanWasSentIsAnothers()
    {
        QFETCH(const qint64, given);
        QFETCH(const qint64, has);
        QFETCH(const bool, isBelieved);
        TusBench b;
        ResumePoint before = b.point();
        before.given = given;
        b.start(before);
        b.answerOptions();
        b.answer(200, {{"Upload-Offset", QByteArray::number(has)}});
        if (isBelieved) {
            QCOMPARE(b.asked(), "PATCH http://localhost/files/1");
            QCOMPARE(b.header("Upload-Offset"), QByteArray::number(has));
            b.takePiece(size);
            QCOMPARE(b.outcome.given, given < 0 ? given : size);
            return;
        }
        QCOMPARE(b.asked(), "POST http://localhost/files");
        QCOMPARE(b.manager.replies.size(), 3); // and leaves alone what is there
        b.answer(201, {{"Location", "/files/2"}});
        QCOMPARE(b.header("Upload-Offset"), "0");
        QCOMPARE(b.takePiece(size), testing::pattern(0, size));
        QCOMPARE(b.outcome.error, base::Error{});
    }

    void tellsHowMuchMayHaveLeft()
    {
        TusBench b;
        b.start();
        b.answerOptions();
        b.answer(201, created);
        QVERIFY(b.reply()->readBody()); // more than is told of
        b.reply()->emitProgress(10);
        b.fail(ErrorKind::ConnectionReset);
        QCOMPARE(b.outcome.given, size);
        QCOMPARE(b.outcome.bytesSent, 10);
    }

    void anotherFileBeginsAnew()
    {
        TusBench b;
        ResumePoint before = b.point();
        before.file.modifiedNs -= 1;
        b.start(before);
        b.answerOptions();
        QCOMPARE(b.asked(), "POST http://localhost/files");
        // What is there of the old content is of no use any more.
        QCOMPARE(b.manager.replies.size(), 3);
        QCOMPARE(b.manager.replies[1]->operation(), QNetworkAccessManager::DeleteOperation);
        QCOMPARE(b.manager.replies[1]->request().url(), QUrl(QStringLiteral("http://localhost/files/1")));
    }

    void anotherPlaceBeginsAnew()
    {
        TusBench b;
        ResumePoint elsewhere = b.point();
        elsewhere.target = QUrl(QStringLiteral("http://localhost/other"));
        b.start(elsewhere);
        b.answerOptions();
        QCOMPARE(b.asked(), "POST http://localhost/files");
        QCOMPARE(b.manager.replies.size(), 2); // and leaves alone what is there
    }

    void serverIsAskedOnce()
    {
        TusBench b;
        b.start();
        b.answerOptions();
        TusBench next;
        next.form = b.form; // as the queue's uploads share one
        next.start();
        QCOMPARE(next.asked(), "POST http://localhost/files");
    }

    void refusedOptionsMeanNothing()
    {
        TusBench b;
        b.start();
        b.answer(405);
        QCOMPARE(b.asked(), "POST http://localhost/files");
    }

    void piecesAreProved_data()
    {
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QCryptographicHash::Algorithm>("algorithm");
        QTest::newRow("the best") << QByteArray("md5, sha1,sha256") << QByteArray("sha256")
                                  << QCryptographicHash::Sha256;
        QTest::newRow("the least") << QByteArray("crc32,sha1") << QByteArray("sha1")
                                   << QCryptographicHash::Sha1;
    }

    void piecesAreProved()
    {
        QFETCH(QByteArray, offered);
        QFETCH(QByteArray, name);
        QFETCH(QCryptographicHash::Algorithm, algorithm);
        constexpr qint64 piece = 8 * 1024 * 1024;
        TusBench b;
        QVERIFY(testing::writePattern(b.file.path(), piece + 5));
        b.start();
        b.answerOptions("creation,checksum", {{"Tus-Checksum-Algorithm", offered}});
        b.answer(201, created);
        const auto proof = [&](const QByteArray &bytes) -> QByteArray {
            return name + ' ' + QCryptographicHash::hash(bytes, algorithm).toBase64();
        };
        const QByteArray first = b.header("Upload-Checksum");
        const QByteArray firstPiece = b.takePiece(piece);
        QCOMPARE(firstPiece.size(), piece);
        QCOMPARE(first, proof(firstPiece));
        QVERIFY(!b.log.contains(QStringLiteral("body sent")));
        QCOMPARE(b.header("Upload-Offset"), QByteArray::number(piece));
        QCOMPARE(b.header("Upload-Checksum"), proof(testing::pattern(piece, 5)));
        QCOMPARE(b.takePiece(piece + 5), testing::pattern(piece, 5));
        QCOMPARE(b.outcome.error, base::Error{});
        QCOMPARE(b.log.last(2).join(u','), QStringLiteral("body sent,finished"));
    }

    void brokenOffCanBeResumed()
    {
        TusBench b;
        b.start();
        b.answerOptions();
        b.answer(201, created);
        b.reply()->emitProgress(6000);
        b.fail(ErrorKind::ConnectionReset);
        QCOMPARE(b.outcome.error.kind, ErrorKind::ConnectionReset);
        QCOMPARE(b.outcome.bytesSent, 6000);
        QCOMPARE(b.told, b.point());
    }

    void credentialsStayAtHome_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<bool>("isHome");
        QTest::newRow("same origin") << QByteArray("http://localhost/files/1") << true;
        QTest::newRow("relative") << QByteArray("files/1") << true;
        QTest::newRow("another port") << QByteArray("http://localhost:81/files/1") << false;
        QTest::newRow("another host") << QByteArray("//storage/files/1") << false;
    }

    void credentialsStayAtHome()
    {
        QFETCH(QByteArray, location);
        QFETCH(bool, isHome);
        UploadTarget target = TusBench::tusTarget();
        target.endpoint.headers
            = {{"Authorization", "Bearer t"}, {"X-Api-Key", "k"}, {"X-Team", "b"}, {"X-Tenant", "a"}};
        target.endpoint.transport.secretHeaders = {"X-Team"};
        target.endpoint.transport.user = QStringLiteral("me");
        target.endpoint.transport.token = QStringLiteral("t0ken");
        target.endpoint.transport.certFile = QStringLiteral("mine.pem");
        TusBench b(target);
        b.start();
        b.answerOptions();
        QCOMPARE(b.header("Authorization"), "Bearer t");
        b.answer(201, {{"Location", location}});
        QVERIFY(b.asked().startsWith("PATCH http://"));
        const auto transport
            = b.reply()->request().attribute(net::transportAttribute).value<net::SharedTransport>();
        for (const char *secret : {"Authorization", "X-Api-Key", "X-Team"})
            QCOMPARE(b.reply()->request().hasRawHeader(secret), isHome);
        QCOMPARE(transport->user, isHome ? QStringLiteral("me") : QString());
        QCOMPARE(transport->token.isEmpty(), !isHome);
        QCOMPARE(transport->certFile.isEmpty(), !isHome);
        QCOMPARE(b.header("X-Tenant"), "a");
    }

    void userInTheAddressIsNotKept()
    {
        UploadTarget target = TusBench::tusTarget();
        target.endpoint.url = QUrl(QStringLiteral("http://me:secret@localhost/files"));
        TusBench b(target);
        b.start();
        b.answerOptions();
        b.answer(201, {{"Location", "http://me:secret@localhost/files/1"}});
        QCOMPARE(b.asked(), "PATCH http://me:secret@localhost/files/1");
        QVERIFY(!b.told.toText().contains(QStringLiteral("secret")));
    }

    void cancelKeepsWhatIsThere()
    {
        TusBench b;
        sendHalf(b);
        b.upload->cancel();
        QCOMPARE(b.outcome.error.kind, ErrorKind::Cancelled);
        QVERIFY(b.reply()->wasAborted());
        QCOMPARE(b.manager.replies.size(), 3); // no DELETE
    }

    void discardDeletesIt()
    {
        TusBench b;
        sendHalf(b);
        b.upload->discard();
        QCOMPARE(b.outcome.error.kind, ErrorKind::Cancelled);
        QCOMPARE(b.asked(), "DELETE http://localhost/files/1");
        QCOMPARE(b.header("Tus-Resumable"), "1.0.0");
        b.upload.reset(); // it goes on alone
        b.answer(204);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(b.manager.liveReplies(), 0);
    }

    void discardLeavesAloneWhatCannotBeDeleted()
    {
        TusBench b;
        b.start();
        b.answerOptions("creation");
        b.answer(201, created);
        b.upload->discard();
        QCOMPARE(b.asked(), QByteArray());
        QCOMPARE(b.log.last(), QStringLiteral("finished"));
    }

    void changedFileIsAFailure()
    {
        TusBench b;
        sendHalf(b);
        QVERIFY(QFile::resize(b.file.path(), 100));
        QVERIFY(!b.reply()->readBody()); // no byte is made up
        b.fail(ErrorKind::FileUnreadable);
        QCOMPARE(b.outcome.error.kind, ErrorKind::FileChanged);
    }

    void destructionIsSilent()
    {
        TusBench b;
        sendHalf(b);
        const qsizetype said = b.log.size();
        const QPointer<testing::ScriptedReply> reply = b.reply();
        b.upload.reset();
        QVERIFY(!reply || reply->wasAborted());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(b.log.size(), said);
        QCOMPARE(b.manager.liveReplies(), 0);
    }

private:
    static void sendHalf(TusBench &b)
    {
        b.start();
        b.answerOptions();
        b.answer(201, created);
        b.reply()->emitProgress(size / 2);
    }
};

QTEST_GUILESS_MAIN(TestTusUpload)
#include "tst_tusupload.moc"
