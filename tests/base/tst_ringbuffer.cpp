// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ringbuffer.h"

#include <QTest>

#include <memory>

using base::RingBuffer;

class TestRingBuffer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheNewest_data();
    void keepsTheNewest();
    void startsAnewAfterClear();
    void elementsCanBeChanged();
    void takesWhatCannotBeCopied();
    void copiesAreIndependent();
    void dropsTheOldestAtOnce();
};

void TestRingBuffer::keepsTheNewest_data()
{
    QTest::addColumn<qsizetype>("capacity");
    QTest::addColumn<int>("pushed");

    for (const qsizetype capacity : {1, 2, 3, 8, 9, 100}) {
        for (const int pushed : {0, 1, 2, 3, 7, 8, 9, 10, 99, 100, 101, 250})
            QTest::addRow("%d pushed into %d", pushed, int(capacity)) << capacity << pushed;
    }
}

void TestRingBuffer::keepsTheNewest()
{
    QFETCH(qsizetype, capacity);
    QFETCH(int, pushed);
    RingBuffer<int> ring(capacity);
    QCOMPARE(ring.capacity(), capacity);
    for (int i = 0; i < pushed; ++i) {
        ring.push(i);
        QCOMPARE(ring.back(), i);
    }
    const qsizetype kept = std::min<qsizetype>(pushed, capacity);
    QCOMPARE(ring.size(), kept);
    QCOMPARE(ring.isEmpty(), kept == 0);
    for (qsizetype i = 0; i < kept; ++i)
        QCOMPARE(ring[i], int(pushed - kept + i));
    if (kept > 0)
        QCOMPARE(ring.front(), int(pushed - kept));
}

void TestRingBuffer::startsAnewAfterClear()
{
    RingBuffer<int> ring(3);
    for (int i = 0; i < 5; ++i)
        ring.push(i);
    ring.clear();
    QVERIFY(ring.isEmpty());
    ring.push(7);
    ring.push(8);
    QCOMPARE(ring.size(), 2);
    QCOMPARE(ring.front(), 7);
    QCOMPARE(ring.back(), 8);
}

void TestRingBuffer::elementsCanBeChanged()
{
    RingBuffer<int> ring(2);
    ring.push(1);
    ring.push(2);
    ring.push(3);
    ring[0] = 20;
    ring.back() += 30;
    QCOMPARE(ring[0], 20);
    QCOMPARE(ring[1], 33);
}

void TestRingBuffer::takesWhatCannotBeCopied()
{
    RingBuffer<std::unique_ptr<int>> ring(1);
    ring.push(std::make_unique<int>(1));
    ring.push(std::make_unique<int>(2));
    QCOMPARE(*ring.front(), 2);
}

void TestRingBuffer::copiesAreIndependent()
{
    RingBuffer<int> ring(2);
    ring.push(1);
    ring.push(2);
    ring.push(3);
    RingBuffer<int> copy = ring;
    copy.push(4);
    QCOMPARE(ring.back(), 3);
    QCOMPARE(copy.front(), 3);
    QCOMPARE(copy.back(), 4);
}

void TestRingBuffer::dropsTheOldestAtOnce()
{
    const auto watched = std::make_shared<int>(0);
    RingBuffer<std::shared_ptr<int>> ring(2);
    ring.push(watched);
    ring.push({});
    QCOMPARE(watched.use_count(), 2);
    ring.push({});
    QCOMPARE(watched.use_count(), 1);
}

QTEST_APPLESS_MAIN(TestRingBuffer)
#include "tst_ringbuffer.moc"
