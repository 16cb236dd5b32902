// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pointplot.h"

#include "ui/common/colors.h"
#include "ui/common/fonts.h"
#include "ui/common/keyhints.h"

#include <QAccessible>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

PointPlot::PointPlot(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setKeyHints(*this, {{tr("Read the points of the plot"), QStringLiteral("← · → · Home · End")}});
}

void PointPlot::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    update();
}

QSize PointPlot::minimumSizeHint() const
{
    return {200, 140};
}

void PointPlot::choose(int point)
{
    m_chosen = point < pointCount() ? point : -1;
    update();
}

void PointPlot::pick(int point)
{
    if (point == m_chosen)
        return;
    choose(point);
    if (m_chosen >= 0) {
        setAccessibleDescription(spokenPoint());
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT chosen(m_chosen);
}

void PointPlot::mouseMoveEvent(QMouseEvent *event)
{
    if (pointCount() > 0)
        pick(pointAt(event->position().x()));
}

void PointPlot::leaveEvent(QEvent *)
{
    pick(-1);
}

void PointPlot::focusOutEvent(QFocusEvent *event)
{
    pick(-1);
    QWidget::focusOutEvent(event);
}

void PointPlot::keyPressEvent(QKeyEvent *event)
{
    const int last = pointCount() - 1;
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

void PointPlot::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setFont(smallFont(font()));
    if (isEmpty()) {
        painter.setPen(colors.dim);
        painter.drawText(rect().adjusted(16, 0, -16, 0), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
    } else {
        paintChart(painter);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

} // namespace ui
