// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/leak/checkexamples.h"

#include "core/analysis/idle.h"

#include <random>

using experiment::CheckPhase;
using experiment::CheckResult;
using experiment::FloorAt;
using experiment::FloorReading;

namespace examples {

namespace {

constexpr int perRound = 20;
constexpr int rounds = 10;
constexpr double kib = 1024;
constexpr qint64 begunMs = 1'795'430'400'000; // 2026-11-23

/// What a server keeps for each upload, and how much its floors scatter.
struct Habit
{
    double heap = 0;
    double goroutines = 0;
    double files = 0;
    double noise = 200; ///< Bytes.
    double held = 14.2 * mib; ///< From the beginning.
};

class Imagined final
{
public:
    explicit Imagined(Habit habit)
        : m_habit(habit)
    {
    }

    FloorReading after(double uploads)
    {
        FloorReading floor;
        floor.heap = m_habit.held + m_habit.heap * uploads + m_habit.noise * m_normal(m_random);
        floor.heapObjects = 41'000 + std::round(uploads * (m_habit.heap > 0 ? 3 : 0));
        floor.rss = 9.1 * mib + 300 * m_normal(m_random);
        floor.beforeGc.goroutines = floor.afterGc.goroutines = 9 + m_habit.goroutines * uploads;
        floor.beforeGc.threads = floor.afterGc.threads = 8;
        floor.beforeGc.descriptors = floor.afterGc.descriptors = 10;
        floor.beforeGc.files = floor.afterGc.files = m_habit.files * uploads;
        floor.beforeGc.fileBytes = floor.afterGc.fileBytes = 36 * mib * m_habit.files * uploads;
        return floor;
    }

    std::vector<FloorAt> series(int count, double each, double from = 0)
    {
        std::vector<FloorAt> floors;
        for (int i = 0; i <= count; ++i)
            floors.push_back({i * each, after(from + i * each)});
        return floors;
    }

private:
    Habit m_habit;
    std::mt19937 m_random{7};
    std::normal_distribution<double> m_normal;
};

CheckResult begun()
{
    CheckResult result;
    result.plan.uploads.target.endpoint.url = QUrl(QStringLiteral("http://localhost:8080/upload/read-all"));
    result.plan.watch.url = QUrl(QStringLiteral("http://localhost:8080/"));
    result.found.sources = {{QUrl(QStringLiteral("http://localhost:8080/debug/pprof/")),
                             metrics::Format::GoPprof, metrics::Runtime::Go, QStringLiteral("go1.19.8")}};
    result.found.canForceGc = result.found.canFetchProfiles = true;
    result.reading = analysis::Reading::GoExact;
    result.startedMs = begunMs;
    result.bodyBytes = mib;
    return result;
}

void judge(CheckResult &result, bool idleProbed = false)
{
    result.resources = experiment::judgeFloors(result.rounds, result.blanks, result.reading, result.bodyBytes,
                                               analysis::LookPolicy{.looks = {rounds}});
    if (!result.abortRounds.empty())
        result.aborted = experiment::judgeFloors(result.abortRounds, result.blanks, result.reading,
                                                 result.bodyBytes, analysis::LookPolicy::once(5), 4);
    if (idleProbed) { // And nothing was given back.
        for (analysis::ResourceVerdict &verdict : result.resources)
            verdict = analysis::afterIdle(verdict,
                                          experiment::valueOf(result.rounds.back().floor, verdict.resource),
                                          experiment::valueOf(result.rounds.back().floor, verdict.resource));
    }
    result.verdict
        = analysis::combine({result.resources, result.aborted, idleProbed, result.crowded, result.spilled});
}

CheckResult measured(Habit habit, Habit whenAborted)
{
    CheckResult result = begun();
    Imagined server(habit);
    result.warmUp = server.series(5, perRound);
    const double before = result.warmUp.back().uploads;
    for (int i = 0; i < 4; ++i)
        result.blanks.push_back(server.after(before));
    result.rounds = server.series(rounds, perRound, before);
    result.abortRounds = Imagined(whenAborted).series(5, perRound);
    result.uploads = static_cast<int>(before) + rounds * perRound;
    result.abortedUploads = 5 * perRound;
    result.abortKinds = 7;
    result.rarestAbort = 0.125;
    result.took = std::chrono::milliseconds(12'400);
    judge(result);
    return result;
}

pprof::Suspect readAll()
{
    pprof::Suspect suspect;
    suspect.allocation = {QStringLiteral("io.ReadAll"), QStringLiteral("/usr/lib/go-1.19/src/io/io.go"), 638};
    suspect.own
        = pprof::Site{QStringLiteral("main.readAll"), QStringLiteral("tidemark/specimens/read_all.go"), 27};
    suspect.caller = suspect.own;
    suspect.stack
        = {suspect.allocation,
           *suspect.own,
           {QStringLiteral("main.(*form).ServeHTTP"), QStringLiteral("tidemark/specimens/receive.go"), 64},
           {QStringLiteral("net/http.(*ServeMux).ServeHTTP"),
            QStringLiteral("/usr/lib/go-1.19/src/net/http/server.go"), 2487}};
    suspect.grown = static_cast<qint64>(212 * mib);
    suspect.share = 0.99;
    suspect.accepted = true;
    return suspect;
}

pprof::Suspect suspectIn(const QString &function, const QString &file, int line, const pprof::Site &leaf,
                         double grown)
{
    pprof::Suspect suspect;
    suspect.allocation = leaf;
    suspect.own = suspect.caller = pprof::Site{function, file, line};
    suspect.stack = {leaf, *suspect.own};
    suspect.grown = static_cast<qint64>(grown);
    suspect.share = 0.98;
    suspect.accepted = true;
    return suspect;
}

} // namespace

CheckResult leaking()
{
    CheckResult result = measured({.heap = 1.06 * mib, .noise = 9'000}, {});
    result.took = std::chrono::milliseconds(98'000);
    result.idle = experiment::IdleProbe{std::chrono::seconds(75), 0};
    judge(result, true);
    result.guilt = experiment::Guilt{QStringLiteral("bytes"), {}, rounds * perRound};
    result.guilt->attribution.suspects = {readAll()};
    result.guilt->attribution.coverage = 0.99;
    result.retention = analysis::RetentionClass{};
    result.retention->retention = analysis::Retention::KeepsBody;
    result.retention->share = 1.06;
    result.sameFile = analysis::SameFile::PerRequest;
    result.profiles.heapBefore = QByteArrayLiteral("before");
    result.profiles.heapAfter = QByteArrayLiteral("after");
    return result;
}

CheckResult leakingBeside()
{
    CheckResult result = measured({.heap = 40 * kib, .goroutines = 1}, {});
    result.guilt = experiment::Guilt{QStringLiteral("goroutines"), {}, rounds * perRound};
    result.guilt->attribution.suspects = {suspectIn(
        QStringLiteral("main.watch"), QStringLiteral("app/watch.go"), 12,
        {QStringLiteral("runtime.gopark"), QStringLiteral("runtime/proc.go"), 363}, rounds * perRound)};
    result.heapGuilt = experiment::Guilt{QStringLiteral("bytes"), {}, rounds * perRound};
    result.heapGuilt->attribution.suspects = {suspectIn(
        QStringLiteral("main.keep"), QStringLiteral("app/keep.go"), 42,
        {QStringLiteral("bytes.Clone"), QStringLiteral("bytes/bytes.go"), 11}, 40 * kib * rounds * perRound)};
    return result;
}

CheckResult leakingWhenAborted()
{
    return measured({}, {.heap = 3 * kib, .goroutines = 1});
}

CheckResult leakingWhenCrowded()
{
    CheckResult result = measured({}, {});
    result.crowdConnections = 16;
    result.crowdRounds = Imagined({.goroutines = 1}).series(5, 64);
    result.crowded = experiment::judgeFloors(result.crowdRounds, result.blanks, result.reading,
                                             result.bodyBytes, analysis::LookPolicy::once(5), 4);
    judge(result);
    return result;
}

CheckResult leakingWhenLarge()
{
    CheckResult result = measured({}, {});
    result.spillRounds = Imagined({.files = 1}).series(3, 1);
    result.spilled = experiment::judgeSpill(result.spillRounds);
    judge(result);
    return result;
}

CheckResult stable()
{
    return measured({}, {});
}

CheckResult leakingLittle()
{
    CheckResult result = measured({.heap = kib, .noise = 2'000, .held = 512 * mib}, {});
    result.warmUp.front().floor.heap = 470 * mib;
    return result;
}

CheckResult stableWhenLarge()
{
    CheckResult result = measured({.noise = 2'000, .held = 512 * mib}, {});
    result.warmUp.front().floor.heap = 470 * mib;
    return result;
}

CheckResult noisy()
{
    return measured({.noise = 700 * kib}, {});
}

CheckResult interrupted(experiment::Interruption why, int count)
{
    CheckResult result = begun();
    if (count > 0)
        result.rounds = Imagined({.heap = 1.06 * mib}).series(count, perRound);
    result.uploads = count * perRound;
    result.took = std::chrono::milliseconds(3'100);
    if (count > 0)
        judge(result);
    result.verdict = {};
    result.interruption = why;
    result.error = {base::ErrorKind::ConnectionRefused, QStringLiteral("connection refused"), 0, {}};
    return result;
}

experiment::CheckProgress running(int round)
{
    CheckResult result = begun();
    result.rounds = Imagined({.heap = 1.06 * mib, .noise = 9'000}).series(round - 1, perRound, 100);
    result.blanks = {result.rounds.front().floor, result.rounds.front().floor};
    experiment::CheckProgress progress;
    progress.phase = CheckPhase::Rounds;
    progress.round = round;
    progress.rounds = rounds;
    progress.share = 0.4;
    progress.uploads = 100 + (round - 1) * perRound;
    progress.elapsed = std::chrono::milliseconds(1'200 + 450 * round);
    progress.phaseLeft = std::chrono::milliseconds(450 * (rounds - round) + 270);
    progress.floors = result.rounds;
    if (round > 3)
        progress.provisional = experiment::judgeFloors(result.rounds, result.blanks, result.reading,
                                                       result.bodyBytes, analysis::LookPolicy::standard());
    return progress;
}

} // namespace examples
