// SPDX-License-Identifier: GPL-3.0-or-later
// What the phases of a CheckRun are made of: rounds, floors, profiles, and the conclusion.
#include "core/analysis/idle.h"
#include "core/experiment/checkrun.h"
#include "core/pprof/decode.h"
#include "core/pprof/difference.h"

#include <cmath>

namespace experiment {
namespace {

using analysis::Outcome;
using base::Error;

// Fewer answered uploads than this, and what is measured is something else than what was asked for.
constexpr double leastAnswered = 0.8;

base::Result<pprof::Attribution> attributionOf(const QByteArray &before, const QByteArray &after,
                                               const QString &typeName, const pprof::Growth &growth,
                                               const QByteArray &goroutines)
{
    const base::Result<pprof::Profile> first = pprof::decode(before);
    if (!first)
        return first.error();
    const base::Result<pprof::Profile> last = pprof::decode(after);
    if (!last)
        return last.error();
    const base::Result<pprof::Difference> difference = pprof::difference(*last, *first);
    if (!difference)
        return difference.error();
    const std::optional<int> type = difference->delta.typeIndex(typeName);
    if (!type)
        return Error{base::ErrorKind::Malformed, CheckRun::tr("the profile has no %1").arg(typeName), 0, {}};
    const base::Result<pprof::Profile> witness = pprof::decode(goroutines);
    return pprof::attribute(difference->delta, *type, growth, witness ? &*witness : nullptr);
}

} // namespace

CheckRun::Round CheckRun::usual() const
{
    const transfer::LoadPlan &uploads = m_result.plan.uploads;
    return {m_result.plan.perRound, uploads.connections, uploads.bytes};
}

QCoro::Task<bool> CheckRun::makeLoad(Round what)
{
    transfer::LoadPlan plan = m_result.plan.uploads;
    plan.uploads = what.uploads;
    plan.connections = what.connections;
    plan.bytes = what.bytes;
    if (what.isGenerated)
        plan.files.clear();
    plan.isSame = what.isSame;
    plan.cutAt = what.cutAt;
    plan.cutBy = what.cutBy;
    plan.flaw = what.flaw;
    plan.keepAlive = false;
    plan.endsStalled = true;
    const bool isFlawed = what.flaw != transfer::Flaw::None;
    plan.target.endpoint.transport.stallTimeout = patience(isFlawed);
    plan.first = what.isSame ? m_result.plan.uploads.first : m_nextNumber;
    if (!what.isSame)
        m_nextNumber += static_cast<quint64>(what.uploads);
    m_lastLoad = co_await m_stage.load(plan);
    const transfer::LoadResult &made = m_lastLoad;
    m_slowestUpload = std::max(m_slowestUpload, std::chrono::microseconds(made.total.max()));
    m_requests.addUploads(made.attempts());
    const int meant = isFlawed ? 0 : made.done; // an abort that came too late was an upload
    const bool isToFail = isFlawed || what.cutAt != transfer::CutAt::Never;
    if (!isToFail && what.connections == usual().connections && what.bytes == usual().bytes)
        m_answerTimes.add(made.total);
    m_result.uploads += meant;
    (isToFail ? m_result.abortedUploads : m_result.failedUploads) += made.attempts() - meant;
    if (m_stage.isCancelled())
        co_return interrupt(Interruption::Cancelled);
    const auto stalled = made.errors.find(base::ErrorKind::Stalled);
    const bool isStuck = stalled != made.errors.end() && stalled->second == made.attempts();
    m_hangsOnFlaws = m_hangsOnFlaws || (isStuck && isFlawed);
    if ((isStuck && !isFlawed) || (!what.mayBeRefused && made.done < leastAnswered * what.uploads)) {
        const FloorReader::Presence presence = co_await presenceAfterFailure();
        if (presence == FloorReader::Presence::Other)
            co_return interrupt(Interruption::Restarted);
        co_return interrupt(presence == FloorReader::Presence::Silent ? Interruption::Gone
                                                                      : Interruption::UploadsFailed,
                            made.firstError);
    }
    co_return true;
}

// Whoever hangs on uploads that are wrong will hang on all of them.
std::chrono::milliseconds CheckRun::patience(bool isFlawed) const
{
    using namespace std::chrono_literals;
    constexpr int timesTheSlowest = 20;
    const std::chrono::milliseconds least = isFlawed && m_hangsOnFlaws ? 2s : 15s;
    const std::chrono::milliseconds told = m_result.plan.uploads.target.endpoint.transport.stallTimeout;
    if (m_result.plan.waitsAsTold || m_slowestUpload.count() == 0)
        return told;
    const auto enough = std::chrono::ceil<std::chrono::milliseconds>(m_slowestUpload * timesTheSlowest);
    return told > 0ms ? std::min(told, std::max(enough, least)) : std::max(enough, least);
}

bool CheckRun::isOfProcessAlone() const
{
    const analysis::Verdict verdict = verdictSoFar();
    return verdict.outcome == Outcome::Leaks && verdict.leading
        && verdict.leading->resource == analysis::Resource::Rss
        && m_result.reading == analysis::Reading::Other;
}

// A server that is started anew needs a moment before it answers.
QCoro::Task<FloorReader::Presence> CheckRun::presenceAfterFailure()
{
    using namespace std::chrono_literals;
    if (!m_lastFloor)
        co_return FloorReader::Presence::Same;
    FloorReader::Presence presence = co_await m_reader->presence(*m_lastFloor);
    if (presence != FloorReader::Presence::Other) {
        co_await m_stage.pause(300ms);
        presence = co_await m_reader->presence(*m_lastFloor);
    }
    co_return presence;
}

QCoro::Task<bool> CheckRun::waitASecond()
{
    using namespace std::chrono_literals;
    co_await m_stage.pause(1s);
    if (m_stage.isCancelled())
        co_return interrupt(Interruption::Cancelled);
    const FloorReader::Presence presence = co_await m_reader->presence(*m_lastFloor);
    if (presence == FloorReader::Presence::Other)
        co_return interrupt(Interruption::Restarted);
    if (presence == FloorReader::Presence::Same)
        co_return true;
    const std::optional<FloorReading> again = co_await floor(); // says what is wrong, if it still is
    co_return again.has_value();
}

QCoro::Task<std::optional<FloorReading>> CheckRun::round(Round what)
{
    const bool isMade = co_await makeLoad(what);
    if (!isMade)
        co_return std::nullopt;
    const std::optional<FloorReading> after = co_await floor();
    co_return after;
}

QCoro::Task<std::optional<FloorReading>> CheckRun::floor()
{
    base::Result<FloorReading> read = co_await m_reader->readPatiently(m_rest);
    if (m_stage.isCancelled()) {
        interrupt(Interruption::Cancelled);
        co_return std::nullopt;
    }
    if (!read.ok()) {
        const bool isGone = m_lastFloor && read.error().kind == base::ErrorKind::ConnectionRefused;
        interrupt(isGone ? Interruption::Gone : Interruption::ReadingFailed, read.error());
        co_return std::nullopt;
    }
    read->asked = static_cast<double>(m_stage.requests());
    if (!mayGoOn(*read))
        co_return std::nullopt;
    m_lastFloor = *read;
    m_floors.push_back(*read);
    co_return *read;
}

bool CheckRun::mayGoOn(const FloorReading &floor)
{
    if (m_lastFloor && FloorReader::isRestarted(*m_lastFloor, floor))
        return interrupt(Interruption::Restarted);
    return m_requests.accepts(floor) || interrupt(Interruption::ForeignTraffic);
}

QCoro::Task<std::optional<std::vector<analysis::RoundGrowth>>> CheckRun::growths(Round what, int count,
                                                                                 CheckPhase phase)
{
    std::vector<analysis::RoundGrowth> grown;
    for (int number = 1; number <= count; ++number) {
        report(phase, number, count);
        const double before = leadingValue(*m_lastFloor);
        const std::optional<FloorReading> after = co_await round(what);
        if (!after)
            co_return std::nullopt;
        const int made = what.mayBeRefused ? m_lastLoad.attempts() : m_lastLoad.done;
        grown.push_back(
            {static_cast<double>(made), leadingValue(*after) - before, static_cast<double>(what.bytes)});
    }
    co_return grown;
}

std::vector<analysis::RoundGrowth> CheckRun::growthsOf(const std::vector<FloorAt> &rounds) const
{
    std::vector<analysis::RoundGrowth> grown;
    for (size_t i = 1; i < rounds.size(); ++i) {
        grown.push_back({rounds[i].uploads - rounds[i - 1].uploads,
                         leadingValue(rounds[i].floor) - leadingValue(rounds[i - 1].floor),
                         m_result.bodyBytes});
    }
    return grown;
}

bool CheckRun::interrupt(Interruption why, const Error &error)
{
    if (m_result.interruption == Interruption::None) {
        m_result.interruption = why;
        m_result.error = error;
    }
    return false;
}

analysis::Verdict CheckRun::verdictSoFar() const
{
    return analysis::combine({m_result.resources, m_result.aborted,
                              m_result.idle && m_result.idle->confirms(), m_result.crowded, m_result.spilled,
                              m_result.idle && m_result.idle->isUncollected});
}

bool CheckRun::leaks() const
{
    return verdictSoFar().outcome == Outcome::Leaks;
}

double CheckRun::leadingValue(const FloorReading &floor) const
{
    const analysis::Verdict now = verdictSoFar();
    return valueOf(floor, now.leading ? now.leading->resource : analysis::Resource::Heap);
}

double CheckRun::leadingThreshold() const
{
    const analysis::Verdict now = verdictSoFar();
    return now.leading ? now.leading->threshold : 0;
}

QCoro::Task<> CheckRun::takeFirstProfiles()
{
    report(CheckPhase::Profile, 1, 2);
    m_firstProfiled = {static_cast<double>(m_result.uploads), *m_lastFloor};
    const base::Result<QByteArray> heap = co_await m_reader->profile(QStringLiteral("heap"));
    const base::Result<QByteArray> goroutines = co_await m_reader->profile(QStringLiteral("goroutine"));
    if (heap.ok())
        m_result.profiles.heapBefore = *heap;
    else
        m_result.profileError = heap.error();
    if (goroutines.ok())
        m_result.profiles.goroutinesBefore = *goroutines;
}

QCoro::Task<> CheckRun::takeLastProfiles()
{
    if (m_result.profiles.heapBefore.isEmpty())
        co_return;
    report(CheckPhase::Profile, 2, 2);
    m_lastProfiled = {static_cast<double>(m_result.uploads), *m_lastFloor};
    const base::Result<QByteArray> heap = co_await m_reader->profile(QStringLiteral("heap"));
    const base::Result<QByteArray> goroutines = co_await m_reader->profile(QStringLiteral("goroutine"));
    if (heap.ok())
        m_result.profiles.heapAfter = *heap;
    else
        m_result.profileError = heap.error();
    if (goroutines.ok())
        m_result.profiles.goroutinesAfter = *goroutines;
}

std::optional<qint64> CheckRun::uploadsToName()
{
    attribute(verdictSoFar());
    const bool isTooCoarse = m_result.guilt && m_result.guilt->attribution.tooCoarse;
    return isTooCoarse ? m_result.guilt->attribution.uploadsNeeded : std::nullopt;
}

// A heap profile knows nothing of files, descriptors or memory outside the heap.
void CheckRun::attribute(const analysis::Verdict &verdict)
{
    using analysis::Cause;
    const bool isHeap = verdict.cause == Cause::HeapLeak && verdict.leading
        && verdict.leading->resource != analysis::Resource::Rss;
    if (verdict.cause == Cause::GoroutineLeak)
        m_result.guilt = guiltOf(analysis::Resource::Goroutines, verdict);
    else if (isHeap)
        m_result.guilt = guiltOf(analysis::Resource::Heap, verdict);
    if (verdict.heap)
        m_result.heapGuilt = guiltOf(analysis::Resource::Heap, verdict);
}

std::optional<Guilt> CheckRun::guiltOf(analysis::Resource resource, const analysis::Verdict &verdict)
{
    const CheckProfiles &profiles = m_result.profiles;
    const bool isHeap = resource == analysis::Resource::Heap;
    const QByteArray &before = isHeap ? profiles.heapBefore : profiles.goroutinesBefore;
    const QByteArray &after = isHeap ? profiles.heapAfter : profiles.goroutinesAfter;
    if (before.isEmpty() || after.isEmpty())
        return {};
    double uploads = m_lastProfiled.uploads - m_firstProfiled.uploads;
    if (verdict.onlyWhenAborted)
        uploads = m_result.abortedUploads;
    else if (verdict.onlyWhenCrowded)
        uploads = m_crowdAttempts;
    const pprof::Growth growth{valueOf(m_lastProfiled.floor, resource)
                                   - valueOf(m_firstProfiled.floor, resource),
                               static_cast<qint64>(uploads)};
    const base::Result<pprof::Attribution> found
        = attributionOf(before, after, isHeap ? QStringLiteral("inuse_space") : QStringLiteral("goroutine"),
                        growth, profiles.goroutinesBefore);
    if (found)
        return Guilt{isHeap ? QStringLiteral("bytes") : QStringLiteral("goroutines"), *found, uploads};
    m_result.profileError = found.error();
    return {};
}

std::optional<double> CheckRun::returnedShare(const analysis::Verdict &verdict) const
{
    if (verdict.outcome == Outcome::Leaks)
        return verdict.leading->returnedShare;
    for (const std::vector<analysis::ResourceVerdict> *verdicts :
         {&m_result.resources, &m_result.aborted, &m_result.crowded, &m_result.spilled}) {
        for (const analysis::ResourceVerdict &one : *verdicts) {
            if (one.outcome == Outcome::ReleasedLate)
                return one.returnedShare;
        }
    }
    return {};
}

void CheckRun::conclude()
{
    m_result.took = std::chrono::duration_cast<std::chrono::milliseconds>(m_stage.clock().now() - m_begin);
    if (m_answerTimes.count() > 0) {
        const auto quantile
            = [this](double share) { return std::chrono::microseconds(m_answerTimes.quantile(share)); };
        m_result.answerTimes
            = AnswerTimes{static_cast<int>(m_answerTimes.count()), quantile(0.50), quantile(0.95),
                          quantile(0.99), std::chrono::microseconds(m_answerTimes.max())};
    }
    analysis::Verdict verdict = verdictSoFar();
    if (m_result.idle)
        m_result.idle->returnedShare = returnedShare(verdict);
    if (m_result.interruption != Interruption::None && !m_isJudged
        && verdict.outcome != Outcome::Inconclusive) {
        verdict = {};
        verdict.outcome = Outcome::Inconclusive;
    }
    m_result.verdict = std::move(verdict);
    if (m_result.verdict.outcome == Outcome::Leaks)
        attribute(m_result.verdict);
    else
        m_result.guilt = m_result.heapGuilt = {};
}

std::optional<std::chrono::milliseconds> CheckRun::phaseLeft() const
{
    constexpr double early = 0.1;
    if (m_progress.rounds <= 0)
        return {};
    const double done = (m_progress.round - 1 + m_progress.share) / m_progress.rounds;
    if (done < early || done > 1)
        return {};
    const std::chrono::duration<double, std::milli> took = m_stage.clock().now() - m_phaseBegin;
    return std::chrono::round<std::chrono::milliseconds>(took * ((1 - done) / done));
}

void CheckRun::report(CheckPhase phase, int round, int rounds, double share)
{
    if (phase != m_progress.phase)
        m_phaseBegin = m_stage.clock().now();
    m_progress.phase = phase;
    m_progress.round = round;
    m_progress.rounds = rounds;
    m_progress.share = share;
    m_progress.uploads = m_result.uploads;
    m_progress.traffic = m_stage.traffic();
    m_progress.elapsed
        = std::chrono::duration_cast<std::chrono::milliseconds>(m_stage.clock().now() - m_begin);
    m_progress.phaseLeft = phaseLeft();
    m_progress.floors = m_result.rounds;
    m_progress.provisional = m_result.resources;
    Q_EMIT progressed(m_progress);
}

} // namespace experiment
