// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/sweepchart.h"
#include "ui/common/pointplot.h"

#include <QStringList>

namespace ui {

/// Draws figures of a sweep by level, each line with its name at its end, and the ground from where the server breaks down.
/// Data in, picture out. Its points are levels. Thread: GUI.
class SweepPlot final : public PointPlot
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepPlot)

public:
    explicit SweepPlot(QWidget *parent = nullptr);

    void setChart(const report::SweepChart &chart);
    [[nodiscard]] const report::SweepChart &chart() const { return m_chart; }
    /// What is read at the chosen level, a line each: "50 at once", "p50 61 ms", …; empty: none is chosen.
    [[nodiscard]] QStringList readout() const;
    /// Where a line is at a level.
    [[nodiscard]] QPointF place(std::size_t level, double value) const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] int pointCount() const override;
    /// The nearest one.
    [[nodiscard]] int pointAt(double x) const override;
    [[nodiscard]] QString spokenPoint() const override { return readout().join(QStringLiteral(", ")); }
    [[nodiscard]] bool isEmpty() const override { return m_chart.isEmpty(); }
    void paintChart(QPainter &painter) override;

private:
    struct Frame;
    [[nodiscard]] Frame frame() const;
    [[nodiscard]] QString endLabel(const report::SweepLine &line, bool withValue) const;
    void paintCollapse(QPainter &painter, const Frame &frame) const;
    void paintAxes(QPainter &painter, const Frame &frame) const;
    void paintLines(QPainter &painter, const Frame &frame) const;
    void paintNames(QPainter &painter, const Frame &frame) const;
    void paintReadout(QPainter &painter, const Frame &frame) const;

    report::SweepChart m_chart;
};

} // namespace ui
