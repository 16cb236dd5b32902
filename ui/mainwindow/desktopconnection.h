// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/session.h"
#include "core/transfer/queuerun.h"

#include <QObject>

#include <memory>

class QWidget;

namespace ui {

class WindowNotice;

/// Between the queue and the desktop around the window: while uploads run, their progress is shown at the program's icon
/// and the computer is kept awake; when a run of half a minute or more has ended and the person looks elsewhere, a
/// notification says so. All of it only where the desktop offers it; nothing is asked of it before the first upload runs.
///
/// Thread: GUI; the session may live in another. Session, clock and window outlive it.
class DesktopConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopConnection)

public:
    DesktopConnection(session::Session &session, base::Clock &clock, QWidget &window);
    ~DesktopConnection() override;

private:
    struct Desktop;

    void update(const transfer::QueueTotals &totals);
    void keepAwake(const transfer::QueueTotals &totals);
    void tellEnd();
    Desktop &desktop();

    base::Clock &m_clock;
    std::unique_ptr<base::ClockTimer> m_lull; ///< Until the computer may sleep although some still wait.
    transfer::QueueRun m_run;
    WindowNotice *m_notice;
    std::unique_ptr<Desktop> m_desktop; ///< Nothing before the first run.
};

} // namespace ui
