// SPDX-License-Identifier: GPL-3.0-or-later
// What an audit may not take for seen: requests that a proxy keeps back, files of before, files that are on their way out.
#include "tests/experiment/audittest.h"
#include "tests/support/auditee.h"
#include "tests/support/nginxserver.h"
#include "tests/support/specimenserver.h"

#include <QDir>
#include <QTimer>

#include <algorithm>

using namespace experiment;

namespace {

constexpr auto pass = AuditOutcome::Pass, fail = AuditOutcome::Fail, unknown = AuditOutcome::Unknown;

} // namespace

Q_DECLARE_METATYPE(experiment::AuditOutcome)

class TestAuditSight final : public QObject, public AuditTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_auditee.start(), qPrintable(m_auditee.failure())); }

    // What is kept back by a proxy until it is whole says nothing of the service, which the proxy spares or not.
    void behindAProxy_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("isKept");
        QTest::addColumn<AuditOutcome>("outcome");
        const auto row = [](const char *check, const char *fault, bool isKept, AuditOutcome outcome) {
            QTest::addRow("%s, %s, %s", check, fault, isKept ? "kept" : "handed on")
                << QString::fromLatin1(check) << QString::fromLatin1(fault) << isKept << outcome;
        };
        row("limit-streaming", "buffers", true, unknown);
        row("limit-streaming", "buffers", false, fail);
        row("limit-streaming", "discards", true, unknown);
        row("limit-streaming", "discards", false, pass);
        row("part-headers", "part-headers", true, unknown);
        row("part-headers", "part-headers", false, fail);
        row("aborted-uploads", "abort-kept", true, unknown);
        row("aborted-uploads", "abort-kept", false, fail);
        row("aborted-uploads", "small-limit", false, pass); // keeps nothing
        row("slow-body", "small-limit", true, fail);
    }

    void behindAProxy()
    {
        QFETCH(const QString, check);
        QFETCH(const QString, fault);
        QFETCH(const bool, isKept);
        QFETCH(const AuditOutcome, outcome);
        using Bodies = support::NginxServer::Bodies;
        support::NginxServer proxy;
        QVERIFY2(proxy.startBefore(m_auditee.patientUrl(), isKept ? Bodies::Kept : Bodies::HandedOn),
                 qPrintable(proxy.failure()));
        AuditPlan plan = AuditTest::plan(proxy.url(QStringLiteral("/upload?fault=") + fault), {check});
        plan.watch.url = m_auditee.patientUrl();
        plan.folders = {m_auditee.temporary()};
        const AuditResult result = run(plan);
        COMPARE_OUTCOME(result, outcome);
        const QString evidence = result.findings.front().evidence;
        QVERIFY2(!isKept
                     || evidence.contains(outcome == unknown
                                              ? QStringLiteral("audit the service’s own address")
                                              : QStringLiteral("is something in front of the service")),
                 qPrintable(evidence));
    }

    // What nobody counts is not said to have been seen.
    void anotherServiceIsWatched()
    {
        AuditPlan plan = AuditTest::plan(m_auditee.patientUrl(QStringLiteral("buffers")),
                                         {QStringLiteral("limit-streaming")});
        support::SpecimenServer specimens;
        QVERIFY2(specimens.start(), qPrintable(specimens.failure()));
        plan.watch
            = AuditTest::plan(specimens.uploadUrl(QStringLiteral("body-limit"), QStringLiteral("cured")), {})
                  .watch;
        const AuditResult result = run(plan);
        COMPARE_OUTCOME(result, unknown);
        QVERIFY2(result.findings.front().evidence.contains(QStringLiteral("another process than the one")),
                 qPrintable(result.findings.front().evidence));
    }

    // What goes meanwhile is no file that an upload left, and hides none.
    void earlierFilesThatGoDoNotCount_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<AuditOutcome>("outcome");
        QTest::newRow("nothing left") << QString() << pass;
        QTest::newRow("left") << QStringLiteral("temp-left") << fail;
    }

    void earlierFilesThatGoDoNotCount()
    {
        QFETCH(const QString, fault);
        QFETCH(const AuditOutcome, outcome);
        QStringList earlier;
        for (int i = 0; i < 30; ++i)
            earlier += QStringLiteral("%1/earlier-%2").arg(m_auditee.temporary()).arg(i);
        for (const QString &name : earlier)
            QVERIFY(QFile(name).open(QIODevice::WriteOnly));
        // The check's own uploads have begun when there is a second one of a few bytes.
        const auto smallOnes = [this] {
            const auto files = QDir(m_auditee.store()).entryInfoList(QDir::Files);
            return std::ranges::count_if(files, [](const QFileInfo &file) { return file.size() < 1024; });
        };
        const auto before = smallOnes();
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&] {
            if (smallOnes() < before + 2)
                return;
            look.stop();
            for (const QString &name : earlier)
                QFile::remove(name);
        });
        look.start(5);
        AuditPlan plan = AuditTest::plan(m_auditee.url(fault), {QStringLiteral("temp-files")});
        plan.folders = {m_auditee.temporary()};
        plan.bounds.remains = std::chrono::seconds(1);
        const AuditResult result = run(plan);
        QVERIFY(!look.isActive());
        COMPARE_OUTCOME(result, outcome);
    }

    // Once those of the audit before are on their way out, too.
    void lateCleanUpTwice()
    {
        for (int i = 0; i < 2; ++i) {
            AuditPlan plan
                = AuditTest::plan(m_auditee.url(QStringLiteral("temp-late")), {QStringLiteral("temp-files")});
            plan.folders = {m_auditee.temporary()};
            const AuditResult result = run(plan);
            COMPARE_OUTCOME(result, pass);
        }
    }

    void lateCleanUpIsWaitedForAsLongAsIsSaid()
    {
        AuditPlan plan
            = AuditTest::plan(m_auditee.url(QStringLiteral("temp-left")), {QStringLiteral("temp-files")});
        plan.folders = {m_auditee.temporary()};
        plan.bounds.remains = std::chrono::seconds(1);
        const AuditResult result = run(plan);
        COMPARE_OUTCOME(result, fail);
        const QString evidence = result.findings.front().evidence;
        QVERIFY2(evidence.startsWith(QStringLiteral("1.")) && evidence.contains(m_auditee.temporary()),
                 qPrintable(evidence));
    }

private:
    support::Auditee m_auditee;
};

QTEST_GUILESS_MAIN(TestAuditSight)
#include "tst_auditsight.moc"
