// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pathfeeder.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using session::PathFeeder;

class TestPathFeeder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void handsOutInOrder();
    void nothingFromWithinAdd();
    void onePortionATurn();
    void finishesOnceForAll();
    void finishesWithoutFiles();
    void cancelIsSilent();
    void worksAfterCancel();
    void cancelFromWithinASlot();
    void destroyedWhileWalking();
    void knowsNoProgressWhileIdle();
    void countsOverSeveralCalls();

private:
    [[nodiscard]] QStringList missing(int count) const;

    std::unique_ptr<PathFeeder> m_feeder;
    QStringList m_found;
    int m_portions = 0;
    int m_finished = 0;
};

static constexpr int patience = 30'000;

void TestPathFeeder::init()
{
    m_feeder = std::make_unique<PathFeeder>();
    m_found.clear();
    m_portions = m_finished = 0;
    connect(m_feeder.get(), &PathFeeder::found, this, [this](const QList<session::WalkedFile> &files) {
        QVERIFY(!files.isEmpty());
        QVERIFY(files.size() <= PathFeeder::portionSize);
        ++m_portions;
        for (const session::WalkedFile &file : files)
            m_found += file.path;
    });
    connect(m_feeder.get(), &PathFeeder::finished, this, [this] { ++m_finished; });
}

/// What does not exist stands for itself: no files are needed.
QStringList TestPathFeeder::missing(int count) const
{
    QStringList paths;
    paths.reserve(count);
    for (int i = 0; i < count; ++i)
        paths << QStringLiteral("/nonexistent/") + QString::number(i);
    return paths;
}

void TestPathFeeder::handsOutInOrder()
{
    const QStringList paths = missing(5'500);
    m_feeder->add(paths.first(3'000));
    m_feeder->add(paths.sliced(3'000, 1));
    m_feeder->add(paths.sliced(3'001));
    QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, patience);
    QCOMPARE(m_found, paths);
}

void TestPathFeeder::nothingFromWithinAdd()
{
    m_feeder->add(missing(1));
    QCOMPARE(m_portions, 0);
    QVERIFY(m_feeder->isBusy());
    QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, patience);
    QVERIFY(!m_feeder->isBusy());
}

void TestPathFeeder::onePortionATurn()
{
    // A timer without delay fires once a turn: with one portion each, it must fire between any two of them.
    int turns = 0;
    int mostInARow = 0;
    int inARow = 0;
    QTimer turn;
    turn.callOnTimeout(this, [&] {
        ++turns;
        inARow = 0;
    });
    turn.start(0);
    connect(m_feeder.get(), &PathFeeder::found, this, [&] { mostInARow = std::max(mostInARow, ++inARow); });
    m_feeder->add(missing(50'000));
    QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, patience);
    QCOMPARE(m_portions, 50);
    QVERIFY(turns >= 49);
    // Two timers of one turn may fire in either order.
    QVERIFY2(mostInARow <= 2, qPrintable(QString::number(mostInARow)));
}

void TestPathFeeder::finishesOnceForAll()
{
    for (int i = 0; i < 10; ++i)
        m_feeder->add(missing(10));
    QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, patience);
    QCOMPARE(m_found.size(), 100);
    m_feeder->add(missing(1));
    QTRY_COMPARE_WITH_TIMEOUT(m_finished, 2, patience);
}

void TestPathFeeder::finishesWithoutFiles()
{
    const QTemporaryDir empty;
    m_feeder->add({empty.path()});
    QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, patience);
    m_feeder->add({});
    QTRY_COMPARE_WITH_TIMEOUT(m_finished, 2, patience);
    QCOMPARE(m_portions, 0);
}

void TestPathFeeder::cancelIsSilent()
{
    m_feeder->add(missing(20'000));
    m_feeder->add(missing(10));
    m_feeder->cancel();
    QVERIFY(!m_feeder->isBusy());
    // Whatever were still to come would come before this.
    PathFeeder other;
    bool done = false;
    connect(&other, &PathFeeder::finished, this, [&] { done = true; });
    other.add(missing(50'000));
    QTRY_VERIFY_WITH_TIMEOUT(done, patience);
    QCOMPARE(m_portions, 0);
    QCOMPARE(m_finished, 0);
}

void TestPathFeeder::worksAfterCancel()
{
    m_feeder->add(missing(20'000));
    m_feeder->cancel();
    const QStringList other{QStringLiteral("/other/1"), QStringLiteral("/other/2")};
    m_feeder->add(other);
    QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, patience);
    QCOMPARE(m_found, other);
}

void TestPathFeeder::cancelFromWithinASlot()
{
    connect(m_feeder.get(), &PathFeeder::found, this, [this] { m_feeder->cancel(); });
    m_feeder->add(missing(20'000));
    QTRY_COMPARE_WITH_TIMEOUT(m_portions, 1, patience);
    m_feeder->add({});
    QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, patience);
    QCOMPARE(m_portions, 1);
}

void TestPathFeeder::destroyedWhileWalking()
{
    m_feeder->add({QStringLiteral("/usr"), QStringLiteral("/usr")});
    QTRY_VERIFY_WITH_TIMEOUT(m_portions > 0, patience);
    m_feeder.reset();
    const int portions = m_portions;
    PathFeeder other;
    bool done = false;
    connect(&other, &PathFeeder::finished, this, [&] { done = true; });
    other.add(missing(10));
    QTRY_VERIFY_WITH_TIMEOUT(done, patience);
    QCOMPARE(m_portions, portions);
    QCOMPARE(m_finished, 0);
}

void TestPathFeeder::knowsNoProgressWhileIdle()
{
    QVERIFY(m_feeder->progress().isOver());
    const QTemporaryDir folder;
    m_feeder->add({folder.path()});
    QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, patience);
    QCOMPARE(m_feeder->progress(), session::WalkProgress());
    m_feeder->add({folder.path()});
    m_feeder->cancel();
    QCOMPARE(m_feeder->progress(), session::WalkProgress());
}

void TestPathFeeder::countsOverSeveralCalls()
{
    const QTemporaryDir folder;
    for (int i = 0; i < 30; ++i) {
        QFile file(folder.filePath(QString::number(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    session::WalkProgress last;
    connect(m_feeder.get(), &PathFeeder::found, this, [&] { last = m_feeder->progress(); });
    m_feeder->add({folder.path()});
    m_feeder->add({folder.path()});
    QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, patience);
    // By the time the second portion was handed out the worker had found all.
    QCOMPARE(last.files, 60);
    QVERIFY(m_feeder->progress().isOver());
}

QTEST_GUILESS_MAIN(TestPathFeeder)
#include "tst_pathfeeder.moc"
