// SPDX-License-Identifier: GPL-3.0-or-later
// Every check of an audit on a server made to fail it, on one made to pass it, and where it cannot know.
#include "core/experiment/auditcheck.h"
#include "core/experiment/auditsetting.h"
#include "tests/experiment/audittest.h"
#include "tests/support/auditee.h"
#include "tests/support/faultyserver.h"
#include "tests/support/nginxserver.h"
#include "tests/support/specimenserver.h"
#include "tests/support/testcertificates.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace experiment;

namespace {

constexpr auto pass = AuditOutcome::Pass, fail = AuditOutcome::Fail, unknown = AuditOutcome::Unknown;

/// Where the auditee's own files are looked at.
enum class Disk { None, Store, Temporary, All };

} // namespace

Q_DECLARE_METATYPE(Disk)
Q_DECLARE_METATYPE(experiment::AuditOutcome)

class TestAuditChecks final : public QObject, public AuditTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_auditee.start(), qPrintable(m_auditee.failure()));
        QVERIFY2(m_specimens.start(), qPrintable(m_specimens.failure()));
        QVERIFY2(m_nginx.start(), qPrintable(m_nginx.failure()));
    }

    void auditee_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<Disk>("disk");
        QTest::addColumn<AuditOutcome>("outcome");
        const auto row = [](const char *check, const char *fault, Disk disk, AuditOutcome outcome) {
            QTest::addRow("%s, %s", check, *fault ? fault : "good")
                << QString::fromLatin1(check) << QString::fromLatin1(fault) << disk << outcome;
        };
        row("body-limit", "", Disk::None, pass);
        row("body-limit", "no-limit", Disk::None, fail);
        row("body-limit", "limit-400", Disk::None, pass);
        row("body-limit", "limit-500", Disk::None, fail); // it breaks
        row("body-limit", "reset", Disk::None, unknown);
        row("body-limit", "slow-reader", Disk::None, unknown); // it is time that is limited
        row("body-limit", "slow-limit", Disk::None, pass);
        row("body-limit", "see-other", Disk::None, pass); // a redirect to its page says that a form was taken
        row("body-limit", "see-why", Disk::None, unknown); // to another one, nothing
        row("limit-answer", "", Disk::None, pass);
        row("limit-answer", "reset", Disk::None, fail);
        row("limit-answer", "limit-400", Disk::None, fail);
        row("limit-answer", "limit-500", Disk::None, unknown); // there is no limit to be judged
        row("limit-answer", "no-limit", Disk::None, unknown);
        row("limit-answer", "slow-reader", Disk::None, unknown);
        row("limit-chunked", "", Disk::None, pass);
        row("limit-chunked", "believes", Disk::None, fail);
        row("limit-chunked", "no-limit", Disk::None, unknown);
        row("limit-chunked", "chunked-500", Disk::None, fail);
        row("limit-streaming", "", Disk::None, pass);
        row("limit-streaming", "no-limit", Disk::None, unknown);
        row("path-traversal", "", Disk::All, pass);
        row("path-traversal", "client-name", Disk::All, fail);
        row("path-traversal", "", Disk::None, unknown);
        row("path-traversal", "see-other", Disk::All, pass);
        row("path-traversal", "see-other", Disk::None, unknown); // a redirect refuses nothing
        row("path-traversal", "by-letter", Disk::All, pass);
        row("path-traversal", "by-hash", Disk::All, pass);
        row("path-traversal", "by-date", Disk::All, pass);
        row("path-traversal", "by-hash-trusting", Disk::All, fail);
        row("file-names", "", Disk::None, pass);
        row("file-names", "name-errors", Disk::None, fail);
        row("temp-files", "", Disk::Temporary, pass);
        row("temp-files", "temp-left", Disk::Temporary, fail);
        row("temp-files", "", Disk::None, unknown);
        row("temp-files", "temp-late", Disk::Temporary, pass);
        row("temp-files", "temp-each", Disk::Temporary, unknown);
        row("aborted-uploads", "", Disk::Temporary, pass);
        row("aborted-uploads", "", Disk::None, unknown); // files are not watched
        row("aborted-uploads", "abort-left", Disk::Temporary, fail);
        row("aborted-uploads", "abort-left", Disk::None, unknown);
        row("aborted-uploads", "abort-kept", Disk::Temporary, fail);
        row("slow-body", "", Disk::None, pass);
        row("boundary", "", Disk::None, pass);
        row("boundary", "lenient", Disk::None, fail);
        for (const char *form : {"boundary", "many-parts", "part-headers", "content-length", "field-missing"})
            row(form, "see-why", Disk::None, unknown); // why it was refused may be what that page says
        row("many-parts", "", Disk::None, pass);
        row("many-parts", "many-parts", Disk::None, fail);
        row("many-parts", "small-limit", Disk::None, unknown);
        row("part-headers", "", Disk::None, pass);
        row("part-headers", "small-limit", Disk::None, unknown);
        row("content-length", "", Disk::None, pass);
        row("content-length", "lenient", Disk::None, fail);
        row("field-missing", "", Disk::None, pass);
        row("field-missing", "lenient", Disk::None, fail);
        row("empty-file", "", Disk::None, pass);
        row("empty-file", "empty", Disk::None, fail);
        row("duplicate-field", "", Disk::Store, pass);
        row("duplicate-field", "last-wins", Disk::Store, fail);
        row("duplicate-field", "", Disk::None, unknown);
        row("keep-alive", "", Disk::None, pass);
        for (const char *check :
             {"file-names", "boundary", "content-length", "field-missing", "empty-file", "keep-alive"})
            row(check, "busy", Disk::None, pass); // 503 is not about what was sent
        row("keep-alive", "lenient", Disk::None, unknown); // nothing is refused
        row("tls", "", Disk::None, unknown); // it is http
    }

    void auditee()
    {
        QFETCH(const QString, check);
        QFETCH(const QString, fault);
        QFETCH(const Disk, disk);
        QFETCH(const AuditOutcome, outcome);
        AuditPlan plan = AuditTest::plan(m_auditee.url(fault), {check});
        plan.folders = foldersOf(disk);
        const AuditResult result = run(plan);
        QCOMPARE(result.end, AuditEnd::Whole);
        COMPARE_OUTCOME(result, outcome);
        QVERIFY(!result.findings.front().evidence.isEmpty());
        QVERIFY(result.requests <= plan.bounds.requests && result.bytes <= plan.bounds.bytes);
        // A folder "...." leads nowhere else.
        QVERIFY(!result.findings.front().evidence.contains(QStringLiteral("dots-")));
    }

    void catalogueIsWhole()
    {
        QStringList ids;
        for (const AuditCheck &check : auditChecks()) {
            ids += QString::fromLatin1(check.id);
            QCOMPARE(findAuditCheck(ids.last()), &check);
            for (const char *text : {check.title, check.why, check.fix, check.reference})
                QVERIFY2(*text, check.id);
        }
        QCOMPARE(ids.removeDuplicates(), 0);
        QVERIFY(!findAuditCheck(QStringLiteral("none")));
    }

    // A server that gives requests a few seconds would let go meanwhile.
    void refusedInMemory_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("isWatched");
        QTest::addColumn<AuditOutcome>("outcome");
        QTest::newRow("held in memory") << QStringLiteral("buffers") << true << fail;
        QTest::newRow("read and thrown away") << QStringLiteral("discards") << true << pass;
        QTest::newRow("held, and nobody sees it") << QStringLiteral("buffers") << false << unknown;
    }

    void refusedInMemory()
    {
        QFETCH(const QString, fault);
        QFETCH(const bool, isWatched);
        QFETCH(const AuditOutcome, outcome);
        AuditPlan plan = AuditTest::plan(m_auditee.patientUrl(fault), {QStringLiteral("limit-streaming")});
        if (!isWatched)
            plan.watch.url = m_nginx.url();
        const AuditResult result = run(plan);
        COMPARE_OUTCOME(result, outcome);
    }

    // A limit of requests leaves nothing to be told of what is wrong with them.
    void unknownWhereLessIsAskedFor()
    {
        support::FaultyServer server;
        QVERIFY2(server.start(), qPrintable(server.failure()));
        const QStringList checks{QStringLiteral("file-names"),    QStringLiteral("slow-body"),
                                 QStringLiteral("boundary"),      QStringLiteral("content-length"),
                                 QStringLiteral("field-missing"), QStringLiteral("empty-file")};
        const AuditResult result
            = run(AuditTest::plan(server.url(QStringLiteral("/limit?quota=1&ms=600000&code=429")), checks));
        QCOMPARE(result.findings.size(), static_cast<size_t>(checks.size()));
        for (const AuditFinding &finding : result.findings)
            QVERIFY2(finding.outcome == unknown, qPrintable(finding.id + u' ' + finding.evidence));
    }

    void abortedUploadsAreSeenByWhoWatches()
    {
        AuditPlan plan = AuditTest::plan(m_auditee.url(), {QStringLiteral("aborted-uploads")});
        plan.watch.url = m_nginx.url();
        const AuditResult blind = run(plan);
        COMPARE_OUTCOME(blind, unknown);
        plan.pid = m_auditee.pid();
        QString evidence;
        // The first uploads make a process grow for its own needs, and then that is what is said.
        for (int attempt = 0; attempt < 5; ++attempt) {
            const AuditResult ofProcess = run(plan);
            COMPARE_OUTCOME(ofProcess, unknown);
            evidence = ofProcess.findings.front().evidence;
            if (!evidence.contains(QStringLiteral("garbage may be part of it")))
                break;
        }
        QVERIFY2(evidence.contains(QStringLiteral("descriptors"))
                     && evidence.endsWith(QStringLiteral("/debug/pprof/), files")
                                          + markOf(AuditSetting::TemporaryFolder)),
                 qPrintable(evidence));
        plan.folders = {m_auditee.temporary()};
        const AuditResult ofAll = run(plan);
        COMPARE_OUTCOME(ofAll, unknown); // what a process holds is not told from what it had before
    }

    // Of a process alone, garbage cannot be told from what is kept: it is not passed, and not accused.
    void abortedUploadsThatAreKeptByAProcess()
    {
        AuditPlan plan = AuditTest::plan(m_auditee.url(QStringLiteral("abort-kept")),
                                         {QStringLiteral("aborted-uploads")});
        plan.watch.url = m_nginx.url();
        plan.pid = m_auditee.pid();
        plan.folders = {m_auditee.temporary()};
        const AuditResult result = run(plan);
        COMPARE_OUTCOME(result, unknown);
        QVERIFY2(result.findings.front().evidence.contains(QStringLiteral("of the process’s memory")),
                 qPrintable(result.findings.front().evidence));
    }

    void hugeHeaderInMemory()
    {
        AuditPlan plan = AuditTest::plan(m_auditee.patientUrl(QStringLiteral("no-limit")),
                                         {QStringLiteral("part-headers")});
        const AuditResult watched = run(plan);
        COMPARE_OUTCOME(watched, fail); // Go 1.19 takes headers of any size
        plan.watch.url = m_nginx.url();
        const AuditResult unwatched = run(plan);
        COMPARE_OUTCOME(unwatched, unknown);
    }

    // It is smaller than any body that would be refused for its size.
    void hugeHeaderWithinTheLimit()
    {
        const AuditResult result = run(AuditTest::plan(m_auditee.patientUrl(QStringLiteral("part-headers")),
                                                       {QStringLiteral("part-headers")}));
        COMPARE_OUTCOME(result, fail);
        QVERIFY2(result.findings.front().evidence.contains(QStringLiteral("201")),
                 qPrintable(result.findings.front().evidence));
    }

    // Not held, as far as can be seen, and not refused either: that is no pass.
    void hugeHeaderThatIsTaken()
    {
        const AuditResult result = run(AuditTest::plan(m_auditee.patientUrl(QStringLiteral("lenient")),
                                                       {QStringLiteral("part-headers")}));
        COMPARE_OUTCOME(result, unknown);
        QVERIFY2(result.findings.front().evidence.contains(QStringLiteral("it was taken, and")),
                 qPrintable(result.findings.front().evidence));
    }

    void slowBodyIsWaitedForForEver()
    {
        const AuditResult result
            = run(AuditTest::plan(m_auditee.patientUrl(), {QStringLiteral("slow-body")}));
        COMPARE_OUTCOME(result, fail);
        QVERIFY(result.findings.front().evidence.contains(QStringLiteral("still waited for")));
    }

    void timeBetweenTwoReadsAlone()
    {
        const AuditResult result = run(AuditTest::plan(m_auditee.rawUrl(), {QStringLiteral("slow-body")}));
        COMPARE_OUTCOME(result, fail);
        const QString evidence = result.findings.front().evidence;
        QVERIFY2(evidence.contains(QStringLiteral("stopped after its first bytes was given up"))
                     && evidence.contains(QStringLiteral("time is limited between two reads only")),
                 qPrintable(evidence));
    }

    void serverThatCannotCount()
    {
        for (const char *check : {"keep-alive", "content-length"}) {
            const AuditResult result = run(AuditTest::plan(m_auditee.rawUrl(), {QString::fromLatin1(check)}));
            COMPARE_OUTCOME(result, fail);
        }
    }

    void specimens_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("specimen");
        for (const auto &[check, specimen] :
             {std::pair("body-limit", "body-limit"), std::pair("path-traversal", "path-traversal"),
              std::pair("temp-files", "temp-files"), std::pair("aborted-uploads", "abort-only")})
            QTest::newRow(specimen) << QString::fromLatin1(check) << QString::fromLatin1(specimen);
    }

    void specimens()
    {
        QFETCH(const QString, check);
        QFETCH(const QString, specimen);
        const QJsonObject line = QJsonDocument::fromJson(m_specimens.line()).object();
        const bool isStore = check == QLatin1StringView("path-traversal");
        const QString folder
            = line.value(isStore ? QStringLiteral("store") : QStringLiteral("tmp")).toString();
        QVERIFY(!folder.isEmpty());
        for (const auto &[form, outcome] : {std::pair("leaking", fail), std::pair("cured", pass)}) {
            AuditPlan plan
                = AuditTest::plan(m_specimens.uploadUrl(specimen, QString::fromLatin1(form)), {check});
            plan.folders = {folder};
            const AuditResult result = run(plan);
            COMPARE_OUTCOME(result, outcome);
        }
    }

    void limitOfNginx()
    {
        const AuditResult result = run(AuditTest::plan(
            m_nginx.url(),
            {QStringLiteral("body-limit"), QStringLiteral("limit-answer"), QStringLiteral("limit-chunked")}));
        QCOMPARE(result.count(pass), 3);
        const QString evidence = findingOf(result, QStringLiteral("body-limit")).evidence;
        QVERIFY2(evidence.startsWith(QStringLiteral("a body of 1.00 MiB was taken, one of 1.")),
                 qPrintable(evidence));
        const QString answer = findingOf(result, QStringLiteral("limit-answer")).evidence;
        QVERIFY2(answer.contains(QStringLiteral("413 was read in 3 of 3")), qPrintable(answer));
    }

    void limitOfNginxOverTls()
    {
        const support::TestCertificates certificates;
        const support::TestCertificates::Pair pair = certificates.server();
        support::NginxServer nginx;
        QVERIFY2(nginx.startTls({.certificate = pair.certificate, .key = pair.key}),
                 qPrintable(nginx.failure()));
        AuditPlan plan = AuditTest::plan(nginx.url(),
                                         {QStringLiteral("body-limit"), QStringLiteral("limit-answer"),
                                          QStringLiteral("limit-chunked"), QStringLiteral("limit-streaming"),
                                          QStringLiteral("content-length")});
        plan.target.endpoint.transport.caFile = certificates.authority().certificate;
        const AuditResult result = run(plan);
        for (const AuditFinding &finding : result.findings) {
            const bool isForms = finding.id == QLatin1StringView("content-length"); // nginx looks into none
            QVERIFY2(finding.outcome == (isForms ? fail : pass),
                     qPrintable(finding.id + u' ' + finding.evidence));
        }
        QCOMPARE(result.findings.size(), size_t(5));
    }

    void tlsOfNginx_data()
    {
        QTest::addColumn<QString>("versions");
        QTest::addColumn<bool>("isTrusted");
        QTest::addColumn<AuditOutcome>("outcome");
        QTest::addColumn<QString>("told");
        QTest::newRow("new and trusted") << QStringLiteral("TLSv1.2 TLSv1.3") << true << pass
                                         << QStringLiteral("refuses versions before 1.2");
        QTest::newRow("old ones, too") << QStringLiteral("TLSv1 TLSv1.1 TLSv1.2") << true << fail
                                       << QStringLiteral("it accepts TLS 1.1");
        QTest::newRow("only 1.0") << QStringLiteral("TLSv1 TLSv1.2") << true << fail
                                  << QStringLiteral("it accepts TLS 1.0");
        QTest::newRow("nobody vouches for it")
            << QStringLiteral("TLSv1.2 TLSv1.3") << false << fail << QStringLiteral("Authority of the tests");
    }

    void tlsOfNginx()
    {
        QFETCH(const QString, versions);
        QFETCH(const bool, isTrusted);
        QFETCH(const AuditOutcome, outcome);
        QFETCH(const QString, told);
        const support::TestCertificates certificates;
        const support::TestCertificates::Pair pair = certificates.server();
        support::NginxServer nginx;
        QVERIFY2(nginx.startTls({.certificate = pair.certificate, .key = pair.key, .versions = versions}),
                 qPrintable(nginx.failure()));
        AuditPlan plan = AuditTest::plan(nginx.url(), {QStringLiteral("tls")});
        if (isTrusted)
            plan.target.endpoint.transport.caFile = certificates.authority().certificate;
        else // or there would be no audit at all
            plan.target.endpoint.transport.verifyTls = false;
        const AuditResult result = run(plan);
        COMPARE_OUTCOME(result, outcome);
        QVERIFY2(result.findings.front().evidence.contains(told),
                 qPrintable(result.findings.front().evidence));
    }

private:
    [[nodiscard]] QStringList foldersOf(Disk disk) const
    {
        switch (disk) {
        case Disk::Store:
            return {m_auditee.store()};
        case Disk::Temporary:
            return {m_auditee.temporary()};
        case Disk::All:
            return {m_auditee.folder()};
        case Disk::None:
            break;
        }
        return {};
    }

    support::Auditee m_auditee;
    support::SpecimenServer m_specimens;
    support::NginxServer m_nginx;
};

QTEST_GUILESS_MAIN(TestAuditChecks)
#include "tst_auditchecks.moc"
