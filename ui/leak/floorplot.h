// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flooraxis.h"
#include "core/report/floorchart.h"

#include <QWidget>

namespace ui {

/// Draws the floors of one resource over the uploads that led to them, the line through them and its interval. Data in,
/// picture out. The pointer, or the arrow keys, read single floors. Thread: GUI.
class FloorPlot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FloorPlot)

public:
    explicit FloorPlot(QWidget *parent = nullptr);

    void setChart(const report::FloorChart &chart);
    [[nodiscard]] const report::FloorChart &chart() const { return m_chart; }
    /// While more rounds are expected it only widens as floors of the same series come in.
    [[nodiscard]] const report::FloorAxis &axis() const { return m_axis; }
    /// Shown in the middle while there is nothing to draw.
    void setPlaceholder(const QString &text);
    /// What is read at the chosen floor: "after 60 uploads: 12.3 MiB"; empty: none is chosen.
    [[nodiscard]] QString readout() const;
    /// Where a point of the chart is drawn.
    [[nodiscard]] QPointF place(QPointF point) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Frame;
    [[nodiscard]] Frame frame() const;
    void paintAxes(QPainter &painter, const Frame &frame) const;
    void paintGround(QPainter &painter, const Frame &frame) const;
    void paintSleeve(QPainter &painter, const Frame &frame) const;
    void paintEarlier(QPainter &painter, const Frame &frame) const;
    void paintFloors(QPainter &painter, const Frame &frame) const;
    void paintReadout(QPainter &painter, const Frame &frame) const;
    void choose(int floor);

    report::FloorChart m_chart;
    report::FloorAxis m_axis;
    QString m_placeholder;
    int m_chosen = -1; ///< Index of a floor.
};

} // namespace ui
