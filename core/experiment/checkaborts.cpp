// SPDX-License-Identifier: GPL-3.0-or-later
// The phase of a CheckRun in which uploads come to nothing on purpose.
#include "core/experiment/checkrun.h"

namespace experiment {
namespace {

constexpr int abortRounds = 8;
constexpr double abortLeniency = 8; // 80 aborts show 4 KiB each as surely as 200 uploads 512 B

// A way in which an upload comes to nothing.
struct Cut
{
    transfer::CutAt at;
    transfer::CutBy by;
    transfer::Flaw flaw;
    int uploads; ///< Of one round.
};
using transfer::CutAt, transfer::CutBy, transfer::Flaw;
constexpr Cut cuts[]{
    {CutAt::Half, CutBy::Reset, Flaw::None, 4},     {CutAt::AfterHead, CutBy::Reset, Flaw::None, 2},
    {CutAt::BeforeEnd, CutBy::Fin, Flaw::None, 2},  {CutAt::BeforeAnswer, CutBy::Reset, Flaw::None, 2},
    {CutAt::Half, CutBy::Reset, Flaw::Oversize, 2}, {CutAt::Never, CutBy::Fin, Flaw::Boundary, 2},
    {CutAt::Never, CutBy::Fin, Flaw::NoFile, 2}};

std::vector<Cut> cutsFor(transfer::LoadPlan::Method method)
{
    const bool isForm = method == transfer::LoadPlan::Method::Post;
    std::vector<Cut> kinds(std::begin(cuts), std::end(cuts));
    std::erase_if(kinds, [isForm](const Cut &cut) {
        return !isForm && (cut.flaw == Flaw::Boundary || cut.flaw == Flaw::NoFile);
    });
    return kinds;
}

} // namespace

// Every round breaks uploads off at four places and sends three kinds that are wrong, so that a leak by any of them grows
// with each round.
QCoro::Task<std::optional<FloorReading>> CheckRun::abortRound()
{
    const std::vector<Cut> kinds = cutsFor(m_result.plan.uploads.method);
    for (const Cut &cut : kinds) {
        Round what = usual();
        what.flaw = cut.flaw;
        what.mayBeRefused = true;
        what.uploads = cut.uploads;
        what.cutAt = cut.at;
        what.cutBy = cut.by;
        const bool isMade = co_await makeLoad(what);
        if (!isMade)
            co_return std::nullopt;
    }
    std::optional<FloorReading> after = co_await floor();
    // A server ends broken connections when it likes. Without their kinds, those that it still had before it was
    // made to collect would look like files that only a collection closes.
    if (after && m_result.plan.pid == 0)
        after->beforeGc.descriptors = after->afterGc.descriptors;
    co_return after;
}

QCoro::Task<bool> CheckRun::aborts()
{
    const std::vector<Cut> kinds = cutsFor(m_result.plan.uploads.method);
    double all = 0;
    for (const Cut &cut : kinds)
        all += cut.uploads;
    m_result.abortKinds = static_cast<int>(kinds.size());
    m_result.rarestAbort = std::ranges::min(kinds, {}, &Cut::uploads).uploads / all;
    const int before = m_result.abortedUploads;
    const std::size_t floorsBefore = m_floors.size();
    m_result.abortRounds.push_back({0, *m_lastFloor});
    for (int number = 1; number <= abortRounds; ++number) {
        report(CheckPhase::Aborts, number, abortRounds);
        const std::optional<FloorReading> after = co_await abortRound();
        if (!after)
            co_return false;
        m_result.abortRounds.push_back({static_cast<double>(m_result.abortedUploads - before), *after});
        m_result.aborted
            = judgeFloors(m_result.abortRounds, m_result.blanks, m_result.reading, m_result.bodyBytes,
                          analysis::LookPolicy::once(abortRounds), abortLeniency);
    }
    takeBackWhatFell();
    takeBackWhatComesAndGoes(m_result.aborted, floorsBefore);
    co_return true;
}

} // namespace experiment
