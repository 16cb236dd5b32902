// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/background.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <memory>

using base::inBackground;

class TestBackground final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksElsewhereAndTellsHere();
    void tellsLater();
    void tellsOfEach();
    void staysSilentWhenTheOwnerIsGone();
    void whatItTakesWithItOutlivesTheOwner();
};

void TestBackground::worksElsewhereAndTellsHere()
{
    QThread *told = nullptr;
    QThread *worked = nullptr;
    inBackground(
        *this, [] { return QThread::currentThread(); },
        [&](QThread *thread) {
            worked = thread;
            told = QThread::currentThread();
        });
    QTRY_VERIFY(told);
    QCOMPARE(told, thread());
    QVERIFY(worked != thread());
}

void TestBackground::tellsLater()
{
    int told = 0;
    inBackground(
        *this, [] { return 7; }, [&told](int result) { told = result; });
    QThreadPool::globalInstance()->waitForDone();
    QCOMPARE(told, 0); // not before the event loop goes on
    QTRY_COMPARE(told, 7);
}

void TestBackground::tellsOfEach()
{
    QList<int> told;
    for (int i = 0; i < 20; ++i)
        inBackground(
            *this, [i] { return i; }, [&told](int result) { told.append(result); });
    QTRY_COMPARE(told.size(), 20);
    std::sort(told.begin(), told.end());
    QCOMPARE(told.constFirst(), 0);
    QCOMPARE(told.constLast(), 19);
    QTRY_VERIFY(children().isEmpty()); // nothing is left behind
}

void TestBackground::staysSilentWhenTheOwnerIsGone()
{
    auto owner = std::make_unique<QObject>();
    QSemaphore go;
    std::atomic<bool> isDone = false;
    bool isTold = false;
    inBackground(
        *owner,
        [&] {
            go.acquire();
            isDone = true;
            return 1;
        },
        [&isTold](int) { isTold = true; });
    owner.reset();
    go.release();
    QThreadPool::globalInstance()->waitForDone();
    QVERIFY(isDone);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    QVERIFY(!isTold);
}

void TestBackground::whatItTakesWithItOutlivesTheOwner()
{
    auto owner = std::make_unique<QObject>();
    QSemaphore go;
    std::atomic<int> seen = 0;
    inBackground(
        *owner,
        [&go, &seen, needed = std::make_shared<int>(5)] {
            go.acquire();
            seen = *needed;
            return true;
        },
        [](bool) {});
    owner.reset();
    go.release();
    QThreadPool::globalInstance()->waitForDone();
    QCOMPARE(seen.load(), 5);
}

QTEST_GUILESS_MAIN(TestBackground)
#include "tst_background.moc"
