// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/servernews.h"

#include <algorithm>

namespace session {

ServerNews::ServerNews(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(
        &session, &Session::watchBegan, this, [this] { m_awaited = std::max(0, m_awaited - 1); },
        Qt::QueuedConnection);
    passOn(&Session::discovered, &ServerNews::discovered);
    passOn(&Session::scraped, &ServerNews::scraped);
    passOn(&Session::active, &ServerNews::active);
    passOn(&Session::profilesListed, &ServerNews::profilesListed);
    passOn(&Session::profileFetched, &ServerNews::profileFetched);
    connect(&session, &Session::marked, this, &ServerNews::passMark, Qt::QueuedConnection);
}

void ServerNews::watch(const net::Endpoint &endpoint)
{
    ++m_awaited;
    auto *session = &m_session;
    QMetaObject::invokeMethod(
        session, [session, endpoint] { session->watch(endpoint); }, Qt::QueuedConnection);
}

template <typename News>
void ServerNews::passOn(void (Session::*from)(const News &), void (ServerNews::*to)(const News &))
{
    connect(
        &m_session, from, this,
        [this, to](const News &news) {
            if (m_awaited == 0)
                Q_EMIT std::invoke(to, *this, news);
        },
        Qt::QueuedConnection);
}

void ServerNews::passMark(const Mark &mark)
{
    const bool isOfNetwork = mark.kind == MarkKind::Offline || mark.kind == MarkKind::Online;
    if (m_awaited == 0 || isOfNetwork)
        Q_EMIT marked(mark);
}

} // namespace session
