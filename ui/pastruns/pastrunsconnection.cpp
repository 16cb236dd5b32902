// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pastruns/pastrunsconnection.h"

#include "core/session/runkeeper.h"
#include "ui/compare/comparepage.h"
#include "ui/frame/messagebar.h"
#include "ui/frame/pagekeys.h"
#include "ui/frame/windowsettings.h"
#include "ui/history/historypage.h"
#include "ui/leak/leakpage.h"
#include "ui/pastruns/compareconnection.h"
#include "ui/pastruns/historyconnection.h"
#include "ui/profile/profilepage.h"

#include <QStackedWidget>

namespace ui {

PastRunsConnection::PastRunsConnection(const Place &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_history(new HistoryConnection(place.history, place.keeper, place.reports, place.message, this))
    , m_compare(
          new CompareConnection(place.compare, place.history, place.leak, place.keeper, place.reports, this))
{
    connectHistory();
    connectCompare();
}

void PastRunsConnection::connectHistory()
{
    connect(m_history, &HistoryConnection::checkOpened, this, [this](const experiment::CheckResult &result) {
        if (m_place.leak.isRunning()) {
            m_place.message.showMessage(Tone::Accent, tr("A leak check is under way."),
                                        {tr("An earlier one can be opened when it is over.")});
            return;
        }
        m_place.leak.showKept(result);
        Q_EMIT pageWanted(pagekeys::leak);
    });
    connect(&m_place.history, &HistoryPage::checkRequested, this,
            [this] { Q_EMIT pageWanted(pagekeys::leak); });
    connect(&m_place.history, &HistoryPage::roomChosen, this, [this](qint64 room) {
        m_place.settings.setHistoryRoom(room);
        m_place.keeper.setRoom(room);
    });
}

void PastRunsConnection::connectCompare()
{
    connect(m_compare, &CompareConnection::choiceNeeded, this, [this] { showView(m_place.history); });
    connect(m_compare, &CompareConnection::compared, this, [this] { showView(m_place.compare); });
    connect(&m_place.compare, &ComparePage::closeRequested, this, [this] { showView(m_place.history); });
    connect(m_compare, &CompareConnection::flameGraphRequested, this,
            [this](const experiment::CheckProfiles &before, const QString &beforeName,
                   const experiment::CheckProfiles &after, const QString &afterName) {
                m_place.profile.showChecks(before, beforeName, after, afterName);
                Q_EMIT pageWanted(pagekeys::profile);
            });
}

void PastRunsConnection::showView(QWidget &view)
{
    m_place.views.setCurrentWidget(&view);
    Q_EMIT pageWanted(pagekeys::history);
    view.setFocus();
}

} // namespace ui
