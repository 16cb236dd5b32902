// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fakeclock.h"
#include "core/session/session.h"
#include "tests/pprof/profilekit.h"
#include "tests/transfer/scriptedmanager.h"
#include "tests/ui/profile/profilepagetest.h"
#include "ui/connection/serverconnection.h"
#include "ui/mainwindow/profileconnection.h"
#include "ui/profile/profileactions.h"
#include "ui/profile/profilepane.h"

#include <QTest>

using session::Session;

/// The Profile page and what a session tells of its experiments.
class TestProfileConnection final : public ProfilePageTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { session::registerMetaTypes(); }
    void uploadsOfExperimentsAreNotCounted_data();
    void uploadsOfExperimentsAreNotCounted();
    void profilesOfTheFormerServerAreDropped();

private:
    testing::ScriptedManager m_manager;
    base::FakeClock m_clock;
};

using Told = void (*)(Session &);
Q_DECLARE_METATYPE(Told)

void TestProfileConnection::uploadsOfExperimentsAreNotCounted_data()
{
    QTest::addColumn<Told>("told");
    QTest::addColumn<double>("uploads"); // 0: not known
    const auto row
        = [](const char *name, Told told, double uploads) { QTest::newRow(name) << told << uploads; };
    row(
        "none", [](Session &) {}, 30);
    row(
        "check under way", [](Session &session) { Q_EMIT session.checkProgressed({}); }, 0);
    row(
        "check", [](Session &session) { Q_EMIT session.checkFinished({}); }, 0);
    row(
        "sweep under way", [](Session &session) { Q_EMIT session.sweepProgressed({}); }, 0);
    row(
        "sweep", [](Session &session) { Q_EMIT session.sweepFinished({}); }, 0);
    row(
        "audit under way", [](Session &session) { Q_EMIT session.auditProgressed({}); }, 0);
    row(
        "audit", [](Session &session) { Q_EMIT session.auditFinished({}); }, 0);
}

void TestProfileConnection::uploadsOfExperimentsAreNotCounted()
{
    QFETCH(const Told, told);
    QFETCH(const double, uploads);
    Session session(m_manager, m_clock);
    ui::ServerConnection server(session);
    const ui::ProfileConnection connection(*m_page, session, server);
    m_page->setServer(someServer, true);
    m_page->setUploadsDone(10);
    actions().fetch->trigger();
    answer(kit::recorded("specimen.before.pb.gz"));
    wait();
    actions().takeBase->trigger();
    told(session);
    QCoreApplication::processEvents();
    m_page->setUploadsDone(40);
    actions().compare->trigger();
    answer(kit::recorded("specimen.after.pb.gz"));
    wait(2);
    QVERIFY(content().isDifference);
    QCOMPARE(content().uploads, uploads);
}

void TestProfileConnection::profilesOfTheFormerServerAreDropped()
{
    Session session(m_manager, m_clock);
    ui::ServerConnection server(session);
    const ui::ProfileConnection connection(*m_page, session, server);
    server.connectTo({});
    QCoreApplication::processEvents();
    // On its way while another server is connected, and asked for the same.
    Q_EMIT session.profileFetched(
        {QStringLiteral("heap"), {}, 0, kit::recorded("specimen.before.pb.gz"), {}});
    server.connectTo({});
    m_page->setServer(otherServer, true);
    actions().fetch->trigger();
    QTRY_VERIFY(!banner().isEmpty()); // the present server has none, and that is the answer
    QCOMPARE(m_shown->count(), 0);
}

QTEST_MAIN(TestProfileConnection)
#include "tst_profileconnection.moc"
