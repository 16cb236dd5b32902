// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "core/session/uploadchanges.h"
#include "core/transfer/uploadqueue.h"

#include <QNetworkAccessManager>
#include <QTemporaryFile>
#include <QTest>

using session::UploadChanges;
using transfer::UploadId;
using transfer::UploadQueue;

/// On a queue whose rows all failed at once: what is sent matters here, not what happens to it.
class TestUploadChanges final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingAtFirst();
    void newRowsAreSentOnce();
    void newRowsComeInBoundedBatches();
    void changedRowsAreSentOnceHoweverOftenTheyChanged();
    void changedRowsComeBeforeNewOnes();
    void manyChangedRowsComeTheSmallestFirst();
    void rowsAreSentAsTheyAreNow();
    void removedRowsAreNotSent();
    void onlyKnownRowsAreSaidToBeRemoved();

private:
    void add(int count);
    /// "1 2 3": the ids of the next batch.
    [[nodiscard]] QString take(qsizetype limit = 1'000);

    base::FakeClock m_clock;
    QNetworkAccessManager m_manager;
    std::unique_ptr<UploadQueue> m_queue;
    UploadChanges m_changes;
};

void TestUploadChanges::init()
{
    m_changes = {};
    m_queue = std::make_unique<UploadQueue>(m_manager, m_clock);
    connect(m_queue.get(), &UploadQueue::added, this,
            [this](UploadId first, UploadId last) { m_changes.added(first, last); });
    connect(m_queue.get(), &UploadQueue::changed, this, [this](UploadId id) { m_changes.changed(id); });
}

void TestUploadChanges::add(int count)
{
    m_queue->add(QList<UploadQueue::Item>(count, {QStringLiteral("/nonexistent"), {}}));
}

QString TestUploadChanges::take(qsizetype limit)
{
    QStringList ids;
    const auto records = m_changes.take(*m_queue, limit);
    for (const transfer::UploadRecord &record : records)
        ids << QString::number(record.id.value);
    return ids.join(QLatin1Char(' '));
}

void TestUploadChanges::nothingAtFirst()
{
    QVERIFY(m_changes.isEmpty());
    QCOMPARE(take(), QString());
}

void TestUploadChanges::newRowsAreSentOnce()
{
    add(3);
    QVERIFY(!m_changes.isEmpty());
    add(1);
    QCOMPARE(take(), QStringLiteral("1 2 3 4"));
    QVERIFY(m_changes.isEmpty());
    add(2);
    QCOMPARE(take(), QStringLiteral("5 6"));
    QCOMPARE(take(), QString());
}

void TestUploadChanges::newRowsComeInBoundedBatches()
{
    add(5);
    QCOMPARE(take(2), QStringLiteral("1 2"));
    add(1);
    QCOMPARE(take(2), QStringLiteral("3 4"));
    QVERIFY(!m_changes.isEmpty());
    QCOMPARE(take(2), QStringLiteral("5 6"));
    QVERIFY(m_changes.isEmpty());
}

void TestUploadChanges::changedRowsAreSentOnceHoweverOftenTheyChanged()
{
    add(3);
    m_changes.changed(UploadId{2}); // New and changed is still one row.
    QCOMPARE(take(), QStringLiteral("1 2 3"));
    for (int i = 0; i < 5; ++i) {
        m_changes.changed(UploadId{3});
        m_changes.changed(UploadId{1});
    }
    QVERIFY(!m_changes.isEmpty());
    QCOMPARE(take(), QStringLiteral("1 3"));
    QVERIFY(m_changes.isEmpty());
}

void TestUploadChanges::changedRowsComeBeforeNewOnes()
{
    add(4);
    QCOMPARE(take(3), QStringLiteral("1 2 3"));
    m_changes.changed(UploadId{2});
    m_changes.changed(UploadId{4});
    add(1);
    QCOMPARE(take(2), QStringLiteral("2 4"));
    QCOMPARE(take(2), QStringLiteral("5"));
}

void TestUploadChanges::manyChangedRowsComeTheSmallestFirst()
{
    add(6);
    static_cast<void>(take());
    for (const quint64 id : {5, 1, 6, 3, 2})
        m_changes.changed(UploadId{id});
    QCOMPARE(take(2), QStringLiteral("1 2"));
    m_changes.changed(UploadId{1});
    QCOMPARE(take(2), QStringLiteral("1 3"));
    QCOMPARE(take(2), QStringLiteral("5 6"));
    QVERIFY(m_changes.isEmpty());
}

void TestUploadChanges::rowsAreSentAsTheyAreNow()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    m_queue->add({{file.fileName(), {}}});
    m_queue->cancel(UploadId{1});
    const auto records = m_changes.take(*m_queue, 10);
    QCOMPARE(records.size(), 1);
    QCOMPARE(records[0].state, transfer::UploadState::Cancelled);
    m_queue->retry(UploadId{1});
    m_queue->cancel(UploadId{1});
    m_queue->retry(UploadId{1});
    const auto later = m_changes.take(*m_queue, 10);
    QCOMPARE(later.size(), 1);
    QCOMPARE(later[0], *m_queue->find(UploadId{1}));
    QCOMPARE(later[0].state, transfer::UploadState::Waiting);
}

void TestUploadChanges::removedRowsAreNotSent()
{
    add(3);
    m_queue->clearFinished();
    static_cast<void>(m_changes.removed({UploadId{1}, UploadId{2}, UploadId{3}}));
    add(1);
    QCOMPARE(take(), QStringLiteral("4"));
    m_changes.changed(UploadId{4});
    m_queue->clearFinished();
    static_cast<void>(m_changes.removed({UploadId{4}}));
    QVERIFY(m_changes.isEmpty());
    QCOMPARE(take(), QString());
}

void TestUploadChanges::onlyKnownRowsAreSaidToBeRemoved()
{
    add(4);
    QCOMPARE(take(2), QStringLiteral("1 2"));
    QCOMPARE(m_changes.removed({UploadId{2}, UploadId{3}, UploadId{4}}), QList<UploadId>{UploadId{2}});
}

QTEST_GUILESS_MAIN(TestUploadChanges)
#include "tst_uploadchanges.moc"
