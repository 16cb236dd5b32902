// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/profiletable.h"

#include <QTest>

class TestProfileTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsStandBelowEachOther()
    {
        const QString head = report::profileTableHead();
        const QString line = report::profileTableLine(
            {QStringLiteral("204 MiB"), QStringLiteral("99.4%"), QStringLiteral("99.4%"),
             QStringLiteral("205 MiB"), QStringLiteral("100.0%"), QStringLiteral("main.readAll")});
        QCOMPARE(head.simplified(), QStringLiteral("flat flat% sum% cum cum% function"));
        QCOMPARE(line.simplified(), QStringLiteral("204 MiB 99.4% 99.4% 205 MiB 100.0% main.readAll"));
        QCOMPARE(head.indexOf(QLatin1StringView("function")), line.indexOf(QLatin1StringView("main")));
    }

    void shares_data()
    {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<qint64>("whole");
        QTest::addColumn<QString>("text");
        QTest::newRow("all") << qint64(7) << qint64(7) << QStringLiteral("100.0%");
        QTest::newRow("little") << qint64(42) << qint64(10'000) << QStringLiteral("0.42%");
        QTest::newRow("given back") << qint64(-12) << qint64(100) << QStringLiteral("12.0%");
        QTest::newRow("of nothing") << qint64(1) << qint64(0) << QStringLiteral("-");
    }

    void shares()
    {
        QFETCH(qint64, value);
        QFETCH(qint64, whole);
        QTEST(report::tableShare(value, whole), "text");
    }
};

QTEST_GUILESS_MAIN(TestProfileTable)
#include "tst_profiletable.moc"
