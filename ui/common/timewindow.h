// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ui {

/// The span of time that every chart and table shows: one object, shared by reference.
/// While it follows, the right edge is "now" and advance() moves it; zooming and panning end that until follow().
/// Thread: GUI. Times are Unix milliseconds.
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

    /// "Now" as the data knows it. Moves the window while following; otherwise only bounds panning.
    void advance(qint64 nowMs);
    /// Keeps the right edge while following, otherwise the middle.
    void setSpan(qint64 spanMs);
    /// Factor < 1 shows less time; the moment under `anchorMs` stays where it is. Ends following unless the anchor is
    /// at the right edge.
    void zoom(double factor, qint64 anchorMs);
    /// Positive: towards later. Ends following; reaching "now" resumes it.
    void pan(qint64 byMs);
    void follow();

Q_SIGNALS:
    void changed();

private:
    void set(qint64 toMs, qint64 spanMs, bool following);

    qint64 m_nowMs = 0;
    qint64 m_toMs = 0;
    qint64 m_spanMs = 5 * 60 * 1000;
    bool m_isFollowing = true;
};

} // namespace ui
