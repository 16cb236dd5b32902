// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sessionpart.h"

#include "core/transfer/uploadtotals.h"

#include <QTest>

using session::SessionSnapshot;
using transfer::UploadRecord;
using transfer::UploadState;

namespace {

UploadRecord upload(quint64 id, UploadState state, qint64 startedAtMs, qint64 finishedAtMs)
{
    UploadRecord record;
    record.id.value = id;
    record.bytes = 10;
    record.state = state;
    record.startedAtMs = startedAtMs;
    record.finishedAtMs = finishedAtMs;
    return record;
}

SessionSnapshot snapshot()
{
    SessionSnapshot snapshot;
    snapshot.startedAtMs = 1'000;
    snapshot.finishedAtMs = 100'000;
    snapshot.uploads
        = {upload(1, UploadState::Done, 2'000, 3'000),   upload(2, UploadState::Failed, 9'000, 21'000),
           upload(3, UploadState::Done, 30'000, 31'000), upload(4, UploadState::Sending, 40'000, 0),
           upload(5, UploadState::Cancelled, 0, 50'000), // never begun
           upload(6, UploadState::Waiting, 0, 0)};
    snapshot.totals = transfer::totalsOf(snapshot.uploads);
    snapshot.timeline.addMark({5'000, session::MarkKind::Note, QStringLiteral("early"), {}});
    snapshot.timeline.addMark({25'000, session::MarkKind::Note, QStringLiteral("late"), {}});
    snapshot.timeline.addActivity({2'000, 1, 1});
    snapshot.timeline.addActivity({30'000, 1, 1});
    return snapshot;
}

} // namespace

class TestSessionPart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWhatIsOverSince()
    {
        const session::SharedSnapshot part = session::partSince(snapshot(), 20'000);
        QCOMPARE(part->uploads.size(), 2);
        QCOMPARE(part->uploads.constFirst().id.value, 2U);
        QCOMPARE(part->totals.files, 2);
        QCOMPARE(part->totals.done, 1);
        QCOMPARE(part->totals.failed, 1);
        QCOMPARE(part->startedAtMs, 9'000); // of the one that was under way
        QCOMPARE(part->finishedAtMs, 100'000);
    }

    void hasTheTimelineSince()
    {
        const session::SharedSnapshot part = session::partSince(snapshot(), 20'000);
        const session::Timeline &timeline = part->timeline;
        QCOMPARE(timeline.marks().size(), 1);
        QCOMPARE(timeline.marks().constFirst().text, QStringLiteral("late"));
        QCOMPARE(timeline.activity().size(), 1);
        QCOMPARE(timeline.bands(), (QList<session::Band>{{9'000, 21'000, 1}, {30'000, 31'000, 1}}));
    }

    void fromTheBeginningHasAllThatIsOver()
    {
        QCOMPARE(session::partSince(snapshot(), 1'000)->uploads.size(), 3);
    }

    void hasWhatWasCleared()
    {
        SessionSnapshot rest = snapshot();
        const QList<UploadRecord> cleared = rest.uploads.first(3);
        rest.uploads.remove(0, 3);
        rest.uploads.append(upload(7, UploadState::Done, 60'000, 61'000));
        const session::SharedSnapshot part = session::partSince(rest, 20'000, cleared);
        QList<quint64> ids;
        for (const UploadRecord &record : part->uploads)
            ids << record.id.value;
        QCOMPARE(ids, (QList<quint64>{2, 3, 7})); // in the queue's order, and none from before
        QCOMPARE(part->totals.files, 3);
        QCOMPARE(part->startedAtMs, 9'000);
        QCOMPARE(part->timeline.bands().size(), 3);
    }

    void mayHaveNothing() { QVERIFY(session::partSince(snapshot(), 60'000)->uploads.isEmpty()); }
};

QTEST_GUILESS_MAIN(TestSessionPart)
#include "tst_sessionpart.moc"
