// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/plots.h"

#include "ui/timeline/timelinedata.h"

#include <QCoreApplication>

namespace ui {
namespace {

using metrics::Role;
using Style = PlotLine::Style;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::Timeline)
};

class PlotBuilder
{
public:
    PlotBuilder(const TimelineData &timeline, const QSet<Role> &roles)
        : m_timeline(timeline)
        , m_roles(roles)
    {
    }

    void addLine(PlotSpec &plot, Role role, const QString &name, QColor Colors::*color,
                 Style style = Style::Solid)
    {
        if (!m_roles.contains(role))
            return;
        const ValueUnit unit
            = metrics::unitOf(role) == metrics::Unit::Bytes ? ValueUnit::Bytes : ValueUnit::Count;
        plot.lines.push_back(
            {name, color, style, unit, [&timeline = m_timeline, role](qint64 from, qint64 to, int columns) {
                 return timeline.series().decimated(role, from, to, columns);
             }});
    }

    void addActivity(PlotSpec &plot, ActivityLog::Value value, const QString &name, QColor Colors::*color,
                     ValueUnit unit, Style style)
    {
        plot.lines.push_back(
            {name, color, style, unit, [&timeline = m_timeline, value](qint64 from, qint64 to, int columns) {
                 return timeline.activityPoints(value, from, to, columns);
             }});
    }

private:
    const TimelineData &m_timeline;
    const QSet<Role> &m_roles;
};

} // namespace

std::vector<PlotSpec> timelinePlots(const TimelineData &timeline, const QSet<Role> &roles)
{
    PlotBuilder builder(timeline, roles);
    PlotSpec memory{Text::tr("Memory"), 3, 4, ValueUnit::Bytes, {}};
    builder.addLine(memory, Role::HeapGoal, Text::tr("next GC"), &Colors::heapGoal, Style::Dashed);
    builder.addLine(memory, Role::Rss, Text::tr("RSS"), &Colors::rss);
    builder.addLine(memory, Role::HeapLive, Text::tr("heap"), &Colors::heap);

    const bool both = roles.contains(Role::Goroutines) && roles.contains(Role::Threads);
    const QString workTitle = both      ? Text::tr("Goroutines · threads")
        : roles.contains(Role::Threads) ? Text::tr("Threads")
                                        : Text::tr("Goroutines");
    PlotSpec work{workTitle, 1, 2, ValueUnit::Count, {}};
    builder.addLine(work, Role::Threads, Text::tr("threads"), &Colors::threads);
    builder.addLine(work, Role::Goroutines, Text::tr("goroutines"), &Colors::goroutines);

    PlotSpec descriptors{Text::tr("Descriptors"), 1, 2, ValueUnit::Count, {}};
    builder.addLine(descriptors, Role::Descriptors, Text::tr("open"), &Colors::descriptors);

    PlotSpec uploads{Text::tr("Upload rate · in flight"), 1, 2, ValueUnit::BytesPerSecond, {}};
    builder.addActivity(uploads, &ActivityLog::inFlight, Text::tr("in flight"), &Colors::inFlight,
                        ValueUnit::Count, Style::Area);
    builder.addActivity(uploads, &ActivityLog::rate, Text::tr("rate"), &Colors::rate,
                        ValueUnit::BytesPerSecond, Style::Solid);

    std::vector<PlotSpec> plots{std::move(memory)};
    for (PlotSpec *plot : {&work, &descriptors}) {
        if (!plot->lines.empty())
            plots.push_back(std::move(*plot));
    }
    plots.push_back(std::move(uploads));
    return plots;
}

QSet<Role> drawnRoles(const TimelineData &timeline)
{
    QSet<Role> roles;
    for (const Role role :
         {Role::HeapGoal, Role::Rss, Role::HeapLive, Role::Goroutines, Role::Threads, Role::Descriptors}) {
        if (timeline.series().has(role))
            roles.insert(role);
    }
    return roles;
}

} // namespace ui
