// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colors.h"
#include "ui/timeline/curve.h"
#include "ui/timeline/ticks.h"

#include <QFont>

#include <functional>
#include <memory>
#include <optional>

class QGraphicsScene;

namespace ui {

/// One series as it is read and drawn.
struct PlotLine
{
    enum class Style {
        Solid,
        Dashed,
        Area, ///< A pale ground on a scale of its own: beside what the axis shows, not comparable with it.
    };
    QString name; ///< "heap": stands before the value beside the line.
    QColor Colors::*color = nullptr;
    Style style = Style::Solid;
    ValueUnit unit = ValueUnit::Count;
    /// Buckets of [from, to] in columns, as metrics::SeriesStore::decimated() gives them.
    std::function<std::vector<metrics::Bucket>(qint64 fromMs, qint64 toMs, int columns)> points;
};

struct PlotSpec
{
    QString title;
    int stretch = 1; ///< Share of the height.
    int mostTicks = 2;
    ValueUnit unit = ValueUnit::Count; ///< Of the axis.
    std::vector<PlotLine> lines;
};

/// One chart of the timeline. Chart, axes and grid are Qt Charts'; the lines are one item of our own over the
/// plot area, because QLineSeries draws segment by segment and rebuilds an outline with every change: three
/// times as slow.
///
/// Thread: GUI. The scene must outlive it.
class Plot final
{
    Q_DISABLE_COPY_MOVE(Plot)

public:
    Plot(QGraphicsScene &scene, PlotSpec spec);
    ~Plot();

    [[nodiscard]] const PlotSpec &spec() const;
    [[nodiscard]] QRectF area() const;
    /// The value at the upper edge of the area.
    [[nodiscard]] double top() const;

    void setColors(const Colors &colors, const QFont &labelFont);
    /// Where lines are drawn, in scene coordinates; labels of the axis stand to the left of it, within
    /// `gutter`.
    void setArea(const QRectF &area, double gutter);
    void setVisible(bool on);
    [[nodiscard]] bool isVisible() const;
    /// Reads all lines anew.
    void load(const TimeScale &time);

    /// What a line says at a moment, or last within the picture; value NaN and y at the bottom in a gap. Lines without any point in the picture are left out.
    struct Readout
    {
        QString name;
        QString text;
        double value = 0;
        double y = 0;
        QColor color;
    };
    [[nodiscard]] std::vector<Readout> readouts(std::optional<qint64> atMs) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
