// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/timeline.h"
#include "ui/common/colors.h"
#include "ui/timeline/bandlist.h"
#include "ui/timeline/plot.h"

#include <QFont>

class QPainter;

namespace ui {

/// Everything around the lines of one picture of the timeline, laid out; ChartView makes it, the functions
/// below paint it. Scene coordinates.
struct ChartFrame
{
    struct Panel
    {
        QRectF area;
        QString title;
        std::vector<Plot::Readout> readouts; ///< At the cross-hair if there is one, else the latest.
        std::vector<double> labelY; ///< Where each readout's label is centred.
    };
    struct Band
    {
        double left = 0;
        double right = 0;
        UploadBand uploads;
        bool isHighlighted = false;
    };
    /// The selected range, as far as it is in the picture.
    struct Span
    {
        double left = 0;
        double right = 0;
        bool hasLeftEdge = true; ///< False: it began before the picture does.
        bool hasRightEdge = true;
        QString duration; ///< Of all of it.
    };
    struct Flag
    {
        double x = 0;
        session::Mark mark;
    };

    TimeScale time;
    TimeTicks ticks;
    QRectF whole;
    std::vector<Panel>
        panels; ///< Top to bottom; [0] has the collections' ticks, the last one the time axis below.
    std::vector<Band> bands;
    std::vector<Flag> flags;
    std::optional<std::pair<double, double>> highlight; ///< From x to x: the upload that is pointed at.
    std::vector<double> collections; ///< x of garbage collections.
    std::optional<Span> span;
    std::optional<double> cursorX;
    QString placeholder; ///< Shown instead of lines while there is nothing to show.
    bool hasFocus = false;

    Colors colors;
    QFont labelFont;
    QFont strongFont;

    [[nodiscard]] double plotsTop() const { return panels.empty() ? 0 : panels.front().area.top(); }
    [[nodiscard]] double plotsBottom() const { return panels.empty() ? 0 : panels.back().area.bottom(); }
};

/// Sizes that layout and painting share.
namespace chartmetrics {
constexpr double leftGutter = 88; ///< Margin and labels of the value axes.
constexpr double rightGutter = 152; ///< Labels beside the lines, and margin.
constexpr double axisHeight = 24; ///< Times below the last panel.
constexpr double panelGap = 18; ///< The next panel's title; its first label and the last one's above.
constexpr double topMargin = 16; ///< The first panel's title.
constexpr double lowestPlot = 36;
constexpr double lowestFirstPlot = 56;
constexpr double flagReach = 10; ///< How near a pointer must be to a flag to read it.
} // namespace chartmetrics

/// Of the selected range: blue, where the bands of uploads are green.
[[nodiscard]] QColor spanColor(const Colors &colors);

/// What lies under grid and lines: bands of uploads, lines of the time axis.
void paintBackdrop(QPainter &painter, const ChartFrame &frame);
/// What stands beside and over the lines: titles, labels with values, times, collections, flags.
void paintAnnotations(QPainter &painter, const ChartFrame &frame);
/// The cross-hair, its time, and the ring of keyboard focus.
void paintCursor(QPainter &painter, const ChartFrame &frame);

} // namespace ui
