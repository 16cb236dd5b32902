// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/timeline.h"

#include <algorithm>

namespace session {
namespace {

constexpr qsizetype capacity = 10'000;
constexpr qint64 joinWithinMs = 1'000;

template <typename T>
void appendBounded(QList<T> &list, const T &value)
{
    if (list.size() == capacity)
        list.removeFirst();
    list.append(value);
}

} // namespace

QString toKey(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Note:
        return QStringLiteral("note");
    case MarkKind::Connected:
        return QStringLiteral("connected");
    case MarkKind::Restarted:
        return QStringLiteral("restarted");
    case MarkKind::Lost:
        return QStringLiteral("lost");
    case MarkKind::Recovered:
        return QStringLiteral("recovered");
    case MarkKind::Paused:
        return QStringLiteral("paused");
    case MarkKind::Offline:
        return QStringLiteral("offline");
    case MarkKind::Online:
        return QStringLiteral("online");
    case MarkKind::AlertRaised:
        return QStringLiteral("alertRaised");
    case MarkKind::AlertCleared:
        return QStringLiteral("alertCleared");
    case MarkKind::ExperimentBegan:
        return QStringLiteral("experimentBegan");
    case MarkKind::ExperimentEnded:
        return QStringLiteral("experimentEnded");
    }
    return {};
}

bool hasOwnWords(MarkKind kind)
{
    return kind == MarkKind::Note || kind == MarkKind::ExperimentBegan || kind == MarkKind::ExperimentEnded;
}

void Timeline::addMark(const Mark &mark)
{
    appendBounded(m_marks, mark);
}

void Timeline::addActivity(const Activity &activity)
{
    appendBounded(m_activity, activity);
}

void Timeline::uploadBegan(qint64 timeMs)
{
    if (m_running++ == 0) {
        // A wall clock that was set back also lands here: the band is prolonged, so bands never overlap.
        if (!m_bands.isEmpty() && timeMs - m_bands.constLast().toMs < joinWithinMs)
            m_bands.last().toMs = 0;
        else
            appendBounded(m_bands, Band{timeMs, 0, 0});
    }
    ++m_bands.last().uploads;
}

void Timeline::uploadEnded(qint64 timeMs)
{
    if (m_running == 0 || --m_running > 0)
        return;
    Band &band = m_bands.last();
    band.toMs = std::max(timeMs, band.fromMs);
}

} // namespace session
