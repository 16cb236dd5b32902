// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/checkrun.h"

#include "core/analysis/idle.h"
#include "core/experiment/bodysize.h"
#include "core/experiment/freshness.h"

#include <cmath>

namespace experiment {
namespace {

using namespace std::chrono_literals;
using analysis::Outcome;
using analysis::Resource;

constexpr int warmUpRounds = 2; // at least, 40 uploads
constexpr int blankRounds = 3;
constexpr int mostBlankRounds = 10; // for what a server still does after the warm-up
constexpr int looksOn = 4;
constexpr auto shortestLookingOn = 1s;
constexpr auto longestLookingOn = 6s;
constexpr auto longestLookingOnQuick = 3s;
constexpr auto idleLooks = 5s; // while waiting
constexpr int touches = 2; // uploads after it
constexpr int comparedRounds = 4;
constexpr int smallestShare = 4; // the small size of the size sweep: a quarter

// Of addresses that were tried in vain: one that is there and refuses tells more than those that are not there.
base::Error mostTelling(const QList<metrics::Miss> &misses)
{
    const auto refuses = [](const metrics::Miss &miss) {
        return miss.error.httpStatus == 401 || miss.error.httpStatus == 403;
    };
    const auto isThere = [](const metrics::Miss &miss) { return miss.error.httpStatus != 404; };
    auto found = std::ranges::find_if(misses, refuses);
    if (found == misses.end())
        found = std::ranges::find_if(misses, isThere);
    if (found == misses.end())
        found = misses.begin();
    return found == misses.end() ? base::Error() : found->error;
}

// The number of objects is a witness, no judge, and so is the process's size beside a heap unless it seems to grow: a
// check does not go on for them.
bool isDecided(const std::vector<analysis::ResourceVerdict> &verdicts)
{
    return std::ranges::all_of(verdicts, [](const analysis::ResourceVerdict &verdict) {
        const bool isWitness = verdict.resource == Resource::HeapObjects
            || (verdict.resource == Resource::Rss && !leavesOpen(verdict, true));
        return verdict.isDecided() || isWitness;
    });
}

// Growth that goes on as before is no warm-up: waiting for its end would take for ever.
bool isSteady(const analysis::FloorSeries &series)
{
    const std::vector<double> steps = analysis::increments(series);
    if (steps.size() < 3)
        return false;
    const double last = steps[steps.size() - 1], before = steps[steps.size() - 2];
    return before > 0 && std::abs(last - before) < 0.1 * before;
}

} // namespace

CheckRun::CheckRun(Stage &stage, CheckPlan plan)
    : m_stage(stage)
{
    m_result.bodyBytes = averageBodyBytes(plan.uploads);
    m_nextNumber = plan.uploads.first;
    m_result.plan = std::move(plan);
    connect(&m_stage, &Stage::loadProgressed, this, [this](const transfer::LoadProgress &load) {
        report(m_progress.phase, m_progress.round, m_progress.rounds,
               load.planned > 0 ? static_cast<double>(load.attempts) / load.planned : 0);
    });
}

CheckRun::~CheckRun() = default;

void CheckRun::start()
{
    m_begin = m_phaseBegin = m_stage.clock().now();
    m_result.startedMs = base::toUnixMs(m_stage.clock().wallNow());
    run();
}

QCoro::Task<> CheckRun::run()
{
    co_await protocol();
    conclude();
    report(CheckPhase::Done, 0, 0);
    Q_EMIT finished(m_result);
}

// One co_await a statement: so it reads like a recipe.
QCoro::Task<bool> CheckRun::protocol()
{
    bool mayGoOn = co_await probe();
    if (mayGoOn)
        mayGoOn = co_await warmUp();
    if (mayGoOn)
        mayGoOn = co_await blanks();
    if (mayGoOn)
        co_await takeFirstProfiles();
    if (mayGoOn)
        mayGoOn = co_await rounds();
    if (mayGoOn)
        mayGoOn = co_await lookOn(m_result.resources, m_result.rounds);
    if (mayGoOn)
        mayGoOn = co_await forgottenCloses(m_result.resources, m_result.rounds);
    if (mayGoOn && leaks())
        mayGoOn = co_await attribution();
    // Before what is broken off leaves gaps in it, which would take in what is leaked next.
    const bool isOfProcess = isOfProcessAlone();
    if (mayGoOn && isOfProcess)
        mayGoOn = co_await control();
    if (mayGoOn && m_result.plan.aborts)
        mayGoOn = co_await aborts();
    // What grows by itself was looked for a moment ago where normal uploads leak.
    const bool isLookedFor
        = m_result.plan.speed == CheckPlan::Speed::Quick && leaks() && !verdictSoFar().onlyWhenAborted;
    if (mayGoOn && !isLookedFor)
        mayGoOn = co_await lookOn(m_result.aborted, m_result.abortRounds);
    if (mayGoOn)
        mayGoOn = co_await forgottenCloses(m_result.aborted, m_result.abortRounds);
    if (mayGoOn && verdictSoFar().onlyWhenAborted)
        mayGoOn = co_await abortAttribution();
    if (mayGoOn && leaks() && !isOfProcess)
        mayGoOn = co_await control();
    if (!mayGoOn || m_result.plan.speed == CheckPlan::Speed::Quick)
        co_return mayGoOn;
    if (!leaks())
        mayGoOn = co_await crowd();
    if (mayGoOn)
        mayGoOn = co_await spill();
    if (!mayGoOn || !leaks())
        co_return mayGoOn;
    mayGoOn = co_await idle();
    if (!mayGoOn || !leaks()) // given back: there is nothing to look into
        co_return mayGoOn;
    m_isJudged = true;
    const analysis::Verdict verdict = verdictSoFar();
    if (verdict.onlyWhenAborted || verdict.onlyWhenCrowded || verdict.onlyWhenLarge)
        co_return true; // what follows makes normal uploads
    mayGoOn = co_await sizes();
    if (mayGoOn)
        mayGoOn = co_await sameFile();
    if (mayGoOn)
        mayGoOn = co_await concurrency();
    if (mayGoOn && !isOfProcess)
        mayGoOn = co_await control();
    co_return mayGoOn;
}

QCoro::Task<bool> CheckRun::probe()
{
    report(CheckPhase::Probe, 0, 0);
    m_result.found = co_await m_stage.discover(m_result.plan.watch);
    if (m_stage.isCancelled())
        co_return interrupt(Interruption::Cancelled);
    if (!m_result.found.found()) {
        co_return interrupt(Interruption::NoMetrics, mostTelling(m_result.found.misses));
    }
    m_reader = std::make_unique<FloorReader>(
        m_stage,
        FloorReader::Target{m_result.plan.watch, m_result.found, m_result.plan.pid, m_result.plan.folders});
    m_result.reading = m_reader->kind();
    const std::optional<FloorReading> first = co_await floor();
    co_return first.has_value();
}

// At least 40 uploads; then until two floors in a row differ by less than what would count as a leak, or until the
// growth has become steady.
QCoro::Task<bool> CheckRun::warmUp()
{
    const bool isGo
        = m_result.reading == analysis::Reading::GoExact || m_result.reading == analysis::Reading::GoMetrics;
    const int least = isGo ? warmUpRounds : 5;
    const int most = m_result.plan.speed == CheckPlan::Speed::Quick ? std::max(5, least) : 10;
    const double enough
        = analysis::thresholdFor(Resource::Heap, m_result.reading, m_result.bodyBytes).perUpload;
    m_result.warmUp.push_back({0, *m_lastFloor});
    for (int number = 1; number <= most; ++number) {
        report(CheckPhase::WarmUp, number, 0);
        const std::optional<FloorReading> after = co_await round(usual());
        if (!after)
            co_return false;
        m_result.warmUp.push_back({static_cast<double>(m_result.uploads), *after});
        analysis::FloorSeries series;
        for (const FloorAt &at : m_result.warmUp)
            series.push_back({at.uploads, at.floor.heap});
        if (number >= least && (analysis::isWarmedUp(series, enough) || isSteady(series)))
            break;
    }
    co_return true;
}

// Those that count are the last ones, once what the warm-up has set off is over.
QCoro::Task<bool> CheckRun::blanks()
{
    m_result.blanks.push_back(*m_lastFloor);
    m_floors.assign(1, *m_lastFloor);
    int last = blankRounds;
    for (int number = 1; number <= last; ++number) {
        report(CheckPhase::Blank, number, last);
        const std::optional<FloorReading> after = co_await floor();
        if (!after)
            co_return false;
        m_result.blanks.push_back(*after);
        if (number == last && last < mostBlankRounds && isStillSettling(m_result.blanks)) {
            m_result.blanks.erase(m_result.blanks.begin());
            ++last;
        }
    }
    co_return m_requests.learn(m_result.blanks.front(), m_result.blanks.back())
        || interrupt(Interruption::ForeignTraffic);
}

QCoro::Task<bool> CheckRun::rounds()
{
    analysis::LookPolicy policy = m_result.plan.policy();
    const int before = m_uploadsAtRounds = m_result.uploads;
    m_result.rounds.push_back({0, *m_lastFloor});
    for (int number = 1; number <= policy.looks.back(); ++number) {
        report(CheckPhase::Rounds, number, policy.lookAfter(number - 1));
        const std::optional<FloorReading> after = co_await round(usual());
        if (!after)
            co_return false;
        m_result.rounds.push_back({static_cast<double>(m_result.uploads - before), *after});
        if (isPageStale(m_result.rounds, m_result.reading))
            co_return interrupt(Interruption::StaleMetrics);
        m_result.resources
            = judgeFloors(m_result.rounds, m_result.blanks, m_result.reading, m_result.bodyBytes, policy);
        leaveBuffersOpen(m_result.resources, m_result.warmUp, m_result.rounds, m_result.reading, policy);
        const bool isLonger = policy.isLast(number) && policy.extension > 0
            && std::ranges::any_of(m_result.resources, &analysis::ResourceVerdict::mayHaveEnded);
        if (isLonger)
            policy = policy.extended();
        report(CheckPhase::Rounds, number, policy.lookAfter(number), 1);
        if (!isLonger && policy.isLook(number) && isDecided(m_result.resources))
            break;
    }
    m_later = m_floors.size() - 1;
    co_return true;
}

// What goes on growing, or is given back at once, does not grow with uploads.
QCoro::Task<bool> CheckRun::lookOn(std::vector<analysis::ResourceVerdict> &verdicts,
                                   const std::vector<FloorAt> &rounds)
{
    const auto isLeak
        = [](const analysis::ResourceVerdict &verdict) { return verdict.outcome == Outcome::Leaks; };
    if (std::ranges::none_of(verdicts, isLeak))
        co_return true;
    const auto took = std::chrono::milliseconds(rounds.back().floor.timeMs - rounds.front().floor.timeMs);
    const bool isQuick = m_result.plan.speed == CheckPlan::Speed::Quick;
    const auto time = std::clamp<std::chrono::milliseconds>(
        took, shortestLookingOn, isQuick ? longestLookingOnQuick : longestLookingOn);
    const base::Steady begin = m_stage.clock().now();
    std::vector<FloorReading> floors{*m_lastFloor};
    for (int number = 1; number <= looksOn; ++number) {
        report(CheckPhase::Blank, number, looksOn);
        const auto left = begin + time * number / looksOn - m_stage.clock().now();
        co_await m_stage.pause(std::max(0ms, std::chrono::duration_cast<std::chrono::milliseconds>(left)));
        const std::optional<FloorReading> next = co_await floor();
        if (!next)
            co_return false;
        floors.push_back(*next);
    }
    const auto looked = static_cast<double>(floors.back().timeMs - floors.front().timeMs);
    const double share = took.count() > 0 ? looked / static_cast<double>(took.count()) : 1;
    for (analysis::ResourceVerdict &verdict : verdicts)
        verdict = analysis::afterLookingOn(verdict, valuesOf(floors, verdict.resource), share);
    takeBackWhatFell();
    co_return true;
}

void CheckRun::takeBackWhatFell()
{
    const std::span<const FloorReading> floors = std::span(m_floors).subspan(m_later);
    for (analysis::ResourceVerdict &verdict : m_result.resources)
        verdict = analysis::afterLaterFloors(verdict, valuesOf(floors, verdict.resource));
    for (auto *verdicts : {&m_result.aborted, &m_result.crowded, &m_result.spilled}) {
        for (analysis::ResourceVerdict &verdict : *verdicts)
            verdict = analysis::afterEarlierFloors(verdict, valuesOf(floors, verdict.resource));
    }
}

void CheckRun::takeBackWhatEnded()
{
    const double uploads = m_result.uploads - m_uploadsAtRounds;
    for (analysis::ResourceVerdict &verdict : m_result.resources) {
        const double grown = valueOf(*m_lastFloor, verdict.resource)
            - valueOf(m_result.rounds.front().floor, verdict.resource);
        verdict = analysis::afterAllUploads(verdict, grown, uploads);
    }
}

void CheckRun::takeBackWhatComesAndGoes(std::vector<analysis::ResourceVerdict> &verdicts,
                                        std::size_t before) const
{
    const std::span<const FloorReading> floors = std::span(m_floors).first(before);
    for (analysis::ResourceVerdict &verdict : verdicts)
        verdict = analysis::afterEarlierFloors(verdict, valuesOf(floors, verdict.resource));
}

void CheckRun::dropDescription()
{
    m_result.retention.reset();
    m_result.sameFile.reset();
    m_result.amplification.reset();
}

// What is left after waiting is no leak. In steps, so that a person sees it go on. Tables of sessions and rate limiters
// throw out what is too old when they are used next: so a last look follows when they were.
QCoro::Task<bool> CheckRun::idle()
{
    const std::chrono::seconds time = m_result.plan.idleTime();
    const FloorReading before = *m_lastFloor;
    std::vector<FloorReading> floors{before};
    for (auto waited = 0s; waited < time; waited += 1s) {
        report(CheckPhase::Idle, 1, 1,
               static_cast<double>(waited.count()) / static_cast<double>(time.count()));
        const bool isThere = co_await waitASecond();
        if (!isThere)
            co_return false;
        if ((waited + 1s) % idleLooks != 0s)
            continue;
        const std::optional<FloorReading> now = co_await floor();
        if (!now)
            co_return false;
        floors.push_back(*now);
    }
    const std::optional<FloorReading> after = co_await floor();
    if (!after)
        co_return false;
    floors.push_back(*after);
    const int uploadsBefore = m_result.uploads;
    Round touch = usual();
    touch.uploads = touches;
    touch.mayBeRefused = true;
    const std::optional<FloorReading> touched = co_await round(touch);
    if (!touched)
        co_return false;
    const int added = m_result.uploads - uploadsBefore;
    const double made = (uploadsBefore - m_uploadsAtRounds) / m_result.rounds.back().uploads;
    const auto waited = static_cast<double>(after->timeMs - before.timeMs);
    const auto settle = [&](std::vector<analysis::ResourceVerdict> &verdicts,
                            const std::vector<FloorAt> &rounds, double madeOfThem, int alsoMade) {
        const double took = rounds.empty()
            ? 0
            : static_cast<double>(rounds.back().floor.timeMs - rounds.front().floor.timeMs);
        for (analysis::ResourceVerdict &verdict : verdicts) {
            const double idle = valueOf(*after, verdict.resource);
            const double kept
                = valueOf(*touched, verdict.resource) - verdict.perUpload.value_or(0) * alsoMade;
            // Only what came back tells: the first upload after a rest may well set something up.
            const bool isGivenBack = idle - kept >= analysis::leastReturned * verdict.grown;
            verdict
                = analysis::afterIdle(verdict, valueOf(before, verdict.resource), isGivenBack ? kept : idle,
                                      madeOfThem, took > 0 ? verdict.grown * waited / took : 0);
            verdict = analysis::afterLookingOn(verdict, valuesOf(floors, verdict.resource), 1, true);
        }
    };
    settle(m_result.resources, m_result.rounds, made, added);
    settle(m_result.aborted, m_result.abortRounds, 1, 0); // uploads of other kinds
    settle(m_result.crowded, m_result.crowdRounds, 1, 0);
    settle(m_result.spilled, m_result.spillRounds, 1, 0);
    m_result.idle = IdleProbe{time, 0, isUncollected(before, *touched, m_reader->kind())};
    m_later = m_floors.size() - 1; // what the wait gave back has been judged
    co_return true;
}

QCoro::Task<bool> CheckRun::sizes()
{
    if (!m_result.plan.uploads.files.isEmpty()) // their sizes are what they are
        co_return true;
    Round large = usual(), small = usual();
    small.bytes = large.bytes / smallestShare;
    large.uploads = small.uploads = m_result.plan.perRound / 2;
    std::vector<analysis::RoundGrowth> all;
    for (int pair = 0; pair < comparedRounds; ++pair) {
        for (int i = 0; i < 2; ++i) {
            const Round what = i == 0 ? small : large;
            const auto grown = co_await growths(what, 1, CheckPhase::Sizes);
            if (!grown)
                co_return false;
            all.insert(all.end(), grown->begin(), grown->end());
        }
    }
    m_result.retention = analysis::classifyRetention(
        all, analysis::thresholdFor(Resource::Heap, m_result.reading, m_result.bodyBytes).perUpload);
    co_return true;
}

QCoro::Task<bool> CheckRun::sameFile()
{
    Round same = usual();
    same.isSame = true;
    same.mayBeRefused = true; // there may be one of its name
    const auto grown = co_await growths(same, comparedRounds, CheckPhase::SameFile);
    if (!grown)
        co_return false;
    const bool isTaken = m_lastLoad.done >= leastTaken * same.uploads;
    const auto a = analysis::rateOf(growthsOf(m_result.rounds)), b = analysis::rateOf(*grown);
    if (isTaken && a && b)
        m_result.sameFile = analysis::judgeSameFile(*a, *b, leadingThreshold());
    co_return true;
}

QCoro::Task<bool> CheckRun::concurrency()
{
    Round low = usual(), high = usual();
    low.connections = 1;
    high.connections = highConcurrency;
    low.mayBeRefused = high.mayBeRefused = true; // what they leave counts for each attempt
    const auto few = co_await growths(low, comparedRounds, CheckPhase::Concurrency);
    if (!few)
        co_return false;
    const auto many = co_await growths(high, comparedRounds, CheckPhase::Concurrency);
    if (!many)
        co_return false;
    const auto a = analysis::rateOf(*few), b = analysis::rateOf(*many);
    if (a && b)
        m_result.amplification = analysis::judgeAmplification(*a, *b, leadingThreshold());
    co_return true;
}

} // namespace experiment
