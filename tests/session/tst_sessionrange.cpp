// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sessionrange.h"

#include <QTest>

using base::TimeRange;
using metrics::Role;
using session::MarkKind;
using session::SessionSnapshot;
using transfer::UploadRecord;
using transfer::UploadState;

namespace {

constexpr qint64 start = 1'700'000'040'000;

qint64 at(double second)
{
    return start + qRound64(second * 1000);
}

UploadRecord record(quint64 id, UploadState state, double began, double ended)
{
    UploadRecord record;
    record.id.value = id;
    record.state = state;
    record.bytes = 1000;
    record.bytesSent = 1000;
    record.attempts = 1;
    record.startedAtMs = at(began);
    record.finishedAtMs = ended > 0 ? at(ended) : 0;
    return record;
}

metrics::Reading reading(double second, double heap)
{
    metrics::Reading reading;
    reading.timeMs = at(second);
    reading.set(Role::HeapLive, heap);
    return reading;
}

/// Two minutes with a reading a second, a hole, and three uploads.
SessionSnapshot sample()
{
    SessionSnapshot snapshot;
    snapshot.command = QStringLiteral("session");
    snapshot.startedAtMs = at(0);
    snapshot.finishedAtMs = at(120);
    for (int second = 0; second <= 120; ++second) {
        if (second >= 50 && second < 55)
            snapshot.series.appendGap(at(second));
        else
            snapshot.series.append(reading(second, 100 + second));
    }
    snapshot.scrapesOk = 116;
    snapshot.scrapesMissed = 5;
    snapshot.lastMissReason = QStringLiteral("connection refused");
    snapshot.uploads = {record(1, UploadState::Done, 10, 40), record(2, UploadState::Failed, 42, 44),
                        record(3, UploadState::Done, 90, 100), record(4, UploadState::Sending, 110, 0)};
    session::Timeline &timeline = snapshot.timeline;
    timeline.uploadBegan(at(10));
    timeline.uploadEnded(at(40));
    timeline.uploadBegan(at(42));
    timeline.uploadEnded(at(44));
    timeline.uploadBegan(at(90));
    timeline.uploadEnded(at(100));
    timeline.uploadBegan(at(110));
    timeline.addMark({at(1), MarkKind::Connected, {}});
    timeline.addMark({at(50), MarkKind::Lost, {}});
    timeline.addMark({at(95), MarkKind::Note, QStringLiteral("here")});
    timeline.addActivity({at(20), 5, 1});
    timeline.addActivity({at(95), 6, 1});
    session::Alert early;
    early.raisedAtMs = at(5);
    early.clearedAtMs = at(15);
    session::Alert lasting;
    lasting.raisedAtMs = at(20);
    snapshot.alerts = {early, lasting};
    return snapshot;
}

TimeRange range(double from, double to)
{
    return {at(from), at(to)};
}

QString ids(const SessionSnapshot &part)
{
    QStringList list;
    for (const UploadRecord &record : part.uploads)
        list << QString::number(record.id.value);
    return list.join(u' ');
}

} // namespace

/// A part of a session is as if the session had been no longer.
class TestSessionRange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ends()
    {
        const SessionSnapshot part = session::partOf(sample(), range(30, 60));
        QCOMPARE(part.startedAtMs, at(30));
        QCOMPARE(part.finishedAtMs, at(60));
        QCOMPARE(*part.partOf, range(0, 120));
        // What lies outside of the session is none of it.
        const SessionSnapshot beyond = session::partOf(sample(), range(100, 500));
        QCOMPARE(beyond.finishedAtMs, at(120));
    }

    void uploadsAreThoseThatRan_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<QString>("expected");
        QTest::newRow("before all") << 0.0 << 9.0 << QString();
        QTest::newRow("at an end") << 40.0 << 41.0 << QStringLiteral("1");
        QTest::newRow("two") << 30.0 << 43.0 << QStringLiteral("1 2");
        QTest::newRow("one that runs") << 112.0 << 115.0 << QStringLiteral("4");
        QTest::newRow("all") << 0.0 << 120.0 << QStringLiteral("1 2 3 4");
    }

    void uploadsAreThoseThatRan()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        QTEST(ids(session::partOf(sample(), range(from, to))), "expected");
    }

    void neverBegunRanNever()
    {
        UploadRecord waiting;
        waiting.state = UploadState::Waiting;
        QVERIFY(!session::ranWithin(waiting, range(0, 120)));
    }

    void totalsAreOfThose()
    {
        const SessionSnapshot part = session::partOf(sample(), range(30, 95));
        QCOMPARE(part.totals.files, 3);
        QCOMPARE(part.totals.done, 2);
        QCOMPARE(part.totals.failed, 1);
        QCOMPARE(part.totals.bytes, 3000);
    }

    void readingsAreThoseOfTheRange()
    {
        const SessionSnapshot part = session::partOf(sample(), range(30, 60));
        QCOMPARE(part.series.firstMs(), at(30));
        QCOMPARE(part.series.lastMs(), at(60));
        QCOMPARE(part.series.latest(Role::HeapLive), 160.0);
        QCOMPARE(part.scrapesOk, 26); // 31 seconds less the hole
        QCOMPARE(part.scrapesMissed, 1); // in a row: one
        QCOMPARE(part.lastMissReason, QStringLiteral("connection refused"));
        const SessionSnapshot whole = session::partOf(sample(), range(60, 70));
        QCOMPARE(whole.scrapesOk, 11);
        QCOMPARE(whole.scrapesMissed, 0);
        QVERIFY(whole.lastMissReason.isEmpty());
    }

    void rangeWithoutReadings()
    {
        const SessionSnapshot part = session::partOf(sample(), range(51, 53));
        QVERIFY(part.series.isEmpty());
        QCOMPARE(part.scrapesOk, 0);
        QCOMPARE(part.scrapesMissed, 1); // it lies within a hole
    }

    void marksAndActivityAreThoseOfTheRange()
    {
        const SessionSnapshot part = session::partOf(sample(), range(30, 96));
        QCOMPARE(part.timeline.marks().size(), 2);
        QCOMPARE(part.timeline.marks().constLast().text, QStringLiteral("here"));
        QCOMPARE(part.timeline.activity().size(), 1);
    }

    void spansOfUploadsEndWithTheRange()
    {
        const QList<session::Band> bands = session::partOf(sample(), range(30, 95)).timeline.bands();
        QCOMPARE(bands.size(), 3);
        QCOMPARE(bands[0], (session::Band{at(30), at(40), 1}));
        QCOMPARE(bands[1], (session::Band{at(42), at(44), 1}));
        QCOMPARE(bands[2], (session::Band{at(90), at(95), 1}));
        const QList<session::Band> open = session::partOf(sample(), range(105, 115)).timeline.bands();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open[0], (session::Band{at(110), at(115), 1}));
    }

    void alertsAreThoseThatWereRaised()
    {
        QCOMPARE(session::partOf(sample(), range(10, 12)).alerts.size(), 1);
        QCOMPARE(session::partOf(sample(), range(10, 30)).alerts.size(), 2);
        QCOMPARE(session::partOf(sample(), range(60, 70)).alerts.size(), 1);
    }

    void whatIsWatchedBesideIsCutToo()
    {
        SessionSnapshot snapshot = sample();
        session::WatchedBeside beside;
        beside.series = snapshot.series;
        beside.readings = 116;
        snapshot.beside = {beside};
        const SessionSnapshot part = session::partOf(snapshot, range(60, 70));
        QCOMPARE(part.beside[0].readings, 11);
        QCOMPARE(part.beside[0].missed, 0);
        QCOMPARE(part.beside[0].series.firstMs(), at(60));
    }

    void anExperimentTouchesWhatItReachesInto()
    {
        const QList<session::Mark> marks{{at(10), MarkKind::ExperimentBegan, {}},
                                         {at(15), MarkKind::Note, {}},
                                         {at(20), MarkKind::ExperimentEnded, {}}};
        QVERIFY(!session::isExperimented(marks, at(0), at(9)));
        QVERIFY(session::isExperimented(marks, at(0), at(10)));
        QVERIFY(session::isExperimented(marks, at(12), at(14)));
        QVERIFY(session::isExperimented(marks, at(12), at(40)));
        QVERIFY(!session::isExperimented(marks, at(20), at(40)));
        QVERIFY(!session::isExperimented({}, at(0), at(40)));
    }

    void restartIsOfOneSourceAndBetweenTwoReadings()
    {
        const QList<session::Mark> marks{{at(10), MarkKind::Restarted, {}},
                                         {at(20), MarkKind::Restarted, {}, QStringLiteral("database")},
                                         {at(30), MarkKind::Lost, {}}};
        QVERIFY(session::isRestarted(marks, {}, at(5), at(10)));
        QVERIFY(session::isRestarted(marks, {}, at(9), at(40)));
        QVERIFY(!session::isRestarted(marks, {}, at(10), at(40))); // that reading is the new one's
        QVERIFY(!session::isRestarted(marks, {}, at(0), at(9)));
        QVERIFY(session::isRestarted(marks, QStringLiteral("database"), at(10), at(40)));
        QVERIFY(!session::isRestarted(marks, QStringLiteral("database"), at(0), at(10)));
        QVERIFY(!session::isRestarted({}, {}, at(0), at(40)));
    }

    void theWholeIsLeftAlone()
    {
        const SessionSnapshot whole = sample();
        (void)session::partOf(whole, range(30, 60));
        QCOMPARE(whole.uploads.size(), 4);
        QCOMPARE(whole.series.firstMs(), at(0));
        QVERIFY(!whole.partOf);
    }
};

QTEST_APPLESS_MAIN(TestSessionRange)
#include "tst_sessionrange.moc"
