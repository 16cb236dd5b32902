// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/role.h"
#include "core/session/throttle.h"
#include "core/transfer/uploadrecord.h"

#include <optional>

namespace cli {

class Output;

/// What the progress line tells of.
struct ProgressState
{
    QString phase; ///< Shown alone while nothing else is known: "looking for metrics".
    transfer::QueueTotals totals; ///< files 0: nothing is being uploaded.
    std::optional<metrics::Reading> reading; ///< None: never read, or the last scrape failed.
    QMap<QString, metrics::Reading> beside; ///< The last ones of what else is watched, by its name.
    std::optional<std::chrono::seconds> left; ///< Of a run with a fixed length.
};

/// One line of at most `width` columns; what matters least goes first when it is too narrow.
[[nodiscard]] QString progressText(const ProgressState &state, int width);

/// Keeps the status line of a terminal up to date, at most ten times a second. Without a terminal it does
/// nothing.
///
/// Thread: that of its clock's timers.
class Progress final
{
    Q_DISABLE_COPY_MOVE(Progress)

public:
    Progress(Output &output, base::Clock &clock);

    void setPhase(const QString &phase);
    void setTotals(const transfer::QueueTotals &totals);
    void setReading(const std::optional<metrics::Reading> &reading);
    /// Of what is watched beside the server; see session::BesideWatch.
    void setReading(const QString &name, const std::optional<metrics::Reading> &reading);
    void setTimeLeft(std::chrono::seconds left);
    /// Takes the line away for good.
    void end();

private:
    void draw();

    Output &m_output;
    ProgressState m_state;
    session::Throttle m_throttle;
    bool m_ended = false;
};

} // namespace cli
