// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/sweepchart.h"

#include <QWidget>

namespace ui {

/// Draws figures of a sweep by level, each line with its name at its end, and the ground from where the server breaks down.
/// Data in, picture out. The pointer, or the arrow keys, read single levels. Thread: GUI.
class SweepPlot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SweepPlot)

public:
    explicit SweepPlot(QWidget *parent = nullptr);

    void setChart(const report::SweepChart &chart);
    [[nodiscard]] const report::SweepChart &chart() const { return m_chart; }
    /// Shown in the middle while there is nothing to draw.
    void setPlaceholder(const QString &text);
    /// What is read at the chosen level, a line each: "50 at once", "p50 61 ms", …; empty: none is chosen.
    [[nodiscard]] QStringList readout() const;
    /// Where a line is at a level.
    [[nodiscard]] QPointF place(std::size_t level, double value) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// -1: none. No signal.
    void choose(int level);

Q_SIGNALS:
    /// By a person; -1: none any more.
    void chosen(int level);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Frame;
    [[nodiscard]] Frame frame() const;
    /// The nearest one to a place of the widget.
    [[nodiscard]] int levelAt(double x) const;
    [[nodiscard]] QString endLabel(const report::SweepLine &line, bool withValue) const;
    void paintCollapse(QPainter &painter, const Frame &frame) const;
    void paintAxes(QPainter &painter, const Frame &frame) const;
    void paintLines(QPainter &painter, const Frame &frame) const;
    void paintNames(QPainter &painter, const Frame &frame) const;
    void paintReadout(QPainter &painter, const Frame &frame) const;
    void pick(int level);

    report::SweepChart m_chart;
    QString m_placeholder;
    int m_chosen = -1;
};

} // namespace ui
