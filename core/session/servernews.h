// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

namespace session {

/// What a session tells of the server that it watches, for who lives in another thread. There it comes late: when another
/// server is already shown, the session may still have been reading from the one before, and what it said of that may be
/// on its way. Nothing of it is passed on here: not what was read, found or fetched, nor what the uploads did meanwhile,
/// because whoever shows these signals began anew when they called watch().
///
/// Passed on always: that the way to the server is lost or back (MarkKind::Offline, Online). Session::setTarget() looks for
/// it, and is told of the new server before watch() is.
///
/// Thread: that of its owner; the session may live in another, is called by queued calls only, and outlives it. Signals come
/// from the event loop, in the session's order.
class ServerNews final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerNews)

public:
    explicit ServerNews(Session &session, QObject *parent = nullptr);

    /// Has the session watch this one; see Session::watch().
    void watch(const net::Endpoint &endpoint);

Q_SIGNALS:
    // As the session's own.
    void discovered(const metrics::DiscoveryReport &report);
    void scraped(const session::ScrapeTick &tick);
    void marked(const session::Mark &mark);
    void active(const session::Activity &activity);
    void profilesListed(const QStringList &names);
    void profileFetched(const session::FetchedProfile &profile);

private:
    template <typename News>
    void passOn(void (Session::*from)(const News &), void (ServerNews::*to)(const News &));
    void passMark(const Mark &mark);

    Session &m_session;
    int m_awaited
        = 0; ///< Calls of watch() that the session has not begun: until then all news is of a former server.
};

} // namespace session
