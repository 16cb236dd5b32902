// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/session.h"

#include <QStatusBar>

class QLabel;

namespace ui {

class AlertButton;
class ElidedLabel;

/// The window's last line: what is being sent, how old the last reading is, which alerts are raised, what this program itself
/// uses.
/// "… ago" is told from the clock given, once a second. Thread: GUI. The clock outlives it.
class StatusBar final : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusBar)

public:
    explicit StatusBar(base::Clock &clock, QWidget *parent = nullptr);
    ~StatusBar() override;

    void setTotals(const transfer::QueueTotals &totals);
    /// Which one is under way, in words; empty: none. Its uploads are none of the queue's, and their rate is that of the
    /// activity.
    void setExperiment(const QString &what);
    void setActivity(const session::Activity &activity);
    void setTick(const session::ScrapeTick &tick);
    /// Another server, or none: nothing is known of readings.
    void clearTick();
    [[nodiscard]] AlertButton &alerts() { return *m_alerts; }

private:
    void refresh();
    [[nodiscard]] QString sendingText() const;

    base::Clock &m_clock;
    std::unique_ptr<base::ClockTimer> m_timer;
    QLabel *m_sending;
    ElidedLabel *m_reading; ///< What a server says may be long.
    AlertButton *m_alerts;
    QLabel *m_own;
    session::ScrapeTick m_tick;
    bool m_hasTick = false;
    transfer::QueueTotals m_totals;
    QString m_experiment;
    double m_experimentRate = 0; ///< Bytes a second.
};

} // namespace ui
