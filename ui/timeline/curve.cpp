// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/curve.h"

#include <algorithm>
#include <cmath>

namespace ui {

using metrics::Bucket;

namespace {

constexpr double dashOn = 4;
constexpr double dashPeriod = 7;
/// Two readings of a healthy scraper are one beat apart; a slow server makes that three at most, and then it
/// is a gap.
constexpr qint64 farthestReadingMs = 3000;

} // namespace

std::vector<QPolygonF> curveRuns(const std::vector<Bucket> &buckets, const TimeScale &time,
                                 const ValueScale &value)
{
    std::vector<QPolygonF> runs;
    bool isOpen = false;
    for (const Bucket &bucket : buckets) {
        if (bucket.isGap()) {
            isOpen = false;
            continue;
        }
        if (!isOpen) {
            runs.emplace_back();
            if (runs.size() == 1) // most pictures have one run
                runs.back().reserve(static_cast<qsizetype>(2 * buckets.size()));
            isOpen = true;
        }
        QPolygonF &run = runs.back();
        const double x = time.x(bucket.timeMs);
        const double low = value.y(static_cast<double>(bucket.min));
        const double high = value.y(static_cast<double>(bucket.max));
        if (low - high <= 0.5) {
            run.append({x, (low + high) / 2});
            continue;
        }
        const bool fromAbove = !run.isEmpty() && run.last().y() < (low + high) / 2;
        run.append({x, fromAbove ? high : low});
        run.append({x, fromAbove ? low : high});
    }
    return runs;
}

QList<QLineF> dashes(const std::vector<QPolygonF> &runs, const TimeScale &time)
{
    QList<QLineF> lines;
    const double origin = time.left - std::fmod(time.fromMs / time.msPerPixel, dashPeriod);
    for (const QPolygonF &run : runs) {
        for (qsizetype i = 1; i < run.size(); ++i) {
            const QPointF a = run[i - 1];
            const QPointF b = run[i];
            const bool isSteep = std::abs(b.y() - a.y()) > std::abs(b.x() - a.x());
            const double from = isSteep ? std::min(a.y(), b.y()) : a.x() - origin;
            const double to = isSteep ? std::max(a.y(), b.y()) : b.x() - origin;
            if (to - from < 1e-6)
                continue;
            const QPointF start = isSteep && b.y() < a.y() ? b : a;
            const QPointF step = ((isSteep && b.y() < a.y() ? a : b) - start) / (to - from);
            for (double dash = std::floor(from / dashPeriod) * dashPeriod; dash < to; dash += dashPeriod) {
                const double on = std::max(dash, from);
                const double off = std::min(dash + dashOn, to);
                if (off > on)
                    lines.append({start + step * (on - from), start + step * (off - from)});
            }
        }
    }
    return lines;
}

const Bucket *bucketAt(const std::vector<Bucket> &buckets, qint64 ms, double msPerPixel)
{
    const auto after = std::partition_point(buckets.begin(), buckets.end(),
                                            [ms](const Bucket &b) { return b.timeMs <= ms; });
    // The nearer of both neighbours; a gap holds from its beginning to the next reading.
    const Bucket *best = nullptr;
    if (after != buckets.begin()) {
        if (std::prev(after)->isGap())
            return nullptr;
        best = &*std::prev(after);
    }
    if (after != buckets.end() && !after->isGap() && (!best || after->timeMs - ms < ms - best->timeMs))
        best = &*after;
    const auto reach = std::max(static_cast<double>(farthestReadingMs), 2 * msPerPixel);
    const bool isNear = best && static_cast<double>(std::abs(best->timeMs - ms)) <= reach;
    const bool isWithin = best && after != buckets.begin() && after != buckets.end();
    return isNear || isWithin ? best : nullptr;
}

} // namespace ui
