// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/format.h"
#include "core/base/plural.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace std::chrono_literals;

class TestFormat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bytes_data();
    void bytes();
    void rate();
    void duration_data();
    void duration();
    void countdown_data();
    void countdown();
    void count_data();
    void count();
    void pluralForm();
    void utc_data();
    void utc();
};

void TestFormat::initTestCase()
{
    // Nothing here may follow the user's locale.
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
}

void TestFormat::bytes_data()
{
    QTest::addColumn<double>("bytes");
    QTest::addColumn<QString>("text");

    constexpr double ki = 1024;
    QTest::newRow("none") << 0.0 << QStringLiteral("0 B");
    QTest::newRow("one") << 1.0 << QStringLiteral("1 B");
    QTest::newRow("bytes are whole") << 812.4 << QStringLiteral("812 B");
    QTest::newRow("last byte") << 1023.0 << QStringLiteral("1,023 B");
    QTest::newRow("rounds into the next unit") << 1023.6 << QStringLiteral("1.00 KiB");
    QTest::newRow("1 KiB") << ki << QStringLiteral("1.00 KiB");
    QTest::newRow("just below two decimals' end") << 9.99 * ki << QStringLiteral("9.99 KiB");
    QTest::newRow("rounds to 10.0") << 9.996 * ki << QStringLiteral("10.0 KiB");
    QTest::newRow("one decimal") << 73.7 * ki << QStringLiteral("73.7 KiB");
    QTest::newRow("rounds to 100") << 99.96 * ki << QStringLiteral("100 KiB");
    QTest::newRow("no decimals") << 1022.6 * ki << QStringLiteral("1,023 KiB");
    QTest::newRow("rounds to 1 MiB") << 1023.7 * ki << QStringLiteral("1.00 MiB");
    QTest::newRow("MiB") << 1.02 * ki * ki << QStringLiteral("1.02 MiB");
    QTest::newRow("GiB") << 10.0 * ki * ki * ki << QStringLiteral("10.0 GiB");
    QTest::newRow("TiB") << 3.5 * ki * ki * ki * ki << QStringLiteral("3.50 TiB");
    QTest::newRow("largest unit") << 8.0 * ki * ki * ki * ki * ki * ki << QStringLiteral("8.00 EiB");
    QTest::newRow("beyond the units") << 5000.0 * ki * ki * ki * ki * ki * ki << QStringLiteral("5,000 EiB");
    QTest::newRow("negative") << -1.5 * ki << QStringLiteral("-1.50 KiB");
    QTest::newRow("negative thousand") << -1003.0 * ki << QStringLiteral("-1,003 KiB");
    QTest::newRow("last three digits") << 999.4 * ki << QStringLiteral("999 KiB");
    QTest::newRow("rounds to nothing") << -0.3 << QStringLiteral("0 B");
}

void TestFormat::bytes()
{
    QFETCH(double, bytes);
    QFETCH(QString, text);
    QCOMPARE(base::formatBytes(bytes), text);
}

void TestFormat::rate()
{
    QCOMPARE(base::formatRate(310.0 * 1024 * 1024), QStringLiteral("310 MiB/s"));
    QCOMPARE(base::formatRate(0), QStringLiteral("0 B/s"));
}

void TestFormat::duration_data()
{
    QTest::addColumn<std::chrono::nanoseconds>("duration");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *name, std::chrono::nanoseconds duration, const QString &text) {
        QTest::newRow(name) << duration << text;
    };
    row("none", 0ns, QStringLiteral("0.0 ms"));
    row("nanoseconds", 40ns, QStringLiteral("40 ns"));
    row("a tenth of a microsecond", 99ns, QStringLiteral("0.1 µs"));
    row("below ten microseconds", 4'240ns, QStringLiteral("4.2 µs"));
    row("microseconds", 38us, QStringLiteral("38 µs"));
    row("last microsecond", 99'400ns, QStringLiteral("99 µs"));
    row("rounds to a tenth", 99'600ns, QStringLiteral("0.1 ms"));
    row("tenths of a millisecond", 420us, QStringLiteral("0.4 ms"));
    row("negative microseconds", -38us, QStringLiteral("-38 µs"));
    row("below ten", 9'940us, QStringLiteral("9.9 ms"));
    row("rounds to ten", 9'960us, QStringLiteral("10 ms"));
    row("milliseconds", 85ms, QStringLiteral("85 ms"));
    row("last millisecond", 999ms, QStringLiteral("999 ms"));
    row("rounds to a second", 999'600us, QStringLiteral("1.00 s"));
    row("seconds", 1200ms, QStringLiteral("1.20 s"));
    row("ten seconds", 12'400ms, QStringLiteral("12.4 s"));
    row("last tenth", 59'940ms, QStringLiteral("59.9 s"));
    row("rounds to a minute", 59'960ms, QStringLiteral("1:00 min"));
    row("minutes", 185s, QStringLiteral("3:05 min"));
    row("last second of the hour", 3599s, QStringLiteral("59:59 min"));
    row("rounds to an hour", 3599'600ms, QStringLiteral("1:00:00 h"));
    row("hours", 3723s, QStringLiteral("1:02:03 h"));
    row("days", 100h, QStringLiteral("100:00:00 h"));
    row("negative milliseconds", -85ms, QStringLiteral("-85 ms"));
    row("negative hours", -3723s, QStringLiteral("-1:02:03 h"));
}

void TestFormat::duration()
{
    QFETCH(std::chrono::nanoseconds, duration);
    QFETCH(QString, text);
    QCOMPARE(base::formatDuration(duration), text);
}

void TestFormat::countdown_data()
{
    QTest::addColumn<std::chrono::milliseconds>("left");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *name, std::chrono::milliseconds left, const QString &text) {
        QTest::newRow(name) << left << text;
    };
    row("done", 0ms, QStringLiteral("0:00"));
    row("not done yet", 1ms, QStringLiteral("0:01"));
    row("rounds up", 40'001ms, QStringLiteral("0:41"));
    row("whole seconds stay", 41s, QStringLiteral("0:41"));
    row("minutes", 725s, QStringLiteral("12:05"));
    row("rounds up to an hour", 3'599'500ms, QStringLiteral("1:00:00"));
    row("hours", 3723s, QStringLiteral("1:02:03"));
    row("over a day", 30h, QStringLiteral("30:00:00"));
    row("overdue", -5s, QStringLiteral("0:00"));
}

void TestFormat::countdown()
{
    QFETCH(std::chrono::milliseconds, left);
    QFETCH(QString, text);
    QCOMPARE(base::formatCountdown(left), text);
}

void TestFormat::count_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");

    QTest::newRow("zero") << 0.0 << QStringLiteral("0");
    QTest::newRow("small") << 12.0 << QStringLiteral("12");
    QTest::newRow("grouped") << 20'000.0 << QStringLiteral("20,000");
    QTest::newRow("millions") << 1'234'567.0 << QStringLiteral("1,234,567");
    QTest::newRow("ends in zeros") << 100.0 << QStringLiteral("100");
    QTest::newRow("decimals") << 1.25 << QStringLiteral("1.25");
    QTest::newRow("three decimals") << 0.1234 << QStringLiteral("0.123");
    QTest::newRow("grouped with decimals") << 1'234.5 << QStringLiteral("1,234.5");
    QTest::newRow("rounds to whole") << 1.9995000000000001 << QStringLiteral("2");
    QTest::newRow("rounds down to whole") << 5.0004 << QStringLiteral("5");
    QTest::newRow("negative") << -1'000.5 << QStringLiteral("-1,000.5");
    QTest::newRow("rounds to no negative zero") << -0.0002 << QStringLiteral("0");
    QTest::newRow("beyond 64 bits") << 1e20 << QStringLiteral("100,000,000,000,000,000,000");
}

void TestFormat::count()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(base::formatCount(value), text);
}

void TestFormat::pluralForm()
{
    QCOMPARE(base::pluralForm(0), 0);
    QCOMPARE(base::pluralForm(1), 1);
    for (const double several : {1.25, 2.0, 1e300, -1.0, std::numeric_limits<double>::infinity(),
                                 std::numeric_limits<double>::quiet_NaN()})
        QVERIFY(base::pluralForm(several) > 1);
}

void TestFormat::utc_data()
{
    QTest::addColumn<qint64>("unixMs");
    QTest::addColumn<QString>("text");

    QTest::newRow("epoch") << qint64(0) << QStringLiteral("1970-01-01T00:00:00.000Z");
    QTest::newRow("today") << qint64(1'795'465'933'007) << QStringLiteral("2026-11-23T20:32:13.007Z");
    QTest::newRow("before the epoch") << qint64(-1) << QStringLiteral("1969-12-31T23:59:59.999Z");
    QTest::newRow("leap day") << qint64(1'709'164'800'000) << QStringLiteral("2024-02-29T00:00:00.000Z");
}

void TestFormat::utc()
{
    QFETCH(qint64, unixMs);
    QFETCH(QString, text);
    QCOMPARE(base::formatUtc(unixMs), text);
}

QTEST_APPLESS_MAIN(TestFormat)
#include "tst_format.moc"
