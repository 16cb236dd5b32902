// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/detailstext.h"

#include <QDateTime>
#include <QTest>

using namespace ui;
using transfer::AttemptSummary;
using transfer::UploadDetails;
using transfer::UploadRecord;

class TestDetailsText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAttempts()
    {
        const qint64 start = QDateTime(QDate(2026, 11, 28), QTime(20, 31, 5)).toMSecsSinceEpoch();
        UploadDetails details;
        details.attempts
            = {{1,
                start,
                start + 85,
                503,
                {base::ErrorKind::HttpStatus, QStringLiteral("x"), 503, QStringLiteral("not now")}},
               {2,
                start + 1'000,
                start + 3'000,
                0,
                {base::ErrorKind::ConnectionReset, QStringLiteral("reset by peer"), 0, {}}},
               {3, start + 5'000, start + 5'100, 201, {}}};
        QCOMPARE(attemptsText(details, 3),
                 QStringLiteral("1 · 20:31:05 · 503 Service Unavailable · 85 ms\n    not now\n"
                                "2 · 20:31:06 · Connection broken · 2.00 s\n    reset by peer\n"
                                "3 · 20:31:10 · 201 Created · 100 ms"));
    }

    void saysThatEarlierOnesAreForgotten()
    {
        UploadDetails details;
        details.attempts = {{7, 0, 1, 503, {base::ErrorKind::HttpStatus, {}, 503, {}}}};
        QVERIFY(attemptsText(details, 7).startsWith(QStringLiteral("The last 1 of 7:\n7 · ")));
    }

    void tellsHeads()
    {
        UploadDetails details;
        QCOMPARE(requestText(details), QString());
        details.requestLine = QStringLiteral("POST http://host/upload");
        details.requestHeaders = {{"Host", "host"},
                                  {"X-Latin", "caf\xe9"},
                                  {"X-Utf8",
                                   "gr\xc3\xb6\xc3\x9f"
                                   "e"}};
        QCOMPARE(requestText(details),
                 QStringLiteral("POST http://host/upload\nHost: host\nX-Latin: café\nX-Utf8: größe"));
    }

    void tellsFacts()
    {
        UploadRecord record;
        record.path = QStringLiteral("/data/a.bin");
        QCOMPARE(factsText(record), QStringLiteral("/data/a.bin"));
        record.bytes = 2'048;
        record.startedAtMs = QDateTime(QDate(2026, 11, 28), QTime(20, 31, 5)).toMSecsSinceEpoch();
        QCOMPARE(factsText(record),
                 QStringLiteral("/data/a.bin\n2.00 KiB (2,048 bytes)\nBegun 2026-11-28 20:31:05"));
        record.finishedAtMs = record.startedAtMs + 2'000;
        QCOMPARE(factsText(record),
                 QStringLiteral("/data/a.bin\n2.00 KiB (2,048 bytes)\n2026-11-28 20:31:05 to 20:31:07"));
    }
};

QTEST_GUILESS_MAIN(TestDetailsText)
#include "tst_detailstext.moc"
