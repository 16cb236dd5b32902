// SPDX-License-Identifier: GPL-3.0-or-later
// What leak check, sweep and audit of the window share. The network never answers.
#include "core/base/fakeclock.h"
#include "core/experiment/auditplan.h"
#include "core/experiment/checkplan.h"
#include "core/experiment/sweepplan.h"
#include "core/session/session.h"
#include "tests/transfer/scriptedmanager.h"
#include "ui/connection/serverconnection.h"
#include "ui/experiments/experimentdesk.h"
#include "ui/experiments/experimentplans.h"

#include <QSignalSpy>
#include <QTest>

using namespace ui;
using Kind = ExperimentDesk::Kind;

class TestExperimentDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_manager = std::make_unique<testing::ScriptedManager>();
        m_session = std::make_unique<session::Session>(*m_manager, m_clock);
        m_server = std::make_unique<ServerConnection>(*m_session);
        m_desk = std::make_unique<ExperimentDesk>(*m_session, *m_server);
        m_begun.clear();
    }
    void cleanup()
    {
        m_desk.reset();
        m_server.reset();
        m_session.reset();
        m_manager.reset();
    }

    void beginsAtOnceWhereItMay()
    {
        connectTo(QStringLiteral("http://127.0.0.1:9/upload"));
        QSignalSpy started(m_desk.get(), &ExperimentDesk::started);
        QSignalSpy needed(m_desk.get(), &ExperimentDesk::consentNeeded);
        request(Kind::Sweep);
        QCOMPARE(m_begun, QList<Kind>{Kind::Sweep});
        QCOMPARE(m_desk->running(), Kind::Sweep);
        QCOMPARE(started.size(), 1);
        QCOMPARE(needed.size(), 0);
        QVERIFY(m_desk->isAtItsServer());
    }

    void consentIsForAllKinds()
    {
        connectTo(QStringLiteral("http://upload.invalid/in"));
        QSignalSpy needed(m_desk.get(), &ExperimentDesk::consentNeeded);
        request(Kind::Check);
        QCOMPARE(needed.size(), 1);
        QCOMPARE(needed.first().first().toString(), QStringLiteral("upload.invalid"));
        QVERIFY(m_begun.isEmpty());
        m_desk->consent();
        m_desk->consent(); // Once.
        QCOMPARE(m_begun, QList<Kind>{Kind::Check});
        m_desk->end(QStringLiteral("Stable"));
        request(Kind::Audit);
        QCOMPARE(m_begun, (QList<Kind>{Kind::Check, Kind::Audit}));
        QCOMPARE(needed.size(), 1);
    }

    void consentIsForItsServer()
    {
        connectTo(QStringLiteral("http://upload.invalid/in"));
        request(Kind::Sweep);
        connectTo(QStringLiteral("http://other.invalid/in"));
        m_desk->consent();
        QVERIFY(m_begun.isEmpty());
        QVERIFY(!m_desk->running());
    }

    void othersWait()
    {
        connectTo(QStringLiteral("http://127.0.0.1:9/upload"));
        QSignalSpy changed(m_desk.get(), &ExperimentDesk::runningChanged);
        request(Kind::Audit);
        QCOMPARE(m_desk->obstacleTo(Kind::Audit), QString()); // It says itself that it runs.
        QCOMPARE(m_desk->obstacleTo(Kind::Check), QStringLiteral("An audit is running."));
        QCOMPARE(m_desk->obstacleTo(Kind::Sweep), QStringLiteral("An audit is running."));
        request(Kind::Check);
        QCOMPARE(m_begun, QList<Kind>{Kind::Audit});
        m_desk->end(QStringLiteral("No check failed"));
        QCOMPARE(m_desk->obstacleTo(Kind::Check), QString());
        QCOMPARE(changed.size(), 2);
    }

    void beginAndEndAreMarked()
    {
        connectTo(QStringLiteral("http://127.0.0.1:9/upload"));
        QStringList marks;
        connect(m_session.get(), &session::Session::marked, this, [&marks](const session::Mark &mark) {
            marks << session::toKey(mark.kind) + u' ' + mark.text;
        });
        request(Kind::Sweep);
        m_desk->end(QStringLiteral("Takes 8 at once"));
        QTRY_COMPARE(marks,
                     (QStringList{QStringLiteral("experimentBegan Sweep begins"),
                                  QStringLiteral("experimentEnded Takes 8 at once")}));
    }

    void anotherServerEndsIt()
    {
        connectTo(QStringLiteral("http://127.0.0.1:9/upload"));
        QSignalSpy finished(m_session.get(), &session::Session::sweepFinished);
        m_desk->request({Kind::Sweep, {}, {}, [this] {
                             experiment::SweepPlan plan;
                             completePlan(plan, *m_server);
                             m_session->startSweep(plan);
                         }});
        connectTo(QStringLiteral("http://127.0.0.1:9/upload")); // The same once more.
        QTest::qWait(0);
        QCOMPARE(finished.size(), 0);
        connectTo(QStringLiteral("http://127.0.0.1:9/other"));
        QVERIFY(!m_desk->isAtItsServer());
        QTRY_COMPARE(finished.size(), 1);
    }

    void plansAreCompleted()
    {
        servers::ServerProfile profile = servers::newProfile();
        profile.url = QUrl(QStringLiteral("http://127.0.0.1:9/upload"));
        profile.field = QStringLiteral("photo");
        profile.method = transfer::UploadMethod::Put;
        m_server->connectTo(serverOf(profile));

        experiment::CheckPlan check;
        completePlan(check, *m_server);
        QCOMPARE(check.uploads.target.endpoint.url, profile.url);
        QCOMPARE(check.uploads.target.field, QStringLiteral("photo"));
        QCOMPARE(check.uploads.method, transfer::LoadPlan::Method::Put);
        QCOMPARE(check.watch.url, QUrl(QStringLiteral("http://127.0.0.1:9/")));
        experiment::CheckPlan another;
        completePlan(another, *m_server);
        QVERIFY(check.uploads.seed != another.uploads.seed);

        experiment::SweepPlan sweep;
        completePlan(sweep, *m_server);
        QCOMPARE(sweep.uploads.target.field, QStringLiteral("photo"));
        QCOMPARE(sweep.uploads.target.endpoint.transport.totalTimeout, std::chrono::seconds(30));
        profile.limits.totalTimeout = std::chrono::seconds(5);
        m_server->connectTo(serverOf(profile));
        completePlan(sweep, *m_server);
        QCOMPARE(sweep.uploads.target.endpoint.transport.totalTimeout, std::chrono::seconds(5));

        experiment::AuditPlan audit;
        completePlan(audit, *m_server);
        QCOMPARE(audit.target.method, transfer::UploadMethod::Put);
        m_server->setMethod(transfer::UploadMethod::Tus);
        completePlan(audit, *m_server);
        QCOMPARE(audit.target.method, transfer::UploadMethod::Post);
        QCOMPARE(audit.watch.url, QUrl(QStringLiteral("http://127.0.0.1:9/")));
        QCOMPARE(audit.pid, 0); // Only of the sample server.
    }

private:
    void connectTo(const QString &address)
    {
        servers::Server server;
        server.upload.url = QUrl(address);
        server.watch = servers::originOf(server.upload);
        m_server->connectTo(server);
    }

    void request(Kind kind)
    {
        m_desk->request({kind, QStringLiteral("loads it"), QStringLiteral("All the same"),
                         [this, kind] { m_begun << kind; }});
    }

    base::FakeClock m_clock;
    std::unique_ptr<testing::ScriptedManager> m_manager;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<ServerConnection> m_server;
    std::unique_ptr<ExperimentDesk> m_desk;
    QList<Kind> m_begun;
};

QTEST_GUILESS_MAIN(TestExperimentDesk)
#include "tst_experimentdesk.moc"
