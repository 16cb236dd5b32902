// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/callerpaths.h"

#include "core/pprof/hashing.h"
#include "core/pprof/sampling.h"

#include <algorithm>
#include <map>
#include <set>

namespace pprof {

namespace {

constexpr double nearlyAll = 0.95;
constexpr quint64 noCaller = std::numeric_limits<quint64>::max();

quint64 keyOf(const Profile &profile, const Frame &frame)
{
    const Function &function = profile.functions[frame.function];
    return pairKey(function.name, function.file);
}

/// Each once, so that recursion makes no ways of its own.
std::vector<quint64> ownFunctions(const Profile &profile, const Origins &origins, qsizetype sample)
{
    std::vector<quint64> functions;
    std::set<quint64> seen;
    profile.forEachFrame(sample, [&](const Frame &frame) {
        const quint64 key = keyOf(profile, frame);
        if (origins.of(frame.function) == Origin::Main && seen.insert(key).second)
            functions.push_back(key);
    });
    return functions;
}

class Splitter final
{
    Q_DISABLE_COPY_MOVE(Splitter)

public:
    Splitter(const Profile &profile, const Origins &origins, int type,
             const std::function<bool(const Group &)> &isEnough)
        : m_profile(profile)
        , m_origins(origins)
        , m_type(type)
        , m_isEnough(isEnough)
    {
    }

    /// From the `depth`th of the program's functions on; up to there all that is shown came the same way.
    void walk(CallerPath path, size_t depth);
    [[nodiscard]] std::vector<CallerPath> take() { return std::move(m_paths); }

private:
    using Parts = std::map<quint64, Group>; // by the next caller

    [[nodiscard]] Parts partsOf(const std::vector<qsizetype> &samples, size_t depth);
    [[nodiscard]] const std::vector<quint64> &functionsOf(qsizetype sample);
    void branch(const CallerPath &path, const Parts &parts, size_t depth);
    void goOn(CallerPath path, quint64 caller, size_t depth);

    const Profile &m_profile;
    const Origins &m_origins;
    int m_type;
    const std::function<bool(const Group &)> &m_isEnough;
    std::map<qsizetype, std::vector<quint64>> m_functions; ///< Per sample.
    std::vector<CallerPath> m_paths;
};

const std::vector<quint64> &Splitter::functionsOf(qsizetype sample)
{
    const auto [at, isNew] = m_functions.try_emplace(sample);
    if (isNew)
        at->second = ownFunctions(m_profile, m_origins, sample);
    return at->second;
}

Splitter::Parts Splitter::partsOf(const std::vector<qsizetype> &samples, size_t depth)
{
    Parts parts;
    for (const qsizetype sample : samples) {
        const std::vector<quint64> &functions = functionsOf(sample);
        parts[depth < functions.size() ? functions[depth] : noCaller].add(m_profile, sample, m_type);
    }
    return parts;
}

void Splitter::walk(CallerPath path, size_t depth)
{
    for (;; ++depth) {
        const Parts parts = partsOf(path.shown, depth);
        const auto largest = std::ranges::max_element(
            parts, {}, [](const Parts::value_type &part) { return part.second.grown; });
        const bool isOneWay = parts.size() == 1
            || static_cast<double>(largest->second.grown)
                >= nearlyAll * static_cast<double>(path.group.grown);
        if (!isOneWay) {
            branch(path, parts, depth);
            return;
        }
        path.shown = largest->second.samples;
        if (largest->first == noCaller) {
            m_paths.push_back(std::move(path));
            return;
        }
    }
}

void Splitter::goOn(CallerPath path, quint64 caller, size_t depth)
{
    if (caller == noCaller)
        m_paths.push_back(std::move(path));
    else
        walk(std::move(path), depth + 1);
}

void Splitter::branch(const CallerPath &path, const Parts &parts, size_t depth)
{
    std::vector<std::pair<quint64, CallerPath>> enough;
    std::set<qsizetype> taken;
    for (const auto &[caller, part] : parts) {
        if (!m_isEnough(part))
            continue;
        enough.push_back({caller, {part, part.samples}});
        taken.insert(part.samples.begin(), part.samples.end());
    }
    std::ranges::stable_sort(
        enough, [](const auto &a, const auto &b) { return a.second.group.grown > b.second.group.grown; });
    CallerPath rest;
    const auto isLeft = [&taken](qsizetype sample) { return !taken.contains(sample); };
    for (const qsizetype sample : path.group.samples) {
        if (isLeft(sample))
            rest.group.add(m_profile, sample, m_type);
    }
    std::ranges::copy_if(path.shown, std::back_inserter(rest.shown), isLeft);

    // What would come first must be something to name, as the group was.
    const bool isRestFirst
        = enough.empty() || (rest.group.grown > enough.front().second.group.grown && !m_isEnough(rest.group));
    if (isRestFirst) {
        m_paths.push_back({path.group, path.shown, depth});
        return;
    }
    if (rest.group.grown > 0 && !rest.shown.empty()) {
        walk(std::move(rest), depth);
    } else { // What was let go may be anyone's: the largest has most to lose.
        Group &largest = enough.front().second.group;
        for (const qsizetype sample : rest.group.samples)
            largest.add(m_profile, sample, m_type);
    }
    for (auto &[caller, part] : enough)
        goOn(std::move(part), caller, depth);
}

} // namespace

void Group::add(const Profile &profile, qsizetype sample, int type)
{
    grown = addWrapped(grown, profile.value(sample, type));
    variance += sampleVariance(profile, sample, type);
    samples.push_back(sample);
}

std::vector<CallerPath> splitByCallers(const Profile &profile, const Origins &origins, int type,
                                       const Group &group, const std::function<bool(const Group &)> &isEnough)
{
    Splitter splitter(profile, origins, type, isEnough);
    splitter.walk({group, group.samples}, 0);
    std::vector<CallerPath> paths = splitter.take();
    std::ranges::stable_sort(
        paths, [](const CallerPath &a, const CallerPath &b) { return a.group.grown > b.group.grown; });
    return paths;
}

std::vector<Frame> framesUpTo(const Profile &profile, const Origins &origins, qsizetype sample,
                              size_t functions)
{
    std::vector<Frame> frames;
    std::set<quint64> seen;
    size_t kept = 0; // up to the last own one
    bool isBeyond = false;
    profile.forEachFrame(sample, [&](const Frame &frame) {
        const bool isOwn = origins.of(frame.function) == Origin::Main;
        if (isOwn)
            seen.insert(keyOf(profile, frame));
        isBeyond = isBeyond || (seen.size() > functions && !frames.empty());
        if (isBeyond)
            return;
        frames.push_back(frame);
        if (isOwn)
            kept = frames.size();
    });
    if (isBeyond)
        frames.resize(std::max<size_t>(kept, 1));
    return frames;
}

} // namespace pprof
