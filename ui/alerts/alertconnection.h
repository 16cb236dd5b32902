// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/alertsettings.h"
#include "ui/timeline/tilealerts.h"

#include <QObject>

class QWidget;

namespace session {
class Session;
}

namespace ui {

class AlertButton;
class AlertLogModel;
class AlertNotices;
class AlertPanel;
class AlertsPage;
class MessageBar;
class SettingsDialog;
class WindowActions;
class WindowSettings;

/// Between the session's alerts and the window: has the session look at the rules of the settings, those of the last time or the
/// default ones; keeps what is changed of them; shows what is raised in the status bar and in a list, tells the desktop, and
/// whoever shows what the alerts are about.
///
/// Thread: GUI; the session may live in another and is called by queued calls only. All of them outlive it.
class AlertConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertConnection)

public:
    /// The window, and the parts of it that have to do with alerts.
    struct Place
    {
        QWidget &window;
        WindowSettings &settings;
        MessageBar &message;
        SettingsDialog &dialog;
        AlertButton &button;
        const WindowActions &actions;
    };
    AlertConnection(const Place &place, session::Session &session, base::Clock &clock,
                    QObject *parent = nullptr);

Q_SIGNALS:
    /// Others are raised than before: all that are now.
    void raisedChanged(const QList<ui::TileAlert> &alerts);

private:
    void tellRaised();
    void connectPage();
    void connectSession();
    void restore();
    void keep(const session::AlertSettings &settings);
    void apply(const session::AlertSettings &settings);
    void showRules();

    Place m_place;
    session::Session &m_session;
    QList<analysis::AlertRule> m_rules; ///< In force.
    AlertLogModel *m_log;
    AlertPanel *m_panel;
    AlertsPage *m_page;
    AlertNotices *m_notices;
};

} // namespace ui
