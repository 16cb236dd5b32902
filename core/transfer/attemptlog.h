// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/uploadattempt.h"
#include "core/transfer/uploaddetails.h"
#include "core/transfer/uploadtarget.h"

#include <deque>

namespace transfer {

class UploadForm;

/// What attempts left behind for UploadDetails. Kept are the last attempts of the uploads that ended last, and of those
/// that last had a failure, because they are asked about; older ones are forgotten, so that memory stays flat however
/// many there are: some 4 MiB with the heads of usual servers.
class AttemptLog final
{
public:
    static constexpr qsizetype attemptsKept = 5; ///< Of each upload.
    static constexpr size_t recentKept = 250; ///< Uploads that ended last, well or not.
    static constexpr size_t failedKept
        = 1'000; ///< Uploads that failed last, be it that they succeeded later; recent ones count as such.

    /// An attempt is over; `record` tells of it already. `form`: what it was sent with; none: no lane told.
    void ended(const UploadRecord &record, const UploadAttempt::Outcome &outcome, qint64 timeMs,
               std::shared_ptr<const UploadForm> form);
    void forget(const QList<UploadId> &ids);

    /// All but UploadDetails::curl.
    [[nodiscard]] UploadDetails details(UploadId id) const;
    /// How the last attempt was sent; nullptr: that is not remembered. Valid until the next call that changes this.
    [[nodiscard]] const UploadTarget *targetOf(UploadId id) const;
    [[nodiscard]] size_t size() const { return m_recent.size() + m_failed.size(); }

private:
    struct Entry
    {
        UploadId id;
        QList<AttemptSummary> attempts;
        net::RequestHead request;
        net::HeaderList answerHeaders;
        std::shared_ptr<const UploadForm> form;
        bool hasFailed = false; ///< Once.
    };

    [[nodiscard]] const Entry *find(UploadId id) const;
    [[nodiscard]] Entry takeOut(UploadId id);

    // Both oldest first, and searched from their ends: asking is rare, ending is not.
    std::deque<Entry> m_recent;
    std::deque<Entry> m_failed; ///< Those of m_recent that were pushed out and had failed.
};

} // namespace transfer
