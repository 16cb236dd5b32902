// SPDX-License-Identifier: GPL-3.0-or-later
// How single levels of a SweepPlot are chosen: by pointer, and by key.
#include "ui/sweep/sweepplot.h"

#include <QAccessible>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace ui {

void SweepPlot::choose(int level)
{
    m_chosen = level < static_cast<int>(m_chart.levels.size()) ? level : -1;
    update();
}

void SweepPlot::pick(int level)
{
    if (level == m_chosen)
        return;
    choose(level);
    if (m_chosen >= 0) {
        setAccessibleDescription(readout().join(QStringLiteral(", ")));
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT chosen(m_chosen);
}

void SweepPlot::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_chart.isEmpty())
        pick(levelAt(event->position().x()));
}

void SweepPlot::leaveEvent(QEvent *)
{
    pick(-1);
}

void SweepPlot::focusOutEvent(QFocusEvent *event)
{
    pick(-1);
    QWidget::focusOutEvent(event);
}

void SweepPlot::keyPressEvent(QKeyEvent *event)
{
    const int last = m_chart.isEmpty() ? -1 : static_cast<int>(m_chart.levels.size()) - 1;
    if (last < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        pick(m_chosen < 0 ? last : std::max(0, m_chosen - 1));
        return;
    case Qt::Key_Right:
        pick(m_chosen < 0 ? 0 : std::min(last, m_chosen + 1));
        return;
    case Qt::Key_Home:
        pick(0);
        return;
    case Qt::Key_End:
        pick(last);
        return;
    default:
        QWidget::keyPressEvent(event); // Esc is the page's.
    }
}

} // namespace ui
