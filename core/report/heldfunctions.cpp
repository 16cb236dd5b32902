// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/heldfunctions.h"

#include "core/pprof/decode.h"
#include "core/pprof/totals.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

using Held = CheckComparison::Held;

constexpr std::size_t mostFunctions = 10;
constexpr qint64 leastSamples = 2;

/// What each function allocated of what is in use, by name; nothing for a profile of something else.
std::optional<QHash<QString, qint64>> inUse(const QByteArray &bytes, qint64 &period)
{
    const base::Result<pprof::Profile> profile = pprof::decode(bytes);
    const std::optional<int> type = profile ? profile->typeIndex(u"inuse_space") : std::nullopt;
    if (!type)
        return {};
    period = std::max(period, profile->period);
    QHash<QString, qint64> held;
    for (const pprof::Total &total : pprof::totals(*profile, *type, pprof::Granularity::Function))
        held[profile->functionName(total.function)] += total.flat;
    return held;
}

double differenceOf(const Held &held)
{
    return std::abs(held.after - held.before);
}

} // namespace

const QByteArray &lastHeap(const experiment::CheckProfiles &profiles)
{
    return profiles.heapAfter.isEmpty() ? profiles.heapBefore : profiles.heapAfter;
}

std::vector<Held> heldFunctions(const experiment::CheckProfiles &before,
                                const experiment::CheckProfiles &after)
{
    qint64 period = 1;
    const auto first = inUse(lastHeap(before), period);
    const auto last = inUse(lastHeap(after), period);
    std::vector<Held> functions;
    if (!first || !last)
        return functions;
    QHash<QString, qint64> names = *first;
    names.insert(*last);
    for (auto name = names.keyBegin(); name != names.keyEnd(); ++name) {
        const Held held{*name, static_cast<double>(first->value(*name)),
                        static_cast<double>(last->value(*name))};
        if (differenceOf(held) >= static_cast<double>(leastSamples * period))
            functions.push_back(held);
    }
    std::ranges::sort(functions, [](const Held &a, const Held &b) {
        return differenceOf(a) != differenceOf(b) ? differenceOf(a) > differenceOf(b)
                                                  : a.function < b.function;
    });
    functions.resize(std::min(functions.size(), mostFunctions));
    return functions;
}

} // namespace report
