// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "core/transfer/formbody.h"
#include "core/transfer/ratelimit.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace transfer;

namespace {

constexpr qint64 KiB = 1024;
constexpr qint64 MiB = 1024 * KiB;

} // namespace

class TestRateLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offGrantsAll()
    {
        base::FakeClock clock;
        RateLimit limit(clock);
        QVERIFY(!limit.isOn());
        QCOMPARE(limit.take(10 * MiB), 10 * MiB);
        QCOMPARE(limit.waitFor(10 * MiB), 0ms);
    }

    void burstThenTheRate()
    {
        base::FakeClock clock;
        RateLimit limit(clock);
        limit.set({.bytesPerSecond = 1000 * KiB, .burst = 100 * KiB});
        QCOMPARE(limit.take(10 * MiB), 100 * KiB);
        QCOMPARE(limit.take(10 * MiB), 0);
        QCOMPARE(limit.waitFor(10 * MiB), 16ms); // a quantum of 16 KiB
        clock.advance(15ms);
        QCOMPARE(limit.take(10 * MiB), 0);
        clock.advance(1ms);
        QCOMPARE(limit.take(10 * MiB), 16 * KiB);
        clock.advance(1h); // a pause saves up no more than the burst
        QCOMPARE(limit.take(10 * MiB), 100 * KiB);
    }

    void whatIsSpentIsWaitedFor()
    {
        base::FakeClock clock;
        RateLimit limit(clock);
        limit.spend(1'000'000); // of no limit
        limit.set({100'000, 20'000});
        limit.spend(20'500);
        QCOMPARE(limit.take(100), 0);
        QCOMPARE(limit.waitFor(100), 6ms); // the 500 that it lacks, too
        clock.advance(6ms);
        QCOMPARE(limit.take(100), 100);
    }

    void littleNeedsNoQuantum()
    {
        base::FakeClock clock;
        RateLimit limit(clock);
        limit.set({.bytesPerSecond = 1000, .burst = 500}); // less than a quantum
        QCOMPARE(limit.take(MiB), 500);
        clock.advance(100ms);
        QCOMPARE(limit.take(MiB), 0); // waits for a quarter of the burst
        QCOMPARE(limit.take(50), 50); // and gives what is little at once
        QCOMPARE(limit.waitFor(10), 1ms);
        clock.advance(500ms);
        QCOMPARE(limit.take(MiB), 500);
    }

    void neverAboveInAnySpan_data()
    {
        QTest::addColumn<qint64>("rate");
        QTest::addColumn<qint64>("burst");
        for (const qint64 rate : {10 * KiB, 1 * MiB, 100 * MiB}) {
            for (const qint64 burst : {qint64(0), 4 * KiB, 1 * MiB})
                QTest::addRow("%lld and %lld", rate, burst) << rate << burst;
        }
    }

    void neverAboveInAnySpan()
    {
        QFETCH(qint64, rate);
        QFETCH(qint64, burst);
        base::FakeClock clock;
        RateLimit limit(clock);
        limit.set({rate, burst});
        const double most = double(RateLimit::burstOf({rate, burst}));
        std::vector<std::pair<double, double>> granted{{0, 0}}; // seconds, sum
        const base::Steady begin = clock.now();
        double sum = 0;
        for (int i = 0; i < 4000; ++i) {
            const qint64 wanted = 1 + (i * 7919) % (200 * KiB);
            const qint64 got = limit.take(wanted);
            QVERIFY(got >= 0 && got <= wanted);
            sum += double(got);
            granted.emplace_back(std::chrono::duration<double>(clock.now() - begin).count(), sum);
            clock.advance(got > 0 && i % 3 ? 0ms : limit.waitFor(wanted));
        }
        for (size_t from = 0; from < granted.size(); from += 37) {
            for (size_t to = from + 1; to < granted.size(); to += 41) {
                const double seconds = granted[to].first - granted[from].first;
                const double bytes = granted[to].second - granted[from].second;
                QVERIFY(bytes <= double(rate) * seconds + most + 1);
            }
        }
        const double seconds = granted.back().first;
        QVERIFY2(sum >= 0.97 * double(rate) * seconds,
                 qPrintable(QString::number(sum / (double(rate) * seconds))));
    }

    void aSmallBurstHoldsTheRate_data()
    {
        QTest::addColumn<qint64>("rate");
        QTest::addColumn<qint64>("burst");
        for (const qint64 rate : {10'000, 100'000, 1'000'000, 10'000'000}) {
            for (const qint64 burst : {1, 1000, 2000, 4096})
                QTest::addRow("%lld and %lld", rate, burst) << rate << burst;
        }
    }
    // Timers that fire late, as those of a machine with other work do.
    void aSmallBurstHoldsTheRate()
    {
        QFETCH(const qint64, rate);
        QFETCH(const qint64, burst);
        base::FakeClock clock;
        RateLimit limit(clock);
        limit.set({rate, burst});
        const double most = double(RateLimit::burstOf({rate, burst}));
        const base::Steady begin = clock.now();
        const auto seconds = [&] { return std::chrono::duration<double>(clock.now() - begin).count(); };
        double sum = 0;
        for (int i = 0; seconds() < 10; ++i) {
            const qint64 got = limit.take(64 * KiB);
            sum += double(got);
            QVERIFY(sum <= double(rate) * seconds() + most + 1);
            if (got == 0)
                clock.advance(limit.waitFor(64 * KiB) + std::chrono::milliseconds(i % 15));
        }
        QVERIFY2(sum >= 0.97 * double(rate) * seconds(), qPrintable(QString::number(sum)));
    }

    void aBurstIsSomeMillisecondsOfTheRateAtLeast()
    {
        QCOMPARE(RateLimit::burstOf({100'000, 4096}), 4096);
        QCOMPARE(RateLimit::burstOf({1'000'000, 4096}), 25'000);
        QCOMPARE(RateLimit::burstOf({1'000'000, 0}), 100'000);
        QCOMPARE(RateLimit::burstOf({1000, 0}), RateLimit::quantum);
        QCOMPARE(RateLimit::burstOf({10, 1}), 1);
    }

    void changesWhileRunning()
    {
        base::FakeClock clock;
        RateLimit limit(clock);
        limit.set({.bytesPerSecond = MiB, .burst = 64 * KiB});
        QCOMPARE(limit.take(MiB), 64 * KiB);
        limit.set({.bytesPerSecond = 2 * MiB, .burst = 128 * KiB});
        QCOMPARE(limit.take(MiB), 0);
        QCOMPARE(limit.waitFor(MiB), 8ms);
        limit.set({});
        QCOMPARE(limit.take(MiB), MiB);
    }

    void eachSettingLetsNoBurstOut()
    {
        base::FakeClock clock;
        RateLimit limit(clock);
        qint64 sum = 0;
        for (int i = 0; i < 10; ++i) { // a slider is moved
            limit.set({.bytesPerSecond = (1 + i) * 100 * KiB, .burst = 64 * KiB});
            sum += limit.take(MiB);
        }
        QCOMPARE(sum, 64 * KiB);
        limit.set({}); // and off and on again
        limit.set({.bytesPerSecond = MiB, .burst = 64 * KiB});
        QCOMPARE(limit.take(MiB), 0);
        clock.advance(1h);
        limit.set({.bytesPerSecond = MiB, .burst = 32 * KiB}); // what was saved up does not fit
        QCOMPARE(limit.take(MiB), 32 * KiB);
        clock.advance(1h);
        limit.set({.bytesPerSecond = MiB, .burst = 64 * KiB});
        QCOMPARE(limit.take(MiB), 32 * KiB); // nor does it become more
    }

    void aBodyRunsDryAndGoesOn()
    {
        base::FakeClock clock;
        RateLimit limit(clock);
        limit.set({.bytesPerSecond = 1000 * KiB, .burst = 64 * KiB});
        auto content = std::make_unique<QBuffer>();
        content->setData(QByteArray(500 * KiB, 'c'));
        QVERIFY(content->open(QIODevice::ReadOnly));
        FormBody body("head", std::move(content), "tail");
        body.setRateLimit(limit, clock);
        QSignalSpy ready(&body, &QIODevice::readyRead);
        QByteArray got;
        const base::Steady begin = clock.now();
        while (!body.atEnd()) {
            const QByteArray piece = body.read(200 * KiB);
            got += piece;
            if (piece.isEmpty()) {
                ready.clear();
                while (ready.isEmpty())
                    clock.advance(1ms);
            }
        }
        QCOMPARE(got, "head" + QByteArray(500 * KiB, 'c') + "tail");
        const double seconds = std::chrono::duration<double>(clock.now() - begin).count();
        QVERIFY2(std::abs(seconds - 0.436) < 0.02, qPrintable(QString::number(seconds))); // (500 - 64) KiB
        QVERIFY(body.seek(0)); // for a redirect
    }

    void aBodyUnderWayIsSlowedAndFreed()
    {
        base::FakeClock clock;
        RateLimit limit(clock);
        auto content = std::make_unique<QBuffer>();
        content->setData(QByteArray(500 * KiB, 'c'));
        QVERIFY(content->open(QIODevice::ReadOnly));
        FormBody body("head", std::move(content), "tail");
        body.setRateLimit(limit, clock);
        QSignalSpy ready(&body, &QIODevice::readyRead);
        QCOMPARE(body.read(100 * KiB).size(), 100 * KiB);
        limit.set({.bytesPerSecond = 100, .burst = 16 * KiB});
        QCOMPARE(body.read(200 * KiB).size(), 16 * KiB);
        QVERIFY(!body.isHeldBack());
        QCOMPARE(body.read(200 * KiB).size(), 0);
        QVERIFY(body.isHeldBack());
        clock.advance(1s); // it would take more than a minute
        QVERIFY(ready.isEmpty());
        limit.set({});
        QCOMPARE(ready.size(), 1);
        QCOMPARE(body.read(200 * KiB).size(), 200 * KiB);
        clock.advance(1h); // and it does not say so twice
        QCOMPARE(ready.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
