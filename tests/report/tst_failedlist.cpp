// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/failedlist.h"
#include "core/transfer/nativepath.h"
#include "tests/report/samplesnapshot.h"

#include <QTest>

using base::ErrorKind;
using transfer::FailureReason;

class TestFailedList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatFailedAndNothingElse();
    void holdsOneReasonOnRequest();
    void pathsAreBytes();
    void hostileTextIsHarmless();

private:
    static session::SessionSnapshot snapshot();
};

session::SessionSnapshot TestFailedList::snapshot()
{
    session::SessionSnapshot snapshot;
    snapshot.uploads = {sample::done(QStringLiteral("/data/well"), 10, sample::startMs, 5),
                        sample::failed(QStringLiteral("/data/a,b"), 10, ErrorKind::HttpStatus, 413,
                                       QStringLiteral("limit \"4\" GiB")),
                        sample::failed(QStringLiteral("/data/c"), 10, ErrorKind::ConnectionRefused, 0, {})};
    for (transfer::UploadRecord &record : snapshot.uploads) {
        record.server = QStringLiteral("http://host");
        record.attempts = 2;
        record.finishedAtMs = sample::startMs;
        record.error.message = record.error.kind == ErrorKind::None ? QString() : QStringLiteral("why");
    }
    return snapshot;
}

void TestFailedList::holdsWhatFailedAndNothingElse()
{
    QCOMPARE(report::failedAsCsv(snapshot()),
             QByteArray("file,errorKind,httpStatus,server,serverMessage,errorMessage,attempts,finishedAt\r\n"
                        "\"/data/a,b\",http-status,413,http://host,\"limit \"\"4\"\" GiB\",why,2,"
                        "2026-11-23T10:41:00.000Z\r\n"
                        "/data/c,connection-refused,,http://host,,why,2,2026-11-23T10:41:00.000Z\r\n"));
    QCOMPARE(report::failedAsPaths(snapshot()), QByteArray("/data/a,b\n/data/c\n"));
    QCOMPARE(report::failedAsPaths({}), QByteArray());
}

void TestFailedList::holdsOneReasonOnRequest()
{
    const FailureReason refused{ErrorKind::HttpStatus, 413, QStringLiteral("http://host")};
    QCOMPARE(report::failedAsPaths(snapshot(), refused), QByteArray("/data/a,b\n"));
    FailureReason elsewhere = refused;
    elsewhere.server = QStringLiteral("http://other");
    QCOMPARE(report::failedAsPaths(snapshot(), elsewhere), QByteArray());
    QCOMPARE(report::failedAsCsv(snapshot(), refused).count("\r\n"), 2);
}

void TestFailedList::pathsAreBytes()
{
    session::SessionSnapshot odd = snapshot();
    odd.uploads[1].path = transfer::fromNativePath("/data/caf\xe9");
    QVERIFY(report::failedAsPaths(odd).startsWith("/data/caf\xe9\n"));
}

void TestFailedList::hostileTextIsHarmless()
{
    session::SessionSnapshot hostile = snapshot();
    hostile.uploads[1].path = QStringLiteral("=cmd|' /C calc'!A0");
    hostile.uploads[2].serverMessage = QStringLiteral("see http://ann:hidden@host/?token=hidden");
    const QByteArray table = report::failedAsCsv(hostile);
    QVERIFY2(table.contains("'=cmd|"), table.constData());
    QVERIFY2(!table.contains("hidden"), table.constData());
}

QTEST_GUILESS_MAIN(TestFailedList)
#include "tst_failedlist.moc"
