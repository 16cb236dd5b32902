// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/report/samplesnapshot.h"

#include <cmath>

using base::ErrorKind;
using metrics::Role;
using session::MarkKind;
using session::SessionSnapshot;
using transfer::UploadRecord;
using transfer::UploadState;

namespace sample {
namespace {

constexpr double MiB = 1024.0 * 1024.0;

struct Burst
{
    qint64 fromMs;
    qint64 toMs;
    int files;
};

constexpr std::array bursts{Burst{21'000, 36'400, 4}, Burst{58'000, 86'700, 7}, Burst{101'300, 113'000, 3},
                            Burst{127'000, 168'200, 8}, Burst{200'500, 214'100, 2}};

/// Bytes uploaded up to then, as MiB.
double uploadedMiB(qint64 atMs)
{
    double sum = 0;
    for (const Burst &burst : bursts) {
        const double share = double(atMs - burst.fromMs) / double(burst.toMs - burst.fromMs);
        sum += burst.files * 10 * std::clamp(share, 0.0, 1.0);
    }
    return sum;
}

bool isUploading(qint64 atMs)
{
    return std::any_of(bursts.begin(), bursts.end(),
                       [atMs](const Burst &b) { return atMs >= b.fromMs && atMs <= b.toMs; });
}

/// A small, always equal noise in [0, 1).
double noise(qint64 seed)
{
    return double((seed * 7919 + 104'729) % 997) / 997.0;
}

metrics::Reading reading(qint64 atMs)
{
    const double kept = uploadedMiB(atMs) * 1.02;
    const bool busy = isUploading(atMs);
    const double garbage = busy ? std::fmod(double(atMs) / 1000.0, 5.0) * 3.4 : 0.6;
    const double goal
        = 8.2 * std::pow(1.9, std::floor(std::log((12.3 + kept + 16) / 8.2) / std::log(1.9)) + 0.2);
    metrics::Reading reading;
    reading.timeMs = startMs + atMs;
    reading.set(Role::HeapLive, std::round((12.3 + kept + garbage) * MiB));
    reading.set(Role::HeapGoal, std::round(std::max(goal, 14.0) * MiB));
    reading.set(Role::Rss, std::round((31.0 + kept * 1.09 + 3 * noise(atMs / 1000)) * MiB));
    reading.set(Role::Goroutines, busy ? 14 + std::floor(noise(atMs) * 6) : 9);
    reading.set(Role::Threads, atMs > 58'000 ? 11 : 8);
    reading.set(Role::Descriptors, busy ? 18 + std::floor(noise(atMs + 5) * 4) : 11);
    reading.set(Role::DescriptorLimit, 20'000);
    reading.set(Role::GcCount, 7 + std::floor(uploadedMiB(atMs) / 5.6));
    reading.set(Role::GcPauseTotal, 0.0021 + uploadedMiB(atMs) * 0.000031);
    reading.set(Role::GcPauseMax, busy ? 0.0019 : 0.0008);
    reading.set(Role::CpuTotal, 0.31 + uploadedMiB(atMs) * 0.011);
    reading.set(Role::StartTime, 1'795'430'112.4);
    return reading;
}

void setServer(SessionSnapshot &snapshot)
{
    const QString base = QStringLiteral("http://127.0.0.1:8080");
    snapshot.server = QUrl(base + QStringLiteral("/upload/read-all"));
    snapshot.watched = QUrl(base);
    snapshot.programVersion = QStringLiteral("0.1.0");
    auto &found = snapshot.discovery;
    const QString version = QStringLiteral("go1.19.8");
    found.sources = {
        {QUrl(base + QStringLiteral("/metrics")), metrics::Format::PrometheusText, metrics::Runtime::Go,
         version},
        {QUrl(base + QStringLiteral("/debug/vars")), metrics::Format::Expvar, metrics::Runtime::Go, {}},
        {QUrl(base + QStringLiteral("/debug/pprof/")), metrics::Format::GoPprof, metrics::Runtime::Go, {}}};
    found.misses = {{QUrl(base + QStringLiteral("/actuator/prometheus")),
                     {ErrorKind::HttpStatus, QStringLiteral("404 Not Found"), 404, {}}},
                    {QUrl(base + QStringLiteral("/actuator/metrics")),
                     {ErrorKind::HttpStatus, QStringLiteral("404 Not Found"), 404, {}}}};
    found.canForceGc = true;
    found.canFetchProfiles = true;
}

void addTimeline(SessionSnapshot &snapshot)
{
    for (const Burst &burst : bursts) {
        for (int i = 0; i < burst.files; ++i)
            snapshot.timeline.uploadBegan(startMs + burst.fromMs);
        for (int i = 0; i < burst.files; ++i)
            snapshot.timeline.uploadEnded(startMs + burst.toMs);
        for (qint64 at = burst.fromMs; at <= burst.toMs + 1000; at += 1000) {
            const bool last = at > burst.toMs;
            snapshot.timeline.addActivity({startMs + at, last ? 0 : (2.4 + noise(at) * 0.9) * MiB,
                                           last ? 0 : std::min(4, burst.files)});
        }
    }
    snapshot.timeline.addMark({startMs + 300, MarkKind::Connected, QStringLiteral("prometheus at /metrics")});
    snapshot.timeline.addMark({startMs + 92'000, MarkKind::Lost, QStringLiteral("no answer in 3 s")});
    snapshot.timeline.addMark({startMs + 98'000, MarkKind::Recovered, {}});
    snapshot.timeline.addMark({startMs + 185'000, MarkKind::Note, QStringLiteral("nightly batch over")});
}

transfer::QueueTotals totalsOf(const QList<UploadRecord> &uploads)
{
    transfer::QueueTotals totals;
    for (const UploadRecord &record : uploads) {
        ++totals.files;
        totals.bytes += std::max<qint64>(0, record.bytes);
        totals.bytesDone += std::max<qint64>(0, record.bytes);
        totals.done += record.state == UploadState::Done;
        totals.failed += record.state == UploadState::Failed;
        totals.cancelled += record.state == UploadState::Cancelled;
    }
    return totals;
}

void finish(SessionSnapshot &snapshot)
{
    quint64 id = 0;
    for (UploadRecord &record : snapshot.uploads)
        record.id.value = ++id;
    snapshot.totals = totalsOf(snapshot.uploads);
}

} // namespace

UploadRecord done(const QString &path, qint64 bytes, qint64 fromMs, qint64 tookMs)
{
    using net::PhaseTimings;
    UploadRecord record;
    record.path = path;
    record.name = path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
    record.bytes = bytes;
    record.bytesSent = bytes;
    record.state = UploadState::Done;
    record.attempts = 1;
    record.httpStatus = 201;
    record.serverMessage = QStringLiteral("stored %1 bytes").arg(bytes);
    record.startedAtMs = fromMs;
    record.finishedAtMs = fromMs + tookMs;
    record.timings.connect = PhaseTimings::Microseconds(212);
    record.timings.sent = PhaseTimings::Microseconds(tookMs * 940);
    record.timings.firstByte = PhaseTimings::Microseconds(tookMs * 990);
    record.timings.total = PhaseTimings::Microseconds(tookMs * 1000);
    record.bytesPerSecond = tookMs ? double(bytes) * 1000 / double(tookMs) : 0;
    return record;
}

UploadRecord failed(const QString &path, qint64 bytes, ErrorKind kind, int httpStatus, const QString &words)
{
    UploadRecord record = done(path, bytes, startMs + 1000, 40);
    record.state = UploadState::Failed;
    record.bytesSent = bytes / 10;
    record.httpStatus = httpStatus;
    record.serverMessage = httpStatus ? words : QString();
    record.error = {
        kind, httpStatus ? QStringLiteral("the server answered %1").arg(httpStatus) : words, httpStatus, {}};
    return record;
}

SessionSnapshot upload()
{
    SessionSnapshot snapshot;
    snapshot.command = QStringLiteral("upload");
    setServer(snapshot);
    snapshot.startedAtMs = startMs;
    snapshot.finishedAtMs = startMs + 240'000;
    for (qint64 at = 400; at < 240'000; at += 1000) {
        const bool hole = at > 92'000 && at < 98'000;
        hole ? snapshot.series.appendGap(startMs + at) : snapshot.series.append(reading(at));
        ++(hole ? snapshot.scrapesMissed : snapshot.scrapesOk);
    }
    snapshot.lastMissReason = QStringLiteral("no answer in 3 s");
    addTimeline(snapshot);
    int number = 31;
    for (const Burst &burst : bursts) {
        const qint64 took = (burst.toMs - burst.fromMs) / burst.files * 2;
        for (int i = 0; i < burst.files; ++i) {
            const qint64 from
                = burst.fromMs + (burst.toMs - burst.fromMs - took) * i / std::max(1, burst.files - 1);
            snapshot.uploads << done(QStringLiteral("/home/ada/photos/%1photo-raw-%2.dng")
                                         .arg(i % 3 ? QStringLiteral("2026/") : QString())
                                         .arg(number++, 4, 10, QLatin1Char('0')),
                                     10 * 1024 * 1024, startMs + from, took);
        }
    }
    snapshot.uploads[3]
        = failed(QStringLiteral("/home/ada/photos/disk-image.iso"), 8'804'682'957, ErrorKind::HttpStatus, 413,
                 QStringLiteral("Request body too large: limit 4 GiB"));
    snapshot.uploads[9]
        = failed(QStringLiteral("/home/ada/photos/backup.tar"), 5'368'709'120, ErrorKind::HttpStatus, 413,
                 QStringLiteral("Request body too large: limit 4 GiB"));
    snapshot.uploads[14] = failed(QStringLiteral("/home/ada/photos/2026/holiday-4k.mov"), 3'328'599'654,
                                  ErrorKind::ConnectionReset, 0,
                                  QStringLiteral("the server closed the connection after 12.0 MiB"));
    for (const int i : {3, 9, 14}) {
        snapshot.uploads[i].startedAtMs = snapshot.uploads[i - 1].startedAtMs;
        snapshot.uploads[i].finishedAtMs = snapshot.uploads[i].startedAtMs + 40;
    }
    finish(snapshot);
    return snapshot;
}

SessionSnapshot watch()
{
    SessionSnapshot snapshot;
    snapshot.command = QStringLiteral("watch");
    setServer(snapshot);
    snapshot.server = QUrl();
    snapshot.discovery.sources = {snapshot.discovery.sources.constFirst()};
    snapshot.discovery.canForceGc = snapshot.discovery.canFetchProfiles = false;
    snapshot.startedAtMs = startMs;
    snapshot.finishedAtMs = startMs + 60'000;
    for (qint64 at = 500; at < 60'000; at += 1000) {
        metrics::Reading next = reading(at);
        next.set(Role::Goroutines, std::nan(""));
        snapshot.series.append(next);
        ++snapshot.scrapesOk;
    }
    snapshot.timeline.addMark({startMs + 500, MarkKind::Connected, {}});
    return snapshot;
}

SessionSnapshot many(int files)
{
    SessionSnapshot snapshot;
    snapshot.command = QStringLiteral("upload");
    snapshot.server = QUrl(QStringLiteral("http://127.0.0.1:8080/upload"));
    snapshot.startedAtMs = startMs;
    snapshot.finishedAtMs = startMs + 10 * files;
    snapshot.programVersion = QStringLiteral("0.1.0");
    for (int i = 0; i < files; ++i) {
        const QString path = QStringLiteral("/data/%1/%2.bin").arg(i % 100).arg(i);
        snapshot.uploads << (i % 100 ? done(path, 65'536, startMs + 10 * i, 35)
                                     : failed(path, 65'536, ErrorKind::HttpStatus, 503,
                                              QStringLiteral("try again later")));
    }
    finish(snapshot);
    return snapshot;
}

SessionSnapshot hostile()
{
    SessionSnapshot snapshot = upload();
    const QString markup
        = QStringLiteral("</td></script><script>alert(1)</script><img src=x onerror=alert(2)>&amp;\"'`");
    snapshot.server = QUrl(QStringLiteral("http://ada:hunter2@127.0.0.1:8080/upload?token=s3cr3t&kind=raw"));
    snapshot.watched = QUrl(QStringLiteral("http://ada:hunter2@127.0.0.1:8080/?X-Amz-Signature=s3cr3t"));
    snapshot.discovery.sources[0].url.setUserInfo(QStringLiteral("ada:hunter2"));
    snapshot.discovery.misses[0].url.setUserInfo(QStringLiteral("ada:hunter2"));
    snapshot.discovery.misses[1].error.message
        = QStringLiteral("refused: http://ada:hunter2@127.0.0.1/?api_key=s3cr3t ") + markup;
    snapshot.discovery.sources[0].runtimeVersion = QStringLiteral("go1<script>alert(3)</script>");
    snapshot.programVersion = QStringLiteral("0.1\"><script>");
    snapshot.uploads[0].name = markup;
    snapshot.uploads[0].path = QStringLiteral("/home/ada/photos/") + markup;
    snapshot.uploads[1].name = QStringLiteral("=cmd|' /C calc'!A0\u202Egpj.exe\x1b[2J\r\n\u0000.txt");
    snapshot.uploads[1].path = QStringLiteral("=cmd|' /C calc'!A0");
    snapshot.uploads[2].name = QString(QChar(0xd800)) + QChar(0xfffe) + QStringLiteral("\u2066\u0085.bin");
    snapshot.uploads[2].serverMessage = QStringLiteral("@SUM(1+1)*cmd|' /C calc'!A0");
    snapshot.uploads[3].serverMessage
        = QStringLiteral("see http://ada:hunter2@proxy/?token=s3cr3t\n") + markup;
    snapshot.uploads[14].error.message = QStringLiteral("\x1b]0;owned\x07 ") + markup;
    snapshot.timeline.addMark({startMs + 120'000, MarkKind::Note, markup});
    snapshot.timeline.addMark(
        {startMs + 121'000, MarkKind::Note, QStringLiteral("=1+1 http://ada:hunter2@h/")});
    snapshot.lastMissReason = markup + QStringLiteral(" http://ada:hunter2@127.0.0.1/");
    return snapshot;
}

SessionSnapshot longSession(int hours)
{
    SessionSnapshot snapshot;
    snapshot.command = QStringLiteral("session");
    setServer(snapshot);
    const qint64 span = qint64(hours) * 3'600'000;
    snapshot.startedAtMs = startMs;
    snapshot.finishedAtMs = startMs + span;
    for (qint64 at = 0; at < span; at += 1000) {
        metrics::Reading next;
        next.timeMs = startMs + at;
        const double wave = std::sin(double(at) / 700'000.0);
        next.set(Role::HeapLive, std::round((40 + 18 * wave + 6 * noise(at / 1000)) * MiB));
        next.set(Role::Rss, std::round((90 + 20 * wave) * MiB));
        if (at == 75'000)
            next.set(Role::HeapLive, 512 * MiB);
        snapshot.series.append(next);
        ++snapshot.scrapesOk;
    }
    return snapshot;
}

} // namespace sample
