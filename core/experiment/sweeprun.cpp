// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweeprun.h"

#include "core/experiment/bodysize.h"
#include "core/experiment/machinetimes.h"

#include <cmath>
#include <ctime>

namespace experiment {
namespace {

using namespace std::chrono_literals;
using analysis::Resource;
using base::ErrorKind;

constexpr SweepLoad warmUpLoad{.connections = 4};
constexpr int leastWarmUpRounds = 2;
constexpr auto longestRound = 10s; // of what is not measured
constexpr double mostGone = 0.5; // of a load's attempts without a connection

/// What more at once must not make more of. Process size and threads are left out: allocators and runtimes keep more of both
/// for many, and that is no leak.
constexpr Resource amplifiable[]{Resource::Heap, Resource::Goroutines, Resource::Descriptors,
                                 Resource::TempFiles};

/// Of all threads of this program.
double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

int connectionFailures(const transfer::LoadResult &load)
{
    int count = 0;
    for (const auto &[kind, times] : load.errors) {
        if (kind == ErrorKind::ConnectionRefused || kind == ErrorKind::ConnectionFailed
            || kind == ErrorKind::HostNotFound || kind == ErrorKind::ConnectTimeout)
            count += times;
    }
    return count;
}

SweepLevel::Round roundOf(const transfer::LoadResult &load, const std::optional<FloorReading> &floor)
{
    return {load.done, load.attempts() - load.done, floor};
}

} // namespace

SweepRun::SweepRun(Stage &stage, PeakWatch &peaks, int lanes, SweepPlan plan)
    : m_stage(stage)
    , m_peaks(peaks)
    , m_lanes(lanes)
{
    m_nextNumber = plan.uploads.first;
    m_result.bodyBytes = averageBodyBytes(plan.uploads);
    m_progress.levels = static_cast<int>(plan.loads().size());
    m_result.plan = std::move(plan);
    connect(&m_stage, &Stage::loadProgressed, this, [this](const transfer::LoadProgress &load) {
        report(m_progress.phase, loadShare(load.attempts, load.planned));
    });
}

SweepRun::~SweepRun() = default;

void SweepRun::start()
{
    m_begin = m_stage.clock().now();
    m_result.startedMs = base::toUnixMs(m_stage.clock().wallNow());
    run();
}

QCoro::Task<> SweepRun::run()
{
    co_await protocol();
    m_peaks.stop();
    m_result.took = std::chrono::duration_cast<std::chrono::milliseconds>(m_stage.clock().now() - m_begin);
    judge();
    report(SweepPhase::Done);
    Q_EMIT finished(m_result);
}

QCoro::Task<bool> SweepRun::protocol()
{
    bool isGoing = co_await probe();
    if (isGoing)
        isGoing = co_await warmUp();
    const std::vector<SweepLoad> loads = m_result.plan.loads();
    for (size_t i = 0; isGoing && i < loads.size(); ++i) {
        m_progress.level = static_cast<int>(i) + 1;
        isGoing = co_await level(loads[i]);
    }
    co_return isGoing;
}

QCoro::Task<bool> SweepRun::probe()
{
    report(SweepPhase::Probe);
    m_result.found = co_await m_stage.discover(m_result.plan.watch);
    if (m_stage.isCancelled())
        co_return stop(SweepStop::Cancelled);
    if (!m_result.found.found())
        co_return true;
    m_reader = std::make_unique<FloorReader>(
        m_stage,
        FloorReader::Target{m_result.plan.watch, m_result.found, m_result.plan.pid, m_result.plan.folders});
    m_result.reading = m_reader->kind();
    std::optional<FloorReading> first;
    const bool isGoing = co_await readFloor(first);
    co_return isGoing;
}

// Until two floors in a row differ by less than what would count as a leak, as a leak check does.
QCoro::Task<bool> SweepRun::warmUp()
{
    const double enough
        = analysis::thresholdFor(Resource::Heap, m_result.reading, m_result.bodyBytes).perUpload;
    analysis::FloorSeries series;
    m_progress.connections = warmUpLoad.connections;
    for (int number = 1; number <= SweepPlan::warmUpRounds; ++number) {
        report(SweepPhase::WarmUp);
        const transfer::LoadResult made = co_await load(SweepPlan::warmUpUploads, warmUpLoad, longestRound);
        m_result.warmUpUploads += made.done;
        if (m_stage.isCancelled())
            co_return stop(SweepStop::Cancelled);
        const bool isThere = co_await isStillThere(made);
        if (!isThere)
            co_return false;
        if (made.done == 0)
            co_return stop(SweepStop::NotTaken, made.firstError);
        std::optional<FloorReading> floor;
        const bool isGoing = co_await readFloor(floor);
        if (!isGoing)
            co_return false;
        if (floor)
            series.push_back({static_cast<double>(m_result.warmUpUploads), floor->heap});
        const bool isTold = floor && std::isfinite(floor->heap);
        if (number >= leastWarmUpRounds && (!isTold || analysis::isWarmedUp(series, enough)))
            break;
    }
    co_return true;
}

QCoro::Task<bool> SweepRun::level(SweepLoad load)
{
    m_load = load;
    m_progress.connections = load.connections;
    m_progress.perSecond = load.perSecond;
    SweepLevel now;
    now.connections = load.connections;
    bool isGoing = co_await ramp(now);
    if (isGoing)
        isGoing = co_await measure(now);
    if (isGoing)
        isGoing = co_await rounds(now);
    if (now.load.attempts() == 0)
        co_return isGoing;
    m_result.levels.push_back(now);
    m_progress.measured = std::make_shared<const std::vector<SweepLevel>>(m_result.levels);
    co_return isGoing &&mayGoOn(now);
}

QCoro::Task<bool> SweepRun::ramp(SweepLevel &now)
{
    report(SweepPhase::Ramp);
    const transfer::LoadResult made = co_await load(SweepPlan::rampUploads(m_load), m_load, longestRound);
    if (m_stage.isCancelled())
        co_return stop(SweepStop::Cancelled);
    const bool isThere = co_await isStillThere(made);
    if (!isThere)
        co_return false;
    const bool isGoing = co_await readFloor(now.before);
    co_return isGoing;
}

QCoro::Task<bool> SweepRun::measure(SweepLevel &now)
{
    report(SweepPhase::Load);
    if (m_reader)
        m_peaks.start(m_result.plan.watch, m_result.found.sources.first());
    const MachineTimes machine = MachineTimes::now();
    const double before = processorSeconds();
    bool isGoing = co_await measuredLoad(now);
    if (isGoing)
        isGoing = co_await lengthen(now);
    const double computed = processorSeconds() - before;
    now.machineBusy = MachineTimes::now().busyShareSince(machine);
    m_peaks.stop();
    now.peaks = m_peaks.peaks();
    const double available = static_cast<double>(now.load.elapsed.count()) / 1e6
        * static_cast<double>(std::min(m_lanes, m_load.connections));
    now.clientBusy = available > 0 ? std::min(1.0, computed / available) : 0;
    now.isShared = net::isLoopback(m_result.plan.uploads.target.endpoint.url.host());
    if (m_load.isOpenLoop())
        now.connections = now.load.arrivals.mostAtOnce;
    if (!isGoing)
        co_return stop(SweepStop::Cancelled);
    const bool isThere = co_await isStillThere(now.load);
    if (!isThere)
        co_return false;
    isGoing = co_await readFloor(now.after);
    now.rounds.push_back(roundOf(now.load, now.after));
    co_return isGoing;
}

QCoro::Task<bool> SweepRun::measuredLoad(SweepLevel &now)
{
    const SweepPlan &plan = m_result.plan;
    const int uploads = plan.uploadsAt(m_load);
    // An open loop that leaves out what waited when the time was over would leave out who waited longest.
    const bool endsInTime = plan.levelTime && !m_load.isOpenLoop();
    const auto noneAfter = endsInTime ? std::min(*plan.levelTime, plan.longestLevel) : plan.longestLevel;
    m_loadLeast = plan.moreAt(m_load, m_result.bodyBytes) > 0 ? plan.leastTime : 0ms;
    now.load = co_await load(uploads, m_load, noneAfter);
    now.isCutShort = now.load.attempts() < uploads && !endsInTime;
    co_return !m_stage.isCancelled();
}

// A server that does not take them is not sent more of them: that it does not is known by then.
QCoro::Task<bool> SweepRun::lengthen(SweepLevel &now)
{
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now.load.elapsed);
    const auto longest = std::min(m_loadLeast, m_result.plan.longestLevel);
    const bool isTaken = 2 * now.load.done > now.load.attempts();
    if (now.isCutShort || !isTaken || elapsed >= longest) {
        m_loadLeast = 0ms;
        co_return true;
    }
    m_loadBefore = elapsed;
    transfer::LoadResult both = now.load;
    const transfer::LoadResult more
        = co_await load(m_result.plan.moreAt(m_load, m_result.bodyBytes), m_load, longest - elapsed);
    both.add(more);
    both.elapsed = now.load.elapsed + more.elapsed; // one after the other
    now.load = both;
    m_loadLeast = m_loadBefore = 0ms;
    co_return !m_stage.isCancelled();
}

QCoro::Task<bool> SweepRun::rounds(SweepLevel &now)
{
    if (!m_reader)
        co_return true;
    for (int number = 1; number <= SweepPlan::rounds; ++number) {
        m_progress.round = number;
        report(SweepPhase::Rounds);
        const transfer::LoadResult made
            = co_await load(SweepPlan::roundUploads(m_load), m_load, longestRound);
        if (m_stage.isCancelled())
            co_return stop(SweepStop::Cancelled);
        const bool isThere = co_await isStillThere(made);
        if (!isThere)
            co_return false;
        std::optional<FloorReading> floor;
        const bool isGoing = co_await readFloor(floor);
        if (!isGoing)
            co_return false;
        now.rounds.push_back(roundOf(made, floor));
    }
    co_return true;
}

QCoro::Task<transfer::LoadResult> SweepRun::load(int uploads, SweepLoad how,
                                                 std::chrono::milliseconds noneAfter)
{
    transfer::LoadPlan plan = m_result.plan.uploads;
    plan.uploads = uploads;
    plan.connections = how.connections;
    plan.perSecond = how.perSecond;
    plan.noneAfter = noneAfter;
    plan.keepAlive = true;
    plan.first = m_nextNumber;
    m_nextNumber += static_cast<quint64>(uploads);
    m_loadBegin = m_stage.clock().now();
    m_loadLimit = noneAfter;
    const transfer::LoadResult made = co_await m_stage.load(plan);
    m_result.attempts += made.attempts();
    co_return made;
}

QCoro::Task<bool> SweepRun::readFloor(std::optional<FloorReading> &floor)
{
    if (!m_reader)
        co_return true;
    const base::Result<FloorReading> read = co_await m_reader->readPatiently();
    if (m_stage.isCancelled())
        co_return stop(SweepStop::Cancelled);
    if (!read.ok()) {
        const bool isGone = m_lastFloor && read.error().kind == ErrorKind::ConnectionRefused;
        co_return !isGone || stop(SweepStop::ServerDown, read.error());
    }
    if (m_lastFloor && FloorReader::isRestarted(*m_lastFloor, *read))
        co_return stop(SweepStop::Restarted);
    m_lastFloor = floor = *read;
    // Garbage that nobody can have collected is not what is left.
    if (m_result.reading != analysis::Reading::GoExact)
        m_lastFloor->heap = floor->heap = FloorReading::unknown;
    co_return true;
}

// A server that is started anew needs a moment before it answers.
QCoro::Task<bool> SweepRun::isStillThere(transfer::LoadResult made)
{
    const bool isUnreachable = connectionFailures(made) > mostGone * made.attempts();
    if (m_lastFloor && made.failed > 0) {
        FloorReader::Presence presence = co_await m_reader->presence(*m_lastFloor);
        if (presence == FloorReader::Presence::Silent && isUnreachable) {
            co_await m_stage.pause(300ms);
            presence = co_await m_reader->presence(*m_lastFloor);
        }
        if (m_stage.isCancelled())
            co_return stop(SweepStop::Cancelled);
        if (presence == FloorReader::Presence::Other)
            co_return stop(SweepStop::Restarted);
    }
    co_return !isUnreachable || stop(SweepStop::ServerDown, made.firstError);
}

bool SweepRun::stop(SweepStop why, const base::Error &error)
{
    if (m_result.stop == SweepStop::None) {
        m_result.stop = why;
        m_result.error = error;
        if (m_progress.level > 0)
            m_result.stoppedAt = m_load;
    }
    return false;
}

bool SweepRun::mayGoOn(const SweepLevel &now)
{
    if (m_progress.level == m_progress.levels)
        return true;
    // First: whoever is refused at once is back at once, which keeps the client busy, too.
    if (now.failedShare() > m_result.plan.errorLimit)
        return stop(SweepStop::ErrorRate, now.load.firstError);
    if (analysis::clientLimit(now.point()) != analysis::ClientLimit::None)
        return stop(SweepStop::Client);
    if (!analysis::keepsUp(now.point()))
        return stop(SweepStop::NotKeptUp);
    return true;
}

void SweepRun::judge()
{
    std::vector<analysis::LoadPoint> points;
    for (const SweepLevel &level : m_result.survived())
        points.push_back(level.point());
    m_result.scaling = analysis::judgeScaling(points);
    for (const Resource resource : amplifiable) {
        if (!m_lastFloor || !std::isfinite(valueOf(*m_lastFloor, resource)))
            continue;
        std::vector<analysis::LevelRounds> growth;
        for (const SweepLevel &level : m_result.levels)
            growth.push_back(level.growth(resource));
        const analysis::Threshold threshold
            = analysis::thresholdFor(resource, m_result.reading, m_result.bodyBytes);
        m_result.amplifications.push_back(
            {resource, analysis::judgeLoadAmplification(growth, threshold.perUpload, threshold.resolution)});
    }
}

double SweepRun::loadShare(int attempts, int planned) const
{
    const auto elapsed
        = std::chrono::duration_cast<std::chrono::milliseconds>(m_stage.clock().now() - m_loadBegin);
    const auto of = [](std::chrono::milliseconds part, std::chrono::milliseconds all) {
        return all.count() > 0 ? static_cast<double>(part.count()) / static_cast<double>(all.count()) : 0;
    };
    const double byUploads = planned > 0 ? static_cast<double>(attempts) / planned : 0;
    const double share = std::max(byUploads, of(elapsed, m_loadLimit));
    if (m_loadLeast.count() == 0)
        return std::min(1.0, share);
    // It goes on until both are reached, and must not seem to be over twice.
    const double byLeast = std::min(1.0, of(m_loadBefore + elapsed, m_loadLeast));
    return m_loadBefore.count() > 0 ? byLeast : std::min(share, byLeast);
}

void SweepRun::report(SweepPhase phase, double share)
{
    m_progress.phase = phase;
    m_progress.share = share;
    m_progress.traffic = m_stage.traffic();
    m_progress.elapsed
        = std::chrono::duration_cast<std::chrono::milliseconds>(m_stage.clock().now() - m_begin);
    Q_EMIT progressed(m_progress);
}

} // namespace experiment
