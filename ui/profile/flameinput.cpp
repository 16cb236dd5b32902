// SPDX-License-Identifier: GPL-3.0-or-later
// The part of FlameView that listens to mouse and keyboard.
#include "ui/common/keyhints.h"
#include "ui/profile/flameview.h"
#include "ui/profile/profiletext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <utility>

namespace ui {

/// What keyPressEvent() listens to.
QList<KeyHint> FlameView::keys()
{
    return {{tr("Go to the caller, the callee, the neighbours"), QStringLiteral("↑ · ↓ · ← · →")},
            {tr("Zoom to the function"), QStringLiteral("Enter")},
            {tr("Zoom out"), QStringLiteral("Backspace · Esc")},
            {tr("Show the whole graph"), QStringLiteral("Home")},
            {tr("Copy the function's stack"),
             QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText)}};
}

qint32 FlameView::neighbour(int key) const
{
    switch (key) {
    case Qt::Key_Up:
        return m_content->flame.nodes[static_cast<size_t>(m_current)].parent;
    case Qt::Key_Down:
        return m_geometry->firstChild(m_current);
    case Qt::Key_Left:
        return m_geometry->previousSibling(m_current);
    default:
        return m_geometry->nextSibling(m_current);
    }
}

void FlameView::keyPressEvent(QKeyEvent *event)
{
    if (!m_content) {
        event->ignore();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        if (m_current != 0) // The root has no stack, and what was copied before is worth more than nothing.
            QGuiApplication::clipboard()->setText(stackAsText(*m_content, m_current));
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const qint32 node = neighbour(event->key());
        if (node >= 0 && !m_geometry->isWithin(node, zoomedNode())
            && !m_geometry->isWithin(zoomedNode(), node))
            zoomOut(); // The walk leaves what is shown.
        setCurrentNode(node);
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        zoomTo(m_current);
        return;
    case Qt::Key_Backspace:
        zoomOut();
        return;
    case Qt::Key_Escape:
        if (m_zooms.size() > 1)
            zoomOut();
        else
            event->ignore(); // Others may have something to end.
        return;
    case Qt::Key_Home:
        zoomReset();
        setCurrentNode(0);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void FlameView::mouseMoveEvent(QMouseEvent *event)
{
    const qint32 node = nodeAt(event->position());
    if (node == m_hovered)
        return;
    m_hovered = node;
    viewport()->setCursor(node >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void FlameView::mousePressEvent(QMouseEvent *event)
{
    m_isDoubleClick = false;
    event->setAccepted(nodeAt(event->position()) >= 0);
}

void FlameView::mouseReleaseEvent(QMouseEvent *event)
{
    const qint32 node = nodeAt(event->position());
    if (event->button() != Qt::LeftButton || std::exchange(m_isDoubleClick, false) || node < 0)
        return;
    m_zoomsBeforeClick = m_zooms;
    zoomTo(node);
}

void FlameView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_content)
        return;
    m_isDoubleClick = true;
    setZooms(m_zoomsBeforeClick); // Its first half zoomed in.
    zoomOut();
}

bool FlameView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const qint32 node = nodeAt(help->pos());
        if (node < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), frameTip(*m_content, node), viewport(),
                               frameRect(node).toAlignedRect());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace ui
