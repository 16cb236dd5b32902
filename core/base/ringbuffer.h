// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <utility>
#include <vector>

namespace base {

/// A queue of at most `capacity` values; pushing into a full one drops the oldest. Index 0 is the oldest.
/// Memory grows up to the capacity, then never again.
template <typename T>
class RingBuffer final
{
public:
    explicit RingBuffer(qsizetype capacity)
        : m_capacity(capacity)
    {
        Q_ASSERT(capacity > 0);
    }

    void push(T value)
    {
        if (size() < m_capacity) {
            // Doubling as a vector does, but not past the capacity.
            if (m_values.size() == m_values.capacity())
                m_values.reserve(
                    static_cast<size_t>(std::min(m_capacity, std::max<qsizetype>(8, size() * 2))));
            m_values.push_back(std::move(value));
            return;
        }
        m_values[static_cast<size_t>(m_first)] = std::move(value);
        m_first = (m_first + 1) % m_capacity;
    }

    void clear()
    {
        m_values.clear();
        m_first = 0;
    }

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_values.size()); }
    [[nodiscard]] qsizetype capacity() const { return m_capacity; }
    [[nodiscard]] bool isEmpty() const { return m_values.empty(); }
    [[nodiscard]] const T &operator[](qsizetype i) const { return m_values[index(i)]; }
    [[nodiscard]] T &operator[](qsizetype i) { return m_values[index(i)]; }
    [[nodiscard]] const T &front() const { return (*this)[0]; }
    [[nodiscard]] const T &back() const { return (*this)[size() - 1]; }
    [[nodiscard]] T &back() { return (*this)[size() - 1]; }

private:
    [[nodiscard]] size_t index(qsizetype i) const
    {
        Q_ASSERT(i >= 0 && i < size());
        // Until it is full, m_first is 0 and the sum stays below the capacity.
        const qsizetype at = m_first + i;
        return static_cast<size_t>(at < m_capacity ? at : at - m_capacity);
    }

    qsizetype m_capacity;
    qsizetype m_first = 0;
    std::vector<T> m_values;
};

} // namespace base
