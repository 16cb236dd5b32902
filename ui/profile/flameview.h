// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profile/flamegeometry.h"
#include "ui/profile/flamepainter.h"

#include <QAbstractScrollArea>
#include <QList>

#include <optional>

namespace ui {

struct KeyHint;
/// A flame graph with the root on top. One frame is the current one; it is what keys walk from and what is read aloud.
///
/// Mouse: a click zooms in, a double click zooms out, hovering tells all of a frame. Keys: arrows walk to caller,
/// widest callee and siblings; Enter zooms in; Backspace and Esc zoom out; Home shows all; Ctrl+C copies the stack.
/// Stays fluid with 200,000 frames: only what is visible and at least a pixel wide is drawn. Thread: GUI.
class FlameView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlameView)

public:
    explicit FlameView(QWidget *parent = nullptr);
    ~FlameView() override;

    /// Never null. The current frame is the guilty one, if there is one, else the root.
    void setContent(const pprof::SharedContent &content);
    [[nodiscard]] const pprof::SharedContent &content() const { return m_content; }
    /// Made of this content.
    void setSearch(const pprof::ProfileSearch &search);

    [[nodiscard]] qint32 currentNode() const { return m_current; }
    [[nodiscard]] qint32 zoomedNode() const { return m_zooms.back(); }
    /// In the viewport; empty when it is not visible at this zoom.
    [[nodiscard]] QRectF frameRect(qint32 node) const;
    /// At a point of the viewport; -1: none.
    [[nodiscard]] qint32 nodeAt(QPointF position) const;
    /// Marks all frames of a row of the content, and makes the widest one current.
    void showRow(int row);

    void setCurrentNode(qint32 node);
    void zoomTo(qint32 node);
    void zoomOut();
    void zoomReset();

    /// The whole graph at this zoom, with all its levels (up to 16,000 pixels of height), on its ground.
    [[nodiscard]] QImage picture() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// By mouse, keys or showRow().
    void currentNodeChanged(qint32 node);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    [[nodiscard]] static QList<KeyHint> keys();
    [[nodiscard]] FlameScene scene() const;
    [[nodiscard]] qint32 guiltyNode() const;
    [[nodiscard]] qint32 neighbour(int key) const;
    void setZooms(std::vector<qint32> zooms);
    void showNode(qint32 node);
    void updateScrolling();
    void updateAccessibility();

    pprof::SharedContent m_content;
    std::optional<FlameGeometry> m_geometry;
    pprof::ProfileSearch m_search;
    std::vector<qint32> m_zooms{0}; ///< How one came here; the last is shown.
    std::vector<qint32> m_zoomsBeforeClick{0};
    bool m_isDoubleClick = false; ///< Until its button is released.
    qint32 m_current = 0;
    qint32 m_hovered = -1;
    qint32 m_selectedRow = -1;
};

} // namespace ui
