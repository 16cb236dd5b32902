// SPDX-License-Identifier: GPL-3.0-or-later
// What a TusUpload makes of answers that are not those of a plain success.
#include "tests/transfer/pattern.h"
#include "tests/transfer/tusbench.h"

#include <QTest>

using base::ErrorKind;
using namespace std::chrono_literals;
using testing::TusBench;

namespace {

constexpr qint64 size = TusBench::size;
const QByteArray patch = "PATCH http://localhost/files/1";
const QByteArray head = "HEAD http://localhost/files/1";

TusBench::Headers offset(qint64 bytes)
{
    return {{"Upload-Offset", QByteArray::number(bytes)}};
}

/// As far as the PATCH.
void create(TusBench &b)
{
    b.start();
    b.answerOptions();
    b.answer(201, {{"Location", "/files/1"}});
}

} // namespace

class TestTusUploadAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsThatEndIt_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("versions");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("part");
        QTest::newRow("other versions") << 204 << QByteArray("0.2.2,2.0.0") << ErrorKind::Malformed
                                        << QStringLiteral("the server speaks tus 0.2.2,2.0.0, not 1.0.0");
        QTest::newRow("busy") << 503 << QByteArray() << ErrorKind::HttpStatus << QStringLiteral("503");
    }

    void optionsThatEndIt()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, versions);
        QFETCH(QString, part);
        TusBench b;
        b.start();
        b.answer(status, {{"Tus-Version", versions}});
        QTEST(b.outcome.error.kind, "kind");
        QVERIFY2(b.outcome.error.message.contains(part), qPrintable(b.outcome.error.message));
        QCOMPARE(b.asked(), QByteArray());
    }

    void creationsThatEndIt_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<TusBench::Headers>("headers");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, int status, const TusBench::Headers &headers, ErrorKind kind,
                            const char *part) {
            QTest::newRow(name) << status << headers << kind << QString::fromUtf8(part);
        };
        row("no Location", 201, {}, ErrorKind::Malformed, "is this the address of a tus server?");
        row("no server of tus", 200, {}, ErrorKind::Malformed, "the server answered 200, but not where");
        row("no http", 201, {{"Location", "ftp://h/1"}}, ErrorKind::Malformed, "'ftp://h/1'");
        row("not supported", 412, {{"Tus-Version", "0.2.2"}}, ErrorKind::Malformed, "tus 0.2.2, not 1.0.0");
        row("another precondition", 412, {}, ErrorKind::HttpStatus, "the server answered 412");
        row("too large", 413, {{"Tus-Max-Size", "5000"}}, ErrorKind::HttpStatus,
            "it takes files of up to 4.88 KiB");
        row("not here", 405, {{"Allow", "GET"}}, ErrorKind::HttpStatus,
            "it takes no POST at this address, only GET");
        row("moved", 301, {{"Location", "https://h/files"}}, ErrorKind::HttpStatus, "301");
    }

    void creationsThatEndIt()
    {
        QFETCH(int, status);
        QFETCH(TusBench::Headers, headers);
        QFETCH(QString, part);
        TusBench b;
        b.start();
        b.answerOptions();
        b.answer(status, headers);
        QTEST(b.outcome.error.kind, "kind");
        QVERIFY2(b.outcome.error.message.contains(part), qPrintable(b.outcome.error.message));
        QCOMPARE(b.outcome.httpStatus, status);
        QCOMPARE(b.log, QStringList{QStringLiteral("finished")});
    }

    void mostBytesAreToldFromBefore()
    {
        TusBench b;
        b.start();
        b.answerOptions("creation", {{"Tus-Max-Size", "1024"}});
        b.answer(413);
        QVERIFY(b.outcome.error.message.endsWith(QStringLiteral("it takes files of up to 1.00 KiB")));
    }

    void encryptionIsNotGivenUp()
    {
        transfer::UploadTarget target = TusBench::tusTarget();
        target.endpoint.url.setScheme(QStringLiteral("https"));
        TusBench b(target);
        b.start();
        b.answerOptions();
        b.answer(201, {{"Location", "http://localhost/files/1"}});
        QCOMPARE(b.outcome.error.kind, ErrorKind::RedirectRefused);
        QVERIFY(b.outcome.error.message.contains(QStringLiteral("would not be encrypted")));
    }

    void wrongOffsets_data()
    {
        QTest::addColumn<bool>("isPatch");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("asked, none") << false << QByteArray();
        QTest::newRow("asked, no number") << false << QByteArray("all");
        QTest::newRow("asked, negative") << false << QByteArray("-1");
        QTest::newRow("asked, too many") << false << QByteArray("10001");
        QTest::newRow("sent, none") << true << QByteArray();
        QTest::newRow("sent, as before") << true << QByteArray("0");
        QTest::newRow("sent, too many") << true << QByteArray("10001");
    }

    void wrongOffsets()
    {
        QFETCH(bool, isPatch);
        QFETCH(QByteArray, told);
        TusBench b;
        b.start(isPatch ? transfer::ResumePoint() : b.point());
        b.answerOptions();
        if (isPatch)
            b.answer(201, {{"Location", "/files/1"}});
        b.answer(200, {{"Upload-Offset", told}});
        QCOMPARE(b.outcome.error.kind, ErrorKind::Malformed);
        QVERIFY2(b.outcome.error.message.contains(QStringLiteral("Upload-Offset")),
                 qPrintable(b.outcome.error.message));
        QVERIFY(told.isEmpty() || b.outcome.error.message.contains(QString::fromLatin1(told)));
    }

    // When the next attempt is made is not for this one to say.
    void refusedPieceEndsTheAttempt_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("begins elsewhere") << 409;
        QTest::newRow("locked") << 423;
        QTest::newRow("other bytes") << 460;
    }

    void refusedPieceEndsTheAttempt()
    {
        QFETCH(const int, status);
        TusBench b;
        create(b);
        b.reply()->emitProgress(9000);
        b.answer(status);
        QCOMPARE(b.asked(), QByteArray());
        b.clock.advance(1min);
        QCOMPARE(b.asked(), QByteArray());
        QCOMPARE(b.outcome.error.kind, ErrorKind::HttpStatus);
        QCOMPARE(b.outcome.httpStatus, status);
        QCOMPARE(b.log.join(u','), QStringLiteral("resumable 0,sent 9000,finished"));
    }

    void lockedWhenAskedEndsTheAttempt()
    {
        TusBench b;
        b.start(b.point());
        b.answerOptions();
        b.answer(423);
        b.clock.advance(1min);
        QCOMPARE(b.asked(), QByteArray());
        QCOMPARE(b.outcome.httpStatus, 423);
    }

    void lostUploadsAreCreatedAnew()
    {
        TusBench b;
        create(b);
        for (int loss = 0; loss < 2; ++loss) {
            b.answer(404);
            QCOMPARE(b.asked(), "POST http://localhost/files");
            b.answer(201, {{"Location", "/files/1"}});
            QCOMPARE(b.asked(), patch);
        }
        b.answer(404);
        QCOMPARE(b.outcome.error.kind, ErrorKind::HttpStatus);
        QVERIFY(b.outcome.error.message.contains(QStringLiteral("the server loses uploads")));
    }

    void wrongChecksumIsTold()
    {
        TusBench b;
        b.start();
        b.answerOptions("checksum", {{"Tus-Checksum-Algorithm", "sha256"}});
        b.answer(201, {{"Location", "/files/1"}});
        b.answer(460);
        QCOMPARE(b.outcome.httpStatus, 460);
        QVERIFY(b.outcome.error.message.startsWith(
            QStringLiteral("the server got other bytes than were sent (sha256)")));
    }

    void partsAreTakenForAWhile()
    {
        TusBench b;
        create(b);
        b.takePiece(10);
        QCOMPARE(b.header("Upload-Offset"), "10");
        QCOMPARE(b.takePiece(size), testing::pattern(10, size - 10));
        QCOMPARE(b.outcome.error, base::Error{});

        TusBench endless;
        create(endless);
        for (int i = 1; i < 100 && !endless.asked().isEmpty(); ++i)
            endless.answer(204, offset(i));
        QCOMPARE(endless.outcome.error.kind, ErrorKind::Malformed);
        QVERIFY(endless.manager.replies.size() < 15);
    }

    void refusalOfAPieceIsTold()
    {
        TusBench b;
        create(b);
        b.answer(507, {{"Retry-After", "30"}}, "disk full");
        QCOMPARE(b.outcome.error.kind, ErrorKind::HttpStatus);
        QCOMPARE(b.outcome.serverMessage, QStringLiteral("disk full"));
        QCOMPARE(b.outcome.error.detail, QStringLiteral("disk full"));
        QCOMPARE(b.outcome.retryAfter, 30s);
    }

    void wholeBodyAndChangedFile()
    {
        TusBench b;
        create(b);
        QVERIFY(b.reply()->readBody());
        QVERIFY(testing::writePattern(b.file.path(), size + 1));
        b.answer(204, offset(size));
        QCOMPARE(b.outcome.error.kind, ErrorKind::FileChanged);
        QCOMPARE(b.outcome.httpStatus, 204);
    }
};

QTEST_GUILESS_MAIN(TestTusUploadAnswers)
#include "tst_tusupload_answers.moc"
