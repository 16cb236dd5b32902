// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/attribution.h"

#include "core/pprof/callerpaths.h"
#include "core/pprof/hashing.h"
#include "core/pprof/sampling.h"

#include <algorithm>
#include <cmath>

namespace pprof {

namespace {

constexpr double leastShare = 0.2;
constexpr double mostShare = 2;
constexpr double leastErrors = 3;
constexpr double leastCallerShare = 0.125; // of a function that is sure: less has to be shown
constexpr double leastCallerErrors = 2;
constexpr double doubtErrors = 1.5;
constexpr double leastCoverage = 0.5;
constexpr double commonShare = 0.8;
constexpr qsizetype mostSuspects = 20;

/// The frames of a stack that matter.
struct Frames
{
    std::optional<Frame> leaf;
    std::optional<Frame> caller;
    std::optional<Frame> own;
    std::optional<Frame> begin; ///< Of goroutines alone.

    [[nodiscard]] Frame guilty() const { return own ? *own : caller ? *caller : begin ? *begin : *leaf; }
};

Frames findFrames(const Profile &profile, const Origins &origins, qsizetype sample, bool isGoroutine)
{
    Frames found;
    profile.forEachFrame(sample, [&](const Frame &frame) {
        const Origin origin = origins.of(frame.function);
        if (!found.leaf)
            found.leaf = frame;
        if (!found.caller && origin != Origin::Standard)
            found.caller = frame;
        if (!found.own && origin == Origin::Main)
            found.own = frame;
        if (isGoroutine && !profile.functionName(frame.function).startsWith(QLatin1StringView("runtime.")))
            found.begin = frame;
    });
    return found;
}

Site siteOf(const Profile &profile, const Frame &frame)
{
    return {profile.functionName(frame.function), profile.fileName(frame.function), frame.line};
}

/// Of these samples, one with the stack that grew most: Go splits a stack by size of object.
qsizetype largestStack(const Profile &profile, const std::vector<qsizetype> &samples, int type)
{
    qsizetype best = samples.front();
    qint64 most = std::numeric_limits<qint64>::min();
    std::unordered_map<quint64, qint64, ScatterHash> sums;
    for (const qsizetype sample : samples) {
        quint64 hash = 0;
        profile.forEachFrame(sample, [&](const Frame &frame) {
            hash = scatter(hash ^ pairKey(frame.function, static_cast<quint32>(frame.line)));
        });
        qint64 &sum = sums[hash];
        sum = addWrapped(sum, profile.value(sample, type));
        if (sum > most) {
            most = sum;
            best = sample;
        }
    }
    return best;
}

bool countsGoroutines(const Profile &profile, int type)
{
    return profile.typeIndex(QStringLiteral("goroutine")) == type;
}

/// Of what grew below each function of the main module, the part of that below which nearly all did.
std::optional<Site> findCommon(const Profile &profile, const Origins &origins, int type, qint64 grown)
{
    struct Below
    {
        qint64 grown = 0;
        Frame frame;
        size_t depth = 0; ///< From the leaf.
    };
    std::unordered_map<quint64, Below, ScatterHash> all;
    for (qsizetype i = 0; i < profile.sampleCount(); ++i) {
        std::vector<quint64> seen;
        size_t depth = 0;
        profile.forEachFrame(i, [&](const Frame &frame) {
            ++depth;
            const Function &function = profile.functions[frame.function];
            const quint64 key = pairKey(function.name, function.file);
            if (origins.of(frame.function) != Origin::Main || std::ranges::count(seen, key) > 0)
                return;
            seen.push_back(key);
            Below &below = all[key];
            below.grown = addWrapped(below.grown, profile.value(i, type));
            below.frame = frame;
            below.depth = depth;
        });
    }
    const Below *best = nullptr;
    for (const auto &[key, below] : all) {
        if (static_cast<double>(below.grown) < commonShare * static_cast<double>(grown))
            continue;
        const bool isNearer
            = best && std::pair(below.grown, below.depth) < std::pair(best->grown, best->depth);
        if (!best || isNearer)
            best = &below;
    }
    return best ? std::optional(siteOf(profile, best->frame)) : std::nullopt;
}

/// Whether that is enough of the growth to be named.
bool isEnough(const Group &group, const Growth &growth, double share, double errors)
{
    const auto grown = static_cast<double>(group.grown);
    const double error = std::sqrt(group.variance);
    // Far more than all that grew cannot be its share: what was allocated was let go elsewhere, or by chance another
    // part of what is alive was sampled.
    const bool isTooMuch = grown - leastErrors * error > growth.amount * mostShare;
    return growth.amount > 0 && grown >= share * growth.amount && !isTooMuch && grown >= errors * error;
}

Suspect describe(const Profile &profile, const Origins &origins, const CallerPath &path, int type,
                 const Growth &growth)
{
    Suspect suspect;
    const qsizetype sample = largestStack(profile, path.shown, type);
    const Frames frames = findFrames(profile, origins, sample, countsGoroutines(profile, type));
    suspect.allocation = siteOf(profile, *frames.leaf);
    if (frames.caller)
        suspect.caller = siteOf(profile, *frames.caller);
    if (frames.own)
        suspect.own = siteOf(profile, *frames.own);
    if (frames.begin && !frames.caller && !frames.own)
        suspect.begin = siteOf(profile, *frames.begin);
    for (const Frame &frame : framesUpTo(profile, origins, sample, path.functions))
        suspect.stack << siteOf(profile, frame);
    suspect.grown = path.group.grown;
    suspect.standardError = std::sqrt(path.group.variance);
    suspect.share = growth.amount > 0 ? static_cast<double>(suspect.grown) / growth.amount : 0;
    return suspect;
}

/// Those of one function: one, or if it is accepted one for each caller that did enough.
QList<Suspect> suspectsOf(const Profile &profile, const Origins &origins, int type, const Group &group,
                          const Growth &growth)
{
    if (!isEnough(group, growth, leastShare, leastErrors))
        return {describe(profile, origins, {group, group.samples}, type, growth)};
    const auto isCallerEnough = [&growth](const Group &part) {
        return isEnough(part, growth, leastCallerShare, leastCallerErrors);
    };
    QList<Suspect> suspects;
    for (const CallerPath &path : splitByCallers(profile, origins, type, group, isCallerEnough)) {
        suspects << describe(profile, origins, path, type, growth);
        suspects.last().accepted = isCallerEnough(path.group);
    }
    return suspects;
}

} // namespace

const Site &Suspect::guilty() const
{
    return own ? *own : caller ? *caller : begin ? *begin : allocation;
}

const Suspect *Attribution::guilty() const
{
    return !suspects.isEmpty() && suspects.constFirst().accepted ? &suspects.constFirst() : nullptr;
}

Attribution attribute(const Profile &delta, int type, const Growth &growth, const Profile *witness)
{
    const Origins origins(delta, witness);
    std::unordered_map<quint64, Group, ScatterHash> groups;
    Attribution result;
    double variance = 0;
    for (qsizetype i = 0; i < delta.sampleCount(); ++i) {
        const qint64 value = delta.value(i, type);
        result.grown = addWrapped(result.grown, value);
        const Frames frames = findFrames(delta, origins, i, countsGoroutines(delta, type));
        if (value == 0 || !frames.leaf)
            continue;
        const Function &function = delta.functions[frames.guilty().function];
        Group &group = groups[pairKey(function.name, function.file)];
        group.add(delta, i, type);
        variance += sampleVariance(delta, i, type);
    }

    std::vector<const Group *> ranked;
    for (const auto &[key, group] : groups) {
        if (group.grown > 0)
            ranked.push_back(&group);
    }
    std::sort(ranked.begin(), ranked.end(), [](const Group *a, const Group *b) {
        return a->grown != b->grown ? a->grown > b->grown : a->samples.front() < b->samples.front();
    });
    ranked.resize(std::min(ranked.size(), size_t(mostSuspects)));

    for (const Group *group : ranked)
        result.suspects << suspectsOf(delta, origins, type, *group, growth);
    result.suspects.resize(std::min(result.suspects.size(), mostSuspects));
    const bool grew = growth.amount > 0;
    result.coverage = grew ? static_cast<double>(result.grown) / growth.amount : 0;
    const bool isSeen = result.coverage >= leastCoverage && result.coverage <= mostShare
        && static_cast<double>(result.grown) >= leastErrors * std::sqrt(variance);
    const bool isUnnamed = grew && isSampledHeap(delta) && !result.guilty();
    // One that may well do a fifth of it, and only lacks samples to be sure of, is no sign of many.
    const bool isOnesDoing = !result.suspects.isEmpty()
        && static_cast<double>(result.suspects.constFirst().grown)
                + doubtErrors * result.suspects.constFirst().standardError
            >= leastShare * growth.amount;
    result.isSpread = isUnnamed && isSeen && !isOnesDoing && result.suspects.size() > 1;
    result.tooCoarse = isUnnamed && !result.isSpread;
    if (result.isSpread)
        result.common = findCommon(delta, origins, type, result.grown);
    if (result.tooCoarse && growth.uploads > 0)
        result.uploadsNeeded
            = uploadsForTenSamples(growth.amount / static_cast<double>(growth.uploads), delta.period);
    return result;
}

} // namespace pprof
