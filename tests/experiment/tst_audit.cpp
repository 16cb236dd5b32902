// SPDX-License-Identifier: GPL-3.0-or-later
// An audit as a whole: its end, its bounds, what it does not do unasked.
#include "core/experiment/audit.h"
#include "core/experiment/auditcheck.h"
#include "tests/experiment/audittest.h"
#include "tests/support/auditee.h"
#include "tests/support/faultyserver.h"
#include "tests/support/testcertificates.h"

#include <QDir>

using namespace experiment;

class TestAudit final : public QObject, public AuditTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_auditee.start(), qPrintable(m_auditee.failure())); }

    void goodServerFailsNothing()
    {
        AuditPlan plan = AuditTest::plan(m_auditee.url(), {});
        plan.folders = {m_auditee.folder()};
        const AuditResult result = run(plan);
        QCOMPARE(result.end, AuditEnd::Whole);
        QCOMPARE(result.findings.size(), auditChecks().size());
        for (size_t i = 0; i < result.findings.size(); ++i) {
            QCOMPARE(result.findings[i].id, QString::fromLatin1(auditChecks()[i].id));
            QVERIFY2(result.findings[i].outcome != AuditOutcome::Fail,
                     qPrintable(result.findings[i].evidence));
        }
        QVERIFY(result.requests > 50);
        QVERIFY(!result.plan.token.isEmpty());
    }

    void bareUploadsAreAudited()
    {
        AuditPlan plan = AuditTest::plan(m_auditee.url(), {});
        plan.target.method = transfer::UploadMethod::Put;
        plan.target.endpoint.url.setPath(QStringLiteral("/upload/"));
        plan.bounds.slow = std::chrono::seconds(5);
        const AuditResult result = run(plan);
        QCOMPARE(findingOf(result, QStringLiteral("body-limit")).outcome, AuditOutcome::Pass);
        QCOMPARE(findingOf(result, QStringLiteral("content-length")).outcome, AuditOutcome::Pass);
        QCOMPARE(findingOf(result, QStringLiteral("boundary")).outcome, AuditOutcome::Unknown);
        QCOMPARE(result.count(AuditOutcome::Fail), 0);
    }

    void refusedFromTheBeginning()
    {
        support::FaultyServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        const AuditResult result
            = run(AuditTest::plan(server.url(QStringLiteral("/status?code=403&text=not+you")), {}));
        QCOMPARE(result.end, AuditEnd::Unusable);
        QCOMPARE(result.error.httpStatus, 403);
        QVERIFY2(result.error.message.contains(QStringLiteral("not you")), qPrintable(result.error.message));
        QCOMPARE(result.count(AuditOutcome::Unknown), static_cast<int>(auditChecks().size()));
    }

    void redirectsThatTellNothing()
    {
        const AuditResult result = run(AuditTest::plan(m_auditee.url(QStringLiteral("see-same")), {}));
        QCOMPARE(result.end, AuditEnd::Unusable);
        QVERIFY2(result.error.message.contains(QStringLiteral("303 See Other to /done/")),
                 qPrintable(result.error.message));
    }

    void nobodyListens()
    {
        support::FaultyServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        const QUrl url = server.url(QStringLiteral("/ok"));
        server.stop();
        const AuditResult result = run(AuditTest::plan(url, {}));
        QCOMPARE(result.end, AuditEnd::Unusable);
        QCOMPARE(result.error.kind, base::ErrorKind::ConnectionRefused);
        for (const AuditFinding &finding : result.findings) // why is said once
            QCOMPARE(finding.evidence, QStringLiteral("not tried"));
    }

    void serverThatIsNotTrusted()
    {
        const support::TestCertificates certificates;
        support::FaultyServer server;
        QVERIFY2(server.startTls(certificates.expired().certificate, certificates.expired().key),
                 qPrintable(server.failure()));
        AuditPlan plan = AuditTest::plan(server.url(QStringLiteral("/ok")), {});
        plan.target.endpoint.transport.caFile = certificates.authority().certificate;
        const AuditResult result = run(plan);
        QCOMPARE(result.end, AuditEnd::Unusable);
        QCOMPARE(result.error.kind, base::ErrorKind::TlsFailed);
        QVERIFY2(result.error.message.contains(QStringLiteral("expired on 2020-02")),
                 qPrintable(result.error.message));
    }

    // Its refusals say nothing of what is refused.
    void askedToSendLess_data()
    {
        QTest::addColumn<int>("code");
        for (const int code : {429, 503})
            QTest::addRow("%d", code) << code;
    }

    void askedToSendLess()
    {
        QFETCH(const int, code);
        support::FaultyServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        const AuditResult result
            = run(AuditTest::plan(server.url(QStringLiteral("/limit?quota=1&ms=600000&code=%1").arg(code)),
                                  {QStringLiteral("boundary"), QStringLiteral("empty-file")}));
        QCOMPARE(result.end, AuditEnd::Whole);
        QCOMPARE(result.count(AuditOutcome::Unknown), 2);
        const QString evidence = findingOf(result, QStringLiteral("boundary")).evidence;
        QVERIFY2(evidence.contains(QString::number(code)), qPrintable(evidence));
    }

    void isLeftAloneForAsLongAsItAsks()
    {
        support::FaultyServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        const AuditResult result
            = run(AuditTest::plan(server.url(QStringLiteral("/limit?quota=2&ms=1500&code=503")),
                                  {QStringLiteral("file-names"), QStringLiteral("empty-file")}));
        QCOMPARE(result.count(AuditOutcome::Pass), 2);
    }

    void serverThatDies()
    {
        support::Auditee mortal;
        QVERIFY2(mortal.start(), qPrintable(mortal.failure()));
        const AuditResult result
            = run(AuditTest::plan(mortal.url(QStringLiteral("dies")),
                                  {QStringLiteral("body-limit"), QStringLiteral("field-missing")}));
        QCOMPARE(result.end, AuditEnd::Gone);
        QCOMPARE(findingOf(result, QStringLiteral("body-limit")).outcome, AuditOutcome::Fail);
        QCOMPARE(findingOf(result, QStringLiteral("field-missing")).outcome, AuditOutcome::Unknown);
    }

    void boundsAreKept()
    {
        AuditPlan plan = AuditTest::plan(m_auditee.url(QStringLiteral("no-limit")), {});
        plan.bounds.requests = 20;
        const AuditResult few = run(plan);
        QCOMPARE_LE(few.requests, 20);
        QCOMPARE(findingOf(few, QStringLiteral("keep-alive")).outcome, AuditOutcome::Unknown);
        QVERIFY(
            findingOf(few, QStringLiteral("keep-alive")).evidence.contains(QStringLiteral("20 requests")));

        plan.bounds = AuditTest::plan({}, {}).bounds;
        plan.bounds.bytes = 1024 * 1024;
        plan.only = {QStringLiteral("body-limit")};
        const AuditResult small = run(plan);
        QCOMPARE_LE(small.bytes, plan.bounds.bytes);
        QCOMPARE(small.findings.front().outcome, AuditOutcome::Unknown);
    }

    void isCancelledAtOnce_data()
    {
        QTest::addColumn<int>("number");
        for (const int number : {0, 1, 4, 9})
            QTest::addRow("before check %d", number) << number;
    }

    void isCancelledAtOnce()
    {
        QFETCH(const int, number);
        Audit audit(m_manager, m_clock);
        AuditResult result;
        int finished = 0;
        connect(&audit, &Audit::progressed, this, [&](const AuditProgress &progress) {
            if (progress.number == number)
                QMetaObject::invokeMethod(&audit, &Audit::cancel, Qt::QueuedConnection);
        });
        connect(&audit, &Audit::finished, this, [&](const AuditResult &ended) {
            result = ended;
            ++finished;
        });
        audit.start(AuditTest::plan(m_auditee.url(), {}));
        QTRY_COMPARE_WITH_TIMEOUT(finished, 1, 120'000);
        QVERIFY(!audit.isRunning());
        QCOMPARE(result.end, AuditEnd::Cancelled);
        QCOMPARE(result.findings.size(), auditChecks().size());
        const auto known = std::max(0, number - 1);
        for (int i = known; i < static_cast<int>(result.findings.size()); ++i)
            QCOMPARE(result.findings[static_cast<size_t>(i)].outcome, AuditOutcome::Unknown);
        if (known > 0)
            QCOMPARE(result.findings.front().outcome, AuditOutcome::Pass);
    }

    void destroyedWhileRunningIsSilent()
    {
        int told = 0;
        {
            Audit audit(m_manager, m_clock);
            connect(&audit, &Audit::finished, this, [&told] { ++told; });
            bool hasBegun = false;
            connect(&audit, &Audit::progressed, this,
                    [&hasBegun](const AuditProgress &progress) { hasBegun = progress.number > 0; });
            audit.start(AuditTest::plan(m_auditee.url(), {}));
            QTRY_VERIFY(hasBegun);
        }
        QCoreApplication::processEvents();
        QCOMPARE(told, 0);
    }

    void namesAreNotTriedElsewhere()
    {
        // It leads to this machine, too, but does not say so.
        AuditPlan plan = AuditTest::plan(m_auditee.url(QStringLiteral("client-name")),
                                         {QStringLiteral("path-traversal"), QStringLiteral("file-names")});
        plan.target.endpoint.url.setHost(QStringLiteral("0.0.0.0"));
        plan.folders = {m_auditee.folder()};
        AuditResult result = run(plan);
        QCOMPARE(result.count(AuditOutcome::Unknown), 2);
        plan.sendsOddNames = true;
        plan.only = {QStringLiteral("path-traversal")};
        result = run(plan);
        QCOMPARE(findingOf(result, QStringLiteral("path-traversal")).outcome, AuditOutcome::Fail);
    }

private:
    support::Auditee m_auditee;
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
