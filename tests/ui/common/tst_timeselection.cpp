// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/timeselection.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using base::TimeRange;
using ui::TimeSelection;

class TestTimeSelection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selectsInEitherDirection()
    {
        TimeSelection selection;
        selection.select(5'000, 2'000);
        QCOMPARE(*selection.range(), (TimeRange{2'000, 5'000}));
        QCOMPARE(selection.range()->spanMs(), 3'000);
    }

    void tellsOfChangesOnly()
    {
        TimeSelection selection;
        const QSignalSpy changed(&selection, &TimeSelection::changed);
        QVERIFY(!selection.clear());
        QCOMPARE(changed.size(), 0);
        selection.select(1'000, 2'000);
        selection.select(2'000, 1'000);
        QCOMPARE(changed.size(), 1);
        QVERIFY(selection.clear());
        QVERIFY(!selection.range());
        QCOMPARE(changed.size(), 2);
    }

    void tooShortIsNone()
    {
        TimeSelection selection;
        selection.select(1'000, 2'000);
        selection.select(2'000, 2'000 + TimeSelection::shortestMs - 1);
        QVERIFY(!selection.range());
    }

    void touching_data()
    {
        QTest::addColumn<qint64>("began");
        QTest::addColumn<qint64>("ended");
        QTest::addColumn<bool>("expected");
        QTest::newRow("before") << qint64{1} << qint64{9} << false;
        QTest::newRow("up to its beginning") << qint64{1} << qint64{10} << true;
        QTest::newRow("within") << qint64{12} << qint64{13} << true;
        QTest::newRow("around") << qint64{1} << qint64{99} << true;
        QTest::newRow("from its end on") << qint64{20} << qint64{99} << true;
        QTest::newRow("behind") << qint64{21} << qint64{99} << false;
    }

    void touching()
    {
        QFETCH(qint64, began);
        QFETCH(qint64, ended);
        QTEST((TimeRange{10, 20}).touches(began, ended), "expected");
    }

    void words()
    {
        const qint64 from = QDateTime(QDate(2026, 11, 30), QTime(14, 2, 10)).toMSecsSinceEpoch();
        const ui::RangeText text = ui::rangeText({from, from + 90'000});
        QCOMPARE(text.from, QStringLiteral("14:02:10"));
        QCOMPARE(text.to, QStringLiteral("14:03:40"));
        QCOMPARE(text.duration, QStringLiteral("1:30 min"));
        QCOMPARE(ui::rangeText({from, from + 2'500}).to, QStringLiteral("14:02:12.5"));
        QCOMPARE(ui::rangeText({from, from + 12 * 3'600'000}).to, QStringLiteral("2026-12-01 02:02:10"));
    }
};

QTEST_APPLESS_MAIN(TestTimeSelection)
#include "tst_timeselection.moc"
