// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/timeline/panelfixture.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QToolButton>
#include <QWheelEvent>

PanelFixture::PanelFixture(const scenario::Options &options, QSize size)
{
    panel.resize(size);
    panel.show();
    scenario::tell(panel, options);
    redraw();
}

void PanelFixture::redraw()
{
    panel.hide();
    panel.show();
}

QImage PanelFixture::picture() const
{
    return view->viewport()->grab().toImage();
}

QToolButton *PanelFixture::button(const QString &text) const
{
    for (QToolButton *candidate : panel.findChildren<QToolButton *>()) {
        if (candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

void PanelFixture::mouse(QEvent::Type type, QPointF at, Qt::MouseButton button,
                         Qt::KeyboardModifiers modifiers) const
{
    const bool isHeld = type == QEvent::MouseButtonPress || type == QEvent::MouseMove;
    QMouseEvent event(type, at, view->viewport()->mapToGlobal(at),
                      type == QEvent::MouseMove ? Qt::NoButton : button, isHeld ? button : Qt::NoButton,
                      modifiers);
    QCoreApplication::sendEvent(view->viewport(), &event);
}

void PanelFixture::selectSeconds(int from, int to) const
{
    const double y = frame().plotsTop() + 20;
    mouse(QEvent::MouseButtonPress, {x(from), y}, Qt::LeftButton, Qt::ShiftModifier);
    for (const double share : {0.25, 0.5, 1.0})
        mouse(QEvent::MouseMove, {x(from) + share * (x(to) - x(from)), y}, Qt::LeftButton, Qt::ShiftModifier);
    mouse(QEvent::MouseButtonRelease, {x(to), y}, Qt::LeftButton, Qt::ShiftModifier);
}

void PanelFixture::wheel(QPointF at, QPoint turn) const
{
    QWheelEvent event(at, view->viewport()->mapToGlobal(at), {}, turn, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view->viewport(), &event);
}

void PanelFixture::hover(double x) const
{
    mouse(QEvent::MouseMove, {x, frame().plotsTop() + 20}, Qt::NoButton);
}
