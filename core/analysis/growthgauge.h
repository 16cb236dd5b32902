// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/threshold.h"

#include <QtGlobal>

#include <deque>
#include <vector>

namespace analysis {

/// How a reading moved while files were uploaded, as far as looking on tells. No verdict: that takes a leak check, with forced
/// collections and intervals.
///
/// Nor is `perUpload` that of a session's report (report::RoleSummary): there the last reading is compared with the last one
/// before the first upload, so that what is in use or not collected at that moment counts; here the lowest readings are, so
/// that it does not. Of a leak both come near the same; the report's is what was read, this one what is likely kept.
struct GrowthTrend
{
    enum class Kind {
        Unknown, ///< Too little was seen.
        Steady,
        PerUpload, ///< Grows, and went on growing in the second half of the uploads: `perUpload`, `total`.
        Levelled, ///< Grew by `total`, but no longer: a cache that has filled looks like this.
        OverTime, ///< Moved by `total` within the last `overMs`, and it was not our uploads (fewer than five).
        ///< Not of a heap of which nothing is known since more than a minute: then it is Unknown.
    };
    Kind kind = Kind::Unknown;
    double perUpload = 0;
    double total = 0;
    qint64 overMs = 0;

    bool operator==(const GrowthTrend &) const = default;
};

/// A smaller change of a reading says nothing: 1 MiB, or 3 pieces.
[[nodiscard]] double growthNoise(Unit unit);

/// Growth of one reading since watching began, seen through the lowest of each ten readings: what is in use
/// for a moment, and garbage that waits for the collector, is above that floor and so does not count. Bounded
/// (a few hundred floors). A plain value without a clock.
class GrowthGauge final
{
public:
    static constexpr int readingsPerFloor = 10;
    static constexpr qint64 fewestUploads = 5;
    static constexpr size_t mostFloors = 256;

    /// `noise`: a smaller change, or one below 5 % of the first floor, is called steady; see growthNoise().
    explicit GrowthGauge(double noise);

    /// `uploads`: finished since watching began. `isCollected`: false for a heap that was not collected since
    /// the last reading - such readings say what was allocated, not what is kept, and only count beside a
    /// collected one.
    void add(qint64 timeMs, double value, qint64 uploads, bool isCollected = true);
    [[nodiscard]] GrowthTrend trend() const;

private:
    struct Floor
    {
        qint64 timeMs = 0;
        double value = 0;
        qint64 uploads = 0;
    };
    struct Reading
    {
        Floor floor;
        bool isCollected = false;
    };
    [[nodiscard]] bool currentFloor(Floor &result) const;
    [[nodiscard]] bool isMarked(double change) const;
    [[nodiscard]] double halfWay(const Floor &current) const;
    /// Whether it ever was that much higher.
    [[nodiscard]] bool hasFallen(const Floor &current, double least) const;
    [[nodiscard]] GrowthTrend trendOverTime(const Floor &current) const;

    double m_noise;
    Floor m_first; ///< The lowest before the first upload was over.
    bool m_hasFirst = false;
    std::vector<Floor> m_floors; ///< One of each ten readings, oldest first; thinned with age.
    std::deque<Reading> m_recent; ///< The last readingsPerFloor.
    int m_sinceFloor = 0;
};

} // namespace analysis
