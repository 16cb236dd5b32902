// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/timewindow.h"

#include <algorithm>
#include <cmath>

namespace ui {

TimeWindow::TimeWindow(QObject *parent)
    : QObject(parent)
{
}

void TimeWindow::advance(qint64 nowMs)
{
    m_nowMs = std::max(m_nowMs, nowMs);
    if (m_isFollowing)
        set(m_nowMs, m_spanMs);
}

void TimeWindow::setSpan(qint64 spanMs)
{
    spanMs = std::clamp(spanMs, smallestSpanMs, largestSpanMs);
    set(m_isFollowing ? m_nowMs : m_toMs + (spanMs - m_spanMs) / 2, spanMs);
}

void TimeWindow::zoom(double factor, qint64 anchorMs)
{
    const auto wanted = static_cast<qint64>(std::llround(static_cast<double>(m_spanMs) * factor));
    const qint64 span = std::clamp(wanted, smallestSpanMs, largestSpanMs);
    // The anchor keeps its share of the width, so it does not move on the screen.
    const double share = static_cast<double>(m_toMs - anchorMs) / static_cast<double>(m_spanMs);
    set(anchorMs + static_cast<qint64>(std::llround(share * static_cast<double>(span))), span);
}

void TimeWindow::pan(qint64 byMs)
{
    set(m_toMs + byMs, m_spanMs);
}

void TimeWindow::follow()
{
    set(m_nowMs, m_spanMs);
}

void TimeWindow::set(qint64 toMs, qint64 spanMs)
{
    toMs = std::clamp(toMs, m_nowMs - largestSpanMs, m_nowMs);
    const bool following = toMs == m_nowMs;
    if (toMs == m_toMs && spanMs == m_spanMs && following == m_isFollowing)
        return;
    m_toMs = toMs;
    m_spanMs = spanMs;
    m_isFollowing = following;
    Q_EMIT changed();
}

} // namespace ui
