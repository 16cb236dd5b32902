// SPDX-License-Identifier: GPL-3.0-or-later
// How single floors of a FloorPlot are chosen: by pointer, and by key.
#include "ui/leak/floorplot.h"

#include <QAccessible>
#include <QMouseEvent>

#include <cmath>

namespace ui {

void FloorPlot::choose(int floor)
{
    if (floor == m_chosen)
        return;
    m_chosen = floor;
    if (floor >= 0) {
        setAccessibleDescription(readout());
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    update();
}

void FloorPlot::mouseMoveEvent(QMouseEvent *event)
{
    constexpr double reach = 24;
    int nearest = -1;
    double distance = reach;
    for (std::size_t i = 0; i < m_chart.floors.size(); ++i) {
        const double away = std::abs(place(m_chart.floors[i]).x() - event->position().x());
        if (away < distance) {
            distance = away;
            nearest = static_cast<int>(i);
        }
    }
    choose(nearest);
}

void FloorPlot::leaveEvent(QEvent *)
{
    choose(-1);
}

void FloorPlot::focusOutEvent(QFocusEvent *event)
{
    choose(-1);
    QWidget::focusOutEvent(event);
}

void FloorPlot::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_chart.floors.size()) - 1;
    if (last < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_chosen < 0 ? last : std::max(0, m_chosen - 1));
        return;
    case Qt::Key_Right:
        choose(m_chosen < 0 ? 0 : std::min(last, m_chosen + 1));
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(last);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace ui
