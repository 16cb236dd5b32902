// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/stackmerger.h"

#include <algorithm>

namespace pprof {

StackMerger::StackMerger(Keep keep)
    : m_keep(keep)
    , m_interner(m_result.strings)
    , m_table(1024, 0)
{
}

std::vector<quint32> StackMerger::mapFunctions(const Profile &profile)
{
    std::vector<quint32> mapped;
    mapped.reserve(profile.functions.size());
    for (const Function &function : profile.functions) {
        const quint32 name = m_interner.intern(profile.strings.view(function.name));
        const quint32 file = m_interner.intern(profile.strings.view(function.file));
        const auto [at, isNew]
            = m_functions.try_emplace(pairKey(name, file), static_cast<quint32>(m_result.functions.size()));
        if (isNew)
            m_result.functions.push_back({name, file, function.known});
        mapped.push_back(at->second);
    }
    return mapped;
}

std::vector<quint32> StackMerger::mapFrames(const Profile &profile)
{
    const std::vector<quint32> functions = mapFunctions(profile);
    std::vector<quint32> mapped;
    mapped.reserve(profile.frames.size());
    for (const Frame &frame : profile.frames) {
        const quint32 function = functions[frame.function];
        const auto next = static_cast<quint32>(m_result.frames.size());
        const auto [at, isNew]
            = m_frames.try_emplace(pairKey(function, static_cast<quint32>(frame.line)), next);
        if (isNew) {
            m_result.frames.push_back({function, frame.line});
            m_result.locations.push_back({next, 1});
        }
        mapped.push_back(at->second);
    }
    return mapped;
}

void StackMerger::add(const Profile &profile, int sign)
{
    if (m_result.types.empty()) {
        m_result.types = profile.types;
        m_result.periodType = profile.periodType;
        m_result.period = profile.period;
        m_result.timeNs = profile.timeNs;
        m_result.durationNs = profile.durationNs;
        m_result.defaultType = profile.defaultType;
        m_result.binary = profile.binary;
    }
    const std::vector<quint32> frames = mapFrames(profile);
    const size_t types = m_result.types.size();
    std::vector<quint32> stack;
    for (qsizetype i = 0; i < profile.sampleCount(); ++i) {
        stack.clear();
        for (const quint32 place : profile.stack(i)) {
            const Location &location = profile.locations[place];
            for (quint32 n = 0; n < location.frameCount; ++n)
                stack.push_back(frames[location.firstFrame + n]);
        }
        const bool sized = m_keep == Keep::BlockSizes;
        const quint32 sample = sampleOf(stack, sized ? profile.blockBytes[static_cast<size_t>(i)] : 0);
        for (size_t type = 0; type < types; ++type) {
            qint64 &sum = m_result.values[sample * types + type];
            const qint64 value = profile.value(i, static_cast<int>(type));
            sum = addWrapped(sum, sign < 0 ? negateWrapped(value) : value);
        }
    }
}

bool StackMerger::isSample(quint32 sample, std::span<const quint32> stack, qint64 blockBytes) const
{
    const std::span<const quint32> other = m_result.stack(sample);
    return m_result.blockBytes[sample] == blockBytes
        && std::equal(stack.begin(), stack.end(), other.begin(), other.end());
}

quint32 StackMerger::sampleOf(std::span<const quint32> stack, qint64 blockBytes)
{
    quint64 hash = scatter(static_cast<quint64>(blockBytes));
    for (const quint32 frame : stack)
        hash = scatter(hash ^ frame);

    const size_t mask = m_table.size() - 1;
    size_t slot = hash & mask;
    for (; m_table[slot] != 0; slot = (slot + 1) & mask) {
        const quint32 sample = m_table[slot] - 1;
        if (m_hashes[sample] == hash && isSample(sample, stack, blockBytes))
            return sample;
    }
    const auto sample = static_cast<quint32>(m_hashes.size());
    m_table[slot] = sample + 1;
    m_hashes.push_back(hash);
    m_result.stackEntries.insert(m_result.stackEntries.end(), stack.begin(), stack.end());
    m_result.stackEnds.push_back(static_cast<quint32>(m_result.stackEntries.size()));
    m_result.blockBytes.push_back(blockBytes);
    m_result.values.resize(m_result.values.size() + m_result.types.size(), 0);
    if (m_hashes.size() * 2 > m_table.size())
        growTable();
    return sample;
}

void StackMerger::growTable()
{
    m_table.assign(m_table.size() * 4, 0);
    const size_t mask = m_table.size() - 1;
    for (quint32 sample = 0; sample < m_hashes.size(); ++sample) {
        size_t slot = m_hashes[sample] & mask;
        while (m_table[slot] != 0)
            slot = (slot + 1) & mask;
        m_table[slot] = sample + 1;
    }
}

Profile StackMerger::take()
{
    const size_t types = m_result.types.size();
    std::vector<quint32> entries;
    std::vector<quint32> ends;
    std::vector<qint64> values;
    std::vector<qint64> sizes;
    for (qsizetype i = 0; i < m_result.sampleCount(); ++i) {
        const auto row = std::span(m_result.values).subspan(static_cast<size_t>(i) * types, types);
        if (std::all_of(row.begin(), row.end(), [](qint64 value) { return value == 0; }))
            continue;
        const auto stack = m_result.stack(i);
        entries.insert(entries.end(), stack.begin(), stack.end());
        ends.push_back(static_cast<quint32>(entries.size()));
        values.insert(values.end(), row.begin(), row.end());
        sizes.push_back(m_result.blockBytes[static_cast<size_t>(i)]);
    }
    m_result.stackEntries = std::move(entries);
    m_result.stackEnds = std::move(ends);
    m_result.values = std::move(values);
    m_result.blockBytes = std::move(sizes);
    return std::move(m_result);
}

} // namespace pprof
