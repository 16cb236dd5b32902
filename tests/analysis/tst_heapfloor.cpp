// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/heapfloor.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <vector>

using analysis::HeapReading;

class TestHeapFloor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growth_data();
    void growth();
    void unknown_data();
    void unknown();
};

namespace {

/// A reading a second for `seconds`, whose garbage is collected every `period`; what is left then, by the time.
std::vector<HeapReading> sawtooth(int seconds, int period, const std::function<double(int)> &left)
{
    std::vector<HeapReading> readings;
    for (int at = 0; at <= seconds; ++at)
        readings.push_back({double(at), left(at) + 1e6 * (at % period), double(at / period)});
    return readings;
}

} // namespace

void TestHeapFloor::growth_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("expected");
    QTest::newRow("steady, with garbage") << 0 << 0.0;
    QTest::newRow("grows") << 1 << 1000.0;
    QTest::newRow("grew, and stopped in the middle") << 2 << 0.0;
    QTest::newRow("one step") << 3 << 0.0;
    QTest::newRow("falls") << 4 << -500.0;
}

void TestHeapFloor::growth()
{
    QFETCH(const int, kind);
    QFETCH(const double, expected);
    const auto left = [kind](int at) -> double {
        switch (kind) {
        case 1:
            return 1000.0 * at;
        case 2:
            return 1000.0 * std::min(at, 240);
        case 3:
            return at < 300 ? 0 : 5e6;
        case 4:
            return 1e9 - 500.0 * at;
        default:
            return 5e6;
        }
    };
    const auto found = analysis::floorGrowth(sawtooth(600, 30, left), 600);
    QVERIFY(found);
    QVERIFY2(std::abs(*found - expected) < 1, qPrintable(QString::number(*found)));
}

void TestHeapFloor::unknown_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("period");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("long enough") << 600 << 60 << true;
    QTest::newRow("too short") << 400 << 60 << false;
    QTest::newRow("nothing was collected") << 600 << 10'000 << false;
    QTest::newRow("too seldom: not in every part") << 600 << 400 << false;
    QTest::newRow("nothing was read") << -1 << 60 << false;
}

void TestHeapFloor::unknown()
{
    QFETCH(const int, seconds);
    QFETCH(const int, period);
    const auto readings = sawtooth(seconds, period, [](int at) { return 100.0 * at; });
    QTEST(analysis::floorGrowth(readings, seconds).has_value(), "isKnown");
}

QTEST_APPLESS_MAIN(TestHeapFloor)
#include "tst_heapfloor.moc"
