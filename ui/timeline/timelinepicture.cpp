// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepicture.h"

#include "core/base/localtime.h"
#include "ui/common/plotpicture.h"
#include "ui/common/timeselection.h"
#include "ui/common/timewindow.h"
#include "ui/timeline/chartview.h"
#include "ui/timeline/plots.h"
#include "ui/timeline/timelinedata.h"

#include <QCoreApplication>

namespace ui {
namespace {

constexpr QSize smallest(720, 360);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::Timeline)
};

QString legendOf(const TimeSelection &selection)
{
    const QString bands = Text::tr("Shaded: uploads ran.");
    if (!selection.range())
        return bands;
    const RangeText text = rangeText(*selection.range());
    return bands + QLatin1Char(' ')
        + Text::tr("Selected: %1 to %2, %3.").arg(text.from, text.to, text.duration);
}

} // namespace

QImage timelinePicture(const ChartView &charts, TimeWindow &window, TimeSelection &selection,
                       const QString &origin)
{
    const TimelineData &timeline = charts.timeline();
    ChartView fresh(window, selection, timeline);
    fresh.setPlots(timelinePlots(timeline, drawnRoles(timeline)));
    const PlotCaption caption{
        Text::tr("%1 to %2").arg(base::localSecond(window.fromMs()), base::localSecond(window.toMs())),
        legendOf(selection), origin};
    return plotPicture(fresh, charts, caption, smallest);
}

} // namespace ui
