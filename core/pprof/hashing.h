// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>

#include <unordered_map>

namespace pprof {

/// Scatters numbers that whoever made a profile may have chosen (splitmix64 by S. Vigna, from a seed of the process).
[[nodiscard]] inline quint64 scatter(quint64 value)
{
    static const quint64 seed = QHashSeed::globalSeed();
    value += seed + 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
}

struct ScatterHash
{
    size_t operator()(quint64 value) const { return scatter(value); }
};

/// From two numbers to one.
using PairMap = std::unordered_map<quint64, quint32, ScatterHash>;

[[nodiscard]] inline quint64 pairKey(quint32 high, quint32 low)
{
    return (quint64(high) << 32U) | low;
}

} // namespace pprof
