// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/rangetiles.h"

#include "core/base/format.h"
#include "ui/common/timeselection.h"
#include "ui/timeline/history.h"

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

    [[nodiscard]] double change() const { return last - first; }
};

Ends endsOf(const History &history, Role role, const base::TimeRange &range)
{
    Ends ends;
    for (const Bucket &point : history.series().points(role, range.fromMs, range.toMs)) {
        if (!range.contains(point.timeMs))
            continue; // one stands on either side
        if (point.isGap()) {
            ends.last = std::numeric_limits<double>::quiet_NaN();
            continue;
        }
        if (std::isnan(ends.first))
            ends.first = point.mean();
        ends.last = point.mean();
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
    RangeTiles(const History &history, const base::TimeRange &range)
        : m_history(history)
        , m_range(range)
        , m_text(rangeText(range))
        , m_uploads(history.uploadsEnded(range))
        , m_isRestarted(history.isRestartedIn(range))
    {
    }

    [[nodiscard]] TileText role(Role role, const QString &title, QColor Colors::*color) const
    {
        const ValueUnit unit
            = metrics::unitOf(role) == metrics::Unit::Bytes ? ValueUnit::Bytes : ValueUnit::Count;
        const Ends ends = endsOf(m_history, role, m_range);
        TileText tile{titleOf(title), readingLabel(ends.last, unit), {}, Tone::Dim, color, tip()};
        if (std::isnan(ends.last)) {
            tile.details << (m_history.series().has(role) || m_history.series().isEmpty()
                                 ? Text::tr("no reading then")
                                 : Text::tr("not reported"));
            return tile;
        }
        if (m_isRestarted) {
            tile.details << Text::tr("the server restarted in it") << Text::tr("restarted in it");
            return tile;
        }
        const QString change = signedLabel(ends.change(), unit);
        if (m_uploads > 0 && ends.change() != 0) {
            const QString each = signedLabel(ends.change() / static_cast<double>(m_uploads), unit);
            tile.details << Text::tr("%1 in it · %2 per upload").arg(change, each)
                         << Text::tr("%1 · %2/upload").arg(change, each);
        }
        tile.details << Text::tr("%1 in it").arg(change) << change;
        return tile;
    }

    [[nodiscard]] TileText collections() const
    {
        const Ends count = endsOf(m_history, Role::GcCount, m_range);
        const Ends pause = endsOf(m_history, Role::GcPauseTotal, m_range);
        TileText tile{titleOf(Text::tr("GC")), unknownLabel(), {}, Tone::Dim, nullptr, tip()};
        if (std::isnan(count.last) || m_isRestarted) {
            tile.details << (m_isRestarted ? Text::tr("restarted in it") : Text::tr("not reported"));
            return tile;
        }
        const double mean = pause.change() / count.change();
        if (count.change() > 0 && std::isfinite(mean))
            tile.value = base::formatDuration(std::chrono::nanoseconds(std::llround(mean * 1e9)));
        const QString cycles = Text::tr("%1 cycles in it").arg(base::formatCount(count.change()));
        tile.details << Text::tr("mean pause · %1").arg(cycles) << cycles;
        return tile;
    }

private:
    [[nodiscard]] QString titleOf(const QString &title) const
    {
        return Text::tr("%1 at %2", "what, time of day").arg(title, m_text.to.section(QLatin1Char(' '), -1));
    }

    [[nodiscard]] QString tip() const
    {
        const QString uploads = Text::tr("%n upload(s) ended in it.", nullptr, static_cast<int>(m_uploads));
        return Text::tr("From %1 to %2, %3: the value at the end, and the change since the first reading.")
                   .arg(m_text.from, m_text.to, m_text.duration)
            + QLatin1Char('\n') + uploads;
    }

    const History &m_history;
    const base::TimeRange m_range;
    const RangeText m_text;
    const qint64 m_uploads;
    const bool m_isRestarted;
};

} // namespace

std::vector<TileText> rangeTileTexts(const History &history, metrics::Runtime runtime,
                                     const base::TimeRange &range)
{
    const RangeTiles tiles(history, range);
    const bool isGo = hasGoroutines(history, runtime);
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
