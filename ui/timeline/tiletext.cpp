// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/tiletext.h"

#include "core/base/format.h"
#include "core/base/plural.h"
#include "ui/timeline/timelinedata.h"

#include <QCoreApplication>

#include <cmath>

namespace ui {
namespace {

using analysis::GrowthTrend;
using metrics::Role;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::Timeline)
};

QString seconds(double value)
{
    return base::formatDuration(std::chrono::nanoseconds(std::llround(value * 1e9)));
}

TileText roleTile(const TimelineData &timeline, Role role, const QString &title, QColor Colors::*color)
{
    const bool isBytes = metrics::unitOf(role) == metrics::Unit::Bytes;
    const ValueUnit unit = isBytes ? ValueUnit::Bytes : ValueUnit::Count;
    TileText tile{title, readingLabel(timeline.series().latest(role), unit), {}, Tone::Dim, color, {}, role};
    const GrowthTrend trend = timeline.trend(role);
    if (!timeline.series().has(role)) {
        if (!timeline.series().isEmpty())
            tile.details << Text::tr("not reported");
        return tile;
    }
    // Growth is worth knowing of a server that is gone, too; that nothing changes is not said of one that says nothing.
    if (trend.kind == GrowthTrend::Kind::Steady && std::isnan(timeline.series().latest(role)))
        return tile;
    tile.details = trendTexts(trend, unit);
    if (trend.kind == GrowthTrend::Kind::PerUpload) {
        tile.tone = Tone::Bad;
        tile.tip = Text::tr(
            "Growth of the lowest readings since watching began, or the last leak check, sweep or audit was "
            "over,\n"
            "divided by the uploads that the server accepted since.\n"
            "A report of the session compares single readings, garbage included, and may say more.\n"
            "Not a verdict: a cache that is still filling looks the same.");
    } else if (trend.kind == GrowthTrend::Kind::Levelled) {
        tile.tip = Text::tr(
            "The lowest readings grew, but no longer do: a cache that has filled looks like this.");
    }
    return tile;
}

TileText descriptorTile(const TimelineData &timeline)
{
    TileText tile = roleTile(timeline, Role::Descriptors, Text::tr("Descriptors"), &Colors::descriptors);
    const double limit = timeline.series().latest(Role::DescriptorLimit);
    if (!(limit > 0) || tile.details.isEmpty()) // 0: there is none
        return tile;
    const QString suffix = Text::tr(" · limit %1").arg(base::formatCount(limit));
    tile.details.prepend(tile.details.first() + suffix);
    return tile;
}

TileText gcTile(const TimelineData &timeline)
{
    const metrics::GcWatch &gc = timeline.gc();
    TileText tile;
    tile.title = Text::tr("GC");
    tile.role = Role::GcCount;
    tile.tip = Text::tr(
        "The last pause of the garbage collector; where several fell between two readings, their mean.\n"
        "Cycles are counted by the process, since it began.\n"
        "The longest pause is what the runtime told since watching began; not all do.");
    tile.value = std::isnan(gc.lastPause()) ? unknownLabel() : seconds(gc.lastPause());
    if (std::isnan(gc.cycles())) {
        if (!timeline.series().isEmpty())
            tile.details << Text::tr("not reported");
        return tile;
    }
    const QString cycles
        = Text::tr("%1 cycles", nullptr, base::pluralForm(gc.cycles())).arg(base::formatCount(gc.cycles()));
    if (!std::isnan(gc.longestPause())) {
        const QString longest = seconds(gc.longestPause());
        tile.details << cycles + Text::tr(" · longest %1").arg(longest)
                     << cycles + Text::tr(" · max %1").arg(longest);
    }
    tile.details << cycles;
    return tile;
}

} // namespace

QString TileText::spoken() const
{
    const QString text = title + QStringLiteral(": ") + value;
    return details.isEmpty() ? text : text + QStringLiteral(", ") + details.first();
}

QStringList trendTexts(const GrowthTrend &trend, ValueUnit unit)
{
    const QString total = readingLabel(std::abs(trend.total), unit);
    switch (trend.kind) {
    case GrowthTrend::Kind::Unknown:
        return {};
    case GrowthTrend::Kind::Steady:
        return {Text::tr("steady")};
    case GrowthTrend::Kind::PerUpload: {
        // Counts: two decimals are enough to tell one in a hundred from none.
        const double each
            = unit == ValueUnit::Count ? std::round(trend.perUpload * 100) / 100 : trend.perUpload;
        const QString text = readingLabel(each, unit);
        return {Text::tr("▲ %1 per upload so far").arg(text), Text::tr("▲ %1 per upload").arg(text),
                Text::tr("▲ %1/upload").arg(text)};
    }
    case GrowthTrend::Kind::Levelled:
        return {Text::tr("grew by %1, level now").arg(total), Text::tr("+%1, level now").arg(total),
                Text::tr("level now")};
    case GrowthTrend::Kind::OverTime: {
        const QString sign = trend.total > 0 ? QStringLiteral("▲ ") : QStringLiteral("▼ ");
        const double minutes = std::max(1.0, std::round(static_cast<double>(trend.overMs) / 60'000));
        return {sign + Text::tr("%1 in %2 min").arg(total, base::formatCount(minutes)), sign + total};
    }
    }
    Q_UNREACHABLE();
}

bool hasGoroutines(const TimelineData &timeline, metrics::Runtime runtime)
{
    return timeline.series().has(Role::Goroutines)
        || (runtime == metrics::Runtime::Go && !timeline.series().has(Role::Threads));
}

std::vector<TileText> tileTexts(const TimelineData &timeline, metrics::Runtime runtime)
{
    return {
        roleTile(timeline, Role::HeapLive, Text::tr("Heap live"), &Colors::heap),
        roleTile(timeline, Role::Rss, Text::tr("RSS"), &Colors::rss),
        hasGoroutines(timeline, runtime)
            ? roleTile(timeline, Role::Goroutines, Text::tr("Goroutines"), &Colors::goroutines)
            : roleTile(timeline, Role::Threads, Text::tr("Threads"), &Colors::threads),
        descriptorTile(timeline),
        gcTile(timeline),
    };
}

} // namespace ui
