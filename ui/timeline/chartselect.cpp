// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ChartView by which a range of time is selected.
#include "ui/common/timeselection.h"
#include "ui/common/timewindow.h"
#include "ui/timeline/chartview.h"
#include "ui/timeline/timelinedata.h"

#include <QKeyEvent>

#include <cmath>

namespace ui {
namespace {

constexpr qint64 stepsPerWindow = 60; ///< A second of a minute, five of five minutes.

} // namespace

qint64 ChartView::momentAt(double x) const
{
    const TimeScale &time = m_frame.time;
    return std::min(time.ms(std::clamp(x, time.left, time.right())), m_window.toMs());
}

void ChartView::dragSelectionTo(double x)
{
    m_draggedMs = momentAt(x);
    showSelection();
}

void ChartView::finishSelection()
{
    viewport()->unsetCursor();
    const qint64 anchorMs = *m_anchorMs;
    const qint64 draggedMs = *m_draggedMs;
    m_draggedMs.reset();
    // A click that trembles selects nothing, and leaves what was selected.
    constexpr double leastPixels = 3;
    if (std::abs(m_frame.time.x(anchorMs) - m_frame.time.x(draggedMs)) < leastPixels) {
        m_anchorMs.reset();
        showSelection();
        return;
    }
    m_selection.select(anchorMs, draggedMs);
    m_anchorMs = anchorMs;
    showSelection();
}

bool ChartView::selectByKey(const QKeyEvent &event)
{
    if (m_draggedMs && event.key() == Qt::Key_Escape) { // before the button was let go
        m_isPressed = false;
        m_draggedMs = m_anchorMs;
        finishSelection();
        return true;
    }
    const Qt::KeyboardModifiers held = event.modifiers() & ~Qt::KeypadModifier;
    const bool isSelecting = held == Qt::ShiftModifier;
    if (!isSelecting && held != Qt::ControlModifier)
        return false;
    const std::optional<base::TimeRange> &range = m_selection.range();
    qint64 hereMs = cursorMs().value_or(m_window.toMs());
    if (isSelecting && range) // at the end that was not begun with, wherever the cross-hair is
        hereMs = m_anchorMs == range->toMs ? range->fromMs : range->toMs;
    const qint64 step = std::max(TimeSelection::shortestMs, m_window.spanMs() / stepsPerWindow);
    switch (event.key()) {
    case Qt::Key_Left:
        hereMs -= step;
        break;
    case Qt::Key_Right:
        hereMs += step;
        break;
    case Qt::Key_Home:
        hereMs = m_window.fromMs();
        break;
    case Qt::Key_End:
        hereMs = m_window.toMs();
        break;
    default:
        return false;
    }
    if (isSelecting) {
        extendSelectionTo(hereMs);
        return true;
    }
    forgetAnchor();
    moveCursorTo(hereMs);
    return true;
}

/// Where nothing is selected yet, the next selection begins where the cross-hair is then.
void ChartView::forgetAnchor()
{
    if (!m_selection.range() && !m_draggedMs)
        m_anchorMs.reset();
}

void ChartView::extendSelectionTo(qint64 ms)
{
    if (m_timeline.isEmpty())
        return;
    if (const std::optional<base::TimeRange> &range = m_selection.range(); !m_anchorMs)
        m_anchorMs = range ? range->fromMs : cursorMs().value_or(m_window.toMs());
    const qint64 anchorMs = *m_anchorMs;
    const qint64 hereMs
        = std::clamp(ms, std::min(m_timeline.firstMs(), anchorMs), std::max(m_timeline.nowMs(), anchorMs));
    m_selection.select(anchorMs, hereMs);
    m_anchorMs = anchorMs; // also when both ends have met, and nothing is selected just now
    moveCursorTo(hereMs);
}

/// Keeps it in the picture.
void ChartView::moveCursorTo(qint64 ms)
{
    if (m_timeline.isEmpty())
        return;
    ms = std::clamp(ms, m_timeline.firstMs(), m_timeline.nowMs());
    const qint64 outside
        = ms < m_window.fromMs() ? ms - m_window.fromMs() : std::max<qint64>(0, ms - m_window.toMs());
    if (outside != 0) {
        m_window.pan(outside);
        refresh();
    }
    m_hasKeyCursor = true;
    setCursorX(std::clamp(m_frame.time.x(ms), m_frame.time.left, m_frame.time.right()));
}

} // namespace ui
