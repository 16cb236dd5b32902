// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/chartframe.h"

#include <QGraphicsView>

namespace ui {

class History;
class TimeWindow;

/// All charts of the timeline in one view, on one time axis, and what a person does with them: wheel, drag,
/// double click, click on a band, cross-hair, keys.
///
/// Thread: GUI. It draws only when refresh() is called, after a change of size or colours, and for the
/// cross-hair; when to refresh is the caller's decision. Window and history outlive it.
class ChartView final : public QGraphicsView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartView)

public:
    ChartView(TimeWindow &window, const History &history, QWidget *parent = nullptr);
    ~ChartView() override;

    /// Top to bottom. Those that do not fit a low view are left out from the second on, the last one stays.
    void setPlots(std::vector<PlotSpec> specs);
    /// Shown in the middle of the first plot; empty: nothing.
    void setPlaceholder(const QString &text);
    void highlight(transfer::UploadId id);

    /// Reads history and window anew and repaints.
    void refresh();

    /// What was drawn last, for tests and for a screen reader's text.
    [[nodiscard]] const ChartFrame &frame() const { return m_frame; }
    /// How often refresh() did its work.
    [[nodiscard]] int refreshes() const { return m_refreshes; }
    /// The moment under the cross-hair.
    [[nodiscard]] std::optional<qint64> cursorMs() const;

    [[nodiscard]] QSize sizeHint() const override { return {800, 296}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {400, 120}; }

Q_SIGNALS:
    void bandClicked(const QList<transfer::UploadId> &ids);

protected:
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void applyColors();
    void layOut();
    [[nodiscard]] std::vector<double> plotHeights(const std::vector<Plot *> &plots) const;
    void loadFrame();
    void updateReadouts();
    void setCursorX(std::optional<double> x);
    void setFocusRing(bool on);
    [[nodiscard]] const ChartFrame::Band *bandAt(double x) const;
    [[nodiscard]] QString tipAt(QPointF position) const;

    struct Layers;
    TimeWindow &m_window;
    const History &m_history;
    std::unique_ptr<Layers> m_layers; ///< Before the plots: it holds their scene.
    std::vector<std::unique_ptr<Plot>> m_plots;
    ChartFrame m_frame;
    transfer::UploadId m_highlighted;
    QPoint m_pressedAt;
    qint64 m_pressedToMs = 0;
    bool m_isPressed = false;
    bool m_isDragging = false;
    int m_refreshes = 0;
};

} // namespace ui
