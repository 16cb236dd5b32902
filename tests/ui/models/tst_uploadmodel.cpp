// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/uploadmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace ui;
using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;

namespace {

UploadRecord waiting(quint64 id)
{
    UploadRecord record;
    record.id = UploadId{id};
    record.name = QStringLiteral("f%1").arg(id);
    record.path = QStringLiteral("/data/f%1").arg(id);
    record.bytes = static_cast<qint64>(id) * 1024;
    return record;
}

UploadRecord with(UploadRecord record, UploadState state, qint64 sent = 0, double speed = 0)
{
    record.state = state;
    record.bytesSent = sent;
    record.bytesPerSecond = speed;
    return record;
}

session::UploadBatch batch(const QList<UploadRecord> &records)
{
    return {records, {}};
}

session::UploadBatch newRows(quint64 first, quint64 last)
{
    QList<UploadRecord> records;
    for (quint64 id = first; id <= last; ++id)
        records.append(waiting(id));
    return batch(records);
}

QStringList printModel(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(QLatin1Char('|')));
    }
    return lines;
}

/// The changed row ranges as "0-2 5-5".
QString ranges(const QSignalSpy &spy)
{
    QStringList list;
    for (const QList<QVariant> &arguments : spy)
        list.append(QStringLiteral("%1-%2")
                        .arg(arguments[0].toModelIndex().row())
                        .arg(arguments[1].toModelIndex().row()));
    return list.join(QLatin1Char(' '));
}

} // namespace

class TestUploadModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<UploadModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void showsRecordsInOrderOfTheirIds()
    {
        m_model->apply(newRows(1, 2));
        m_model->apply(newRows(5, 6));
        m_model->apply(newRows(3, 4));
        QCOMPARE(printModel(*m_model),
                 (QStringList{QStringLiteral("f1|1.00 KiB|queued|—||queued"),
                              QStringLiteral("f2|2.00 KiB|queued|—||queued"),
                              QStringLiteral("f3|3.00 KiB|queued|—||queued"),
                              QStringLiteral("f4|4.00 KiB|queued|—||queued"),
                              QStringLiteral("f5|5.00 KiB|queued|—||queued"),
                              QStringLiteral("f6|6.00 KiB|queued|—||queued")}));
        QCOMPARE(m_model->rowOf(UploadId{4}), 3);
        QCOMPARE(m_model->rowOf(UploadId{7}), -1);
        QCOMPARE(m_model->rowOf(UploadId{}), -1);
    }

    void insertsNewRowsInOneGo()
    {
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_model->apply(newRows(1, 1000));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(m_model->rowCount(), 1000);
    }

    void mixesNewAndChangedRows()
    {
        m_model->apply(newRows(1, 3));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_model->apply(batch({with(waiting(2), UploadState::Sending, 512, 100),
                              with(waiting(3), UploadState::Cancelled), waiting(4), waiting(5)}));
        QCOMPARE(ranges(changed), QStringLiteral("1-2"));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(printModel(*m_model),
                 (QStringList{QStringLiteral("f1|1.00 KiB|queued|—||queued"),
                              QStringLiteral("f2|2.00 KiB|25 %|100 B/s|0:16|sending"),
                              QStringLiteral("f3|3.00 KiB|cancelled|—||Cancelled"),
                              QStringLiteral("f4|4.00 KiB|queued|—||queued"),
                              QStringLiteral("f5|5.00 KiB|queued|—||queued")}));
    }

    void coalescesChanges_data()
    {
        QTest::addColumn<QList<int>>("ids");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one") << QList<int>{7} << QStringLiteral("6-6");
        QTest::newRow("neighbours") << QList<int>{3, 4, 5} << QStringLiteral("2-4");
        QTest::newRow("two groups") << QList<int>{1, 2, 9, 10} << QStringLiteral("0-1 8-9");
        QTest::newRow("unknown ids between are not lost") << QList<int>{2, 300} << QStringLiteral("1-1");
        QList<int> scattered;
        for (int id = 2; id <= 200; id += 2)
            scattered.append(id);
        QTest::newRow("a hundred scattered ones become one") << scattered << QStringLiteral("1-199");
    }

    void coalescesChanges()
    {
        QFETCH(QList<int>, ids);
        QFETCH(QString, expected);
        m_model->apply(newRows(1, 200));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QList<UploadRecord> records;
        for (const int id : std::as_const(ids))
            records.append(with(waiting(static_cast<quint64>(id)), UploadState::Sending));
        m_model->apply(batch(records));
        QCOMPARE(ranges(changed), expected);
        for (const int id : std::as_const(ids))
            QCOMPARE(m_model->record(m_model->rowOf(UploadId{static_cast<quint64>(id)})).state,
                     UploadState::Sending);
    }

    void countsStates()
    {
        QSignalSpy totals(m_model.get(), &UploadModel::totalsChanged);
        m_model->apply(newRows(1, 4));
        QCOMPARE(m_model->count(UploadState::Waiting), 4);
        m_model->apply(batch({with(waiting(1), UploadState::Failed), with(waiting(4), UploadState::Done)}));
        QCOMPARE(m_model->count(UploadState::Waiting), 2);
        QCOMPARE(m_model->count(UploadState::Failed), 1);
        m_model->remove({UploadId{1}, UploadId{4}});
        QCOMPARE(m_model->count(UploadState::Waiting), 2);
        QCOMPARE(m_model->count(UploadState::Failed), 0);
        QCOMPARE(m_model->count(UploadState::Done), 0);
        QCOMPARE(totals.size(), 3);
    }

    void removesRows_data()
    {
        QTest::addColumn<QList<int>>("ids");
        QTest::addColumn<int>("left");
        QTest::addColumn<int>("removals");
        QTest::newRow("nothing") << QList<int>{} << 100 << 0;
        QTest::newRow("unknown") << QList<int>{500, 0} << 100 << 0;
        QTest::newRow("the first") << QList<int>{1} << 99 << 1;
        QTest::newRow("the last, named twice") << QList<int>{100, 100} << 99 << 1;
        QTest::newRow("three groups, unordered") << QList<int>{50, 2, 1, 51, 99} << 95 << 3;
        QList<int> odd;
        for (int id = 1; id <= 100; id += 2)
            odd.append(id);
        QTest::newRow("every second one is a reset") << odd << 50 << 0;
    }

    void removesRows()
    {
        QFETCH(QList<int>, ids);
        QFETCH(int, left);
        QFETCH(int, removals);
        m_model->apply(newRows(1, 100));
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QList<UploadId> gone;
        for (const int id : std::as_const(ids))
            gone.append(UploadId{static_cast<quint64>(id)});
        m_model->remove(gone);
        QCOMPARE(m_model->rowCount(), left);
        QCOMPARE(removed.size(), removals);
        for (const UploadId id : std::as_const(gone))
            QCOMPARE(m_model->rowOf(id), -1);
        QCOMPARE(m_model->count(UploadState::Waiting), left);
    }

    void recordRoleHasTheWholeRow()
    {
        m_model->apply(newRows(2, 2));
        m_model->apply(batch({with(waiting(2), UploadState::Sending, 1024, 512)}));
        QCOMPARE(m_model->index(0, 3).data(UploadModel::RecordRole).value<UploadRecord>(),
                 m_model->record(0));
    }

    void holdsAHundredThousandRows()
    {
        m_tester.reset(); // It looks at every row on every signal.
        for (quint64 first = 1; first < 100'000; first += 10'000)
            m_model->apply(newRows(first, first + 9'999));
        QCOMPARE(m_model->rowCount(), 100'000);
        QCOMPARE(m_model->record(m_model->rowOf(UploadId{77'777})).name, QStringLiteral("f77777"));
        QList<UploadId> all;
        for (quint64 id = 1; id <= 100'000; ++id)
            all.append(UploadId{id});
        m_model->remove(all);
        QCOMPARE(m_model->rowCount(), 0);
    }

private:
    std::unique_ptr<UploadModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestUploadModel)
#include "tst_uploadmodel.moc"
