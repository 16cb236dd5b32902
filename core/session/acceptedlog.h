// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"
#include "core/transfer/uploadrecord.h"

#include <vector>

namespace session {

/// The uploads that a server accepted, and when: what it refused, and what was cancelled, it was not given to keep. Told as
/// records that change, and may be told more than once. Bounded: the oldest of 200,000 go first. A plain value.
class AcceptedLog final
{
public:
    static constexpr size_t most = 200'000;

    /// A record as it is now. True: it is of an upload that was accepted, and was not known yet.
    bool add(const transfer::UploadRecord &record);
    /// How many came to their end within the range.
    [[nodiscard]] qint64 within(const base::TimeRange &range) const;

private:
    struct Accepted
    {
        qint64 timeMs = 0;
        transfer::UploadId id;

        auto operator<=>(const Accepted &) const = default;
    };
    std::vector<Accepted> m_accepted; ///< Ascending, each upload once.
};

} // namespace session
