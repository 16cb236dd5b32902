// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadrecord.h"

#include <QHash>

#include <vector>

namespace ui {

/// A span in which at least one upload ran, and which ones.
struct UploadBand
{
    qint64 fromMs = 0;
    qint64 toMs = 0;
    std::vector<transfer::UploadId> ids; ///< Ascending.
};

/// The spans of uploads, told from their records; those that overlap or are less than a second apart are one.
/// Bounded: 10,000 bands and 200,000 uploads, the oldest go first. A plain value.
class BandList final
{
public:
    static constexpr qint64 joinMs = 1000;
    static constexpr size_t mostBands = 10'000;
    static constexpr size_t mostIds = 200'000;

    /// A record as it is now; to be called for every change. Returns true when an upload came to its end by
    /// it.
    bool add(const transfer::UploadRecord &record);
    void clear();

    /// Bands that touch [fromMs, toMs], oldest first; running uploads reach to nowMs.
    [[nodiscard]] std::vector<UploadBand> bands(qint64 fromMs, qint64 toMs, qint64 nowMs) const;
    /// The span of one upload, {0, 0} if unknown.
    [[nodiscard]] std::pair<qint64, qint64> spanOf(transfer::UploadId id, qint64 nowMs) const;
    [[nodiscard]] bool isEmpty() const { return m_closed.empty() && m_running.isEmpty(); }

private:
    bool close(transfer::UploadId id, qint64 fromMs, qint64 toMs);
    void trim();

    struct Span
    {
        qint64 fromMs = 0;
        qint64 toMs = 0;
    };
    std::vector<UploadBand> m_closed; ///< Ascending, apart by joinMs at least.
    QHash<transfer::UploadId, qint64> m_running; ///< Started at.
    QHash<transfer::UploadId, Span> m_spans; ///< Latest finished attempt of each upload in m_closed.
    size_t m_ids = 0;
};

} // namespace ui
