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
    static constexpr qint64 firstSpanMs = 60'000; ///< See setBeginning().

    explicit TimeWindow(QObject *parent = nullptr);

    [[nodiscard]] qint64 fromMs() const { return m_toMs - m_spanMs; }
    [[nodiscard]] qint64 toMs() const { return m_toMs; }
    [[nodiscard]] qint64 spanMs() const { return m_spanMs; }
    /// What spanMs() is once it has grown, see setBeginning().
    [[nodiscard]] qint64 wantedSpanMs() const { return m_wantedMs; }
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }

    /// There is nothing before that; 0: that is not known. Until somebody sets a span or zooms, it begins with `firstSpanMs`
    /// and grows with the data to five minutes: the first minute shall fill the width, not a fifth of it.
    void setBeginning(qint64 ms);

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
    [[nodiscard]] qint64 grownMs() const;

    qint64 m_beginningMs = 0;
    qint64 m_nowMs = 0;
    qint64 m_toMs = 0;
    qint64 m_spanMs = 5 * 60 * 1000;
    qint64 m_wantedMs = m_spanMs;
    bool m_isFollowing = true;
    bool m_isGrowing = true; ///< See setBeginning().
};

} // namespace ui
