// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/uploadgrowth.h"

#include <QTest>

#include <cmath>

/// What a reading grew by per upload that the server accepted.
class TestUploadGrowth final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSharedByTheUploads_data();
    void isSharedByTheUploads();
};

void TestUploadGrowth::isSharedByTheUploads_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("last");
    QTest::addColumn<bool>("isRestarted");
    QTest::addColumn<qint64>("accepted");
    QTest::addColumn<double>("total"); // NaN: not known
    QTest::addColumn<double>("each");
    const double unknown = std::nan("");
    QTest::newRow("grew") << 100.0 << 300.0 << false << qint64{4} << 200.0 << 50.0;
    QTest::newRow("gave back") << 300.0 << 100.0 << false << qint64{1} << -200.0 << -200.0;
    QTest::newRow("stayed") << 100.0 << 100.0 << false << qint64{4} << 0.0 << 0.0;
    QTest::newRow("none accepted") << 100.0 << 300.0 << false << qint64{0} << 200.0 << unknown;
    QTest::newRow("restarted") << 100.0 << 300.0 << true << qint64{4} << 200.0 << unknown;
    QTest::newRow("no first reading") << unknown << 300.0 << false << qint64{4} << unknown << unknown;
    QTest::newRow("no last reading") << 100.0 << unknown << false << qint64{4} << unknown << unknown;
}

void TestUploadGrowth::isSharedByTheUploads()
{
    QFETCH(const double, first);
    QFETCH(const double, last);
    QFETCH(const bool, isRestarted);
    QFETCH(const qint64, accepted);
    const analysis::UploadGrowth growth = analysis::uploadGrowth(first, last, isRestarted, accepted);
    QTEST(growth.total, "total"); // takes NaN for equal to itself
    QTEST(growth.each, "each");
}

QTEST_GUILESS_MAIN(TestUploadGrowth)
#include "tst_uploadgrowth.moc"
