// SPDX-License-Identifier: GPL-3.0-or-later
// A session whose machine is on no network for a while; see tst_routewatch for how.
#include "tests/session/sessiontest.h"
#include "tests/support/ownnetwork.h"

#include <QTest>

using namespace std::chrono_literals;
using support::ip;

namespace {

bool isAlone = false;

} // namespace

class TestSessionNetwork final : public testing::SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void thisMachineIsAlwaysThere()
    {
        m_session->watchNetwork();
        setTarget(QStringLiteral("http://localhost:1/upload"));
        add(makeFiles(1));
        QTRY_COMPARE(posts().size(), 1);
        QVERIFY(m_session->snapshot({})->timeline.marks().isEmpty());
    }

    void uploadsWaitForTheNetwork()
    {
        if (!isAlone) {
            qInfo("no network namespace is permitted here: only loopback was looked at");
            return;
        }
        m_session->watchNetwork();
        setTarget(QStringLiteral("http://198.51.100.7/upload"));
        add(makeFiles(2));
        pass(1min);
        QVERIFY(posts().isEmpty());
        QVERIFY(ip("link set lo up"));
        QVERIFY(ip("addr add 198.51.100.2/24 dev lo"));
        QTRY_COMPARE(posts().size(), 2);
        QVERIFY(ip("addr del 198.51.100.2/24 dev lo"));
        const auto marks = [this] { return m_session->snapshot({})->timeline.marks(); };
        QTRY_COMPARE(marks().size(), 3);
        QCOMPARE(marks()[0].kind, session::MarkKind::Offline);
        QCOMPARE(marks()[1].kind, session::MarkKind::Online);
        QCOMPARE(marks()[1].timeMs, marks()[0].timeMs + 60'000);
        QCOMPARE(marks()[2].kind, session::MarkKind::Offline);
    }

    void anotherServerMayBeThere()
    {
        if (!isAlone)
            return;
        m_session->watchNetwork();
        setTarget(QStringLiteral("http://198.51.100.7/upload"));
        add(makeFiles(1));
        pass(1s);
        QVERIFY(posts().isEmpty());
        setTarget(QStringLiteral("http://127.0.0.1:1/upload"));
        QTRY_COMPARE(posts().size(), 1);
    }
};

int main(int argc, char **argv)
{
    isAlone = support::enterOwnNetwork();
    const QCoreApplication app(argc, argv);
    TestSessionNetwork test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sessionnetwork.moc"
