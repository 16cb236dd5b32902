// SPDX-License-Identifier: GPL-3.0-or-later
// Who else uses the server is found out by its counter, and a server that counts late is not taken for a busy one.
#include "core/experiment/requestledger.h"

#include <QTest>

using namespace experiment;

namespace {

/// A check, and a server that counts what it is asked in its own way.
class Check
{
public:
    explicit Check(double perUpload = 1, double perLook = 1)
        : m_perUpload(perUpload)
        , m_perLook(perLook)
    {
        m_floor.requests = 0;
        (void)floor();
    }
    /// What comes before the rounds. False: somebody else uses the server.
    bool learns(int othersInWarmUp = 0, int othersMeanwhile = 0)
    {
        for (int round = 0; round < 2; ++round) {
            upload(20);
            countsAlso(othersInWarmUp / 2);
            if (!floor())
                return false;
        }
        const FloorReading first = m_floor;
        countsAlso(othersMeanwhile);
        for (int blank = 0; blank < 3; ++blank) {
            if (!floor())
                return false;
        }
        return m_ledger.learn(first, m_floor);
    }
    /// Uploads, `late` of which are not counted before countsAlso() says so.
    void upload(int uploads, int late = 0)
    {
        m_ledger.addUploads(uploads);
        m_floor.asked += uploads;
        m_floor.requests += m_perUpload * (uploads - late);
    }
    void countsAlso(double requests) { m_floor.requests += requests; }
    /// Looks twice, a second after the last time.
    bool floor()
    {
        m_floor.timeMs += 1000;
        m_floor.asked += 2;
        m_floor.requests += 2 * m_perLook;
        return m_ledger.accepts(m_floor);
    }

private:
    double m_perUpload;
    double m_perLook;
    FloorReading m_floor;
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
        QVERIFY(check.learns());
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
        QVERIFY(check.learns());
        check.upload(20);
        check.countsAlso(others);
        QTEST(check.floor(), "accepted");
    }

    void whatDripsIsNoticed()
    {
        Check check;
        QVERIFY(check.learns());
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
        QVERIFY(check.learns());
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
        QVERIFY(check.learns());
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
        QVERIFY(check.learns());
        for (int round = 0; round < 8; ++round) {
            check.upload(16, 4); // refused before a handler saw them
            QVERIFY(check.floor());
        }
        QVERIFY(check.floor()); // and they will not come any more
        check.upload(20);
        check.countsAlso(8);
        QVERIFY(!check.floor());
    }

    void serversCountInTheirOwnWay_data()
    {
        QTest::addColumn<double>("perUpload");
        QTest::addColumn<double>("perLook");
        QTest::newRow("looking is not counted") << 1.0 << 0.0;
        QTest::newRow("half of it is") << 1.0 << 0.5;
        QTest::newRow("all twice, in two layers") << 2.0 << 2.0;
        QTest::newRow("uploads twice, and some of the looking") << 2.0 << 1.5;
        QTest::newRow("uploads three times") << 3.0 << 1.0;
        QTest::newRow("uploads are not counted") << 0.0 << 1.0;
        QTest::newRow("nothing is told") << FloorReading::unknown << 1.0;
    }
    void serversCountInTheirOwnWay()
    {
        QFETCH(const double, perUpload);
        QFETCH(const double, perLook);
        Check check(perUpload, perLook);
        QVERIFY(check.learns());
        for (int round = 0; round < 20; ++round) {
            check.upload(20);
            QVERIFY(check.floor());
        }
        if (!(perUpload >= 1))
            return;
        check.upload(20);
        check.countsAlso(10);
        QVERIFY(!check.floor());
    }

    void aCounterMayAppearWithTheFirstUpload()
    {
        FloorReading floor; // which tells of no requests yet
        RequestLedger ledger;
        QVERIFY(ledger.accepts(floor));
        ledger.addUploads(40);
        floor.asked = 50;
        floor.requests = 80; // of 40 uploads, counted twice
        QVERIFY(ledger.accepts(floor));
        const FloorReading first = floor;
        floor.asked += 6;
        QVERIFY(ledger.accepts(floor));
        QVERIFY(ledger.learn(first, floor));
        ledger.addUploads(20);
        floor.asked += 20;
        floor.requests += 40;
        QVERIFY(ledger.accepts(floor));
        floor.requests += 6;
        QVERIFY(!ledger.accepts(floor));
    }

    void othersAreFoundBeforeTheRounds_data()
    {
        QTest::addColumn<double>("perUpload");
        QTest::addColumn<int>("inWarmUp");
        QTest::addColumn<int>("meanwhile");
        QTest::newRow("half as much as ours") << 1.0 << 20 << 0;
        QTest::newRow("while nothing is uploaded") << 1.0 << 0 << 12;
        QTest::newRow("beside a server that counts twice") << 2.0 << 20 << 0;
        QTest::newRow("all the time") << 1.0 << 40 << 60;
    }
    void othersAreFoundBeforeTheRounds()
    {
        QFETCH(const double, perUpload);
        QFETCH(const int, inWarmUp);
        QFETCH(const int, meanwhile);
        Check check(perUpload);
        QVERIFY(!check.learns(inWarmUp, meanwhile));
    }
};

QTEST_GUILESS_MAIN(TestRequestLedger)
#include "tst_requestledger.moc"
