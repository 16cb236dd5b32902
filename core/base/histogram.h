// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <vector>

namespace base {

/// Counts of non-negative whole numbers (microseconds, bytes …) in constant memory: exact below 128, and above with a
/// relative error of at most 1/64. Each power of two is divided into 64 equal parts - the layout of HdrHistogram
/// (hdrhistogram.org) with two significant digits. 30 KiB for the whole range once used; an unused one is small.
///
/// Thread: one at a time. A value type; add() merges what several threads counted.
class Histogram final
{
public:
    /// Negative values count as 0.
    void record(qint64 value);
    void add(const Histogram &other);

    [[nodiscard]] quint64 count() const { return m_count; }
    /// 0 when empty.
    [[nodiscard]] qint64 min() const { return m_count == 0 ? 0 : m_min; }
    [[nodiscard]] qint64 max() const { return m_max; }
    [[nodiscard]] double mean() const;
    /// The smallest value that at least this share (0…1) of all values do not exceed: the upper end of its part, but
    /// never more than max(). 0 when empty.
    [[nodiscard]] qint64 quantile(double share) const;

private:
    [[nodiscard]] static size_t slotOf(quint64 value);
    [[nodiscard]] static quint64 upperEnd(size_t slot);

    std::vector<quint64> m_slots;
    quint64 m_count = 0;
    qint64 m_min = 0;
    qint64 m_max = 0;
    double m_sum = 0;
};

} // namespace base
