// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/runbadge.h"
#include "core/report/runhead.h"
#include "tests/report/samplesnapshot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

/// What the list of runs says of each.
class TestRunHead final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void uploads();
    void watching();
    void uploadsAreJudged_data();
    void uploadsAreJudged();
    void measurements_data();
    void measurements();
    void verdictsHaveTheWordOfTheirReport_data();
    void verdictsHaveTheWordOfTheirReport();
    void measurementIsReadWhole();
    void secretsStayOut();
};

void TestRunHead::uploads()
{
    const session::SessionSnapshot snapshot = sample::upload();
    const session::KeptRun run = report::runHead(snapshot);
    QCOMPARE(run.id, 0);
    QCOMPARE(run.command, QStringLiteral("upload"));
    QCOMPARE(run.server, snapshot.server.toString());
    QCOMPARE(run.startedAtMs, sample::startMs);
    QCOMPARE(run.seconds, static_cast<double>(snapshot.finishedAtMs - snapshot.startedAtMs) / 1000);
    QCOMPARE(run.verdict, QStringLiteral("failed"));
    QVERIFY2(run.sentence.startsWith(QStringLiteral("21 of 24 files uploaded to ")),
             qPrintable(run.sentence));
    QVERIFY2(run.sentence.contains(QStringLiteral("heap")), qPrintable(run.sentence));
}

void TestRunHead::watching()
{
    const session::SessionSnapshot snapshot = sample::watch();
    const session::KeptRun run = report::runHead(snapshot);
    QCOMPARE(run.command, QStringLiteral("watch"));
    QCOMPARE(run.server, snapshot.watched.toString());
    QCOMPARE(run.verdict, QStringLiteral("watched"));
}

void TestRunHead::uploadsAreJudged_data()
{
    using transfer::UploadState;
    QTest::addColumn<QList<UploadState>>("states");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("all") << QList{UploadState::Done, UploadState::Done} << QStringLiteral("done");
    QTest::newRow("some failed") << QList{UploadState::Done, UploadState::Failed} << QStringLiteral("failed");
    QTest::newRow("stopped") << QList{UploadState::Done, UploadState::Cancelled}
                             << QStringLiteral("unfinished");
    QTest::newRow("kept for later") << QList{UploadState::Paused} << QStringLiteral("unfinished");
    QTest::newRow("none") << QList<UploadState>() << QStringLiteral("unfinished");
}

void TestRunHead::uploadsAreJudged()
{
    QFETCH(const QList<transfer::UploadState>, states);
    QFETCH(const QString, verdict);
    session::SessionSnapshot snapshot;
    snapshot.command = QStringLiteral("upload");
    for (const transfer::UploadState state : states) {
        transfer::UploadRecord record = sample::done(QStringLiteral("/a"), 10, sample::startMs, 10);
        record.state = state;
        snapshot.uploads << record;
    }
    QCOMPARE(report::runHead(snapshot).verdict, verdict);
}

void TestRunHead::measurements_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, const char *json, const char *verdict) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(verdict);
    };
    row("leak", R"({"command": "check", "verdict": "leaks"})", "leaks");
    row("no leak", R"({"command": "check", "verdict": "stable"})", "stable");
    row("sweep", R"({"command": "sweep", "verdict": "breaks-down", "collapse": {"at": 50}})", "breaks-down");
    row("checks failed", R"({"command": "audit", "failed": 1, "passed": 3})", "failed");
    row("checks passed", R"({"command": "audit", "end": "whole", "failed": 0, "passed": 3, "unknown": 5})",
        "passed");
    row("nothing decided", R"({"command": "audit", "end": "whole", "failed": 0, "passed": 0, "unknown": 5})",
        "unknown");
    row("an audit that was stopped",
        R"({"command": "audit", "end": "cancelled", "failed": 0, "passed": 3, "unknown": 5})", "unknown");
    row("stopped after a failure",
        R"({"command": "audit", "end": "cancelled", "failed": 1, "passed": 3, "unknown": 5})", "failed");
}

void TestRunHead::measurements()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, verdict);
    QCOMPARE(report::runHead(QJsonDocument::fromJson(json).object()).verdict, verdict);
}

void TestRunHead::verdictsHaveTheWordOfTheirReport_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("badge");
    const auto row = [](const char *command, const char *verdict, const char *badge) {
        QTest::addRow("%s %s", command, verdict)
            << QString::fromUtf8(command) << QString::fromUtf8(verdict) << QString::fromUtf8(badge);
    };
    row("check", "leaks", "▲ leaks");
    row("check", "stable", "✓ stable");
    row("check", "inconclusive", "? inconclusive");
    row("sweep", "breaks-down", "▲ breaks down");
    row("sweep", "amplified", "▲ amplified");
    row("sweep", "failed", "▲ failed");
    row("sweep", "holds", "✓ holds");
    row("sweep", "unfinished", "? unfinished");
    row("sweep", "unknown", "? unknown");
    row("audit", "failed", "▲ failed");
    row("audit", "passed", "✓ passed");
    row("audit", "unknown", "? unknown");
    row("upload", "done", "✓ done");
    row("session", "failed", "▲ failed");
    row("upload", "unfinished", "? unfinished");
    row("watch", "watched", "= watched");
    row("check", "of-a-later-version", "= of-a-later-version");
}

void TestRunHead::verdictsHaveTheWordOfTheirReport()
{
    QFETCH(const QString, command);
    QFETCH(const QString, verdict);
    session::KeptRun run;
    run.command = command;
    run.verdict = verdict;
    QTEST(report::badgeOf(run).text(), "badge");
    const bool isKnown = report::runBadges().contains(report::badgeOf(run));
    QCOMPARE(isKnown, verdict != QStringLiteral("of-a-later-version"));
}

void TestRunHead::measurementIsReadWhole()
{
    const QByteArray json
        = R"({"command": "check", "server": "http://h:1/up", "seconds": 4.5, "verdict": "leaks",
        "startedAt": "2026-11-23T10:41:00.000Z", "sentence": "Leaks 1 B per upload"})";
    const session::KeptRun run = report::runHead(QJsonDocument::fromJson(json).object());
    const session::KeptRun expected{.command = QStringLiteral("check"),
                                    .server = QStringLiteral("http://h:1/up"),
                                    .startedAtMs = sample::startMs,
                                    .seconds = 4.5,
                                    .verdict = QStringLiteral("leaks"),
                                    .sentence = QStringLiteral("Leaks 1 B per upload")};
    QCOMPARE(run, expected);
}

void TestRunHead::secretsStayOut()
{
    session::SessionSnapshot snapshot = sample::upload();
    snapshot.server = QUrl(QStringLiteral("http://me:hush@h:1/in?token=hush&x=1"));
    const session::KeptRun run = report::runHead(snapshot);
    QVERIFY2(!run.server.contains(QStringLiteral("hush")), qPrintable(run.server));
    QVERIFY2(!run.sentence.contains(QStringLiteral("hush")), qPrintable(run.sentence));
    QVERIFY2(run.server.contains(QStringLiteral("x=1")), qPrintable(run.server));
    const session::KeptRun measured = report::runHead(QJsonObject{
        {QStringLiteral("command"), QStringLiteral("check")},
        {QStringLiteral("sentence"), QStringLiteral("Inconclusive: http://me:hush@h/?key=hush is gone")}});
    QVERIFY2(!measured.sentence.contains(QStringLiteral("hush")), qPrintable(measured.sentence));
}

QTEST_GUILESS_MAIN(TestRunHead)
#include "tst_runhead.moc"
