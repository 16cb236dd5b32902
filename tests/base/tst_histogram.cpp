// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/histogram.h"

#include <QTest>

#include <random>

using base::Histogram;

class TestHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyIsZero()
    {
        const Histogram none;
        QCOMPARE(none.count(), quint64(0));
        QCOMPARE(none.quantile(0.5), 0);
        QCOMPARE(none.mean(), 0.0);
        QCOMPARE(none.max(), 0);
    }

    void smallValuesAreExact()
    {
        Histogram h;
        for (int i = 1; i <= 100; ++i)
            h.record(i);
        QCOMPARE(h.quantile(0.5), 50);
        QCOMPARE(h.quantile(0.95), 95);
        QCOMPARE(h.quantile(0.99), 99);
        QCOMPARE(h.quantile(0), 1);
        QCOMPARE(h.quantile(1), 100);
        QCOMPARE(h.mean(), 50.5);
        QCOMPARE(h.min(), 1);
    }

    void errorIsBounded_data()
    {
        QTest::addColumn<qint64>("scale");
        QTest::newRow("microseconds") << qint64(1'000);
        QTest::newRow("seconds") << qint64(10'000'000);
        QTest::newRow("days") << qint64(1'000'000'000'000);
    }

    void errorIsBounded()
    {
        QFETCH(qint64, scale);
        std::mt19937_64 random(7);
        std::exponential_distribution<double> times(1.0);
        std::vector<qint64> values;
        Histogram h;
        for (int i = 0; i < 10'000; ++i) {
            values.push_back(static_cast<qint64>(times(random) * static_cast<double>(scale)));
            h.record(values.back());
        }
        std::sort(values.begin(), values.end());
        for (const double share : {0.01, 0.5, 0.9, 0.95, 0.99, 0.999}) {
            const qint64 exact = values[static_cast<size_t>(std::ceil(share * 10'000)) - 1];
            const qint64 found = h.quantile(share);
            QVERIFY2(found >= exact && found <= exact + exact / 64 + 1,
                     qPrintable(QStringLiteral("%1: %2 for %3").arg(share).arg(found).arg(exact)));
        }
        QCOMPARE(h.quantile(1), values.back());
    }

    void partsAddUp()
    {
        Histogram all, even, odd;
        for (int i = 0; i < 5'000; ++i) {
            all.record(i * 17);
            (i % 2 ? odd : even).record(i * 17);
        }
        even.add(odd);
        even.add({});
        QCOMPARE(even.count(), all.count());
        QCOMPARE(even.min(), all.min());
        QCOMPARE(even.max(), all.max());
        QCOMPARE(even.mean(), all.mean());
        for (const double share : {0.1, 0.5, 0.99})
            QCOMPARE(even.quantile(share), all.quantile(share));
    }

    void extremesFit()
    {
        Histogram h;
        h.record(-5);
        h.record(std::numeric_limits<qint64>::max());
        QCOMPARE(h.min(), 0);
        QCOMPARE(h.quantile(0.1), 0);
        QCOMPARE(h.quantile(1), std::numeric_limits<qint64>::max());
    }
};

QTEST_APPLESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
