// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/auditcommand.h"
#include "app/tidemark-cli/outcome.h"
#include "app/tidemark-cli/sweepcommand.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cli;
using base::ErrorKind;
using transfer::UploadState;

namespace {

/// One word per upload: "done", "cancelled", or the key of the error it failed with.
session::SessionSnapshot snapshotOf(const QString &words)
{
    session::SessionSnapshot snapshot;
    for (const QString &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        transfer::UploadRecord record;
        record.state = UploadState::Failed;
        if (word == QLatin1StringView("done")) {
            record.state = UploadState::Done;
            ++snapshot.totals.done;
        } else if (word == QLatin1StringView("cancelled")) {
            record.state = UploadState::Cancelled;
            ++snapshot.totals.cancelled;
        } else {
            ++snapshot.totals.failed;
            const auto kinds = QMetaEnum::fromType<ErrorKind>();
            for (int i = 0; i < kinds.keyCount(); ++i) {
                const auto kind = static_cast<ErrorKind>(kinds.value(i));
                if (base::toKey(kind) == word)
                    record.error = {kind, QStringLiteral("because of ") + word, 0, {}};
            }
            Q_ASSERT(record.error.kind != ErrorKind::None);
        }
        snapshot.uploads.append(record);
        ++snapshot.totals.files;
    }
    return snapshot;
}

metrics::DiscoveryReport missesOf(const QList<ErrorKind> &kinds)
{
    metrics::DiscoveryReport report;
    for (const ErrorKind kind : kinds)
        report.misses.append({QUrl(QStringLiteral("http://h/%1").arg(report.misses.size())),
                              {kind, QStringLiteral("why ") + base::toKey(kind), 0, {}}});
    return report;
}

} // namespace

class TestOutcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitCodeOfSweeps_data();
    void exitCodeOfSweeps();
    void exitCodeOfAudits_data();
    void exitCodeOfAudits();
    void exitCodeOfUploads_data();
    void exitCodeOfUploads();
    void exitCodeOfAlerts();
    void unreachableServerIsSaidOnce();
    void missingMetricsListWhatWasTried();
    void errorJoinsTheDocument();
    void documentsHoldNoSecret();
};

void TestOutcome::documentsHoldNoSecret()
{
    const base::Error error{ErrorKind::ProxyFailed, QStringLiteral("no way by http://u:hush@h"), 0,
                            QStringLiteral("http://h/?token=hush")};
    for (const QByteArray &document :
         {withError("{}", error), errorDocument(QStringLiteral("upload"), error)})
        QVERIFY2(document.contains("http://h") && !document.contains("hush"), document.constData());
}

void TestOutcome::exitCodeOfUploads_data()
{
    QTest::addColumn<QString>("uploads");
    QTest::addColumn<bool>("failOnFailed");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("failure"); // Key of the error of the whole run; empty: none.

    QTest::newRow("all done") << QStringLiteral("done done") << true << 0 << QString();
    QTest::newRow("one refused") << QStringLiteral("done http-status") << true << 1 << QString();
    QTest::newRow("one refused, not asked for")
        << QStringLiteral("done http-status") << false << 0 << QString();
    QTest::newRow("one unreadable") << QStringLiteral("done file-unreadable") << true << 1 << QString();
    QTest::newRow("one file changed") << QStringLiteral("file-changed") << true << 1 << QString();
    QTest::newRow("all reset") << QStringLiteral("connection-reset connection-reset") << true << 1
                               << QString();
    QTest::newRow("nothing to upload") << QString() << true << 3 << QStringLiteral("not-found");
    QTest::newRow("none readable") << QStringLiteral("file-missing not-a-file file-unreadable") << true << 3
                                   << QStringLiteral("file-unreadable");
    QTest::newRow("none readable, not asked for")
        << QStringLiteral("file-missing") << false << 3 << QStringLiteral("file-unreadable");
    QTest::newRow("server down") << QStringLiteral("connection-refused connection-refused") << true << 3
                                 << QStringLiteral("connection-refused");
    QTest::newRow("unknown host") << QStringLiteral("host-not-found") << true << 3
                                  << QStringLiteral("host-not-found");
    QTest::newRow("certificate") << QStringLiteral("tls-failed") << true << 3 << QStringLiteral("tls-failed");
    QTest::newRow("connect timeout") << QStringLiteral("connect-timeout") << true << 3
                                     << QStringLiteral("connect-timeout");
    QTest::newRow("proxy down") << QStringLiteral("proxy-failed") << true << 3
                                << QStringLiteral("proxy-failed");
    QTest::newRow("one file missing, server down") << QStringLiteral("file-missing connection-refused")
                                                   << true << 3 << QStringLiteral("connection-refused");
    QTest::newRow("server went down") << QStringLiteral("done connection-refused") << true << 1 << QString();
    QTest::newRow("cancelled") << QStringLiteral("cancelled connection-refused") << true << 1 << QString();
}

void TestOutcome::exitCodeOfUploads()
{
    QFETCH(const QString, uploads);
    QFETCH(const bool, failOnFailed);
    QFETCH(const int, code);
    QFETCH(const QString, failure);
    const auto snapshot = snapshotOf(uploads);
    QCOMPARE(int(uploadExitCode(snapshot, failOnFailed, true)), code);
    const auto error = couldNotUpload(snapshot);
    QCOMPARE(error ? base::toKey(error->kind) : QString(), failure);
    QVERIFY(!error || !error->message.isEmpty());
}

void TestOutcome::exitCodeOfAlerts()
{
    session::SessionSnapshot quiet = snapshotOf(QStringLiteral("done"));
    QCOMPARE(int(watchExitCode(quiet, true)), 0);
    session::SessionSnapshot loud = quiet;
    session::Alert over; // and yet it was
    over.clearedAtMs = 1;
    loud.alerts.append(over);
    QCOMPARE(int(watchExitCode(loud, true)), 1);
    QCOMPARE(int(watchExitCode(loud, false)), 0);
    QCOMPARE(int(uploadExitCode(loud, true, true)), 1);
    QCOMPARE(int(uploadExitCode(loud, true, false)), 0);
    session::SessionSnapshot failed = snapshotOf(QStringLiteral("done http-status"));
    failed.alerts = loud.alerts;
    QCOMPARE(int(uploadExitCode(failed, false, true)), 1);
    QCOMPARE(int(uploadExitCode(failed, false, false)), 0);
    session::SessionSnapshot down = snapshotOf(QStringLiteral("connection-refused"));
    down.alerts = loud.alerts;
    QCOMPARE(int(uploadExitCode(down, true, true)), 3);
}

void TestOutcome::unreachableServerIsSaidOnce()
{
    const QUrl url(QStringLiteral("http://me:secret@h:1/"));
    const auto error
        = couldNotWatch(url, missesOf({ErrorKind::ConnectionRefused, ErrorKind::ConnectionRefused}));
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::ConnectionRefused);
    QCOMPARE(error->message, QStringLiteral("cannot reach http://h:1/: why connection-refused"));

    // Nobody answers, but not everywhere in the same way.
    const auto mixed
        = couldNotWatch(url, missesOf({ErrorKind::ConnectionRefused, ErrorKind::ConnectionReset}));
    QVERIFY(mixed);
    QCOMPARE(mixed->message, QStringLiteral("cannot reach http://h:1/: why connection-refused"));
    QVERIFY2(mixed->detail.contains(QStringLiteral("why connection-reset")), qPrintable(mixed->detail));

    metrics::DiscoveryReport found = missesOf({ErrorKind::ConnectionRefused});
    found.sources.append(metrics::Source());
    QVERIFY(!couldNotWatch(url, found));
}

void TestOutcome::missingMetricsListWhatWasTried()
{
    const auto error
        = couldNotWatch(QUrl(QStringLiteral("http://h/")),
                        missesOf({ErrorKind::HttpStatus, ErrorKind::Malformed, ErrorKind::Timeout}));
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NotFound);
    QCOMPARE(error->message, QStringLiteral("no metrics found below http://h/"));
    const QStringList lines = error->detail.split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 10);
    QCOMPARE(lines[1], QStringLiteral("http://h/1  why malformed"));
    QVERIFY(lines[3].endsWith(QStringLiteral("--watch http://h:PORT/PATH")));
    QVERIFY(lines[5].contains(QStringLiteral("net/http/pprof")));
    for (const char *language : {"Go", "Spring Boot", "Node.js", "Python"})
        QVERIFY2(error->detail.contains(QLatin1StringView(language)), language);
}

void TestOutcome::exitCodeOfSweeps_data()
{
    using experiment::SweepStop;
    QTest::addColumn<int>("levels");
    QTest::addColumn<SweepStop>("stop");
    QTest::addColumn<bool>("collapses");
    QTest::addColumn<analysis::Amplified>("amplified");
    QTest::addColumn<int>("code"); // when both findings are asked for
    QTest::addColumn<int>("withoutFailed"); // --fail-on leak
    QTest::addColumn<int>("withoutLeak"); // --fail-on failed
    QTest::addColumn<int>("failures"); // of 1000 at each level
    const auto row = [](const char *name, int levels, SweepStop stop, bool collapses, const char *amplified,
                        int code, int withoutFailed, int withoutLeak, int failures = 0) {
        const QByteArray key(amplified);
        QTest::newRow(name) << levels << stop << collapses
                            << (key == "present"      ? analysis::Amplified::Present
                                    : key == "absent" ? analysis::Amplified::Absent
                                                      : analysis::Amplified::Unknown)
                            << code << withoutFailed << withoutLeak << failures;
    };
    row("hardly any fail", 2, SweepStop::None, false, "absent", 0, 0, 0, 10);
    row("some fail", 2, SweepStop::None, false, "absent", 1, 0, 1, 11);
    row("some fail, and the client is slow", 2, SweepStop::Client, false, "absent", 1, 4, 1, 200);
    row("fine", 2, SweepStop::None, false, "absent", 0, 0, 0);
    row("amplified", 2, SweepStop::None, false, "present", 1, 1, 0);
    row("not known", 2, SweepStop::None, false, "unknown", 4, 4, 0);
    row("breaks down", 2, SweepStop::None, true, "absent", 1, 0, 1);
    row("breaks down, not known", 2, SweepStop::ErrorRate, true, "unknown", 1, 4, 1);
    row("down", 1, SweepStop::ServerDown, false, "unknown", 1, 4, 1);
    row("restarted", 1, SweepStop::Restarted, false, "absent", 4, 4, 4);
    row("the client", 1, SweepStop::Client, false, "absent", 4, 4, 4);
    row("never there", 0, SweepStop::ServerDown, false, "unknown", 3, 3, 3);
    row("nothing taken", 0, SweepStop::NotTaken, false, "unknown", 3, 3, 3);
    row("restarted at once", 0, SweepStop::Restarted, false, "unknown", 4, 4, 4);
}

void TestOutcome::exitCodeOfSweeps()
{
    QFETCH(int, levels);
    QFETCH(experiment::SweepStop, stop);
    QFETCH(bool, collapses);
    QFETCH(analysis::Amplified, amplified);
    experiment::SweepResult result;
    QFETCH(int, failures);
    result.levels.resize(static_cast<std::size_t>(levels));
    for (experiment::SweepLevel &level : result.levels) {
        level.load.done = 1000 - failures;
        level.load.refused = failures;
    }
    result.stop = stop;
    if (collapses)
        result.scaling.collapsedAt = 0;
    analysis::LoadAmplification judged;
    judged.byConcurrency = judged.byRetries = amplified;
    result.amplifications = {{analysis::Resource::Heap, judged}};
    QTEST(int(sweepExitCode(result, true, true)), "code");
    QTEST(int(sweepExitCode(result, true, false)), "withoutFailed");
    QTEST(int(sweepExitCode(result, false, true)), "withoutLeak");
}

void TestOutcome::exitCodeOfAudits_data()
{
    using experiment::AuditEnd;
    using experiment::AuditOutcome;
    QTest::addColumn<AuditEnd>("end");
    QTest::addColumn<AuditOutcome>("found");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("withoutAudit"); // no --fail-on audit
    QTest::newRow("failed") << AuditEnd::Whole << AuditOutcome::Fail << 1 << 0;
    QTest::newRow("passed") << AuditEnd::Whole << AuditOutcome::Pass << 0 << 0;
    QTest::newRow("nothing decided") << AuditEnd::Whole << AuditOutcome::Unknown << 4 << 4;
    QTest::newRow("gone after a failure") << AuditEnd::Gone << AuditOutcome::Fail << 1 << 0;
    QTest::newRow("gone") << AuditEnd::Gone << AuditOutcome::Pass << 4 << 4;
    QTest::newRow("not audited") << AuditEnd::Unusable << AuditOutcome::Unknown << 3 << 3;
}

void TestOutcome::exitCodeOfAudits()
{
    QFETCH(experiment::AuditEnd, end);
    QFETCH(experiment::AuditOutcome, found);
    experiment::AuditResult result;
    result.end = end;
    result.findings = {{QStringLiteral("tls"), found, {}, {}}};
    QTEST(int(auditExitCode(result, true)), "code");
    QTEST(int(auditExitCode(result, false)), "withoutAudit");
}

void TestOutcome::errorJoinsTheDocument()
{
    const base::Error error{ErrorKind::TlsFailed, QStringLiteral("said"), 0, {}};
    const QJsonObject joined
        = QJsonDocument::fromJson(withError("{\"schema\": \"x\", \"n\": 1}", error)).object();
    QCOMPARE(joined[QStringLiteral("schema")].toString(), QStringLiteral("x"));
    QCOMPARE(joined[QStringLiteral("error")][QStringLiteral("kind")].toString(),
             QStringLiteral("tls-failed"));
    QCOMPARE(joined[QStringLiteral("error")][QStringLiteral("message")].toString(), QStringLiteral("said"));
    QVERIFY(joined[QStringLiteral("error")][QStringLiteral("detail")].isNull());

    const QJsonObject alone = QJsonDocument::fromJson(errorDocument(QStringLiteral("demo"), error)).object();
    QCOMPARE(alone[QStringLiteral("schema")].toString(), QStringLiteral("tidemark.demo/1"));
    QCOMPARE(alone[QStringLiteral("command")].toString(), QStringLiteral("demo"));
    QCOMPARE(alone[QStringLiteral("error")][QStringLiteral("kind")].toString(), QStringLiteral("tls-failed"));
}

QTEST_GUILESS_MAIN(TestOutcome)
#include "tst_outcome.moc"
