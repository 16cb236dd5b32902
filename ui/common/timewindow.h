// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ui {

/// The span of time that every chart and table shows: one object, shared by reference.
/// It follows exactly while its right edge is "now", and then advance() moves it; zooming and panning away
/// end that, reaching "now" again by whatever way resumes it. The future is never shown. Thread: GUI. Times
/// are Unix milliseconds.
class TimeWindow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeWindow)

public:
    static constexpr qint64 smallestSpanMs = 5'000;
    static constexpr qint64 largestSpanMs = 14LL * 24 * 3600 * 1000;

    explicit TimeWindow(QObject *parent = nullptr);

    [[nodiscard]] qint64 fromMs() const { return m_toMs - m_spanMs; }
    [[nodiscard]] qint64 toMs() const { return m_toMs; }
    [[nodiscard]] qint64 spanMs() const { return m_spanMs; }
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }

    /// "Now" as the data knows it; an earlier one than before is ignored. Moves the window while following;
    /// otherwise only bounds panning.
    void advance(qint64 nowMs);
    /// Keeps the right edge while following, otherwise the middle.
    void setSpan(qint64 spanMs);
    /// Factor < 1 shows less time; the moment under `anchorMs` stays where it is, except that "now" is never
    /// passed.
    void zoom(double factor, qint64 anchorMs);
    /// Positive: towards later. At most `largestSpanMs` back from "now".
    void pan(qint64 byMs);
    void follow();

Q_SIGNALS:
    void changed();

private:
    void set(qint64 toMs, qint64 spanMs);

    qint64 m_nowMs = 0;
    qint64 m_toMs = 0;
    qint64 m_spanMs = 5 * 60 * 1000;
    bool m_isFollowing = true;
};

} // namespace ui
