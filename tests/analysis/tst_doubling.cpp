// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/doubling.h"

#include <QTest>

#include <vector>

using Floors = std::vector<double>;
Q_DECLARE_METATYPE(Floors)

namespace {

constexpr double base = 1.5e6;
constexpr double perRound = 20 * 3000; // bytes that are kept of 20 uploads

/// What is mapped for so many bytes when a full buffer moves into one that is `factor` times as large.
Floors buffer(int rounds, double factor)
{
    Floors floors;
    double capacity = 0;
    for (int round = 0; round <= rounds; ++round) {
        while (capacity < perRound * round)
            capacity = capacity > 0 ? capacity * factor : perRound * 0.9;
        floors.push_back(base + capacity);
    }
    return floors;
}

Floors of(std::initializer_list<double> kilobytes)
{
    Floors floors;
    for (const double value : kilobytes)
        floors.push_back(base + value * 1000);
    return floors;
}

} // namespace

class TestDoubling final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void told_data()
    {
        QTest::addColumn<Floors>("floors");
        QTest::addColumn<bool>("isBuffer");
        QTest::newRow("twice as large, 10 rounds") << buffer(12, 2) << true;
        QTest::newRow("twice as large, 20 rounds") << buffer(22, 2) << true;
        QTest::newRow("as measured") << of(
            {9, 1299, 2589, 2589, 2589, 2589, 5151, 5155, 5152, 5155, 5155, 5155, 5155})
                                     << true;
        QTest::newRow("flat") << of({0, 10, 10, 11, 10, 11, 10, 11, 10, 11, 10, 10, 10}) << false;
        QTest::newRow("a pool made once")
            << of({0, 10, 10, 11, 900, 901, 900, 902, 900, 900, 900, 901, 900}) << false;
        QTest::newRow("a cache that fills, then stops")
            << of({0, 200, 400, 600, 800, 1000, 1000, 1001, 1000, 1000, 1000, 1000, 1001}) << false;
        QTest::newRow("full in the warm-up")
            << of({0, 200, 400, 520, 521, 520, 520, 521, 520, 520, 520, 520}) << false;
        QTest::newRow("a small table grows") << of({0, 10, 12, 12, 12, 32, 32, 32, 32, 32, 32, 32}) << false;
        QTest::newRow("a pool made late, and no time to rest")
            << of({0, 10, 10, 11, 10, 11, 10, 10, 900, 900, 901, 900, 900}) << true;
        QTest::newRow("after a pool made at the first upload")
            << of({0, 9200, 9200, 9200, 9400, 9400, 9400, 9800, 9800, 9800, 9801}) << true;
        QTest::newRow("too few") << of({0, 1000, 5000}) << false;
    }

    void told()
    {
        QFETCH(Floors, floors);
        analysis::FloorSeries series;
        for (const double floor : floors)
            series.push_back({20.0 * static_cast<double>(series.size()), floor});
        QTEST(analysis::restsAsGrowingBuffer(series, 100'000), "isBuffer");
    }
};

QTEST_GUILESS_MAIN(TestDoubling)
#include "tst_doubling.moc"
