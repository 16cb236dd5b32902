// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/connectionnews.h"

#include "core/report/safetext.h"
#include "core/report/watchability.h"
#include "ui/connection/connectionreport.h"
#include "ui/connection/connectionstate.h"
#include "ui/connection/findings.h"
#include "ui/connection/knownservers.h"
#include "ui/connection/serverbar.h"
#include "ui/connection/serverconnection.h"
#include "ui/frame/messagebar.h"
#include "ui/frame/windowactions.h"
#include "ui/servers/trustnotice.h"

#include <QAction>
#include <QLayout>

#include <algorithm>

namespace ui {

ConnectionNews::ConnectionNews(const Place &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
{
    connect(&place.server, &ServerConnection::serverChanged, this, &ConnectionNews::forgetAll);
    connect(&place.server, &ServerConnection::stateChanged, &place.bar, &ServerBar::setState);
    connect(&place.server, &ServerConnection::discovered, this, &ConnectionNews::show);
    connect(&place.known, &KnownServers::distrusted, this, [this] { // the notice says more
        m_place.message.closeMessage();
        setReportShown(false);
    });
    connect(&place.known, &KnownServers::complained, this,
            [this](const QString &headline, const QString &detail) {
                m_place.message.showMessage(Tone::Warn, headline, {detail});
            });
    connect(place.actions.showReport, &QAction::triggered, this, &ConnectionNews::setReportShown);
    connect(&place.report, &ConnectionReport::closeRequested, this, [this] { setReportShown(false); });
}

void ConnectionNews::forgetAll()
{
    m_place.message.closeMessage();
    setReportShown(false);
    m_place.bar.setServer(remembered(m_place.server.server()));
    m_place.bar.setSummary({});
}

void ConnectionNews::show(const metrics::DiscoveryReport &found)
{
    m_place.bar.setSummary(report::watchedSummary(found));
    const QList<Finding> findings = findingsOf(found);
    m_place.report.setFindings(findings);
    sayWhatIsMissing(found);
    // Not in the way of those who have everything; and where nobody answers, that is all there is to say.
    if (m_place.server.state() != ConnectionState::Unreachable)
        setReportShown(
            std::any_of(findings.begin(), findings.end(), [](const Finding &f) { return !f.isThere; }));
}

void ConnectionNews::sayWhatIsMissing(const metrics::DiscoveryReport &found)
{
    switch (m_place.server.state()) {
    case ConnectionState::Unreachable:
        m_place.message.showError(errorText(report::mainReason(found), Task::Connect,
                                            report::displayUrl(m_place.server.server().watch.url)));
        m_place.message.offer(tr("Try again"), [this] { m_place.server.reconnect(); });
        break;
    case ConnectionState::Silent:
        m_place.message.showMessage(
            Tone::Warn, tr("The server answers, but no metrics were found on it."),
            {tr("Uploads work all the same. To see what they do to its memory, add one line to the "
                "server, or "
                "say where else its metrics are.")});
        m_place.message.offer(tr("Metrics are elsewhere…"), [this] { m_place.bar.setWatchShown(true); });
        break;
    case ConnectionState::None:
    case ConnectionState::Connecting:
    case ConnectionState::Connected:
    case ConnectionState::Lost:
        break;
    }
}

void ConnectionNews::setReportShown(bool on)
{
    m_place.report.setVisible(on);
    // Now and up to the window, or what takes its place would find no room yet and make the window grow.
    for (QWidget *part = m_place.report.parentWidget(); part && !part->isWindow();
         part = part->parentWidget()) {
        if (part->layout())
            part->layout()->activate();
    }
    m_place.actions.showReport->setChecked(on);
}

bool ConnectionNews::closeOne()
{
    if (m_place.message.closeMessage())
        return true;
    if (!m_place.trust.isHidden()) {
        m_place.trust.hide();
        return true;
    }
    if (m_place.report.isHidden())
        return false;
    setReportShown(false);
    return true;
}

} // namespace ui
