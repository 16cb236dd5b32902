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

using Kept = QHash<QString, double>;

/// What each function allocated of what is in use, by name; nothing for a profile of something else.
std::optional<Kept> inUse(const QByteArray &bytes, qint64 &period)
{
    const base::Result<pprof::Profile> profile = pprof::decode(bytes);
    const std::optional<int> type = profile ? profile->typeIndex(u"inuse_space") : std::nullopt;
    if (!type)
        return {};
    period = std::max(period, profile->period);
    Kept held;
    for (const pprof::Total &total : pprof::totals(*profile, *type, pprof::Granularity::Function))
        held[profile->functionName(total.function)] += static_cast<double>(total.flat);
    return held;
}

/// Of each upload.
std::optional<Kept> keptOf(const ComparedCheck &check, qint64 &period)
{
    const double uploads = check.record.profiledUploads.value_or(0);
    if (!(uploads > 0) || check.profiles.heapBefore.isEmpty() || check.profiles.heapAfter.isEmpty())
        return {};
    const std::optional<Kept> first = inUse(check.profiles.heapBefore, period);
    std::optional<Kept> kept = inUse(check.profiles.heapAfter, period);
    if (!first || !kept)
        return {};
    for (auto held = first->keyValueBegin(); held != first->keyValueEnd(); ++held)
        (*kept)[held->first] -= held->second;
    for (double &held : *kept)
        held /= uploads;
    return kept;
}

double differenceOf(const Held &held)
{
    return std::abs(held.after - held.before);
}

} // namespace

std::vector<Held> heldFunctions(const ComparedCheck &before, const ComparedCheck &after)
{
    qint64 period = 1;
    const std::optional<Kept> first = keptOf(before, period);
    const std::optional<Kept> last = keptOf(after, period);
    std::vector<Held> functions;
    if (!first || !last)
        return functions;
    const double uploads = std::min(*before.record.profiledUploads, *after.record.profiledUploads);
    Kept names = *first;
    names.insert(*last);
    for (auto name = names.keyBegin(); name != names.keyEnd(); ++name) {
        const Held held{*name, first->value(*name), last->value(*name)};
        if (differenceOf(held) * uploads >= static_cast<double>(leastSamples * period))
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
