// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flooraxis.h"
#include "core/report/floorchart.h"
#include "ui/common/pointplot.h"

namespace ui {

/// Draws the floors of one resource over the uploads that led to them, the line through them and its interval. Data in,
/// picture out. Its points are floors. Thread: GUI.
class FloorPlot final : public PointPlot
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FloorPlot)

public:
    explicit FloorPlot(QWidget *parent = nullptr);

    void setChart(const report::FloorChart &chart);
    [[nodiscard]] const report::FloorChart &chart() const { return m_chart; }
    /// While more rounds are expected it only widens as floors of the same series come in.
    [[nodiscard]] const report::FloorAxis &axis() const { return m_axis; }
    /// What is read at the chosen floor: "after 60 uploads: 12.3 MiB"; empty: none is chosen.
    [[nodiscard]] QString readout() const;
    /// Where a point of the chart is drawn.
    [[nodiscard]] QPointF place(QPointF point) const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] int pointCount() const override;
    /// The nearest one, if the pointer is near.
    [[nodiscard]] int pointAt(double x) const override;
    [[nodiscard]] QString spokenPoint() const override { return readout(); }
    [[nodiscard]] bool isEmpty() const override { return m_chart.isEmpty(); }
    void paintChart(QPainter &painter) override;

private:
    struct Frame;
    [[nodiscard]] Frame frame() const;
    void paintAxes(QPainter &painter, const Frame &frame) const;
    void paintGround(QPainter &painter, const Frame &frame) const;
    void paintSleeve(QPainter &painter, const Frame &frame) const;
    void paintEarlier(QPainter &painter, const Frame &frame) const;
    void paintFloors(QPainter &painter, const Frame &frame) const;
    void paintReadout(QPainter &painter, const Frame &frame) const;

    report::FloorChart m_chart;
    report::FloorAxis m_axis;
};

} // namespace ui
