// SPDX-License-Identifier: GPL-3.0-or-later
// What is divided by what in the tiles of the timeline.
#include "core/session/growthwatch.h"

#include <QTest>

using analysis::GrowthTrend;
using metrics::Role;
using session::GrowthWatch;
using session::MarkKind;
using transfer::UploadState;

namespace {
constexpr double mib = 1024.0 * 1024;
} // namespace

class TestGrowthWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_watch = {};
        m_nowMs = 1000;
        m_id = 0;
    }
    void growthIsSharedAmongTheAccepted();
    void anExperimentIsNotTheQueues();
    void silentWhileAnExperimentRuns();
    void aHeapCountsWhereItWasCollected();
    void anotherProcessBeginsAnew();

private:
    void read(double rss)
    {
        metrics::Reading reading;
        reading.timeMs = m_nowMs += 1000;
        reading.set(Role::Rss, rss);
        m_watch.read(reading);
    }
    void rest(double rss, int readings = 12)
    {
        for (int i = 0; i < readings; ++i)
            read(rss);
    }
    void upload(UploadState state)
    {
        transfer::UploadRecord record;
        record.id = transfer::UploadId{++m_id};
        record.state = state;
        record.startedAtMs = m_nowMs;
        record.finishedAtMs = m_nowMs + 100;
        m_watch.addUpload(record);
        m_watch.addUpload(record); // told again
    }
    void mark(MarkKind kind, const QString &source = {}) { m_watch.addMark({m_nowMs, kind, {}, source}); }
    [[nodiscard]] GrowthTrend rss() const { return m_watch.trend(Role::Rss); }

    GrowthWatch m_watch;
    qint64 m_nowMs = 0;
    quint64 m_id = 0;
};

void TestGrowthWatch::growthIsSharedAmongTheAccepted()
{
    rest(100 * mib);
    for (int i = 1; i <= 20; ++i) {
        upload(UploadState::Done);
        upload(UploadState::Failed);
        upload(UploadState::Cancelled);
        read((100 + 2 * i) * mib);
    }
    rest(140 * mib);
    QCOMPARE(rss().kind, GrowthTrend::Kind::PerUpload);
    QCOMPARE(rss().perUpload, 2 * mib);
    QCOMPARE(m_watch.accepted().within({0, m_nowMs}), 20);
}

void TestGrowthWatch::anExperimentIsNotTheQueues()
{
    rest(100 * mib);
    mark(MarkKind::ExperimentBegan);
    for (int i = 1; i <= 60; ++i)
        read((100 + 2 * i) * mib); // some 300 uploads that the queue knows nothing of
    mark(MarkKind::ExperimentEnded);
    rest(220 * mib);
    for (int i = 1; i <= 20; ++i) {
        upload(UploadState::Done);
        read((220 + i) * mib);
    }
    rest(240 * mib);
    QCOMPARE(rss().kind, GrowthTrend::Kind::PerUpload);
    QCOMPARE(rss().perUpload, mib);
    QCOMPARE(rss().total, 20 * mib);
}

void TestGrowthWatch::silentWhileAnExperimentRuns()
{
    rest(100 * mib);
    QCOMPARE(rss().kind, GrowthTrend::Kind::Steady);
    mark(MarkKind::ExperimentBegan);
    rest(300 * mib, 100);
    QCOMPARE(rss().kind, GrowthTrend::Kind::Unknown);
    mark(MarkKind::ExperimentEnded);
    QCOMPARE(rss().kind, GrowthTrend::Kind::Unknown);
    rest(300 * mib);
    QCOMPARE(rss().kind, GrowthTrend::Kind::Steady);
}

void TestGrowthWatch::aHeapCountsWhereItWasCollected()
{
    const auto heapAfter = [](bool isCollected) {
        GrowthWatch watch;
        double cycles = 1;
        for (int i = 0; i < 50; ++i) {
            metrics::Reading reading;
            reading.timeMs = 1000 * (i + 1);
            reading.set(Role::HeapLive, (100 + i) * mib);
            if (i < 12 || isCollected)
                ++cycles;
            reading.set(Role::GcCount, cycles);
            watch.read(reading);
            transfer::UploadRecord record;
            record.id = transfer::UploadId{static_cast<quint64>(i + 1)};
            record.state = UploadState::Done;
            record.startedAtMs = record.finishedAtMs = reading.timeMs + 500;
            watch.addUpload(record);
        }
        return watch.trend(Role::HeapLive).total;
    };
    QVERIFY(heapAfter(true) >= 39 * mib);
    QVERIFY(heapAfter(false) < 15 * mib);
}

void TestGrowthWatch::anotherProcessBeginsAnew()
{
    rest(100 * mib);
    mark(MarkKind::Restarted, QStringLiteral("database"));
    QCOMPARE(rss().kind, GrowthTrend::Kind::Steady);
    mark(MarkKind::Restarted);
    QCOMPARE(rss().kind, GrowthTrend::Kind::Unknown);
}

QTEST_APPLESS_MAIN(TestGrowthWatch)
#include "tst_growthwatch.moc"
