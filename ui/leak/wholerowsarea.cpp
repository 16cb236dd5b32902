// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/wholerowsarea.h"

#include <QEvent>

#include <utility>

namespace ui {

WholeRowsArea::WholeRowsArea(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

bool WholeRowsArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        fitLater();
    return QScrollArea::eventFilter(watched, event);
}

void WholeRowsArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fitLater();
}

// Parts have their places only when all layouts are done.
void WholeRowsArea::fitLater()
{
    if (std::exchange(m_isPending, true))
        return;
    QMetaObject::invokeMethod(this, &WholeRowsArea::fit, Qt::QueuedConnection);
}

void WholeRowsArea::fit()
{
    m_isPending = false;
    const int spare = height() - wholeHeight();
    if (spare == m_spare)
        return;
    m_spare = spare;
    setViewportMargins(0, 0, 0, spare);
}

int WholeRowsArea::wholeHeight() const
{
    if (!widget())
        return height();
    int end = height();
    bool isWhole = false;
    while (!isWhole) {
        isWhole = true;
        for (const QWidget *part : widget()->findChildren<QWidget *>()) {
            if (!part->isVisibleTo(widget()) || !part->findChildren<QWidget *>().isEmpty())
                continue;
            const int top = part->mapTo(widget(), QPoint(0, 0)).y();
            if (top < end && end < top + part->height()) {
                end = top;
                isWhole = false;
            }
        }
    }
    return end < height() / 2 ? height() : end; // A part that tall has to be cut.
}

} // namespace ui
