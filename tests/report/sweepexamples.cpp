// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/report/sweepexamples.h"

namespace examples {

using base::ErrorKind;
using experiment::SweepLevel;
using experiment::SweepResult;
using experiment::SweepStop;
using std::chrono::milliseconds;

namespace {

constexpr double mebibyte = 1024 * 1024;
constexpr double keptOfRefused = 65536;

void recordTimes(SweepLevel &level, const Answers &answers)
{
    const int count = answers.done + answers.refused504;
    for (int i = 0; i < count; ++i) {
        // A long tail, as answers have: few take nearly as long as the slowest.
        const double share = static_cast<double>(i) / count;
        const auto more = static_cast<double>((answers.slowest - answers.typical).count());
        const double tail = more > 0 ? more * share * share * share * share * share * share : 0;
        level.load.total.record(answers.typical.count() + static_cast<qint64>(tail));
    }
}

} // namespace

SweepLevel sweepLevel(int connections, const Answers &answers)
{
    SweepLevel level;
    level.connections = connections;
    level.load.done = answers.done;
    level.load.refused = answers.refused504;
    level.load.failed = answers.timedOut;
    level.load.statuses[201] = answers.done;
    if (answers.refused504 > 0)
        level.load.statuses[504] = answers.refused504;
    if (answers.timedOut > 0)
        level.load.errors[ErrorKind::Timeout] = answers.timedOut;
    recordTimes(level, answers);
    level.load.elapsed = std::chrono::seconds(2);
    level.clientBusy = 0.25;
    metrics::Reading reading;
    reading.set(metrics::Role::HeapLive, 2 * mebibyte + connections * mebibyte);
    reading.set(metrics::Role::Rss, 8 * mebibyte + connections * mebibyte);
    reading.set(metrics::Role::GcPauseTotal, 0.5);
    reading.set(metrics::Role::GcCount, 7);
    level.peaks.add(reading);
    reading.set(metrics::Role::GcCount, 9);
    level.peaks.add(reading);
    experiment::FloorReading floor;
    floor.heap = 2 * mebibyte;
    level.before = floor;
    for (int i = 0; i < 4; ++i) {
        floor.heap += answers.refused504 * keptOfRefused;
        level.rounds.push_back({answers.done, answers.refused504 + answers.timedOut, floor});
    }
    return level;
}

SweepLevel arriving(const Pace &pace, SweepLevel level)
{
    transfer::Arrivals &arrivals = level.load.arrivals;
    arrivals.perSecond = pace.perSecond;
    arrivals.endedPerSecond = pace.endedPerSecond;
    arrivals.due = arrivals.begun = level.load.attempts();
    arrivals.mostAtOnce = level.connections;
    for (int i = 0; i < arrivals.begun; ++i)
        arrivals.delay.record(500);
    for (int i = 0; i < level.load.done; ++i)
        level.load.service.record(19'500);
    return level;
}

SweepResult judged(SweepResult result)
{
    std::vector<analysis::LoadPoint> points;
    std::vector<analysis::LevelRounds> growth;
    for (const SweepLevel &level : result.survived())
        points.push_back(level.point());
    for (const SweepLevel &level : result.levels)
        growth.push_back(level.growth(analysis::Resource::Heap));
    result.scaling = analysis::judgeScaling(points);
    if (result.found.found())
        result.amplifications = {{analysis::Resource::Heap, analysis::judgeLoadAmplification(growth, 512)}};
    return result;
}

SweepResult emptySweep()
{
    SweepResult result;
    result.plan.uploads.target.endpoint.url = QUrl(QStringLiteral("http://127.0.0.1:8080/in?key=secret"));
    result.plan.uploads.target.endpoint.transport.totalTimeout = std::chrono::seconds(30);
    result.startedMs = 1'700'000'000'000;
    result.bodyBytes = 65536;
    return result;
}

SweepResult storm()
{
    SweepResult result = emptySweep();
    metrics::Source source;
    source.url = QUrl(QStringLiteral("http://127.0.0.1:8080/metrics"));
    result.found.sources = {source};
    result.levels = {sweepLevel(50, {1000, 0, 0, milliseconds(50), {}}),
                     sweepLevel(200, {300, 3600, 100, milliseconds(160), {}})};
    result.stop = SweepStop::ErrorRate;
    return judged(result);
}

SweepResult calm()
{
    SweepResult result = storm();
    result.levels[1] = sweepLevel(200, {1000, 0, 0, milliseconds(200), {}});
    result.stop = SweepStop::None;
    return judged(result);
}

SweepResult limiting()
{
    SweepResult result = calm();
    for (SweepLevel &level : result.levels) {
        level.load.done = 600;
        level.load.refused = 400;
        level.load.statuses = {{201, 600}, {429, 400}};
        level.clientBusy = 0.99; // who is refused at once is back at once
    }
    return judged(result);
}

SweepResult collapsing()
{
    SweepResult result = storm();
    result.levels = {sweepLevel(1, {96, 0, 0, milliseconds(20), milliseconds(26)}),
                     sweepLevel(10, {940, 0, 0, milliseconds(21), milliseconds(48)}),
                     sweepLevel(50, {1680, 0, 0, milliseconds(58), milliseconds(120)}),
                     sweepLevel(200, {120, 3780, 0, milliseconds(161), milliseconds(240)})};
    result.stop = SweepStop::None;
    return judged(result);
}

SweepResult scaling()
{
    SweepResult result = storm();
    result.levels = {sweepLevel(1, {160, 0, 0, milliseconds(12), milliseconds(19)}),
                     sweepLevel(10, {1580, 0, 0, milliseconds(12), milliseconds(25)}),
                     sweepLevel(50, {7200, 0, 0, milliseconds(13), milliseconds(41)}),
                     sweepLevel(200, {21600, 0, 0, milliseconds(17), milliseconds(88)})};
    result.stop = SweepStop::None;
    return judged(result);
}

SweepResult leaving()
{
    SweepResult result = calm();
    for (SweepLevel &level : result.levels) {
        double heap = level.before->heap;
        for (SweepLevel::Round &round : level.rounds)
            round.floor->heap = heap += 8192.0 * (round.done + round.failed);
    }
    return judged(result);
}

SweepResult goneDown()
{
    SweepResult result = scaling();
    result.levels.resize(3);
    result.levels[2] = sweepLevel(50, {400, 0, 600, milliseconds(13), {}});
    result.stop = SweepStop::ServerDown;
    result.stoppedAt = experiment::SweepLoad{50, 0};
    result.error
        = {ErrorKind::ConnectionRefused, QStringLiteral("connection refused by 127.0.0.1:8080"), 0, {}};
    return judged(result);
}

SweepResult fallingBehind()
{
    SweepResult result = storm();
    result.plan.rates = {100, 200};
    result.levels
        = {arriving({100, 100}, sweepLevel(8, {2000, 0, 0, milliseconds(20), milliseconds(26)})),
           arriving({200, 120}, sweepLevel(1000, {2400, 0, 0, milliseconds(900), milliseconds(9000)}))};
    transfer::Arrivals &arrivals = result.levels[1].load.arrivals;
    arrivals.due = 4000;
    arrivals.dropped = 1600;
    arrivals.waited = 2900;
    arrivals.late = 1300;
    arrivals.longestLine = 1800;
    result.levels[1].isCutShort = true;
    result.stop = SweepStop::None;
    return judged(result);
}

SweepResult silentAndStopped()
{
    SweepResult result = scaling();
    result.found = {};
    result.amplifications.clear();
    result.levels.resize(2);
    for (SweepLevel &level : result.levels) {
        level.peaks = {};
        level.before.reset();
        level.rounds.clear();
    }
    result.stop = SweepStop::Cancelled;
    return judged(result);
}

SweepResult unreachable()
{
    SweepResult result = emptySweep();
    result.stop = SweepStop::ServerDown;
    result.error
        = {ErrorKind::ConnectionRefused, QStringLiteral("connection refused by 127.0.0.1:8080"), 0, {}};
    return result;
}

experiment::SweepProgress sweeping()
{
    std::vector<SweepLevel> levels = collapsing().levels;
    levels.resize(2);
    experiment::SweepProgress progress;
    progress.phase = experiment::SweepPhase::Load;
    progress.level = 3;
    progress.levels = 4;
    progress.connections = 50;
    progress.share = 0.42;
    progress.elapsed = std::chrono::seconds(9);
    progress.measured = std::make_shared<const std::vector<SweepLevel>>(std::move(levels));
    return progress;
}

} // namespace examples
