// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/uploadmodel.h"
#include "ui/models/uploadsinrange.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;
using ui::UploadModel;
using ui::UploadsInRange;

namespace {

UploadRecord record(quint64 id, UploadState state, qint64 began = 0, qint64 ended = 0)
{
    UploadRecord record;
    record.id = UploadId{id};
    record.name = QStringLiteral("f%1").arg(id);
    record.state = state;
    record.startedAtMs = began;
    record.finishedAtMs = ended;
    return record;
}

QString names(const UploadsInRange &rows)
{
    QStringList list;
    for (int row = 0; row < rows.rowCount(); ++row)
        list << rows.record(row).name;
    return list.join(QLatin1Char(' '));
}

} // namespace

class TestUploadsInRange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<UploadModel>();
        m_rows = std::make_unique<UploadsInRange>(*m_model);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_rows.get());
        m_model->apply({{record(1, UploadState::Done, 100, 200), record(2, UploadState::Failed, 150, 400),
                         record(3, UploadState::Sending, 300), record(4, UploadState::Waiting),
                         record(5, UploadState::Cancelled, 500, 600)},
                        {}});
    }

    void cleanup()
    {
        m_tester.reset();
        m_rows.reset();
        m_model.reset();
    }

    void withoutARangeAllAreThere()
    {
        QCOMPARE(names(*m_rows), QStringLiteral("f1 f2 f3 f4 f5"));
        QCOMPARE(m_rows->rowOf(UploadId{4}), 3);
    }

    void ranges_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<QString>("expected");
        QTest::newRow("before all") << qint64{10} << qint64{99} << QString();
        QTest::newRow("the first two") << qint64{190} << qint64{210} << QStringLiteral("f1 f2");
        QTest::newRow("one runs still") << qint64{450} << qint64{460} << QStringLiteral("f3");
        QTest::newRow("it began later") << qint64{210} << qint64{299} << QStringLiteral("f2");
        QTest::newRow("to the end") << qint64{550} << qint64{900} << QStringLiteral("f3 f5");
    }

    void ranges()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QFETCH(QString, expected);
        m_rows->setRange(base::TimeRange{from, to});
        QCOMPARE(names(*m_rows), expected);
        for (quint64 id = 1; id <= 5; ++id) {
            const int row = m_rows->rowOf(UploadId{id});
            QCOMPARE(row >= 0, expected.contains(QStringLiteral("f%1").arg(id)));
            if (row >= 0)
                QCOMPARE(m_rows->record(row).id, UploadId{id});
        }
        QCOMPARE(m_rows->rowOf(UploadId{77}), -1);
        m_rows->setRange({});
        QCOMPARE(m_rows->rowCount(), 5);
    }

    void rowsComeAndGoWithTheQueue()
    {
        m_rows->setRange(base::TimeRange{550, 900});
        m_model->apply({{record(3, UploadState::Done, 300, 500), record(4, UploadState::Sending, 700),
                         record(6, UploadState::Done, 800, 801), record(7, UploadState::Waiting)},
                        {}});
        QCOMPARE(names(*m_rows), QStringLiteral("f4 f5 f6"));
        m_model->remove({UploadId{5}});
        QCOMPARE(names(*m_rows), QStringLiteral("f4 f6"));
    }

private:
    std::unique_ptr<UploadModel> m_model;
    std::unique_ptr<UploadsInRange> m_rows;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestUploadsInRange)
#include "tst_uploadsinrange.moc"
