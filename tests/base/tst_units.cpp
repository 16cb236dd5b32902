// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/units.h"

#include <QTest>

using namespace std::chrono_literals;

class TestUnits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data();
    void sizes();
    void sizesAreWrittenAsTheyAreRead_data();
    void sizesAreWrittenAsTheyAreRead();
    void durations_data();
    void durations();
};

void TestUnits::sizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes"); // -1: not a size

    const auto row
        = [](const char *text, qint64 bytes) { QTest::newRow(text) << QString::fromUtf8(text) << bytes; };
    constexpr qint64 ki = 1024;
    row("0", 0);
    row("512", 512);
    row("512B", 512);
    row("64K", 64 * ki);
    row("64k", 64 * ki);
    row("64KB", 64 * ki);
    row("64KiB", 64 * ki);
    row("64kib", 64 * ki);
    row("1.5M", 1536 * ki);
    row(".5K", 512);
    row("2.K", 2 * ki);
    row("2G", 2 * ki * ki * ki);
    row("3TiB", 3 * ki * ki * ki * ki);
    row(" 10 MiB ", 10 * ki * ki);
    row("0.3", 0);
    row("0.5", 1);
    row("8388607T", qint64(8'388'607) * ki * ki * ki * ki);

    row("", -1);
    row(" ", -1);
    row(".", -1);
    row("K", -1);
    row("-1", -1);
    row("+1", -1);
    row("1,5M", -1);
    row("1.2.3", -1);
    row("1e3", -1);
    row("0x10", -1);
    row("5iB", -1);
    row("5P", -1);
    row("5KiBB", -1);
    row("5KK", -1);
    row("5 K B", -1);
    row("nan", -1);
    row("inf", -1);
    row("8388608T", -1);
    row("9223372036854775808", -1);
    row("\xd9\xa3", -1); // the Arabic digit three
    QTest::newRow("400 digits") << QString(400, QLatin1Char('9')) << qint64(-1);
}

void TestUnits::sizes()
{
    QFETCH(QString, text);
    QFETCH(qint64, bytes);
    QCOMPARE(base::parseSize(text).value_or(-1), bytes);
}

void TestUnits::sizesAreWrittenAsTheyAreRead_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    constexpr qint64 ki = 1024;
    QTest::newRow("none") << qint64(0) << QStringLiteral("0");
    QTest::newRow("bytes") << qint64(1500) << QStringLiteral("1500");
    QTest::newRow("one kibibyte") << ki << QStringLiteral("1K");
    QTest::newRow("nothing is lost") << 1536 * ki << QStringLiteral("1536K");
    QTest::newRow("mebibytes") << 512 * ki * ki << QStringLiteral("512M");
    QTest::newRow("gibibytes") << 2 * ki * ki * ki << QStringLiteral("2G");
    QTest::newRow("nothing is larger than T") << 2048 * ki * ki * ki * ki << QStringLiteral("2048T");
}

void TestUnits::sizesAreWrittenAsTheyAreRead()
{
    QFETCH(const qint64, bytes);
    QFETCH(const QString, text);
    QCOMPARE(base::sizeKey(bytes), text);
    QCOMPARE(base::parseSize(text), bytes);
}

void TestUnits::durations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms"); // -1: not a duration

    const auto row = [](const char *text, std::chrono::milliseconds duration) {
        QTest::newRow(text) << QString::fromUtf8(text) << qint64(duration.count());
    };
    row("0", 0ms);
    row("500ms", 500ms);
    row("1.4ms", 1ms);
    row("30", 30s);
    row("30s", 30s);
    row("30S", 30s);
    row("1.5s", 1500ms);
    row(".25", 250ms);
    row("5m", 5min);
    row("5min", 5min);
    row("2h", 2h);
    row(" 2 h ", 2h);
    row("60d", -1ms);
    row("", -1ms);
    row("s", -1ms);
    row("-5s", -1ms);
    row("5 s s", -1ms);
    row("1:30", -1ms);
    row("1h30m", -1ms);
    row("5us", -1ms);
    row("1e3s", -1ms);
    row("inf", -1ms);
    row("300000h", -1ms); // over 31 years
}

void TestUnits::durations()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const auto duration = base::parseDuration(text);
    QCOMPARE(duration ? qint64(duration->count()) : qint64(-1), ms);
}

QTEST_APPLESS_MAIN(TestUnits)
#include "tst_units.moc"
