// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"
#include "core/metrics/seriesstore.h"
#include "core/session/growthwatch.h"
#include "core/session/session.h"
#include "ui/timeline/activitylog.h"
#include "ui/timeline/bandlist.h"

namespace ui {

/// What the timeline knows: readings, activity, upload bands, marks, and what follows from them. Bounded.
/// A plain value; the panel feeds it, charts and tiles read it. Times are Unix milliseconds.
class TimelineData final
{
public:
    static constexpr qsizetype mostMarks = 10'000;
    static constexpr size_t mostMisses = 10'000;

    void clear();
    void addTick(const session::ScrapeTick &tick);
    void addActivity(const session::Activity &activity);
    void addMark(const session::Mark &mark);
    void addUploads(const session::UploadBatch &batch);

    [[nodiscard]] bool isEmpty() const { return m_firstMs == 0; }
    [[nodiscard]] qint64 firstMs() const { return m_firstMs; }
    /// The latest moment that anything was told of; 0 when nothing was.
    [[nodiscard]] qint64 nowMs() const { return m_nowMs; }

    [[nodiscard]] const metrics::SeriesStore &series() const { return m_series; }
    [[nodiscard]] const BandList &bands() const { return m_bands; }
    [[nodiscard]] const QList<session::Mark> &marks() const { return m_marks; }
    [[nodiscard]] const ActivityLog &activity() const { return m_activity; }
    [[nodiscard]] std::vector<metrics::Bucket> activityPoints(ActivityLog::Value value, qint64 fromMs,
                                                              qint64 toMs, int columns) const;

    /// Moments of collections within [fromMs, toMs], at most one per column.
    [[nodiscard]] std::vector<qint64> gcMoments(qint64 fromMs, qint64 toMs, int columns) const;
    [[nodiscard]] const metrics::GcWatch &gc() const { return m_growth.gc(); }
    /// See session::GrowthWatch for what it is measured over.
    [[nodiscard]] analysis::GrowthTrend trend(metrics::Role role) const { return m_growth.trend(role); }
    /// Why the last scrape was missed; empty while all is well.
    [[nodiscard]] const QString &missReason() const { return m_missReason; }
    /// Why there is no reading of that moment, if it was missed.
    [[nodiscard]] QString missReasonAt(qint64 timeMs) const;
    /// Uploads that the server accepted within the range; of the last 200,000.
    [[nodiscard]] qint64 uploadsAccepted(const base::TimeRange &range) const;
    /// Another process of the server answered after the one moment and not after the other; see session::isRestarted().
    [[nodiscard]] bool isRestarted(qint64 afterMs, qint64 untilMs) const;
    /// An experiment was under way in between; see session::isExperimented().
    [[nodiscard]] bool isExperimented(qint64 afterMs, qint64 untilMs) const;

private:
    void sawMoment(qint64 timeMs);
    void addMiss(qint64 timeMs, const QString &reason);

    struct Miss
    {
        qint64 sinceMs = 0; ///< The same reason until the next one, or the next reading.
        QString reason;
    };

    metrics::SeriesStore m_series;
    ActivityLog m_activity;
    BandList m_bands;
    QList<session::Mark> m_marks;
    session::GrowthWatch m_growth;
    QString m_missReason;
    std::vector<Miss> m_misses; ///< Ascending.
    qint64 m_firstMs = 0;
    qint64 m_nowMs = 0;
};

} // namespace ui
