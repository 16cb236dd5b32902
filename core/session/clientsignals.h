// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/histogram.h"
#include "core/transfer/uploadrecord.h"

#include <array>
#include <optional>

namespace session {

/// What the uploads of the last minute say of their server, each attempt counted once: shares of those that the server
/// answered, or left without an answer. What failed on this machine (a file that is gone, an upload that was cancelled)
/// says nothing of it.
///
/// Constant memory, however many uploads there are: a minute is six slices, the oldest of which goes as a whole. So a share
/// is one of 50 to 60 seconds. A value type; times never go back.
class ClientSignals final
{
public:
    /// An attempt ended as the record says, which is not over if it is tried again.
    void attemptEnded(base::Steady now, const transfer::UploadRecord &record);

    /// 0…1. Nothing for fewer than ten attempts: a share of those would be noise.
    [[nodiscard]] std::optional<double> serverErrors(base::Steady now) const;
    [[nodiscard]] std::optional<double> timeouts(base::Steady now) const;
    /// Seconds. Nothing for fewer than twenty answers, of which it would be the longest.
    [[nodiscard]] std::optional<double> answerP95(base::Steady now) const;

private:
    static constexpr std::chrono::seconds sliceTime{10};

    struct Slice
    {
        qint64 number = -1; ///< sliceTime since the clock's beginning.
        qint64 attempts = 0;
        qint64 serverErrors = 0;
        qint64 timeouts = 0;
        base::Histogram answerTimes; ///< Microseconds.
    };
    [[nodiscard]] static qint64 numberOf(base::Steady time);
    [[nodiscard]] std::optional<double> shareOf(qint64 Slice::*part, base::Steady now) const;
    [[nodiscard]] bool isRecent(const Slice &slice, base::Steady now) const;

    std::array<Slice, 6> m_slices;
};

} // namespace session
