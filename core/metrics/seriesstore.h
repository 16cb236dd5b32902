// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/role.h"

#include <memory>
#include <vector>

namespace metrics {

/// One point of a series, or of a coarser bucket of it. A gap has count 0 and NaN values.
struct Bucket
{
    qint64 timeMs = 0; ///< Start of the bucket, Unix milliseconds.
    float min = 0;
    float max = 0;
    double sum = 0;
    quint32 count = 0;

    [[nodiscard]] bool isGap() const { return count == 0; }
    [[nodiscard]] double mean() const { return count ? sum / count : 0; }
};

/// Bounded history of all roles: every reading for an hour (3,720 slots), then min/mean/max buckets of 10 s
/// for 24 h and of 2 min for 14 days, each with a little to spare. Memory is constant once full (about 0.45 MB a role in use) and nothing
/// is allocated for a role that never had a value. Failed scrapes are kept as gaps and never interpolated; a
/// run of them is one gap, at its beginning. In the coarser tiers a hole narrower than a bucket is not seen.
/// Minimum and maximum are kept as floats (7 digits); the sum, and with it a single reading, is exact.
///
/// A plain value (copying copies the history) without thread of its own: one owner at a time. One that was
/// moved from may only be assigned to or destroyed.
class SeriesStore final
{
public:
    SeriesStore();
    ~SeriesStore();
    SeriesStore(const SeriesStore &);
    SeriesStore &operator=(const SeriesStore &);
    SeriesStore(SeriesStore &&) noexcept;
    SeriesStore &operator=(SeriesStore &&) noexcept;

    /// Times must not go back; a reading older than the last one is dropped and false returned. Values that
    /// are not finite are missing ones; a reading without any is a gap.
    bool append(const Reading &reading);
    /// Nothing is known from here until the next reading. Times as for append().
    bool appendGap(qint64 timeMs);
    void clear();

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool has(Role role) const;
    [[nodiscard]] qint64 firstMs() const; ///< 0 when empty.
    [[nodiscard]] qint64 lastMs() const;
    /// Latest value, NaN if the role has none or the last scrape was a gap.
    [[nodiscard]] double latest(Role role) const;

    /// The points of [fromMs, toMs] from the finest tier that reaches back to fromMs, oldest first, plus one
    /// point on either side so that lines can leave the picture. Gaps are included as buckets with count 0.
    [[nodiscard]] std::vector<Bucket> points(Role role, qint64 fromMs, qint64 toMs) const;

    /// The same reduced for drawing: at most `columns` buckets of equal width (min, max and sum per pixel
    /// column) and one on either side; a column without points is left out, a column that begins a hole is a
    /// gap. A bucket's time is that of its first point. Columns lie on multiples of their width, so that a
    /// picture that scrolls keeps its peaks; a hole that has no column of its own is not seen.
    [[nodiscard]] std::vector<Bucket> decimated(Role role, qint64 fromMs, qint64 toMs, int columns) const;

    /// A history of [fromMs, toMs] alone, from the finest tier that reaches back to fromMs: what lies outside was never
    /// known to it. Of a tier with buckets, those that begin within.
    [[nodiscard]] SeriesStore part(qint64 fromMs, qint64 toMs) const;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace metrics
