// SPDX-License-Identifier: GPL-3.0-or-later
// Who else uses the server is found out by its counter, and a server that counts late is not taken for a busy one.
#include "core/experiment/requestledger.h"

#include <QTest>

using namespace experiment;

namespace {

/// A server that counts every request, and a check that makes them.
class Check
{
public:
    Check() { (void)floor(); }
    /// Uploads of which the server counts `late` not before they are told to be counted.
    void upload(int uploads, int late = 0)
    {
        m_ledger.addUploads(uploads);
        m_floor.asked += uploads;
        m_floor.requests += uploads - late;
    }
    void countsAlso(int requests) { m_floor.requests += requests; }
    /// Looks twice, a second after the last time.
    bool floor(double counted = 2)
    {
        m_floor.timeMs += 1000;
        m_floor.asked += 2;
        m_floor.requests += counted;
        return m_ledger.accepts(m_floor);
    }
    RequestLedger &ledger() { return m_ledger; }
    const FloorReading &last() const { return m_floor; }
    void countsNothing() { m_floor.requests = FloorReading::unknown; }

private:
    FloorReading m_floor = [] {
        FloorReading floor;
        floor.requests = 0;
        return floor;
    }();
    RequestLedger m_ledger;
};

} // namespace

class TestRequestLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oursAreAccepted()
    {
        Check check;
        for (int round = 0; round < 30; ++round) {
            check.upload(20);
            QVERIFY(check.floor());
        }
    }

    void othersAreNot_data()
    {
        QTest::addColumn<int>("others");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("a health check") << 1 << true;
        QTest::newRow("five, and half a one for the second") << 5 << true;
        QTest::newRow("six") << 6 << false;
        QTest::newRow("as many as ours") << 20 << false;
    }

    void othersAreNot()
    {
        QFETCH(const int, others);
        Check check;
        check.upload(20);
        check.countsAlso(others);
        QTEST(check.floor(), "accepted");
    }

    void whatDripsIsNoticed()
    {
        Check check;
        int rounds = 0;
        do {
            check.upload(20);
            check.countsAlso(3);
        } while (check.floor() && ++rounds < 30);
        QVERIFY2(rounds < 10, qPrintable(QString::number(rounds)));
    }

    void oneThatIsCountedLateIsOurs()
    {
        Check check;
        for (int round = 0; round < 8; ++round) {
            check.upload(16, 12); // broken off, their handlers end after the floor
            QVERIFY(check.floor());
            check.upload(16);
            check.countsAlso(12);
            QVERIFY(check.floor());
        }
    }

    void lateOnesPileUp()
    {
        Check check;
        check.upload(16, 6);
        QVERIFY(check.floor());
        check.countsAlso(3);
        check.upload(16, 6);
        QVERIFY(check.floor());
        check.countsAlso(9);
        QVERIFY(check.floor());
    }

    void whatIsNeverCountedHidesNobodyForLong()
    {
        Check check;
        for (int round = 0; round < 8; ++round) {
            check.upload(16, 4); // refused before a handler saw them
            QVERIFY(check.floor());
        }
        QVERIFY(check.floor()); // and they will not come any more
        check.upload(20);
        check.countsAlso(8);
        QVERIFY(!check.floor());
    }

    void lookingNeedNotBeCounted()
    {
        Check check;
        const FloorReading first = check.last();
        for (int blank = 0; blank < 3; ++blank)
            QVERIFY(check.floor(0));
        check.ledger().learnLooking(first, check.last());
        for (int round = 0; round < 20; ++round) {
            check.upload(20);
            QVERIFY(check.floor(0));
        }
        check.upload(20);
        check.countsAlso(6);
        QVERIFY(!check.floor(0));
    }

    void aServerThatCountsNothingIsAccepted()
    {
        Check check;
        check.countsNothing();
        check.upload(20);
        QVERIFY(check.floor());
    }
};

QTEST_GUILESS_MAIN(TestRequestLedger)
#include "tst_requestledger.moc"
