// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace metrics {
struct DiscoveryReport;
}

namespace session {
class Session;
}

namespace ui {

class ProfilePage;
class ServerConnection;

/// Between the Profile page and the engine: asks the session for profiles and brings them back, and tells the page what
/// the server offers.
///
/// Thread: GUI; the session may live in another and is called by queued calls only. All collaborators outlive it.
class ProfileConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileConnection)

public:
    ProfileConnection(ProfilePage &page, session::Session &session, ServerConnection &server,
                      QObject *parent = nullptr);

private:
    void takeReport(const metrics::DiscoveryReport &report);
    void setServer(bool hasProfiles);

    ProfilePage &m_page;
    const ServerConnection &m_server;
};

} // namespace ui
