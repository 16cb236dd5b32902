// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/timewindow.h"

#include <algorithm>
#include <cmath>

namespace ui {

TimeWindow::TimeWindow(QObject *parent)
    : QObject(parent)
{
}

void TimeWindow::setBeginning(qint64 ms)
{
    m_beginningMs = ms;
}

void TimeWindow::advance(qint64 nowMs)
{
    m_nowMs = std::max(m_nowMs, nowMs);
    if (m_isFollowing)
        set(m_nowMs, grownMs());
}

void TimeWindow::setSpan(qint64 spanMs)
{
    m_wantedMs = std::clamp(spanMs, smallestSpanMs, largestSpanMs);
    m_isGrowing = false;
    set(m_isFollowing ? m_nowMs : m_toMs + (m_wantedMs - m_spanMs) / 2, m_wantedMs);
}

void TimeWindow::zoom(double factor, qint64 anchorMs)
{
    const auto wanted = static_cast<qint64>(std::llround(static_cast<double>(m_spanMs) * factor));
    const qint64 span = std::clamp(wanted, smallestSpanMs, largestSpanMs);
    // The anchor keeps its share of the width, so it does not move on the screen.
    const double share = static_cast<double>(m_toMs - anchorMs) / static_cast<double>(m_spanMs);
    m_wantedMs = span;
    m_isGrowing = false;
    set(anchorMs + static_cast<qint64>(std::llround(share * static_cast<double>(span))), span);
}

void TimeWindow::pan(qint64 byMs)
{
    set(m_toMs + byMs, m_spanMs);
}

void TimeWindow::follow()
{
    set(m_nowMs, grownMs());
}

qint64 TimeWindow::grownMs() const
{
    if (m_beginningMs == 0 || !m_isGrowing)
        return m_wantedMs;
    return std::clamp(m_nowMs - m_beginningMs, std::min(firstSpanMs, m_wantedMs), m_wantedMs);
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
