// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/timeline/scenario.h"

#include "ui/common/timeselection.h"
#include "ui/common/timewindow.h"
#include "ui/timeline/chartview.h"

#include <QEvent>
#include <QImage>

class QToolButton;

/// A panel as it stands in the window, told of the usual scenario.
struct PanelFixture
{
    explicit PanelFixture(const scenario::Options &options = {}, QSize size = {1168, 380});

    /// What is stale is drawn when a panel is shown.
    void redraw();
    [[nodiscard]] const ui::ChartFrame &frame() const { return view->frame(); }
    [[nodiscard]] double x(int second) const { return frame().time.x(scenario::start + second * 1000LL); }
    [[nodiscard]] QImage picture() const;
    /// The one that says so; nullptr if there is none.
    [[nodiscard]] QToolButton *button(const QString &text) const;

    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button = Qt::LeftButton,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    /// Dragged with Shift held.
    void selectSeconds(int from, int to) const;
    void wheel(QPointF at, QPoint turn) const;
    void hover(double x) const;

    ui::TimeWindow window;
    ui::TimeSelection selection;
    ui::TimelinePanel panel{window, selection};
    ui::ChartView *view = panel.findChild<ui::ChartView *>();
};
