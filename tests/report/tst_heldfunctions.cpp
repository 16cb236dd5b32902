// SPDX-License-Identifier: GPL-3.0-or-later
// Whose allocations the heap kept of each upload, by the profiles of two checks.
#include "core/report/heldfunctions.h"
#include "tests/pprof/profilewriter.h"

#include <QTest>

using namespace report;

namespace {

constexpr qint64 mib = 1024 * 1024;

/// What io.ReadAll holds, and what everything else does.
QByteArray heap(qint64 kept, qint64 other)
{
    support::ProfileWriter writer;
    writer.add("io.ReadAll@io.go:1 <- main.readAll@a.go:7 <- main.main@a.go:1", {1, kept});
    writer.add("net/http.newBufioReader@b.go:1 <- main.main@a.go:1", {1, other});
    return writer.gzipped();
}

ComparedCheck check(const QByteArray &before, const QByteArray &after, std::optional<double> uploads)
{
    ComparedCheck check;
    check.profiles.heapBefore = before;
    check.profiles.heapAfter = after;
    check.record.profiledUploads = uploads;
    return check;
}

} // namespace

class TestHeldFunctions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldGrowthIsNoneOfAChecksDoing()
    {
        // The same process twice: the second check begins with all that the first has left, and with more uploads.
        const auto held = heldFunctions(check(heap(0, mib), heap(100 * mib, mib), 100),
                                        check(heap(300 * mib, mib), heap(500 * mib, 2 * mib), 400));
        QCOMPARE(held.size(), 1UL);
        QCOMPARE(held[0].function, QStringLiteral("io.ReadAll"));
        QCOMPARE(held[0].before, 1.0 * mib);
        QCOMPARE(held[0].after, 0.5 * mib);
    }

    void theSameGrowthIsNoDifference()
    {
        QVERIFY(heldFunctions(check(heap(0, mib), heap(100 * mib, mib), 100),
                              check(heap(300 * mib, mib), heap(500 * mib, 2 * mib), 200))
                    .empty());
    }

    void aProfileOfTheBeginningTellsNothing_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<std::optional<double>>("uploads");
        const QByteArray begun = heap(300 * mib, mib);
        QTest::newRow("none of its end") << begun << QByteArray() << std::optional(200.0);
        QTest::newRow("none of its beginning") << QByteArray() << begun << std::optional(200.0);
        QTest::newRow("no uploads told") << begun << heap(500 * mib, mib) << std::optional<double>();
        QTest::newRow("damaged") << begun << QByteArray("no profile") << std::optional(200.0);
    }

    void aProfileOfTheBeginningTellsNothing()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, last);
        QFETCH(std::optional<double>, uploads);
        const ComparedCheck leaking = check(heap(0, mib), heap(100 * mib, mib), 100);
        const ComparedCheck other = check(first, last, uploads);
        QVERIFY(heldFunctions(leaking, other).empty());
        QVERIFY(heldFunctions(other, leaking).empty());
    }
};

QTEST_APPLESS_MAIN(TestHeldFunctions)
#include "tst_heldfunctions.moc"
