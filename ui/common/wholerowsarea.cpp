// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/wholerowsarea.h"

#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QtMath>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

// Where to end, at `end` at the latest, so that no row of this part is cut.
int wholeEnd(const QWidget &part, int top, int end)
{
    if (end <= top || end >= top + part.height())
        return end;
    const auto *label = qobject_cast<const QLabel *>(&part);
    if (!label || !label->wordWrap())
        return top;
    const int line
        = qCeil(QFontMetricsF(part.font()).lineSpacing()); // QPainter begins every line at a whole pixel
    return top + (end - top) / line * line;
}

} // namespace

WholeRowsArea::WholeRowsArea(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void WholeRowsArea::setScrolling(bool on)
{
    m_isScrolling = on;
    setFocusPolicy(on ? Qt::StrongFocus : Qt::NoFocus); // Without anything to scroll it is no stop for Tab.
    fitHeight();
}

// QScrollArea prefers for ever the height of what it held when it was first asked.
QSize WholeRowsArea::sizeHint() const
{
    const QSize whole = QScrollArea::sizeHint();
    return m_isScrolling ? QSize(whole.width(), minimumSizeHint().height()) : whole;
}

void WholeRowsArea::fitHeight()
{
    if (!widget())
        return;
    const int frame = height() - contentsRect().height();
    setMinimumHeight(m_isScrolling ? 0
                                   : widget()->layout()->totalHeightForWidth(viewport()->width()) + frame);
}

bool WholeRowsArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)) {
        fitHeight();
        fitLater();
    }
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
    const int spare = contentsRect().height() - wholeHeight();
    if (spare == m_spare)
        return;
    m_spare = spare;
    setViewportMargins(0, 0, 0, spare);
}

int WholeRowsArea::wholeHeight() const
{
    const int all = contentsRect().height();
    if (!widget())
        return all;
    int end = all;
    for (int before = end + 1; end < before;) { // What ends higher may cut a neighbour.
        before = end;
        for (const QWidget *part : widget()->findChildren<QWidget *>()) {
            if (part->isVisibleTo(widget()) && part->findChildren<QWidget *>().isEmpty())
                end = std::min(end, wholeEnd(*part, part->mapTo(widget(), QPoint(0, 0)).y(), end));
        }
    }
    return end < all / 2 ? all : end; // A row that tall has to be cut.
}

} // namespace ui
