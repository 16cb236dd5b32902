// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timerange.h"

#include <QObject>

#include <optional>

namespace ui {

/// The range of time that a person has selected, or none: one object, shared by reference like TimeWindow. What shows or
/// exports things that have a time keeps to it. It does not move: what was selected stays so while time passes.
/// Thread: GUI. Times are Unix milliseconds.
class TimeSelection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeSelection)

public:
    static constexpr qint64 shortestMs = 100;

    explicit TimeSelection(QObject *parent = nullptr);

    [[nodiscard]] const std::optional<base::TimeRange> &range() const { return m_range; }
    /// From one moment to another, whichever is earlier; nearer than `shortestMs`: none.
    void select(qint64 oneMs, qint64 otherMs);

public Q_SLOTS:
    /// Returns whether there was one.
    bool clear();

Q_SIGNALS:
    /// It is another one, or there is none any more.
    void changed();

private:
    std::optional<base::TimeRange> m_range;
};

/// A range in words, in local time.
struct RangeText
{
    QString
        from; ///< "14:02:10"; with tenths of a range below ten seconds, with the date where the ends have two.
    QString to;
    QString duration; ///< "1:30 min"
};

[[nodiscard]] RangeText rangeText(const base::TimeRange &range);

} // namespace ui
