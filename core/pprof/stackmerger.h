// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/hashing.h"
#include "core/pprof/profile.h"

namespace pprof {

/// Adds profiles up by stack, where a stack is its functions, files and lines: the ids and addresses in a profile mean
/// nothing in another one. The profiles have the same sample types.
class StackMerger final
{
    Q_DISABLE_COPY_MOVE(StackMerger)

public:
    enum class Keep {
        BlockSizes, ///< A stack has one sample for each size of object, as in Go's profiles.
        StacksOnly,
    };

    explicit StackMerger(Keep keep);

    /// Adds every value times `sign` (1 or -1).
    void add(const Profile &profile, int sign);
    /// One sample per stack, inlined frames expanded, without those in which everything cancelled out. Its header
    /// is that of the first profile. Once only.
    [[nodiscard]] Profile take();

private:
    /// From the profile's frames to those of the result.
    [[nodiscard]] std::vector<quint32> mapFrames(const Profile &profile);
    [[nodiscard]] std::vector<quint32> mapFunctions(const Profile &profile);
    /// The sample of this stack in the result, made if there is none.
    [[nodiscard]] quint32 sampleOf(std::span<const quint32> stack, qint64 blockBytes);
    [[nodiscard]] bool isSample(quint32 sample, std::span<const quint32> stack, qint64 blockBytes) const;
    void growTable();

    Keep m_keep;
    Profile m_result;
    StringInterner m_interner;
    PairMap m_functions; ///< By name and file.
    PairMap m_frames; ///< By function and line.
    std::vector<quint64> m_hashes; ///< Per sample.
    std::vector<quint32> m_table; ///< Open addressing: 1 + sample, or 0.
};

} // namespace pprof
