// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alertconnection.h"

#include "core/session/session.h"
#include "ui/alerts/alertbutton.h"
#include "ui/alerts/alertnotices.h"
#include "ui/alerts/alertpanel.h"
#include "ui/frame/messagebar.h"
#include "ui/frame/windowactions.h"
#include "ui/frame/windowsettings.h"
#include "ui/models/alertlogmodel.h"
#include "ui/models/alerttext.h"
#include "ui/settings/alertspage.h"
#include "ui/settings/settingsdialog.h"

#include <QAction>

#include <algorithm>

namespace ui {

using session::AlertSettings;
using session::Session;

AlertConnection::AlertConnection(const Place &place, Session &session, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_session(session)
    , m_log(new AlertLogModel(this))
    , m_panel(new AlertPanel(*m_log, &place.window))
    , m_page(new AlertsPage)
    , m_notices(new AlertNotices(place.window, clock, this))
{
    place.dialog.addGroup(QLatin1StringView("alert"), tr("Alerts"), m_page);
    place.button.setHint(place.actions.alerts->toolTip());
    connect(&place.button, &QAbstractButton::clicked, place.actions.alerts, &QAction::trigger);
    connect(place.actions.alerts, &QAction::triggered, this, [this] { m_panel->open(m_place.button); });
    connect(m_panel, &AlertPanel::rulesWanted, this, &AlertConnection::showRules);
    connect(m_log, &AlertLogModel::changed, this, &AlertConnection::tellRaised);
    connectPage();
    connectSession();
    restore();
}

void AlertConnection::connectPage()
{
    connect(m_page, &AlertsPage::settingsChanged, this, [this](const AlertSettings &settings) {
        keep(settings);
        apply(settings);
    });
    connect(m_page, &AlertsPage::notifiedChanged, this, [this](bool on) {
        m_place.settings.setAlertsNotified(on);
        m_notices->setEnabled(on);
    });
    connect(m_page, &AlertsPage::folderChosen, this, [this](const QString &folder) {
        m_place.settings.setExportFolder(folder);
        m_page->setFolder(folder);
    });
}

void AlertConnection::connectSession()
{
    constexpr auto queued = Qt::QueuedConnection;
    connect(&m_session, &Session::alertRaised, m_log, &AlertLogModel::raise, queued);
    connect(&m_session, &Session::alertRaised, m_notices, &AlertNotices::tell, queued);
    connect(&m_session, &Session::alertCleared, m_log, &AlertLogModel::clear, queued);
}

void AlertConnection::restore()
{
    AlertSettings settings{session::defaultRuleList(), m_place.settings.memoryLimit()};
    if (const QByteArray saved = m_place.settings.alertRules(); !saved.isEmpty()) {
        if (const auto rules = session::parseRuleList(saved))
            settings.rules = session::withAllDefaults(*rules);
        else
            m_place.message.showError(errorText(rules.error(), Task::RulesRestore));
    }
    const bool isNotified = m_place.settings.areAlertsNotified();
    m_page->setFolder(m_place.settings.exportFolder());
    m_page->setNotified(isNotified);
    m_notices->setEnabled(isNotified);
    m_page->setSettings(settings);
    apply(settings);
}

/// As nothing where it is as by default: then better defaults of a later version reach who changed nothing.
void AlertConnection::keep(const AlertSettings &settings)
{
    const bool isUsual = settings.rules == session::defaultRuleList();
    m_place.settings.setAlertRules(isUsual ? QByteArray() : session::ruleListToJson(settings.rules));
    m_place.settings.setMemoryLimit(settings.memoryLimit);
}

void AlertConnection::apply(const AlertSettings &settings)
{
    auto *session = &m_session;
    const session::AlertPlan plan = session::planOf(settings);
    m_rules = plan.rules;
    QMetaObject::invokeMethod(
        session, [session, plan] { session->setAlerts(plan); }, Qt::QueuedConnection);
}

void AlertConnection::tellRaised()
{
    m_place.button.setAlerts(m_log->firing(), m_log->mostUrgent());
    QList<TileAlert> alerts;
    for (const session::Alert &alert : m_log->raised()) {
        const auto rule = std::ranges::find(m_rules, alert.rule, &analysis::AlertRule::id);
        if (rule != m_rules.end()) // else it is about to be over
            alerts.append({rule->signal, alert.priority, alertName(alert)});
    }
    Q_EMIT raisedChanged(alerts);
}

void AlertConnection::showRules()
{
    m_place.dialog.openAt(m_page);
}

} // namespace ui
