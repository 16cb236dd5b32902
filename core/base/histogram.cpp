// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace base {
namespace {

constexpr int partBits = 6; // 64 parts a power of two
constexpr quint64 parts = quint64(1) << partBits;

} // namespace

// Values below 2 * parts are their own slot; after that each power of two takes `parts` slots.
size_t Histogram::slotOf(quint64 value)
{
    if (value < 2 * parts)
        return value;
    const int shift = std::bit_width(value) - 1 - partBits;
    return static_cast<size_t>(shift) * parts + static_cast<size_t>(value >> shift);
}

quint64 Histogram::upperEnd(size_t slot)
{
    if (slot < 2 * parts)
        return slot;
    const size_t shift = slot / parts - 1;
    const quint64 part = slot - shift * parts;
    return ((part + 1) << shift) - 1;
}

void Histogram::record(qint64 value)
{
    value = std::max<qint64>(value, 0);
    const size_t slot = slotOf(static_cast<quint64>(value));
    if (slot >= m_slots.size())
        m_slots.resize(slot + 1);
    ++m_slots[slot];
    m_min = m_count == 0 ? value : std::min(m_min, value);
    m_max = std::max(m_max, value);
    m_sum += static_cast<double>(value);
    ++m_count;
}

void Histogram::add(const Histogram &other)
{
    if (other.m_count == 0)
        return;
    m_slots.resize(std::max(m_slots.size(), other.m_slots.size()));
    for (size_t slot = 0; slot < other.m_slots.size(); ++slot)
        m_slots[slot] += other.m_slots[slot];
    m_min = m_count == 0 ? other.m_min : std::min(m_min, other.m_min);
    m_max = std::max(m_max, other.m_max);
    m_sum += other.m_sum;
    m_count += other.m_count;
}

double Histogram::mean() const
{
    return m_count == 0 ? 0 : m_sum / static_cast<double>(m_count);
}

qint64 Histogram::quantile(double share) const
{
    const auto wanted
        = static_cast<quint64>(std::ceil(std::clamp(share, 0.0, 1.0) * static_cast<double>(m_count)));
    quint64 seen = 0;
    for (size_t slot = 0; slot < m_slots.size(); ++slot) {
        seen += m_slots[slot];
        if (seen >= std::max<quint64>(wanted, 1))
            return std::min(static_cast<qint64>(upperEnd(slot)), m_max);
    }
    return m_max;
}

} // namespace base
