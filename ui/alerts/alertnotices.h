// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/alert.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace ui {

class WindowNotice;

/// Which alerts the desktop is told of: those of P1 and P2 that are raised while another window is in front, of each rule one in
/// a minute. There is one notification for all of them, until the window has been looked at. That one is over is no news.
///
/// Thread: GUI. Window and clock outlive it.
class AlertNotices final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertNotices)

public:
    AlertNotices(QWidget &window, base::Clock &clock, QObject *parent = nullptr);

    /// Whether the person wants them at all. At first: yes.
    void setEnabled(bool on) { m_isEnabled = on; }

public Q_SLOTS:
    void tell(const session::Alert &alert);

private:
    [[nodiscard]] bool isNews(const session::Alert &alert) const;

    base::Clock &m_clock;
    WindowNotice *m_notice;
    QHash<QString, base::Steady> m_lastTold; ///< By rule.
    QList<session::Alert> m_unseen; ///< The most urgent first.
    bool m_isEnabled = true;
};

} // namespace ui
