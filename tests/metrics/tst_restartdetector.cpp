// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/restartdetector.h"

#include <QTest>

using metrics::Reading;
using metrics::Role;

class TestRestartDetector final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sequences_data();
    void sequences();
    void resetForgets();
};

/// "start=5 cpu=1 gc=2 pause=3 requests=4"; "-" is a reading without any of them.
static Reading readingFrom(const QString &text)
{
    static const QMap<QString, Role> roles{
        {QStringLiteral("start"), Role::StartTime},   {QStringLiteral("cpu"), Role::CpuTotal},
        {QStringLiteral("gc"), Role::GcCount},        {QStringLiteral("pause"), Role::GcPauseTotal},
        {QStringLiteral("requests"), Role::Requests}, {QStringLiteral("heap"), Role::HeapLive}};
    Reading reading;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word == QLatin1StringView("-"))
            continue;
        const QStringList parts = word.split(QLatin1Char('='));
        if (!roles.contains(parts.first()))
            qFatal("'%s' is no role here", qPrintable(word));
        reading.set(roles.value(parts.first()), parts.last().toDouble());
    }
    return reading;
}

void TestRestartDetector::sequences_data()
{
    QTest::addColumn<QString>("readings"); // | between them
    QTest::addColumn<QString>("expected"); // one letter each: R where a restart is seen

    QTest::newRow("same process") << QStringLiteral(
        "start=100 cpu=1 gc=5|start=100 cpu=2 gc=5|start=100 cpu=2 gc=6")
                                  << QStringLiteral("...");
    QTest::newRow("start time moved")
        << QStringLiteral("start=100|start=103|start=103") << QStringLiteral(".R.");
    QTest::newRow("start time moved back, as another replica's")
        << QStringLiteral("start=103|start=100") << QStringLiteral(".R");
    QTest::newRow("start time adjusted by a second")
        << QStringLiteral("start=100 cpu=3|start=101 cpu=4") << QStringLiteral("..");
    QTest::newRow("adjusted by a second, but CPU fell")
        << QStringLiteral("start=100 cpu=3|start=101 cpu=0.1") << QStringLiteral(".R");
    QTest::newRow("collections fell") << QStringLiteral("gc=5|gc=1|gc=2") << QStringLiteral(".R.");
    QTest::newRow("pauses fell") << QStringLiteral("pause=5|pause=1") << QStringLiteral(".R");
    QTest::newRow("fell to zero") << QStringLiteral("cpu=5|cpu=0") << QStringLiteral(".R");
    QTest::newRow("rounding is no fall")
        << QStringLiteral("cpu=5.000000000001|cpu=5") << QStringLiteral("..");
    QTest::newRow("heap may fall") << QStringLiteral("heap=5|heap=1") << QStringLiteral("..");
    QTest::newRow("requests fell, start time known")
        << QStringLiteral("start=100 requests=9|start=100 requests=1") << QStringLiteral("..");
    QTest::newRow("requests fell, start time not known")
        << QStringLiteral("requests=9|requests=1") << QStringLiteral(".R");
    QTest::newRow("nothing said in between")
        << QStringLiteral("start=100|-|start=200") << QStringLiteral("..R");
    QTest::newRow("a value of the old process is not compared with the next")
        << QStringLiteral("start=100 gc=9|start=200|start=200 gc=1") << QStringLiteral(".R.");
    QTest::newRow("two restarts") << QStringLiteral("start=100|start=200|start=300") << QStringLiteral(".RR");
}

void TestRestartDetector::sequences()
{
    QFETCH(QString, readings);
    QFETCH(QString, expected);
    metrics::RestartDetector detector;
    QString found;
    const QStringList texts = readings.split(QLatin1Char('|'));
    for (const QString &text : texts)
        found += QLatin1Char(detector.isRestart(readingFrom(text)) ? 'R' : '.');
    QCOMPARE(found, expected);
}

void TestRestartDetector::resetForgets()
{
    metrics::RestartDetector detector;
    QVERIFY(!detector.isRestart(readingFrom(QStringLiteral("start=100"))));
    detector.reset();
    QVERIFY(!detector.isRestart(readingFrom(QStringLiteral("start=200"))));
    QVERIFY(detector.isRestart(readingFrom(QStringLiteral("start=300"))));
}

QTEST_GUILESS_MAIN(TestRestartDetector)
#include "tst_restartdetector.moc"
