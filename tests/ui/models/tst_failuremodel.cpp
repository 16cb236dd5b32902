// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/failuremodel.h"
#include "ui/models/uploadmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace ui;
using base::ErrorKind;
using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;

namespace {

UploadRecord failed(quint64 id, ErrorKind kind, int status = 0,
                    const QString &server = QStringLiteral("http://host"))
{
    UploadRecord record;
    record.id = UploadId{id};
    record.name = QStringLiteral("f%1").arg(id);
    record.state = UploadState::Failed;
    record.httpStatus = status;
    record.server = server;
    record.serverMessage = status ? QStringLiteral("because %1").arg(id) : QString();
    record.error = {kind, QStringLiteral("why"), status, {}};
    return record;
}

UploadRecord other(quint64 id, UploadState state)
{
    UploadRecord record;
    record.id = UploadId{id};
    record.state = state;
    return record;
}

} // namespace

class TestFailureModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_uploads = std::make_unique<UploadModel>();
        m_failures = std::make_unique<FailureModel>(*m_uploads);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_failures.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_failures.reset();
        m_uploads.reset();
    }

    void groupsByReasonStatusAndServer()
    {
        apply({failed(1, ErrorKind::HttpStatus, 413), other(2, UploadState::Done),
               failed(3, ErrorKind::HttpStatus, 503), failed(4, ErrorKind::HttpStatus, 413),
               failed(5, ErrorKind::HttpStatus, 413, QStringLiteral("http://other")),
               failed(6, ErrorKind::FileMissing, 0, {}), failed(7, ErrorKind::ConnectionRefused)});
        QCOMPARE(printed(),
                 (QStringList{QStringLiteral("413 Content Too Large|http://host|2|because 4"),
                              QStringLiteral("503 Service Unavailable|http://host|1|because 3"),
                              QStringLiteral("413 Content Too Large|http://other|1|because 5"),
                              QStringLiteral("File missing|not sent to any|1|why"),
                              QStringLiteral("Connection refused|http://host|1|why")}));
        QCOMPARE(m_failures->total(), 6);
        QCOMPARE(m_failures->ids(0), (QList<UploadId>{UploadId{1}, UploadId{4}}));
    }

    // Its status belongs to an answer that was no failure.
    void aChangedFileIsOneReason()
    {
        apply({failed(1, ErrorKind::FileChanged, 201), failed(2, ErrorKind::FileChanged, 200)});
        QCOMPARE(m_failures->rowCount(), 1);
    }

    void followsWhatBecomesOfThem()
    {
        apply({failed(1, ErrorKind::HttpStatus, 413), failed(2, ErrorKind::HttpStatus, 413),
               failed(3, ErrorKind::Stalled)});
        apply({other(2, UploadState::Waiting), failed(3, ErrorKind::HttpStatus, 413)});
        QCOMPARE(printed(), QStringList{QStringLiteral("413 Content Too Large|http://host|2|because 3")});
        apply({other(1, UploadState::Sending), other(3, UploadState::Done)});
        QCOMPARE(m_failures->rowCount(), 0);
        QCOMPARE(m_failures->total(), 0);
        apply({failed(1, ErrorKind::Stalled)});
        QCOMPARE(m_failures->rowCount(), 1);
    }

    void forgetsRemovedOnes()
    {
        apply({failed(1, ErrorKind::Stalled), failed(2, ErrorKind::Stalled), failed(3, ErrorKind::Timeout)});
        m_uploads->remove({UploadId{1}, UploadId{3}, UploadId{9}});
        QCOMPARE(m_failures->rowCount(), 1);
        QCOMPARE(m_failures->ids(0), QList<UploadId>{UploadId{2}});
    }

    void takesOverWhatIsThere()
    {
        apply({failed(1, ErrorKind::Stalled), other(2, UploadState::Done)});
        const FailureModel late(*m_uploads);
        QCOMPARE(late.total(), 1);
        QCOMPARE(late.rowCount(), 1);
    }

    void tellsOnceForEachBatch()
    {
        QSignalSpy changed(m_failures.get(), &FailureModel::groupsChanged);
        QSignalSpy data(m_failures.get(), &QAbstractItemModel::dataChanged);
        QList<UploadRecord> many;
        for (quint64 id = 1; id <= 1'000; ++id)
            many.append(failed(id, id % 2 ? ErrorKind::Stalled : ErrorKind::Timeout));
        apply(many);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(data.size(), 2);
        apply({other(2'000, UploadState::Done)});
        apply(many); // Nothing new.
        QCOMPARE(changed.size(), 1);
    }

    void aHundredThousandAreARow()
    {
        QSignalSpy inserted(m_failures.get(), &QAbstractItemModel::rowsInserted);
        constexpr quint64 batchSize = 12'500;
        for (quint64 first = 1; first < 100'000; first += batchSize) {
            QList<UploadRecord> batch;
            for (quint64 id = first; id < first + batchSize; ++id)
                batch.append(failed(id, ErrorKind::ConnectionRefused));
            apply(batch);
        }
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(printed(), QStringList{QStringLiteral("Connection refused|http://host|100,000|why")});
        const QList<UploadId> ids = m_failures->ids(0);
        QCOMPARE(ids.size(), 100'000);
        QVERIFY(std::is_sorted(ids.begin(), ids.end()));
    }

private:
    void apply(const QList<UploadRecord> &records) { m_uploads->apply({records, {}}); }

    QStringList printed() const
    {
        QStringList lines;
        for (int row = 0; row < m_failures->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < m_failures->columnCount(); ++column)
                cells.append(m_failures->index(row, column).data().toString());
            lines.append(cells.join(u'|'));
        }
        return lines;
    }

    std::unique_ptr<UploadModel> m_uploads;
    std::unique_ptr<FailureModel> m_failures;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestFailureModel)
#include "tst_failuremodel.moc"
