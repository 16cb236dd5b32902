// SPDX-License-Identifier: GPL-3.0-or-later
// Levels and rates as people write them, and how many uploads a plan makes at most.
#include "core/experiment/sweepplan.h"

#include <QTest>

using namespace experiment;
using namespace std::chrono_literals;

class TestSweepPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levels_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::vector<int>>("levels");
        QTest::newRow("one") << QStringLiteral("7") << std::vector<int>{7};
        QTest::newRow("commas") << QStringLiteral("1,10,50") << std::vector<int>{1, 10, 50};
        QTest::newRow("spaces") << QStringLiteral(" 1 , 10,  50 ") << std::vector<int>{1, 10, 50};
        QTest::newRow("full-width commas")
            << QStringLiteral("1\uFF0C10\uFF0C 50") << std::vector<int>{1, 10, 50};
        QTest::newRow("enumeration commas")
            << QStringLiteral("1\u300110\u300150") << std::vector<int>{1, 10, 50};
        QTest::newRow("mixed") << QStringLiteral("1,10\uFF0C50\u3001200") << std::vector<int>{1, 10, 50, 200};
    }

    void levels()
    {
        QFETCH(QString, text);
        const auto parsed = parseLevels(text);
        QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().message));
        QTEST(*parsed, "levels");
    }

    void noLevels_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "1,,2", "1,\uFF0C2", "0", "-3", "1001", "ten", "5,5", "10,5", "1;2", "1.5"})
            QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text);
    }

    void noLevels()
    {
        QFETCH(QString, text);
        const auto parsed = parseLevels(text);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, base::ErrorKind::Malformed);
    }

    void rates()
    {
        const auto parsed = parseRates(QStringLiteral("0.5, 10\uFF0C200\u300110000"));
        QVERIFY(parsed);
        QCOMPARE(*parsed, (std::vector<double>{0.5, 10, 200, 10'000}));
    }

    void noRates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *text, const char *said) {
            QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text) << QString::fromUtf8(said);
        };
        for (const char *text :
             {"", "0", "-5", "0.05", "10001", "1e9", "nan", "inf", "fast", "10/s", "10,,20"})
            row(text, "takes uploads a second, from 0.1 to 10000");
        row("20,10", "must rise: 10 does not come after 20");
        row("10,10", "must rise");
        row("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21", "takes 20 levels at most");
    }

    void noRates()
    {
        QFETCH(QString, text);
        QFETCH(QString, said);
        const auto parsed = parseRates(text);
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().message.startsWith(said), qPrintable(parsed.error().message));
    }

    // What a fast server is sent beyond, for a second, is within the bound that is told before.
    void uploadsForTheLeastTimeAreCounted()
    {
        SweepPlan plan;
        plan.levels = {1, 500};
        plan.perConnection = 20;
        const SweepLoad low = plan.loads()[0], high = plan.loads()[1];
        QCOMPARE(plan.moreAt(low, 0), SweepPlan::mostForTime - 20);
        QCOMPARE(plan.moreAt(high, 0), 0); // 10,000 are more already
        // Of large uploads as many as make a gigabyte.
        QCOMPARE(plan.moreAt(low, 1024.0 * 1024), 1024 - 20);
        QCOMPARE(plan.moreAt(low, 100 * 1024.0 * 1024), 0);
        const qint64 most = plan.mostUploads();
        QCOMPARE(plan.mostUploads(1024.0 * 1024), most - (SweepPlan::mostForTime - 1024));
        plan.leastTime = 0ms;
        QCOMPARE(plan.mostUploads(), most - (SweepPlan::mostForTime - 20));
        QCOMPARE(plan.moreAt(low, 0), 0);
        plan.leastTime = 1s;
        plan.levelTime = 2s;
        QCOMPARE(plan.moreAt(low, 0), 0); // it lasts that long
        plan.levelTime.reset();
        plan.rates = {10};
        QCOMPARE(plan.moreAt(plan.loads()[0], 0), 0);
    }

    void uploadsAreCounted()
    {
        SweepPlan plan;
        plan.leastTime = 0ms;
        plan.levels = {1, 50};
        QVERIFY(plan.isCounted() && !plan.isOpenLoop());
        QCOMPARE(plan.uploadsAt({50}), 1'000);
        // Warm-up; levels of 20 and 1000; ramps of 20 and 50; three rounds of 20 and 100.
        QCOMPARE(plan.mostUploads(), qint64(100 + 20 + 1'000 + 20 + 50 + 3 * (20 + 100)));
        plan.rates = {0.5, 30};
        QVERIFY(plan.isCounted() && plan.isOpenLoop());
        QCOMPARE(plan.loads().size(), std::size_t(2));
        QCOMPARE(plan.uploadsAt(plan.loads()[0]), 10); // 20 s
        QCOMPARE(plan.uploadsAt(plan.loads()[1]), 600);
        QCOMPARE(plan.mostUploads(), qint64(100 + 10 + 600 + 20 + 30 + 3 * (20 + 60)));
        plan.levelTime = 1500ms;
        QVERIFY(plan.isCounted());
        QCOMPARE(plan.uploadsAt(plan.loads()[0]), 1);
        QCOMPARE(plan.uploadsAt(plan.loads()[1]), 45);
    }

    // How many there are by time is up to the server; the bound of the whole holds all the same.
    void timedLevelsStayWithinTheBound()
    {
        SweepPlan plan;
        plan.levelTime = 60s;
        plan.levels.clear();
        for (std::size_t i = 0; i < SweepPlan::mostLevels; ++i)
            plan.levels.push_back(SweepPlan::mostConnections - 20 + static_cast<int>(i));
        QVERIFY(!plan.isCounted());
        QVERIFY(plan.mostUploads() <= SweepPlan::largestSweep);
        QVERIFY(plan.uploadsAt({plan.levels.back()}) > 40'000);
    }
};

QTEST_GUILESS_MAIN(TestSweepPlan)
#include "tst_sweepplan.moc"
