// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/seriesstore.h"

#include <array>

namespace metrics {

/// One resolution of a SeriesStore: a ring of rows, each with a time and one bucket per role in use. A row
/// without any value is a gap. Width 0 keeps every reading as a row of its own.
///
/// A hole narrower than a row is not seen at this resolution; a wider one becomes a single gap row where it
/// begins. Stored as one array per role and field, so that a role that never had a value costs nothing and
/// reading one role touches nothing else.
class SeriesTier final
{
public:
    SeriesTier(qint64 widthMs, qsizetype capacity);

    /// Times must not go back.
    void append(const Reading &reading);
    void appendGap(qint64 timeMs);
    /// A row of a tier that is as fine as this one, or finer.
    void append(const SeriesTier &finer, qsizetype row);
    /// Answers from now on as if rows had been here, and were dropped.
    void drop() { m_hasDropped = true; }

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_times.size()); }
    [[nodiscard]] bool has(Role role) const { return !column(role).count.empty(); }
    /// Older rows were dropped.
    [[nodiscard]] bool hasDropped() const { return m_hasDropped; }
    [[nodiscard]] qint64 timeAt(qsizetype row) const { return m_times[physical(row)]; }
    [[nodiscard]] bool isGapAt(Role role, qsizetype row) const;
    /// For all roles.
    [[nodiscard]] bool isGapRow(qsizetype row) const;
    /// Row 0 is the oldest.
    [[nodiscard]] Bucket at(Role role, qsizetype row) const;
    /// The first row at or behind a time.
    [[nodiscard]] qsizetype lowerBound(qint64 timeMs) const;

private:
    struct Column
    {
        std::vector<float> min;
        std::vector<float> max;
        std::vector<double> sum;
        std::vector<quint32> count; ///< 0: a gap; the other fields then mean nothing.

        void resize(size_t rows);
        void clearRow(size_t row);
        void add(size_t row, double value);
        void merge(size_t row, const Bucket &bucket);
    };

    [[nodiscard]] const Column &column(Role role) const { return m_columns[static_cast<size_t>(role)]; }
    [[nodiscard]] size_t physical(qsizetype row) const;
    [[nodiscard]] bool endsWithGap() const { return !m_times.empty() && !m_isOpen; }
    /// The row that takes what was read at that time, and the column of a role with a place for it.
    size_t rowFor(qint64 timeMs);
    Column &columnFor(Role role);
    void pushRow(qint64 timeMs);
    void pushGapIfWide(qint64 untilMs);

    qint64 m_width;
    size_t m_capacity;
    size_t m_first = 0; ///< Physical place of row 0; moves only once the ring is full.
    bool m_hasDropped = false;
    bool m_isOpen = false; ///< The last row holds values and may take more.
    qint64 m_openBucket = 0; ///< Which multiple of the width the last row is.
    std::optional<qint64> m_gapSince; ///< Begin of a hole that is not in a row yet.
    std::vector<qint64> m_times;
    std::array<Column, roleCount> m_columns;
};

} // namespace metrics
