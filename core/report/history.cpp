// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/history.h"

#include <array>
#include <map>

namespace report {

using metrics::Bucket;
using metrics::Role;

std::vector<Bucket> history(const metrics::SeriesStore &store, Role role)
{
    using namespace std::chrono_literals;
    const qint64 last = store.lastMs();
    std::vector<Bucket> result = store.points(role, store.firstMs(), last);
    // One question is answered from one tier. Asking again for less of the past may reach a finer one.
    // A little less than the tiers' lengths, since the oldest slot lies just within them.
    static constexpr std::array<std::chrono::milliseconds, 3> spans{23h + 50min, 59min, 5min};
    for (const std::chrono::milliseconds span : spans) {
        const qint64 from = last - span.count();
        if (from <= store.firstMs())
            continue;
        const std::vector<Bucket> finer = store.points(role, from, last);
        if (finer.empty())
            continue;
        // Where a bucket ends, readings take over, so that none is told twice and none is lost.
        size_t keep = 0;
        while (keep < result.size() && result[keep].timeMs < finer.front().timeMs)
            ++keep;
        if (keep == result.size() || finer.size() <= result.size() - keep)
            continue;
        const qint64 border = result[keep].timeMs;
        result.resize(keep);
        std::copy_if(finer.begin(), finer.end(), std::back_inserter(result),
                     [border](const Bucket &bucket) { return bucket.timeMs >= border; });
    }
    return result;
}

qint64 endOf(const std::vector<Bucket> &buckets, size_t index)
{
    if (buckets[index].count <= 1 || index + 1 == buckets.size())
        return buckets[index].timeMs;
    return buckets[index + 1].timeMs;
}

double peakOf(const Bucket &bucket)
{
    return bucket.count == 1 ? bucket.mean() : static_cast<double>(bucket.max);
}

bool Frame::isGap() const
{
    return std::all_of(roles.begin(), roles.end(), [](const Bucket &bucket) { return bucket.isGap(); });
}

std::vector<Frame> frames(const metrics::SeriesStore &store)
{
    std::map<qint64, Frame> byTime;
    for (const Role role : metrics::allRoles()) {
        if (!store.has(role))
            continue;
        for (const Bucket &bucket : history(store, role)) {
            Frame &frame = byTime[bucket.timeMs];
            frame.timeMs = bucket.timeMs;
            frame.roles[static_cast<size_t>(role)] = bucket;
        }
    }
    std::vector<Frame> result;
    result.reserve(byTime.size());
    for (auto &[time, frame] : byTime)
        result.push_back(std::move(frame));
    return result;
}

} // namespace report
