// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/seriestier.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace metrics {

namespace {

/// Out of a float's range is undefined, not infinite.
float toFloat(double value)
{
    constexpr double largest = std::numeric_limits<float>::max();
    return static_cast<float>(std::clamp(value, -largest, largest));
}

} // namespace

SeriesTier::SeriesTier(qint64 widthMs, qsizetype capacity)
    : m_width(widthMs)
    , m_capacity(static_cast<size_t>(capacity))
{
    Q_ASSERT(widthMs >= 0 && capacity > 0);
}

void SeriesTier::Column::resize(size_t rows)
{
    min.resize(rows);
    max.resize(rows);
    sum.resize(rows);
    count.resize(rows);
}

void SeriesTier::Column::clearRow(size_t row)
{
    min[row] = max[row] = 0;
    sum[row] = 0;
    count[row] = 0;
}

void SeriesTier::Column::add(size_t row, double value)
{
    const float rounded = toFloat(value);
    min[row] = count[row] ? std::min(min[row], rounded) : rounded;
    max[row] = count[row] ? std::max(max[row], rounded) : rounded;
    sum[row] += value;
    ++count[row];
}

size_t SeriesTier::physical(qsizetype row) const
{
    Q_ASSERT(row >= 0 && row < size());
    const size_t at = m_first + static_cast<size_t>(row);
    return at < m_capacity ? at : at - m_capacity;
}

void SeriesTier::Column::merge(size_t row, const Bucket &bucket)
{
    min[row] = count[row] ? std::min(min[row], bucket.min) : bucket.min;
    max[row] = count[row] ? std::max(max[row], bucket.max) : bucket.max;
    sum[row] += bucket.sum;
    count[row] += bucket.count;
}

size_t SeriesTier::rowFor(qint64 timeMs)
{
    const qint64 bucket = m_width ? timeMs / m_width : 0;
    if (m_gapSince)
        pushGapIfWide(timeMs);
    m_gapSince.reset();

    if (!m_isOpen || m_width == 0 || bucket != m_openBucket) {
        // Rows begin on multiples of the width, but not before there was anything to know.
        const bool isFresh = !m_isOpen || m_width == 0;
        pushRow(isFresh ? timeMs : bucket * m_width);
        m_isOpen = true;
        m_openBucket = bucket;
    }
    return physical(size() - 1);
}

SeriesTier::Column &SeriesTier::columnFor(Role role)
{
    Column &target = m_columns[static_cast<size_t>(role)];
    if (target.count.empty())
        target.resize(m_times.size());
    return target;
}

void SeriesTier::append(const Reading &reading)
{
    const size_t row = rowFor(reading.timeMs);
    for (const Role role : allRoles()) {
        if (const double value = reading.value(role); std::isfinite(value))
            columnFor(role).add(row, value);
    }
}

void SeriesTier::append(const SeriesTier &finer, qsizetype row)
{
    if (finer.isGapRow(row)) {
        appendGap(finer.timeAt(row));
        return;
    }
    const size_t target = rowFor(finer.timeAt(row));
    for (const Role role : allRoles()) {
        if (!finer.isGapAt(role, row))
            columnFor(role).merge(target, finer.at(role, row));
    }
}

void SeriesTier::appendGap(qint64 timeMs)
{
    if (m_times.empty() || endsWithGap())
        return;
    if (!m_gapSince)
        m_gapSince = timeMs;
    pushGapIfWide(timeMs);
}

void SeriesTier::pushGapIfWide(qint64 untilMs)
{
    if (endsWithGap() || untilMs - *m_gapSince < m_width)
        return;
    pushRow(*m_gapSince);
    m_isOpen = false;
}

void SeriesTier::pushRow(qint64 timeMs)
{
    if (m_times.size() < m_capacity) {
        m_times.push_back(timeMs);
        for (Column &used : m_columns) {
            if (!used.count.empty())
                used.resize(m_times.size());
        }
        return;
    }
    m_times[m_first] = timeMs;
    for (Column &used : m_columns) {
        if (!used.count.empty())
            used.clearRow(m_first);
    }
    m_first = (m_first + 1) % m_capacity;
    m_hasDropped = true;
}

bool SeriesTier::isGapAt(Role role, qsizetype row) const
{
    return !has(role) || column(role).count[physical(row)] == 0;
}

bool SeriesTier::isGapRow(qsizetype row) const
{
    const auto isGap = [this, row](Role role) { return isGapAt(role, row); };
    return std::all_of(allRoles().begin(), allRoles().end(), isGap);
}

Bucket SeriesTier::at(Role role, qsizetype row) const
{
    const size_t place = physical(row);
    const Column &values = column(role);
    if (values.count.empty() || values.count[place] == 0) {
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        return {m_times[place], nan, nan, std::numeric_limits<double>::quiet_NaN(), 0};
    }
    return {m_times[place], values.min[place], values.max[place], values.sum[place], values.count[place]};
}

qsizetype SeriesTier::lowerBound(qint64 timeMs) const
{
    // The ring is two sorted runs, and every time in the first is not behind any in the second.
    const auto split = m_times.begin() + static_cast<std::ptrdiff_t>(m_first);
    const auto older = std::lower_bound(split, m_times.end(), timeMs);
    if (older != m_times.end())
        return older - split;
    return (m_times.end() - split) + (std::lower_bound(m_times.begin(), split, timeMs) - m_times.begin());
}

} // namespace metrics
