// SPDX-License-Identifier: GPL-3.0-or-later
// A queue of files, a server that is killed and started again, and a connection that breaks, stalls, crawls and loses
// answers, all at random: whatever is said to be done is on the server, whole and once; nothing is forgotten; nothing hangs.
//
//   tst_faults                                       15 s of trouble for 200 small files, one seed
//   TIDEMARK_FAULTS_SECONDS=180 TIDEMARK_FAULTS_SEEDS=10 tst_faults      200 larger ones for each of ten seeds
#include "core/net/curlaccessmanager.h"
#include "core/transfer/uploadqueue.h"
#include "tests/support/keeper.h"
#include "tests/support/testfiles.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using namespace transfer;

namespace {

constexpr int files = 200;
constexpr auto longestAfterTrouble = 120s;

int setting(const char *name, int quick)
{
    const int given = qEnvironmentVariableIntValue(name);
    return given > 0 ? given : quick;
}

int troubleSeconds()
{
    return setting("TIDEMARK_FAULTS_SECONDS", 15);
}

int seeds()
{
    return setting("TIDEMARK_FAULTS_SEEDS", 1);
}

/// Kills the server now and then, and starts it again a moment later, until stopped.
class Killer final : public QObject
{
    Q_DISABLE_COPY_MOVE(Killer)

public:
    Killer(support::Keeper &keeper, quint32 seed)
        : m_keeper(keeper)
        , m_dice(seed)
    {
        m_timer.setSingleShot(true);
        m_timer.callOnTimeout(this, [this] { turn(); });
        m_timer.start(between(2'000, 8'000));
    }
    void stop()
    {
        m_timer.stop();
        if (std::exchange(m_isDown, false) && !m_keeper.start())
            m_hasFailed = true;
    }
    [[nodiscard]] int kills() const { return m_kills; }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    void turn()
    {
        if (m_isDown) {
            m_hasFailed = m_hasFailed || !m_keeper.start();
            m_timer.start(between(2'000, 8'000));
        } else {
            m_keeper.kill();
            ++m_kills;
            m_timer.start(between(100, 2'000));
        }
        m_isDown = !m_isDown;
    }
    [[nodiscard]] int between(int least, int most) { return m_dice.bounded(least, most); }

    support::Keeper &m_keeper;
    QRandomGenerator m_dice;
    QTimer m_timer;
    int m_kills = 0;
    bool m_isDown = false;
    bool m_hasFailed = false;
};

QByteArray sha256Of(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostOrTwice_data();
    void nothingIsLostOrTwice();

private:
    void makeFiles(QRandomGenerator &dice);
    void compare(const UploadQueue &queue, const support::Keeper &keeper) const;

    std::unique_ptr<support::TestFiles> m_folder;
    QList<UploadQueue::Item> m_items;
    QHash<QString, QByteArray> m_digests; ///< By path.
};

void TestFaults::makeFiles(QRandomGenerator &dice)
{
    m_folder = std::make_unique<support::TestFiles>();
    m_items.clear();
    m_digests.clear();
    const qint64 largest = troubleSeconds() * qint64(16 * 1024);
    qint64 size = 0; // the first one is empty
    for (int i = 0; i < files; ++i) {
        const QString name = QStringLiteral("file %1.bin").arg(i, 3, 10, QLatin1Char('0'));
        const QString path = m_folder->makeFile(name, size, static_cast<quint8>(i));
        m_items.append({path, name});
        m_digests.insert(path, sha256Of(path));
        size = dice.bounded(largest);
    }
}

void TestFaults::compare(const UploadQueue &queue, const support::Keeper &keeper) const
{
    const QHash<QString, support::Keeper::Stored> stored = keeper.stored();
    const QList<UploadRecord> records = queue.records();
    QCOMPARE(records.size(), m_items.size());
    for (qsizetype i = 0; i < records.size(); ++i) {
        const UploadRecord &record = records[i];
        QCOMPARE(record.path, m_items[i].path);
        QVERIFY2(record.state == UploadState::Done || record.state == UploadState::Failed,
                 qPrintable(record.name));
        const support::Keeper::Stored there = stored.value(record.name);
        QVERIFY2(there.copies <= 1, qPrintable(record.name));
        if (record.state == UploadState::Failed) {
            QVERIFY(record.error.kind != base::ErrorKind::None);
            continue;
        }
        QVERIFY2(there.copies == 1, qPrintable(record.name));
        QCOMPARE(there.sha256, m_digests.value(record.path));
        QCOMPARE(record.sha256, there.sha256);
    }
}

void TestFaults::nothingIsLostOrTwice_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= seeds(); ++seed)
        QTest::newRow(qPrintable(QStringLiteral("seed %1").arg(seed))) << seed;
}

void TestFaults::nothingIsLostOrTwice()
{
    QFETCH(const int, seed);
    QRandomGenerator dice(static_cast<quint32>(seed));
    makeFiles(dice);
    support::Keeper keeper;
    QVERIFY2(keeper.start(), qPrintable(keeper.failure()));
    support::Disturber disturber;
    QVERIFY2(disturber.start(keeper.url(), seed, troubleSeconds()), qPrintable(disturber.failure()));

    net::CurlAccessManager manager;
    base::SystemClock clock;
    UploadQueue queue(manager, clock);
    queue.setThreads(1);
    queue.setParallelLimit(8);
    queue.setRetryPolicy({.attempts = 12, .step = 200ms, .longest = 2s});
    UploadTarget target;
    target.endpoint.url = disturber.url();
    target.endpoint.transport.connectTimeout = 2s;
    target.endpoint.transport.stallTimeout = 2s;
    target.digestField = QStringLiteral("sha256");
    target.sendsIdempotencyKey = true;
    queue.setTarget(target);
    // So that there are uploads for as long as there is trouble.
    const qint64 all
        = std::accumulate(m_items.begin(), m_items.end(), qint64(0),
                          [](qint64 sum, const auto &item) { return sum + QFileInfo(item.path).size(); });
    queue.setRateLimit({.bytesPerSecond = std::max<qint64>(1, all / troubleSeconds())});

    QSignalSpy drained(&queue, &UploadQueue::drained);
    queue.add(m_items);
    Killer killer(keeper, static_cast<quint32>(seed));
    QTest::qWait(troubleSeconds() * 1000);
    killer.stop();
    QVERIFY2(!killer.hasFailed(), qPrintable(keeper.failure()));
    QVERIFY(killer.kills() > 0);
    queue.setRateLimit({});
    const auto wait = std::chrono::milliseconds(longestAfterTrouble);
    QVERIFY2(drained.size() > 0 || drained.wait(static_cast<int>(wait.count())), "it hangs");
    compare(queue, keeper);

    // All that gave up does better in good times.
    if (queue.totals().failed > 0) {
        drained.clear();
        queue.retryAllFailed();
        QVERIFY2(drained.wait(static_cast<int>(wait.count())), "it hangs");
        compare(queue, keeper);
    }
    QCOMPARE(queue.totals().done, queue.size());
    const QList<UploadRecord> records = queue.records();
    const int attempts
        = std::accumulate(records.begin(), records.end(), 0,
                          [](int sum, const UploadRecord &record) { return sum + record.attempts; });
    qInfo("%d kills, %d attempts for %d files", killer.kills(), attempts, int(records.size()));
    QVERIFY2(attempts > records.size(), "there was no trouble");
}

int main(int argc, char **argv)
{
    // Qt Test's watchdog ends a function, with all its rows, after five minutes, and knows no other way to be told.
    const auto longest = seeds() * (std::chrono::seconds(troubleSeconds()) + 3 * longestAfterTrouble);
    qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(qint64(std::chrono::milliseconds(longest).count())));
    QCoreApplication app(argc, argv);
    TestFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_faults.moc"
