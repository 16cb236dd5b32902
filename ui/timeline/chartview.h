// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/chartframe.h"

#include <QGraphicsView>
#include <QList>

namespace ui {

struct KeyHint;
class TimelineData;
class TimeSelection;
class TimeWindow;

/// All charts of the timeline in one view, on one time axis, and what a person does with them: wheel, drag,
/// double click, click on a band, cross-hair, keys; dragging with Shift selects a range of time, and so do the arrow keys
/// with Shift, from the cross-hair on. A range that is being dragged becomes the selection when the button is let go.
///
/// Thread: GUI. It draws only when refresh() is called, after a change of size, colours or selection, and for the
/// cross-hair; when to refresh is the caller's decision. Window, selection and timeline data outlive it.
class ChartView final : public QGraphicsView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartView)

public:
    ChartView(TimeWindow &window, TimeSelection &selection, const TimelineData &timeline,
              QWidget *parent = nullptr);
    ~ChartView() override;

    /// Top to bottom. Those that do not fit a low view are left out from the second on, the last one stays.
    void setPlots(std::vector<PlotSpec> specs);
    /// Shown in the middle of the first plot; empty: nothing.
    void setPlaceholder(const QString &text);
    void highlight(transfer::UploadId id);

    /// Reads timeline data and window anew and repaints.
    void refresh();

    /// What was drawn last, for tests and for a screen reader's text.
    [[nodiscard]] const ChartFrame &frame() const { return m_frame; }
    [[nodiscard]] const TimelineData &timeline() const { return m_timeline; }
    /// How often refresh() did its work.
    [[nodiscard]] int refreshes() const { return m_refreshes; }
    /// The moment under the cross-hair.
    [[nodiscard]] std::optional<qint64> cursorMs() const;

    [[nodiscard]] QSize sizeHint() const override { return {800, 296}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {400, 92}; }

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
    [[nodiscard]] static QList<KeyHint> keys();
    void applyColors();
    void layOut();
    [[nodiscard]] std::vector<double> plotHeights(const std::vector<Plot *> &plots) const;
    void loadFrame();
    void loadSpan();
    void updateReadouts();
    void setCursorX(std::optional<double> x);
    void setFocusRing(bool on);
    [[nodiscard]] const ChartFrame::Band *bandAt(double x) const;
    void openBandAt(double x);
    [[nodiscard]] QString tipAt(QPointF position) const;
    /// Of the picture, and not in the future.
    [[nodiscard]] qint64 momentAt(double x) const;
    void showSelection();
    [[nodiscard]] bool selectByKey(const QKeyEvent &event);
    void dragSelectionTo(double x);
    void finishSelection();
    void forgetAnchor();
    void extendSelectionTo(qint64 ms);
    void moveCursorTo(qint64 ms);

    struct Layers;
    TimeWindow &m_window;
    TimeSelection &m_selection;
    const TimelineData &m_timeline;
    std::unique_ptr<Layers> m_layers; ///< Before the plots: it holds their scene.
    std::vector<std::unique_ptr<Plot>> m_plots;
    ChartFrame m_frame;
    transfer::UploadId m_highlighted;
    QPoint m_pressedAt;
    qint64 m_pressedToMs = 0;
    bool m_isPressed = false;
    bool m_isDragging = false;
    std::optional<qint64> m_anchorMs; ///< Where the selection was begun: its other end moves.
    std::optional<qint64> m_draggedMs; ///< That one, while it is being dragged.
    bool m_hasKeyCursor = false; ///< The cross-hair stands where keys put it.
    int m_refreshes = 0;
};

} // namespace ui
