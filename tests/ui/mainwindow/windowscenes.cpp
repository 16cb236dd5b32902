// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/mainwindow/windowscenes.h"

#include "core/report/runtokeep.h"
#include "core/session/alertsettings.h"
#include "tests/pprof/profilewriter.h"
#include "tests/report/sweepexamples.h"
#include "tests/ui/audit/auditexamples.h"
#include "tests/ui/history/runexamples.h"
#include "tests/ui/leak/checkexamples.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "tests/ui/servers/serverexamples.h"
#include "ui/alerts/alertbutton.h"
#include "ui/audit/auditpage.h"
#include "ui/common/timeselection.h"
#include "ui/compare/comparepage.h"
#include "ui/connection/serverconnection.h"
#include "ui/frame/navigation.h"
#include "ui/history/emptyhistory.h"
#include "ui/history/historypage.h"
#include "ui/leak/leakpage.h"
#include "ui/models/runmodel.h"
#include "ui/models/uploadmodel.h"
#include "ui/profile/profileactions.h"
#include "ui/profile/profilepage.h"
#include "ui/servers/trustnotice.h"
#include "ui/settings/alertspage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/sweep/sweeppage.h"
#include "ui/timeline/readingtable.h"
#include "ui/timeline/timelineactions.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/uploads/leftoutnotice.h"
#include "ui/uploads/textblock.h"
#include "ui/uploads/uploadactions.h"
#include "ui/uploads/uploadspage.h"

#include <QAction>
#include <QDateTime>
#include <QSignalSpy>
#include <QTableView>

#include <cmath>

using transfer::UploadRecord;
using transfer::UploadState;

namespace {

constexpr double mib = 1024.0 * 1024;
constexpr double gib = 1024 * mib;
constexpr int spanSeconds = 240;
const QString checkedUpload = QStringLiteral("/upload/read-all"); // The examples' of checks.
const QString sweptUpload = QStringLiteral("/upload/retry-storm");

struct Row
{
    const char *name;
    double bytes;
    UploadState state;
    double share;
    double rate;
    int status;
    const char *said;
};

constexpr std::array rows{
    Row{"holiday-4k.mov", 3.1 * gib, UploadState::Sending, 0.71, 212 * mib, 0, ""},
    Row{"db-2026-11-22.dump", 1.0 * gib, UploadState::Sending, 0.44, 98 * mib, 0, ""},
    Row{"scan-0412.tiff", 48 * mib, UploadState::Answering, 1, 0, 0, ""},
    Row{"photo-raw-0031.dng", 46 * mib, UploadState::Done, 1, 310 * mib, 201, "Created"},
    Row{"photo-raw-0032.dng", 46 * mib, UploadState::Done, 1, 305 * mib, 201,
        "{\"id\":\"7f3a\",\"stored\":true}"},
    Row{"disk-image.iso", 8.2 * gib, UploadState::Failed, 0.12, 0, 413, "limit 4 GiB"},
    Row{"árvíztűrő tükörfúrógép.pdf", 2.4 * mib, UploadState::Done, 1, 120 * mib, 200, "OK"},
    Row{"notes.txt", 3 * 1024, UploadState::Waiting, 0, 0, 0, ""},
    Row{"series-of-measurements-with-a-rather-long-name-0001.parquet", 640 * mib, UploadState::Waiting, 0, 0,
        0, ""},
};

UploadRecord recordOf(const Row &row, quint64 id, qint64 nowMs)
{
    UploadRecord record;
    record.id = transfer::UploadId{id};
    record.name = QString::fromUtf8(row.name);
    record.path = QStringLiteral("/home/ann/uploads/") + record.name;
    record.bytes = static_cast<qint64>(row.bytes);
    record.bytesSent = static_cast<qint64>(row.bytes * row.share);
    record.bytesPerSecond = row.rate;
    record.state = row.state;
    record.httpStatus = row.status;
    record.serverMessage = QString::fromUtf8(row.said);
    record.attempts = row.state == UploadState::Waiting ? 0 : 1;
    if (row.state != UploadState::Waiting) {
        record.startedAtMs = nowMs - 8'000;
        record.queuedAtMs = record.startedAtMs - 62;
    }
    if (transfer::isFinished(row.state))
        record.finishedAtMs = record.startedAtMs + static_cast<qint64>(row.bytes / (200 * mib) * 1000) + 40;
    if (transfer::isFinished(row.state)) {
        using ms = std::chrono::milliseconds;
        record.timings
            = {std::chrono::microseconds(380), std::chrono::microseconds(610), {}, ms(226), ms(271), ms(272)};
    }
    if (row.state == UploadState::Failed)
        record.error = {base::ErrorKind::HttpStatus, QStringLiteral("413 Content Too Large"), row.status, {}};
    return record;
}

transfer::QueueTotals totalsOf(const QList<UploadRecord> &records)
{
    transfer::QueueTotals totals;
    for (const UploadRecord &record : records) {
        ++totals.files;
        totals.bytes += record.bytes;
        totals.bytesDone += transfer::isFinished(record.state) ? record.bytes : record.bytesSent;
        totals.waiting += record.state == UploadState::Waiting;
        totals.running += transfer::isRunning(record.state);
        totals.done += record.state == UploadState::Done;
        totals.cancelled += record.state == UploadState::Cancelled;
        totals.failed += record.state == UploadState::Failed;
        totals.bytesPerSecond += transfer::isRunning(record.state) ? record.bytesPerSecond : 0;
    }
    return totals;
}

bool isUploading(int second)
{
    return (second > 20 && second < 40) || (second > 60 && second < 95) || (second > 120 && second < 150)
        || second > 190;
}

/// Connects without a network: what a discovery would have said is said by the test.
void connectTo(WindowFixture &fixture, bool withMetrics, const QString &upload = checkedUpload)
{
    metrics::DiscoveryReport report;
    const QString base = QStringLiteral("http://localhost:8080");
    if (withMetrics) {
        report.sources = {{QUrl(base + QStringLiteral("/metrics")), metrics::Format::PrometheusText,
                           metrics::Runtime::Go, QStringLiteral("go1.19.8")},
                          {QUrl(base + QStringLiteral("/debug/pprof/")), metrics::Format::GoPprof,
                           metrics::Runtime::Go, QStringLiteral("go1.19.8")}};
        report.canFetchProfiles = report.canForceGc = true;
    } else {
        report.misses = {{QUrl(base + QStringLiteral("/metrics")),
                          {base::ErrorKind::HttpStatus, QStringLiteral("404 Not Found"), 404, {}}}};
    }
    auto &server = fixture.part<ui::ServerConnection>();
    servers::Server target;
    target.upload.url = QUrl(base + upload);
    target.watch.url = QUrl(base + QStringLiteral("/"));
    target.isSample = withMetrics;
    QSignalSpy began(&fixture.session(), &session::Session::watchBegan);
    server.connectTo(target);
    QTRY_COMPARE(began.size(), 1); // what was told before would be another server's
    Q_EMIT fixture.session().discovered(report);
    QTRY_VERIFY(server.state()
                == (withMetrics ? ui::ConnectionState::Connected : ui::ConnectionState::Silent));
    // The session's own discovery finds no network; its word must not come in between.
    QObject::disconnect(&fixture.session(), nullptr, &server, nullptr);
}

/// A server that keeps what it is sent.
metrics::Reading readingAt(int second, qint64 timeMs, double &kept)
{
    using metrics::Role;
    const bool busy = isUploading(second);
    kept += busy ? 1.1 * mib : 0;
    const double saw = busy ? std::fmod(second * 0.37, 1) * 9 * mib : 0;
    metrics::Reading reading;
    reading.timeMs = timeMs;
    reading.set(Role::HeapLive, 12 * mib + kept + saw);
    reading.set(Role::HeapGoal, 2 * (12 * mib + std::floor(kept / (40 * mib)) * 40 * mib) + 20 * mib);
    reading.set(Role::Rss, 38 * mib + 1.15 * kept + saw / 3);
    reading.set(Role::Goroutines, busy ? 11 + second % 3 : 7);
    reading.set(Role::Threads, busy ? 9 : 8);
    reading.set(Role::Descriptors, busy ? 14 + second % 2 : 9);
    reading.set(Role::DescriptorLimit, 20'000);
    reading.set(Role::GcCount, std::floor(second * 0.2));
    reading.set(Role::GcPauseTotal, second * 0.2 * 0.0008);
    reading.set(Role::GcPauseMax, 0.0019);
    return reading;
}

void tellHistory(WindowFixture &fixture, qint64 nowMs)
{
    double kept = 0;
    for (int second = 0; second <= spanSeconds; ++second) {
        const qint64 timeMs = nowMs - (spanSeconds - second) * 1000LL;
        session::ScrapeTick tick;
        tick.timeMs = timeMs;
        tick.took = std::chrono::microseconds(2'140);
        tick.ok = second < 105 || second > 108; // A hole, as after a short stall.
        if (tick.ok)
            tick.reading = readingAt(second, timeMs, kept);
        else
            tick.reason = QStringLiteral("no answer in time");
        Q_EMIT fixture.part<ui::ServerConnection>().scraped(tick);
        const bool busy = isUploading(second);
        Q_EMIT fixture.session().active(
            {timeMs, busy ? (290 + 25 * std::sin(second * 0.9)) * mib : 0.0, busy ? 3 : 0});
    }
    Q_EMIT fixture.session().marked(
        {nowMs - 100'000, session::MarkKind::Note, QStringLiteral("limit raised")});
}

void tellUploads(WindowFixture &fixture, qint64 nowMs, bool allOver)
{
    QList<UploadRecord> records;
    quint64 id = 0;
    for (const Row &row : rows) {
        Row told = row;
        if (allOver && !transfer::isFinished(row.state)) {
            told.state = UploadState::Done;
            told.share = 1;
            told.rate = 180 * mib;
            told.status = 201;
            told.said = "Created";
        }
        records.append(recordOf(told, ++id, nowMs));
    }
    if (allOver) {
        UploadRecord &gone = records[7];
        gone.state = UploadState::Failed;
        gone.httpStatus = 0;
        gone.serverMessage.clear();
        gone.bytesPerSecond = 0;
        gone.timings = {};
        gone.error = {base::ErrorKind::FileMissing, QStringLiteral("no such file"), 0, {}};
        records[1].state = UploadState::Cancelled;
        records[1].httpStatus = 0;
        records[1].serverMessage.clear();
        records[1].bytesSent = records[1].bytes / 3;
        records[1].error = {base::ErrorKind::Cancelled, QStringLiteral("cancelled"), 0, {}};
    }
    Q_EMIT fixture.session().uploadsChanged({records, totalsOf(records)});
    QTRY_COMPARE(fixture.part<ui::UploadModel>().rowCount(), static_cast<int>(rows.size()));
}

void tellInterrupted(WindowFixture &fixture, qint64 nowMs)
{
    QList<UploadRecord> records;
    for (const Row &row : rows)
        records.append(recordOf(row, static_cast<quint64>(records.size()) + 1, nowMs));
    session::RestoredQueue queue;
    for (UploadRecord &record : records) {
        if (transfer::isRunning(record.state)) {
            record.state = UploadState::Failed;
            record.error = {base::ErrorKind::Interrupted, QStringLiteral("Tidemark ended"), 0, {}};
            ++queue.interrupted;
        }
        queue.waiting += record.state == UploadState::Waiting;
    }
    transfer::QueueTotals totals = totalsOf(records);
    totals.interrupted = queue.interrupted;
    queue.files = records.size();
    queue.server = QStringLiteral("http://localhost:8080/upload/read-all");
    Q_EMIT fixture.session().uploadsChanged({records, totals});
    Q_EMIT fixture.session().restored(queue);
    QTRY_VERIFY(!fixture.message().isEmpty());
    QTRY_COMPARE(fixture.part<ui::UploadModel>().rowCount(), static_cast<int>(rows.size()));
}

/// What the engine would answer of that row.
transfer::UploadDetails detailedOf(quint64 id, qint64 nowMs)
{
    transfer::UploadDetails details;
    details.id = transfer::UploadId{id};
    details.requestLine = QStringLiteral("POST http://localhost:8080/upload/read-all");
    details.requestHeaders = {{"Host", "localhost:8080"},
                              {"Authorization", "Bearer \xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2"},
                              {"Accept", "*/*"},
                              {"Content-Type", "multipart/form-data; boundary=tidemark3k9f0q2v7r1s8t5u6a4b"},
                              {"User-Agent", "Tidemark/0.1.0"},
                              {"Content-Length", "48234717"}};
    details.curl = QStringLiteral("curl http://localhost:8080/upload/read-all");
    details.answerHeaders = {{"Content-Type", "application/json"},
                             {"Date", "Sat, 28 Nov 2026 20:31:05 GMT"},
                             {"Content-Length", "38"},
                             {"Location", "/files/7f3a"}};
    if (id != 6)
        return details;
    const auto attempt = [nowMs](int number, int ago, int took, base::ErrorKind kind, int status,
                                 const char *why) {
        const qint64 begun = nowMs - ago * 1'000;
        return transfer::AttemptSummary{number,
                                        begun,
                                        begun + took,
                                        status,
                                        {kind, QString::fromLatin1(why), status, QString::fromLatin1(why)}};
    };
    details.attempts
        = {attempt(1, 61, 1'840, base::ErrorKind::ConnectionReset, 0, "the server reset the connection"),
           attempt(2, 55, 212, base::ErrorKind::HttpStatus, 503, "restarting"),
           attempt(3, 8, 4'310, base::ErrorKind::HttpStatus, 413, "limit 4 GiB")};
    details.answerHeaders.emplaceBack("Connection", "close");
    return details;
}

/// Waits for what the real session has to say of a row that it does not know, and says more.
void showDetails(WindowFixture &fixture, qint64 nowMs, const transfer::UploadDetails &details)
{
    connectTo(fixture, true);
    tellHistory(fixture, nowMs);
    tellUploads(fixture, nowMs, true);
    QSignalSpy answered(&fixture.session(), &session::Session::detailsReady);
    fixture.part<ui::UploadsPage>().select({details.id});
    fixture.part<ui::UploadsPage>().showDetails();
    QTRY_COMPARE(answered.size(), 1);
    Q_EMIT fixture.session().detailsReady(details);
    QTRY_VERIFY(std::ranges::any_of(fixture.window().findChildren<ui::TextBlock *>(), [](const auto *block) {
        return block->isVisible() && block->text().contains(QStringLiteral("Tidemark/0.1.0"));
    }));
}

/// Many of them, for several reasons.
void tellFailures(WindowFixture &fixture, qint64 nowMs)
{
    struct Kind
    {
        int count;
        base::ErrorKind kind;
        int status;
        const char *said;
    };
    constexpr std::array kinds{Kind{18'240, base::ErrorKind::HttpStatus, 503, "restarting, come back soon"},
                               Kind{312, base::ErrorKind::HttpStatus, 413, "limit 4 GiB"},
                               Kind{41, base::ErrorKind::ConnectionReset, 0, ""},
                               Kind{3, base::ErrorKind::FileChanged, 201, ""}};
    QList<UploadRecord> records;
    quint64 id = 0;
    for (const Kind &kind : kinds) {
        for (int i = 0; i < kind.count; ++i) {
            UploadRecord record = recordOf(rows[5], ++id, nowMs);
            record.name = QStringLiteral("series-%1.parquet").arg(id, 6, 10, QLatin1Char('0'));
            record.server = QStringLiteral("http://localhost:8080");
            record.httpStatus = kind.status;
            record.serverMessage = QString::fromLatin1(kind.said);
            record.error = {kind.kind, QStringLiteral("the connection was reset"), kind.status, {}};
            if (kind.status != 0)
                record.error.message.clear();
            records.append(record);
        }
    }
    for (int i = 0; i < 2'000; ++i)
        records.append(recordOf(rows[3], ++id, nowMs));
    Q_EMIT fixture.session().uploadsChanged({records, totalsOf(records)});
    QTRY_COMPARE(fixture.part<ui::UploadModel>().rowCount(), static_cast<int>(records.size()));
}

/// Two that are raised, and one that is over.
void tellAlerts(WindowFixture &fixture, qint64 nowMs)
{
    using analysis::AlertPriority;
    using session::MarkKind;
    const auto alert = [](const char *id, double value, qint64 raisedAtMs) {
        const analysis::AlertRule rule = session::defaultRule(QLatin1StringView(id)).value();
        return session::Alert{rule.id,
                              rule.title,
                              rule.priority,
                              rule.comparison,
                              analysis::unitOf(rule.signal),
                              rule.threshold,
                              value,
                              raisedAtMs,
                              0};
    };
    session::Session &session = fixture.session();
    session::Alert pause = alert("gc-pause", 1.7, nowMs - 190'000);
    const session::Alert floor = alert("floor-growth", 1.1 * mib, nowMs - 120'000);
    const session::Alert memory = alert("memory-eta", 372, nowMs - 45'000);
    for (const session::Alert &raised : {pause, floor, memory}) {
        Q_EMIT session.marked({raised.raisedAtMs, MarkKind::AlertRaised, session::alertText(raised)});
        Q_EMIT session.alertRaised(raised);
    }
    pause.clearedAtMs = nowMs - 130'000;
    Q_EMIT session.marked({pause.clearedAtMs, MarkKind::AlertCleared, session::alertText(pause)});
    Q_EMIT session.alertCleared(pause);
    QTRY_VERIFY(fixture.part<ui::AlertButton>().accessibleName().contains(u'2'));
}

ui::LeakPage &openLeakPage(WindowFixture &fixture, qint64 nowMs, const QString &upload = checkedUpload)
{
    connectTo(fixture, true, upload);
    tellHistory(fixture, nowMs);
    fixture.part<ui::Navigation>().showPage(QStringLiteral("leak"));
    return fixture.part<ui::LeakPage>();
}

ui::SweepPage &openSweepPage(WindowFixture &fixture, qint64 nowMs)
{
    connectTo(fixture, true, sweptUpload);
    tellHistory(fixture, nowMs);
    fixture.part<ui::Navigation>().showPage(QStringLiteral("sweep"));
    return fixture.part<ui::SweepPage>();
}

ui::AuditPage &openAuditPage(WindowFixture &fixture, qint64 nowMs)
{
    connectTo(fixture, true, QStringLiteral("/upload/path-traversal")); // The examples' of audits.
    tellHistory(fixture, nowMs);
    fixture.part<ui::Navigation>().showPage(QStringLiteral("audit"));
    return fixture.part<ui::AuditPage>();
}

void keepRuns(WindowFixture &fixture)
{
    const QList<session::KeptRun> runs = examples::keptRuns();
    for (auto run = runs.crbegin(); run != runs.crend(); ++run)
        fixture.keeper().keep([run = *run] {
            return session::RunToKeep{run, {{QStringLiteral("json"), QByteArray(run.bytes, 'x')}}};
        });
}

/// One that leaks, and an hour later one that does not.
void keepChecks(WindowFixture &fixture)
{
    experiment::CheckResult before = examples::leaking();
    experiment::CheckResult after = examples::stable();
    before.startedMs = 1'795'975'140'000;
    after.startedMs = before.startedMs + 3'600'000;
    for (const experiment::CheckResult &result : {before, after})
        fixture.keeper().keep([result] { return report::checkToKeep(result); });
}

ui::ProfilePage &openProfilePage(WindowFixture &fixture, qint64 now)
{
    connectTo(fixture, true);
    tellHistory(fixture, now);
    fixture.part<ui::Navigation>().showPage(QStringLiteral("profile"));
    return fixture.part<ui::ProfilePage>();
}

void showProfile(WindowFixture &fixture, qint64 now)
{
    ui::ProfilePage &page = openProfilePage(fixture, now);
    QSignalSpy shown(&page, &ui::ProfilePage::shown);
    page.actions().fetch->trigger();
    page.takeFetched({QStringLiteral("heap"),
                      QUrl(QStringLiteral("http://localhost:8080/debug/pprof/heap?gc=1")),
                      1'795'523'465'000,
                      support::recordedProfile(QStringLiteral("prometheus.after.pb.gz")),
                      {}});
    QTRY_VERIFY(!shown.isEmpty());
}

void showProfileDiff(WindowFixture &fixture, qint64 now)
{
    ui::ProfilePage &page = openProfilePage(fixture, now);
    QSignalSpy shown(&page, &ui::ProfilePage::shown);
    experiment::CheckProfiles profiles;
    profiles.heapBefore = support::recordedProfile(QStringLiteral("specimen.before.pb.gz"));
    profiles.heapAfter = support::recordedProfile(QStringLiteral("specimen.after.pb.gz"));
    page.showCheck(profiles, 30);
    QTRY_VERIFY(!shown.isEmpty());
}

void keepServers(WindowFixture &fixture)
{
    QVERIFY(fixture.servers().put(examples::photoServer()));
    QVERIFY(fixture.servers().put(examples::plainServer()));
}

ui::HistoryPage &openHistory(WindowFixture &fixture, qint64 now)
{
    connectTo(fixture, true);
    tellHistory(fixture, now);
    fixture.part<ui::Navigation>().showPage(QStringLiteral("history"));
    return fixture.part<ui::HistoryPage>();
}

} // namespace

const QList<WindowScene> &allScenes()
{
    static const QList<WindowScene> scenes{WindowScene::Start,           WindowScene::Empty,
                                           WindowScene::Running,         WindowScene::Failures,
                                           WindowScene::Details,         WindowScene::FailedDetails,
                                           WindowScene::FailedView,      WindowScene::FolderOptions,
                                           WindowScene::NoMetrics,       WindowScene::LeftOut,
                                           WindowScene::CameBack,        WindowScene::Unkept,
                                           WindowScene::Distrusted,      WindowScene::LeakIdle,
                                           WindowScene::LeakRunning,     WindowScene::Leaks,
                                           WindowScene::Stable,          WindowScene::Inconclusive,
                                           WindowScene::OtherAddress,    WindowScene::SweepIdle,
                                           WindowScene::SweepRunning,    WindowScene::Swept,
                                           WindowScene::AuditIdle,       WindowScene::AuditRunning,
                                           WindowScene::Audited,         WindowScene::HistoryEmpty,
                                           WindowScene::History,         WindowScene::HistoryDeleted,
                                           WindowScene::Compared,        WindowScene::LeakFromHistory,
                                           WindowScene::Alerts,          WindowScene::ProfileIdle,
                                           WindowScene::Profile,         WindowScene::ProfileDiff,
                                           WindowScene::SettingsGeneral, WindowScene::SettingsAlerts,
                                           WindowScene::Servers,         WindowScene::Keys,
                                           WindowScene::About,           WindowScene::Range,
                                           WindowScene::TimelineTable};
    return scenes;
}

const char *sceneName(WindowScene scene)
{
    switch (scene) {
    case WindowScene::Start:
        return "start";
    case WindowScene::Empty:
        return "empty";
    case WindowScene::Running:
        return "running";
    case WindowScene::Failures:
        return "failures";
    case WindowScene::Details:
        return "details";
    case WindowScene::FailedDetails:
        return "details-failed";
    case WindowScene::FailedView:
        return "failed-view";
    case WindowScene::FolderOptions:
        return "folder-options";
    case WindowScene::LeftOut:
        return "left-out";
    case WindowScene::CameBack:
        return "came-back";
    case WindowScene::Unkept:
        return "unkept";
    case WindowScene::NoMetrics:
        return "no-metrics";
    case WindowScene::Distrusted:
        return "distrusted";
    case WindowScene::LeakIdle:
        return "leak-idle";
    case WindowScene::LeakRunning:
        return "leak-running";
    case WindowScene::Leaks:
        return "leak-leaks";
    case WindowScene::Stable:
        return "leak-stable";
    case WindowScene::Inconclusive:
        return "leak-inconclusive";
    case WindowScene::OtherAddress:
        return "leak-other-address";
    case WindowScene::SweepIdle:
        return "sweep-idle";
    case WindowScene::SweepRunning:
        return "sweep-running";
    case WindowScene::Swept:
        return "sweep-collapse";
    case WindowScene::AuditIdle:
        return "audit-idle";
    case WindowScene::AuditRunning:
        return "audit-running";
    case WindowScene::Audited:
        return "audit-faulty";
    case WindowScene::HistoryEmpty:
        return "history-empty";
    case WindowScene::History:
        return "history";
    case WindowScene::HistoryDeleted:
        return "history-deleted";
    case WindowScene::Compared:
        return "compared";
    case WindowScene::LeakFromHistory:
        return "leak-from-history";
    case WindowScene::ProfileIdle:
        return "profile-idle";
    case WindowScene::Profile:
        return "profile";
    case WindowScene::ProfileDiff:
        return "profile-diff";
    case WindowScene::SettingsGeneral:
        return "settings-general";
    case WindowScene::SettingsAlerts:
        return "settings-alerts";
    case WindowScene::Servers:
        return "servers";
    case WindowScene::Keys:
        return "keys";
    case WindowScene::About:
        return "about";
    case WindowScene::Range:
        return "range";
    case WindowScene::TimelineTable:
        return "timeline-table";
    case WindowScene::Alerts:
        return "alerts";
    }
    return "";
}

void play(WindowScene scene, WindowFixture &fixture)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    switch (scene) {
    case WindowScene::Start:
        return;
    case WindowScene::Empty:
        connectTo(fixture, true);
        return;
    case WindowScene::Running:
        connectTo(fixture, true);
        tellHistory(fixture, now);
        tellUploads(fixture, now, false);
        return;
    case WindowScene::Failures:
        connectTo(fixture, true);
        tellHistory(fixture, now);
        tellUploads(fixture, now, true);
        fixture.part<ui::UploadsPage>().select({transfer::UploadId{6}});
        return;
    case WindowScene::Details:
        showDetails(fixture, now, detailedOf(4, now));
        return;
    case WindowScene::FailedDetails:
        showDetails(fixture, now, detailedOf(6, now));
        return;
    case WindowScene::FailedView:
        connectTo(fixture, true);
        tellHistory(fixture, now);
        tellFailures(fixture, now);
        fixture.part<ui::UploadsPage>().showFailed();
        return;
    case WindowScene::FolderOptions:
        connectTo(fixture, true);
        tellHistory(fixture, now);
        tellUploads(fixture, now, false);
        Q_EMIT fixture.session().walking({QStringLiteral("/home/ann/photos/2024"), 12'417});
        QTRY_VERIFY(fixture.shows(QStringLiteral("2024")));
        fixture.part<ui::UploadsPage>().actions().folderOptions->trigger();
        return;
    case WindowScene::LeftOut:
        connectTo(fixture, true);
        tellHistory(fixture, now);
        tellUploads(fixture, now, false);
        Q_EMIT fixture.session().passedOver({0, 12, 1});
        QTRY_VERIFY(fixture.part<ui::LeftOutNotice>().isVisible());
        return;
    case WindowScene::CameBack:
        connectTo(fixture, true);
        tellHistory(fixture, now);
        tellInterrupted(fixture, now);
        return;
    case WindowScene::Unkept:
        connectTo(fixture, true);
        tellHistory(fixture, now);
        tellUploads(fixture, now, false);
        Q_EMIT fixture.session().restored({});
        Q_EMIT fixture.session().archiveFailed(
            {base::ErrorKind::WriteFailed, QStringLiteral("database or disk is full"), 0, {}});
        QTRY_VERIFY(!fixture.message().isEmpty());
        return;
    case WindowScene::NoMetrics:
        connectTo(fixture, false);
        return;
    case WindowScene::Distrusted: {
        connectTo(fixture, false);
        net::TlsFailure failure = examples::unknownIssuer();
        failure.host = QStringLiteral("localhost");
        Q_EMIT fixture.session().tlsInspected(failure);
        QTRY_VERIFY(fixture.part<ui::TrustNotice>().isVisible());
        return;
    }
    case WindowScene::LeakIdle:
        openLeakPage(fixture, now);
        return;
    case WindowScene::LeakRunning: {
        ui::LeakPage &page = openLeakPage(fixture, now);
        page.showStarted();
        page.showProgress(examples::running(7));
        return;
    }
    case WindowScene::Leaks:
        openLeakPage(fixture, now).showResult(examples::leaking());
        return;
    case WindowScene::Stable:
        openLeakPage(fixture, now).showResult(examples::stable());
        return;
    case WindowScene::Inconclusive:
        openLeakPage(fixture, now).showResult(examples::noisy());
        return;
    case WindowScene::Range:
        connectTo(fixture, true);
        tellHistory(fixture, now);
        tellUploads(fixture, now, false);
        fixture.part<ui::TimeSelection>().select(now - 70'000, now - 7'500);
        return;
    case WindowScene::TimelineTable:
        connectTo(fixture, true);
        tellHistory(fixture, now);
        tellUploads(fixture, now, false);
        fixture.part<ui::TimelinePanel>().actions().asTable->trigger();
        QTRY_VERIFY(fixture.part<ui::ReadingTable>().view().model()->rowCount() > 200);
        return;
    case WindowScene::Alerts:
        connectTo(fixture, true);
        tellHistory(fixture, now);
        tellUploads(fixture, now, true);
        tellAlerts(fixture, now);
        fixture.part<ui::AlertButton>().click();
        return;
    case WindowScene::OtherAddress:
        fixture.part<ui::LeakPage>().showResult(examples::leaking());
        openLeakPage(fixture, now, checkedUpload + QStringLiteral("/cured"));
        return;
    case WindowScene::SweepIdle:
        openSweepPage(fixture, now);
        return;
    case WindowScene::SweepRunning: {
        ui::SweepPage &page = openSweepPage(fixture, now);
        page.showStarted();
        page.showProgress(examples::sweeping());
        return;
    }
    case WindowScene::Swept: {
        experiment::SweepResult result = examples::collapsing();
        result.plan.uploads.target.endpoint.url = QUrl(QStringLiteral("http://localhost:8080") + sweptUpload);
        openSweepPage(fixture, now).showResult(result);
        return;
    }
    case WindowScene::AuditIdle:
        openAuditPage(fixture, now);
        return;
    case WindowScene::AuditRunning: {
        ui::AuditPage &page = openAuditPage(fixture, now);
        page.showStarted();
        page.showProgress(examples::auditing(5));
        return;
    }
    case WindowScene::Audited:
        openAuditPage(fixture, now).showResult(examples::faulty());
        return;
    case WindowScene::HistoryEmpty: {
        const auto *hint = openHistory(fixture, now).findChild<ui::EmptyHistory *>();
        QTRY_VERIFY(hint->isVisible());
        return;
    }
    case WindowScene::History: {
        keepRuns(fixture);
        ui::HistoryPage &page = openHistory(fixture, now);
        QTRY_COMPARE(page.model().rowCount(), 30);
        return;
    }
    case WindowScene::HistoryDeleted: {
        keepRuns(fixture);
        ui::HistoryPage &page = openHistory(fixture, now);
        QTRY_COMPARE(page.model().rowCount(), 30);
        Q_EMIT page.removeRequested({29, 28});
        QTRY_COMPARE(page.model().rowCount(), 28);
        return;
    }
    case WindowScene::Compared: {
        keepChecks(fixture);
        ui::HistoryPage &page = openHistory(fixture, now);
        QTRY_COMPARE(page.model().rowCount(), 2);
        Q_EMIT page.compareRequested(page.model().run(1), page.model().run(0));
        QTRY_VERIFY(fixture.part<ui::ComparePage>().isVisible());
        return;
    }
    case WindowScene::LeakFromHistory: {
        keepChecks(fixture);
        ui::HistoryPage &page = openHistory(fixture, now);
        QTRY_COMPARE(page.model().rowCount(), 2);
        Q_EMIT page.openRequested(page.model().run(1));
        QTRY_VERIFY(fixture.part<ui::LeakPage>().isVisible());
        return;
    }
    case WindowScene::ProfileIdle:
        openProfilePage(fixture, now);
        return;
    case WindowScene::Profile:
        showProfile(fixture, now);
        return;
    case WindowScene::ProfileDiff:
        showProfileDiff(fixture, now);
        return;
    case WindowScene::SettingsGeneral:
        fixture.press(Qt::CTRL | Qt::Key_Comma);
        return;
    case WindowScene::SettingsAlerts: {
        fixture.press(Qt::CTRL | Qt::Key_Comma);
        auto *page = fixture.window().findChild<ui::AlertsPage *>();
        fixture.part<ui::SettingsDialog>().openAt(page);
        return;
    }
    case WindowScene::Servers:
        keepServers(fixture);
        fixture.press(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
        return;
    case WindowScene::Keys:
        fixture.press(Qt::Key_Question);
        return;
    case WindowScene::About:
        fixture.press(Qt::CTRL | Qt::Key_F1);
        return;
    }
}
