// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/labellayout.h"
#include "ui/timeline/ticks.h"

#include <QDateTime>
#include <QTest>

#include <cmath>
#include <limits>

using ui::ValueTicks;
using ui::ValueUnit;

Q_DECLARE_METATYPE(ui::ValueUnit)

class TestTicks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeTicksAreRound_data();
    void timeTicksAreRound();
    void timeTicksNeverExceedTheMost();
    void ticksStayRoundAcrossDaylightSaving();
    void timeLabels_data();
    void timeLabels();
    void valueAxis_data();
    void valueAxis();
    void everyAxisHoldsItsHighestValue();
    void axisInUseIsSteady_data();
    void axisInUseIsSteady();
    void readings_data();
    void readings();
    void labelsKeepApart_data();
    void labelsKeepApart();
};

static ui::UtcOffset fixedOffset(int seconds)
{
    return [seconds](qint64) { return seconds; };
}

static qint64 utc(const QString &text)
{
    return QDateTime::fromString(text + QLatin1Char('Z'), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

static QString printed(const ui::TimeTicks &ticks, const ui::UtcOffset &offset)
{
    QStringList labels;
    for (const qint64 at : ticks.at)
        labels << ui::timeLabel(at, ticks.stepMs, offset);
    return labels.join(QLatin1Char(' '));
}

void TestTicks::timeTicksAreRound_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<qint64>("span");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("expected");
    const auto row
        = [](const char *name, const char *from, qint64 seconds, int most, int offset, const char *expected) {
              QTest::newRow(name) << QString::fromLatin1(from) << seconds * 1000 << most << offset
                                  << QString::fromLatin1(expected);
          };

    row("five seconds", "2025-11-24T10:41:02.300", 5, 6, 0, "10:41:03 10:41:04 10:41:05 10:41:06 10:41:07");
    row("half a minute", "2025-11-24T10:41:02.300", 30, 7, 0,
        "10:41:05 10:41:10 10:41:15 10:41:20 10:41:25 10:41:30");
    row("a minute, few", "2025-11-24T10:41:02", 60, 3, 0, "10:41:30 10:42:00");
    row("five minutes", "2025-11-24T10:40:12", 300, 7, 0, "10:41 10:42 10:43 10:44 10:45");
    row("an hour", "2025-11-24T10:07:12", 3600, 7, 0, "10:10 10:20 10:30 10:40 10:50 11:00");
    row("a day", "2025-11-24T10:07:12", 86'400, 9, 0, "12:00 15:00 18:00 21:00 25 Nov 03:00 06:00 09:00");
    row("two weeks", "2025-11-24T10:07:12", 14 * 86'400, 8, 0,
        "26 Nov 28 Nov 30 Nov 2 Dec 4 Dec 6 Dec 8 Dec");
    row("east of UTC", "2025-11-24T10:07:12", 6 * 3600, 4, 2 * 3600, "14:00 16:00 18:00");
    row("half an hour beside UTC", "2025-11-24T10:07:12", 6 * 3600, 7, 19'800,
        "16:00 17:00 18:00 19:00 20:00 21:00");
    row("west of UTC", "2025-11-24T02:00:00", 4 * 3600, 5, -5 * 3600, "21:00 22:00 23:00 24 Nov 01:00");
    row("edges are included", "2025-11-24T10:40:00", 120, 3, 0, "10:40 10:41 10:42");
}

void TestTicks::timeTicksAreRound()
{
    QFETCH(QString, from);
    QFETCH(qint64, span);
    QFETCH(int, most);
    QFETCH(int, offset);
    QFETCH(QString, expected);
    const qint64 start = utc(from);
    QCOMPARE(printed(ui::timeTicks(start, start + span, most, fixedOffset(offset)), fixedOffset(offset)),
             expected);
}

void TestTicks::timeTicksNeverExceedTheMost()
{
    const qint64 start = utc(QStringLiteral("2025-11-24T10:07:12.345"));
    for (qint64 span = 1000; span < 20LL * 86'400'000; span = span * 5 / 4) {
        for (int most = 1; most < 14; ++most) {
            const ui::TimeTicks ticks = ui::timeTicks(start, start + span, most, fixedOffset(3600));
            QVERIFY2(ticks.at.size() <= static_cast<size_t>(most), qPrintable(QString::number(span)));
            for (const qint64 at : ticks.at)
                QVERIFY(at >= start && at <= start + span);
        }
    }
}

void TestTicks::ticksStayRoundAcrossDaylightSaving()
{
    // Central Europe, 30 March 2025: 02:00 becomes 03:00.
    const qint64 change = utc(QStringLiteral("2025-03-30T01:00:00"));
    const ui::UtcOffset offset = [change](qint64 ms) { return ms < change ? 3600 : 7200; };
    const qint64 start = utc(QStringLiteral("2025-03-29T22:30:00"));
    QCOMPARE(printed(ui::timeTicks(start, start + 12LL * 3'600'000, 7, offset), offset),
             QStringLiteral("30 Mar 04:00 06:00 08:00 10:00 12:00"));
    // And back, 26 October 2025: 03:00 becomes 02:00. No moment is listed twice.
    const qint64 back = utc(QStringLiteral("2025-10-26T01:00:00"));
    const ui::UtcOffset autumn = [back](qint64 ms) { return ms < back ? 7200 : 3600; };
    const qint64 evening = utc(QStringLiteral("2025-10-25T21:30:00"));
    const ui::TimeTicks ticks = ui::timeTicks(evening, evening + 9LL * 3'600'000, 10, autumn);
    for (size_t i = 1; i < ticks.at.size(); ++i)
        QVERIFY(ticks.at[i] > ticks.at[i - 1]);
}

void TestTicks::timeLabels_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<QString>("expected");
    QTest::newRow("seconds") << QStringLiteral("2025-11-24T10:41:05") << qint64{5000}
                             << QStringLiteral("10:41:05");
    QTest::newRow("minutes") << QStringLiteral("2025-11-24T10:41:00") << qint64{60'000}
                             << QStringLiteral("10:41");
    QTest::newRow("midnight") << QStringLiteral("2025-11-24T00:00:00") << qint64{3'600'000}
                              << QStringLiteral("24 Nov");
    QTest::newRow("midnight among seconds")
        << QStringLiteral("2025-11-24T00:00:00") << qint64{5000} << QStringLiteral("00:00:00");
    QTest::newRow("days") << QStringLiteral("2025-11-24T00:00:00") << qint64{86'400'000}
                          << QStringLiteral("24 Nov");
}

void TestTicks::timeLabels()
{
    QFETCH(QString, at);
    QFETCH(qint64, step);
    QTEST(ui::timeLabel(utc(at), step, fixedOffset(0)), "expected");
    QCOMPARE(ui::clockLabel(utc(at) + 430, true, fixedOffset(0)), at.mid(11) + QStringLiteral(".4"));
}

void TestTicks::valueAxis_data()
{
    QTest::addColumn<double>("highest");
    QTest::addColumn<int>("most");
    QTest::addColumn<ValueUnit>("unit");
    QTest::addColumn<QString>("expected");
    constexpr double mib = 1024.0 * 1024;
    const auto row = [](const char *name, double highest, int most, ValueUnit unit, const char *expected) {
        QTest::newRow(name) << highest << most << unit << QString::fromUtf8(expected);
    };

    row("nothing yet", 0, 4, ValueUnit::Bytes, "0, 1 KiB");
    row("unknown", std::numeric_limits<double>::quiet_NaN(), 4, ValueUnit::Count, "0, 1");
    row("bytes", 700, 4, ValueUnit::Bytes, "0, 200 B, 400 B, 600 B, 800 B");
    row("memory", 211 * mib, 4, ValueUnit::Bytes, "0, 100 MiB, 200 MiB, 300 MiB");
    row("memory, few ticks", 211 * mib, 1, ValueUnit::Bytes, "0, 500 MiB");
    row("exactly on a tick", 200 * mib, 4, ValueUnit::Bytes, "0, 50 MiB, 100 MiB, 150 MiB, 200 MiB");
    row("between units", 900 * mib, 4, ValueUnit::Bytes, "0, 500 MiB, 1,000 MiB");
    row("gigabytes", 7000 * mib, 4, ValueUnit::Bytes, "0, 2 GiB, 4 GiB, 6 GiB, 8 GiB");
    row("goroutines", 14, 2, ValueUnit::Count, "0, 10, 20");
    row("thousands", 19'000, 2, ValueUnit::Count, "0, 10,000, 20,000");
    row("rate", 310 * mib, 2, ValueUnit::BytesPerSecond, "0, 200 MiB/s, 400 MiB/s");
}

void TestTicks::valueAxis()
{
    QFETCH(double, highest);
    QFETCH(int, most);
    QFETCH(ValueUnit, unit);
    const ValueTicks ticks = ui::valueTicks(highest, most, unit);
    QStringList labels;
    for (double value = 0; value <= ticks.top * 1.0001; value += ticks.step)
        labels << ui::valueLabel(value, ticks.step, unit);
    QTEST(labels.join(QStringLiteral(", ")), "expected");
}

void TestTicks::everyAxisHoldsItsHighestValue()
{
    for (const ValueUnit unit : {ValueUnit::Count, ValueUnit::Bytes, ValueUnit::BytesPerSecond}) {
        for (double highest = 0.3; highest < 1e14; highest *= 1.7) {
            for (int most = 1; most <= 5; ++most) {
                const ValueTicks ticks = ui::valueTicks(highest, most, unit);
                QVERIFY(ticks.top >= highest);
                QVERIFY(std::round(ticks.top / ticks.step) <= most);
                QVERIFY2(ticks.top <= highest * 10 || ticks.top == ticks.step, "far too high");
            }
        }
    }
}

void TestTicks::axisInUseIsSteady_data()
{
    QTest::addColumn<double>("highest");
    QTest::addColumn<double>("expectedTop");
    QTest::newRow("still fits") << 250.0 << 300.0;
    QTest::newRow("outgrown") << 310.0 << 400.0;
    QTest::newRow("a little less") << 160.0 << 300.0;
    QTest::newRow("less than half") << 140.0 << 150.0;
}

void TestTicks::axisInUseIsSteady()
{
    QFETCH(double, highest);
    QTEST(ui::steadyTicks({300, 100}, highest, 4, ValueUnit::Count).top, "expectedTop");
}

void TestTicks::readings_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<ValueUnit>("unit");
    QTest::addColumn<QString>("expected");
    QTest::newRow("bytes") << 152.4 * 1024 * 1024 << ValueUnit::Bytes << QStringLiteral("152 MiB");
    QTest::newRow("count") << 12.0 << ValueUnit::Count << QStringLiteral("12");
    QTest::newRow("rate") << 310.0 * 1024 * 1024 << ValueUnit::BytesPerSecond << QStringLiteral("310 MiB/s");
    QTest::newRow("unknown") << std::numeric_limits<double>::quiet_NaN() << ValueUnit::Bytes
                             << QStringLiteral("—");
}

void TestTicks::readings()
{
    QFETCH(double, value);
    QFETCH(ValueUnit, unit);
    QTEST(ui::readingLabel(value, unit), "expected");
}

using Places = std::vector<double>;
Q_DECLARE_METATYPE(Places)

void TestTicks::labelsKeepApart_data()
{
    QTest::addColumn<Places>("wanted");
    QTest::addColumn<Places>("expected");
    QTest::newRow("none") << Places{} << Places{};
    QTest::newRow("free") << Places{20, 50, 80} << Places{20, 50, 80};
    QTest::newRow("two that touch part evenly") << Places{50, 52} << Places{46, 56};
    QTest::newRow("input order is kept") << Places{52, 50} << Places{56, 46};
    QTest::newRow("equal ones keep their order") << Places{50, 50} << Places{45, 55};
    QTest::newRow("a chain moves together")
        << Places{50, 50, 58} << Places{42 + 2.0 / 3, 52 + 2.0 / 3, 62 + 2.0 / 3};
    QTest::newRow("not above the top") << Places{0, 1} << Places{0, 10};
    QTest::newRow("not below the bottom") << Places{99, 100} << Places{90, 100};
    QTest::newRow("outside is brought in") << Places{-20, 130} << Places{0, 100};
}

void TestTicks::labelsKeepApart()
{
    QFETCH(Places, wanted);
    QFETCH(Places, expected);
    const Places places = ui::spreadLabels(wanted, 10, 0, 100);
    QCOMPARE(places.size(), expected.size());
    for (size_t i = 0; i < places.size(); ++i)
        QVERIFY2(qAbs(places[i] - expected[i]) < 0.01, qPrintable(QString::number(places[i])));
}

QTEST_GUILESS_MAIN(TestTicks)
#include "tst_ticks.moc"
