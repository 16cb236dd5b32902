// SPDX-License-Identifier: GPL-3.0-or-later
// An audit in every format, with a server's text that would like to be something else.
#include "core/experiment/auditcheck.h"
#include "core/experiment/auditsetting.h"
#include "core/report/auditreference.h"
#include "core/report/auditreport.h"
#include "core/report/auditwording.h"
#include "core/report/runhead.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

using namespace experiment;

namespace {

const QString hostile
    = QStringLiteral("400 (“</td><script>x()</script>|`\x1b[31m”) of http://ada:hunter2@host/?token=s3cr3t");

AuditResult sample()
{
    AuditResult result;
    result.plan.target.endpoint.url = QUrl(QStringLiteral("http://ada:hunter2@127.0.0.1:8080/upload"));
    result.plan.token = QStringLiteral("abc123");
    result.startedMs = 1'700'000'000'000;
    result.took = std::chrono::milliseconds(12'500);
    result.requests = 61;
    result.bytes = 3 * 1024 * 1024;
    for (const AuditCheck &check : auditChecks()) {
        const auto number = static_cast<int>(result.findings.size());
        const AuditOutcome outcome = number == 4 ? AuditOutcome::Fail
            : number % 3 == 0                    ? AuditOutcome::Unknown
                                                 : AuditOutcome::Pass;
        result.findings.push_back(
            {QString::fromLatin1(check.id), outcome, hostile, std::chrono::milliseconds(250)});
    }
    return result;
}

AuditResult unusable()
{
    AuditResult result = sample();
    result.end = AuditEnd::Unusable;
    result.error
        = {base::ErrorKind::HttpStatus, QStringLiteral("a small, right upload is not taken: 403"), 403, {}};
    for (AuditFinding &finding : result.findings)
        finding.outcome = AuditOutcome::Unknown;
    return result;
}

/// How often an element occurs; -1: it is not well-formed.
int countOf(const QByteArray &document, const char *element)
{
    QXmlStreamReader xml(document);
    int count = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1StringView(element))
            ++count;
    }
    return xml.hasError() ? -1 : count;
}

} // namespace

class TestAuditReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentence()
    {
        AuditResult result = sample();
        QCOMPARE(report::auditSentence(result),
                 QStringLiteral("1 of 18 checks failed; 6 could not be decided"));
        result.findings[4].outcome = AuditOutcome::Pass;
        QCOMPARE(report::auditSentence(result),
                 QStringLiteral("No check failed; 6 of 18 could not be decided"));
        result.end = AuditEnd::Cancelled;
        QVERIFY(report::auditSentence(result).endsWith(QStringLiteral("; the audit was stopped")));
        QVERIFY(report::auditSentence(unusable())
                    .startsWith(QStringLiteral("Not audited: a small, right upload")));
        result = sample();
        for (AuditFinding &finding : result.findings)
            finding.outcome = AuditOutcome::Unknown;
        QCOMPARE(report::auditSentence(result), QStringLiteral("None of 18 checks could be decided"));
    }

    void overall_data()
    {
        QTest::addColumn<AuditEnd>("end");
        QTest::addColumn<AuditOutcome>("worst"); // of all its checks
        QTest::addColumn<AuditOutcome>("overall");
        QTest::addColumn<QString>("kept"); // in the list of runs
        const auto row
            = [](const char *name, AuditEnd end, AuditOutcome worst, AuditOutcome overall, const char *kept) {
                  QTest::newRow(name) << end << worst << overall << QString::fromLatin1(kept);
              };
        row("failed", AuditEnd::Whole, AuditOutcome::Fail, AuditOutcome::Fail, "failed");
        row("passed", AuditEnd::Whole, AuditOutcome::Pass, AuditOutcome::Pass, "passed");
        row("nothing decided", AuditEnd::Whole, AuditOutcome::Unknown, AuditOutcome::Unknown, "unknown");
        row("stopped", AuditEnd::Cancelled, AuditOutcome::Pass, AuditOutcome::Unknown, "unknown");
        row("stopped after a failure", AuditEnd::Cancelled, AuditOutcome::Fail, AuditOutcome::Fail, "failed");
        row("the server is gone", AuditEnd::Gone, AuditOutcome::Pass, AuditOutcome::Unknown, "unknown");
    }

    // One verdict, whoever tells it: report, list of runs, window, exit code.
    void overall()
    {
        QFETCH(AuditEnd, end);
        QFETCH(AuditOutcome, worst);
        QFETCH(AuditOutcome, overall);
        AuditResult result = sample();
        result.end = end;
        for (AuditFinding &finding : result.findings)
            finding.outcome = worst == AuditOutcome::Unknown ? worst : AuditOutcome::Pass;
        result.findings.front().outcome = worst;
        QCOMPARE(report::overallOutcome(result), overall);
        QCOMPARE(report::auditPaper(result).badges, QList<report::Badge>{report::badgeOf(overall)});
        const QJsonObject json = QJsonDocument::fromJson(report::auditToJson(result)).object();
        QTEST(report::runHead(json).verdict, "kept");
    }

    void failedOnesComeFirst()
    {
        const std::vector<report::AuditRow> rows = report::auditRows(sample());
        QCOMPARE(rows.size(), size_t(18));
        QCOMPARE(rows.front().outcome, AuditOutcome::Fail);
        QCOMPARE(rows[1].outcome, AuditOutcome::Unknown);
        QCOMPARE(rows.back().outcome, AuditOutcome::Pass);
    }

    void evidenceSaysHowToSetWhatItNames_data()
    {
        QTest::addColumn<AuditSetting>("setting");
        QTest::addColumn<QString>("option"); // at a terminal, and in reports
        QTest::addColumn<QString>("field"); // in the window
        const auto row = [](const char *name, AuditSetting setting, const char *option, const char *field) {
            QTest::newRow(name) << setting << QString::fromUtf8(option) << QString::fromUtf8(field);
        };
        row("temporary folder", AuditSetting::TemporaryFolder, " (--disk)", " (see “Server's folder”)");
        row("store", AuditSetting::Store, " (--disk, of the folder where files are stored)",
            " (see “Server's folder”)");
        row("largest body", AuditSetting::LargestBody, " (--max-body)", " (see “Largest body”)");
        row("slow bodies", AuditSetting::SlowBodies, " (--slow-for)", "");
        row("metrics", AuditSetting::Metrics, " (--watch, --pid)", " (say above where its metrics are)");
        row("process", AuditSetting::Process, " (--pid)", "");
        row("odd names", AuditSetting::OddNames,
            " (--odd-names tries it all the same, with harmless content)", "");
    }

    void evidenceSaysHowToSetWhatItNames()
    {
        QFETCH(const AuditSetting, setting);
        QFETCH(const QString, option);
        QFETCH(const QString, field);
        AuditResult result = sample();
        result.findings.front().evidence = QStringLiteral("1 was seen%1, 2 not").arg(markOf(setting));
        const QString said = QStringLiteral("1 was seen%1, 2 not.");
        const auto shown = [&result](report::Surface surface) {
            return report::auditRow(result.findings.front(), surface)->evidence;
        };
        QCOMPARE(shown(report::Surface::Terminal), said.arg(option));
        QCOMPARE(shown(report::Surface::Window), said.arg(field));
        for (const report::Format format : {report::Format::Json, report::Format::Markdown}) {
            const QByteArray document = report::renderAudit(result, format);
            QVERIFY2(!document.contains("{set:"), document.constData());
        }
    }

    // Whatever a server says of options stays as it is.
    void otherWordsAreLeftAlone()
    {
        const AuditFinding finding{
            QStringLiteral("tls"), AuditOutcome::Unknown, QStringLiteral("200 (“try --disk”)"), {}};
        QCOMPARE(report::auditRow(finding, report::Surface::Window)->evidence,
                 QStringLiteral("200 (“try --disk”)."));
    }

    void boundsAreTold()
    {
        const QString conditions = report::auditConditions(sample()).join(u'\n');
        for (const char *told : {"64.0 MiB a request", "1.00 GiB", "500 requests", "61 requests",
                                 "3.00 MiB of bodies", "tidemark-audit-abc123", "memory was not watched"})
            QVERIFY2(conditions.contains(QString::fromLatin1(told)), qPrintable(conditions));
    }

    void secretsStayOut()
    {
        for (const report::Format format : report::allFormats) {
            const QByteArray document = report::renderAudit(sample(), format);
            for (const char *secret : {"hunter2", "s3cr3t", "\x1b"})
                QVERIFY2(!document.contains(secret), secret);
        }
    }

    void jsonIsTheContract()
    {
        const QJsonObject json = QJsonDocument::fromJson(report::auditToJson(sample())).object();
        QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("tidemark.audit/1"));
        QCOMPARE(json[QStringLiteral("command")].toString(), QStringLiteral("audit"));
        QCOMPARE(json[QStringLiteral("failed")].toInt(), 1);
        const QJsonArray checks = json[QStringLiteral("checks")].toArray();
        QCOMPARE(checks.size(), 18);
        for (qsizetype i = 0; i < checks.size(); ++i) {
            const QJsonObject check = checks[i].toObject();
            QCOMPARE(check[QStringLiteral("id")].toString(),
                     QString::fromLatin1(auditChecks()[static_cast<size_t>(i)].id));
            for (const char *key : {"title", "outcome", "evidence", "fix", "why", "reference"})
                QVERIFY2(!check[QLatin1StringView(key)].toString().isEmpty(), key);
        }
        QCOMPARE(checks[4].toObject()[QStringLiteral("outcome")].toString(), QStringLiteral("fail"));
        QCOMPARE(checks[0].toObject()[QStringLiteral("outcome")].toString(), QStringLiteral("unknown"));
        QCOMPARE(json[QStringLiteral("bounds")].toObject()[QStringLiteral("requests")].toInt(), 500);
        QVERIFY(!json.contains(QStringLiteral("error")));
        const QJsonObject none = QJsonDocument::fromJson(report::auditToJson(unusable())).object();
        QCOMPARE(none[QStringLiteral("error")].toObject()[QStringLiteral("kind")].toString(),
                 QStringLiteral("http-status"));
    }

    void junitHasACaseForEach()
    {
        const QByteArray document = report::auditToJUnit(sample());
        QCOMPARE(countOf(document, "testcase"), 18);
        QCOMPARE(countOf(document, "failure"), 1);
        QCOMPARE(countOf(document, "skipped"), 6);
        QCOMPARE(countOf(document, "error"), 0);
        QVERIFY(document.contains("tests=\"18\" failures=\"1\" errors=\"0\" skipped=\"6\""));
        const QByteArray none = report::auditToJUnit(unusable());
        QCOMPARE(countOf(none, "testcase"), 19);
        QCOMPARE(countOf(none, "error"), 1);
    }

    void markdownStaysATable()
    {
        const QString text = QString::fromUtf8(report::renderAudit(sample(), report::Format::Markdown));
        QVERIFY(text.startsWith(QStringLiteral("### 1 of 18 checks failed")));
        int rows = 0;
        for (const QString &line : text.split(u'\n')) {
            if (!line.startsWith(u'|'))
                continue;
            ++rows;
            QString cells = line;
            cells.remove(QStringLiteral("\\|"));
            QCOMPARE(cells.count(u'|'), 4);
        }
        QCOMPARE(rows, 20);
        QVERIFY(!text.contains(QStringLiteral("<script>")));
    }

    void references_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QStringList>("addresses");
        QTest::newRow("weakness, OWASP, section")
            << QStringLiteral("body-limit")
            << QStringList{QStringLiteral("CWE-770"), QStringLiteral("OWASP API4:2023"),
                           QStringLiteral("RFC 9110 section 15.5.14")}
            << QStringList{QStringLiteral("https://cwe.mitre.org/data/definitions/770.html"),
                           QStringLiteral("https://owasp.org/API-Security/editions/2023/en/"
                                          "0xa4-unrestricted-resource-consumption/"),
                           QStringLiteral("https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.14")};
        QTest::newRow("the first of several sections")
            << QStringLiteral("content-length")
            << QStringList{QStringLiteral("CWE-444"), QStringLiteral("RFC 9112 sections 6.3 and 8")}
            << QStringList{QStringLiteral("https://cwe.mitre.org/data/definitions/444.html"),
                           QStringLiteral("https://www.rfc-editor.org/rfc/rfc9112.html#section-6.3")};
        QTest::newRow("what has no address")
            << QStringLiteral("slow-body")
            << QStringList{QStringLiteral("CWE-400"), QStringLiteral("CWE-772"),
                           QStringLiteral("OWASP: slow HTTP attacks (R-U-Dead-Yet)")}
            << QStringList{QStringLiteral("https://cwe.mitre.org/data/definitions/400.html"),
                           QStringLiteral("https://cwe.mitre.org/data/definitions/772.html"), QString()};
        QTest::newRow("a vulnerability")
            << QStringLiteral("many-parts")
            << QStringList{QStringLiteral("CWE-770"), QStringLiteral("CVE-2023-24998"),
                           QStringLiteral("CVE-2022-41725")}
            << QStringList{QStringLiteral("https://cwe.mitre.org/data/definitions/770.html"),
                           QStringLiteral("https://nvd.nist.gov/vuln/detail/CVE-2023-24998"),
                           QStringLiteral("https://nvd.nist.gov/vuln/detail/CVE-2022-41725")};
        QTest::newRow("a whole RFC")
            << QStringLiteral("tls")
            << QStringList{QStringLiteral("RFC 8996"), QStringLiteral("RFC 9325"), QStringLiteral("CWE-295"),
                           QStringLiteral("CWE-326")}
            << QStringList{QStringLiteral("https://www.rfc-editor.org/rfc/rfc8996.html"),
                           QStringLiteral("https://www.rfc-editor.org/rfc/rfc9325.html"),
                           QStringLiteral("https://cwe.mitre.org/data/definitions/295.html"),
                           QStringLiteral("https://cwe.mitre.org/data/definitions/326.html")};
    }

    void references()
    {
        QFETCH(QString, id);
        QStringList texts, addresses;
        for (const report::AuditReference &reference : report::auditReferences(*findAuditCheck(id))) {
            texts += reference.text;
            addresses += reference.url.toString();
        }
        QTEST(texts, "texts");
        QTEST(addresses, "addresses");
    }

    void allButOneReferenceCanBeRead()
    {
        QStringList unread;
        for (const AuditCheck &check : auditChecks()) {
            for (const report::AuditReference &reference : report::auditReferences(check)) {
                if (!reference.url.isValid())
                    unread += reference.text;
            }
        }
        QCOMPARE(unread, QStringList{QStringLiteral("OWASP: slow HTTP attacks (R-U-Dead-Yet)")});
    }

    void htmlStaysADocument()
    {
        const QByteArray document = report::auditToHtml(sample());
        QCOMPARE(countOf(document, "script"), 0);
        QCOMPARE(countOf(document, "h1"), 1);
        QCOMPARE(countOf(document, "tr"), 19);
        QVERIFY(document.contains("CWE-22"));
    }
};

QTEST_GUILESS_MAIN(TestAuditReport)
#include "tst_auditreport.moc"
