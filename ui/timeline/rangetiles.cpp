// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/rangetiles.h"

#include "core/analysis/uploadgrowth.h"
#include "core/base/format.h"
#include "core/base/plural.h"
#include "core/metrics/gcstats.h"
#include "ui/common/timeselection.h"
#include "ui/timeline/timelinedata.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace ui {
namespace {

using metrics::Bucket;
using metrics::Role;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::Timeline)
};

/// The first and the last reading of a range; NaN: there is none.
struct Ends
{
    double first = std::numeric_limits<double>::quiet_NaN();
    double last = std::numeric_limits<double>::quiet_NaN();
    qint64 firstMs = 0;
    qint64 lastMs = 0;
};

Ends endsOf(const TimelineData &timeline, Role role, const base::TimeRange &range)
{
    Ends ends;
    for (const Bucket &point : timeline.series().points(role, range.fromMs, range.toMs)) {
        if (!range.contains(point.timeMs))
            continue; // one stands on either side
        if (point.isGap()) {
            ends.last = std::numeric_limits<double>::quiet_NaN();
            continue;
        }
        if (std::isnan(ends.first)) {
            ends.first = point.mean();
            ends.firstMs = point.timeMs;
        }
        ends.last = point.mean();
        ends.lastMs = point.timeMs;
    }
    return ends;
}

QString signedLabel(double change, ValueUnit unit)
{
    const QString size = readingLabel(std::abs(change), unit);
    if (change == 0)
        return Text::tr("no change");
    return (change > 0 ? QStringLiteral("+") : QStringLiteral("−")) + size;
}

class RangeTiles
{
public:
    RangeTiles(const TimelineData &timeline, const base::TimeRange &range)
        : m_timeline(timeline)
        , m_range(range)
        , m_text(rangeText(range))
    {
    }

    [[nodiscard]] TileText role(Role role, const QString &title, QColor Colors::*color) const
    {
        const ValueUnit unit
            = metrics::unitOf(role) == metrics::Unit::Bytes ? ValueUnit::Bytes : ValueUnit::Count;
        const Ends ends = endsOf(m_timeline, role, m_range);
        TileText tile{titleOf(title), readingLabel(ends.last, unit), {}, Tone::Dim, color, tip(ends)};
        if (std::isnan(ends.last)) {
            tile.details << (m_timeline.series().has(role) || m_timeline.series().isEmpty()
                                 ? Text::tr("no reading then")
                                 : Text::tr("not reported"));
            return tile;
        }
        if (isRestarted(ends)) {
            tile.details << Text::tr("the server restarted in it") << Text::tr("restarted in it");
            return tile;
        }
        const analysis::UploadGrowth growth = analysis::uploadGrowth(
            ends.first, ends.last, m_timeline.isExperimented(ends.firstMs, ends.lastMs), accepted(ends));
        const QString change = signedLabel(growth.total, unit);
        if (std::isfinite(growth.each) && growth.total != 0) {
            const QString each = signedLabel(growth.each, unit);
            tile.details << Text::tr("%1 in it · %2 per upload").arg(change, each)
                         << Text::tr("%1 · %2/upload").arg(change, each);
        }
        tile.details << Text::tr("%1 in it").arg(change) << change;
        return tile;
    }

    [[nodiscard]] TileText collections() const
    {
        const Ends count = endsOf(m_timeline, Role::GcCount, m_range);
        const Ends pause = endsOf(m_timeline, Role::GcPauseTotal, m_range);
        TileText tile{titleOf(Text::tr("GC")), unknownLabel(), {}, Tone::Dim, nullptr, tip(count)};
        if (std::isnan(count.last) || isRestarted(count)) {
            tile.details << (std::isnan(count.last) ? Text::tr("not reported") : Text::tr("restarted in it"));
            return tile;
        }
        const metrics::GcStats stats = metrics::gcBetween(
            {count.first, pause.first}, {count.last, pause.last}, std::numeric_limits<double>::quiet_NaN());
        if (const double mean = stats.meanPause(); std::isfinite(mean))
            tile.value = base::formatDuration(std::chrono::nanoseconds(std::llround(mean * 1e9)));
        if (std::isnan(stats.cycles)) { // fell, and nobody knows when
            tile.details << Text::tr("restarted in it");
            return tile;
        }
        const QString cycles = Text::tr("%1 cycles in it", nullptr, base::pluralForm(stats.cycles))
                                   .arg(base::formatCount(stats.cycles));
        tile.details << Text::tr("mean pause · %1").arg(cycles) << cycles;
        return tile;
    }

private:
    [[nodiscard]] QString titleOf(const QString &title) const
    {
        return Text::tr("%1 at %2", "what, time of day").arg(title, m_text.to.section(QLatin1Char(' '), -1));
    }

    /// The reading that tells of a restart is the first one of the new process.
    [[nodiscard]] bool isRestarted(const Ends &ends) const
    {
        return m_timeline.isRestarted(ends.firstMs, m_range.toMs);
    }

    [[nodiscard]] qint64 accepted(const Ends &ends) const
    {
        return std::isnan(ends.last) ? 0 : m_timeline.uploadsAccepted({m_range.fromMs, ends.lastMs});
    }

    [[nodiscard]] QString tip(const Ends &ends) const
    {
        const QString uploads = Text::tr("%n upload(s) accepted until the last one.", nullptr,
                                         static_cast<int>(accepted(ends)));
        return Text::tr("From %1 to %2, %3: the value at the end, and the change since the first reading.")
                   .arg(m_text.from, m_text.to, m_text.duration)
            + QLatin1Char('\n') + uploads;
    }

    const TimelineData &m_timeline;
    const base::TimeRange m_range;
    const RangeText m_text;
};

} // namespace

std::vector<TileText> rangeTileTexts(const TimelineData &timeline, metrics::Runtime runtime,
                                     const base::TimeRange &range)
{
    const RangeTiles tiles(timeline, range);
    const bool isGo = hasGoroutines(timeline, runtime);
    return {
        tiles.role(Role::HeapLive, Text::tr("Heap live"), &Colors::heap),
        tiles.role(Role::Rss, Text::tr("RSS"), &Colors::rss),
        isGo ? tiles.role(Role::Goroutines, Text::tr("Goroutines"), &Colors::goroutines)
             : tiles.role(Role::Threads, Text::tr("Threads"), &Colors::threads),
        tiles.role(Role::Descriptors, Text::tr("Descriptors"), &Colors::descriptors),
        tiles.collections(),
    };
}

} // namespace ui
