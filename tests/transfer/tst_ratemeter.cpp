// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/ratemeter.h"

#include <QTest>

using namespace std::chrono_literals;
using transfer::RateMeter;

namespace {

constexpr base::Steady zero{1h};

bool isNear(double a, double b, double tolerance = 0.02)
{
    return std::abs(a - b) <= tolerance * std::abs(b);
}

} // namespace

class TestRateMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownAtFirst();
    void steadyStream_data();
    void steadyStream();
    void burstIntoTheKernelDoesNotCount();
    void followsAChange();
    void stallFades();
    void rareStepsAreNotZeroInBetween();
    void endlessStreamStaysExact();
    void remainingTime();
    void restarts();
};

void TestRateMeter::unknownAtFirst()
{
    RateMeter meter;
    QCOMPARE(meter.rate(zero), 0.0);
    QVERIFY(!meter.remaining(zero, 100));
    meter.add(zero, 1000);
    meter.add(zero + 100ms, 2000);
    QCOMPARE(meter.rate(zero + 200ms), 0.0);
    meter.add(zero + 400ms, 3000); // where counting begins
    QCOMPARE(meter.rate(zero + 400ms), 0.0);
    meter.add(zero + 401ms, 1'000'000); // no rate from a span that is too short to tell
    QCOMPARE(meter.rate(zero + 401ms), 0.0);
}

void TestRateMeter::steadyStream_data()
{
    QTest::addColumn<int>("stepMs");
    QTest::newRow("every millisecond") << 1;
    QTest::newRow("ten a second") << 100;
    QTest::newRow("three a second") << 333;
    QTest::newRow("every five seconds") << 5000;
}

void TestRateMeter::steadyStream()
{
    QFETCH(int, stepMs);
    constexpr qint64 perMs = 1000;
    RateMeter meter;
    for (int ms = 0; ms <= 20'000; ms += stepMs)
        meter.add(zero + std::chrono::milliseconds(ms), ms * perMs);
    const int last = 20'000 / stepMs * stepMs;
    const double rate = meter.rate(zero + std::chrono::milliseconds(last));
    QVERIFY2(isNear(rate, 1'000'000), qPrintable(QString::number(rate)));
}

void TestRateMeter::burstIntoTheKernelDoesNotCount()
{
    // 4 MB vanish into the send buffer within 5 ms; the link then takes 1 MB/s. Progress arrives once a
    // second.
    RateMeter meter;
    meter.add(zero, 65'536);
    for (int second = 1; second <= 3; ++second) {
        const auto now = zero + std::chrono::seconds(second);
        meter.add(now, 4'000'000 + second * 1'000'000);
        QVERIFY(meter.rate(now) <= 1'000'001);
    }
    QVERIFY(isNear(meter.rate(zero + 3s), 1'000'000));
}

void TestRateMeter::followsAChange()
{
    RateMeter meter;
    qint64 total = 0;
    auto now = zero;
    for (int i = 0; i < 50; ++i, now += 100ms)
        meter.add(now, total += 1'000);
    for (int i = 0; i < 25; ++i, now += 100ms)
        meter.add(now, total += 5'000);
    QVERIFY(isNear(meter.rate(now - 100ms), 50'000));
}

void TestRateMeter::stallFades()
{
    RateMeter meter;
    auto now = zero;
    for (int i = 0; i < 50; ++i, now += 100ms)
        meter.add(now, i * 100'000);
    double before = meter.rate(now);
    QVERIFY(before > 900'000);
    for (int second = 0; second < 60; ++second, now += 1s) {
        const double rate = meter.rate(now);
        QVERIFY(rate <= before);
        before = rate;
    }
    QVERIFY(before < 5'000);
    QVERIFY(before > 0);
}

void TestRateMeter::rareStepsAreNotZeroInBetween()
{
    // As with a slow link: the kernel makes room once in 5 s.
    RateMeter meter;
    for (int i = 0; i < 5; ++i)
        meter.add(zero + i * 5s, i * 320'000);
    QVERIFY(isNear(meter.rate(zero + 20s), 64'000));
    QVERIFY(meter.rate(zero + 24s) > 30'000);
}

void TestRateMeter::endlessStreamStaysExact()
{
    RateMeter meter;
    constexpr qint64 start = 1LL << 60;
    auto now = zero;
    for (int i = 0; i < 100'000; ++i, now += 70ms)
        meter.add(now, start + i * 7000LL);
    QVERIFY(isNear(meter.rate(now - 70ms), 100'000, 0.001));
}

void TestRateMeter::remainingTime()
{
    RateMeter meter;
    for (int i = 0; i < 50; ++i)
        meter.add(zero + i * 100ms, i * 100'000);
    const auto now = zero + 4900ms;
    QCOMPARE(meter.remaining(now, 10'000'000), std::optional(10'000ms));
    QCOMPARE(meter.remaining(now, 0), std::optional(0ms));
    QCOMPARE(meter.remaining(now, -5), std::optional(0ms));
    QVERIFY(!meter.remaining(now + 1000h, 10)); // stands still
}

void TestRateMeter::restarts()
{
    RateMeter meter;
    for (int i = 0; i < 50; ++i)
        meter.add(zero + i * 100ms, i * 100'000);
    meter.restart();
    QCOMPARE(meter.rate(zero + 5s), 0.0);
    meter.add(zero + 5s, 10);
    meter.add(zero + 6s, 20);
    meter.add(zero + 7s, 30);
    QCOMPARE(meter.rate(zero + 7s), 10.0);
}

QTEST_GUILESS_MAIN(TestRateMeter)
#include "tst_ratemeter.moc"
