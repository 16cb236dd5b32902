// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ChartView that listens to mouse and keyboard.
#include "ui/common/keyhints.h"
#include "ui/common/timewindow.h"
#include "ui/timeline/chartview.h"
#include "ui/timeline/timelinedata.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace ui {
namespace {

constexpr double zoomPerNotch = 0.8;
constexpr double notch = 120; // QWheelEvent: eighths of a degree
constexpr double panPerNotch = 0.1; // of the width
constexpr double panPerKey = 0.25;

} // namespace

bool ChartView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipAt(help->pos()), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        setCursorX(std::nullopt);
    return QGraphicsView::viewportEvent(event);
}

void ChartView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColors();
        refresh();
    }
    QGraphicsView::changeEvent(event);
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    layOut();
    refresh();
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    const double width = static_cast<double>(m_window.spanMs());
    if (std::abs(turn.x()) > std::abs(turn.y()))
        m_window.pan(std::llround(-turn.x() / notch * panPerNotch * width));
    else if (turn.y() != 0)
        m_window.zoom(std::pow(zoomPerNotch, turn.y() / notch), m_frame.time.ms(event->position().x()));
    event->accept();
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isPressed = true;
    m_isDragging = false;
    m_pressedAt = event->pos();
    m_pressedToMs = m_window.toMs();
    if (event->modifiers() & Qt::ShiftModifier) {
        m_anchorMs = momentAt(event->position().x());
        m_draggedMs = m_anchorMs;
        viewport()->setCursor(Qt::SizeHorCursor);
    }
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_draggedMs) {
        dragSelectionTo(event->position().x());
    } else if (m_isPressed) {
        const int moved = event->pos().x() - m_pressedAt.x();
        if (!m_isDragging && std::abs(moved) >= QApplication::startDragDistance()) {
            m_isDragging = true;
            viewport()->setCursor(Qt::ClosedHandCursor);
        }
        if (m_isDragging) {
            const qint64 wanted = m_pressedToMs - std::llround(moved * m_frame.time.msPerPixel);
            m_window.pan(wanted - m_window.toMs());
        }
    }
    if (!m_isDragging && !m_draggedMs) {
        const bool isOnBand = bandAt(event->pos().x()) && event->pos().y() <= m_frame.plotsBottom();
        viewport()->setCursor(isOnBand ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
    m_hasKeyCursor = false;
    forgetAnchor();
    setCursorX(event->position().x());
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_isPressed)
        return;
    m_isPressed = false;
    if (m_draggedMs) {
        finishSelection();
        return;
    }
    if (m_isDragging) {
        m_isDragging = false;
        viewport()->unsetCursor();
        return;
    }
    if (event->position().y() >= m_frame.plotsTop() && event->position().y() <= m_frame.plotsBottom())
        openBandAt(event->position().x());
}

void ChartView::openBandAt(double x)
{
    const ChartFrame::Band *band = bandAt(x);
    if (!band)
        return;
    const std::vector<transfer::UploadId> &ids = band->uploads.ids;
    Q_EMIT bandClicked(QList<transfer::UploadId>(ids.begin(), ids.end()));
}

void ChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_window.follow();
}

/// What keyPressEvent() and selectByKey() listen to.
QList<KeyHint> ChartView::keys()
{
    return {{tr("Zoom in and out"), QStringLiteral("+ · −")},
            {tr("Show what was before and after"), QStringLiteral("← · →")},
            {tr("Go to the beginning and to the present"), QStringLiteral("Home · End")},
            {tr("Move the cross-hair"), QStringLiteral("Ctrl+← · Ctrl+→")},
            {tr("Select a range"), QStringLiteral("Shift+← · Shift+→")},
            {tr("Show the uploads at the cross-hair"), QStringLiteral("Enter")}};
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    if (selectByKey(*event)) {
        event->accept();
        return;
    }
    const qint64 step = std::llround(static_cast<double>(m_window.spanMs()) * panPerKey);
    const qint64 anchor
        = m_window.isFollowing() ? m_window.toMs() : (m_window.fromMs() + m_window.toMs()) / 2;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_window.zoom(zoomPerNotch, anchor);
        break;
    case Qt::Key_Minus:
        m_window.zoom(1 / zoomPerNotch, anchor);
        break;
    case Qt::Key_Left:
        m_window.pan(-step);
        break;
    case Qt::Key_Right:
        m_window.pan(step);
        break;
    case Qt::Key_Home:
        m_window.pan(m_timeline.firstMs() - m_window.fromMs());
        break;
    case Qt::Key_End:
    case Qt::Key_L:
        m_window.follow();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_frame.cursorX)
            openBandAt(*m_frame.cursorX);
        break;
    default:
        QGraphicsView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    // A ring for those who came by keyboard; the mouse knows where it is.
    setFocusRing(event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
                 || event->reason() == Qt::ShortcutFocusReason);
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    setFocusRing(false);
    if (m_hasKeyCursor)
        setCursorX(std::nullopt);
    m_hasKeyCursor = false;
}

} // namespace ui
