// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/growthgauge.h"
#include "core/metrics/gcstats.h"
#include "core/session/acceptedlog.h"
#include "core/session/timeline.h"

#include <map>

namespace session {

/// What a server's readings grow by with each upload, while somebody looks on: the gauges of the window's tiles.
///
/// Counted are the uploads of the queue that the server accepted, as reports count them. Those of an experiment are none of
/// them, and what they made the server keep would be taken for the queue's; so nothing is said while one is under way
/// (MarkKind::ExperimentBegan to ExperimentEnded), and all begins anew when it is over - and when another process answers.
/// A heap counts where it was collected since the reading before; without a counter nobody knows when that was, and then
/// each reading counts.
///
/// A plain value, bounded as its parts are. All is to be told in the order in which it happened.
class GrowthWatch final
{
public:
    GrowthWatch();

    void read(const metrics::Reading &reading);
    void addMark(const Mark &mark);
    /// A record as it is now; the same may come again.
    void addUpload(const transfer::UploadRecord &record);

    /// Unknown for other roles than the tiles' own, and while an experiment is under way.
    [[nodiscard]] analysis::GrowthTrend trend(metrics::Role role) const;
    /// Of the present process.
    [[nodiscard]] const metrics::GcWatch &gc() const { return m_gc; }
    [[nodiscard]] const AcceptedLog &accepted() const { return m_accepted; }

private:
    void restart();

    std::map<metrics::Role, analysis::GrowthGauge> m_gauges;
    metrics::GcWatch m_gc;
    AcceptedLog m_accepted;
    qint64 m_uploads = 0; ///< Accepted so far.
    bool m_isExperimenting = false;
};

} // namespace session
