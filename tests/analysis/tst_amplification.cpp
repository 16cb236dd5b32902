// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/amplification.h"

#include <QTest>

#include <cmath>

using analysis::Amplifies;
using analysis::Rate;

class TestAmplification final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomes_data();
    void outcomes();
    void fieller();
};

void TestAmplification::outcomes_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("error");
    QTest::addColumn<Amplifies>("outcome");
    QTest::addColumn<bool>("bounded");
    QTest::newRow("four times") << 10'000.0 << 40'000.0 << 500.0 << Amplifies::GrowsWithConcurrency << true;
    QTest::newRow("the same") << 10'000.0 << 10'200.0 << 500.0 << Amplifies::Same << true;
    QTest::newRow("less") << 10'000.0 << 5000.0 << 500.0 << Amplifies::Same << true;
    QTest::newRow("neither") << 20.0 << 30.0 << 50.0 << Amplifies::NoGrowth << false;
    QTest::newRow("only when many") << 20.0 << 30'000.0 << 50.0 << Amplifies::OnlyWhenConcurrent << false;
    QTest::newRow("perhaps double") << 10'000.0 << 20'000.0 << 6000.0 << Amplifies::Unclear << false;
    QTest::newRow("a little more, or not") << 10'000.0 << 14'000.0 << 1500.0 << Amplifies::Unclear << true;
    QTest::newRow("falls at one, noise") << -5000.0 << 5000.0 << 4000.0 << Amplifies::Unclear << false;
}

void TestAmplification::outcomes()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(double, error);
    QFETCH(bool, bounded);
    const auto result = analysis::judgeAmplification(Rate{low, error, 3}, Rate{high, error, 3}, 512);
    QTEST(result.outcome, "outcome");
    QCOMPARE(result.bounds.has_value(), bounded);
    if (bounded)
        QVERIFY(result.bounds->contains(result.ratio));
}

// a = 40, b = 10, errors 1, t(.95, 3) = 2.353363, t² = 5.538317: divisor 100 - 5.538317 = 94.461683,
// root sqrt(160000 - 1594.461683 · 94.461683) = 96.8152; (400 ± 96.8152) / 94.461683.
void TestAmplification::fieller()
{
    const auto result = analysis::judgeAmplification(Rate{10, 1, 3}, Rate{40, 1, 3}, 1);
    QVERIFY(result.bounds);
    QCOMPARE(result.ratio, 4.0);
    QVERIFY2(std::abs(result.bounds->low - 3.20960) < 1e-3, qPrintable(QString::number(result.bounds->low)));
    QVERIFY2(std::abs(result.bounds->high - 5.25944) < 1e-3,
             qPrintable(QString::number(result.bounds->high)));
}

QTEST_APPLESS_MAIN(TestAmplification)
#include "tst_amplification.moc"
