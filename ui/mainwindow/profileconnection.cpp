// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/profileconnection.h"

#include "core/session/session.h"
#include "ui/connection/serverconnection.h"
#include "ui/profile/profilepage.h"

#include <algorithm>

namespace ui {

using session::Session;

ProfileConnection::ProfileConnection(ProfilePage &page, Session &session, ServerConnection &server,
                                     QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_server(server)
{
    constexpr auto queued = Qt::QueuedConnection;
    connect(&page, &ProfilePage::offersWanted, &session, &Session::listProfiles, queued);
    connect(&page, &ProfilePage::fetchRequested, &session, &Session::fetchProfile, queued);
    connect(&page, &ProfilePage::fetchCancelled, &session, &Session::cancelProfile, queued);
    connect(&server.news(), &session::ServerNews::profilesListed, &page, &ProfilePage::setOffered);
    connect(&server.news(), &session::ServerNews::profileFetched, &page, &ProfilePage::takeFetched);
    // Experiments make uploads that the queue does not count: no profile from before one is compared per upload with one from
    // within it or after it.
    connect(&session, &Session::checkProgressed, &page, &ProfilePage::forgetUploads, queued);
    connect(&session, &Session::checkFinished, &page, &ProfilePage::forgetUploads, queued);
    connect(&session, &Session::sweepProgressed, &page, &ProfilePage::forgetUploads, queued);
    connect(&session, &Session::sweepFinished, &page, &ProfilePage::forgetUploads, queued);
    connect(&session, &Session::auditProgressed, &page, &ProfilePage::forgetUploads, queued);
    connect(&session, &Session::auditFinished, &page, &ProfilePage::forgetUploads, queued);
    connect(&server, &ServerConnection::serverChanged, this, [this] { setServer(false); });
    connect(&server, &ServerConnection::discovered, this, &ProfileConnection::takeReport);
}

void ProfileConnection::takeReport(const metrics::DiscoveryReport &report)
{
    setServer(std::ranges::any_of(report.sources, [](const metrics::Source &source) {
        return source.format == metrics::Format::GoPprof;
    }));
}

void ProfileConnection::setServer(bool hasProfiles)
{
    m_page.setServer(m_server.server().watch.url.toDisplayString(), hasProfiles);
}

} // namespace ui
