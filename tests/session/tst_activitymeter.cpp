// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "core/session/activitymeter.h"
#include "core/transfer/uploadqueue.h"
#include "tests/transfer/scriptedmanager.h"

#include <QTemporaryFile>
#include <QTest>

using namespace std::chrono_literals;
using session::Activity;
using transfer::UploadId;
using transfer::UploadQueue;

class TestActivityMeter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void silentWithoutUploads();
    void reportsEverySecondAndOnceAfter();
    void tellsTheMostThatRanAtOnce();
    void ratesAddUpToWhatWasSent();
    void shortRunsAreTold();
    void hurryTellsARunWhole();
    void hurryIsBounded();
    void experimentsCountToo();
    void shortLoadsOfAnExperimentRanToo();
    void destructionIsSilent();

private:
    void upload(int files);
    void finish(int reply);
    [[nodiscard]] QString log() const { return m_log.join(QLatin1Char(' ')); }

    static constexpr qint64 fileBytes = 1'000'000;

    std::unique_ptr<base::FakeClock> m_clock;
    std::unique_ptr<testing::ScriptedManager> m_manager;
    std::unique_ptr<UploadQueue> m_queue;
    std::unique_ptr<session::ActivityMeter> m_meter;
    QTemporaryFile m_file;
    qint64 m_startMs = 0;
    QStringList m_log; ///< "1000:2@500000" is 2 in flight at 500 kB/s, 1 s after the start.
};

void TestActivityMeter::init()
{
    if (!m_file.isOpen()) {
        QVERIFY(m_file.open());
        QVERIFY(m_file.resize(fileBytes));
    }
    m_meter.reset();
    m_queue.reset();
    m_clock = std::make_unique<base::FakeClock>();
    m_manager = std::make_unique<testing::ScriptedManager>();
    m_queue = std::make_unique<UploadQueue>(*m_manager, *m_clock);
    m_meter = std::make_unique<session::ActivityMeter>(*m_queue, *m_clock);
    m_log.clear();
    m_startMs = base::toUnixMs(m_clock->wallNow());
    transfer::UploadTarget target;
    target.endpoint.url = QUrl(QStringLiteral("http://127.0.0.1:1/upload"));
    m_queue->setTarget(target);
    connect(m_queue.get(), &UploadQueue::attemptBegan, this, [this](UploadId id) { m_meter->began(id); });
    connect(m_queue.get(), &UploadQueue::attemptEnded, this, [this](UploadId id) { m_meter->ended(id); });
    connect(m_meter.get(), &session::ActivityMeter::measured, this, [this](const Activity &activity) {
        m_log << QStringLiteral("%1:%2@%3")
                     .arg(activity.timeMs - m_startMs)
                     .arg(activity.inFlight)
                     .arg(qRound64(activity.bytesPerSecond));
    });
}

void TestActivityMeter::upload(int files)
{
    const qsizetype before = m_manager->replies.size();
    m_queue->add(QList<UploadQueue::Item>(files, {m_file.fileName(), {}}));
    QTRY_COMPARE(m_manager->replies.size(), before + files);
}

void TestActivityMeter::finish(int reply)
{
    testing::ScriptedReply &answered = *m_manager->replies[reply]; // In the order in which they began.
    QVERIFY(answered.readBody());
    answered.emitAllSent();
    answered.answer(201);
}

void TestActivityMeter::silentWithoutUploads()
{
    m_clock->advance(10s);
    m_meter->hurry();
    QCOMPARE(log(), QString());
}

void TestActivityMeter::reportsEverySecondAndOnceAfter()
{
    upload(1);
    m_clock->advance(2'500ms);
    finish(0);
    m_clock->advance(10s);
    QCOMPARE(log(), QStringLiteral("1000:1@0 2000:1@0 3000:1@1000000 4000:0@0"));
}

void TestActivityMeter::tellsTheMostThatRanAtOnce()
{
    upload(3);
    m_clock->advance(500ms);
    finish(0);
    finish(1);
    m_clock->advance(500ms);
    m_clock->advance(1s);
    finish(2);
    m_clock->advance(5s);
    QCOMPARE(log(), QStringLiteral("1000:3@2000000 2000:1@0 3000:1@1000000 4000:0@0"));
}

void TestActivityMeter::ratesAddUpToWhatWasSent()
{
    upload(1);
    testing::ScriptedReply &reply = *m_manager->last();
    const qint64 overhead = reply.bodySize() - fileBytes;
    for (int step = 1; step <= 4; ++step) {
        m_clock->advance(500ms);
        reply.emitProgress(overhead + step * 200'000);
    }
    m_clock->advance(500ms);
    finish(0);
    m_clock->advance(2s);
    // Signals of progress lag by at most one; the sum does not.
    double sum = 0;
    for (const QString &entry : std::as_const(m_log))
        sum += entry.section(QLatin1Char('@'), 1).toDouble();
    QCOMPARE(sum, double(fileBytes));
    QCOMPARE(m_log.size(), 4);
}

void TestActivityMeter::shortRunsAreTold()
{
    upload(2);
    finish(0);
    finish(1);
    m_clock->advance(5s);
    QCOMPARE(log(), QStringLiteral("1000:2@2000000 2000:0@0"));
    upload(1);
    m_clock->advance(10ms);
    finish(2);
    m_clock->advance(5s);
    QCOMPARE(log(), QStringLiteral("1000:2@2000000 2000:0@0 6000:1@1000000 7000:0@0"));
}

void TestActivityMeter::hurryTellsARunWhole()
{
    upload(1);
    m_clock->advance(250ms);
    finish(0);
    m_meter->hurry();
    QCOMPARE(log(), QStringLiteral("250:1@4000000"));
    m_clock->advance(5s);
    QCOMPARE(log(), QStringLiteral("250:1@4000000 1250:0@0"));
    m_meter->hurry();
    QCOMPARE(m_log.size(), 2);
}

void TestActivityMeter::hurryIsBounded()
{
    for (int i = 0; i < 100; ++i) {
        upload(1);
        m_clock->advance(5ms);
        finish(i);
        m_meter->hurry();
    }
    QVERIFY2(m_log.size() >= 4 && m_log.size() <= 6, qPrintable(log()));
}

void TestActivityMeter::experimentsCountToo()
{
    m_meter->loaded({0, 4});
    m_clock->advance(500ms);
    m_meter->loaded({3'000'000, 10});
    m_clock->advance(500ms);
    m_meter->loaded({5'000'000, 2});
    m_clock->advance(1s);
    m_meter->loaded({6'000'000, 0});
    m_clock->advance(2s); // quiet between two rounds
    m_meter->loaded({6'000'000, 1});
    m_clock->advance(1s);
    m_meter->loadEnded();
    m_clock->advance(3s);
    m_meter->loaded({1'000'000, 1}); // the next one begins at nothing
    m_meter->loadEnded();
    m_clock->advance(1s);
    QCOMPARE(log(),
             QStringLiteral("1000:10@3000000 2000:10@2000000 3000:2@1000000 4000:0@0 5000:1@0 6000:1@0 "
                            "7000:0@0 9000:1@1000000"));
}

void TestActivityMeter::shortLoadsOfAnExperimentRanToo()
{
    // Whenever somebody looks, none is under way.
    m_meter->loaded({1'000'000, 0});
    m_clock->advance(500ms);
    m_meter->loaded({2'000'000, 0});
    m_clock->advance(2s);
    QCOMPARE(log(), QStringLiteral("1000:1@2000000 2000:0@0"));
}

void TestActivityMeter::destructionIsSilent()
{
    upload(1);
    m_meter->disconnect(this);
    m_queue->disconnect(this);
    bool told = false;
    connect(m_meter.get(), &session::ActivityMeter::measured, this, [&] { told = true; });
    m_meter.reset();
    m_clock->advance(5s);
    QVERIFY(!told);
}

QTEST_GUILESS_MAIN(TestActivityMeter)
#include "tst_activitymeter.moc"
