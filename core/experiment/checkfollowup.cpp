// SPDX-License-Identifier: GPL-3.0-or-later
// The phases of a CheckRun that follow up what the rounds of uploads have shown, or have not.
#include "core/analysis/idle.h"
#include "core/experiment/checkrun.h"

#include <cmath>

namespace experiment {
namespace {

using namespace std::chrono_literals;

struct Bounds
{
    std::chrono::seconds time;
    qint64 uploads;
};

Bounds attributionBounds(CheckPlan::Speed speed)
{
    switch (speed) {
    case CheckPlan::Speed::Quick:
        return {3s, 2'000};
    case CheckPlan::Speed::Standard:
        return {60s, 20'000};
    case CheckPlan::Speed::Thorough:
        break;
    }
    return {300s, 200'000};
}

constexpr qint64 mostBetweenFloors = 1'000;

constexpr int controlRounds = 3;
// What is closed after a certain time is closed while the server collects after one of them at most.
constexpr std::chrono::milliseconds rests[]{300ms, 1300ms, 2600ms};
constexpr size_t mostRests = 6;

constexpr int crowdRounds = 8;
constexpr int crowdWarmUp = 2; // its connections and pools are more than were needed before
constexpr double crowdLeniency = 4;
constexpr int spillUploads = 3;
constexpr auto crowdBefore = 18s; // later, a stable server would wait too long for its verdict

} // namespace

// A profile is a sample, and a small leak is in it only after many uploads. What cannot be reached is not begun; the
// result says then how many it would take.
QCoro::Task<bool> CheckRun::attribution()
{
    co_await takeLastProfiles();
    if (verdictSoFar().cause != analysis::Cause::HeapLeak)
        co_return !m_stage.isCancelled() || interrupt(Interruption::Cancelled);
    const Bounds bounds = attributionBounds(m_result.plan.speed);
    const base::Steady until = m_stage.clock().now() + bounds.time;
    const int already = m_result.uploads;
    std::optional<qint64> needed = uploadsToName();
    qint64 enough = 0;
    while (needed && !m_stage.isCancelled()) {
        const auto done = static_cast<qint64>(m_result.uploads - m_firstProfiled.uploads);
        if (done >= 4 * *needed
            || (enough > 0 && done >= enough)) // spread over many functions: more does not help
            break;
        if (done >= *needed)
            enough = 2 * done;
        const qint64 goal = std::max(*needed, done + done / 2); // past ten samples only chance is missing
        const std::chrono::duration<double> each
            = m_lastLoad.elapsed / static_cast<double>(std::max(1, m_lastLoad.attempts()));
        const auto time = std::chrono::duration_cast<base::Steady::duration>(each * double(goal - done));
        if (m_result.uploads - already + goal - done > bounds.uploads || m_stage.clock().now() + time > until)
            break;
        for (qint64 left = goal - done; left > 0; left -= std::min(left, mostBetweenFloors)) {
            report(CheckPhase::Profile, static_cast<int>(goal - left), static_cast<int>(goal));
            Round more = usual();
            more.uploads = static_cast<int>(std::min(left, mostBetweenFloors));
            more.mayBeRefused = true;
            const std::optional<FloorReading> after = co_await round(more);
            if (!after)
                co_return false;
            if (m_lastLoad.done < leastTaken * more.uploads) // it has no room for more
                co_return true;
        }
        co_await takeLastProfiles();
        needed = uploadsToName();
    }
    co_return !m_stage.isCancelled() || interrupt(Interruption::Cancelled);
}

QCoro::Task<bool> CheckRun::abortAttribution()
{
    co_await takeLastProfiles();
    const Bounds bounds = attributionBounds(m_result.plan.speed);
    const base::Steady until = m_stage.clock().now() + bounds.time;
    std::optional<qint64> needed = uploadsToName();
    while (needed && !m_stage.isCancelled() && m_stage.clock().now() < until) {
        const qint64 done = m_result.abortedUploads;
        const qint64 goal = std::max(*needed, done + done / 2);
        if (goal > bounds.uploads || done >= 4 * *needed)
            break;
        while (m_result.abortedUploads < goal && m_stage.clock().now() < until) {
            report(CheckPhase::Profile, m_result.abortedUploads, static_cast<int>(goal));
            const std::optional<FloorReading> after = co_await abortRound();
            if (!after)
                co_return false;
        }
        co_await takeLastProfiles();
        needed = uploadsToName();
    }
    co_return !m_stage.isCancelled() || interrupt(Interruption::Cancelled);
}

// A server that closes late, or whose pool lets idle connections go, closes while it is made to collect as well.
QCoro::Task<bool> CheckRun::forgottenCloses(std::vector<analysis::ResourceVerdict> &verdicts,
                                            const std::vector<FloorAt> &rounds)
{
    const auto descriptors
        = std::ranges::find(verdicts, analysis::Resource::Descriptors, &analysis::ResourceVerdict::resource);
    if (descriptors == verdicts.end() || descriptors->outcome != analysis::Outcome::GcClosed)
        co_return true;
    const bool isOfAborted = &verdicts == &m_result.aborted;
    std::vector<FloorAt> rested{{0, *m_lastFloor}};
    Round again = usual();
    again.mayBeRefused = true;
    ClosedBy who = ClosedBy::Unknown;
    for (size_t number = 0; number < mostRests && (number < std::size(rests) || who == ClosedBy::Unknown);
         ++number) {
        report(CheckPhase::Control, static_cast<int>(number) + 1, static_cast<int>(std::size(rests)));
        const int aborted = m_result.abortedUploads;
        m_rest = rests[number % std::size(rests)];
        std::optional<FloorReading> after;
        if (isOfAborted)
            after = co_await abortRound();
        else
            after = co_await round(again);
        m_rest = {};
        if (!after)
            co_return false;
        const int made = isOfAborted ? m_result.abortedUploads - aborted : m_lastLoad.attempts();
        rested.push_back({rested.back().uploads + made, *after});
        who = closedBy(*descriptors, rested);
    }
    if (who == ClosedBy::Server)
        *descriptors = judgeKept(rounds, *descriptors, m_result.bodyBytes);
    else if (who == ClosedBy::Unknown)
        descriptors->outcome = descriptors->leaning = analysis::Outcome::Inconclusive;
    co_return true;
}

// Without it, what was uploaded to name a function, or to classify the leak, could fill a cache unseen.
QCoro::Task<bool> CheckRun::control()
{
    takeBackWhatFell();
    if (!m_isJudged)
        takeBackWhatEnded();
    if (!leaks()) {
        dropDescription();
        co_return true;
    }
    const analysis::Verdict verdict = verdictSoFar();
    if (verdict.onlyWhenCrowded || verdict.onlyWhenLarge)
        co_return true;
    std::vector<FloorAt> rounds{{0, *m_lastFloor}};
    Round again = usual();
    again.mayBeRefused = true;
    for (int number = 1; number <= controlRounds; ++number) {
        report(CheckPhase::Control, number, controlRounds);
        const int aborted = m_result.abortedUploads;
        std::optional<FloorReading> after;
        if (verdict.onlyWhenAborted)
            after = co_await abortRound();
        else
            after = co_await round(again);
        if (!after)
            co_return false;
        const int made = verdict.onlyWhenAborted ? m_result.abortedUploads - aborted : m_lastLoad.done;
        if (!verdict.onlyWhenAborted && made < leastTaken * again.uploads) // it has no room for more
            co_return true;
        rounds.push_back({rounds.back().uploads + made, *after});
    }
    for (analysis::ResourceVerdict &judged :
         verdict.onlyWhenAborted ? m_result.aborted : m_result.resources) {
        analysis::FloorSeries series;
        for (const FloorAt &at : rounds)
            series.push_back({at.uploads, valueOf(at.floor, judged.resource)});
        judged = analysis::afterMoreRounds(judged, series);
    }
    if (!verdict.onlyWhenAborted && verdictSoFar().onlyWhenAborted) // what normal uploads have filled, too
        co_return co_await control();
    takeBackWhatFell();
    if (!leaks())
        dropDescription();
    co_return true;
}

// Some servers lose what they give up, and give up only under load. So here a refusal is no failure but what is looked
// for, and everything counts for each attempt. A closed loop tries again at once, as clients do that know no better.
QCoro::Task<bool> CheckRun::crowd()
{
    const bool isLate = m_stage.clock().now() - m_begin > crowdBefore;
    m_result.isCrowdSkipped = isLate && m_result.plan.speed == CheckPlan::Speed::Standard;
    if (m_result.plan.uploads.connections >= highConcurrency || m_result.isCrowdSkipped)
        co_return true;
    Round many = usual();
    many.connections = m_result.crowdConnections = highConcurrency;
    many.mayBeRefused = true;
    double attempts = 0;
    const std::size_t floorsBefore = m_floors.size();
    for (int number = 1 - crowdWarmUp; number <= crowdRounds; ++number) {
        report(CheckPhase::Concurrency, std::max(number, 1), crowdRounds);
        const std::optional<FloorReading> after = co_await round(many);
        if (!after)
            co_return false;
        m_crowdAttempts += m_lastLoad.attempts();
        if (number < 0)
            continue;
        attempts += number == 0 ? 0 : m_lastLoad.attempts();
        m_result.crowdRounds.push_back({attempts, *after});
    }
    m_result.crowded
        = judgeFloors(m_result.crowdRounds, m_result.blanks, m_result.reading, m_result.bodyBytes,
                      analysis::LookPolicy::once(crowdRounds), crowdLeniency);
    // What only the collector closes would have been seen among few, and allocators take more for many.
    std::erase_if(m_result.crowded, [](const analysis::ResourceVerdict &verdict) {
        return verdict.outcome == analysis::Outcome::GcClosed || verdict.resource == analysis::Resource::Rss;
    });
    takeBackWhatComesAndGoes(m_result.crowded, floorsBefore);
    const auto few = analysis::rateOf(growthsOf(m_result.rounds));
    const auto crowded = analysis::rateOf(growthsOf(m_result.crowdRounds));
    if (few && crowded)
        m_result.amplification = analysis::judgeAmplification(*few, *crowded, leadingThreshold());
    if (leaks())
        co_await takeLastProfiles();
    co_return !m_stage.isCancelled() || interrupt(Interruption::Cancelled);
}

QCoro::Task<bool> CheckRun::spill()
{
    const auto leaksFiles = [](const analysis::ResourceVerdict &verdict) {
        return verdict.resource == analysis::Resource::TempFiles
            && verdict.outcome == analysis::Outcome::Leaks;
    };
    if (m_result.plan.folders.isEmpty() || !net::isLoopback(m_result.plan.uploads.target.endpoint.url.host())
        || m_result.bodyBytes >= static_cast<double>(spillBytes)
        || std::ranges::any_of(m_result.resources, leaksFiles))
        co_return true;
    const std::size_t floorsBefore = m_floors.size();
    m_result.spillRounds.push_back({0, *m_lastFloor});
    for (int number = 1; number <= spillUploads; ++number) {
        report(CheckPhase::Sizes, number, spillUploads);
        Round large = usual();
        large.uploads = 1;
        large.bytes = spillBytes;
        large.isGenerated = large.mayBeRefused = true;
        const std::optional<FloorReading> after = co_await round(large);
        if (!after)
            co_return false;
        if (m_lastLoad.done == 0) // too large for it altogether
            co_return true;
        m_result.spillRounds.push_back({static_cast<double>(number), *after});
    }
    m_result.spilled = judgeSpill(m_result.spillRounds);
    takeBackWhatComesAndGoes(m_result.spilled, floorsBefore);
    co_return true;
}

} // namespace experiment
