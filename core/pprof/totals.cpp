// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/totals.h"

#include "core/pprof/hashing.h"

#include <algorithm>
#include <tuple>

namespace pprof {

namespace {

/// Per frame, which row it counts in; the rows have their function and line set.
struct Rows
{
    std::vector<quint32> rowOfFrame;
    std::vector<Total> rows;
};

std::vector<quint32> groupsOfFunctions(const Profile &profile, Granularity granularity)
{
    PairMap groups;
    std::vector<quint32> groupOf;
    groupOf.reserve(profile.functions.size());
    for (quint32 i = 0; i < profile.functions.size(); ++i) {
        const Function &function = profile.functions[i];
        const bool byFile = granularity == Granularity::Line || !function.known;
        groupOf.push_back(
            groups.try_emplace(pairKey(function.name, byFile ? function.file : 0), i).first->second);
    }
    return groupOf;
}

Rows makeRows(const Profile &profile, Granularity granularity)
{
    const std::vector<quint32> groups = groupsOfFunctions(profile, granularity);
    Rows result;
    result.rowOfFrame.reserve(profile.frames.size());
    PairMap rowOf;
    for (const Frame &frame : profile.frames) {
        const qint32 line = granularity == Granularity::Line ? frame.line : 0;
        const quint32 function = groups[frame.function];
        const auto [at, isNew] = rowOf.try_emplace(pairKey(function, static_cast<quint32>(line)),
                                                   static_cast<quint32>(result.rows.size()));
        if (isNew)
            result.rows.push_back({function, line, 0, 0});
        result.rowOfFrame.push_back(at->second);
    }
    return result;
}

void count(const Profile &profile, int type, Rows &to)
{
    std::vector<quint32> countedIn(to.rows.size(), 0); // 1 + the sample that was last counted there
    const auto samples = static_cast<quint32>(profile.sampleCount());
    for (quint32 sample = 0; sample < samples; ++sample) {
        const qint64 value = profile.value(sample, type);
        if (value == 0)
            continue;
        bool isLeaf = true;
        for (const quint32 place : profile.stack(sample)) {
            const Location &location = profile.locations[place];
            for (quint32 i = 0; i < location.frameCount; ++i) {
                const quint32 row = to.rowOfFrame[location.firstFrame + i];
                Total &total = to.rows[row];
                if (std::exchange(isLeaf, false))
                    total.flat = addWrapped(total.flat, value);
                if (std::exchange(countedIn[row], sample + 1) != sample + 1)
                    total.cum = addWrapped(total.cum, value);
            }
        }
    }
}

} // namespace

std::vector<Total> totals(const Profile &profile, int type, Granularity granularity, Order order)
{
    Rows counted = makeRows(profile, granularity);
    count(profile, type, counted);
    std::vector<Total> rows = std::move(counted.rows);
    std::erase_if(rows, [](const Total &row) { return row.flat == 0 && row.cum == 0; });

    const auto key = [&](const Total &row) {
        const qint64 first = order == Order::Flat ? row.flat : row.cum;
        const qint64 last = order == Order::Flat ? row.cum : row.flat;
        const Function &function = profile.functions[row.function];
        return std::tuple(-magnitude(first), profile.strings.view(function.name),
                          profile.strings.view(function.file), row.line, -magnitude(last), row.function);
    };
    std::sort(rows.begin(), rows.end(), [&](const Total &a, const Total &b) { return key(a) < key(b); });
    return rows;
}

} // namespace pprof
