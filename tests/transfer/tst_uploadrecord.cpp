// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/recordstore.h"

#include <QTest>

using transfer::RecordStore;
using transfer::UploadId;
using transfer::UploadRecord;
using transfer::UploadState;

namespace {

UploadRecord record(qint64 bytes, UploadState state = UploadState::Waiting)
{
    UploadRecord r;
    r.bytes = bytes;
    r.state = state;
    return r;
}

void setState(RecordStore &store, UploadId id, UploadState state)
{
    store.update(id, [state](UploadRecord &r) { r.state = state; });
}

} // namespace

class TestUploadRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsClosed_data();
    void tableIsClosed();
    void everyStateIsOneKind();
    void askingFollowsTheTable();
    void ticketsAreKept();
    void findsAcrossHoles();
    void totalsFollowEveryChange();
    void attemptsThatGetOnAreForgiven();
};

void TestUploadRecord::tableIsClosed_data()
{
    using enum UploadState;
    static const QList<std::pair<UploadState, UploadState>> allowed{
        {Waiting, Sending},  {Waiting, Failed},      {Waiting, Cancelled}, {Sending, Answering},
        {Sending, Done},     {Sending, Failed},      {Sending, Cancelled}, {Answering, Done},
        {Answering, Failed}, {Answering, Cancelled}, {Failed, Waiting},    {Cancelled, Waiting},
        {Sending, Waiting},  {Answering, Waiting},   {Waiting, Paused},    {Sending, Paused},
        {Paused, Waiting},   {Paused, Cancelled},    {Paused, Done},       {Cancelled, Done}};
    QTest::addColumn<UploadState>("from");
    QTest::addColumn<UploadState>("to");
    QTest::addColumn<bool>("expected");
    const QMetaEnum names = QMetaEnum::fromType<UploadState>();
    QCOMPARE(names.keyCount(), transfer::uploadStateCount);
    for (int from = 0; from < names.keyCount(); ++from) {
        for (int to = 0; to < names.keyCount(); ++to) {
            const auto a = static_cast<UploadState>(names.value(from));
            const auto b = static_cast<UploadState>(names.value(to));
            QTest::addRow("%s to %s", names.key(from), names.key(to)) << a << b << allowed.contains({a, b});
        }
    }
}

void TestUploadRecord::tableIsClosed()
{
    QFETCH(UploadState, from);
    QFETCH(UploadState, to);
    QTEST(transfer::isAllowed(from, to), "expected");
}

void TestUploadRecord::everyStateIsOneKind()
{
    for (int i = 0; i < transfer::uploadStateCount; ++i) {
        const auto state = static_cast<UploadState>(i);
        QCOMPARE(int(isPending(state)) + int(isRunning(state)) + int(isFinished(state)), 1);
    }
}

void TestUploadRecord::askingFollowsTheTable()
{
    for (int i = 0; i < transfer::uploadStateCount; ++i) {
        const auto state = static_cast<UploadState>(i);
        QCOMPARE(transfer::canRetry(state),
                 transfer::isFinished(state) && transfer::isAllowed(state, UploadState::Waiting));
        QCOMPARE(transfer::canPause(state), transfer::isAllowed(state, UploadState::Paused));
        QCOMPARE(transfer::canResume(state),
                 transfer::isPending(state) && transfer::isAllowed(state, UploadState::Waiting));
    }
}

void TestUploadRecord::ticketsAreKept()
{
    RecordStore store;
    const UploadId a = store.append(record(1));
    const UploadId b = store.append(record(1));
    QCOMPARE(store.ticketOf(a), transfer::Ticket(0));
    store.setTicket(a, 7);
    store.setTicket(b, 8);
    QCOMPARE(store.ticketOf(a), transfer::Ticket(7));
    QCOMPARE(store.ticketOf(b), transfer::Ticket(8));
    setState(store, a, UploadState::Failed);
    store.removeFinished();
    QCOMPARE(store.ticketOf(a), transfer::Ticket(0));
    QCOMPARE(store.ticketOf(b), transfer::Ticket(8));
}

void TestUploadRecord::findsAcrossHoles()
{
    RecordStore store;
    QVERIFY(!store.find(UploadId{1}));
    QList<UploadId> ids;
    for (int i = 0; i < 100; ++i)
        ids.append(store.append(record(i, i % 3 ? UploadState::Waiting : UploadState::Failed)));
    const QList<UploadId> removed = store.removeFinished();
    QCOMPARE(removed.size(), 34);
    QCOMPARE(store.size(), 66);
    for (int i = 0; i < 100; ++i) {
        const UploadRecord *found = store.find(ids[i]);
        QCOMPARE(found != nullptr, i % 3 != 0);
        QVERIFY(!found || found->bytes == i);
    }
    QVERIFY(!store.find(UploadId{}));
    QVERIFY(!store.find(UploadId{101}));
    const UploadId next = store.append(record(7));
    QCOMPARE(next.value, 101);
    QCOMPARE(store.find(next)->bytes, 7);
    const QList<UploadId> waiting = store.idsIn(UploadState::Waiting);
    for (const UploadId id : waiting)
        setState(store, id, UploadState::Failed);
    QCOMPARE(store.removeFinished().size(), 67);
    QVERIFY(!store.find(next));
    QCOMPARE(store.totals(), transfer::QueueTotals{});
}

void TestUploadRecord::totalsFollowEveryChange()
{
    RecordStore store;
    const UploadId a = store.append(record(100));
    const UploadId b = store.append(record(50));
    store.append(record(-1, UploadState::Failed));
    QCOMPARE(store.totals().bytes, 150);
    QCOMPARE(store.totals().waiting, 2);
    QCOMPARE(store.totals().failed, 1);
    QCOMPARE(store.totals().bytesDone, 0);

    store.update(a, [](UploadRecord &r) {
        r.state = UploadState::Sending;
        r.bytes = 120; // it grew before its turn
    });
    store.update(a, [](UploadRecord &r) { r.bytesSent = 70; });
    QCOMPARE(store.totals().bytes, 170);
    QCOMPARE(store.totals().bytesDone, 70);
    store.update(a, [](UploadRecord &r) { r.bytesSent = 500; });
    QCOMPARE(store.totals().bytesDone, 120); // never more than there is
    setState(store, a, UploadState::Failed);
    setState(store, b, UploadState::Cancelled);
    QCOMPARE(store.totals().bytesDone, store.totals().bytes); // nothing is left to do
    setState(store, a, UploadState::Waiting);
    QCOMPARE(store.totals().bytesDone, 50);
    QCOMPARE(store.totals().files, 3);
}

void TestUploadRecord::attemptsThatGetOnAreForgiven()
{
    RecordStore store;
    const UploadId id = store.append(record(1000));
    const auto attempt = [&](qint64 onServer, qint64 sent) {
        store.update(id, [&](UploadRecord &r) {
            ++r.attempts;
            r.bytesSent = 0;
        });
        if (onServer >= 0)
            store.noteReached(id, onServer);
        store.update(id, [&](UploadRecord &r) { r.bytesSent = sent; });
    };
    attempt(-1, 500); // of a form: whatever it sent is of no use to the next one
    QCOMPARE(store.fruitlessAttempts(id), 1);
    QVERIFY(!store.hasGotOn(id));

    store.update(id, [](UploadRecord &r) { r.resume.url = QUrl(QStringLiteral("http://h/1")); });
    attempt(0, 500);
    QCOMPARE(store.fruitlessAttempts(id), 2);
    QVERIFY(store.hasGotOn(id));
    attempt(400, 600); // the one before had brought it there
    QCOMPARE(store.fruitlessAttempts(id), 1);
    QVERIFY(store.hasGotOn(id));
    attempt(-1, 0); // no connection
    QCOMPARE(store.fruitlessAttempts(id), 2);
    QVERIFY(!store.hasGotOn(id));
    attempt(0, 300); // lost, and begun anew: no further than it had been
    QCOMPARE(store.fruitlessAttempts(id), 3);
    QVERIFY(!store.hasGotOn(id));
    attempt(600, 600);
    QCOMPARE(store.fruitlessAttempts(id), 1);
}

QTEST_GUILESS_MAIN(TestUploadRecord)
#include "tst_uploadrecord.moc"
