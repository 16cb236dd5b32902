// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/floorpicture.h"

#include "ui/leak/floorplot.h"

namespace ui {

QImage floorPicture(const FloorPlot &plot, const PlotCaption &caption)
{
    FloorPlot fresh;
    fresh.setChart(plot.chart());
    return plotPicture(fresh, plot, caption);
}

} // namespace ui
